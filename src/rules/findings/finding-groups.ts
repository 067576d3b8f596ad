import { firstOfPrefix, formatPrefix, parseAddress } from '../../base/address.js';
import { LIMITS } from '../../base/limits.js';
import type { Observation } from '../../model/observation.js';
import type { FindingDraft } from './finding-draft.js';
import { beginningOf, FindingGroup, type GroupName } from './finding-group.js';
import type { Ruling } from '../judge.js';

/** more than this many destinations of one source become networks, more ports a scan (domain.md 2.4) */
const MANY = 20;

/** Flows of one rule, source, protocol and outcome. */
interface SourceGroup {
  readonly from: string;
  /** keys are networks, not addresses */
  hasNetworks: boolean;
  destinations: Map<string, DestinationGroup>;
}

type DestinationGroup = { readonly ports: Map<number, FindingGroup> } | { readonly scan: FindingGroup };

/**
 * One finding per rule, source host, destination (host, or network when there are many), port (or scan) and outcome.
 * What several days have in common is one finding: its name must be the same in the next scan.
 *
 * Growing coarser depends on the sets of destinations and ports alone, never on the order in which flows come; once a
 * threshold is passed, more flows only add. Beyond `LIMITS.findings` groups, further ones fall together per rule and
 * outcome: counted and judged, but without their ends.
 */
export class FindingGroups {
  /** flows that found no room for a group of their own */
  overflowed = 0;
  readonly #sources = new Map<string, SourceGroup>();
  readonly #overflow = new Map<string, FindingGroup>();
  readonly #limit: number;
  #count = 0;

  constructor(limit: number = LIMITS.findings) {
    this.#limit = limit;
  }

  /** one that goes on by itself */
  copy(): FindingGroups {
    const copy = new FindingGroups(this.#limit);
    copy.overflowed = this.overflowed;
    copy.#count = this.#count;
    for (const [key, { from, hasNetworks, destinations }] of this.#sources)
      copy.#sources.set(key, {
        from,
        hasNetworks,
        destinations: new Map(Array.from(destinations, ([to, destination]) => [to, copyDestination(destination)])),
      });
    for (const [key, group] of this.#overflow) copy.#overflow.set(key, group.copy());
    return copy;
  }

  add(ruling: Ruling, observation: Observation, related: readonly string[]): void {
    const group = this.#groupOf(ruling, observation) ?? this.#overflowOf(ruling, observation);
    group.add(ruling, observation, related);
  }

  *drafts(): Iterable<FindingDraft> {
    for (const source of this.#sources.values()) {
      for (const [to, destination] of source.destinations) {
        const name = (port: number | null): GroupName => ({ from: source.from, to, port });
        if ('scan' in destination) yield destination.scan.toDraft(name(null));
        else for (const [port, group] of destination.ports) yield group.toDraft(name(port));
      }
    }
    for (const group of this.#overflow.values()) yield group.toDraft({ from: null, to: null, port: null });
  }

  /** `undefined`: there is no room for another group. */
  #groupOf(ruling: Ruling, observation: Observation): FindingGroup | undefined {
    const { flow, from, to } = observation;
    const key = `${ruling.rule} ${flow.outcome} ${flow.proto} ${from.address}`;
    let source = this.#sources.get(key);
    if (source === undefined) {
      if (this.#count >= this.#limit) return undefined;
      this.#sources.set(key, (source = { from: from.address, hasNetworks: false, destinations: new Map() }));
    }
    const name = source.hasNetworks ? networkOf(to.address) : to.address;
    let destination = source.destinations.get(name);
    if (destination === undefined) {
      if (this.#count >= this.#limit) return undefined;
      destination = { ports: new Map<number, FindingGroup>() };
      source.destinations.set(name, destination);
    }
    if ('scan' in destination) return destination.scan;
    let group = destination.ports.get(to.port);
    if (group !== undefined) return group;
    if (this.#count >= this.#limit) return undefined;
    group = new FindingGroup(ruling, beginningOf(observation));
    destination.ports.set(to.port, group);
    this.#count++;
    if (destination.ports.size > MANY) {
      group = this.#mergePorts(destination.ports);
      source.destinations.set(name, { scan: group });
    }
    if (source.destinations.size > MANY && !source.hasNetworks) {
      this.#mergeDestinations(source);
      // the new group may have been merged into another: ask again
      return this.#groupOf(ruling, observation);
    }
    return group;
  }

  #mergePorts(ports: ReadonlyMap<number, FindingGroup>): FindingGroup {
    const [whole, ...others] = ports.values();
    if (whole === undefined) throw new Error('a destination without ports has nothing to merge');
    for (const other of others) whole.merge(other);
    this.#count -= others.length;
    return whole;
  }

  #mergeDestinations(source: SourceGroup): void {
    const networks = new Map<string, DestinationGroup>();
    for (const [address, destination] of source.destinations) {
      const network = networkOf(address);
      const present = networks.get(network);
      networks.set(network, present === undefined ? destination : this.#mergePair(present, destination));
    }
    source.destinations = networks;
    source.hasNetworks = true;
  }

  #mergePair(x: DestinationGroup, y: DestinationGroup): DestinationGroup {
    if ('scan' in x || 'scan' in y) {
      const [scan, other] = 'scan' in x ? [x.scan, y] : 'scan' in y ? [y.scan, x] : [];
      if (scan === undefined || other === undefined) return x;
      for (const group of 'scan' in other ? [other.scan] : other.ports.values()) {
        scan.merge(group);
        this.#count--;
      }
      return { scan };
    }
    const ports = new Map(x.ports);
    for (const [port, group] of y.ports) {
      const present = ports.get(port);
      if (present === undefined) ports.set(port, group);
      else {
        present.merge(group);
        this.#count--;
      }
    }
    return ports.size > MANY ? { scan: this.#mergePorts(ports) } : { ports };
  }

  #overflowOf(ruling: Ruling, observation: Observation): FindingGroup {
    this.overflowed++;
    const key = `${ruling.rule} ${observation.flow.outcome} ${observation.flow.proto}`;
    let group = this.#overflow.get(key);
    if (group === undefined) this.#overflow.set(key, (group = new FindingGroup(ruling, beginningOf(observation))));
    return group;
  }
}

function copyDestination(destination: DestinationGroup): DestinationGroup {
  if ('scan' in destination) return { scan: destination.scan.copy() };
  return { ports: new Map(Array.from(destination.ports, ([port, group]) => [port, group.copy()])) };
}

/** The /24 of an IPv4, the /64 of an IPv6 address. */
function networkOf(text: string): string {
  if (!text.includes(':')) return `${text.slice(0, text.lastIndexOf('.'))}.0/24`;
  const address = parseAddress(text);
  if (address === undefined) return text;
  return formatPrefix({ address: firstOfPrefix({ address, length: 64 }), length: 64 });
}
