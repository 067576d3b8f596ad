import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openObservation, type Observation } from '../../src/capture/open.js';
import { inChunks, joinBytes, pcapFile, PcapngBlocks, sampleRecords } from '../support/capture-bytes.js';

/** several checkpoints */
const RECORDS = sampleRecords(40_000);
const FRAMES = [1, 2, 256, 257, 16_384, 16_385, 20_000, 39_999, 40_000];
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sansou-lookup-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function readThrough(name: string, bytes: Uint8Array): Promise<Observation> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const observation = await openObservation([{ point: null, path }], { hash: false });
  while ((await observation.next()) !== null);
  return observation;
}

/** Sections and interfaces change on the way, custom blocks take numbers. */
function movingPcapng(): Uint8Array {
  const little = new PcapngBlocks(true);
  const big = new PcapngBlocks(false);
  const parts: Uint8Array[] = [];
  RECORDS.forEach((record, index) => {
    const blocks = index < 25_000 ? little : big;
    if (index === 0 || index === 25_000)
      parts.push(blocks.section(), blocks.interface(1, 0, [blocks.text(2, `port${index}`)]));
    if (index === 17_000) parts.push(blocks.interface(101, 0, [{ code: 9, value: Uint8Array.of(9) }]));
    parts.push(
      index % 2 === 1 && index > 17_000 && index < 25_000
        ? blocks.enhanced(1, record.time, record)
        : blocks.enhanced(0, record.time / 1000n, record),
    );
  });
  return joinBytes(...parts);
}

const files = [
  { name: 'pcap', bytes: (): Uint8Array => pcapFile(RECORDS), jumps: true },
  { name: 'pcapng', bytes: movingPcapng, jumps: true },
  { name: 'gzip', bytes: (): Uint8Array => gzipSync(pcapFile(RECORDS), { level: 1 }), jumps: false },
];

test.each(files)('records of $name are found again by their numbers', async ({ name, bytes, jumps }) => {
  const observation = await readThrough(name, bytes());
  expect(observation.files[0]?.records).toBe(RECORDS.length);
  if (jumps) expect(observation.files[0]?.checkpoints.length).toBe(2);
  const found = await observation.lookup(0, FRAMES);
  expect(found.map(({ frame }) => frame)).toEqual(FRAMES);
  for (const { frame, time, bytes: copy, originalLength } of found) {
    const expected = RECORDS[frame - 1];
    expect([time, Buffer.from(copy).toString('hex'), originalLength]).toEqual([
      expected?.time,
      Buffer.from(expected?.data ?? []).toString('hex'),
      expected?.original,
    ]);
  }
  if (name === 'pcapng') {
    const [first, second, last] = await observation.lookup(0, [10, 20_000, 30_000]);
    expect([first?.interfaceName, second?.linkType, last?.interfaceName]).toEqual(['port0', 101, 'port25000']);
  }
  expect(await observation.lookup(0, [0, 40_001])).toEqual([]);
  expect(await observation.lookup(1, [1])).toEqual([]);
});

test('a file that has changed since it was read answers nothing', async () => {
  const observation = await readThrough('growing', pcapFile(RECORDS.slice(0, 10)));
  expect(await observation.lookup(0, [3])).toHaveLength(1);
  appendFileSync(join(folder, 'growing'), 'x');
  expect(await observation.lookup(0, [3])).toEqual([]);
});

test('standard input answers nothing', async () => {
  const observation = await openObservation([{ point: null, path: '-' }], {
    hash: false,
    input: inChunks(pcapFile(RECORDS.slice(0, 10)), 100),
  });
  while ((await observation.next()) !== null);
  expect(await observation.lookup(0, [3])).toEqual([]);
});
