import type { Language, Text } from '../../base/text.js';
import { escapeTerminal } from '../escape.js';
import type { ReportOptions } from '../report-options.js';
import { createCellWidth } from './cell-width.js';
import { paintText, type Paint } from './paint.js';
import { wrapText } from './wrap.js';

/** Below this the tables no longer fit. */
const NARROWEST = 60;
const WIDEST = 400;

/** Longest foreign string shown, in UTF-16 units: ten lines of a page, not a flood. */
const LONGEST_TEXT = 1024;

/** The sheet that a text report is written on: knows its width, its language and whether it has colours. */
export interface Page {
  readonly columns: number;
  readonly lang: Language;
  readonly full: boolean;
  /** cells that a text takes on the terminal; escape sequences take none */
  readonly width: (text: string) => number;
  /** in the page's language, safe for the terminal */
  readonly say: (text: Text) => string;
  /** a foreign string, safe for the terminal and of bounded length */
  readonly show: (text: string) => string;
  readonly wrap: (text: string, width: number) => string[];
  readonly padEnd: (text: string, width: number) => string;
  readonly padStart: (text: string, width: number) => string;
  /** a line of one character */
  readonly rule: (character: string, width: number) => string;
  readonly paint: (text: string, paint: Paint) => string;
}

export function createPage(options: ReportOptions): Page {
  const columns = Math.min(WIDEST, Math.max(NARROWEST, Math.floor(options.columns) || NARROWEST));
  const width = createCellWidth(options.ambiguousWide);
  const show = (text: string): string => {
    if (text.length <= LONGEST_TEXT) return escapeTerminal(text);
    return `${escapeTerminal(text.slice(0, LONGEST_TEXT))}…(+${text.length - LONGEST_TEXT})`;
  };
  const spaces = (text: string, wanted: number): string => ' '.repeat(Math.max(0, wanted - width(text)));
  return {
    columns,
    lang: options.lang,
    full: options.full,
    width,
    show,
    say: (text) => show(text[options.lang]),
    wrap: (text, cells) => wrapText(text, cells, width),
    padEnd: (text, cells) => text + spaces(text, cells),
    padStart: (text, cells) => spaces(text, cells) + text,
    rule: (character, cells) => character.repeat(Math.max(0, Math.floor(cells / width(character)))),
    paint: (text, paint) => (options.color ? paintText(text, paint) : text),
  };
}
