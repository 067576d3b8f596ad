import type { Text } from '../../base/text.js';
import type { PlannedConduit, PlannedEnd } from '../../model/network-plan.js';
import type { Coverage } from '../../model/report.js';

export type UsedConduit = Coverage['conduits'][number];
export type UsageRemark = 'unused' | 'expired-used' | 'expired' | 'wider' | 'in-use';

/** A range this many times wider than the hosts that used it is worth a question. */
const WIDE = 16;

/** Addresses that an end permits; infinite for a whole zone or realm. */
function breadth(end: PlannedEnd): number {
  return end.members.reduce((sum, member) => {
    const length = /\/(\d{1,3})$/.exec(member)?.[1];
    if (length !== undefined) return sum + 2 ** Math.max(0, (member.includes(':') ? 128 : 32) - Number(length));
    return (end.areas as readonly string[]).includes(member) ? Number.POSITIVE_INFINITY : sum + 1;
  }, 0);
}

/** Ports that it permits; null: any. */
function portCount({ ports }: PlannedConduit): number | null {
  if (ports.length === 0) return null;
  return ports.reduce((sum, range) => {
    const [low = '', high = low] = range.split('-');
    return sum + Number(high) - Number(low) + 1;
  }, 0);
}

function hostsWider(permitted: number, used: number): boolean {
  // a list of single hosts is short and exact: one that never came is one too many
  return permitted < WIDE ? used < permitted : permitted / used >= WIDE;
}

/** In which respects a conduit permits more than was seen to be needed; empty: in none. */
export function widerThanNeeded(conduit: PlannedConduit, used: UsedConduit | undefined): readonly Text[] {
  const use = used?.use;
  if (use === undefined || use.capped) return [];
  const remarks: Text[] = [];
  const ports = portCount(conduit);
  if (conduit.protocol !== 'icmp' && use.ports.length > 0 && (ports === null || ports > use.ports.length)) {
    remarks.push({
      ja: `使われたポートは ${use.ports.join(', ')} のみ`,
      en: `only port ${use.ports.join(', ')} was used`,
    });
  }
  // with `either` nobody can say which end the initiators belong to
  if (conduit.initiator === 'either') return remarks;
  const [opening, answering] = conduit.initiator === 'from' ? [conduit.from, conduit.to] : [conduit.to, conduit.from];
  for (const [end, hosts, ja, en] of [
    [opening, use.initiators, '開始側', 'opening side'],
    [answering, use.responders, '応答側', 'answering side'],
  ] as const) {
    const permitted = breadth(end);
    if (!hostsWider(permitted, hosts)) continue;
    const width = Number.isFinite(permitted) ? String(permitted) : null;
    remarks.push({
      ja: `${ja}は ${hosts} アドレスのみ（許可は${width === null ? '領域全体' : ` ${width}`}）`,
      en: `${en}: ${hosts} address(es) of ${width ?? 'a whole area'}`,
    });
  }
  return remarks;
}

/** Validity is a local date, inclusive: the conduit was still valid on that day. */
function isExpired({ approval }: PlannedConduit, date: string | null): boolean {
  const until = approval?.validUntil ?? null;
  return until !== null && date !== null && date > until;
}

/** @param dates local dates of the last use and of the end of the capture */
export function usageRemark(
  conduit: PlannedConduit,
  used: UsedConduit | undefined,
  dates: { readonly lastUse: string | null; readonly captureEnd: string | null },
): UsageRemark {
  const isUsed = used !== undefined && used.flows > 0;
  if (isUsed && isExpired(conduit, dates.lastUse)) return 'expired-used';
  if (isExpired(conduit, dates.captureEnd)) return 'expired';
  if (!isUsed) return 'unused';
  return widerThanNeeded(conduit, used).length > 0 ? 'wider' : 'in-use';
}
