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

export function captureProblem(
  code: CaptureCode,
  file: string,
  level: Problem['level'],
  message: Text,
  remedy?: Text,
): Problem {
  return remedy === undefined ? { code, file, level, message } : { code, file, level, message, remedy };
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
      return { ja: 'ファイルがありません', en: 'there is no such file' };
    case 'EACCES':
    case 'EPERM':
      return { ja: '読み取りの権限がありません', en: 'no permission to read it' };
    case 'EISDIR':
      return { ja: 'ディレクトリです', en: 'it is a directory' };
    default:
      return { ja: `システムのエラー ${code}`, en: `system error ${code}` };
  }
}

export function readFault(error: unknown): Text {
  const reason = systemReason(error);
  return { ja: `読み取りに失敗しました（${reason.ja}）`, en: `reading failed (${reason.en})` };
}
