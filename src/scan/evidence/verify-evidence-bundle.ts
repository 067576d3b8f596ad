import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../base/failure.js';
import type { Text } from '../../base/text.js';
import { inspectBundle, type InspectedBundle, type InspectOptions } from '../../evidence/bundle/inspect-bundle.js';
import { REPORT } from '../../evidence/bundle/layout.js';
import type { EvidenceManifest, ManifestFinding } from '../../model/evidence-manifest.js';
import type { Deviation, EvidenceVerification, VerifiedFinding } from '../../model/evidence-verification.js';
import type { ScanReport } from '../../model/report.js';
import type { Topology } from '../../model/topology.js';
import { rulesDigest } from '../../rules/catalogue.js';
import { loadTopology } from '../../topology/load.js';
import { rejudgePackets } from './rejudge-packets.js';

/**
 * Checks an evidence bundle by itself: every digest, the chain, that nothing is missing or extra, that report and manifest
 * say the same; then judges the packets of each finding again. The same findings must come out.
 * @throws Failure (exit 3) for a folder that is no evidence bundle
 */
export async function verifyEvidenceBundle(
  directory: string,
  options: InspectOptions = {},
): Promise<EvidenceVerification> {
  const inspected = inspectBundle(directory, options);
  const { manifest, sha256 } = inspected;
  const deviations = [...inspected.deviations];
  let findings: readonly VerifiedFinding[] = [];
  if (manifest !== null) {
    const report = readReport(directory, inspected, deviations);
    const topology = readTopology(directory, inspected, deviations);
    if (report !== null) deviations.push(...compareReport(report, manifest));
    findings = await rejudgeAll(directory, inspected, report, topology, deviations);
  }
  return {
    schema: 'sansou/verification/1',
    result: deviations.length === 0 ? 'holds' : 'does-not-hold',
    directory,
    manifestSha256: sha256,
    previousSha256: manifest?.previous?.sha256 ?? null,
    files: inspected.sound.size,
    fullPackets: manifest?.parameters.fullPackets ?? null,
    deviations,
    findings,
    notes: manifest === null ? [] : notesOf(manifest),
  };
}

async function rejudgeAll(
  directory: string,
  { manifest, sound }: InspectedBundle,
  report: ScanReport | null,
  topology: Topology | null,
  deviations: Deviation[],
): Promise<VerifiedFinding[]> {
  const verified: VerifiedFinding[] = [];
  const setting =
    topology === null || report === null || manifest === null
      ? null
      : { topology, spans: report.coverage.points, dedup: manifest.parameters.dedup };
  for (const finding of manifest?.findings ?? []) {
    const { id, rule, verdict, rejudged, file } = finding;
    if (rejudged !== 'same') {
      verified.push({ id, rule, verdict, result: 'not-rejudgeable', why: rejudged });
      continue;
    }
    if (setting === null || file === null || !sound.has(file)) {
      verified.push({ id, rule, verdict, result: 'not-checked', why: null });
      continue;
    }
    const again = await rejudgePackets(join(directory, file), setting);
    const isProven = again.some((found) => found.id === id && found.verdict === verdict);
    verified.push({ id, rule, verdict, result: isProven ? 'same' : 'different', why: null });
    if (!isProven) deviations.push(differs(finding));
  }
  return verified;
}

function differs({ id, rule, verdict, file }: ManifestFinding): Deviation {
  return {
    code: 'finding-differs',
    file,
    message: {
      ja: `検出事項 ${id}（${rule}、${verdict}）が、収められたパケットから再現しない`,
      en: `finding ${id} (${rule}, ${verdict}) does not come out of its packets again`,
    },
  };
}

function readReport(directory: string, { sound }: InspectedBundle, deviations: Deviation[]): ScanReport | null {
  // what was changed is not worth reading
  if (!sound.has(REPORT)) return null;
  try {
    const report = JSON.parse(readFileSync(join(directory, REPORT), 'utf8')) as Partial<ScanReport>;
    const isReport =
      report.schema === 'sansou/report/1' &&
      Array.isArray(report.findings) &&
      Array.isArray(report.coverage?.points) &&
      report.coverage.points.every(({ first, last }) => isTime(first) && isTime(last)) &&
      Array.isArray(report.inputs?.captures) &&
      typeof report.inputs.topology === 'object';
    if (isReport) return report as ScanReport;
  } catch {
    // told below
  }
  deviations.push({
    code: 'report-differs',
    file: REPORT,
    message: { ja: '報告を解釈できない', en: 'the report cannot be understood' },
  });
  return null;
}

function isTime(value: unknown): boolean {
  return value === null || (typeof value === 'string' && /^-?\d{1,20}\.\d{9}$/.test(value));
}

function readTopology(
  directory: string,
  { manifest, sound }: InspectedBundle,
  deviations: Deviation[],
): Topology | null {
  const copy = manifest?.inputs.topology.copy;
  if (copy === undefined || !sound.has(copy)) return null;
  try {
    return loadTopology(join(directory, copy)).topology;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    deviations.push({
      code: 'topology-differs',
      file: copy,
      message: { ja: '構成定義ファイルの写しが使えない', en: 'the copy of the topology file cannot be used' },
    });
    return null;
  }
}

/** Report and manifest were written by one run: they name the same inputs and findings. */
function compareReport(report: ScanReport, manifest: EvidenceManifest): Deviation[] {
  const deviations: Deviation[] = [];
  const say = (ja: string, en: string): void => {
    deviations.push({ code: 'report-differs', file: REPORT, message: { ja, en } });
  };
  const named = (
    findings: readonly { readonly id: string; readonly rule: string; readonly verdict: string }[],
  ): string => JSON.stringify(findings.map(({ id, rule, verdict }) => `${id} ${rule} ${verdict}`).sort());
  if (named(report.findings) !== named(manifest.findings))
    say('報告と目録とで検出事項が異なる', 'report and manifest name different findings');
  if (report.inputs.topology.sha256 !== manifest.inputs.topology.sha256)
    say('報告と目録とで構成定義ファイルが異なる', 'report and manifest name different topology files');
  const digests = report.inputs.captures.map(({ sha256 }) => sha256);
  if (manifest.inputs.captures.some(({ sha256 }) => sha256 !== null && !digests.includes(sha256)))
    say('報告と目録とでキャプチャが異なる', 'report and manifest name different captures');
  if (report.tool.rules !== manifest.tool.rules || report.tool.version !== manifest.tool.version)
    say('報告と目録とで版または規則が異なる', 'report and manifest name different versions or rules');
  return deviations;
}

function notesOf(manifest: EvidenceManifest): Text[] {
  const notes: Text[] = [];
  if (manifest.tool.rules !== rulesDigest())
    notes.push({
      ja: `この一式は別の規則（版 ${manifest.tool.version}）で判定されたものである。再現しない検出事項があれば、その版で確かめる必要がある。`,
      en: `The bundle was judged by other rules (version ${manifest.tool.version}). Where a finding does not come out again, use that version.`,
    });
  for (const { file, state } of manifest.inputs.captures)
    if (state !== 'unchanged')
      notes.push(
        state === 'changed'
          ? {
              ja: `キャプチャ ${file} は判定の間に変わったため、それに基づく検出事項は無効である。`,
              en: `The capture ${file} changed while it was being judged: what rests on it is void.`,
            }
          : {
              ja: `キャプチャ ${file} は再び読めなかったため、そのパケットは収められていない。`,
              en: `The capture ${file} could not be read again: its packets are not here.`,
            },
      );
  return notes;
}
