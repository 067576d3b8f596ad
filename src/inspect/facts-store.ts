import { LIMITS } from '../base/limits.js';
import type { DnsFact, FactFrame, Facts, NameFact, NameSource, TlsFacts } from '../model/facts.js';
import { ANSWER, OPAQUE, PROTOCOL, SHORTFALL, SOURCE, wordsOf } from './fact-numbers.js';

/** words of the smallest block; the others are twice, four and eight times as large */
const SMALLEST = 16;
const SIZES = 4;
const LARGEST = SMALLEST << (SIZES - 1);
const SIZE_MASK = SIZES - 1;
/** of texts that come again and again: versions, types and outcomes of questions, names of alerts */
const TERMS = 4096;
const NO_TERM = -1;
/** names and questions of one flow */
const MOST = 16;

const PROTOCOLS = wordsOf(PROTOCOL);
const OPAQUES = wordsOf(OPAQUE);
const SHORTFALLS = wordsOf(SHORTFALL);
const SOURCES = wordsOf(SOURCE);
const ANSWERS = wordsOf(ANSWER);
/** what the parts of a head are counted in */
const RADIX = { protocol: 32, opaque: 8, shortfall: 8, client: 3, mark: 2 } as const;
const NONE: never[] = [];

/** What a block holds; facts in which one of the other fields says something are not stored. */
type Stored = Pick<
  Facts,
  'protocol' | 'inner' | 'unrecognised' | 'client' | 'opaque' | 'shortfalls' | 'firstBytes' | 'names' | 'tls' | 'dns'
>;
type NotStored = Omit<Facts, keyof Stored>;
const NOTHING_ELSE: NotStored = { carried: null, rdp: null, smb: null, mails: NONE, files: NONE };

/**
 * The facts of flows that nothing more is learnt of at the moment, as numbers in blocks of one array. There are hundreds
 * of thousands, they live as long as their flows do, and nearly none is looked at again: as objects they would be copied
 * and traced by the garbage collector again and again, which cost more than all that was read of the flows.
 */
export class FactsStore {
  /** facts that are in it */
  size = 0;
  #words = new Int32Array(SMALLEST * 1024);
  /** words given out; the first block stands for "none" */
  #used = SMALLEST;
  /** by size: begin of the first block given back, which holds the begin of the next; 0: none */
  readonly #free = new Int32Array(SIZES);
  readonly #terms: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #scratch = new Int32Array(LARGEST);
  #at = 0;
  #isFull = false;

  /** @returns the handle, above 0; 0 where the facts do not fit: who has them keeps them */
  keep(facts: Facts): number {
    const { shortfalls, firstBytes, names, tls, dns } = facts;
    if (saysMore(facts) || shortfalls.length > 1 || names.length + dns.length > MOST) return 0;
    this.#at = 1;
    this.#isFull = false;
    this.#putFrame(firstBytes[0]);
    this.#putFrame(firstBytes[1]);
    if (tls !== null) this.#putTls(tls);
    this.#put(names.length);
    for (const name of names) this.#putName(name);
    this.#put(dns.length);
    for (const question of dns) this.#putQuestion(question);
    if (!this.#fits()) return 0;
    const length = this.#at;
    let size = 0;
    while (SMALLEST << size < length) size++;
    this.#scratch[0] = headOf(facts) * SIZES + size;
    const block = this.#take(size);
    if (block === 0) return 0;
    for (let index = 0; index < length; index++) this.#words[block + index] = this.#scratch[index] as number;
    this.size++;
    return block / SMALLEST;
  }

  /** @param handle one that `keep` gave, and that was not dropped since */
  read(handle: number): Facts {
    this.#at = handle * SMALLEST;
    let head = this.#next() >>> 2;
    const take = (choices: number): number => {
      const chosen = head % choices;
      head = Math.floor(head / choices);
      return chosen;
    };
    const protocol = PROTOCOLS[take(RADIX.protocol)] ?? null;
    const inner = PROTOCOLS[take(RADIX.protocol)] ?? null;
    const client = ([null, 'a', 'b'] as const)[take(RADIX.client)] ?? null;
    const opaque = OPAQUES[take(RADIX.opaque)] ?? null;
    const shortfall = SHORTFALLS[take(RADIX.shortfall)];
    const unrecognised = take(RADIX.mark) === 1;
    const hasTls = take(RADIX.mark) === 1;
    const firstBytes = [this.#frame(), this.#frame()] as const;
    const tls = hasTls ? this.#tls() : null;
    const names = this.#list(() => this.#name());
    const dns = this.#list(() => this.#question());
    return {
      ...{ protocol, inner, client, opaque, unrecognised, firstBytes, tls, names, dns },
      shortfalls: shortfall === undefined ? NONE : [shortfall],
      ...NOTHING_ELSE,
    };
  }

  /** The block is given to others. */
  drop(handle: number): void {
    const block = handle * SMALLEST;
    const size = (this.#words[block] as number) & SIZE_MASK;
    this.#words[block] = this.#free[size] as number;
    this.#free[size] = block;
    this.size--;
  }

  /** @returns the begin of a block, or 0 when there is no room for it */
  #take(size: number): number {
    const free = this.#free[size] as number;
    if (free !== 0) {
      this.#free[size] = this.#words[free] as number;
      return free;
    }
    const length = SMALLEST << size;
    if (this.#used + length > this.#words.length) {
      if (this.#words.length * 2 > LIMITS.storedFactWords) return 0;
      const grown = new Int32Array(this.#words.length * 2);
      grown.set(this.#words);
      this.#words = grown;
    }
    const block = this.#used;
    this.#used += length;
    return block;
  }

  #fits(): boolean {
    return !this.#isFull;
  }

  #put(word: number): void {
    if (this.#at < LARGEST) this.#scratch[this.#at++] = word;
    else this.#isFull = true;
  }

  #putFrame(frame: FactFrame | null): void {
    this.#put(frame === null ? -1 : frame.file);
    this.#put(frame === null ? 0 : frame.frame);
  }

  /** length, and four letters to the word */
  #putText(text: string): void {
    this.#put(text.length);
    let word = 0;
    for (let index = 0; index < text.length; index++) {
      const letter = text.charCodeAt(index);
      if (letter > 0xff) this.#isFull = true;
      word = (word << 8) | letter;
      if ((index & 3) === 3 || index === text.length - 1) this.#put(word);
    }
  }

  #putTerm(term: string | null): void {
    let number = term === null ? NO_TERM : this.#numbers.get(term);
    if (number === undefined && term !== null) {
      number = this.#terms.length;
      if (number >= TERMS) {
        this.#isFull = true;
        return;
      }
      this.#terms.push(term);
      this.#numbers.set(term, number);
    }
    this.#put(number ?? NO_TERM);
  }

  #putTls({ version, sni, ech, alpn, answered, established, certificateNames, alert }: TlsFacts): void {
    this.#put((ech ? 1 : 0) | (answered ? 2 : 0) | (established ? 4 : 0) | (sni === null ? 0 : 8));
    this.#putTerm(version);
    this.#putTerm(alert);
    if (sni !== null) this.#putText(sni);
    this.#put(alpn.length);
    for (const protocol of alpn) this.#putTerm(protocol);
    this.#put(certificateNames.length);
    for (const name of certificateNames) this.#putText(name);
  }

  #putName({ source, name, port, answer, status, ech, at }: NameFact): void {
    this.#put((SOURCE[source] * 4 + ANSWER[answer]) * 2 + (ech ? 1 : 0));
    this.#put(port ?? -1);
    this.#put(status ?? -1);
    this.#putFrame(at);
    this.#putText(name);
  }

  #putQuestion({ name, type, rcode, addresses, count, at }: DnsFact): void {
    this.#put(count);
    this.#putTerm(type);
    this.#putTerm(rcode);
    this.#putFrame(at);
    this.#putText(name);
    this.#put(addresses.length);
    for (const address of addresses) this.#putText(address);
  }

  #next(): number {
    return this.#words[this.#at++] as number;
  }

  #frame(): FactFrame | null {
    const file = this.#next();
    // frame numbers above 2^31 - 1 stand here as negative ones
    const frame = this.#next() >>> 0;
    return file < 0 ? null : { file, frame };
  }

  #text(): string {
    const length = this.#next();
    const letters: number[] = [];
    for (let index = 0; index < length; index += 4) {
      const word = this.#next();
      const count = Math.min(4, length - index);
      for (let letter = count - 1; letter >= 0; letter--) letters.push((word >>> (8 * letter)) & 0xff);
    }
    return String.fromCharCode(...letters);
  }

  #term(): string | null {
    const number = this.#next();
    return number === NO_TERM ? null : (this.#terms[number] as string);
  }

  #list<T>(read: () => T): readonly T[] {
    const length = this.#next();
    return length === 0 ? NONE : Array.from({ length }, read);
  }

  #tls(): TlsFacts {
    const marks = this.#next();
    const version = this.#term();
    const alert = this.#term();
    const sni = (marks & 8) === 0 ? null : this.#text();
    const alpn = this.#list(() => this.#term() ?? '');
    const certificateNames = this.#list(() => this.#text());
    const [ech, answered, established] = [(marks & 1) !== 0, (marks & 2) !== 0, (marks & 4) !== 0];
    return { version, sni, ech, alpn, answered, established, certificateNames, alert };
  }

  #name(): NameFact {
    const statement = this.#next();
    const [port, status] = [this.#next(), this.#next()];
    const at = this.#frame() ?? { file: 0, frame: 0 };
    return {
      source: SOURCES[statement >>> 3] as NameSource,
      answer: ANSWERS[(statement >>> 1) & 3] as NameFact['answer'],
      ech: (statement & 1) !== 0,
      port: port < 0 ? null : port,
      status: status < 0 ? null : status,
      ...{ at, name: this.#text() },
    };
  }

  #question(): DnsFact {
    const count = this.#next();
    const [type, rcode] = [this.#term() ?? '', this.#term()];
    const at = this.#frame() ?? { file: 0, frame: 0 };
    const name = this.#text();
    return { name, type, rcode, count, at, addresses: this.#list(() => this.#text()) };
  }
}

function saysMore({ carried, rdp, smb, mails, files }: NotStored): boolean {
  return carried !== null || rdp !== null || smb !== null || mails.length + files.length > 0;
}

/** What has few values, in less than 30 bits: the mixed-radix number that `read` takes apart. */
function headOf({ protocol, inner, client, opaque, shortfalls, unrecognised, tls }: Facts): number {
  const [shortfall] = shortfalls;
  let head = tls === null ? 0 : 1;
  head = head * RADIX.mark + (unrecognised ? 1 : 0);
  head = head * RADIX.shortfall + (shortfall === undefined ? 0 : SHORTFALL[shortfall]);
  head = head * RADIX.opaque + (opaque === null ? 0 : OPAQUE[opaque]);
  head = head * RADIX.client + (client === null ? 0 : client === 'a' ? 1 : 2);
  head = head * RADIX.protocol + (inner === null ? 0 : PROTOCOL[inner]);
  return head * RADIX.protocol + (protocol === null ? 0 : PROTOCOL[protocol]);
}
