import type { Language, Text } from '../base/text.js';
import type { Notice } from './notice.js';

/** A way to somebody. */
export interface Channel {
  readonly name: string;
  readonly language: Language;
  /** how long one try may take, milliseconds */
  readonly timeoutMilliseconds: number;
  /** @throws SendFault when the other side does not take it in time */
  send(notice: Notice, now: Date): Promise<void>;
}

/** Why a message did not go out. */
export class SendFault extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.name = 'SendFault';
    this.text = text;
  }
}

const REASONS: Readonly<Record<string, Text>> = {
  ECONNREFUSED: { ja: '接続を拒否された', en: 'the connection was refused' },
  ECONNRESET: { ja: '接続を切られた', en: 'the connection was reset' },
  EPIPE: { ja: '接続を切られた', en: 'the connection was closed' },
  ENOTFOUND: { ja: 'ホスト名を解決できない', en: 'the host name is unknown' },
  EAI_AGAIN: { ja: '名前解決が応答しない', en: 'the resolver does not answer' },
  EHOSTUNREACH: { ja: '相手に到達できない', en: 'the host cannot be reached' },
  ENETUNREACH: { ja: 'ネットワークに到達できない', en: 'the network cannot be reached' },
  ETIMEDOUT: { ja: '時間内に応答がない', en: 'there was no answer in time' },
  ENOENT: { ja: 'プログラムがない', en: 'there is no such program' },
  EACCES: { ja: '実行する権限がない', en: 'permission denied' },
};

/** The fault in both languages; the system's own words where none are ours. */
export function sendFault(error: unknown): SendFault {
  if (error instanceof SendFault) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const known = REASONS[code ?? ''];
  if (known !== undefined) return new SendFault(known);
  const words = oneLine(message);
  return new SendFault({ ja: words, en: words });
}

export function timedOut(seconds: number): SendFault {
  return new SendFault({ ja: `${seconds}秒以内に終わらなかった`, en: `it did not end within ${seconds} seconds` });
}

/** What the other side said, as a short line without controls. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 200);
}
