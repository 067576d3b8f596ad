import type { Text } from '../../base/text.js';
import { matchesName } from '../../base/name-pattern.js';
import type { Facts, NameFact } from '../../model/facts.js';
import type { ObservedEnd } from '../../model/observation.js';
import type { Conduit, Topology } from '../../model/topology.js';
import { endCovers } from '../terms/content-ends.js';
import { directNames } from './destination-names.js';

/** α′ conduits that lead this host to clouds by name. */
export function designationsOf(from: ObservedEnd, topology: Topology): readonly Conduit[] {
  return topology.conduits.filter(
    (conduit) => conduit.kind === 'designatedCloud' && conduit.to.names.length > 0 && endCovers(conduit.from, from),
  );
}

export type NameAnswer =
  /** every name that was said is designated */
  | { readonly is: 'designated' }
  | { readonly is: 'other'; readonly names: readonly NameFact[] }
  /** no name could be read, and why */
  | { readonly is: 'unknown'; readonly why: 'ech' | 'no-name' | 'not-read' };

export type WhyUnseen = Extract<NameAnswer, { is: 'unknown' }>['why'];

/** Why a name could not be read, as the end of a sentence. */
export const WHY_UNSEEN: Readonly<Record<WhyUnseen, Text>> = {
  ech: {
    ja: '暗号化されたClientHello（ECH）のため、本来の宛先名は見えない',
    en: 'Encrypted Client Hello hides the name that was really meant',
  },
  'no-name': { ja: '宛先名は示されなかった', en: 'no name was said' },
  'not-read': { ja: '宛先名を含む部分が採取されていない', en: 'the part with the name was not captured' },
};

export function whyUnseen(facts: Facts | null): WhyUnseen {
  if (facts?.names.some(({ ech }) => ech) === true) return 'ech';
  return facts !== null && facts.shortfalls.length > 0 ? 'not-read' : 'no-name';
}

/** What the names of a flow say of the designation. Allowed by name and never by address alone (domain.md D-NAME). */
export function compareNames(facts: Facts | null, designations: readonly Conduit[]): NameAnswer {
  if (facts === null) return { is: 'unknown', why: 'no-name' };
  const names = directNames(facts);
  const others = names.filter(
    (fact) => !designations.some(({ to }) => to.names.some((entry) => matchesName(fact.name, entry))),
  );
  // with ECH the name in the clear is the provider's, whatever the client wants
  const open = others.filter(({ ech }) => !ech);
  if (open.length > 0) return { is: 'other', names: open };
  if (others.length > 0) return { is: 'unknown', why: 'ech' };
  if (names.some(({ ech }) => ech)) return { is: 'unknown', why: 'ech' };
  if (names.length > 0) return { is: 'designated' };
  return { is: 'unknown', why: whyUnseen(facts) };
}
