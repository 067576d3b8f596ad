import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import type { OpenOptions } from '../../src/capture/open-reader.js';
import { PcapParserReader } from '../../src/capture/formats/pcap-parser-reader.js';
import { joinBytes, pcapFile, PcapngBlocks, pcapngFile, sampleRecords } from '../support/capture-bytes.js';
import { readPath, readStream } from './read-back.js';

/** more than two batches */
const RECORDS = sampleRecords(600);
const EXPECTED = RECORDS.map(({ time, data, original }, index) => ({
  frame: index + 1,
  time,
  interface: 0,
  original,
  bytes: Buffer.from(data).toString('hex'),
}));

const withPcapParser: Partial<OpenOptions> = {
  makePcap: (setting, header) =>
    PcapParserReader.canParse(header) ? new PcapParserReader(setting, header) : undefined,
};

function twoSections(): Uint8Array {
  const little = new PcapngBlocks(true);
  const big = new PcapngBlocks(false);
  const half = RECORDS.length / 2;
  const unit = { code: 9, value: Uint8Array.of(9) };
  return joinBytes(
    little.section(),
    little.interface(),
    ...RECORDS.slice(0, half).map((record) => little.enhanced(0, record.time / 1000n, record)),
    big.section(),
    big.interface(1, 0, [unit]),
    ...RECORDS.slice(half).map((record) => big.enhanced(0, record.time, record)),
  );
}

const cases: { name: string; bytes: Uint8Array; options?: Partial<OpenOptions>; format: string }[] = [
  { name: 'pcap little-endian µs', bytes: pcapFile(RECORDS), format: 'pcap' },
  { name: 'pcap big-endian µs', bytes: pcapFile(RECORDS, { littleEndian: false }), format: 'pcap' },
  { name: 'pcap little-endian ns', bytes: pcapFile(RECORDS, { nanoseconds: true }), format: 'pcap' },
  { name: 'pcap big-endian ns', bytes: pcapFile(RECORDS, { nanoseconds: true, littleEndian: false }), format: 'pcap' },
  { name: 'pcap modified', bytes: pcapFile(RECORDS, { modified: true }), format: 'pcap (Kuznetzov)' },
  {
    name: 'pcap modified big-endian',
    bytes: pcapFile(RECORDS, { modified: true, littleEndian: false }),
    format: 'pcap (Kuznetzov)',
  },
  { name: 'pcapng little-endian', bytes: pcapngFile(RECORDS), format: 'pcapng' },
  { name: 'pcapng big-endian', bytes: pcapngFile(RECORDS, false), format: 'pcapng' },
  { name: 'pcapng of two sections in two byte orders and units', bytes: twoSections(), format: 'pcapng' },
  { name: 'pcap by pcap-parser', bytes: pcapFile(RECORDS), options: withPcapParser, format: 'pcap (pcap-parser)' },
  {
    name: 'pcap big-endian by pcap-parser',
    bytes: pcapFile(RECORDS, { littleEndian: false }),
    options: withPcapParser,
    format: 'pcap (pcap-parser)',
  },
];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sansou-capture-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Interfaces differ by design where there are several; everything else may not. */
function withoutInterface<T extends { interface: number }>(records: readonly T[]): T[] {
  return records.map((record) => ({ ...record, interface: 0 }));
}

describe.each(cases)('$name', ({ bytes, options, format }) => {
  test('gives every record, read as a file', async () => {
    const path = join(folder, 'capture');
    writeFileSync(path, bytes);
    const { records, reader, problems } = await readPath(path, { ...options, hash: true });
    expect(withoutInterface(records)).toEqual(withoutInterface(EXPECTED));
    expect(reader?.complete).toBe(true);
    expect(problems).toEqual([]);
    expect(reader?.format).toBe(format);
    expect(reader?.bytesRead).toBe(bytes.length);
    expect(reader?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([1, 7, 4096])('gives the same from a stream in chunks of %i bytes', async (size) => {
    const { records, reader } = await readStream(bytes, size, options);
    expect(withoutInterface(records)).toEqual(withoutInterface(EXPECTED));
    expect(reader?.complete).toBe(true);
  });

  test('gives the same through a window that is smaller than its records', async () => {
    const { records } = await readStream(bytes, 33, { ...options, windowBytes: 24 });
    expect(withoutInterface(records)).toEqual(withoutInterface(EXPECTED));
  });

  test('gives the same when it is compressed', async () => {
    const { records, reader } = await readStream(gzipSync(bytes), 100, options);
    expect(withoutInterface(records)).toEqual(withoutInterface(EXPECTED));
    expect(reader?.format).toBe(`${format} + gzip`);
    expect(reader?.complete).toBe(true);
  });
});

test('a section appends its interfaces: indices are those of the whole file', async () => {
  const { records, reader } = await readStream(twoSections(), 4096);
  expect(reader?.interfaces).toHaveLength(2);
  expect(new Set(records.slice(0, 300).map((record) => record.interface))).toEqual(new Set([0]));
  expect(new Set(records.slice(300).map((record) => record.interface))).toEqual(new Set([1]));
});
