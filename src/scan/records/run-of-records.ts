import { formatEpoch } from '../../base/time.js';
import type { FlowRun } from '../../model/flow-record.js';
import type { CaptureSummary, Coverage, QualityEntry, ScanReport, Statistics } from '../../model/report.js';
import type { RecordBench } from './record-bench.js';

/** What is known of the run that made the records. */
export interface KnownRun {
  readonly captures: readonly CaptureSummary[];
  readonly statistics: Statistics;
  readonly points: Coverage['points'];
  /** of its captures; null: nobody knows */
  readonly quality: readonly QualityEntry[] | null;
  /** what a report says was covered; null: no report was read */
  readonly reported: Pick<Coverage, 'conduits' | 'zones'> | null;
}

/** The run as its report or the last line of its flows tells it, else as far as its flows show it. */
export function runOfRecords(report: ScanReport | null, kept: FlowRun | null, bench: RecordBench): KnownRun {
  if (report !== null)
    return {
      captures: report.inputs.captures,
      statistics: report.statistics,
      points: report.coverage.points,
      quality: report.quality,
      reported: report.coverage,
    };
  if (kept !== null) return { ...kept, reported: null };
  const points = [...bench.points].map(([point, { packets, first, last, vlans }]) => ({
    point,
    declared: false,
    files: 0,
    packets,
    first: formatEpoch(first),
    last: formatEpoch(last),
    vlans: [...vlans].sort(),
  }));
  const firsts = points.map(({ first }) => first).sort();
  const lasts = points.map(({ last }) => last).sort();
  return {
    captures: [],
    points,
    quality: null,
    reported: null,
    statistics: {
      packets: bench.packets,
      bytes: bench.bytes,
      flows: bench.flows,
      first: firsts[0] ?? null,
      last: lasts.at(-1) ?? null,
      nonIp: {},
      anomalies: {},
      limitsReached: {},
      duplicates: 0,
      interrupted: false,
    },
  };
}
