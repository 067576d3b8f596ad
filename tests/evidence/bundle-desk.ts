import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EvidenceRequest } from '../../src/evidence/bundle/evidence-bundle.js';
import { PcapngReader } from '../../src/capture/formats/pcapng-reader.js';
import { openReader } from '../../src/capture/open-reader.js';
import { RecordBatch } from '../../src/capture/record-batch.js';
import { RunClock } from '../../src/capture/run-clock.js';
import { writeEvidenceBundle, type EvidenceRun } from '../../src/scan/evidence/write-evidence-bundle.js';
import type { CaptureArgument } from '../../src/scan/options.js';
import { loadTopology } from '../../src/topology/load.js';

export const START = '2026-06-15T10:00:00+09:00';

export async function bundleOf(
  captures: readonly string[] | readonly CaptureArgument[],
  topologyFile: string,
  request: EvidenceRequest,
): Promise<EvidenceRun> {
  const { topology } = loadTopology(topologyFile);
  const named = captures.map((capture) => (typeof capture === 'string' ? { point: null, path: capture } : capture));
  return writeEvidenceBundle({ captures: named, topology }, request);
}

/** Every file of a folder, by its name relative to it. */
export function filesOf(folder: string): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(folder.length + 1), readFileSync(path));
  }
  return files;
}

export interface SeenPacket {
  readonly point: string | null;
  readonly linkType: number;
  readonly time: bigint;
  readonly bytes: Uint8Array;
  readonly original: number;
}

/** The packets of a file of a bundle, by the reader that all captures go through. */
export async function packetsIn(path: string): Promise<SeenPacket[]> {
  const clock = new RunClock();
  const opened = await openReader(path, { clock, hash: false });
  if ('code' in opened) throw new Error(opened.message.en);
  const { reader } = opened;
  if (!(reader instanceof PcapngReader)) throw new Error('not pcapng');
  const packets: SeenPacket[] = [];
  const batch = new RecordBatch();
  while ((await reader.fill(batch)) > 0)
    for (let index = 0; index < batch.count; index++) {
      const link = reader.interfaces[batch.interface[index] as number];
      const at = batch.at[index] as number;
      packets.push({
        point: link?.name ?? null,
        linkType: link?.linkType ?? -1,
        time: clock.toNanoseconds(batch.time[index] as number),
        bytes: Uint8Array.from(batch.bytes.subarray(at, at + (batch.captured[index] as number))),
        original: batch.original[index] as number,
      });
    }
  if (!reader.complete) throw new Error(reader.problems.map(({ message }) => message.en).join('\n'));
  reader.close();
  return packets;
}
