import { APP_PROTOCOLS } from '../model/facts.js';
import type { AppProtocol, NameFact, Opaque, Shortfall } from '../model/facts.js';

/** What facts say in words of a fixed choice, as numbers: from 1 where `null` may stand in their place. */
export type Numbers<Word extends string> = Readonly<Record<Word, number>>;

export const PROTOCOL = Object.fromEntries(
  APP_PROTOCOLS.map((protocol, index) => [protocol, index + 1]),
) as Numbers<AppProtocol>;

export const SHORTFALL: Numbers<Shortfall> = {
  'snap-length': 1,
  gap: 2,
  'from-the-middle': 3,
  limit: 4,
  undecodable: 5,
  'tunnel-unread': 6,
  'one-sided': 7,
};

export const OPAQUE: Numbers<Opaque> = {
  tls: 1,
  starttls: 2,
  quic: 3,
  ssh: 4,
  'smb-encryption': 5,
  'rdp-security': 6,
  'unknown-encoding': 7,
};

/** below 8 */
export const SOURCE: Numbers<NameFact['source']> = {
  connect: 0,
  'absolute-uri': 1,
  host: 2,
  sni: 3,
  'quic-sni': 4,
  certificate: 5,
  socks: 6,
  http2: 7,
};

/** below 4 */
export const ANSWER: Numbers<NameFact['answer']> = { accepted: 0, refused: 1, auth: 2, none: 3 };

/** The words by their numbers. */
export function wordsOf<Word extends string>(numbers: Numbers<Word>): readonly (Word | undefined)[] {
  const words: Word[] = [];
  for (const word of Object.keys(numbers) as Word[]) words[numbers[word]] = word;
  return words;
}
