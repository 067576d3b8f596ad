import { parquetWriteFile } from 'hyparquet-writer';
import type { HistoryStore } from '../model/history.js';

/** What can be taken out of a store, as rows of plain values. */
export const EXPORT_TABLES = ['runs', 'findings', 'conduits', 'traffic', 'services', 'quality'] as const;
export type ExportTable = (typeof EXPORT_TABLES)[number];

type Value = string | number | null;
type ExportRow = Readonly<Record<string, Value>>;

/** rows of one group of a Parquet file: what a reader must hold at a time */
const ROWS_PER_GROUP = 10_000;

const ROWS: Readonly<Record<ExportTable, (history: HistoryStore) => Iterable<ExportRow>>> = {
  runs: (history) =>
    each(
      history.eachRun(),
      ({ id, kind, startedAt, endedAt, finished, result, packets, flows, findings, doubts, evidence }) => ({
        ...{ id, kind, startedAt, endedAt, finished: finished ? 1 : 0, result, packets, flows, doubts, evidence },
        findings: Object.values(findings).reduce((sum, count) => sum + count, 0),
      }),
    ),
  findings: (history) =>
    each(history.eachFinding(), ({ id, status, firstSeen, lastSeen, firstRun, lastRun, runs, worst, finding }) => ({
      ...{ id, status, firstSeen, lastSeen, firstRun, lastRun, runs, worst },
      ...{ rule: finding.rule, verdict: finding.verdict, severity: finding.severity },
      ...{ titleJa: finding.title.ja, titleEn: finding.title.en },
      ...{ fromZone: finding.from.zone, fromAddress: finding.from.address },
      ...{ toZone: finding.to.zone, toAddress: finding.to.address },
      ...{ proto: finding.service?.proto ?? null, port: finding.service?.port ?? null },
      ...{ flows: finding.flows, packets: finding.packets, bytes: finding.bytes },
    })),
  conduits: (history) => history.conduitDays().map((row) => ({ ...row })),
  traffic: (history) =>
    history.trafficDays().map(({ verdicts, ...row }) => ({ ...row, verdicts: JSON.stringify(verdicts) })),
  services: (history) => history.serviceDays().map((row) => ({ ...row })),
  quality: (history) =>
    each(history.eachQuality(), ({ value, ...row }) => ({ ...row, value: value === null ? null : String(value) })),
};

/** Row after row: the runs of years need not be in memory at once. */
export function exportRows(history: HistoryStore, table: ExportTable): Iterable<ExportRow> {
  return ROWS[table](history);
}

function* each<T>(items: Iterable<T>, toRow: (item: T) => ExportRow): Iterable<ExportRow> {
  for (const item of items) yield toRow(item);
}

/** Columns keep one type in every row: numbers are DOUBLE, which holds whole numbers to 2^53. */
export function writeParquet(rows: readonly ExportRow[], file: string): void {
  const names = Object.keys(rows[0] ?? { empty: null });
  parquetWriteFile({
    filename: file,
    rowGroupSize: ROWS_PER_GROUP,
    columnData: names.map((name) => {
      const data = rows.map((row) => row[name] ?? null);
      return {
        name,
        data,
        nullable: true,
        type: data.some((value) => typeof value === 'number') ? 'DOUBLE' : 'STRING',
      };
    }),
  });
}
