import { formatEpoch } from '../../base/time.js';
import type { RunClock } from '../../capture/run-clock.js';
import { ANOMALIES } from '../../decode/anomaly.js';
import type { FlowTable } from '../../flow/flow-table.js';
import type { Statistics } from '../../model/report.js';
import type { PointRegister, Reading } from './read-observation.js';

/** What the flow table counted beside the flows themselves. */
export interface TableCounts {
  readonly evicted: number;
  readonly fragmentsEvicted: number;
  readonly stationsOverflow: number;
  readonly refused: number;
  readonly copies: number;
}

export function countsOf(table: FlowTable): TableCounts {
  const { evicted, fragmentsEvicted, stations, refused, copies } = table;
  return { evicted, fragmentsEvicted, stationsOverflow: stations.overflow, refused, copies };
}

/** Everything that was read, skipped or given up, counted. */
export function summarizeRun(
  reading: Reading,
  table: TableCounts,
  register: Pick<PointRegister, 'meters'>,
  clock: RunClock,
  more: { readonly flows: number; readonly limitsReached: Readonly<Record<string, number>> },
): Statistics {
  const { meters } = register;
  const first = Math.min(...meters.map((meter) => meter.first), Number.POSITIVE_INFINITY);
  const last = Math.max(...meters.map((meter) => meter.last), Number.NEGATIVE_INFINITY);
  return {
    packets: reading.packets,
    bytes: meters.reduce((sum, meter) => sum + meter.bytes, 0),
    flows: more.flows,
    first: Number.isFinite(first) ? formatEpoch(clock.toNanoseconds(first)) : null,
    last: Number.isFinite(last) ? formatEpoch(clock.toNanoseconds(last)) : null,
    nonIp: sortedByName(reading.decoder.nonIpCounts()),
    anomalies: sortedByName(
      Object.fromEntries(
        ANOMALIES.flatMap(({ name }, code) =>
          reading.decoder.anomalies[code] ? [[name, reading.decoder.anomalies[code]]] : [],
        ),
      ),
    ),
    limitsReached: sortedByName(
      Object.fromEntries(
        Object.entries({
          flowRows: table.evicted,
          fragmentedDatagrams: table.fragmentsEvicted,
          stations: table.stationsOverflow,
          ipv6Addresses: table.refused,
          ...more.limitsReached,
        }).filter(([, count]) => count > 0),
      ),
    ),
    duplicates: table.copies,
    interrupted: reading.interrupted,
  };
}

function sortedByName(counts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).sort(([x], [y]) => (x < y ? -1 : 1)));
}
