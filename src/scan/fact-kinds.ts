import type { Facts } from '../model/facts.js';

/** distinct facts that are told apart; flows with further ones are judged one by one */
const KINDS = 65_536;

/** a flow with more questions is a resolver's own: like no other */
const QUESTIONS = 2;

/**
 * Tells by a number which flows have the same facts, as far as a rule can look at them: most sessions with one server,
 * and most questions for one name, say the same. Facts about single events (mails, files) make every flow its own.
 */
export class FactKinds {
  readonly #numbers = new Map<string, number>();

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
    // texts from packets stand behind their lengths: none can look like two
    for (const { source, name, port, answer, status, ech } of names)
      key += ` ${source} ${port ?? ''} ${answer} ${status ?? ''} ${ech} ${name.length}:${name}`;
    if (tls !== null) {
      key += ` ${tls.version ?? ''} ${tls.ech} ${tls.answered} ${tls.established} ${tls.alert ?? ''} ${tls.sni === null}`;
      for (const alpn of tls.alpn) key += ` ${alpn.length}:${alpn}`;
      for (const name of tls.certificateNames) key += ` =${name.length}:${name}`;
    }
    for (const { name, type, rcode, addresses } of dns)
      key += ` ${name.length}:${name} ${type} ${rcode ?? ''} ${addresses.join(' ')};`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    if (this.#numbers.size >= KINDS) return -1;
    this.#numbers.set(key, this.#numbers.size + 1);
    return this.#numbers.size;
  }
}

function carriedKey({ carried }: Facts): string {
  return carried === null ? '' : (carried.protocol ?? '?');
}
