import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PcapParserReader } from '../../src/capture/formats/pcap-parser-reader.js';
import { joinBytes, pcapFile, PcapngBlocks, pcapngFile, sampleRecords } from '../support/capture-bytes.js';
import { readPath, readStream } from './read-back.js';

const RECORDS = sampleRecords(4);
const withPcapParser: Parameters<typeof readStream>[2] = {
  makePcap: (setting, header) =>
    PcapParserReader.canParse(header) ? new PcapParserReader(setting, header) : undefined,
};
const files = [
  { name: 'pcap', bytes: pcapFile(RECORDS), options: {} },
  { name: 'pcap modified', bytes: pcapFile(RECORDS, { modified: true }), options: {} },
  { name: 'pcapng', bytes: pcapngFile(RECORDS), options: {} },
  { name: 'pcap by pcap-parser', bytes: pcapFile(RECORDS), options: withPcapParser },
];

describe.each(files)('$name cut at any byte', ({ name, bytes, options }) => {
  test('gives the records before the cut, and says at which byte it ended unless the cut is between records', async () => {
    const { records: whole } = await readStream(bytes, 4096, options);
    expect(whole).toHaveLength(RECORDS.length);
    let between = 0;
    for (let length = 0; length < bytes.length; length++) {
      const { records, reader, problems } = await readStream(bytes.subarray(0, length), 4096, options);
      expect(records).toEqual(whole.slice(0, records.length));
      if (problems.length === 0) {
        expect(reader?.complete).toBe(true);
        between++;
        continue;
      }
      expect(reader?.complete ?? false).toBe(false);
      expect(problems).toHaveLength(1);
      expect(problems[0]?.code).toMatch(/^CAPTURE-(CUT|EMPTY|FOREIGN)$/);
      if (reader !== null) expect(problems[0]?.message.en).toMatch(/^reading ended at byte \d+: .*needed/);
    }
    // behind the header and behind each record but the last; pcapng has two blocks in front
    expect(between).toBe(name === 'pcapng' ? RECORDS.length + 1 : RECORDS.length);
  });
});

function patched(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  new DataView(copy.buffer).setUint32(at, value, true);
  return copy;
}

describe('a hostile length', () => {
  test.each([
    ['pcap', {}],
    ['pcap by pcap-parser', withPcapParser],
  ])('in a record header of %s is refused at its byte, after the records before it', async (_name, options) => {
    const first = 24 + 16 + (RECORDS[0]?.data.length ?? 0);
    for (const length of [0xffff_ffff, 0x8000_0000, 17 * 1024 * 1024]) {
      const { records, reader, problems } = await readStream(
        patched(pcapFile(RECORDS), first + 8, length),
        4096,
        options,
      );
      expect(records).toHaveLength(1);
      expect(reader?.complete).toBe(false);
      expect(problems.map(({ code }) => code)).toEqual(['CAPTURE-CORRUPT']);
      expect(problems[0]?.message.en).toContain(`byte ${first}: a record length of ${length} bytes is absurd`);
      expect(problems[0]?.message.ja).toContain(`${first}バイト目`);
    }
  });

  test('that no record of the file can have is damage, not a cut', async () => {
    const { problems } = await readStream(patched(pcapFile(RECORDS), 24 + 8, 1_000_000), 4096);
    expect(problems[0]?.code).toBe('CAPTURE-CORRUPT');
  });

  test('above the snap length is accepted when the bytes are there', async () => {
    const { records, reader } = await readStream(pcapFile(RECORDS, { snapLength: 4 }), 4096);
    expect(records).toHaveLength(RECORDS.length);
    expect(reader?.complete).toBe(true);
  });

  const blocks = new PcapngBlocks();
  const front = joinBytes(blocks.section(), blocks.interface());
  const packet = blocks.enhanced(0, 1n, { data: new Uint8Array(8) });
  test.each([
    ['not a multiple of four', 42, 'a block length of 42 bytes is not valid'],
    ['below twelve', 8, 'a block length of 8 bytes is not valid'],
    ['absurd', 0xffff_fff0, 'a block length of 4294967280 bytes is not valid'],
    ['unlike the one behind', 36, "the block's two lengths differ"],
  ])('of a pcapng block that is %s ends the reading at the block', async (_name, length, reason) => {
    const broken = patched(packet, 4, length);
    const { records, reader, problems } = await readStream(joinBytes(front, packet, broken, packet), 4096);
    expect(records).toHaveLength(1);
    expect(reader?.complete).toBe(false);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.code).toBe('CAPTURE-CORRUPT');
    expect(problems[0]?.message.en).toContain(`byte ${front.length + packet.length}: ${reason}`);
  });

  test('of a packet that does not fit its block ends the reading', async () => {
    const { records, problems } = await readStream(joinBytes(front, packet, patched(packet, 20, 9)), 4096);
    expect(records).toHaveLength(1);
    expect(problems[0]?.message.en).toContain('the packet does not fit its block of 40 bytes');
  });
});

describe('what is no capture', () => {
  test.each([
    ['nothing', new Uint8Array(0), 'CAPTURE-EMPTY', 'empty'],
    ['text', new TextEncoder().encode('hello, this is a text file'), 'CAPTURE-FOREIGN', 'first bytes: 68 65 6c 6c'],
    ['xz', Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0, 0, 0, 0, 0, 0), 'CAPTURE-FOREIGN', 'xz'],
    [
      'a pcapng magic alone',
      Uint8Array.of(10, 13, 13, 10, 28, 0, 0, 0, 1, 2, 3, 4, 5),
      'CAPTURE-CORRUPT',
      'byte-order',
    ],
    ['half a pcap header', pcapFile([]).subarray(0, 23), 'CAPTURE-CUT', 'only 23 bytes'],
  ])('is refused with its reason: %s', async (_name, bytes, code, words) => {
    const { reader, problems } = await readStream(bytes, 5);
    expect(reader).toBeNull();
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(problems[0]?.message.en).toContain(words);
    expect(problems[0]?.level).toBe('error');
  });

  test('differs from a capture without records', async () => {
    for (const bytes of [pcapFile([]), pcapngFile([])]) {
      const { records, reader, problems } = await readStream(bytes, 4096);
      expect([records.length, reader?.complete, problems.length]).toEqual([0, true, 0]);
    }
  });
});

test('a source that fails in the middle is a stated fault, and what came before it is read', async () => {
  const bytes = pcapFile(RECORDS);
  async function* failing(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(bytes.subarray(0, bytes.length - 3));
    throw Object.assign(new Error('gone'), { code: 'EIO' });
  }
  const { records, reader, problems } = await readPath('-', { input: failing() });
  expect(records).toHaveLength(RECORDS.length - 1);
  expect(reader?.complete).toBe(false);
  expect(problems.map(({ code }) => code)).toEqual(['CAPTURE-DAMAGED']);
  expect(problems[0]?.message.en).toContain('reading failed (system error EIO)');
});

test('no bytes make a reader throw, hang or say nothing about what it left out', async () => {
  const seeds = [pcapFile(sampleRecords(12)), pcapngFile(sampleRecords(12)), pcapngFile(sampleRecords(12), false)];
  const change = fc.record({ at: fc.nat(2000), value: fc.integer({ min: 0, max: 255 }), cut: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...seeds),
      fc.array(change, { minLength: 1, maxLength: 6 }),
      async (seed, changes) => {
        let bytes = Uint8Array.from(seed);
        for (const { at, value, cut } of changes) {
          if (cut && value < 24) bytes = bytes.subarray(0, at % (bytes.length + 1));
          else if (bytes.length > 0) bytes[at % bytes.length] = value;
        }
        for (const options of [{}, withPcapParser]) {
          const { reader, records, problems } = await readStream(bytes, 4096, options);
          expect(records.length).toBeLessThan(200);
          if (reader === null || !reader.complete) expect(problems.length).toBeGreaterThan(0);
        }
      },
    ),
    { numRuns: 300 },
  );
});
