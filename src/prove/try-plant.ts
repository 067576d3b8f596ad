import type { FalseAlarm, ProofOutcome, ProofReason } from '../model/proof.js';
import type { Finding } from '../model/report.js';
import type { Bench } from './bench.js';
import { explainMiss } from './explain-miss.js';
import type { Plant, Play } from './plant.js';

export interface Trial {
  readonly outcome: ProofOutcome;
  readonly caughtAs: string | null;
  readonly reason: ProofReason | null;
}

/** findings that stand beside the flow's own name (domain.md 2.7) */
const BESIDE = new Set(['13', '50', '51', '41']);
/** rules about a path, a device or content: no other rule says the same, so that only their own name counts */
const OF_THEIR_OWN = new Set([
  ...['05', '10', '11', '12', '13', '14', '15', '16', '21', '32', '33', '34', '35', '37', '38', '40', '41'],
  ...['50', '51', '52', '61', '66', '67', '68', '69'],
]);

/** Plants the case alone, so that whatever is found is about it, and asks the real pipeline. */
export async function tryPlant(bench: Bench, rule: string, plant: Plant): Promise<Trial> {
  const { findings, captures } = await bench.try(plant.play);
  const about = findings.filter((finding) => names(finding, plant.about));
  const own = about.filter((finding) => finding.rule === rule);
  const isFound = ({ verdict, reasons }: Finding): boolean =>
    plant.verdicts.includes(verdict) && (plant.because === undefined || reasons.includes(plant.because));
  if (own.some(isFound)) return caught(null);
  const other = namedOtherwise(rule, about, plant);
  if (other !== null) return caught(other);
  const doubt = about.find(({ rule: found, verdict }) => verdict === 'undetermined' && doubts(rule, found));
  const reason = explainMiss(bench.ground, plant, { captures, doubt: doubt ?? null });
  return { outcome: doubt === undefined ? 'missed' : 'undetermined', caughtAs: null, reason };
}

/** The permitted neighbour alone: a violation or suspicion that it raises is false, and so is the case's own rule. */
export async function tryTwin(
  bench: Bench,
  play: Play,
  own: Pick<Plant, 'about' | 'verdicts'> & { rule: string | null },
): Promise<readonly FalseAlarm[]> {
  const findings = await bench.findingsOf(play);
  return findings
    .filter(
      (finding) =>
        finding.verdict === 'violation' ||
        finding.verdict === 'suspected' ||
        (finding.rule === own.rule && own.verdicts.includes(finding.verdict) && names(finding, own.about)),
    )
    .map(({ rule, verdict, summary }) => ({ rule, verdict, summary }));
}

/** Another rule that calls the same traffic a violation or a suspicion (domain.md 2.7: one flow, one name). */
function namedOtherwise(rule: string, about: readonly Finding[], plant: Plant): string | null {
  if (OF_THEIR_OWN.has(rule.slice(-2))) return null;
  const isSerious = plant.verdicts.some((verdict) => verdict === 'violation' || verdict === 'suspected');
  const wanted = isSerious ? (['violation', 'suspected'] as const) : plant.verdicts;
  const others = about.filter(
    (finding) => finding.rule !== rule && wanted.some((verdict) => verdict === finding.verdict),
  );
  const [first] = others.toSorted((x, y) => Number(isBeside(x)) - Number(isBeside(y)));
  return first === undefined || isBeside(first) ? null : first.rule;
}

/** A rule of its own is in doubt by itself, or because the content could not be read. */
function doubts(rule: string, found: string): boolean {
  return found === rule || found.endsWith('-52') || !OF_THEIR_OWN.has(rule.slice(-2));
}

function isBeside({ rule }: Finding): boolean {
  return BESIDE.has(rule.slice(-2));
}

function caught(as: string | null): Trial {
  return { outcome: 'caught', caughtAs: as, reason: null };
}

/** Alone on the wire, a finding that names one of the parties is about them. */
function names(finding: Finding, about: readonly string[]): boolean {
  const told = [finding.from, finding.to].flatMap(({ address, mac }) => [address, mac]);
  return about.some((name) => told.includes(name) || finding.conduit?.nearest === name || mentions(finding, name));
}

function mentions({ summary, indicators = [] }: Finding, name: string): boolean {
  return summary.en.includes(name) || indicators.some(({ value }) => value.includes(name));
}
