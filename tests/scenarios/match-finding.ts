import type { Finding, FindingEnd } from '../../src/model/report.js';
import type { FindingPattern } from './scenario.js';

type Comparison = (finding: Finding, wanted: never) => boolean;

const oneOf = (wanted: unknown, actual: unknown): boolean => [wanted].flat().includes(actual);

const isEnd = (end: FindingEnd, wanted: string): boolean => [end.address, end.host, end.zone].includes(wanted as never);

const COMPARISONS: Readonly<Record<Exclude<keyof FindingPattern, 'count'>, Comparison>> = {
  rule: (finding, wanted) => oneOf(wanted, finding.rule),
  clause: (finding, wanted) => oneOf(wanted, finding.clause),
  verdict: (finding, wanted) => oneOf(wanted, finding.verdict),
  severity: (finding, wanted) => oneOf(wanted, finding.severity),
  outcome: (finding, wanted) => oneOf(wanted, finding.outcome),
  port: (finding, wanted) => oneOf(wanted, finding.service?.port),
  proto: (finding, wanted) => oneOf(wanted, finding.service?.proto),
  from: (finding, wanted) => isEnd(finding.from, wanted),
  to: (finding, wanted) => isEnd(finding.to, wanted),
  endpoints: (finding, wanted: readonly [string, string]) =>
    [finding.from.address, finding.to.address].toSorted().join() === wanted.toSorted().join(),
  conduit: (finding, wanted) => finding.conduit?.nearest === wanted,
  failed: (finding, wanted) => oneOf(wanted, finding.conduit?.failed),
  point: (finding, wanted) => finding.evidence.some((frame) => frame.point === wanted),
  flows: (finding, wanted) => finding.flows === wanted,
  packets: (finding, wanted) => finding.packets === wanted,
  mentions: (finding, wanted: readonly string[]) => {
    const text = JSON.stringify(finding);
    return wanted.every((mention) => text.includes(mention));
  },
};

/** Whether every field of the pattern holds for the finding. */
export function matchFinding(finding: Finding, pattern: FindingPattern): boolean {
  return Object.entries(pattern).every(([field, wanted]) => {
    if (field === 'count') return true;
    const comparison = COMPARISONS[field as keyof typeof COMPARISONS] as Comparison | undefined;
    if (comparison === undefined) throw new Error(`a pattern has no field ${field}`);
    return comparison(finding, wanted as never);
  });
}
