import { beforeEach, describe, expect, test } from '@jest/globals';
import { D, FLOW_ROW_DOUBLES, FLOW_ROW_WORDS, I, ICMP_SEEN, STATE } from '../../src/flow/flow-row.js';
import { isWholeConversation, joinRows } from '../../src/flow/join-rows.js';
import { StationTable } from '../../src/flow/stations.js';

/** What one direction of a half shows. */
interface Direction {
  readonly packets: number;
  readonly bytes: number;
  readonly frame: number;
  readonly file: number;
  readonly ttl: number;
  readonly vlan: number;
}

interface Half {
  readonly aToB?: Direction;
  readonly bToA?: Direction;
  readonly first: number;
  readonly last: number;
  readonly state?: number;
  readonly seen?: number;
  readonly duplicates?: number;
}

const REQUEST: Direction = { packets: 2, bytes: 120, frame: 7, file: 1, ttl: 64, vlan: 10 };
const REPLY: Direction = { packets: 5, bytes: 900, frame: 8, file: 2, ttl: 120, vlan: 20 };
const ELSEWHERE: Direction = { packets: 1, bytes: 60, frame: 9, file: 3, ttl: 50, vlan: 30 };

const words = new Int32Array(2 * FLOW_ROW_WORDS);
const doubles = new Float64Array(2 * FLOW_ROW_DOUBLES);
let stations: StationTable;
beforeEach(() => {
  words.fill(0);
  doubles.fill(0);
  stations = new StationTable(1);
});

function put(row: number, half: Half): void {
  const base = row * FLOW_ROW_WORDS;
  [half.aToB, half.bToA].forEach((direction, way) => {
    if (direction === undefined) return;
    words[base + I.packetsAToB + way] = direction.packets;
    words[base + I.frameAToB + way] = direction.frame;
    words[base + I.files]! |= direction.file << (16 * way);
    words[base + I.flagsAndTtl]! |= direction.ttl << (16 + 8 * way);
    words[base + I.sendersAToB + way] = stations.intern(0, direction.vlan, 0, 1 + way);
    words[base + I.receiversAToB + way] = stations.intern(0, direction.vlan, 0, 2 - way);
    doubles[row * FLOW_ROW_DOUBLES + D.bytesAToB + way] = direction.bytes;
  });
  words[base + I.flagsAndTtl]! |= half.seen ?? 0;
  words[base + I.state] = half.state ?? 0;
  words[base + I.duplicates] = half.duplicates ?? 0;
  doubles[row * FLOW_ROW_DOUBLES + D.first] = half.first;
  doubles[row * FLOW_ROW_DOUBLES + D.last] = half.last;
}

/** The first half after the second was added to it. */
function joined(half: Half, other: Half) {
  put(0, half);
  put(1, other);
  joinRows(words, doubles, stations, 0, 1);
  const direction = (way: number): Omit<Direction, 'vlan'> => ({
    packets: words[I.packetsAToB + way]!,
    bytes: doubles[D.bytesAToB + way]!,
    frame: words[I.frameAToB + way]!,
    file: (words[I.files]! >>> (16 * way)) & 0xffff,
    ttl: (words[I.flagsAndTtl]! >>> (16 + 8 * way)) & 0xff,
  });
  return {
    aToB: direction(0),
    bToA: direction(1),
    first: doubles[D.first],
    last: doubles[D.last],
    isFirstByB: (words[I.state]! & STATE.firstByB) !== 0,
  };
}

describe('two halves of one conversation', () => {
  test('are whole together: the direction that one lacks comes from the other, with its frame, its file and its TTL', () => {
    const { aToB, bToA } = joined({ aToB: REQUEST, first: 1, last: 2 }, { bToA: REPLY, first: 1, last: 2 });
    expect([aToB, bToA]).toEqual([
      { packets: 2, bytes: 120, frame: 7, file: 1, ttl: 64 },
      { packets: 5, bytes: 900, frame: 8, file: 2, ttl: 120 },
    ]);
    expect(isWholeConversation(words, 0)).toBe(true);
  });

  test('are whole together also the other way round', () => {
    const { aToB, bToA } = joined({ bToA: REPLY, first: 1, last: 2 }, { aToB: REQUEST, first: 1, last: 2 });
    expect([aToB, bToA]).toEqual([
      { packets: 2, bytes: 120, frame: 7, file: 1, ttl: 64 },
      { packets: 5, bytes: 900, frame: 8, file: 2, ttl: 120 },
    ]);
  });

  test('count a direction that both saw together; where it was seen first, and its TTL, stay', () => {
    const both = joined({ aToB: REQUEST, first: 1, last: 2 }, { aToB: ELSEWHERE, bToA: REPLY, first: 1, last: 2 });
    expect(both.aToB).toEqual({ packets: 3, bytes: 180, frame: 7, file: 1, ttl: 64 });
    expect(both.bToA).toEqual({ packets: 5, bytes: 900, frame: 8, file: 2, ttl: 120 });
  });

  test('count it together also where the other direction is the one that was missing', () => {
    const both = joined({ bToA: REPLY, first: 1, last: 2 }, { aToB: REQUEST, bToA: ELSEWHERE, first: 1, last: 2 });
    expect(both.aToB).toEqual({ packets: 2, bytes: 120, frame: 7, file: 1, ttl: 64 });
    expect(both.bToA).toEqual({ packets: 6, bytes: 960, frame: 8, file: 2, ttl: 120 });
  });

  test('were on the VLANs of both', () => {
    joined({ aToB: REQUEST, first: 1, last: 2 }, { aToB: ELSEWHERE, bToA: REPLY, first: 1, last: 2 });
    const senders = [words[I.sendersAToB]!, words[I.sendersBToA]!];
    const receivers = [words[I.receiversAToB]!, words[I.receiversBToA]!];
    for (const [forth, back] of [senders, receivers]) {
      expect([10, 20, 30].map((vlan) => stations.sawVlan(forth!, 0, vlan))).toEqual([true, false, true]);
      expect([10, 20, 30].map((vlan) => stations.sawVlan(back!, 0, vlan))).toEqual([false, true, false]);
    }
  });

  test('begin with the earlier one, and whoever spoke first there spoke first', () => {
    const later = { aToB: REQUEST, first: 5, last: 9 };
    const earlier = { bToA: REPLY, first: 3, last: 7, state: STATE.firstByB };
    expect(joined(later, earlier)).toMatchObject({ first: 3, last: 9, isFirstByB: true });
    expect(joined(earlier, later)).toMatchObject({ first: 3, last: 9, isFirstByB: true });
  });

  test('that begin in the same moment begin as the first of them does', () => {
    const byA = { aToB: REQUEST, first: 5, last: 6 };
    const byB = { bToA: REPLY, first: 5, last: 6, state: STATE.firstByB };
    expect(joined(byA, byB)).toMatchObject({ first: 5, isFirstByB: false });
    expect(joined(byB, byA)).toMatchObject({ first: 5, isFirstByB: true });
  });

  test('have seen what either has seen; the deciding frame is still that of the first', () => {
    const fileOfDeciding = 4 << 16;
    joined(
      { aToB: REQUEST, first: 1, last: 2, seen: ICMP_SEEN.request, state: STATE.payloadAToB, duplicates: 2 },
      {
        bToA: REPLY,
        first: 1,
        last: 2,
        seen: ICMP_SEEN.reply << 8,
        state: STATE.routed | fileOfDeciding,
        duplicates: 3,
      },
    );
    expect(words[I.flagsAndTtl]! & 0xffff).toBe(ICMP_SEEN.request | (ICMP_SEEN.reply << 8));
    expect(words[I.state]).toBe(STATE.payloadAToB | STATE.routed);
    expect(words[I.duplicates]).toBe(5);
  });
});
