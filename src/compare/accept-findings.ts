import { localTime } from '../base/time.js';
import type { Acceptance, AcceptanceRegister, Finding, QualityEntry, ScanReport } from '../model/report.js';
import type { Topology } from '../model/topology.js';
import { resultOf } from '../rules/result.js';
import type { AcceptedEntry, AcceptedFindings } from './accepted-entry.js';
import { meetsEntry } from './meets-entry.js';

/**
 * Marks the findings that the register accepts, and says what became of its entries. The result changes in one case
 * only: an undetermined finding that other evidence settles no longer leaves it undetermined. An accepted violation stays
 * a violation: somebody answers for it, but it happened (docs/accepted-findings.md).
 *
 * Entries run out by the day on which the observation ends, not by the machine's clock: same input, same report.
 */
export function acceptFindings(report: ScanReport, register: AcceptedFindings, topology: Topology): ScanReport {
  const today = lastDayOf(report);
  const isExpired = ({ until }: AcceptedEntry): boolean => today !== null && until < today;
  const uses = new Map<AcceptedEntry, number>();
  const findings = report.findings.map((finding): Finding => {
    const entry = register.entries.find((candidate) => !isExpired(candidate) && meetsEntry(finding, candidate));
    if (entry === undefined) return finding;
    uses.set(entry, (uses.get(entry) ?? 0) + 1);
    return { ...finding, accepted: acceptanceOf(entry) };
  });
  const entries = register.entries.map((entry): AcceptanceRegister['entries'][number] => {
    const count = uses.get(entry) ?? 0;
    const state = isExpired(entry) ? 'expired' : count > 0 ? 'used' : 'unused';
    return { ...acceptanceOf(entry), state, findings: count };
  });
  const quality = [...report.quality, ...notesOn(entries)];
  return {
    ...report,
    ...resultOf(findings, quality, report.coverage.boundaries, topology),
    findings,
    quality,
    acceptances: { file: register.file, sha256: register.sha256, entries },
  };
}

function acceptanceOf({ entry, reason, approver, ticket, until, settledBy }: AcceptedEntry): Acceptance {
  return { entry, reason, approver, ticket, until, settledBy };
}

/** The local date of the last packet; null without packets: nothing was found then, and nothing can run out. */
function lastDayOf({ statistics, inputs }: ScanReport): string | null {
  if (statistics.last === null) return null;
  const nanoseconds = BigInt(statistics.last.replace('.', ''));
  return localTime(nanoseconds, inputs.topology.timezone).date;
}

function notesOn(entries: AcceptanceRegister['entries']): QualityEntry[] {
  return entries.flatMap(({ entry, state, until }): QualityEntry[] => {
    if (state === 'used') return [];
    const isExpired = state === 'expired';
    return [
      {
        check: isExpired ? 'ACC-01' : 'ACC-02',
        point: null,
        value: entry,
        effect: 'note',
        message: isExpired
          ? {
              ja: `受容した検出事項の台帳の項目 ${entry} は期限（${until ?? ''}）を過ぎており、適用していない。`,
              en: `Entry ${entry} of the register of accepted findings ran out (${until ?? ''}) and was not applied.`,
            }
          : {
              ja: `受容した検出事項の台帳の項目 ${entry} に当たる検出事項はない。不要になっていないか確認する。`,
              en: `No finding meets entry ${entry} of the register of accepted findings: check whether it is still needed.`,
            },
      },
    ];
  });
}
