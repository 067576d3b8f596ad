import { formatEpoch } from '../../base/time.js';
import type { Text } from '../../base/text.js';
import type {
  SeenCrossing,
  SuggestedConduit,
  SuggestedEnd,
  SuggestionGrade,
  UnsuggestedCrossing,
} from '../../model/suggestion.js';
import type { ConduitKind, Topology } from '../../model/topology.js';
import { coverCrossings, type Cover } from './cover-crossings.js';
import { isSecurityCloudRouter } from '../conduits/conduit-via.js';
import { kindOf, refusalOf, type Refusal } from './suggested-kind.js';

/** openers of one segment from which on the segment stands for them, outside the My Number zone (G-MN-2) */
const WIDENED_FROM = 8;
const PROTOCOLS: Readonly<Record<number, SuggestedConduit['protocol']>> = {
  1: 'icmp',
  58: 'icmp',
  6: 'tcp',
  17: 'udp',
};
/** ports of one pair: more are a search, or the dynamic ports of a remote procedure call */
const PORTS_OF_A_PAIR = 32;

export interface ConduitSuggestions {
  readonly conduits: readonly SuggestedConduit[];
  readonly notSuggested: readonly UnsuggestedCrossing[];
}

/** The fewest conduits that cover exactly what was seen and may be permitted; the rest is named with the reason. */
export function suggestConduits(seen: readonly SeenCrossing[], topology: Topology): ConduitSuggestions {
  const routers = new Set(topology.gateways.filter(isSecurityCloudRouter).map(({ name }) => name));
  const crowded = crowdedPairs(seen);
  const notSuggested: UnsuggestedCrossing[] = [];
  const accepted: { readonly crossing: SeenCrossing; readonly kind: ConduitKind }[] = [];
  for (const crossing of seen) {
    const refusal = refusalOf(crossing, crowded.has(pairOf(crossing)), topology.model);
    const throughSecurityCloud = crossing.via.some((name) => routers.has(name));
    const kind = refusal ?? kindOf(crossing, throughSecurityCloud, topology);
    if (typeof kind === 'string') accepted.push({ crossing, kind });
    else notSuggested.push(unsuggested(crossing, kind));
  }
  const ids = freeIds(topology);
  const conduits = coverCrossings(
    accepted.map((one) => ({ ...one, opener: openerOf(one.crossing, seen, topology) })),
  ).map((cover) => describe(cover, ids, topology));
  return { conduits, notSuggested: mergePorts(notSuggested) };
}

const pairOf = ({ initiator, responder, proto }: SeenCrossing): string => `${initiator} ${responder} ${proto}`;

function crowdedPairs(seen: readonly SeenCrossing[]): ReadonlySet<string> {
  const ports = new Map<string, number>();
  for (const crossing of seen) ports.set(pairOf(crossing), (ports.get(pairOf(crossing)) ?? 0) + 1);
  return new Set([...ports].filter(([, count]) => count > PORTS_OF_A_PAIR).map(([pair]) => pair));
}

/** The opener as it would be written: its segment where many of its neighbours do the same. */
function openerOf(crossing: SeenCrossing, seen: readonly SeenCrossing[], topology: Topology): string {
  const segments = segmentsOf(seen, topology);
  return (
    segments.get(`${crossing.initiator} ${crossing.responder} ${crossing.proto} ${crossing.port}`) ?? crossing.initiator
  );
}

const remembered = new WeakMap<readonly SeenCrossing[], ReadonlyMap<string, string>>();

/** By opener and service, the segment that may stand for the opener. */
function segmentsOf(seen: readonly SeenCrossing[], topology: Topology): ReadonlyMap<string, string> {
  const known = remembered.get(seen);
  if (known !== undefined) return known;
  const openers = new Map<string, Set<string>>();
  const homes = seen.map((crossing) => {
    const { segment, area } = topology.place(crossing.initiator);
    const home = segment === null || area === 'mynumber' ? null : segment.prefix;
    const service = `${home ?? ''} ${crossing.responder} ${crossing.proto} ${crossing.port}`;
    if (home !== null) openers.set(service, (openers.get(service) ?? new Set()).add(crossing.initiator));
    return { crossing, home, service };
  });
  const segments = new Map<string, string>();
  for (const { crossing, home, service } of homes) {
    if (home === null || (openers.get(service)?.size ?? 0) < WIDENED_FROM) continue;
    segments.set(`${crossing.initiator} ${crossing.responder} ${crossing.proto} ${crossing.port}`, home);
  }
  remembered.set(seen, segments);
  return segments;
}

function describe(cover: Cover, ids: Generator<string, never>, topology: Topology): SuggestedConduit {
  const { crossings, kind } = cover;
  const [first] = crossings as [SeenCrossing, ...SeenCrossing[]];
  const protocol = PROTOCOLS[first.proto] ?? 'tcp';
  const ports = protocol === 'icmp' ? [] : cover.ports;
  const flows = crossings.reduce((sum, one) => sum + one.flows, 0);
  const times = { first: earliest(crossings), last: latest(crossings) };
  const grade = gradeOf(crossings);
  const nearest = crossings.find(({ match }) => match.nearest !== null && match.failed !== null)?.match;
  return {
    id: ids.next().value,
    title: `${first.from} → ${first.to} ${protocol}${ports.length === 0 ? '' : `/${ports.join(',')}`}`,
    kind,
    from: endOf(
      cover.openers,
      crossings.map(({ initiator }) => initiator),
      topology,
    ),
    to: endOf(cover.responders, cover.responders, topology),
    protocol,
    ports,
    via: cover.via,
    areas: [first.from, first.to],
    flows,
    ...times,
    grade,
    basis: basisOf(crossings, flows),
    nearest:
      nearest?.nearest === undefined || nearest.nearest === null || nearest.failed === null
        ? null
        : { conduit: nearest.nearest.id, failed: nearest.failed },
  };
}

/** Named hosts by name, gateway legs as `name/zone`, the rest as addresses or the segment. */
function endOf(texts: readonly string[], seen: readonly string[], topology: Topology): SuggestedEnd {
  const hosts: string[] = [];
  const prefixes: string[] = [];
  let widened = false;
  for (const text of texts) {
    if (text.includes('/')) {
      widened = true;
      prefixes.push(text);
      continue;
    }
    const name = nameOf(text, topology);
    if (name === null) prefixes.push(`${text}/${text.includes(':') ? 128 : 32}`);
    else hosts.push(name);
  }
  return { hosts: [...new Set(hosts)].sort(), prefixes, widened: widened ? new Set(seen).size : null };
}

/** A name stands for all addresses of its host: only where it has this one alone. */
function nameOf(address: string, topology: Topology): string | null {
  const host = topology.hosts.find(({ ip }) => ip.includes(address));
  if (host !== undefined) return host.ip.length === 1 ? host.name : null;
  const gateway = topology.gateways.find(({ legs }) => legs.some(({ ip }) => ip === address));
  const leg = gateway?.legs.find(({ ip }) => ip === address);
  if (gateway === undefined || leg === undefined) return null;
  const isAlone = gateway.legs.filter(({ zone }) => zone === leg.zone).length === 1 && leg.ipv6 === null;
  return isAlone ? `${gateway.name}/${leg.zone}` : null;
}

function gradeOf(crossings: readonly SeenCrossing[]): SuggestionGrade {
  const isInferred = crossings.some(({ basis }) => basis === 'service-port' || basis === 'first-seen');
  if (isInferred) return 'low';
  return crossings.every(({ flows, withData }) => flows > 1 && withData > 0) ? 'high' : 'medium';
}

/** How the opener was told, in Japanese; in English the codes are words. */
const BASES: Readonly<Record<SeenCrossing['basis'], string>> = {
  syn: 'SYN',
  'syn-ack': 'SYN/ACK',
  'service-port': 'サービスのポート番号',
  'first-seen': '先に送信した側',
  'icmp-request': 'ICMPの要求',
  none: 'なし',
};

function basisOf(crossings: readonly SeenCrossing[], flows: number): Text {
  const withData = crossings.reduce((sum, one) => sum + one.withData, 0);
  const bases = [...new Set(crossings.map(({ basis }) => basis))].sort();
  const bothSides = crossings.filter((one) => one.bothSides).length;
  return {
    ja: `成立${flows}件（うちデータの往復${withData}件）、開始側の根拠: ${bases.map((basis) => BASES[basis]).join('・')}、境界の両側または複数の採取点で観測 ${bothSides}/${crossings.length}組`,
    en: `${flows} established (${withData} with data both ways); opener by ${bases.join(', ')}; seen on both sides or at several points: ${bothSides} of ${crossings.length} pairs`,
  };
}

function unsuggested(crossing: SeenCrossing, { why, text }: Refusal): UnsuggestedCrossing {
  const { initiator, responder, proto, port, flows, first, last, from, to } = crossing;
  return {
    ...{ why, text, areas: [from, to], initiator, responder, proto },
    ports: port === 0 ? [] : [port],
    flows,
    first: formatEpoch(first),
    last: formatEpoch(last),
  };
}

/** One line for a pair and a reason, with all its ports. */
function mergePorts(all: readonly UnsuggestedCrossing[]): readonly UnsuggestedCrossing[] {
  const merged = new Map<string, UnsuggestedCrossing>();
  for (const one of all) {
    const key = [one.why, one.initiator, one.responder, one.proto, one.text.en].join(' ');
    const known = merged.get(key);
    merged.set(
      key,
      known === undefined
        ? one
        : {
            ...known,
            ports: [...new Set([...known.ports, ...one.ports])].sort((x, y) => x - y),
            flows: known.flows + one.flows,
            first: one.first < known.first ? one.first : known.first,
            last: one.last > known.last ? one.last : known.last,
          },
    );
  }
  return [...merged.values()];
}

function* freeIds({ conduits }: Topology): Generator<string, never> {
  const used = new Set(conduits.map(({ id }) => id));
  for (let number = 1; ; number++) {
    const id = `S-${String(number).padStart(3, '0')}`;
    if (!used.has(id)) yield id;
  }
}

const earliest = (crossings: readonly SeenCrossing[]): string =>
  formatEpoch(crossings.reduce((least, { first }) => (first < least ? first : least), crossings[0]?.first ?? 0n));
const latest = (crossings: readonly SeenCrossing[]): string =>
  formatEpoch(crossings.reduce((most, { last }) => (last > most ? last : most), crossings[0]?.last ?? 0n));
