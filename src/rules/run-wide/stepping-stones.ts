import { LIMITS } from '../../base/limits.js';
import type { Text } from '../../base/text.js';
import { formatEpoch, type Nanoseconds } from '../../base/time.js';
import type { FrameReference } from '../../model/flow.js';
import type { ObservedEnd, Observation } from '../../model/observation.js';
import type { Area, Clause } from '../../model/place.js';
import { compareLegs, type Leg, type Likeness } from './correlate-tracks.js';
import { OneHost, ownCardOf, type SameHostBasis } from './one-host.js';
import type { SharedName } from '../names/shared-names.js';
import { fingerprint, sortIndicators, type FindingDraft } from '../findings/finding-draft.js';
import type { Relays } from './escalate-relays.js';
import { endOf } from '../findings/finding-group.js';
import { ruleIdOf, ruleOf } from '../registry.js';
import { RELAY } from '../terms/thresholds.js';

const TCP = 6;
const SECOND: Nanoseconds = 1_000_000_000n;
/** Passing on is their work; what they may pass on, the conduits say. */
const RELAYS_BY_ROLE: ReadonlySet<string> = new Set(['proxy', 'mail', 'resolver', 'vdi']);
/** Hosts of the body itself; a realm's hosts are somebody else's. */
const OWN_AREAS: ReadonlySet<Area> = new Set(['mynumber', 'lgwan', 'internet', 'mgmt', 'unassigned']);

/** One flow that may be half of a way through a host. */
interface Half extends Leg {
  readonly from: ObservedEnd;
  readonly to: ObservedEnd;
  /** cards of the two that are their own beyond doubt */
  readonly cards: { readonly from: string | null; readonly to: string | null };
  readonly isPermitted: boolean;
  readonly first: Nanoseconds;
  readonly last: Nanoseconds;
  readonly flow: number;
  readonly packets: number;
  readonly bytes: number;
  readonly frames: readonly FrameReference[];
}

interface Way {
  readonly inbound: Half;
  readonly outbound: Half;
  readonly likeness: Likeness;
}

/** Rule 40: two flows through a host that nobody registered to pass anything on, and that go alike (D-RELAY). */
export class SteppingStones {
  /** flows, or pairs of flows, that found no room */
  refused = 0;
  readonly #inbound = new Map<string, Half[]>();
  readonly #outbound = new Map<string, Half[]>();
  #legs = 0;
  #units = 0;
  #relays: { readonly addresses: Set<string>; readonly cards: Set<string> } = {
    addresses: new Set(),
    cards: new Set(),
  };

  /** hosts in the middle of what `drafts` named, once it has been read to its end */
  get relays(): Relays {
    return this.#relays;
  }

  add(observation: Observation): void {
    const { track, flow, from, to } = observation;
    if (track === null || flow.proto !== TCP || !observation.directionKnown || flow.outcome !== 'data') return;
    if (flow.mirrorTransport || (!isMiddle(from) && !isMiddle(to))) return;
    const units = track.seconds.length + track.segments[0].length + track.segments[1].length;
    if (this.#legs >= LIMITS.relayLegs || this.#units + units > LIMITS.trackedUnits) {
      this.refused++;
      return;
    }
    this.#legs++;
    this.#units += units;
    const opener = flow.initiator === 'b' ? 1 : 0;
    const half: Half = {
      track,
      forward: opener,
      cards: { from: ownCardOf(flow, from, opener), to: ownCardOf(flow, to, opener === 0 ? 1 : 0) },
      from,
      to,
      isPermitted: from.place.area === to.place.area || observation.conduit.permitted !== null,
      first: flow.first,
      last: flow.last,
      flow: flow.id,
      packets: flow.packets[0] + flow.packets[1],
      bytes: flow.bytes[0] + flow.bytes[1],
      frames: flow.frames,
    };
    if (isMiddle(to)) append(this.#inbound, to.address, half);
    if (isMiddle(from)) append(this.#outbound, from.address, half);
  }

  #identify(names: readonly SharedName[]): OneHost {
    const hosts = new OneHost(names);
    for (const halves of this.#inbound.values()) for (const { to, cards } of halves) hosts.note(to, cards.to);
    for (const halves of this.#outbound.values()) for (const { from, cards } of halves) hosts.note(from, cards.from);
    return hosts;
  }

  /** one that goes on by itself */
  copy(): SteppingStones {
    const copy = new SteppingStones();
    copy.refused = this.refused;
    copy.#legs = this.#legs;
    copy.#units = this.#units;
    for (const [middle, halves] of this.#inbound) copy.#inbound.set(middle, [...halves]);
    for (const [middle, halves] of this.#outbound) copy.#outbound.set(middle, [...halves]);
    return copy;
  }

  /** @param names that cards of two zones share: a host may have an address, and a card, in each */
  *drafts(names: readonly SharedName[] = []): Iterable<FindingDraft> {
    const ways = new Map<string, Way[]>();
    this.#relays = { addresses: new Set(), cards: new Set() };
    let pairs = 0;
    const hosts = this.#identify(names);
    const outboundOf = byHost(this.#outbound, hosts);
    for (const [host, inbounds] of byHost(this.#inbound, hosts)) {
      const outbounds = (outboundOf.get(host) ?? []).sort(compareHalves);
      for (const inbound of inbounds) {
        for (let at = firstNotBefore(outbounds, inbound.first); at < outbounds.length; at++) {
          const outbound = outbounds[at] as Half;
          if (outbound.first - inbound.first > BigInt(RELAY.startGapSeconds) * SECOND) break;
          if (++pairs > LIMITS.relayPairs) {
            this.refused++;
            break;
          }
          const likeness = likenessOf(inbound, outbound);
          if (likeness === null) continue;
          append(ways, JSON.stringify([inbound.from.address, middleOf(inbound, outbound), outbound.to.address]), {
            inbound,
            outbound,
            likeness,
          });
        }
      }
    }
    for (const list of ways.values()) {
      for (const end of list.flatMap(({ inbound, outbound }) => [inbound.to, outbound.from])) {
        this.#relays.addresses.add(end.address);
        if (end.mac !== null) this.#relays.cards.add(end.mac);
      }
      yield* toDraft(list);
    }
  }
}

function byHost(halves: ReadonlyMap<string, readonly Half[]>, hosts: OneHost): Map<string, Half[]> {
  const grouped = new Map<string, Half[]>();
  for (const [address, list] of halves) {
    const host = hosts.of(address);
    const known = grouped.get(host);
    if (known === undefined) grouped.set(host, [...list]);
    else for (const half of list) known.push(half);
  }
  return grouped;
}

/** The addresses of the host in the middle: of its way in, and of its way out where that is another one. */
function middleOf({ to }: Half, { from }: Half): readonly string[] {
  return to.address === from.address ? [to.address] : [to.address, from.address];
}

function isMiddle({ place }: ObservedEnd): boolean {
  if (place.isGatewayLeg || place.isBroadcast || !OWN_AREAS.has(place.area)) return false;
  return !place.roles.some((role) => RELAYS_BY_ROLE.has(role));
}

/** `null`: not alike enough, or no way from one area to another. */
function likenessOf(inbound: Half, outbound: Half): Likeness | null {
  if (clauseOfWay(inbound, outbound) === null || inbound.from.address === outbound.to.address) return null;
  if (!overlaps(inbound, outbound)) return null;
  const likeness = compareLegs(inbound, outbound);
  const { copies, copiesBehindOpening, correlation } = likeness;
  // Registered flows of a server that serves two sides are alike more easily than chance allows: more is asked of them.
  // No conduit permits what crosses inside a host that stands in two areas.
  if (inbound.isPermitted && outbound.isPermitted && inbound.to.place.area === outbound.from.place.area)
    return copiesBehindOpening >= RELAY.copiesOfPermitted ? likeness : null;
  const isCopied = copies >= RELAY.copies || copiesBehindOpening >= 1;
  return isCopied || (correlation !== null && correlation >= RELAY.correlation) ? likeness : null;
}

function overlaps(x: Half, y: Half): boolean {
  const shared = Number((x.last < y.last ? x.last : y.last) - (x.first > y.first ? x.first : y.first));
  const shorter = Math.min(Number(x.last - x.first), Number(y.last - y.first));
  return shared >= RELAY.overlapShare * shorter;
}

/** ア where a leg touches the My Number zone, イ between LGWAN and the Internet's side, else nobody's separation. */
function clauseOfWay({ from, to }: Half, { from: out, to: end }: Half): Clause | null {
  if (from.place.area === end.place.area || end.place.area === 'special') return null;
  const areas = new Set([from.place.area, to.place.area, out.place.area, end.place.area]);
  if (areas.has('mynumber')) return areas.size > 1 ? 'A' : null;
  return areas.has('lgwan') && (areas.has('internet') || areas.has('public')) ? 'I' : null;
}

function compareHalves(x: Half, y: Half): number {
  return x.first < y.first ? -1 : x.first > y.first ? 1 : x.flow - y.flow;
}

function firstNotBefore(sorted: readonly Half[], time: Nanoseconds): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as Half).first < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function* toDraft(ways: Way[]): Iterable<FindingDraft> {
  const sorted = [...ways].sort((x, y) => compareHalves(x.inbound, y.inbound) || compareHalves(x.outbound, y.outbound));
  const [first] = sorted;
  if (first === undefined) return;
  const { inbound, outbound, likeness } = first;
  const clause = clauseOfWay(inbound, outbound);
  if (clause === null) return;
  const definition = ruleOf('40');
  const rule = ruleIdOf(definition, clause);
  const halves = new Map(sorted.flatMap((way) => [way.inbound, way.outbound]).map((half) => [half.flow, half]));
  const all = [...halves.values()];
  const middles = middleOf(inbound, outbound);
  const sameHost = sameHostBasis(inbound, outbound);
  const [wayIn, wayOut] = [nameOf(inbound.to), nameOf(outbound.from)];
  const basis = describe(likeness);
  yield {
    id: fingerprint(rule, inbound.from.address, ...middles, outbound.to.address),
    rule,
    clause,
    verdict: 'suspected',
    severity: 'high',
    outcome: 'data',
    title: definition.titles[clause] ?? { ja: '', en: '' },
    summary: {
      ja: `${inbound.from.address}から${wayIn.ja}への通信と、${wayOut.ja}から${outbound.to.address}への通信が、同じ時間に同じ動きをした（${basis.ja}）。${sameHost === null ? '' : `${wayIn.ja}と${wayOut.ja}は、${SAME_HOST[sameHost].ja}、一台の機器とみられる。`}${wayIn.ja}は中継として登録されていない。${sorted.length}組。`,
      en: `A flow from ${inbound.from.address} to ${wayIn.en} and one from ${wayOut.en} to ${outbound.to.address} went alike at the same time (${basis.en}). ${sameHost === null ? '' : `${wayIn.en} and ${wayOut.en} seem to be one host: ${SAME_HOST[sameHost].en}. `}${wayIn.en} is not registered as a relay. ${sorted.length} pair(s).`,
    },
    from: endOf(inbound.from),
    to: endOf(outbound.to),
    service: null,
    first: formatEpoch(inbound.first),
    last: formatEpoch(all.reduce((last, half) => (half.last > last ? half.last : last), inbound.last)),
    flows: all.length,
    packets: all.reduce((sum, half) => sum + half.packets, 0),
    bytes: all.reduce((sum, half) => sum + half.bytes, 0),
    conduit: null,
    indicators: sortIndicators([
      ...middles.map((value) => ({ field: 'relay' as const, value })),
      { field: 'relay-leg', value: `${inbound.from.address} -> ${inbound.to.address}:${inbound.to.port}` },
      { field: 'relay-leg', value: `${outbound.from.address} -> ${outbound.to.address}:${outbound.to.port}` },
    ]),
    reasons: [
      ...(likeness.copies > 0 ? ['payload-digest-equal'] : []),
      ...(likeness.correlation !== null && likeness.correlation >= RELAY.correlation ? ['volume-correlated'] : []),
      ...(sameHost === null ? [] : [`one-host-by-${sameHost}`]),
      'no-registered-relay',
    ],
    related: [],
    limits: definition.limits,
    remedy: definition.remedy,
    frames: [...inbound.frames, ...outbound.frames].slice(0, LIMITS.framesPerFinding),
  };
}

const SAME_HOST: Readonly<Record<SameHostBasis, Text>> = {
  'host-entry': {
    ja: '構成定義ファイルで一つの機器として登録されており',
    en: 'the topology registers both for one host',
  },
  card: { ja: '同じMACアドレスを使用しており', en: 'both use one card' },
  name: { ja: '別々のMACアドレスが同じ名前などを名乗っており', en: 'their cards call themselves alike' },
};

/** How the two addresses in the middle are known to be one host's; null: it is one address. */
function sameHostBasis({ to, cards }: Half, { from, cards: others }: Half): SameHostBasis | null {
  if (to.address === from.address) return null;
  if (to.place.host !== null && to.place.host === from.place.host) return 'host-entry';
  const own = new Set([cards.to, ...to.place.macs]);
  return [others.from, ...from.place.macs].some((card) => card !== null && own.has(card)) ? 'card' : 'name';
}

function nameOf({ address, place }: ObservedEnd): Text {
  if (place.host === null) return { ja: address, en: address };
  return { ja: `${place.host}（${address}）`, en: `${place.host} (${address})` };
}

function describe({ copies, correlation, activeSeconds }: Likeness): { ja: string; en: string } {
  const parts = [
    ...(copies > 0 ? [{ ja: `同じ内容のデータ${copies}個`, en: `${copies} segment(s) with equal contents` }] : []),
    ...(correlation !== null && correlation >= RELAY.correlation
      ? [
          {
            ja: `1秒ごとの通信量の相関${correlation.toFixed(2)}、${activeSeconds}秒間`,
            en: `bytes per second correlate with r = ${correlation.toFixed(2)} over ${activeSeconds} seconds`,
          },
        ]
      : []),
  ];
  return { ja: parts.map(({ ja }) => ja).join('、'), en: parts.map(({ en }) => en).join(', ') };
}
