import type { Text } from '../../base/text.js';
import type { Observation } from '../../model/observation.js';
import type { Clause } from '../../model/place.js';
import type { Severity, Verdict } from '../../model/report.js';
import type { Judgement } from '../../model/rule.js';
import { DEFAULT_SCALE, milder, severityOf, verdictOf, type SeverityScale } from './severity.js';
import { FIELD_NAMES, join, OUTCOME_SENTENCES } from '../wording.js';

/** A rule that depends on who opened the flow says this while nobody knows; the generic rules still speak. */
export const DIRECTION_UNKNOWN = 'direction-unknown';

export interface Meeting {
  readonly clause: Clause;
  /** what was seen, one sentence in each language, without addresses and ports (the finding has them) */
  readonly lead: Text;
  /** left out: the default of the clause */
  readonly scale?: SeverityScale;
  /** instead of what the outcome says */
  readonly verdict?: Verdict;
  readonly severity?: Severity;
  readonly reasons?: readonly string[];
}

/** The judgement of a flow that meets a rule: verdict and severity by the outcome, the sentences in order. */
export function grade(observation: Observation, meeting: Meeting): Judgement {
  const { outcome, outcomeReasons } = observation.flow;
  return {
    clause: meeting.clause,
    verdict: meeting.verdict ?? verdictOf(outcome),
    severity: meeting.severity ?? severityOf(outcome, meeting.clause, meeting.scale),
    summary: join(meeting.lead, OUTCOME_SENTENCES[outcome], nearestConduit(observation)),
    reasons: [`outcome-${outcome}`, ...outcomeReasons, ...(meeting.reasons ?? [])],
  };
}

/** The judgement of a rule that would have to know who opened the flow. */
export function gradeWithoutDirection(clause: Clause, lead: Text): Judgement {
  return {
    clause,
    verdict: 'undetermined',
    severity: milder('medium', DEFAULT_SCALE[clause][2]),
    summary: join(lead, {
      ja: '接続を開始した側が分からないため、方向についての規定は判定できない。',
      en: 'Who opened it is unknown, so what depends on the direction cannot be decided.',
    }),
    reasons: [DIRECTION_UNKNOWN],
  };
}

/** The judgement of a permitted flow whose ports nobody saw, while its conduit names one. */
export function gradeWithoutPorts(clause: Clause, lead: Text): Judgement {
  return {
    clause,
    verdict: 'undetermined',
    severity: milder('medium', DEFAULT_SCALE[clause][2]),
    summary: join(lead, {
      ja: '切り詰めまたは断片のためポート番号が採取されておらず、ポート番号についての規定は判定できない。',
      en: 'Its ports were not captured (cut or fragmented packets), so what depends on the port cannot be decided.',
    }),
    reasons: ['ports-unknown'],
  };
}

function nearestConduit(observation: Observation): Text | null {
  const { nearest, failed, permitted } = observation.conduit;
  if (permitted !== null || nearest === null || failed === null) return null;
  const field = FIELD_NAMES[failed];
  return {
    ja: `最も近い許可通信は「${nearest.title}」（${nearest.id}）で、${field.ja}が登録と異なる。`,
    en: `The nearest conduit is ${nearest.id} (${nearest.title}); ${field.en} differs from what is registered.`,
  };
}
