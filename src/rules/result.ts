import { EXIT } from '../base/failure.js';
import type { Text } from '../base/text.js';
import { AREAS, CLAUSES, type Area, type Clause } from '../model/place.js';
import {
  RESULTS,
  type Coverage,
  type Finding,
  type QualityEntry,
  type Result,
  type ScanReport,
  type Verdict,
} from '../model/report.js';
import type { Topology } from '../model/topology.js';
import { clauseOf } from './terms/crossing.js';

/** What a verdict makes of the result of its clause; `attempt`, `blocked` and `observation` never make it worse. */
const RESULT_OF_VERDICT: Readonly<Partial<Record<Verdict, Result>>> = {
  violation: 'violation',
  suspected: 'suspected',
  undetermined: 'undetermined',
};

/** 違反あり > 違反の疑い > 判定不能 > 観測範囲内で違反なし (domain.md 2.7). Never 適合. */
export const RESULT_TEXTS: Readonly<Record<Result, Text>> = {
  violation: { ja: '違反あり', en: 'Violation found' },
  suspected: { ja: '違反の疑いあり', en: 'Violation suspected' },
  undetermined: { ja: '判定不能が残る', en: 'Undetermined points remain' },
  'none-observed': {
    ja: '観測範囲内で違反は検出されなかった',
    en: 'No violation was detected within what was observed',
  },
};

/** An undetermined finding that other evidence settles, as the register of accepted findings says: no doubt is left. */
function isSettled({ verdict, accepted }: Pick<Finding, 'verdict' | 'accepted'>): boolean {
  return verdict === 'undetermined' && accepted !== undefined && accepted.settledBy !== null;
}

export interface RunResult {
  readonly result: Result;
  readonly clauses: Readonly<Record<Clause, { readonly result: Result; readonly reasons: readonly Text[] }>>;
}

function worseResult(x: Result, y: Result): Result {
  return RESULTS.indexOf(x) <= RESULTS.indexOf(y) ? x : y;
}

/** Result of each clause and of the run, from the findings, the quality of the capture and the boundaries seen. */
export function resultOf(
  findings: readonly Pick<Finding, 'clause' | 'verdict' | 'accepted'>[],
  quality: readonly QualityEntry[],
  boundaries: Coverage['boundaries'],
  topology: Topology,
): RunResult {
  const of = (clause: Clause): RunResult['clauses'][Clause] => {
    const reasons: { readonly result: Result; readonly text: Text }[] = [
      ...reasonsOfFindings(findings.filter((finding) => finding.clause === clause)),
      ...quality
        .filter(
          (entry) =>
            entry.effect === 'undetermined' &&
            (entry.clauses?.includes(clause) ?? clausesOfPoint(entry.point, topology).has(clause)),
        )
        .map((entry) => ({ result: 'undetermined' as const, text: withPoint(entry) })),
      ...boundaries
        .filter(
          ({ result, sides }) =>
            result === 'not-observed' &&
            clausesOfAreas(AREAS.filter((area) => sides.some(({ zone }) => zone === area))).has(clause),
        )
        .map(({ boundary }) => ({
          result: 'undetermined' as const,
          text: { ja: `境界 ${boundary} は採取されていない。`, en: `The boundary ${boundary} was not observed.` },
        })),
    ];
    const result = reasons.reduce<Result>((worst, reason) => worseResult(worst, reason.result), 'none-observed');
    return { result, reasons: reasons.map(({ text }) => text) };
  };
  const clauses = { A: of('A'), I: of('I'), U: of('U') };
  return { result: CLAUSES.map((clause) => clauses[clause].result).reduce(worseResult), clauses };
}

/** The exit status of the contract, from the report and nothing else. */
export function exitStatusOf(report: Pick<ScanReport, 'result'>): 0 | 1 | 2 {
  switch (report.result) {
    case 'violation':
    case 'suspected':
      return EXIT.violation;
    case 'undetermined':
      return EXIT.undetermined;
    case 'none-observed':
      return EXIT.clean;
  }
}

/**
 * The exit status of `sansou diff`: 1 when something that weighs is new or weighs more than it did, 2 when something that
 * weighed is gone but was not looked at, else 0.
 */
export function exitStatusOfDifference(report: Pick<ScanReport, 'result' | 'findings' | 'comparison'>): 0 | 1 | 2 {
  const { result, findings, comparison } = report;
  if (comparison === undefined) throw new Error('a report that was compared with nothing has no difference');
  const weighs = (finding: Finding): boolean => RESULT_OF_VERDICT[finding.verdict] !== undefined && !isSettled(finding);
  const isWorse =
    worseResult(result, comparison.baseline.result) !== comparison.baseline.result ||
    comparison.worsened.length > 0 ||
    findings.some((finding) => finding.status === 'new' && weighs(finding));
  if (isWorse) return EXIT.violation;
  const isUnknown = comparison.gone.some((finding) => finding.status === 'gone-unobserved' && weighs(finding));
  return isUnknown ? EXIT.undetermined : EXIT.clean;
}

function reasonsOfFindings(
  findings: readonly Pick<Finding, 'verdict' | 'accepted'>[],
): { result: Result; text: Text }[] {
  const counts = new Map<Result, number>();
  const settled = findings.filter(isSettled).length;
  for (const finding of findings) {
    const result = isSettled(finding) ? undefined : RESULT_OF_VERDICT[finding.verdict];
    if (result !== undefined) counts.set(result, (counts.get(result) ?? 0) + 1);
  }
  const words: Readonly<Record<string, Text>> = {
    violation: { ja: '違反', en: 'violation' },
    suspected: { ja: '違反の疑い', en: 'suspected violation' },
    undetermined: { ja: '判定不能', en: 'undetermined' },
  };
  const reasons = RESULTS.flatMap((result) => {
    const count = counts.get(result);
    const word = words[result];
    if (count === undefined || word === undefined) return [];
    return [
      {
        result,
        text: { ja: `${word.ja}の検出事項が${count}件ある。`, en: `Findings with the verdict "${word.en}": ${count}.` },
      },
    ];
  });
  if (settled === 0) return reasons;
  const text: Text = {
    ja: `判定不能の検出事項${settled}件は、パケット以外の証拠により確認済みとして受容されている。`,
    en: `Undetermined findings that are accepted because other evidence settles them: ${settled}.`,
  };
  return [...reasons, { result: 'none-observed', text }];
}

function withPoint(entry: QualityEntry): Text {
  const where = entry.point === null ? '' : ` ${entry.point}`;
  return { ja: `${entry.check}${where}：${entry.message.ja}`, en: `${entry.check}${where}: ${entry.message.en}` };
}

/**
 * Clauses about which a capture point speaks: those of the areas on its VLANs, and of every boundary whose gateway has a
 * leg there. What concerns the whole run, or a point of which nothing is declared, concerns all.
 */
function clausesOfPoint(name: string | null, topology: Topology): ReadonlySet<Clause> {
  const point = name === null ? undefined : topology.capturePoint(name);
  const own = (point?.vlans ?? []).map((vlan) => topology.areaOfVlan(vlan)).filter((area) => area !== null);
  const boundaries = topology.gateways
    .map(({ legs }) => legs)
    .filter((legs) => legs.some(({ vlan }) => vlan !== null && point?.vlans.includes(vlan)))
    .flatMap((legs) => [...clausesOfAreas(legs.map(({ zone }) => zone))]);
  const clauses = new Set([...own.map((area) => clauseOf(area, area)), ...boundaries]);
  return clauses.size === 0 ? new Set(CLAUSES) : clauses;
}

/** Clauses of the crossings between any two of the areas; of the area itself where there is but one. */
function clausesOfAreas(areas: readonly Area[]): ReadonlySet<Clause> {
  const distinct = [...new Set(areas)];
  if (distinct.length < 2) return new Set(distinct.map((area) => clauseOf(area, area)));
  return new Set(distinct.flatMap((x, index) => distinct.slice(index + 1).map((y) => clauseOf(x, y))));
}
