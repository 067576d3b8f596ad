import type { InterfaceTable } from './interface-table.js';
import { OPTION, readCount, walkOptions } from './pcapng-blocks.js';

const OPTIONS_AT = 20;
const STATISTICS_BYTES = 24;

/**
 * Reads an Interface Statistics Block into the table; drops are those of the interface and of the system together.
 * @returns false when the block names no interface or its options are broken
 */
export function readStatistics(
  view: DataView,
  at: number,
  length: number,
  littleEndian: boolean,
  table: InterfaceTable,
  firstInterface: number,
  sectionCount: number,
): boolean {
  if (length < STATISTICS_BYTES) return false;
  const id = view.getUint32(at + 8, littleEndian);
  if (id >= sectionCount) return false;
  let received: number | null = null;
  let dropped: number | null = null;
  const { statistics: option } = OPTION;
  const intact = walkOptions(view, at + OPTIONS_AT, at + length - 4, littleEndian, (code, valueAt, size) => {
    if (size !== 8) return;
    const value = readCount(view, valueAt, littleEndian);
    if (code === option.received) received = value;
    else if (code === option.interfaceDropped || code === option.systemDropped) dropped = (dropped ?? 0) + value;
  });
  table.state(firstInterface + id, received, dropped);
  return intact;
}
