import { parseAddress, parsePrefix, prefixContains, type Prefix } from '../../base/address.js';
import { isGroupMac } from '../../base/virtual-mac.js';
import { LIMITS } from '../../base/limits.js';
import { formatEpoch, type Nanoseconds } from '../../base/time.js';
import type { Hop } from '../../model/flow.js';
import type { ObservedEnd, Observation } from '../../model/observation.js';
import type { FindingEnd } from '../../model/report.js';
import type { Gateway, Topology } from '../../model/topology.js';
import { Exemplars } from '../findings/exemplars.js';
import { fingerprint, NO_END, type FindingDraft } from '../findings/finding-draft.js';
import { endOf } from '../findings/finding-group.js';
import { ruleIdOf, ruleOf } from '../registry.js';
import { vlanOfHop } from '../terms/vlan-of-hop.js';

const TCP = 6;

/** A VLAN on the outer side of address translation: the way out begins here, with translated addresses. */
interface OuterVlan {
  /** addresses that may leave here: those of the translation, and of the gateways on this VLAN */
  readonly registered: readonly Prefix[];
  /** addresses that the translation is to hide */
  readonly inside: readonly Prefix[];
  /** cards towards which frames go back in */
  readonly inward: ReadonlySet<string>;
  /** cards of the registered next hop: what they send comes from outside */
  readonly outward: ReadonlySet<string>;
}

interface Source {
  from: FindingEnd;
  to: FindingEnd;
  readonly vlan: number;
  isAnswered: boolean;
  readonly exemplars: Exemplars;
  first: Nanoseconds;
  last: Nanoseconds;
  flows: number;
  packets: number;
  bytes: number;
}

/** Rule 66: who sends to the Internet, behind the translation of addresses, with an address that is not registered. */
export class EgressAddresses {
  /** sources that found no room */
  refused = 0;
  readonly #topology: Topology;
  readonly #vlans: ReadonlyMap<number, OuterVlan>;
  readonly #sources = new Map<string, Source>();

  constructor(topology: Topology) {
    this.#topology = topology;
    this.#vlans = outerVlansOf(topology);
  }

  copy(): EgressAddresses {
    const copy = new EgressAddresses(this.#topology);
    copy.refused = this.refused;
    for (const [key, source] of this.#sources)
      copy.#sources.set(key, { ...source, exemplars: source.exemplars.copy() });
    return copy;
  }

  /** True for every flow that leaves here: they are told apart by their very address. */
  watches(observation: Observation): boolean {
    if (this.#vlans.size === 0) return false;
    return (observation.asSeen ?? [observation]).some((seen) => this.#leavingSides(seen).length > 0);
  }

  add(observation: Observation): void {
    if (this.#vlans.size === 0) return;
    // what counts here is the address on the wire, not the host behind it
    for (const seen of observation.asSeen ?? [observation]) this.#addSeen(seen);
  }

  #addSeen(observation: Observation): void {
    for (const { source, destination, vlan } of this.#leavingSides(observation)) {
      const outer = this.#vlans.get(vlan);
      const address = parseAddress(source.address);
      if (outer === undefined || address === undefined) continue;
      const holds = (prefix: Prefix): boolean => prefixContains(prefix, address);
      if (outer.registered.some(holds)) continue;
      // a registered host that is not to be translated leaves under its own name
      if (source.place.host !== null && !outer.inside.some(holds)) continue;
      this.#note(observation, source, destination, vlan);
    }
  }

  *drafts(): Iterable<FindingDraft> {
    const definition = ruleOf('66');
    const rule = ruleIdOf(definition, 'U');
    for (const { from, to, vlan, ...source } of this.#sources.values()) {
      yield {
        id: fingerprint(rule, from.address, vlan),
        rule,
        clause: 'U',
        verdict: source.isAnswered ? 'violation' : 'suspected',
        severity: 'high',
        outcome: source.isAnswered ? 'data' : null,
        title: definition.titles.U ?? { ja: '', en: '' },
        summary: {
          ja: `アドレス変換の外側であるVLAN ${vlan}で、出口アドレスとして登録のない送信元 ${from.address ?? '?'} からインターネットへ送信があった。${source.isAnswered ? '通信が成立した。' : '応答は観測されていない（変換の漏れの可能性もある）。'}`,
          en: `On VLAN ${vlan}, outside the translation of addresses, packets leave for the Internet from ${from.address ?? '?'}, which is no registered egress address. ${source.isAnswered ? 'There was an answer.' : 'No answer was seen (perhaps a leak of the translation).'}`,
        },
        from,
        to,
        service: null,
        first: formatEpoch(source.first),
        last: formatEpoch(source.last),
        flows: source.flows,
        packets: source.packets,
        bytes: source.bytes,
        conduit: null,
        reasons: ['outside-translation', 'source-not-registered', source.isAnswered ? 'answered' : 'not-answered'],
        related: [],
        limits: definition.limits,
        remedy: definition.remedy,
        frames: source.exemplars.frames(),
      };
    }
  }

  /** Directions in which packets were seen to leave on an outer VLAN. */
  #leavingSides(observation: Observation) {
    const { flow, from, to, forward, backward } = observation;
    if (flow.mirrorTransport || flow.errorsOnly || (flow.layer > 0 && observation.outer !== null)) return [];
    // what is left of a connection that the translation has forgotten
    if (flow.proto === TCP && !flow.payload[0] && !flow.payload[1] && flow.tcp?.flags.join('').includes('S') !== true)
      return [];
    const isFromA = flow.initiator !== 'b';
    const [there, back] = isFromA ? flow.hops : [flow.hops[1], flow.hops[0]];
    const ways = [
      { source: from, destination: to, hops: there, packets: forward.packets },
      { source: to, destination: from, hops: back, packets: backward.packets },
    ];
    return ways.flatMap(({ source, destination, hops, packets }) => {
      if (packets === 0 || destination.place.area !== 'public' || source.place.area === 'special') return [];
      const vlan = this.#outerVlanOf(hops);
      return vlan === null ? [] : [{ source, destination, vlan }];
    });
  }

  #outerVlanOf(hops: readonly Hop[]): number | null {
    for (const hop of hops) {
      const vlan = vlanOfHop(hop, this.#topology);
      const outer = vlan === null ? undefined : this.#vlans.get(vlan);
      if (vlan === null || outer === undefined || hop.sourceMac === null || hop.destinationMac === null) continue;
      const isLeaving = !outer.inward.has(hop.destinationMac) && !outer.outward.has(hop.sourceMac);
      if (isLeaving && !isGroupMac(hop.destinationMac)) return vlan;
    }
    return null;
  }

  #note({ flow }: Observation, from: ObservedEnd, to: ObservedEnd, vlan: number): void {
    const key = `${vlan} ${from.address}`;
    let source = this.#sources.get(key);
    if (source === undefined) {
      if (this.#sources.size >= LIMITS.egressSources) {
        this.refused++;
        return;
      }
      source = {
        from: endOf(from),
        to: endOf(to),
        vlan,
        isAnswered: false,
        exemplars: new Exemplars(),
        first: flow.first,
        last: flow.last,
        flows: 0,
        packets: 0,
        bytes: 0,
      };
      this.#sources.set(key, source);
    }
    source.flows++;
    source.packets += flow.packets[0] + flow.packets[1];
    source.bytes += flow.bytes[0] + flow.bytes[1];
    if (flow.outcome === 'data' || flow.outcome === 'established') source.isAnswered = true;
    if (flow.first < source.first) source.first = flow.first;
    if (flow.last > source.last) source.last = flow.last;
    if (source.exemplars.add(flow)) {
      source.from = endOf(from);
      source.to = source.flows > 1 ? NO_END : endOf(to);
    }
  }
}

/**
 * VLANs of the way out on which a gateway that translates addresses stands: the segment of the registered way to the
 * security cloud, or a carrier's. Where no translation is declared, nobody can say which addresses belong outside.
 */
function outerVlansOf(topology: Topology): ReadonlyMap<number, OuterVlan> {
  const found = new Map<number, OuterVlan>();
  const isExit = (gateway: Gateway): boolean => gateway.roles.includes('security-cloud-router');
  const exits = topology.gateways.filter(isExit).flatMap(({ legs }) => legs.flatMap(({ vlan }) => vlan ?? []));
  for (const vlan of new Set(topology.gateways.flatMap(({ legs }) => legs.flatMap((leg) => leg.vlan ?? [])))) {
    const here = topology.gateways.filter(({ legs }) => legs.some((leg) => leg.vlan === vlan));
    const isCarrier = topology.areaOfVlan(vlan) === 'public';
    const translators = here.filter((gateway) => gateway.nat.length > 0 && (isCarrier || !isExit(gateway)));
    if (translators.length === 0 || (!isCarrier && !exits.includes(vlan))) continue;
    const cardsOf = (gateways: readonly Gateway[]): ReadonlySet<string> =>
      new Set(
        gateways.flatMap(({ legs }) =>
          legs
            .filter((leg) => leg.vlan === vlan)
            .flatMap(({ mac, virtualMacs }) => [...(mac === null ? [] : [mac]), ...virtualMacs]),
        ),
      );
    const others = here.filter((gateway) => !translators.includes(gateway));
    found.set(vlan, {
      registered: [
        ...translators.flatMap(({ nat }) => nat.flatMap(({ outside }) => prefixesOf(outside))),
        ...here.flatMap(({ legs }) =>
          legs
            .filter((leg) => leg.vlan === vlan)
            .flatMap(({ ip, ipv6 }) => [ip, ipv6].flatMap((text) => prefixesOf(text))),
        ),
      ],
      inside: translators.flatMap(({ nat }) => nat.flatMap(({ inside }) => prefixesOf(inside))),
      inward: cardsOf(translators),
      outward: cardsOf(others),
    });
  }
  return found;
}

function prefixesOf(text: string | null): readonly Prefix[] {
  if (text === null) return [];
  const address = parseAddress(text);
  const prefix = address === undefined ? parsePrefix(text) : { address, length: address.family === 4 ? 32 : 128 };
  return prefix === undefined ? [] : [prefix];
}
