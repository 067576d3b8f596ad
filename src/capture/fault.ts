import type { Problem } from '../base/failure.js';
import type { Text } from '../base/text.js';

/** Codes of everything that can be wrong with a capture. */
export type CaptureCode =
  | 'CAPTURE-MISSING'
  | 'CAPTURE-UNREADABLE'
  | 'CAPTURE-EMPTY'
  | 'CAPTURE-FOREIGN'
  | 'CAPTURE-CUT'
  | 'CAPTURE-CORRUPT'
  | 'CAPTURE-DAMAGED'
  | 'CAPTURE-VERSION'
  | 'CAPTURE-LIMIT'
  | 'CAPTURE-INTERFACE'
  | 'CAPTURE-OPTION'
  | 'CAPTURE-NO-TIME'
  | 'CAPTURE-TWICE'
  | 'CAPTURE-OVERLAP'
  | 'CAPTURE-SKIPPED'
  | 'CAPTURE-NONE'
  | 'CAPTURE-ORDER';

/** What would be right where the message does not say more. */
const REMEDIES: Readonly<Partial<Record<CaptureCode, Text>>> = {
  'CAPTURE-MISSING': {
    ja: '名前と場所を確かめる。ファイル、フォルダ、グロブ、または -（標準入力）を指定できる',
    en: 'check name and folder; a capture is a file, a folder, a glob, or - for standard input',
  },
  'CAPTURE-NONE': {
    ja: 'キャプチャのあるフォルダ、またはファイルを指定する。下位のフォルダは dir/*/*.pcap のように指定できる',
    en: 'name the folder that holds the captures, or the files; dir/*/*.pcap reaches the folders below',
  },
  'CAPTURE-EMPTY': {
    ja: '採取が正しく行われたかを確かめる',
    en: 'check that something was captured',
  },
};

/** A problem of one capture; `remedy` where there is more to say than the code does. */
export function captureProblem(
  code: CaptureCode,
  file: string,
  level: Problem['level'],
  message: Text,
  remedy?: Text,
): Problem {
  const right = remedy ?? REMEDIES[code];
  return right === undefined ? { code, file, level, message } : { code, file, level, message, remedy: right };
}

/** Where reading ended: a byte offset, in the uncompressed capture if it was compressed. */
export function placeText(offset: number, compressed: boolean): Text {
  return {
    ja: compressed ? `伸長後の${offset}バイト目` : `${offset}バイト目`,
    en: compressed ? `byte ${offset} after decompression` : `byte ${offset}`,
  };
}

/** `ENOENT` and the like. */
export function systemCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
}

/** Error codes of the system, in words. */
export function systemReason(error: unknown): Text {
  const code = systemCode(error);
  switch (code) {
    case 'ENOENT':
      return { ja: 'ファイルがない', en: 'there is no such file' };
    case 'EACCES':
    case 'EPERM':
      return { ja: '読み取りの権限がない', en: 'no permission to read it' };
    case 'EISDIR':
      return { ja: 'フォルダである', en: 'it is a directory' };
    default:
      return { ja: `システムのエラー ${code}`, en: `system error ${code}` };
  }
}

export function readFault(error: unknown): Text {
  const reason = systemReason(error);
  return { ja: `読み取りに失敗した（${reason.ja}）`, en: `reading failed (${reason.en})` };
}
