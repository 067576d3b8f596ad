import { formatEpoch, type Nanoseconds } from '../../base/time.js';
import type { Area, Clause } from '../../model/place.js';
import type { FindingEnd } from '../../model/report.js';
import type { Rule } from '../../model/rule.js';
import type { Conduit, ConduitEnd, Topology } from '../../model/topology.js';
import { formatAddress } from '../../base/address.js';
import { clauseOf } from '../terms/crossing.js';
import { fingerprint, NO_END, type FindingDraft } from '../findings/finding-draft.js';
import { ruleIdOf, ruleOf } from '../registry.js';

/** How much a conduit was used in the run. */
export interface ConduitUse {
  readonly conduit: Conduit;
  readonly flows: number;
  /** both ways together, by the IP header */
  readonly bytes: number;
  readonly first: Nanoseconds | null;
  readonly last: Nanoseconds | null;
  /** by local date `2026-06-15`; filled where the conduit has a daily limit */
  readonly bytesByDay: ReadonlyMap<string, number>;
}

/** Rules 51 (never used) and 41, for ウ 04 (over the daily limit), from the use of each conduit. */
export function* judgeConduitUse(uses: Iterable<ConduitUse>, topology: Topology): Iterable<FindingDraft> {
  for (const use of uses) {
    const [from, to] = [use.conduit.from, use.conduit.to].map((end) => areaOfEnd(end, topology));
    const clause = clauseOf(from ?? 'unassigned', to ?? 'unassigned');
    const ends = { from: nameEnd(use.conduit.from, from ?? null), to: nameEnd(use.conduit.to, to ?? null) };
    const unused = ruleOf('51');
    if (use.flows === 0 && unused.titles[clause] !== undefined) yield unusedDraft(use, unused, clause, ends);
    const limit = use.conduit.limits.maxBytesPerDay;
    const over =
      limit === null
        ? []
        : [...use.bytesByDay].filter(([, bytes]) => bytes > limit).sort(([x], [y]) => (x < y ? -1 : 1));
    if (limit !== null && over.length > 0) yield overLimitDraft(use, limit, over, clause, ends);
  }
}

type Ends = Pick<FindingDraft, 'from' | 'to'>;

function unusedDraft(use: ConduitUse, definition: Rule, clause: Clause, ends: Ends): FindingDraft {
  const { id, title } = use.conduit;
  return {
    ...draft(use, definition, clause, ends),
    verdict: 'observation',
    severity: 'info',
    summary: {
      ja: `許可通信「${title}」（${id}）に一致する通信は、採取期間に観測されなかった。`,
      en: `No flow of conduit ${id} (${title}) was seen in the period.`,
    },
    reasons: ['conduit-unused'],
  };
}

function overLimitDraft(
  use: ConduitUse,
  limit: number,
  over: readonly (readonly [string, number])[],
  clause: Clause,
  ends: Ends,
): FindingDraft {
  const { id, title } = use.conduit;
  const [day, bytes] = over.reduce((most, next) => (next[1] > most[1] ? next : most));
  return {
    ...draft(use, ruleOf(clause === 'U' ? '04' : '41'), clause, ends),
    verdict: 'violation',
    severity: 'medium',
    summary: {
      ja: `許可通信「${title}」（${id}）の1日の通信量（双方向の合計）が、登録された上限${limit}バイトを${over.length}日で超えた。最大は${day}の${bytes}バイト。`,
      en: `Conduit ${id} (${title}) exceeded its limit of ${limit} bytes a day (both ways together) on ${over.length} day(s); most on ${day}: ${bytes} bytes.`,
    },
    reasons: over.slice(0, 31).map(([date]) => `day-limit-exceeded-${date}`),
  };
}

function draft(
  use: ConduitUse,
  definition: Rule,
  clause: Clause,
  ends: Ends,
): Omit<FindingDraft, 'verdict' | 'severity' | 'summary' | 'reasons'> {
  const rule = ruleIdOf(definition, clause);
  return {
    id: fingerprint(rule, 'conduit', use.conduit.id),
    rule,
    clause,
    outcome: null,
    title: definition.titles[clause] ?? { ja: '', en: '' },
    ...ends,
    service: null,
    first: use.first === null ? null : formatEpoch(use.first),
    last: use.last === null ? null : formatEpoch(use.last),
    flows: use.flows,
    packets: 0,
    bytes: use.bytes,
    conduit: { nearest: use.conduit.id, failed: null },
    related: [],
    limits: definition.limits,
    remedy: definition.remedy,
    frames: [],
  };
}

function areaOfEnd(end: ConduitEnd, topology: Topology): Area | null {
  const stated = end.zone ?? end.realm;
  if (stated !== null) return stated;
  const [prefix] = end.prefixes;
  if (prefix !== undefined) return topology.place(formatAddress(prefix.address)).area;
  return end.names.length > 0 ? 'public' : null;
}

function nameEnd(end: ConduitEnd, zone: Area | null): FindingEnd {
  return { ...NO_END, zone, host: end.hosts.length === 1 ? (end.hosts[0] ?? null) : null };
}
