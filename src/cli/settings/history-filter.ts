import type { FindingFilter, RunFilter, TrackedFinding } from '../../model/history.js';
import { SEVERITIES } from '../../model/report.js';
import type { HistoryOptions } from './options.js';
import { requireChoice, usageFailure } from '../usage.js';

const STATUSES: readonly TrackedFinding['status'][] = ['new', 'ongoing', 'gone', 'gone-unobserved', 'accepted'];
const OF_FINDINGS = ['status', 'rule', 'zones', 'severity'] as const;

/** What of the history is asked for. @throws Failure (exit 64) */
export function readHistoryFilter(options: HistoryOptions): FindingFilter & RunFilter {
  const { findings, status, rule, zones, severity, since, until } = options;
  const misplaced = OF_FINDINGS.find((name) => options[name] !== undefined);
  if (findings !== true && misplaced !== undefined)
    throw usageFailure({
      ja: `--${misplaced} は --findings と共に指定する`,
      en: `--${misplaced} is about findings: it needs --findings`,
    });
  return {
    ...(status === undefined
      ? {}
      : { status: status.split(',').map((word) => requireChoice('--status', word, STATUSES)) }),
    ...(rule === undefined ? {} : { rule }),
    ...(zones === undefined ? {} : { zones: readZones(zones) }),
    ...(severity === undefined
      ? {}
      : { severity: SEVERITIES.slice(0, SEVERITIES.indexOf(requireChoice('--severity', severity, SEVERITIES)) + 1) }),
    ...(since === undefined ? {} : { since: readTime('--since', since, 'T00:00:00.000') }),
    ...(until === undefined ? {} : { until: readTime('--until', until, 'T23:59:59.999') }),
  };
}

function readZones(text: string): [string | null, string | null] {
  const [one = '', other = '', ...more] = text.split(':');
  if (more.length > 0 || one === '')
    throw usageFailure({
      ja: `--zones の「${text}」は使えない（例: mynumber:lgwan、または mynumber）`,
      en: `--zones does not take "${text}" (for example mynumber:lgwan, or mynumber)`,
    });
  return [one, other === '' ? null : other];
}

/** A day is one of this machine's; a time without an offset, too. */
function readTime(option: string, text: string, timeOfDay: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const isTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/.test(text);
  const date = new Date(isDay ? `${text}${timeOfDay}` : text);
  if ((isDay || isTime) && !Number.isNaN(date.getTime())) return date.toISOString();
  throw usageFailure({
    ja: `${option} の「${text}」は使えない（例: 2026-11-26、2026-11-26T09:00+09:00）`,
    en: `${option} does not take "${text}" (for example 2026-11-26, 2026-11-26T09:00+09:00)`,
  });
}
