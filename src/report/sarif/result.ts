import type { Language } from '../../base/text.js';
import type { EvidenceFrame, Finding, FindingStatus, Severity } from '../../model/report.js';
import type { ArtifactList } from './artifacts.js';
import type { LogicalLocations } from './logical-locations.js';
import { messageOf } from './message.js';
import type { RuleList } from './rules.js';

/** What results refer to. */
export interface RunLists {
  readonly rules: RuleList;
  readonly artifacts: ArtifactList;
  readonly places: LogicalLocations;
  readonly lang: Language;
}

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

/** One finding as a SARIF result (3.27). */
export function resultOfFinding(finding: Finding, { rules, artifacts, places, lang }: RunLists): object {
  const { rule, status, accepted } = finding;
  const logicalLocations = places.of(finding);
  const cited = finding.evidence.map((frame) => physicalLocation(frame, artifacts));
  const [first, ...others] = cited;
  const ruleIndex = rules.indexOf(rule);
  return {
    ruleId: rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    ...weightOf(finding),
    message: messageOf(finding.summary[lang]),
    locations: first === undefined && logicalLocations.length === 0 ? [] : [{ ...first, logicalLocations }],
    ...(others.length === 0 ? {} : { relatedLocations: others.map((place, index) => ({ id: index + 1, ...place })) }),
    partialFingerprints: { 'sansouFinding/v1': finding.id },
    ...(status === undefined ? {} : { baselineState: BASELINE_STATES[status] }),
    ...(accepted === undefined ? {} : { suppressions: [suppressionOf(accepted)] }),
    occurrenceCount: Math.max(1, finding.flows),
    // exactly what the report says: JSON keeps it apart from what surrounds it
    properties: {
      clause: finding.clause,
      verdict: finding.verdict,
      severity: finding.severity,
      outcome: finding.outcome,
      status,
      summary: finding.summary,
      from: finding.from,
      to: finding.to,
      service: finding.service,
      first: finding.first,
      last: finding.last,
      packets: finding.packets,
      bytes: finding.bytes,
      conduit: finding.conduit,
      indicators: finding.indicators,
      reasons: finding.reasons,
      related: finding.related,
    },
  };
}

/**
 * Kind and level (3.27.9, 3.27.10): only what makes the result worse is a failure. What packets cannot tell is `open`, a
 * proven block is a `pass`. Where the kind is not `fail`, the level is `none`.
 */
function weightOf({ verdict, severity, status }: Finding): object {
  if (status === 'gone-unobserved') return { kind: 'open', level: 'none' };
  switch (verdict) {
    case 'violation':
      return { kind: 'fail', level: LEVELS[severity] };
    case 'suspected':
      return { kind: 'fail', level: LEVELS[severity] === 'error' ? 'warning' : LEVELS[severity] };
    case 'undetermined':
      return { kind: 'open', level: 'none' };
    case 'attempt':
      return { kind: 'review', level: 'none' };
    case 'blocked':
      return { kind: 'pass', level: 'none' };
    case 'observation':
      return { kind: 'informational', level: 'none' };
  }
}

/** `absent` lets services close an alert: only where this run would have seen it. Else the result stays, and is open. */
const BASELINE_STATES: Readonly<Record<FindingStatus, string>> = {
  new: 'new',
  ongoing: 'unchanged',
  gone: 'absent',
  'gone-unobserved': 'updated',
};

function suppressionOf(accepted: NonNullable<Finding['accepted']>): object {
  const { entry, reason, approver, ticket, until, settledBy } = accepted;
  return {
    kind: 'external',
    status: 'accepted',
    justification: messageOf(reason).text,
    properties: { entry, approver, ticket, until, settledBy },
  };
}

/** A frame has no line: its number stands in the message and among the properties. */
function physicalLocation(frame: EvidenceFrame, artifacts: ArtifactList): object {
  const { file, frame: number, point, time, role, vlan, sha256 } = frame;
  return {
    physicalLocation: { artifactLocation: artifacts.location(file) },
    message: messageOf(`#${number}${point === null ? '' : ` ${point}`}${time === null ? '' : ` ${time}`}`),
    properties: { frame: number, point, time, role, vlan, sha256 },
  };
}
