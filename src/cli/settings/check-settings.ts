import { SEVERITIES } from '../../model/report.js';
import { REPORT_FORMATS, type ReportFormat } from '../../report/registry.js';
import type { ReportOptions } from '../../report/report-options.js';
import type { EvidenceRequest } from '../../evidence/bundle/evidence-bundle.js';
import { readEvidenceRequest } from './evidence-request.js';
import type { CheckOptions, FinishOptions, PageOptions } from './options.js';
import { numberOption } from './number-option.js';
import { requireTopology } from './require-topology.js';
import { wantsColor, type Session } from '../session.js';
import type { FinishSettings } from '../run/finish-report.js';
import { requireChoice, usageFailure } from '../usage.js';

/** The options of `check`, understood. */
export interface CheckSettings {
  readonly format: ReportFormat;
  readonly topologyFile: string;
  readonly finish: FinishSettings;
  readonly report: ReportOptions;
  readonly evidence: EvidenceRequest | undefined;
}

/** @throws Failure with exit status 64 */
export function readCheckSettings(session: Session, options: CheckOptions): CheckSettings {
  const format = requireChoice('--format', options.format, REPORT_FORMATS);
  return {
    format,
    topologyFile: requireTopology(options.topology, 'sansou check captures -t city.yaml'),
    finish: readFinishSettings(options),
    evidence: readEvidenceRequest(options),
    report: readReportOptions(session, options),
  };
}

/** What is done with a report before it is written. @throws Failure with exit status 64 */
export function readFinishSettings(options: FinishOptions): FinishSettings {
  const { baseline, accept, redact, redactSalt, minSeverity } = options;
  if (redactSalt !== undefined && redact !== true) {
    throw usageFailure(
      { ja: '--redact-salt は --redact と共に指定する', en: '--redact-salt does nothing without --redact' },
      { ja: '--redact を加える', en: 'add --redact' },
    );
  }
  return {
    baselineFile: baseline,
    acceptFile: accept,
    redact: redact === true,
    saltFile: redactSalt,
    minSeverity: minSeverity === undefined ? undefined : requireChoice('--min-severity', minSeverity, SEVERITIES),
  };
}

/** How the report is to look. @throws Failure with exit status 64 */
export function readReportOptions(session: Session, options: PageOptions): ReportOptions {
  const toScreen = options.output === undefined || options.output === '-';
  const screenColumns = toScreen ? session.stdout.columns : undefined;
  return {
    lang: session.language,
    color: toScreen && wantsColor(session, options, session.stdout),
    columns:
      options.columns === undefined
        ? Math.min(400, Math.max(40, screenColumns ?? 100))
        : numberOption('--columns', options.columns, 40, 400),
    full: options.full === true,
    ambiguousWide: false,
    bom: options.bom === true,
  };
}
