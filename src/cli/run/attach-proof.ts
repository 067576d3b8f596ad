import { CLAUSES, type Clause } from '../../model/place.js';
import type { Proof } from '../../model/proof.js';
import type { QualityEntry, ScanReport } from '../../model/report.js';
import type { Topology } from '../../model/topology.js';
import { catalogueEntries } from '../../rules/catalogue.js';
import { resultOf } from '../../rules/result.js';

const CLAUSE_OF_AREA: Readonly<Record<string, Clause>> = { mynumber: 'A', lgwan: 'I', internet: 'U' };

/**
 * The report with the positive control of the analysis. Where a planted violation was missed, silence of its clause proves
 * nothing: then its result is undetermined at best. What is only information (severity info) cannot hide a violation.
 */
export function attachProof(report: ScanReport, proof: Proof, topology: Topology): ScanReport {
  const quality = [...report.quality, entryOf(proof)];
  return { ...report, ...resultOf(report.findings, quality, report.coverage.boundaries, topology), quality, proof };
}

function entryOf({ rows, blindVlans, interrupted }: Proof): QualityEntry {
  const harmless = new Set(catalogueEntries().flatMap(({ rule, severity }) => (severity === 'info' ? [rule] : [])));
  const missed = rows.filter(({ rule, outcome }) => outcome === 'missed' && !harmless.has(rule));
  const letters = new Set([
    ...missed.map(({ rule }) => rule.split('-')[2]),
    ...blindVlans.map(({ area }) => CLAUSE_OF_AREA[area]),
  ]);
  const clauses = CLAUSES.filter((clause) => letters.has(clause));
  const hasFailed = clauses.length > 0;
  const base = { check: 'RUN-PROVE', point: null, value: missed.length } as const;
  if (hasFailed) {
    const rules = [...new Set(missed.map(({ rule }) => rule))].sort();
    const vlans = blindVlans.map(({ vlan }) => vlan);
    const [ja, en] = [
      [
        rules.length > 0 ? `見逃した規則: ${rules.join('、')}` : '',
        vlans.length > 0 ? `採取されないVLAN: ${vlans.join('、')}` : '',
      ],
      [
        rules.length > 0 ? `missed: ${rules.join(', ')}` : '',
        vlans.length > 0 ? `VLANs that nobody hears: ${vlans.join(', ')}` : '',
      ],
    ].map((parts) => parts.filter((part) => part !== ''));
    return {
      ...base,
      effect: 'undetermined',
      clauses,
      message: {
        ja: `陽性対照（sansou prove）が失敗した（${ja?.join('、') ?? ''}）。この構成では、違反が検出されないことは証拠にならない。`,
        en: `The positive control (sansou prove) failed (${en?.join('; ') ?? ''}): with this topology, that nothing was detected is no evidence.`,
      },
    };
  }
  return interrupted
    ? {
        ...base,
        effect: 'note',
        message: {
          ja: '陽性対照（sansou prove）は途中で終わった。試した例に見逃しはない。',
          en: 'The positive control (sansou prove) was interrupted; of what was tried, nothing was missed.',
        },
      }
    : {
        ...base,
        effect: 'none',
        message: {
          ja: '陽性対照（sansou prove）で、試した違反の例はすべて検出された（判定不能を除く）。',
          en: 'The positive control (sansou prove) missed none of the planted violations (save for those that packets cannot tell).',
        },
      };
}
