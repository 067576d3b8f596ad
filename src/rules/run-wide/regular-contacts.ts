import { LIMITS } from '../../base/limits.js';
import { formatEpoch, type Nanoseconds } from '../../base/time.js';
import type { NameFact } from '../../model/facts.js';
import type { Observation } from '../../model/observation.js';
import type { FindingEnd, Indicator } from '../../model/report.js';
import type { Topology } from '../../model/topology.js';
import { classifyName, directNames, indicatorOf, isProxied } from '../names/destination-names.js';
import { Exemplars } from '../findings/exemplars.js';
import { fingerprint, NO_END, type FindingDraft } from '../findings/finding-draft.js';
import { endOf } from '../findings/finding-group.js';
import { MemberList } from '../names/member-list.js';
import { ruleIdOf, ruleOf } from '../registry.js';
import { PATTERN } from '../terms/thresholds.js';

const NTP_PORT = 123;
const TRANSPORTS: ReadonlySet<number> = new Set([6, 17]);

/** Whom a flow calls. */
interface Called {
  readonly destination: string;
  readonly port: number;
  readonly isProxied: boolean;
  readonly names: readonly NameFact[];
}

interface Contacts {
  readonly destination: string;
  readonly isProxied: boolean;
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
 * at equal distances, itself or through a proxy. What a conduit permits (of a proxy: by name), time servers, monitoring and
 * connectivity probes are regular by nature.
 */
export class RegularContacts {
  /** pairs, or contacts of a pair, that found no room */
  refused = 0;
  readonly #topology: Topology;
  readonly #monitors: MemberList;
  readonly #pairs = new Map<string, Contacts>();
  #proxied = 0;
  #kept = 0;

  constructor(topology: Topology) {
    this.#topology = topology;
    this.#monitors = new MemberList([...topology.sensors, ...topology.collectors], topology);
  }

  copy(): RegularContacts {
    const copy = new RegularContacts(this.#topology);
    copy.refused = this.refused;
    copy.#kept = this.#kept;
    copy.#proxied = this.#proxied;
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
    const called = this.#calledBy(observation);
    if (called === null) return;
    const { flow, from, to } = observation;
    const { destination, port, names } = called;
    const key = JSON.stringify([from.address, destination, flow.proto, port, called.isProxied]);
    let contacts = this.#pairs.get(key);
    if (contacts === undefined) {
      const isFull = called.isProxied
        ? this.#proxied >= LIMITS.proxiedPairs
        : this.#pairs.size - this.#proxied >= LIMITS.contactPairs;
      if (isFull) {
        this.refused++;
        return;
      }
      if (called.isProxied) this.#proxied++;
      contacts = {
        destination,
        isProxied: called.isProxied,
        proto: flow.proto,
        port,
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

  /** Every call through a proxy has to be added, although its conduit permits it. */
  watches(observation: Observation): boolean {
    return this.#calledBy(observation)?.isProxied === true;
  }

  *drafts(): Iterable<FindingDraft> {
    const alike = new Map<string, Regular[]>();
    for (const contacts of this.#pairs.values()) {
      const rhythm = rhythmOf(contacts.times);
      if (rhythm === null || rhythm.variation >= PATTERN.variation || rhythm.mean < PATTERN.shortestInterval) continue;
      const { destination, proto, port, isProxied } = contacts;
      const key = isProxied
        ? JSON.stringify([destination, proto, port])
        : JSON.stringify([contacts.from, destination, proto, port]);
      alike.set(key, [...(alike.get(key) ?? []), { contacts, rhythm }]);
    }
    for (const group of alike.values()) {
      if (group.length > PATTERN.hostsAlike) yield toCommonDraft(group);
      else for (const regular of group) yield toDraft(regular);
    }
  }

  /** `null`: nobody, or one of whom regular calls are expected. */
  #calledBy({ flow, from, to, facts, conduit, directionKnown }: Observation): Called | null {
    if (from.place.area !== 'internet' || !directionKnown || flow.mirrorTransport || flow.errorsOnly) return null;
    if (!TRANSPORTS.has(flow.proto) || to.port === NTP_PORT || from.place.isGatewayLeg) return null;
    const proxied = facts?.names.find(isProxied);
    if (proxied === undefined && (to.place.area !== 'public' || conduit.permitted !== null)) return null;
    const names = proxied === undefined ? (facts === null ? [] : directNames(facts)) : [proxied];
    if (names.some(({ name }) => classifyName(name, this.#topology) !== 'internet')) return null;
    if (this.#monitors.entryOf(from.address) !== null) return null;
    // behind one name stand many addresses
    const destination = names[0]?.name ?? to.address;
    return { destination, port: proxied?.port ?? to.port, isProxied: proxied !== undefined, names };
  }
}

interface Regular {
  readonly contacts: Contacts;
  readonly rhythm: Rhythm;
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
function rhythmOf(times: readonly Nanoseconds[]): Rhythm | null {
  if (times.length < PATTERN.contacts) return null;
  const sorted = [...times].sort((x, y) => (x < y ? -1 : x > y ? 1 : 0));
  const distances = sorted.slice(1).map((time, index) => Number(time - (sorted[index] as Nanoseconds)) / 1e9);
  const mean = distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
  const square = distances.reduce((sum, distance) => sum + (distance - mean) ** 2, 0) / distances.length;
  const [first, last] = [sorted[0] as Nanoseconds, sorted[sorted.length - 1] as Nanoseconds];
  return { mean, variation: mean === 0 ? Number.POSITIVE_INFINITY : Math.sqrt(square) / mean, first, last };
}

/** false-positive checks made */
const CHECKED = ['no-conduit', 'not-time-service', 'not-monitoring'];

function toDraft({ contacts, rhythm }: Regular): FindingDraft {
  const { destination, proto, port, from, to, times } = contacts;
  const definition = ruleOf('67');
  const rule = ruleIdOf(definition, 'U');
  const mean = rhythm.mean.toFixed(1);
  const percent = (rhythm.variation * 100).toFixed(1);
  return {
    id: fingerprint(rule, contacts.isProxied ? 'regular-proxied' : 'regular', from.address, destination, proto, port),
    rule,
    clause: 'U',
    verdict: 'suspected',
    severity: 'medium',
    outcome: null,
    title: definition.titles.U ?? { ja: '', en: '' },
    summary: {
      ja: `インターネット接続系の機器が、${contacts.isProxied ? 'プロキシを通じて、' : ''}許可通信に登録のない同じ宛先（${destination}）へ、平均${mean}秒の一定の間隔（変動係数${percent}%）で${times.length}回接続した。`,
      en: `A host of the Internet zone called${contacts.isProxied ? ', through a proxy,' : ''} the same destination (${destination}), which no conduit registers, ${times.length} times at equal distances of ${mean} s on average (coefficient of variation ${percent}%).`,
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
    reasons: [contacts.isProxied ? 'contacts-regular-proxied' : 'contacts-regular', ...CHECKED],
    related: [],
    limits: definition.limits,
    remedy: definition.remedy,
    frames: contacts.exemplars.frames(),
  };
}

/** Many hosts that call one destination behind a proxy alike have the same program: one observation, and no suspicion of each. */
function toCommonDraft(group: readonly Regular[]): FindingDraft {
  const sorted = [...group].sort((x, y) => (x.contacts.exemplars.isBefore(y.contacts.exemplars) ? -1 : 1));
  const [first] = sorted as [Regular, ...Regular[]];
  const exemplars = first.contacts.exemplars.copy();
  for (const { contacts } of sorted.slice(1)) exemplars.merge(contacts.exemplars);
  const { destination, proto, port } = first.contacts;
  const total = (of: (contacts: Contacts) => number): number =>
    sorted.reduce((sum, { contacts }) => sum + of(contacts), 0);
  const times = sorted
    .flatMap(({ rhythm }) => [rhythm.first, rhythm.last])
    .sort((x, y) => (x < y ? -1 : x > y ? 1 : 0));
  const draft = toDraft(first);
  return {
    ...draft,
    id: fingerprint(draft.rule, 'regular-everywhere', destination, proto, port),
    verdict: 'observation',
    severity: 'low',
    summary: {
      ja: `インターネット接続系の${group.length}台の機器が、プロキシを通じて、許可通信に登録のない同じ宛先（${destination}）へ、それぞれ一定の間隔で接続した。どの端末にもあるプログラムとみられる。業務に要るものなら許可通信に登録する。`,
      en: `${group.length} hosts of the Internet zone called, through a proxy, the same destination (${destination}), which no conduit registers, each at equal distances: a program that is installed everywhere, as it seems. Register it if the business needs it.`,
    },
    from: { ...NO_END, zone: 'internet' },
    first: formatEpoch(times[0] ?? first.rhythm.first),
    last: formatEpoch(times.at(-1) ?? first.rhythm.last),
    flows: total(({ times: all }) => all.length),
    packets: total(({ packets }) => packets),
    bytes: total(({ bytes }) => bytes),
    reasons: ['contacts-regular-everywhere', ...CHECKED],
    frames: exemplars.frames(),
  };
}
