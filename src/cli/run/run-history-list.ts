import type { Text } from '../../base/text.js';
import type { RunSummary, TrackedFinding } from '../../model/history.js';
import { formatJson } from '../../report/json-document.js';
import { createPage, type Page } from '../../report/layout/page.js';
import { renderTable, type Cell } from '../../report/layout/table.js';
import { WORDS } from '../../report/words/words.js';
import { openHistory } from '../../store/open-history.js';
import { readReportOptions } from '../settings/check-settings.js';
import { readHistoryFilter } from '../settings/history-filter.js';
import { numberOption } from '../settings/number-option.js';
import type { HistoryOptions } from '../settings/options.js';
import type { Session } from '../session.js';
import { storePlace } from '../settings/store-place.js';
import { requireChoice } from '../usage.js';
import { withOutput } from '../output/with-output.js';

const STATUS_WORDS: Readonly<Record<TrackedFinding['status'], Text>> = {
  new: { ja: '新規', en: 'new' },
  ongoing: { ja: '継続', en: 'ongoing' },
  gone: { ja: '解消', en: 'gone' },
  'gone-unobserved': { ja: '未確認', en: 'not looked at' },
  accepted: { ja: '受容', en: 'accepted' },
};

/** `sansou history list` */
export async function runHistoryList(session: Session, options: HistoryOptions): Promise<void> {
  const format = requireChoice('--format', options.format ?? 'text', ['text', 'json']);
  const limit = numberOption('--limit', options.limit ?? '50', 1, 1_000_000);
  const filter = readHistoryFilter(options);
  const store = storePlace(session, options.store);
  const page = createPage(readReportOptions(session, options));
  const history = openHistory(store, { readOnly: true });
  try {
    await withOutput(session, options.output, [store], (output) => {
      if (options.findings === true) {
        const findings = history.findings({ ...filter, limit });
        output.write(format === 'json' ? `${formatJson(findings)}\n` : toText(findingTable(page, findings)));
      } else {
        const runs = history.runs({ ...filter, limit });
        output.write(format === 'json' ? `${formatJson(runs)}\n` : toText(runTable(page, runs)));
      }
    });
  } finally {
    history.close();
  }
}

/** The history keeps UTC: said, so that nobody takes it for local time. */
function minuteOf(iso: string): string {
  return iso.replace(/^(.{16}).*Z$/, '$1Z');
}

function toText(lines: Iterable<string>): string {
  return [...lines].map((line) => `${line}\n`).join('');
}

function runTable(page: Page, runs: readonly RunSummary[]): Iterable<string> {
  const head = (ja: string, en: string, more = {}) => ({ head: page.say({ ja, en }), ...more });
  return renderTable(
    page,
    [
      head('実行', 'Run', { whole: true }),
      head('終了', 'Ended', { whole: true }),
      head('種類', 'Kind'),
      head('結果', 'Result', { flexible: true }),
      head('フロー', 'Flows', { align: 'right' }),
      head('検出事項', 'Findings', { align: 'right' }),
      head('品質', 'Doubts', { align: 'right' }),
    ],
    runs.map((run): Cell[] => [
      page.show(run.id),
      minuteOf(run.endedAt),
      `${run.kind}${run.finished ? '' : '…'}`,
      page.say(WORDS.result[run.result]),
      String(run.flows),
      String(Object.values(run.findings).reduce((sum, count) => sum + count, 0)),
      String(run.doubts),
    ]),
    0,
  );
}

function findingTable(page: Page, findings: readonly TrackedFinding[]): Iterable<string> {
  const head = (ja: string, en: string, more = {}) => ({ head: page.say({ ja, en }), ...more });
  return renderTable(
    page,
    [
      head('状態', 'Status'),
      head('規則', 'Rule'),
      head('判定', 'Verdict'),
      head('表題', 'Title', { flexible: true }),
      head('初回', 'First seen', { whole: true }),
      head('最終', 'Last seen', { whole: true }),
      head('識別子', 'Id', { whole: true }),
    ],
    findings.map(({ id, status, firstSeen, lastSeen, finding }): Cell[] => [
      page.say(STATUS_WORDS[status]),
      page.show(finding.rule),
      page.say(WORDS.verdict[finding.verdict]),
      page.say(finding.title),
      minuteOf(firstSeen),
      minuteOf(lastSeen),
      page.show(id),
    ]),
    0,
  );
}
