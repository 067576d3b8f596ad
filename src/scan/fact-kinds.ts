import type { DnsFact, Facts, NameFact } from '../model/facts.js';
import type { Topology } from '../model/topology.js';
import { NameClasses } from '../rules/name-classes.js';

/** distinct facts that are told apart; flows with further ones are judged one by one */
const KINDS = 65_536;

/** a flow with more questions is a resolver's own: like no other */
const QUESTIONS = 2;

/**
 * Tells by a number which flows have the same facts, as far as a rule can look at them: of a name that is its class, of
 * addresses in answers whether one is public. Most sessions that cross say the same. Facts about single events (mails,
 * files) make every flow its own.
 */
export class FactKinds {
  readonly #topology: Topology;
  readonly #classes: NameClasses;
  readonly #numbers = new Map<string, number>();

  constructor(topology: Topology) {
    this.#topology = topology;
    this.#classes = new NameClasses(topology);
  }

  /** @returns 0 for no facts at all, -1 where the flow is like no other */
  of(facts: Facts | null): number {
    if (facts === null) return 0;
    const { names, tls, dns, mails, files } = facts;
    // how much a login session carried makes a difference (rule 20)
    if (facts.protocol === 'ssh') return -1;
    if (mails.length + files.length > 0 || facts.rdp !== null || facts.smb !== null || dns.length > QUESTIONS)
      return -1;
    let key = `${facts.protocol ?? ''} ${facts.inner ?? ''} ${carriedKey(facts)} ${facts.unrecognised} ${facts.client ?? ''} ${facts.opaque ?? ''}`;
    for (const shortfall of facts.shortfalls) key += ` ${shortfall}`;
    let before = '';
    for (const name of names) {
      const part = this.#partOf(name);
      // a rule asks whether one name, or every name, is so: not how many are
      if (part !== before) key += part;
      before = part;
    }
    if (tls !== null) {
      key += ` ${tls.version ?? ''} ${tls.ech} ${tls.answered} ${tls.established} ${tls.alert ?? ''} ${tls.sni === null}`;
      // texts from packets stand behind their lengths: none can look like two
      for (const alpn of tls.alpn) key += ` ${alpn.length}:${alpn}`;
    }
    for (const question of dns) key += this.#partOfQuestion(question);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    if (this.#numbers.size >= KINDS) return -1;
    this.#numbers.set(key, this.#numbers.size + 1);
    return this.#numbers.size;
  }

  #partOf({ source, name, port, answer, status, ech }: NameFact): string {
    return ` ${source} ${port ?? ''} ${answer} ${status ?? ''} ${ech} ${this.#classes.of(name)}`;
  }

  #partOfQuestion({ name, type, rcode, addresses }: DnsFact): string {
    const isPublic = addresses.some((address) => this.#topology.place(address).area === 'public');
    return ` ${type} ${rcode ?? ''} ${isPublic} ${this.#classes.of(name)};`;
  }
}

function carriedKey({ carried }: Facts): string {
  return carried === null ? '' : (carried.protocol ?? '?');
}
