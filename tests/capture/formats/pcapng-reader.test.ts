import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { joinBytes, PcapngBlocks } from '../../support/capture-bytes.js';
import { readStream } from '../read-back.js';

const blocks = new PcapngBlocks();
const data = Uint8Array.of(1, 2, 3, 4, 5);
const record = { data };
const frame = '0102030405';

async function read(...parts: Uint8Array[]): ReturnType<typeof readStream> {
  return readStream(joinBytes(blocks.section(), ...parts), 4096);
}

describe('times', () => {
  const NANOS = 1_700_000_123_456_789_012n;
  test.each([
    ['microseconds when nothing is stated', [], NANOS / 1000n, (NANOS / 1000n) * 1000n],
    ['seconds', [0], NANOS / 1_000_000_000n, (NANOS / 1_000_000_000n) * 1_000_000_000n],
    ['nanoseconds', [9], NANOS, NANOS],
    ['picoseconds, fractions cut off', [12], 1_700_000_123_456_789_999n, 1_700_000_123_456_789n],
    ['a power of two', [0x80 | 10], 1_700_000_123n * 1024n + 512n, 1_700_000_123_500_000_000n],
    [
      'the finest power of two that fits',
      [0x80 | 32],
      (1_700_000_123n << 32n) + (1n << 31n),
      1_700_000_123_500_000_000n,
    ],
  ])('are exact in %s', async (_name, resolution, ticks, expected) => {
    const options = resolution.map((value) => ({ code: 9, value: Uint8Array.of(value) }));
    const { records } = await read(blocks.interface(1, 0, options), blocks.enhanced(0, ticks, record));
    expect(records.map(({ time }) => time)).toEqual([expected]);
  });

  test('are exact to the nanosecond over three months', async () => {
    const nanos = [{ code: 9, value: Uint8Array.of(9) }];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.bigInt(0n, 7_800_000_000_000_000n), { minLength: 1, maxLength: 8 }),
        async (steps) => {
          const times = steps.map((step) => 1_700_000_000_000_000_000n + step);
          const { records } = await read(
            blocks.interface(1, 0, nanos),
            ...times.map((time) => blocks.enhanced(0, time, record)),
          );
          expect(records.map(({ time }) => time)).toEqual(times);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('are moved by the offset of their interface', async () => {
    const { records } = await read(
      blocks.interface(1, 0, [blocks.count(14, 3600n)]),
      blocks.interface(1, 0, [blocks.count(14, -60n)]),
      blocks.enhanced(0, 1_000_000n, record),
      blocks.enhanced(1, 3_661_000_000n + 60_000_000n, record),
    );
    expect(records.map(({ time }) => time)).toEqual([3_601_000_000_000n, 3_661_000_000_000n]);
  });

  test('of simple packets are that of the record before, and this is said', async () => {
    const { records, reader, problems } = await read(
      blocks.interface(),
      blocks.enhanced(0, 7_000_000n, record),
      blocks.simple(record),
    );
    expect(records.map(({ time }) => time)).toEqual([7_000_000_000n, 7_000_000_000n]);
    expect(problems.map(({ code }) => code)).toEqual(['CAPTURE-NO-TIME']);
    expect(reader?.complete).toBe(true);
  });
});

describe('blocks', () => {
  test('simple packets are as long as the snap length of the first interface allows', async () => {
    const { records } = await read(blocks.interface(1, 3), blocks.simple({ data: data.subarray(0, 3), original: 5 }));
    expect(records).toMatchObject([{ bytes: '010203', original: 5, interface: 0 }]);
  });

  test('obsolete packet blocks are read, and their drops are added up', async () => {
    const { records, reader } = await read(
      blocks.interface(),
      blocks.packet(0, 3, 1_000_000n, { data, original: 90 }),
      blocks.packet(0, 0xffff, 2_000_000n, record),
      blocks.packet(0, 4, 3_000_000n, record),
    );
    expect(records.map(({ bytes, original }) => [bytes, original])).toEqual([
      [frame, 90],
      [frame, 5],
      [frame, 5],
    ]);
    expect(reader?.interfaces[0]?.dropped).toBe(7);
  });

  test('drop counts of packets are added up until a statistics block states them; the last block counts', async () => {
    const drops = (count: bigint): Uint8Array => blocks.enhanced(0, 1n, record, [blocks.count(4, count)]);
    const sum = await read(blocks.interface(), drops(2n), blocks.enhanced(0, 2n, record), drops(5n));
    expect(sum.reader?.interfaces[0]).toMatchObject({ dropped: 7, received: null });
    const stated = await read(
      blocks.interface(),
      drops(2n),
      blocks.statistics(0, [blocks.count(4, 10n), blocks.count(5, 1n)]),
      blocks.statistics(0, [blocks.count(4, 100n), blocks.count(5, 20n), blocks.count(7, 3n)]),
      drops(5n),
    );
    expect(stated.reader?.interfaces[0]).toMatchObject({ dropped: 23, received: 100 });
  });

  test('unknown ones are passed over by their length', async () => {
    const { records, problems } = await read(
      blocks.block(0x0bad_f00d, new Uint8Array(1000)),
      blocks.interface(),
      blocks.block(4, new Uint8Array(20)),
      blocks.enhanced(0, 1n, record),
      blocks.block(10, new Uint8Array(2000)),
      blocks.enhanced(0, 2n, record),
    );
    expect(records.map((each) => each.frame)).toEqual([1, 2]);
    expect(problems).toEqual([]);
  });

  test('custom ones take a frame number, as in Wireshark, and are no record', async () => {
    const custom = blocks.block(0x0bad, new Uint8Array(8));
    const { records } = await read(
      blocks.interface(),
      custom,
      blocks.enhanced(0, 1n, record),
      custom,
      custom,
      blocks.enhanced(0, 2n, record),
    );
    expect(records.map((each) => each.frame)).toEqual([2, 5]);
  });

  test('of an interface tell its name, filter, snap length and frame check sequence', async () => {
    const filter = joinBytes(Uint8Array.of(0), new TextEncoder().encode('tcp port 80'));
    const { reader } = await read(
      blocks.interface(113, 128, [
        blocks.text(2, 'eth1'),
        blocks.text(3, 'the mirror port'),
        { code: 11, value: filter },
      ]),
      blocks.interface(1, 0, [blocks.text(3, 'the mirror port'), { code: 13, value: Uint8Array.of(4) }]),
      blocks.interface(1, 0, [{ code: 13, value: Uint8Array.of(32) }]),
    );
    expect(reader?.interfaces).toMatchObject([
      { linkType: 113, snapLength: 128, name: 'eth1', filter: 'tcp port 80', fcsLength: 0 },
      { linkType: 1, snapLength: 0, name: 'the mirror port', filter: null, fcsLength: 4 },
      { fcsLength: 4 },
    ]);
  });

  test('of an interface with broken options keep what stood before the break', async () => {
    const broken = Uint8Array.from(blocks.interface(1, 0, [blocks.text(2, 'eth1'), blocks.text(3, 'abcd')]));
    new DataView(broken.buffer).setUint16(16 + 8 + 2, 60_000, true);
    const { records, reader, problems } = await read(broken, blocks.enhanced(0, 1n, record));
    expect(records).toHaveLength(1);
    expect(reader?.interfaces[0]?.name).toBe('eth1');
    expect(problems.map(({ code }) => code)).toEqual(['CAPTURE-OPTION']);
  });
});

describe('sections', () => {
  test('begin anew with their interfaces, and a packet of an interface that is not described is counted and skipped', async () => {
    const { records, reader, problems } = await read(
      blocks.interface(),
      blocks.interface(),
      blocks.enhanced(1, 1n, record),
      blocks.section(),
      blocks.interface(101),
      blocks.enhanced(1, 2n, record),
      blocks.enhanced(0, 3n, record),
    );
    expect(records.map((each) => each.interface)).toEqual([1, 2]);
    expect(reader?.interfaces[2]?.linkType).toBe(101);
    expect(reader?.complete).toBe(false);
    expect(problems.map(({ code }) => code)).toEqual(['CAPTURE-INTERFACE']);
    expect(problems[0]?.message.en).toContain('1 packets');
  });

  test('of an unknown version end the reading', async () => {
    const { records, problems } = await read(
      blocks.interface(),
      blocks.enhanced(0, 1n, record),
      blocks.section([2, 0]),
    );
    expect(records).toHaveLength(1);
    expect(problems.map(({ code }) => code)).toEqual(['CAPTURE-VERSION']);
  });

  test('cannot describe interfaces without end', async () => {
    const { reader, problems } = await read(...Array.from({ length: 5000 }, () => blocks.interface()));
    expect(reader?.interfaces).toHaveLength(4096);
    expect(problems.map(({ code }) => code)).toEqual(['CAPTURE-LIMIT']);
  });
});
