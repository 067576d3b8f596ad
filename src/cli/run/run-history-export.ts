import { existsSync } from 'node:fs';
import { EXPORT_TABLES, exportRows, writeParquet } from '../../store/export-history.js';
import { openHistory } from '../../store/open-history.js';
import { formatJsonLine } from '../../report/json-document.js';
import type { HistoryOptions } from '../settings/options.js';
import { say, type Session } from '../session.js';
import { storePlace } from '../settings/store-place.js';
import { requireChoice, usageFailure } from '../usage.js';
import { withOutput } from '../output/with-output.js';

/** `sansou history export TABLE` */
export async function runHistoryExport(session: Session, name: string, options: HistoryOptions): Promise<void> {
  const format = requireChoice('--format', options.format ?? 'ndjson', ['ndjson', 'parquet']);
  const table = requireChoice(say(session, { ja: '書き出す表', en: 'table' }), name, EXPORT_TABLES);
  const store = storePlace(session, options.store);
  const history = openHistory(store, { readOnly: true });
  try {
    const rows = exportRows(history, table);
    if (format === 'ndjson') {
      await withOutput(session, options.output, [store], (output) => {
        for (const row of rows) output.write(`${formatJsonLine(row)}\n`);
      });
      return;
    }
    const { output } = options;
    if (output === undefined || output === '-' || existsSync(output)) {
      throw usageFailure(
        {
          ja: 'parquet には、まだないファイルを -o で指定する',
          en: 'parquet needs -o with a file that is not there yet',
        },
        { ja: `例: -o ${table}.parquet`, en: `for example -o ${table}.parquet` },
      );
    }
    // its columns are written whole
    writeParquet([...rows], output);
  } finally {
    history.close();
  }
}
