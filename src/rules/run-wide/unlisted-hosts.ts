import { LIMITS } from '../../base/limits.js';
import { formatEpoch, type Nanoseconds } from '../../base/time.js';
import type { Hop } from '../../model/flow.js';
import type { ObservedEnd, Observation } from '../../model/observation.js';
import { ZONES, type Clause, type Zone } from '../../model/place.js';
import type { FindingEnd } from '../../model/report.js';
import type { Topology } from '../../model/topology.js';
import { Exemplars } from '../findings/exemplars.js';
import { fingerprint, type FindingDraft } from '../findings/finding-draft.js';
import { ruleIdOf, ruleOf } from '../registry.js';
import { AREA_NAMES } from '../wording.js';

/** domain.md D-HOST: this many packets as source, or one completed exchange */
const PACKETS = 3;
const CLAUSE_OF_ZONE: Readonly<Record<Zone, Clause>> = { mynumber: 'A', lgwan: 'I', internet: 'U' };

interface UnlistedHost {
  readonly zone: Zone;
  end: FindingEnd;
  flows: number;
  packets: number;
  bytes: number;
  completed: boolean;
  first: Nanoseconds;
  last: Nanoseconds;
  readonly exemplars: Exemplars;
}

/** Rule 50: hosts that send in a zone and stand in no list. One finding for each host and zone. */
export class UnlistedHosts {
  /** hosts that found no room */
  refused = 0;
  readonly #topology: Topology;
  readonly #hosts = new Map<string, UnlistedHost>();

  constructor(topology: Topology) {
    this.#topology = topology;
  }

  add(observation: Observation): void {
    // what stands on a wire bears the address that the wire showed
    for (const seen of observation.asSeen ?? [observation]) this.#addSeen(seen);
  }

  #addSeen(observation: Observation): void {
    const { flow, outer, from, to, directionKnown } = observation;
    if (flow.mirrorTransport) return;
    // an address inside a tunnel stands behind the tunnel, not on our segments
    if (flow.layer > 0 && outer !== null && !outer.mirrorTransport) return;
    const isFromA = !directionKnown || flow.initiator === 'a';
    const [fromHops, toHops] = isFromA ? flow.hops : [flow.hops[1], flow.hops[0]];
    if (isHost(to)) this.#see(observation, from, fromHops, observation.forward);
    // what answers from the Internet stands behind the router whose card is seen
    if (isHost(from) && !isTransit(observation)) this.#see(observation, to, toHops, observation.backward);
  }

  /** Could another flow between these ends change what is said of a host? */
  watches(observation: Observation): boolean {
    const isEnd = (observation.asSeen ?? [observation])
      .flatMap(({ from, to }) => [from, to])
      .some(({ place }) => place.unlisted || (place.area === 'unassigned' && place.otherMember === null));
    return isEnd || isTransit(observation);
  }

  /** one that goes on by itself */
  copy(): UnlistedHosts {
    const copy = new UnlistedHosts(this.#topology);
    copy.refused = this.refused;
    for (const [key, host] of this.#hosts) copy.#hosts.set(key, { ...host, exemplars: host.exemplars.copy() });
    return copy;
  }

  *drafts(): Iterable<FindingDraft> {
    const definition = ruleOf('50');
    for (const { zone, end, ...host } of this.#hosts.values()) {
      if (host.packets < PACKETS && !host.completed) continue;
      const clause = CLAUSE_OF_ZONE[zone];
      const rule = ruleIdOf(definition, clause);
      const isUndeclared = end.zone === 'unassigned' || end.zone === 'public';
      yield {
        id: fingerprint(rule, zone, end.address),
        rule,
        clause,
        verdict: 'observation',
        severity: clause === 'A' ? 'high' : 'medium',
        outcome: null,
        title: definition.titles[clause] ?? { ja: '', en: '' },
        summary: isUndeclared
          ? {
              ja: `${AREA_NAMES[zone].ja}のVLANで、構成定義ファイルのどこにも宣言されていないアドレスの機器が通信している。`,
              en: `On a VLAN of ${AREA_NAMES[zone].en} a host communicates whose address the topology file declares nowhere.`,
            }
          : {
              ja: `${AREA_NAMES[zone].ja}の台帳に記載のない機器が通信している。`,
              en: `A host communicates that the inventory of ${AREA_NAMES[zone].en} does not list.`,
            },
        from: end,
        to: { zone: null, address: null, host: null, mac: null },
        service: null,
        first: formatEpoch(host.first),
        last: formatEpoch(host.last),
        flows: host.flows,
        packets: host.packets,
        bytes: host.bytes,
        conduit: null,
        reasons: [
          isUndeclared ? 'address-undeclared' : 'inventory-closed',
          host.completed ? 'exchange-completed' : 'packets-as-source',
        ],
        related: [],
        limits: definition.limits,
        remedy: definition.remedy,
        frames: host.exemplars.frames(),
      };
    }
  }

  #see(
    observation: Observation,
    end: ObservedEnd,
    hops: readonly Hop[],
    sent: { readonly packets: number; readonly bytes: number },
  ): void {
    if (sent.packets === 0 || end.place.isBroadcast) return;
    const zone = this.#zoneOf(end, hops);
    if (zone === null || (end.place.area === 'public' && !isTransit(observation))) return;
    const key = `${zone} ${end.address}`;
    const { flow } = observation;
    let host = this.#hosts.get(key);
    if (host === undefined) {
      if (this.#hosts.size >= LIMITS.unlistedHosts) {
        this.refused++;
        return;
      }
      const found = { zone: end.place.area, address: end.address, host: end.place.host, mac: end.mac };
      host = {
        zone,
        end: found,
        flows: 0,
        packets: 0,
        bytes: 0,
        completed: false,
        first: flow.first,
        last: flow.last,
        exemplars: new Exemplars(),
      };
      this.#hosts.set(key, host);
    }
    host.flows++;
    host.packets += sent.packets;
    host.bytes += sent.bytes;
    if (flow.outcome === 'data' || flow.outcome === 'established') host.completed = true;
    if (flow.first < host.first) host.first = flow.first;
    if (flow.last > host.last) host.last = flow.last;
    if (host.exemplars.add(flow)) host.end = { ...host.end, mac: end.mac };
  }

  /** The zone whose inventory lacks this end, or `null`. */
  #zoneOf(end: ObservedEnd, hops: readonly Hop[]): Zone | null {
    const { place } = end;
    if (place.unlisted) return ZONES.find((zone) => zone === place.area) ?? null;
    const isPublic = place.area === 'public' && !end.address.includes(':');
    if ((place.area !== 'unassigned' && !isPublic) || place.otherMember !== null) return null;
    for (const hop of hops) {
      // what a gateway sends on comes from elsewhere
      if (hop.sourceMac === null || hop.vlan === null || this.#topology.gatewaysOfMac(hop.sourceMac).length > 0)
        continue;
      const areas = hop.vlan.split('.').map((vlan) => this.#topology.areaOfVlan(Number(vlan)));
      const zone = ZONES.find((name) => areas.includes(name));
      // in the closed zones an address of the Internet is a spoofed one (check 15)
      if (zone !== undefined) return isPublic && zone !== 'internet' ? null : zone;
    }
    return null;
  }
}

/** Between two addresses of the Internet, on our wires: whoever opened it stands there, or it only passes through. */
function isTransit({ from, to, directionKnown }: Observation): boolean {
  return directionKnown && from.place.area === 'public' && to.place.area === 'public';
}

/** Not what only receives: a broadcast or multicast address proves no exchange. */
function isHost(end: ObservedEnd): boolean {
  return end.place.area !== 'special' && !end.place.isBroadcast;
}
