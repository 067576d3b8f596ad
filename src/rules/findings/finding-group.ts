import type { Text } from '../../base/text.js';
import { formatEpoch, type Nanoseconds } from '../../base/time.js';
import type { Outcome } from '../../model/flow.js';
import type { ObservedEnd, Observation } from '../../model/observation.js';
import type { FindingEnd, Indicator, Severity, Verdict } from '../../model/report.js';
import type { ConduitField } from '../../model/topology.js';
import { Exemplars } from './exemplars.js';
import { fingerprint, sortIndicators, type FindingDraft } from './finding-draft.js';
import type { Ruling } from '../judge.js';
import { serviceName } from '../terms/services.js';
import { graver, worse } from './severity.js';
import { join } from '../wording.js';

/** words kept of reasons and related rules; flows bring few different ones */
const WORDS = 64;

/** How a group of flows is named once it stands for more than one pair of ends. */
export interface GroupName {
  /** address, or the network that stands for many; null: too many for that, too */
  readonly from: string | null;
  readonly to: string | null;
  /** null: many ports, a scan */
  readonly port: number | null;
}

/** What a group has in common, as its first flow tells it. */
export interface GroupBeginning {
  readonly outcome: Outcome;
  readonly proto: number;
  readonly from: FindingEnd;
  readonly to: FindingEnd;
}

export function beginningOf({ flow, from, to }: Observation): GroupBeginning {
  return { outcome: flow.outcome, proto: flow.proto, from: endOf(from), to: endOf(to) };
}

/** Flows that make one finding. Adding and merging give the same whatever the order. */
export class FindingGroup {
  readonly #ruling: Ruling;
  readonly #outcome: Outcome;
  readonly #proto: number;
  readonly #exemplars = new Exemplars();
  readonly #related = new Set<string>();
  readonly #reasons = new Set<string>();
  #flows = 0;
  #packets = 0;
  #bytes = 0;
  #first: Nanoseconds | null = null;
  #last: Nanoseconds | null = null;
  #verdict: Verdict;
  #severity: Severity;
  #summary: Text;
  #from: FindingEnd;
  #to: FindingEnd;
  readonly #indicators = new Map<string, Indicator>();
  #conduit: { readonly nearest: string; readonly failed: ConduitField | null } | null = null;

  constructor(ruling: Ruling, { outcome, proto, from, to }: GroupBeginning) {
    this.#ruling = ruling;
    this.#outcome = outcome;
    this.#proto = proto;
    this.#verdict = ruling.judgement.verdict;
    this.#severity = ruling.judgement.severity;
    this.#summary = ruling.judgement.summary;
    this.#from = from;
    this.#to = to;
  }

  /** one that goes on by itself */
  copy(): FindingGroup {
    const copy = new FindingGroup(this.#ruling, {
      outcome: this.#outcome,
      proto: this.#proto,
      from: this.#from,
      to: this.#to,
    });
    copy.merge(this);
    // merging asks whose flow was first; a copy has the words of its model whatever that was
    copy.#summary = this.#summary;
    copy.#conduit = this.#conduit;
    return copy;
  }

  add({ judgement }: Ruling, observation: Observation, related: readonly string[]): void {
    const { flow, forward, backward, conduit } = observation;
    this.#flows++;
    this.#packets += forward.packets + backward.packets;
    this.#bytes += forward.bytes + backward.bytes;
    this.#spread(flow.first, flow.last);
    this.#weigh(judgement.verdict, judgement.severity);
    addAll(this.#related, related);
    addAll(this.#reasons, judgement.reasons);
    for (const indicator of judgement.indicators ?? []) this.#note(indicator);
    if (!this.#exemplars.add(flow, judgement.frames)) return;
    this.#summary = judgement.summary;
    this.#from = endOf(observation.from);
    this.#to = endOf(observation.to);
    const nearest = conduit.permitted ?? conduit.nearest;
    this.#conduit = nearest === null ? null : { nearest: nearest.id, failed: conduit.failed };
  }

  merge(other: FindingGroup): void {
    this.#flows += other.#flows;
    this.#packets += other.#packets;
    this.#bytes += other.#bytes;
    if (other.#first !== null && other.#last !== null) this.#spread(other.#first, other.#last);
    this.#weigh(other.#verdict, other.#severity);
    addAll(this.#related, other.#related);
    addAll(this.#reasons, other.#reasons);
    for (const indicator of other.#indicators.values()) this.#note(indicator);
    if (other.#exemplars.isBefore(this.#exemplars)) {
      this.#summary = other.#summary;
      this.#from = other.#from;
      this.#to = other.#to;
      this.#conduit = other.#conduit;
    }
    this.#exemplars.merge(other.#exemplars);
  }

  toDraft(name: GroupName): FindingDraft {
    const { definition, rule, judgement } = this.#ruling;
    const { clause } = judgement;
    const port = name.port ?? 0;
    const service = name.port === null ? 'scan' : serviceName(this.#proto, port);
    return {
      id: fingerprint(rule, this.#outcome, name.from, name.to, this.#proto, name.port === null ? 'scan' : port),
      rule,
      clause,
      verdict: this.#verdict,
      severity: this.#severity,
      outcome: this.#outcome,
      title: definition.titles[clause] ?? { ja: '', en: '' },
      summary: join(this.#summary, manyText(name, this.#from, this.#to)),
      from: renamed(this.#from, name.from),
      to: renamed(this.#to, name.to),
      service:
        name.from === null ? null : { proto: this.#proto, port, ...(service === undefined ? {} : { name: service }) },
      first: this.#first === null ? null : formatEpoch(this.#first),
      last: this.#last === null ? null : formatEpoch(this.#last),
      flows: this.#flows,
      packets: this.#packets,
      bytes: this.#bytes,
      conduit: this.#conduit,
      ...(this.#indicators.size === 0 ? {} : { indicators: sortIndicators(this.#indicators.values()) }),
      reasons: [...this.#reasons].sort(),
      related: [...this.#related].sort(),
      limits: definition.limits,
      remedy: definition.remedy,
      frames: this.#exemplars.frames(),
    };
  }

  #note(indicator: Indicator): void {
    if (this.#indicators.size < WORDS) this.#indicators.set(`${indicator.field} ${indicator.value}`, indicator);
  }

  #spread(first: Nanoseconds, last: Nanoseconds): void {
    if (this.#first === null || first < this.#first) this.#first = first;
    if (this.#last === null || last > this.#last) this.#last = last;
  }

  #weigh(verdict: Verdict, severity: Severity): void {
    this.#verdict = worse(this.#verdict, verdict);
    this.#severity = graver(this.#severity, severity);
  }
}

export function endOf(end: ObservedEnd): FindingEnd {
  return { zone: end.place.area, address: end.address, host: end.place.host, mac: end.mac };
}

/** An end that stands for many has neither a host name nor a MAC address. */
function renamed(end: FindingEnd, name: string | null): FindingEnd {
  return end.address === name ? end : { zone: end.zone, address: name, host: null, mac: null };
}

function manyText(name: GroupName, from: FindingEnd, to: FindingEnd): Text | null {
  if (name.from === null) {
    return {
      ja: '検出事項の数が上限に達したため、残りの発信元・宛先をまとめて示す。',
      en: 'The limit of findings was reached: the remaining ends are shown together.',
    };
  }
  const parts: Text[] = [];
  if (name.to !== to.address || name.from !== from.address) {
    parts.push({
      ja: `宛先が20を超えるため、${name.to ?? ''}としてまとめた。`,
      en: `More than 20 destinations; grouped as ${name.to ?? ''}.`,
    });
  }
  if (name.port === null) {
    parts.push({ ja: 'ポートが20を超えるため、走査としてまとめた。', en: 'More than 20 ports; grouped as a scan.' });
  }
  return parts.length === 0 ? null : join(...parts);
}

function addAll(words: Set<string>, added: Iterable<string>): void {
  for (const word of added) if (words.size < WORDS) words.add(word);
}
