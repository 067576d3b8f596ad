import type { Text } from '../../base/text.js';

/** A piece of an SVG drawing before it is written as markup (report) or handed to a browser (dashboard). */
export interface Shape {
  readonly tag: 'a' | 'circle' | 'g' | 'path' | 'rect' | 'text' | 'title';
  /** names as SVG writes them; values may come from the network, and are escaped by who writes them */
  readonly attributes: Readonly<Record<string, string | number>>;
  /** the name that assistive programs read */
  readonly label?: Text;
  /** pieces inside, or the words of a text */
  readonly contents: readonly Shape[] | Text;
}

export function shape(tag: Shape['tag'], attributes: Shape['attributes'], contents: Shape['contents'] = []): Shape {
  return { tag, attributes, contents };
}

/** A whole drawing. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly label: Text;
  readonly shapes: readonly Shape[];
}
