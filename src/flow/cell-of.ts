import type { Topology } from '../model/topology.js';
import { FLOW_ROW_WORDS, I, KEY } from './flow-row.js';
import type { WatchedRows } from './payload-watcher.js';

/** The elementary cell of the topology in which end a (0) or b (1) of a row's flow stands. */
export function cellOf(
  rows: Pick<WatchedRows, 'words' | 'ipv6'>,
  row: number,
  side: 0 | 1,
  topology: Topology,
): number {
  const base = row * FLOW_ROW_WORDS;
  const end = rows.words[base + I.endA + side] as number;
  if (((rows.words[base + I.key] as number) & KEY.ipv6) === 0) return topology.cellOfIpv4(end);
  const { ipv6 } = rows;
  return topology.cellOfIpv6(
    ipv6.word(end, 0) >>> 0,
    ipv6.word(end, 1) >>> 0,
    ipv6.word(end, 2) >>> 0,
    ipv6.word(end, 3) >>> 0,
  );
}
