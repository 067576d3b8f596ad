import type { Facts } from '../model/facts.js';

/** distinct facts that are told apart; flows with further ones are judged one by one */
const KINDS = 65_536;

/**
 * Tells by a number which flows have the same facts, as far as a rule can look at them: most sessions with one server say
 * the same. Facts about single events (mails, files, questions) make every flow its own.
 */
export class FactKinds {
  readonly #numbers = new Map<string, number>();

  /** @returns 0 for no facts at all, -1 where the flow is like no other */
  of(facts: Facts | null): number {
    if (facts === null) return 0;
    const { names, tls } = facts;
    if (facts.mails.length + facts.files.length + facts.dns.length > 0 || facts.rdp !== null || facts.smb !== null)
      return -1;
    const key =
      names.length === 0 && tls === null
        ? plainKeyOf(facts)
        : JSON.stringify([
            plainKeyOf(facts),
            tls,
            names.map((name) => [name.source, name.name, name.port, name.answer, name.status, name.ech]),
          ]);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    if (this.#numbers.size >= KINDS) return -1;
    this.#numbers.set(key, this.#numbers.size + 1);
    return this.#numbers.size;
  }
}

function plainKeyOf({ protocol, inner, unrecognised, client, opaque, shortfalls }: Facts): string {
  return `${protocol ?? ''} ${inner ?? ''} ${unrecognised} ${client ?? ''} ${opaque ?? ''} ${shortfalls.join(' ')}`;
}
