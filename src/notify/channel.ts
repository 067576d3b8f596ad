import type { Language, Text } from '../base/text.js';
import type { Notice } from './notice.js';

/** A way to somebody. */
export interface Channel {
  readonly name: string;
  readonly language: Language;
  /** how long one try may take, milliseconds */
  readonly timeoutMilliseconds: number;
  /**
   * @returns what is to be said although it went out; `null`: nothing
   * @throws SendFault when the other side does not take it in time
   */
  send(notice: Notice, now: Date): Promise<Text | null>;
}

/** Why a message did not go out. */
export class SendFault extends Error {
  readonly text: Text;
  /** the other side has said that it will never take this message: trying again has no sense */
  readonly isFinal: boolean;

  constructor(text: Text, { isFinal = false } = {}) {
    super(text.en);
    this.name = 'SendFault';
    this.text = text;
    this.isFinal = isFinal;
  }
}

const UNTRUSTED: Text = {
  ja: 'サーバ証明書を検証できない（発行した認証局の証明書を ca に指定する）',
  en: 'the certificate is signed by nobody who is trusted (name its authority with ca)',
};
const EXPIRED: Text = { ja: 'サーバ証明書の期限が切れている', en: 'the certificate has expired' };
const TOO_EARLY: Text = {
  ja: 'サーバ証明書がまだ有効でない（機器の時計を確認する）',
  en: 'the certificate is not yet valid (look at the clock of this machine)',
};
const OTHER_HOST: Text = {
  ja: 'サーバ証明書の名前が、設定したホスト名と異なる',
  en: 'the certificate is for another host than the one in the settings',
};
const NO_TLS: Text = { ja: '相手が TLS を話さない', en: 'the other side does not speak TLS' };

const REASONS: Readonly<Record<string, Text>> = {
  ECONNREFUSED: { ja: '接続を拒否された', en: 'the connection was refused' },
  ECONNRESET: { ja: '接続を切られた', en: 'the connection was reset' },
  EPIPE: { ja: '接続を切られた', en: 'the connection was closed' },
  ECONNECTION: { ja: '接続を切られた', en: 'the connection was closed' },
  ENOTFOUND: { ja: 'ホスト名を解決できない', en: 'the host name is unknown' },
  EAI_AGAIN: { ja: '名前解決が応答しない', en: 'the resolver does not answer' },
  EHOSTUNREACH: { ja: '相手に到達できない', en: 'the host cannot be reached' },
  ENETUNREACH: { ja: 'ネットワークに到達できない', en: 'the network cannot be reached' },
  ETIMEDOUT: { ja: '時間内に応答がない', en: 'there was no answer in time' },
  ENOENT: { ja: 'プログラムがない', en: 'there is no such program' },
  EACCES: { ja: '実行する権限がない', en: 'permission denied' },
  DEPTH_ZERO_SELF_SIGNED_CERT: UNTRUSTED,
  SELF_SIGNED_CERT_IN_CHAIN: UNTRUSTED,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNTRUSTED,
  UNABLE_TO_GET_ISSUER_CERT: UNTRUSTED,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNTRUSTED,
  CERT_SIGNATURE_FAILURE: UNTRUSTED,
  CERT_HAS_EXPIRED: EXPIRED,
  CERT_NOT_YET_VALID: TOO_EARLY,
  ERR_TLS_CERT_ALTNAME_INVALID: OTHER_HOST,
  ERR_SSL_WRONG_VERSION_NUMBER: NO_TLS,
  EPROTO: { ja: 'TLS の接続を確立できない', en: 'no TLS connection could be made' },
};

/** Where the code was lost on the way, the words of OpenSSL and Node. */
const BY_WORDS: readonly (readonly [RegExp, Text])[] = [
  [/wrong version number|packet length too long/i, NO_TLS],
  [/self[- ]signed certificate|unable to (get|verify) /i, UNTRUSTED],
  [/does not match certificate's altnames/i, OTHER_HOST],
  [/certificate has expired/i, EXPIRED],
  [/certificate is not yet valid/i, TOO_EARLY],
];

/** The fault in both languages; the system's own words where none are ours. */
export function sendFault(error: unknown): SendFault {
  if (error instanceof SendFault) return error;
  // nodemailer puts a code of its own before that of the system
  const { code, originalCode, message } = error as NodeJS.ErrnoException & { originalCode?: string };
  const known =
    REASONS[originalCode ?? ''] ?? BY_WORDS.find(([words]) => words.test(message))?.[1] ?? REASONS[code ?? ''];
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
