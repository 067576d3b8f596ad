import type { RejudgeObstacle } from '../../model/evidence-manifest.js';
import type { Finding } from '../../model/report.js';

/** Checks whose proof is content (domain.md 3): names, messages, channels, files, questions. */
const CONTENT_CHECKS: ReadonlySet<string> = new Set([
  ...['06', '08', '16', '18', '19', '22', '30', '31', '32', '34', '35', '36', '37', '52', '61', '62', '64'],
]);
/** Checks that compare flows with each other, or their course over time. */
const CORRELATIONS: ReadonlySet<string> = new Set(['33', '38', '40', '67']);
/** Checks that count over the flows of the run, or ask whether something came again and again (05: cards in turn). */
const COUNTS: ReadonlySet<string> = new Set(['05', '41', '69']);
/** Checks that speak of what was not there. */
const SILENCES: ReadonlySet<string> = new Set(['51', '68']);

/** reason of findings that count questions to a resolver over many flows */
const COUNTED_NAMES = 'tunnel-dns-by-names';
/** reason of findings about flows that equal payload showed to be one (NAT-tolerant key) */
const SAME_PAYLOAD = 'address-translated';

export interface KeptProof {
  readonly fullPackets: boolean;
  /** a capture that it cites could not be read a second time, or changed */
  readonly inputMissing: boolean;
  /** packets of its flows that were left out because of a bound */
  readonly omitted: number;
}

/** Why a finding does not come out of its packets alone, as far as the finding itself tells; else `context`. */
export function obstacleOf(
  finding: Pick<Finding, 'rule' | 'evidence' | 'indicators' | 'service' | 'from' | 'to' | 'reasons'>,
  { fullPackets, inputMissing, omitted }: KeptProof,
): RejudgeObstacle {
  const check = finding.rule.slice(-2);
  if (SILENCES.has(check) || finding.evidence.length === 0) return 'whole-run';
  if (inputMissing) return 'input-not-kept';
  const standsForMany = [finding.from, finding.to].some(({ address }) => address?.includes('/') === true);
  const isCounted = COUNTS.has(check) || finding.reasons.includes(COUNTED_NAMES);
  if (isCounted || standsForMany || finding.service?.name === 'scan') return 'many-flows';
  if (CORRELATIONS.has(check)) return 'correlation';
  const restsOnContent =
    CONTENT_CHECKS.has(check) || (finding.indicators ?? []).length > 0 || finding.reasons.includes(SAME_PAYLOAD);
  if (!fullPackets && restsOnContent) return 'payload-cut';
  return omitted > 0 ? 'bound' : 'context';
}
