/** Select Graphic Rendition codes (ECMA-48, 8.3.117) of the few ways in which the report sets words apart. */
const CODES = {
  plain: '',
  strong: '1',
  faint: '2',
  alarm: '1;31',
  warning: '33',
  doubt: '35',
  good: '32',
  key: '36',
} as const;

export type Paint = keyof typeof CODES;

export function paintText(text: string, paint: Paint): string {
  return paint === 'plain' || text === '' ? text : `\u001b[${CODES[paint]}m${text}\u001b[0m`;
}
