import type { Problem } from '../base/failure.js';
import { openReader } from './open-reader.js';
import { PcapParserReader } from './formats/pcap-parser-reader.js';
import type { CaptureReader } from './reader.js';
import { RecordCursor } from './record-cursor.js';
import { RunClock } from './run-clock.js';

/** In what two readers can differ about one record. */
export type RecordField = 'presence' | 'time' | 'captured' | 'original' | 'bytes' | 'linkType';

export interface CrossCheck {
  /** the same records, and the same opinion on whether the file is whole */
  readonly equal: boolean;
  /** records by the block reader, and by pcap-parser */
  readonly records: readonly [number, number];
  readonly firstDifference?: {
    readonly frame: number;
    readonly field: RecordField;
    readonly values: readonly [string, string];
  };
  readonly problems: readonly [readonly Problem[], readonly Problem[]];
}

/**
 * Reads a classic pcap with both readers, side by side, and compares every record.
 * @returns null where pcap-parser does not know the format: pcapng, nanoseconds, modified and old ones, no capture
 */
export async function crossCheck(path: string): Promise<CrossCheck | null> {
  const clock = new RunClock();
  const second = await openReader(path, {
    clock,
    hash: false,
    makePcap: (setting, header) =>
      PcapParserReader.canParse(header) ? new PcapParserReader(setting, header) : undefined,
  });
  if ('code' in second) return null;
  const first = await openReader(path, { clock, hash: false });
  if ('code' in first) {
    second.reader.close();
    return null;
  }
  try {
    return await compareReaders(first.reader, second.reader);
  } finally {
    first.reader.close();
    second.reader.close();
  }
}

/** Reads both to their ends; they must share a clock. */
export async function compareReaders(first: CaptureReader, second: CaptureReader): Promise<CrossCheck> {
  const ours = new RecordCursor(first);
  const theirs = new RecordCursor(second);
  const difference = await compare(ours, theirs);
  return {
    equal: difference === undefined && first.complete === second.complete,
    records: [ours.records, theirs.records],
    problems: [first.problems, second.problems],
    ...(difference === undefined ? {} : { firstDifference: difference }),
  };
}

async function compare(ours: RecordCursor, theirs: RecordCursor): Promise<CrossCheck['firstDifference']> {
  let difference: CrossCheck['firstDifference'];
  for (;;) {
    // most records need no waiting, and a promise for each would cost more than the reading
    const [mine, other] = [ours.advance(), theirs.advance()];
    const here = typeof mine === 'boolean' ? mine : await mine;
    const there = typeof other === 'boolean' ? other : await other;
    if (!here && !there) return difference;
    if (difference !== undefined) continue;
    if (here !== there) {
      difference = {
        frame: Math.max(ours.records, theirs.records),
        field: 'presence',
        values: [String(here), String(there)],
      };
      continue;
    }
    const field = ours.differsIn(theirs);
    if (field !== null) {
      difference = { frame: ours.records, field, values: [ours.describe(field), theirs.describe(field)] };
    }
  }
}
