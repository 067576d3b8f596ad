import type { ActiveContent } from '../../model/facts.js';
import type { Analysis, Piece } from './analysis.js';

const WORDS: Readonly<Record<string, ActiveContent>> = {
  objdata: 'embedded-object',
  objemb: 'embedded-object',
  objocx: 'embedded-object',
  objupdate: 'embedded-object',
  objlink: 'external-link',
  objautlink: 'external-link',
  template: 'external-link',
};
const CONTROL_WORD = /\\([a-z]{1,32})(-?\d{1,10})?/g;
const FIELD_TEXT = 256;

/** Rich Text Format 1.9: objects and fields by their control words. */
export function readRtf({ bytes }: Piece, analysis: Analysis): void {
  const text = bytes.toString('latin1');
  for (const match of text.matchAll(CONTROL_WORD)) {
    const word = match[1] as string;
    const active = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
    if (active !== undefined) analysis.add(active);
    else if (word === 'fldinst' && isDde(text.slice(match.index + match[0].length, match.index + FIELD_TEXT)))
      analysis.add('dde');
  }
}

/** The instruction may stand in groups of its own, with its own formatting. */
function isDde(text: string): boolean {
  return /^\s*DDE(?:AUTO)?\b/i.test(text.replace(CONTROL_WORD, ' ').replace(/[{}\\*\s]+/g, ' '));
}
