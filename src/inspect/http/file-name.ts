const MAX_FILE_NAME = 255;
// eslint-disable-next-line no-control-regex -- these are the ones to be taken out of attacker text
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Decodes a file name as servers and browsers of the field send it: UTF-8, else Shift_JIS, else ISO-8859-1; of a path
 * only the last part is kept.
 * @param text one character per byte
 * @param isEncoded percent-encoding is undone first
 * @returns at most 255 characters, null when nothing is left
 */
export function decodeFileName(text: string, isEncoded: boolean): string | null {
  const bytes = Buffer.from(isEncoded ? undoPercent(text) : text, 'latin1');
  return cleanFileName(decodeText(bytes));
}

/** Last part of a path without control and direction characters. */
export function cleanFileName(text: string): string | null {
  const name = text
    .slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1)
    .replace(CONTROLS, '')
    .trim();
  return name === '' ? null : name.slice(0, MAX_FILE_NAME);
}

/** Percent-encoded octets as characters of one byte each (RFC 3986 section 2.1); a lone `%` stays. */
export function undoPercent(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

/** @param label encodings to try in this order before ISO-8859-1 */
export function decodeText(bytes: Uint8Array, labels: readonly string[] = ['utf-8', 'shift_jis']): string {
  for (const label of labels) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      // not this encoding, or one that is not known
    }
  }
  return Buffer.from(bytes).toString('latin1');
}
