import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { compareReaders, crossCheck } from '../../src/capture/cross-check.js';
import { openReader } from '../../src/capture/open-reader.js';
import { RunClock } from '../../src/capture/run-clock.js';
import { pcapFile, pcapngFile, sampleRecords, type SampleRecord } from '../support/capture-bytes.js';

const RECORDS = sampleRecords(700);
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sansou-cross-check-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function save(bytes: Uint8Array, name = 'a.pcap'): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

test('both readers agree on a whole file and on one that is cut', async () => {
  const bytes = pcapFile(RECORDS);
  expect(await crossCheck(save(bytes))).toMatchObject({ equal: true, records: [700, 700], problems: [[], []] });
  const cut = await crossCheck(save(bytes.subarray(0, bytes.length - 1)));
  expect(cut).toMatchObject({ equal: true, records: [699, 699] });
  expect(cut?.problems.map(([problem]) => problem?.code)).toEqual(['CAPTURE-CUT', 'CAPTURE-CUT']);
});

test('a format that pcap-parser does not know is not checked', async () => {
  expect(await crossCheck(save(pcapngFile(RECORDS)))).toBeNull();
  expect(await crossCheck(save(pcapFile(RECORDS, { nanoseconds: true })))).toBeNull();
  expect(await crossCheck(save(pcapFile(RECORDS, { modified: true })))).toBeNull();
  expect(await crossCheck(join(folder, 'missing'))).toBeNull();
});

const changed = (change: (record: SampleRecord) => SampleRecord): SampleRecord[] =>
  RECORDS.map((record, index) => (index === 600 ? change(record) : record));

test.each([
  ['time', changed((record) => ({ ...record, time: record.time + 1000n }))],
  ['captured', changed((record) => ({ ...record, data: Uint8Array.of(1) }))],
  ['original', changed((record) => ({ ...record, original: 9 }))],
  ['bytes', changed((record) => ({ ...record, data: record.data.map((byte) => byte ^ 1) }))],
  ['presence', RECORDS.slice(0, 600)],
])('the first difference in %s is named with its frame', async (field, others) => {
  const clock = new RunClock();
  const readers = [save(pcapFile(RECORDS), 'one'), save(pcapFile(others), 'other')].map((path) =>
    openReader(path, { clock, hash: false }),
  );
  const [one, other] = await Promise.all(readers);
  if (one === undefined || other === undefined || 'code' in one || 'code' in other) throw new Error('not opened');
  const result = await compareReaders(one.reader, other.reader);
  expect(result.equal).toBe(false);
  expect(result.firstDifference).toMatchObject({ frame: 601, field });
  expect(result.records).toEqual([700, others.length]);
});
