import type { HistoryStore } from '../model/history.js';
import type { Digest } from './notice.js';

const DAY = 86_400_000;

/** How things stand, from the history alone. @param day local date */
export function makeDigest(store: HistoryStore, day: string, now: number): Digest {
  const since = new Date(now - DAY).toISOString();
  const runs = store.runs({ limit: 1000 }).filter(({ endedAt }) => endedAt >= since);
  const findings = store.findings();
  const open: Record<string, number> = {};
  for (const { status, finding } of findings) {
    if (status !== 'new' && status !== 'ongoing') continue;
    open[finding.verdict] = (open[finding.verdict] ?? 0) + 1;
  }
  const count = (status: (typeof findings)[number]['status']): number =>
    findings.filter((finding) => finding.status === status).length;
  const changes = store.changesSince(since);
  return {
    day,
    runs: runs.length,
    result: runs[0]?.result ?? null,
    doubts: runs[0]?.doubts ?? 0,
    open,
    appeared: changes.appeared,
    worsened: changes.worsened,
    gone: changes.gone,
    unobserved: count('gone-unobserved'),
    accepted: count('accepted'),
  };
}
