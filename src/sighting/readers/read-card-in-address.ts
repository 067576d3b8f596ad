import { hexText } from './name-text.js';

/**
 * `eui64 …` where an IPv6 address holds the card of another interface than the one that sends (RFC 4291 appendix A): the
 * address was made for another card of the same computer, or moved with it. `null` else.
 */
export function readCardInAddress(source: Uint8Array, mac: string | null): string | null {
  if (source.length !== 16 || source[11] !== 0xff || source[12] !== 0xfe || mac === null) return null;
  const card = Uint8Array.of(
    (source[8] as number) ^ 2,
    source[9] as number,
    source[10] as number,
    source[13] as number,
    source[14] as number,
    source[15] as number,
  );
  const text = hexText(card);
  return text === mac ? null : `eui64 ${text}`;
}
