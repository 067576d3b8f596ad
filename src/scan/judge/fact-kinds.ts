import { PairTable } from '../../base/pair-table.js';
import { ANSWER, OPAQUE, PROTOCOL, SHORTFALL, SOURCE } from '../../inspect/fact-numbers.js';
import type { AppProtocol, DnsFact, Facts, NameFact, TlsFacts } from '../../model/facts.js';
import type { Topology } from '../../model/topology.js';
import { NameClasses } from '../../rules/names/name-classes.js';

/** distinct facts, and beginnings of such, that are told apart; flows with further ones are judged one by one */
const KINDS = 65_536;
/** one step says a meaning of two bits and a part of 30 */
const MEANINGS = 4;
const PART = 2 ** 30;
/** types and outcomes of questions that are told apart */
const WORDS = 256;
const FRAME = 0;
const TLS = 1;
const NAME = 2;
const QUESTION = 3;

/** a flow with more questions is a resolver's own: like no other */
const QUESTIONS = 2;

/**
 * Tells by a number which flows have the same facts, as far as a rule can look at them: of a name that is its class, of
 * addresses in answers whether one is public, of TLS how far it came. Most sessions that cross say the same. Facts about
 * single events (mails, files) make every flow its own. It walks a tree of numbers, one step for each part of the facts:
 * a key of text would cost more than all else that is done for such a flow.
 */
export class FactKinds {
  readonly #topology: Topology;
  readonly #classes: NameClasses;
  /** numbers of kinds by the number of their beginning and of the step from there */
  readonly #steps = new PairTable();
  /** types and outcomes of questions by their text */
  readonly #words = new Map<string | null, number>();

  constructor(topology: Topology) {
    this.#topology = topology;
    this.#classes = new NameClasses(topology);
  }

  /** Numbers are given anew from here on. */
  reset(): void {
    this.#steps.clear();
    this.#words.clear();
  }

  /** @returns 0 for no facts at all, -1 where the flow is like no other */
  of(facts: Facts | null): number {
    if (facts === null) return 0;
    const { names, tls, dns, mails, files } = facts;
    // how much a login session carried makes a difference (rule 20)
    if (facts.protocol === 'ssh') return -1;
    if (mails.length + files.length > 0 || facts.rdp !== null || facts.smb !== null || dns.length > QUESTIONS)
      return -1;
    let kind = this.#step(0, FRAME, frameOf(facts));
    if (tls !== null) kind = this.#step(kind, TLS, progressOf(tls));
    let statementBefore = -1;
    let nameBefore = -1;
    for (const fact of names) {
      const statement = statementOf(fact);
      const name = this.#classes.of(fact.name) * 65_537 + (fact.port ?? -1) + 1;
      // a rule asks whether one name, or every name, is so: not how many are
      if (statement === statementBefore && name === nameBefore) continue;
      kind = this.#step(this.#step(kind, NAME, statement), NAME, name);
      statementBefore = statement;
      nameBefore = name;
    }
    for (const question of dns) kind = this.#step(kind, QUESTION, this.#questionOf(question));
    return kind;
  }

  /** From one kind to that with a further part; -1 where there is no number for it. */
  #step(from: number, meaning: number, part: number): number {
    if (from < 0 || part < 0 || part >= PART) return -1;
    const step = from * MEANINGS + meaning;
    const known = this.#steps.get(step, part);
    if (known >= 0) return known;
    if (this.#steps.size >= KINDS) return -1;
    const number = this.#steps.size + 1;
    this.#steps.add(step, part, number);
    return number;
  }

  #questionOf({ name, type, rcode, addresses }: DnsFact): number {
    const isPublic = addresses.some((address) => this.#topology.place(address).area === 'public');
    const [asked, answered] = [this.#wordOf(type), this.#wordOf(rcode)];
    if (asked >= WORDS || answered >= WORDS) return -1;
    return ((this.#classes.of(name) * WORDS + asked) * WORDS + answered) * 2 + (isPublic ? 1 : 0);
  }

  #wordOf(word: string | null): number {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    if (this.#words.size >= WORDS) return WORDS;
    this.#words.set(word, this.#words.size);
    return this.#words.size - 1;
  }
}

/** protocol, what runs inside or is carried, who is the client, what hides the content, what is missing: 29 bits */
function frameOf({ protocol, inner, carried, unrecognised, client, opaque, shortfalls }: Facts): number {
  let frame = numberOf(protocol) * 32 + numberOf(inner);
  frame = frame * 2 + (unrecognised ? 1 : 0);
  frame = frame * 4 + (client === null ? 0 : client === 'a' ? 1 : 2);
  frame = frame * 8 + (opaque === null ? 0 : OPAQUE[opaque]);
  frame = frame * 64 + (carried === null ? 0 : 1 + numberOf(carried.protocol));
  let missing = 0;
  for (const shortfall of shortfalls) missing |= 1 << (SHORTFALL[shortfall] - 1);
  return frame * 128 + missing;
}

function numberOf(protocol: AppProtocol | null): number {
  return protocol === null ? 0 : PROTOCOL[protocol];
}

function progressOf({ sni, ech, answered, established, alert }: TlsFacts): number {
  return (
    (sni === null ? 0 : 1) | (ech ? 2 : 0) | (answered ? 4 : 0) | (established ? 8 : 0) | (alert === null ? 0 : 16)
  );
}

function statementOf({ source, answer, status, ech }: NameFact): number {
  return (((status ?? -1) + 1) * 8 + SOURCE[source]) * 8 + ANSWER[answer] * 2 + (ech ? 1 : 0);
}
