import { LIMITS } from '../base/limits.js';
import { formatEpoch, type Nanoseconds } from '../base/time.js';
import type { Observation } from '../model/observation.js';
import type { FindingEnd, Indicator } from '../model/report.js';
import type { Topology } from '../model/topology.js';
import { classifyName, directNames, indicatorOf } from './destination-names.js';
import { Exemplars } from './exemplars.js';
import { fingerprint, type FindingDraft } from './finding-draft.js';
import { endOf } from './finding-group.js';
import { MemberList } from './member-list.js';
import { ruleIdOf, ruleOf } from './registry.js';
import { PATTERN } from './thresholds.js';

const NTP_PORT = 123;
const TRANSPORTS: ReadonlySet<number> = new Set([6, 17]);

interface Contacts {
  readonly destination: string;
  readonly proto: number;
  readonly port: number;
  from: FindingEnd;
  to: FindingEnd;
  /** seconds since the run's first contact of the pair, in the order in which the flows came */
  readonly times: Nanoseconds[];
  readonly indicators: Map<string, Indicator>;
  readonly exemplars: Exemplars;
  packets: number;
  bytes: number;
}

/**
 * Rule 67, its first part: one host of the Internet zone that calls the same destination of the Internet again and again
 * at equal distances. What a conduit permits, time servers, monitoring and connectivity probes are regular by nature.
 */
export class RegularContacts {
  /** pairs, or contacts of a pair, that found no room */
  refused = 0;
  readonly #topology: Topology;
  readonly #monitors: MemberList;
  readonly #pairs = new Map<string, Contacts>();
  #kept = 0;

  constructor(topology: Topology) {
    this.#topology = topology;
    this.#monitors = new MemberList([...topology.sensors, ...topology.collectors], topology);
  }

  copy(): RegularContacts {
    const copy = new RegularContacts(this.#topology);
    copy.refused = this.refused;
    copy.#kept = this.#kept;
    for (const [key, contacts] of this.#pairs)
      copy.#pairs.set(key, {
        ...contacts,
        times: [...contacts.times],
        indicators: new Map(contacts.indicators),
        exemplars: contacts.exemplars.copy(),
      });
    return copy;
  }

  add(observation: Observation): void {
    const { flow, from, to, facts } = observation;
    if (from.place.area !== 'internet' || to.place.area !== 'public') return;
    if (!observation.directionKnown || flow.mirrorTransport || flow.errorsOnly) return;
    if (observation.conduit.permitted !== null || !TRANSPORTS.has(flow.proto) || to.port === NTP_PORT) return;
    if (from.place.isGatewayLeg || this.#monitors.entryOf(from.address) !== null) return;
    const names = facts === null ? [] : directNames(facts);
    if (names.some(({ name }) => classifyName(name, this.#topology) !== 'internet')) return;
    // behind one name stand many addresses
    const destination = names[0]?.name ?? to.address;
    const key = JSON.stringify([from.address, destination, flow.proto, to.port]);
    let contacts = this.#pairs.get(key);
    if (contacts === undefined) {
      if (this.#pairs.size >= LIMITS.contactPairs) {
        this.refused++;
        return;
      }
      contacts = {
        destination,
        proto: flow.proto,
        port: to.port,
        from: endOf(from),
        to: endOf(to),
        times: [],
        indicators: new Map(),
        exemplars: new Exemplars(),
        packets: 0,
        bytes: 0,
      };
      this.#pairs.set(key, contacts);
    }
    if (contacts.times.length >= LIMITS.contactsPerPair || this.#kept >= LIMITS.contactsInAll) {
      this.refused++;
      return;
    }
    this.#kept++;
    contacts.times.push(flow.first);
    contacts.packets += flow.packets[0] + flow.packets[1];
    contacts.bytes += flow.bytes[0] + flow.bytes[1];
    for (const indicator of names.slice(0, 1).map(indicatorOf)) contacts.indicators.set(indicator.value, indicator);
    if (contacts.exemplars.add(flow)) {
      contacts.from = endOf(from);
      contacts.to = endOf(to);
    }
  }

  *drafts(): Iterable<FindingDraft> {
    for (const contacts of this.#pairs.values()) {
      const rhythm = rhythmOf(contacts.times);
      if (rhythm !== null && rhythm.variation < PATTERN.variation && rhythm.mean >= PATTERN.shortestInterval)
        yield toDraft(contacts, rhythm);
    }
  }
}

interface Rhythm {
  /** seconds between two contacts */
  readonly mean: number;
  /** standard deviation over mean */
  readonly variation: number;
  readonly first: Nanoseconds;
  readonly last: Nanoseconds;
}

/** `null`: too few contacts to speak of a rhythm. */
export function rhythmOf(times: readonly Nanoseconds[]): Rhythm | null {
  if (times.length < PATTERN.contacts) return null;
  const sorted = [...times].sort((x, y) => (x < y ? -1 : x > y ? 1 : 0));
  const distances = sorted.slice(1).map((time, index) => Number(time - (sorted[index] as Nanoseconds)) / 1e9);
  const mean = distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
  const square = distances.reduce((sum, distance) => sum + (distance - mean) ** 2, 0) / distances.length;
  const [first, last] = [sorted[0] as Nanoseconds, sorted[sorted.length - 1] as Nanoseconds];
  return { mean, variation: mean === 0 ? Number.POSITIVE_INFINITY : Math.sqrt(square) / mean, first, last };
}

function toDraft(contacts: Contacts, rhythm: Rhythm): FindingDraft {
  const { destination, proto, port, from, to, times } = contacts;
  const definition = ruleOf('67');
  const rule = ruleIdOf(definition, 'U');
  const mean = rhythm.mean.toFixed(1);
  const percent = (rhythm.variation * 100).toFixed(1);
  return {
    id: fingerprint(rule, 'regular', from.address, destination, proto, port),
    rule,
    clause: 'U',
    verdict: 'suspected',
    severity: 'medium',
    outcome: null,
    title: definition.titles.U ?? { ja: '', en: '' },
    summary: {
      ja: `インターネット接続系の機器が、許可通信に登録のない同じ宛先（${destination}）へ、平均${mean}秒の一定の間隔（変動係数${percent}%）で${times.length}回接続した。`,
      en: `A host of the Internet zone called the same destination (${destination}), which no conduit registers, ${times.length} times at equal distances of ${mean} s on average (coefficient of variation ${percent}%).`,
    },
    from,
    to,
    service: { proto, port },
    first: formatEpoch(rhythm.first),
    last: formatEpoch(rhythm.last),
    flows: times.length,
    packets: contacts.packets,
    bytes: contacts.bytes,
    conduit: null,
    indicators: [...contacts.indicators.values()],
    reasons: ['contacts-regular', 'no-conduit', 'not-time-service', 'not-monitoring'],
    related: [],
    limits: definition.limits,
    remedy: definition.remedy,
    frames: contacts.exemplars.frames(),
  };
}
