import { SEVERITIES, type Severity } from '../model/report.js';
import { REPORT_FORMATS, type ReportFormat } from '../report/registry.js';
import type { ReportOptions } from '../report/report-options.js';
import type { CheckOptions } from './options.js';
import { numberOption } from './number-option.js';
import { wantsColor, type Session } from './session.js';
import { comesLater, requireChoice, usageFailure } from './usage.js';

const LATER_FORMATS = ['sarif', 'junit'];

/** The options of `check`, understood. */
export interface CheckSettings {
  readonly format: ReportFormat;
  readonly topologyFile: string;
  readonly minSeverity: Severity | undefined;
  readonly report: ReportOptions;
}

/** What this version cannot do is refused: a `--redact` that is ignored would give names away. */
function refuseLater(options: CheckOptions): void {
  if (options.evidence !== undefined) throw comesLater('--evidence');
  if (options.baseline !== undefined) throw comesLater('--baseline');
  if (options.redact === true) throw comesLater('--redact');
  if (LATER_FORMATS.includes(options.format)) throw comesLater(`--format ${options.format}`);
}

/** @throws Failure with exit status 64 */
export function readCheckSettings(session: Session, options: CheckOptions): CheckSettings {
  refuseLater(options);
  const format = requireChoice('--format', options.format, REPORT_FORMATS);
  const { minSeverity, topology } = options;
  if (topology === undefined) {
    throw usageFailure(
      { ja: '構成定義ファイルの指定（-t）がない', en: 'no topology file is given (-t)' },
      {
        ja: '例: sansou check captures -t city.yaml。ひな形は sansou topology init で作れる',
        en: 'for example sansou check captures -t city.yaml; sansou topology init writes one to start from',
      },
    );
  }
  const toScreen = options.output === undefined || options.output === '-';
  const screenColumns = toScreen ? session.stdout.columns : undefined;
  return {
    format,
    topologyFile: topology,
    minSeverity: minSeverity === undefined ? undefined : requireChoice('--min-severity', minSeverity, SEVERITIES),
    report: {
      lang: session.language,
      color: toScreen && wantsColor(session, options, session.stdout),
      columns:
        options.columns === undefined
          ? Math.min(400, Math.max(40, screenColumns ?? 100))
          : numberOption('--columns', options.columns, 40, 400),
      full: options.full === true,
      ambiguousWide: false,
      bom: options.bom === true,
    },
  };
}
