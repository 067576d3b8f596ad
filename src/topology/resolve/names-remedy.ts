import type { Text } from '../../base/text.js';
import { nearestWord } from '../read/nearest-word.js';

/** What to do about a name that is not defined. */
export function namesRemedy(name: string, known: Iterable<string>): Text {
  const near = nearestWord(name, known);
  if (near !== undefined) return { ja: `${near} のことか`, en: `did you mean ${near}?` };
  return { ja: '定義してから使う', en: 'define it first' };
}
