const MAX_FILE_NAME = 255;
// eslint-disable-next-line no-control-regex -- these are the ones to be taken out of attacker text
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** RFC 2047 section 2; blanks between two encoded words are no text (section 6.2) */
const ENCODED_WORD = /=\?([\w.:+-]{1,40})(?:\*[\w-]{1,20})?\?([bq])\?([^?]{0,4096})\?=(?:\s+(?==\?))?/gi;
/** words that were cut inside a character are joined before they are decoded: Japanese mailers do that */
const SPLIT_WORD = /(=\?[\w.:+-]{1,40}\?b\?)([^?=]{0,4096})\?=\s*\1/gi;

/** Text of a header field: encoded words undone, bare bytes read as UTF-8, else as Shift_JIS, else as they are. */
export function decodeText(text: string): string {
  const joined = text.replace(SPLIT_WORD, (whole, head: string, data: string) =>
    data.length % 4 === 0 ? head + data : whole,
  );
  let decoded = '';
  let from = 0;
  for (const match of joined.matchAll(ENCODED_WORD)) {
    decoded +=
      decodeBytes(joined.slice(from, match.index)) + decodeWord(match[1] ?? '', match[2] ?? '', match[3] ?? '');
    from = match.index + match[0].length;
  }
  return decoded + decodeBytes(joined.slice(from));
}

/** Last part of a path without control and direction characters. */
export function cleanFileName(text: string): string | null {
  const name = text
    .slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1)
    .replace(CONTROLS, '')
    .trim();
  return name === '' ? null : name.slice(0, MAX_FILE_NAME);
}

function decodeWord(charset: string, encoding: string, data: string): string {
  const bytes =
    encoding.toLowerCase() === 'b'
      ? Buffer.from(data, 'base64')
      : Buffer.from(
          data
            .replaceAll('_', ' ')
            .replace(/=([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))),
          'latin1',
        );
  return decodeAs(charset, bytes) ?? decodeBytes(bytes.toString('latin1'));
}

/** @param text one character per byte */
function decodeBytes(text: string): string {
  if (!/[^\x20-\x7e]/.test(text)) return text;
  const bytes = Buffer.from(text, 'latin1');
  // ISO-2022-JP is seven bits wide and announces itself (RFC 1468).
  if (text.includes('\x1b$')) return decodeAs('iso-2022-jp', bytes) ?? text;
  return decodeAs('utf-8', bytes) ?? decodeAs('shift_jis', bytes) ?? text;
}

function decodeAs(charset: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null; // no such charset, or not text in it
  }
}
