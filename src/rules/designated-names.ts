import type { Facts, NameFact } from '../model/facts.js';
import type { ObservedEnd } from '../model/observation.js';
import type { Conduit, Topology } from '../model/topology.js';
import { endCovers } from './content-ends.js';
import { directNames, matchesName } from './destination-names.js';

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
  return { is: 'unknown', why: facts.shortfalls.length > 0 ? 'not-read' : 'no-name' };
}
