/**
 * Text as spreadsheet programs in Japan save it: UTF-8 (with or without byte order mark), UTF-16 with one, else
 * Shift_JIS. `undefined` when it is none of them.
 */
export function decodeSpreadsheetText(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be', bytes);
  return decode('utf-8', bytes) ?? decode('shift_jis', bytes);
}

function decode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
