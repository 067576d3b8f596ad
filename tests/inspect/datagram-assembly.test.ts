import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LIMITS } from '../../src/base/limits.js';
import type { WatchedPacket } from '../../src/flow/payload-watcher.js';
import { DatagramAssembly } from '../../src/inspect/datagram-assembly.js';

const UDP_HEADER = [0xd0, 0x00, 0x00, 0x35, 0x00, 0x00, 0x00, 0x00];

interface Fragment {
  readonly at: number;
  readonly bytes: readonly number[];
  readonly more?: boolean;
  readonly id?: number;
  readonly row?: number;
  readonly time?: number;
  /** bytes that were captured */
  readonly captured?: number;
}

function fragment({ at, bytes, more = false, id = 7, row = 1, time = 0, captured }: Fragment): WatchedPacket {
  const there = Uint8Array.from(bytes.slice(0, captured));
  return {
    ...{ row, flow: 1, direction: 0, time, file: 0, frame: at + 1, tcpFlags: 0, seq: 0, isIpv6: false },
    ...{ bytes: there, at: 0, captured: there.length, length: bytes.length, transportAt: 0, isLaterFragment: at > 0 },
    ...{ fragmentAt: at, fragmentBytes: bytes.length, fragmentId: id, hasMoreFragments: more },
  };
}

interface Assembled {
  readonly whole: readonly string[];
  /** rows whose datagrams stayed in part, each with the payload of its first fragment */
  readonly parts: readonly string[];
  readonly assembly: DatagramAssembly;
}

const payloadOf = (packet: WatchedPacket | null): string =>
  packet === null
    ? 'nothing'
    : Buffer.from(packet.bytes.subarray(packet.at, packet.at + packet.captured)).toString('latin1');

function assemble(fragments: readonly Fragment[], isTcp = false): Assembled {
  const parts: string[] = [];
  const assembly = new DatagramAssembly((row, first) => parts.push(`${String(row)} ${payloadOf(first)}`));
  const whole = fragments.flatMap((one) => {
    const packet = assembly.take(fragment(one), isTcp);
    return packet === null ? [] : [payloadOf(packet)];
  });
  return { whole, parts, assembly };
}

const text = (value: string): number[] => [...Buffer.from(value, 'latin1')];
const FIRST: Fragment = { at: 0, bytes: [...UDP_HEADER, ...text('one two ')], more: true };
const MIDDLE: Fragment = { at: 16, bytes: text('three fo'), more: true };
const LAST: Fragment = { at: 24, bytes: text('ur') };

describe('datagrams in fragments', () => {
  test('are whole when the last piece is there, whatever the order, and a piece that comes twice counts once', () => {
    expect(assemble([FIRST, MIDDLE, LAST]).whole).toEqual(['one two three four']);
    expect(assemble([FIRST, LAST, MIDDLE]).whole).toEqual(['one two three four']);
    expect(assemble([FIRST, MIDDLE, MIDDLE, LAST]).whole).toEqual(['one two three four']);
  });

  test('of two conversations are kept apart', () => {
    const other = (one: Fragment): Fragment => ({ ...one, id: 8 });
    expect(assemble([FIRST, other(MIDDLE), LAST, other(FIRST), other(LAST)]).whole).toEqual(['one two three four']);
  });

  test('give a TCP segment its flags and its place in the stream', () => {
    const header = [0, 80, 0, 81, 0, 0, 1, 2, 0, 0, 0, 0, 0x50, 0x18, 0, 0, 0, 0, 0, 0];
    const assembly = new DatagramAssembly(() => undefined);
    assembly.take(fragment({ at: 0, bytes: header.slice(0, 8), more: true }), true);
    const packet = assembly.take(fragment({ at: 8, bytes: [...header.slice(8), ...text('GET')] }), true);
    expect([packet?.tcpFlags, packet?.seq, payloadOf(packet)]).toEqual([0x18, 258, 'GET']);
  });

  test('are not guessed: pieces that overlap, contradict the end or were cut off make no datagram', () => {
    const overlapping: Fragment = { at: 8, bytes: text('XXXXXXXXXXXXXXXX'), more: true };
    expect(assemble([FIRST, overlapping, MIDDLE, LAST])).toMatchObject({
      whole: [],
      parts: ['1 one two '],
    });
    expect(assemble([FIRST, { ...MIDDLE, captured: 3 }])).toMatchObject({ whole: [], parts: ['1 one two '] });
    expect(assemble([FIRST, { at: 64, bytes: text('beyond!!'), more: true }, { ...LAST, at: 16 }]).whole).toEqual([]);
  });

  test('that stay in part are given up when their flow leaves or the time is over, first fragment and all', () => {
    const { assembly, parts } = assemble([FIRST, LAST, { ...MIDDLE, row: 2 }]);
    expect([assembly.holds(1), assembly.holds(2), assembly.holds(3)]).toEqual([true, true, false]);
    assembly.flush(1);
    expect(parts).toEqual(['1 one two ']);
    expect(assembly.holds(1)).toBe(false);
    const late = 1e9 * (LIMITS.assemblySeconds + 1);
    expect(assemble([FIRST, { ...MIDDLE, id: 9, time: late }]).parts).toEqual(['1 one two ']);
  });

  test('without end are bounded, the oldest given up first', () => {
    const many = Array.from({ length: LIMITS.assembledDatagrams + 5 }, (_, id) => ({ ...FIRST, id }));
    expect(assemble(many).parts).toHaveLength(5);
    const large = Array.from({ length: 128 }, (_, id) => ({ ...FIRST, bytes: Array<number>(60_000).fill(1), id }));
    expect(assemble(large).parts.length).toBeGreaterThan(0);
  });

  test('of any shape never throw, and never give more than one payload for a set of pieces', () => {
    const piece = fc.record({
      at: fc.integer({ min: 0, max: 10 }).map((at) => 8 * at),
      bytes: fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 40 }),
      more: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, isTcp) => {
        const { assembly } = assemble(pieces, isTcp);
        assembly.flush(1);
        expect(assembly.holds(1)).toBe(false);
      }),
    );
  });
});
