import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LIMITS } from '../../src/base/limits.js';
import { FrameDecoder } from '../../src/decode/frame-decoder.js';
import { PacketBatch, ROW, ROW_STRIDE } from '../../src/decode/packet-batch.js';
import { bytesOf, decode, ethernet, innerIpv4, ipv4, ipv6, tcpSyn, udp } from './frame-bytes.js';

const LINK_TYPES = [
  0, 1, 6, 8, 9, 10, 12, 14, 50, 51, 100, 101, 104, 105, 106, 107, 108, 113, 119, 123, 127, 129, 138, 147, 149, 163,
  166, 178, 192, 195, 197, 226, 227, 228, 229, 239, 242, 252, 253, 258, 274, 276, 281, 282, 284, 285,
];

const innerFrame = `${ethernet('8100')} 000a 0800 ${innerIpv4}`;
const SEEDS: [name: string, linkType: number, frame: string][] = [
  ['TCP', 1, ethernet('0800') + ipv4(6, tcpSyn)],
  ['VLAN and UDP', 1, `${ethernet('8100')} 006e 0800 ${ipv4(17, udp(40000, 53, '6162'))}`],
  ['IPv6 with a chain', 1, ethernet('86dd') + ipv6(0, `3c00000000000000 2c00000000000000 06000001 12345678 ${tcpSyn}`)],
  ['VXLAN', 1, ethernet('0800') + ipv4(17, udp(50000, 4789, `08000000 00000100 ${innerFrame}`))],
  ['GENEVE', 1, ethernet('0800') + ipv4(17, udp(50000, 6081, `0100 6558 00000100 00000000 ${innerFrame}`))],
  [
    'ERSPAN III',
    1,
    ethernet('0800') + ipv4(47, `1000 22eb 00000001 20010001 00000000 00000001 0102030405060708 ${innerFrame}`),
  ],
  [
    'GRE with routes',
    1,
    ethernet('0800') + ipv4(47, `f000 0800 00000000 00000001 00000002 0001 00 04 01020304 00000000 ${innerIpv4}`),
  ],
  ['GTP-U', 1, ethernet('0800') + ipv4(17, udp(2152, 2152, `34 ff 0024 00000001 0000 00 85 01 00 00 00 ${innerIpv4}`))],
  [
    'L2TP',
    1,
    ethernet('0800') + ipv4(17, udp(1701, 1701, `4a02 0030 0001 0001 0000 0000 0002 0000 ff03 0021 ${innerIpv4}`)),
  ],
  [
    'Teredo',
    1,
    ethernet('0800') + ipv4(17, udp(3544, 3544, `00010000010203040506070800 0000 1234 c0a80101 ${ipv6(6, tcpSyn)}`)),
  ],
  ['AYIYA', 1, ethernet('0800') + ipv4(17, udp(50000, 5072, `42 52 11 04 00000000 ${'00'.repeat(36)} ${innerIpv4}`))],
  ['TZSP', 1, ethernet('0800') + ipv4(17, udp(50000, 37008, `01 00 0001 0a 01 d8 00 01 ${innerFrame}`))],
  ['pseudowire', 1, `${ethernet('8847')} 00064 140 00000000 ${innerFrame}`],
  ['PPPoE', 1, `${ethernet('8864')} 11 00 0001 001e 0021 ${innerIpv4}`],
  ['MACsec', 1, `${ethernet('88e5')} 20 00 00000001 0102030405060708 0800 ${innerIpv4} ${'cc'.repeat(16)}`],
  [
    'source route',
    1,
    `${ethernet('0800')} 48 00 0034 0001 0000 40 06 0000 0a0a1005 0a140407 01830b04c0a80101c0a80102 ${tcpSyn}`,
  ],
  [
    'radiotap',
    127,
    `00 00 0d00 02000080 00000000 10 8803 0000 ${'00'.repeat(18)} 0000 00000000000d 8001 ${'00'.repeat(12)} 0024 aaaa03 000000 0800 ${innerIpv4} deadbeef`,
  ],
  [
    'PPI',
    192,
    `00 00 2000 69000000 0200 1400 0000000000000000 0100 ${'00'.repeat(10)} 0801 0000 ${'00'.repeat(20)} aaaa030000000800 ${innerIpv4} deadbeef`,
  ],
  ['NFLOG', 239, `02 00 0000 0800 0100 08000300 2000 0900 ${innerIpv4}`],
  ['SLL2', 276, `0800 0000 00000002 0001 00 06 00005e005302 0000 ${innerIpv4}`],
  ['frame relay', 107, `1841 03 00 80 000000 0800 ${innerIpv4}`],
  ['Juniper', 178, `4d4743 80 0004 01020304 ${ethernet('0800')} ${innerIpv4}`],
];

const batch = new PacketBatch(LIMITS.ipLayers);
const decoder = new FrameDecoder(batch);

/** Rows as plain numbers; what lies behind the frame in its buffer is `fill`. */
function rowsOf(frame: Uint8Array, linkType: number, original: number, fill: number): number[] {
  const bytes = new Uint8Array(frame.length + 128).fill(fill);
  bytes.set(frame, 64);
  batch.count = 0;
  decoder.decode(bytes, 64, frame.length, original, linkType, 0, 0);
  return Array.from(batch.rows.subarray(0, batch.count * ROW_STRIDE));
}

/** The rows do not depend on what lies around the frame. */
function rowsOfFrameAlone(frame: Uint8Array, linkType: number, original: number): number[] {
  const rows = rowsOf(frame, linkType, original, 0x00);
  const others = rowsOf(frame, linkType, original, 0xff);
  // comparing text is much faster than an expectation per frame
  if (rows.join() !== others.join()) expect(others).toEqual(rows);
  return rows;
}

/** Offsets of every row lie inside the frame, in order; counts and lengths make sense. */
function checkRows(rows: number[], frameBytes: number): void {
  const end = 64 + frameBytes;
  for (let base = 0; base < rows.length; base += ROW_STRIDE) {
    const column = (name: keyof typeof ROW): number => rows[base + ROW[name]] ?? NaN;
    const macInside = (at: number): boolean => at === -1 || (at >= 64 && at + 6 <= end);
    const sound = {
      ipHeader: column('ipAt') >= 64 && column('ipAt') + 20 <= column('endAt') && column('endAt') <= end,
      transport: column('transportAt') > column('ipAt'),
      lengths: column('length') >= 20 && column('payload') >= 0,
      outer: column('outer') === base / ROW_STRIDE - 1,
      addresses: macInside(column('sourceMacAt')) && macInside(column('destinationMacAt')),
    };
    if (!Object.values(sound).every(Boolean)) expect({ sound, rows }).toEqual('sound rows');
  }
}

describe('hostile frames', () => {
  test.each(SEEDS)('%s decodes whole without an anomaly', (_, linkType, text) => {
    const { rows, anomalies } = decode(text, { linkType });
    expect(anomalies).toEqual({});
    expect(rows.length).toBeGreaterThan(0);
  });

  test.each(SEEDS)('%s cut at every byte never throws and never reads beyond the cut', (_, linkType, text) => {
    const whole = bytesOf(text);
    for (let cut = 0; cut <= whole.length; cut++) {
      const frame = whole.subarray(0, cut);
      for (const original of [whole.length, cut]) {
        checkRows(rowsOfFrameAlone(frame, linkType, original), cut);
      }
    }
  });

  test('random bytes of every link type never throw, loop or read beyond the frame', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 160 }),
        fc.constantFrom(...LINK_TYPES),
        fc.nat(0xffff_ffff),
        (frame, linkType, original) => {
          checkRows(rowsOfFrameAlone(frame, linkType, original), frame.length);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('real frames with a few bytes changed never throw, loop or read beyond the frame', () => {
    const change = fc.tuple(fc.nat(400), fc.nat(255));
    fc.assert(
      fc.property(
        fc.constantFrom(...SEEDS),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        ([, linkType, text], changes) => {
          const frame = bytesOf(text);
          for (const [at, value] of changes) frame[at % frame.length] = value;
          checkRows(rowsOfFrameAlone(frame, linkType, frame.length), frame.length);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('a frame check sequence longer than the frame leaves nothing', () => {
    expect(decode('0102', { fcsLength: 4 })).toMatchObject({ rows: [], anomalies: { 'ethernet-cut': 1 } });
  });

  test('lengths that exceed the buffer are held to it', () => {
    const bytes = bytesOf(ethernet('0800') + ipv4(6, tcpSyn));
    batch.count = 0;
    decoder.decode(bytes, 10, 4000, 4000, 1, 0, 0);
    expect(batch.count).toBe(0);
  });
});
