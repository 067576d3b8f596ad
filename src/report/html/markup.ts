import { escapeHtml } from '../escape.js';

/** A piece of the page that is safe to write as it stands. Only this file makes one from text. */
export class Markup {
  readonly source: string;

  private constructor(source: string) {
    this.source = source;
  }

  /** @param source markup that the program itself has written, never text from elsewhere */
  static trust(source: string): Markup {
    return new Markup(source);
  }
}

type Filling = Markup | string | number | readonly Filling[];

function fill(filling: Filling): string {
  if (filling instanceof Markup) return filling.source;
  if (typeof filling === 'string') return escapeHtml(filling);
  return typeof filling === 'number' ? String(filling) : filling.map(fill).join('');
}

/** Markup with fillings: strings are escaped, always; only markup goes in as it is. */
export function markup(parts: TemplateStringsArray, ...fillings: readonly Filling[]): Markup {
  let source = parts[0] ?? '';
  for (let index = 0; index < fillings.length; index++) {
    source += fill(fillings[index] as Filling) + (parts[index + 1] ?? '');
  }
  return Markup.trust(source);
}

export const NOTHING = markup``;
