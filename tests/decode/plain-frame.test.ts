import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LIMITS } from '../../src/base/limits.js';
import { decodePlain } from '../../src/decode/decode-plain.js';
import { FrameDecoder } from '../../src/decode/frame-decoder.js';
import { PacketBatch, ROW_STRIDE } from '../../src/decode/packet-batch.js';
import { bytesOf, ethernet, ipv4, ipv6, tcpSyn, udp } from './frame-bytes.js';

const FRAMES = [
  ethernet('0800') + ipv4(6, tcpSyn),
  `${ethernet('0800')}${ipv4(6, `${tcpSyn}616263`)} 0000`,
  `${ethernet('8100')} 206e 0800 ${ipv4(6, tcpSyn, '0000')}`,
  ethernet('0800') + ipv4(17, udp(40000, 53, '6162')),
  `${ethernet('8100')} 006e 0800 ${ipv4(17, udp(53, 40000, ''))} 00000000`,
  ethernet('86dd') + ipv6(17, udp(53, 40000, '')),
];

const batch = new PacketBatch(LIMITS.ipLayers);
const decoder = new FrameDecoder(batch);

/** The layers see the same frame behind a header of another link type, so that the straight line cannot take it. */
function rowsByLayers(frame: Uint8Array): number[] {
  const prefix = 108;
  const bytes = new Uint8Array(prefix + frame.length);
  bytes.set(bytesOf('6c000000 00000000 01000000'));
  bytes.set(frame, prefix);
  batch.count = 0;
  decoder.decode(bytes, 0, bytes.length, bytes.length, 258, 3, 0);
  return Array.from(batch.rows.subarray(0, batch.count * ROW_STRIDE));
}

function rowsByStraightLine(frame: Uint8Array): number[] | null {
  const prefix = 108;
  const bytes = new Uint8Array(prefix + frame.length);
  bytes.set(frame, prefix);
  batch.count = 0;
  // what an earlier batch left in the rows must not shine through
  batch.rows.fill(-1);
  const taken = decodePlain(batch, new DataView(bytes.buffer), prefix, bytes.length, 3);
  if (!taken) expect(batch.count).toBe(0);
  return taken ? Array.from(batch.rows.subarray(0, ROW_STRIDE)) : null;
}

/** Columns 18 and 19 belong to nobody yet. */
const named = (rows: number[]): number[] => rows.slice(0, 18);

describe('the straight line for plain frames', () => {
  test('takes TCP and UDP over IPv4 and IPv6 with at most one VLAN tag', () => {
    expect(FRAMES.map((text) => rowsByStraightLine(bytesOf(text)) !== null)).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
    ]);
  });

  test('gives the row that the layers give, whatever a few bytes are changed to', () => {
    let taken = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...FRAMES),
        fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 3 }),
        fc.nat(70),
        (text, changes, keep) => {
          const whole = bytesOf(text);
          for (const [at, value] of changes) whole[at % whole.length] = value;
          const frame = keep > 35 ? whole : whole.subarray(0, keep);
          const straight = rowsByStraightLine(frame);
          if (straight === null) return;
          taken++;
          const layered = rowsByLayers(frame);
          if (named(straight).join() !== named(layered).join()) expect(named(straight)).toEqual(named(layered));
        },
      ),
      { numRuns: 5000 },
    );
    expect(taken).toBeGreaterThan(500);
  });
});
