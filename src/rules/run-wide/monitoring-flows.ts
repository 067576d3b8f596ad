import { formatAddress } from '../../base/address.js';
import { formatEpoch, type Nanoseconds } from '../../base/time.js';
import { matchesName } from '../../base/name-pattern.js';
import type { Flow } from '../../model/flow.js';
import type { ObservedEnd, Observation } from '../../model/observation.js';
import type { FindingEnd } from '../../model/report.js';
import type { Topology } from '../../model/topology.js';
import { Exemplars } from '../findings/exemplars.js';
import { fingerprint, NO_END, type FindingDraft } from '../findings/finding-draft.js';
import { endOf } from '../findings/finding-group.js';
import { MemberList, prefixesOf } from '../names/member-list.js';
import { ruleIdOf, ruleOf } from '../registry.js';

const TCP = 6;
/** by responder port: what a sensor sends there */
const TELEMETRY: Readonly<Record<number, string>> = {
  162: 'snmp-trap',
  514: 'syslog',
  601: 'syslog',
  2055: 'netflow',
  4739: 'ipfix',
  6343: 'sflow',
  6514: 'syslog-tls',
  9995: 'netflow',
  9996: 'netflow',
};
/** outcomes that show that something was handed over, or tried in the middle of it */
const DELIVERED: ReadonlySet<string> = new Set(['data', 'established', 'midstream', 'oneWay']);

interface Telemetry {
  readonly sensor: string;
  readonly collector: string;
  readonly kind: string;
  from: FindingEnd;
  to: FindingEnd;
  readonly proto: number;
  readonly port: number;
  readonly exemplars: Exemplars;
  first: Nanoseconds;
  last: Nanoseconds;
  flows: number;
  packets: number;
  bytes: number;
}

/** Rule 68: is there traffic from the declared sensors to the declared collectors? It says nothing of its worth. */
export class MonitoringFlows {
  readonly #topology: Topology;
  readonly #sensors: MemberList;
  readonly #collectors: MemberList;
  readonly #seen = new Map<string, Telemetry>();

  constructor(topology: Topology) {
    this.#topology = topology;
    this.#sensors = new MemberList(topology.sensors, topology);
    this.#collectors = new MemberList(topology.collectors, topology);
  }

  copy(): MonitoringFlows {
    const copy = new MonitoringFlows(this.#topology);
    for (const [key, telemetry] of this.#seen)
      copy.#seen.set(key, { ...telemetry, exemplars: telemetry.exemplars.copy() });
    return copy;
  }

  /** True for every flow of a sensor to a collector: they are few, and counted one by one. */
  watches({ from, to }: Observation): boolean {
    return this.#sensors.entryOf(from.address) !== null && this.#collectors.entryOf(to.address) !== null;
  }

  add(observation: Observation): void {
    if (this.#sensors.isEmpty) return;
    const { flow, from, to } = observation;
    const sensor = this.#sensors.entryOf(from.address);
    if (sensor === null || flow.mirrorTransport || !observation.directionKnown || !isDelivered(flow)) return;
    const endpoint = endpointNameOf(observation);
    const collector = this.#collectors.entryOf(to.address) ?? endpoint;
    if (collector === null) return;
    const kind = TELEMETRY[to.port] ?? (endpoint === null ? 'other' : 'edr');
    const key = JSON.stringify([sensor, collector, kind, flow.proto, to.port]);
    let telemetry = this.#seen.get(key);
    if (telemetry === undefined) {
      const port = flow.proto === TCP || to.port !== 0 ? to.port : 0;
      telemetry = {
        sensor,
        collector,
        kind,
        ...endsOf(from, to),
        proto: flow.proto,
        port,
        exemplars: new Exemplars(),
        first: flow.first,
        last: flow.last,
        flows: 0,
        packets: 0,
        bytes: 0,
      };
      this.#seen.set(key, telemetry);
    }
    telemetry.flows++;
    telemetry.packets += flow.packets[0] + flow.packets[1];
    telemetry.bytes += flow.bytes[0] + flow.bytes[1];
    if (flow.first < telemetry.first) telemetry.first = flow.first;
    if (flow.last > telemetry.last) telemetry.last = flow.last;
    if (telemetry.exemplars.add(flow)) Object.assign(telemetry, endsOf(from, to));
  }

  /** @param vlans on which packets were seen at all */
  *drafts(vlans: ReadonlySet<number>): Iterable<FindingDraft> {
    for (const telemetry of this.#seen.values()) yield presentDraft(telemetry);
    const heard = new Set([...this.#seen.values()].map(({ sensor }) => sensor));
    for (const sensor of this.#sensors.entries) {
      const watched = heard.has(sensor) ? [] : this.#mirroredBetween(sensor, vlans);
      if (watched.length > 0) yield absentDraft(sensor, this.#collectors.entries, watched, this.#topology);
    }
  }

  /**
   * VLANs with packets through which the sensor's messages would have to pass: its own, where it has but one; else those
   * at the collector, which for one outside the zones is the stretch to the registered router. Sorted.
   */
  #mirroredBetween(sensor: string, vlans: ReadonlySet<number>): readonly number[] {
    const own = this.#homesOf(sensor);
    const gateway = this.#topology.gateways.find(({ name }) => name === sensor);
    const atSensor = gateway === undefined ? own : [...new Set(gateway.legs.flatMap(({ vlan }) => vlan ?? []))];
    const certain = atSensor.length === 1 ? atSensor : [];
    const atCollector = this.#collectors.entries.map((entry) => this.#homesOf(entry));
    // every collector has to be covered: it may have sent to the one that nobody watched
    const isCovered =
      atCollector.length > 0 && atCollector.every((ids) => ids.length > 0 && ids.some((id) => vlans.has(id)));
    const between = [...certain, ...(isCovered ? atCollector.flat() : [])].filter((id) => vlans.has(id));
    return this.#collectors.isEmpty ? [] : [...new Set(between)].sort((x, y) => x - y);
  }

  #homesOf(entry: string): readonly number[] {
    const vlans = prefixesOf(entry, this.#topology).map(({ address }) => {
      const { segment, area } = this.#topology.place(formatAddress(address));
      if (segment?.vlan !== null && segment?.vlan !== undefined) return [segment.vlan];
      return area === 'security-cloud' ? this.#cloudVlans() : [];
    });
    return [...new Set(vlans.flat())];
  }

  /** Where the registered way to the security cloud begins. */
  #cloudVlans(): readonly number[] {
    return this.#topology.gateways
      .filter(({ roles }) => roles.includes('security-cloud-router'))
      .flatMap(({ legs }) => legs.flatMap(({ vlan }) => vlan ?? []));
  }
}

/** Syslog and flow records over UDP get no answer; a TCP connection that nobody took says nothing. */
function isDelivered(flow: Flow): boolean {
  const hasPayload = flow.payload[flow.initiator === 'b' ? 1 : 0];
  return hasPayload && (DELIVERED.has(flow.outcome) || (flow.proto !== TCP && flow.outcome === 'noAnswer'));
}

/** The registered name of a service (EDR) to which a conduit leads a sensor, where the client said this name. */
function endpointNameOf({ conduit, facts }: Observation): string | null {
  const patterns = conduit.permitted?.to.names ?? [];
  if (facts === null || patterns.length === 0) return null;
  return patterns.find((pattern) => facts.names.some(({ name }) => matchesName(name, pattern))) ?? null;
}

function endsOf(from: ObservedEnd, to: ObservedEnd): Pick<Telemetry, 'from' | 'to'> {
  return { from: endOf(from), to: endOf(to) };
}

function presentDraft(telemetry: Telemetry): FindingDraft {
  const { sensor, collector, kind, flows } = telemetry;
  const definition = ruleOf('68');
  const rule = ruleIdOf(definition, 'U');
  return {
    ...blank(rule, ['present', sensor, collector, kind, telemetry.proto, telemetry.port]),
    severity: 'info',
    summary: {
      ja: `登録された監視機器 ${sensor} から収集先 ${collector} への通信（${kind}）が${flows}件観測された。監視が有効であることは示さない。`,
      en: `${flows} flow(s) went from the declared sensor ${sensor} to the collector ${collector} (${kind}). That is no proof that the monitoring works.`,
    },
    from: telemetry.from,
    to: telemetry.to,
    service: { proto: telemetry.proto, port: telemetry.port },
    first: formatEpoch(telemetry.first),
    last: formatEpoch(telemetry.last),
    flows,
    packets: telemetry.packets,
    bytes: telemetry.bytes,
    reasons: ['telemetry-present', `telemetry-${kind}`],
    frames: telemetry.exemplars.frames(),
  };
}

function absentDraft(
  sensor: string,
  collectors: readonly string[],
  vlans: readonly number[],
  topology: Topology,
): FindingDraft {
  const rule = ruleIdOf(ruleOf('68'), 'U');
  const host = topology.hosts.find(({ name }) => name === sensor);
  const isNamed = host !== undefined || topology.gateways.some(({ name }) => name === sensor);
  return {
    ...blank(rule, ['absent', sensor]),
    severity: 'low',
    summary: {
      ja: `登録された監視機器 ${sensor} から収集先（${collectors.join('、')}）への通信は、採取期間に観測されなかった。通るはずのVLAN ${vlans.join('、')} は採取されている。`,
      en: `No traffic from the declared sensor ${sensor} to a collector (${collectors.join(', ')}) was seen in the period, although VLAN ${vlans.join(', ')}, where it should pass, was captured.`,
    },
    from: { ...NO_END, zone: host?.zone ?? null, host: isNamed ? sensor : null, address: isNamed ? null : sensor },
    to: NO_END,
    reasons: ['telemetry-absent', 'path-mirrored'],
  };
}

function blank(rule: string, subject: readonly (string | number)[]): Omit<FindingDraft, 'summary' | 'severity'> {
  const definition = ruleOf('68');
  return {
    id: fingerprint(rule, ...subject),
    rule,
    clause: 'U',
    verdict: 'observation',
    outcome: null,
    title: definition.titles.U ?? { ja: '', en: '' },
    from: NO_END,
    to: NO_END,
    service: null,
    first: null,
    last: null,
    flows: 0,
    packets: 0,
    bytes: 0,
    conduit: null,
    reasons: [],
    related: [],
    limits: definition.limits,
    remedy: definition.remedy,
    frames: [],
  };
}
