import { EXIT } from '../../base/failure.js';
import { localTime } from '../../base/time.js';
import { reportLint } from '../../scan/report-lint.js';
import { lintTopology, loadTopology } from '../../topology/load.js';
import type { TopologyOptions } from '../settings/options.js';
import { formatProblems } from '../output/print-problems.js';
import { say, type Session } from '../session.js';
import { requireChoice } from '../usage.js';
import { withOutput } from '../output/with-output.js';

/** Approvals run out by the municipality's calendar, whatever the machine's. */
const TIMEZONE = 'Asia/Tokyo';

/**
 * `sansou topology lint`: 0, or 3 for errors; warnings change nothing. People get text; a program that reads the
 * standard output gets the report document (the text then goes to standard error), unless `--format` says otherwise.
 */
export async function runLint(session: Session, file: string, options: TopologyOptions): Promise<void> {
  const isForProgram = options.format === undefined && session.stdout.isTTY !== true;
  const format = requireChoice('--format', options.format ?? (isForProgram ? 'json' : 'text'), ['text', 'json']);
  const today = localTime(BigInt(Date.now()) * 1_000_000n, TIMEZONE).date;
  const { problems, usable } = lintTopology(file, { today });
  const errors = problems.filter(({ level }) => level === 'error').length;
  const warnings = problems.length - errors;
  const summary = say(session, {
    ja: `エラー ${errors} 件、警告 ${warnings} 件${usable ? '' : '。このファイルでは判定できない'}\n`,
    en: `${errors} errors, ${warnings} warnings${usable ? '' : '; check refuses this file'}\n`,
  });
  session.status = errors > 0 ? EXIT.unusable : EXIT.clean;
  const text = formatProblems(problems, session.language) + summary;
  if (isForProgram) session.stderr.write(text);
  await withOutput(session, undefined, [], (output) => {
    if (format === 'text') output.write(text);
    else
      output.write(
        `${JSON.stringify(usable ? reportLint(loadTopology(file).topology, problems) : { usable, problems }, null, 2)}\n`,
      );
  });
}
