import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { FlowIndex } from '../../src/flow/flow-index.js';
import type { Flow } from '../../src/model/flow.js';
import { flowsOf, ipv4Frame, tcpFrame, udpFrame, word16 } from '../support/flow-rig.js';
import type { Packet, Segment } from '../support/flow-rig.js';

const CLIENT = '10.1.0.5';
const SERVER = '10.2.0.9';

function out(time: number, flags: string, seq: number, ack: number, more: Partial<Segment> = {}): Packet {
  return {
    time,
    bytes: tcpFrame({
      from: CLIENT,
      to: SERVER,
      ports: [50000, 443],
      flags,
      seq,
      ack,
      id: 100 + Math.round(time * 1000),
      ...more,
    }),
  };
}

function back(time: number, flags: string, seq: number, ack: number, more: Partial<Segment> = {}): Packet {
  return {
    time,
    bytes: tcpFrame({
      from: SERVER,
      to: CLIENT,
      ports: [443, 50000],
      flags,
      seq,
      ack,
      id: 7000 + Math.round(time * 1000),
      sourceMac: 2,
      destinationMac: 1,
      ...more,
    }),
  };
}

const HANDSHAKE = [out(0, 'S', 1000, 0), back(0.01, 'SA', 5000, 1001), out(0.02, 'A', 1001, 5001)];
const EXCHANGE = [
  ...HANDSHAKE,
  out(0.03, 'PA', 1001, 5001, { payload: 10 }),
  back(0.04, 'PA', 5001, 1011, { payload: 100 }),
];

function only(flows: readonly Flow[]): Flow {
  expect(flows).toHaveLength(1);
  return flows[0] as Flow;
}

describe('a TCP conversation', () => {
  test('is one flow with canonical ends, both directions and bytes by the IP header', () => {
    const flow = only(flowsOf(EXCHANGE).flows);
    expect(flow).toMatchObject({
      a: { address: CLIENT, port: 50000 },
      b: { address: SERVER, port: 443 },
      packets: [3, 2],
      bytes: [130, 180],
      initiator: 'a',
      initiatorBasis: 'syn',
      outcome: 'data',
      duplicates: 0,
    });
  });

  test('is the same flow whatever the order in which its packets lie in the file', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...EXCHANGE.keys()], { minLength: EXCHANGE.length }), (order) => {
        const flow = only(flowsOf(order.map((index) => EXCHANGE[index] as Packet)).flows);
        expect(flow).toMatchObject({ packets: [3, 2], initiator: 'a', initiatorBasis: 'syn', outcome: 'data' });
        expect(flow.first).toBe(0n);
        expect(flow.last).toBe(40_000_000n);
      }),
      { numRuns: 60 },
    );
  });

  test('does not depend on where batches end', () => {
    const whole = flowsOf(EXCHANGE).flows;
    for (const batch of [1, 2, 3]) expect(flowsOf(EXCHANGE, { batch }).flows).toEqual(whole);
  });

  test('that answered the SYN and was then reset by the client was reachable, not established', () => {
    const flow = only(flowsOf([out(0, 'S', 1, 0), back(0.1, 'SA', 9, 2), out(0.2, 'R', 2, 0)]).flows);
    expect(flow.outcome).toBe('reachable');
  });

  test('of which only the client side is mirrored is established by its own ACK, and data by its moving ACKs', () => {
    expect(only(flowsOf([out(0, 'S', 1, 0), out(0.1, 'A', 2, 9)]).flows).outcome).toBe('established');
    const both = [out(0, 'S', 1, 0), out(0.1, 'PA', 2, 9, { payload: 5 }), out(0.2, 'A', 7, 500)];
    expect(only(flowsOf(both).flows).outcome).toBe('data');
  });

  test('of which only the server side is mirrored is opened by the other side, by its SYN/ACK', () => {
    const flow = only(flowsOf([back(0, 'SA', 9, 2), back(0.1, 'PA', 10, 50, { payload: 8 })]).flows);
    expect(flow).toMatchObject({ initiator: 'a', initiatorBasis: 'syn-ack', packets: [0, 2], outcome: 'data' });
  });

  test('from the middle between two high ports has an unknown initiator', () => {
    const packets = [
      {
        time: 0,
        bytes: tcpFrame({ from: CLIENT, to: SERVER, ports: [50000, 40001], flags: 'A', seq: 1, ack: 1, payload: 3 }),
      },
      {
        time: 1,
        bytes: tcpFrame({ from: SERVER, to: CLIENT, ports: [40001, 50000], flags: 'A', seq: 1, ack: 4, payload: 3 }),
      },
    ];
    expect(only(flowsOf(packets).flows)).toMatchObject({
      initiator: 'unknown',
      initiatorBasis: 'none',
      outcome: 'data',
    });
  });

  test('from the middle with the server first is still opened by the client: the service port says so', () => {
    const flow = only(flowsOf([back(0, 'A', 1, 1, { payload: 9 }), out(1, 'A', 1, 10, { payload: 3 })]).flows);
    expect(flow).toMatchObject({ initiator: 'a', initiatorBasis: 'service-port' });
  });

  test('whose SYN stays unanswered to the end of a short capture is cut, after 75 s it is no answer', () => {
    expect(only(flowsOf([out(0, 'S', 1, 0), out(3, 'S', 1, 0)]).flows).outcome).toBe('cut');
    const other = { time: 200, bytes: udpFrame({ from: '10.9.9.9', to: '10.9.9.8', ports: [5000, 5001] }) };
    const flows = flowsOf([out(0, 'S', 1, 0), out(3, 'S', 1, 0), other]).flows;
    expect(flows.find(({ proto }) => proto === 6)).toMatchObject({ outcome: 'noAnswer', packets: [2, 0] });
  });

  test('counts segments sent twice and bytes that were never seen', () => {
    const again = out(0.5, 'PA', 1001, 5001, { payload: 10 });
    const later = back(0.6, 'PA', 5301, 1011, { payload: 50 });
    const flow = only(flowsOf([...EXCHANGE, again, later]).flows);
    expect(flow.tcp).toMatchObject({ retransmitted: [1, 0], gapBytes: 200 });
  });
});

describe('port reuse and idle time', () => {
  test('a SYN with another sequence number starts a new flow', () => {
    const { flows } = flowsOf([...EXCHANGE, out(5, 'S', 900000, 0), back(5.1, 'SA', 77, 900001)]);
    expect(flows.map(({ packets }) => packets)).toEqual([
      [3, 2],
      [1, 1],
    ]);
  });

  test('a SYN sent again with the same sequence number does not', () => {
    expect(flowsOf([out(0, 'S', 1, 0), out(1, 'S', 1, 0), out(3, 'S', 1, 0)]).flows).toHaveLength(1);
  });

  test('a datagram after more than 120 s of silence starts a new flow, after 119 s it does not', () => {
    const at = (time: number): Packet => ({
      time,
      bytes: udpFrame({ from: CLIENT, to: SERVER, ports: [5000, 6000], id: Math.round(time) + 1 }),
    });
    expect(flowsOf([at(0), at(119)]).flows).toHaveLength(1);
    expect(flowsOf([at(0), at(121)]).flows).toHaveLength(2);
  });

  test('no two flows bear one number, also where halves on two VLANs were joined', () => {
    const half = (time: number, vlan: number, id: number): Packet => ({
      time,
      bytes: udpFrame({ from: CLIENT, to: SERVER, ports: [5000, 6000], vlan, sourceMac: vlan, id }),
    });
    const other = (time: number): Packet => ({
      time,
      bytes: udpFrame({ from: '10.9.9.9', to: '10.9.9.8', ports: [5000, 5001], id: Math.round(time) }),
    });
    const numbers = flowsOf([half(0, 10, 1), half(1, 20, 2), other(2), other(100), half(125, 10, 3)]).flows.map(
      ({ id }) => id,
    );
    expect(numbers).toHaveLength(3);
    expect(new Set(numbers).size).toBe(3);
  });

  test('an open TCP connection survives an hour of silence', () => {
    expect(flowsOf([...EXCHANGE, out(3700, 'PA', 1011, 5101, { payload: 4 })]).flows).toHaveLength(1);
  });
});

describe('copies', () => {
  const hop = (
    packet: Packet,
    ttl: number,
    vlan: number,
    point: number,
    delay: number,
    macs: [number, number],
  ): Packet => {
    const bytes = Uint8Array.from(packet.bytes);
    bytes[22] = ttl;
    bytes[5] = macs[1];
    bytes[11] = macs[0];
    const tagged = Uint8Array.from([...bytes.subarray(0, 12), 0x81, 0, ...word16(vlan), ...bytes.subarray(12)]);
    return { time: packet.time + delay, bytes: tagged, point };
  };

  test('of the same frame within two milliseconds are taken out and counted', () => {
    const flow = only(flowsOf(EXCHANGE.flatMap((packet) => [packet, { ...packet, time: packet.time + 0.0001 }])).flows);
    expect(flow).toMatchObject({ packets: [3, 2], duplicates: 5, routed: false });
  });

  test('of a datagram behind a router are one packet, seen on both VLANs', () => {
    const packets = EXCHANGE.flatMap((packet) => [
      hop(packet, 64, 10, 0, 0, [1, 9]),
      hop(packet, 63, 20, 1, 0.0002, [9, 2]),
    ]);
    const flow = only(flowsOf(packets).flows);
    expect(flow).toMatchObject({
      packets: [3, 2],
      duplicates: 5,
      routed: true,
      vlans: [
        ['10', '20'],
        ['10', '20'],
      ],
    });
  });

  test('that are wanted as packets are counted as packets', () => {
    const packets = EXCHANGE.flatMap((packet) => [packet, { ...packet, time: packet.time + 0.0001 }]);
    expect(only(flowsOf(packets, { dedup: false }).flows)).toMatchObject({ packets: [6, 4], duplicates: 0 });
  });

  test('of a watched flow are found in its midst, where the second point began later than the first', () => {
    const watcher = { wants: () => true, see: () => true, join: () => undefined };
    const [first, second, third, ...rest] = EXCHANGE as [Packet, Packet, Packet, ...Packet[]];
    const beyond = hop(third, 63, 20, 1, 0.001, [9, 8]);
    const packets = [first, second, third, beyond, ...rest];
    expect(only(flowsOf(packets, { watcher }).flows)).toMatchObject({ packets: [3, 2], duplicates: 1, routed: true });
    const twice = [first, second, third, { ...third, time: third.time + 0.0001 }, ...rest];
    expect(only(flowsOf(twice, { watcher }).flows)).toMatchObject({ packets: [3, 2], duplicates: 1, routed: false });
  });

  test('a retransmission is no copy: it comes later, with another identification', () => {
    const again = out(0.4, 'PA', 1001, 5001, { payload: 10, id: 999 });
    expect(only(flowsOf([...EXCHANGE, again]).flows)).toMatchObject({ packets: [4, 2], duplicates: 0 });
  });
});

describe('VLANs', () => {
  test('belong to a direction: one conversation whose directions bear different tags is one flow', () => {
    const packets = EXCHANGE.map((packet, index) => {
      const isBack = index === 1 || index === 4;
      const bytes = Uint8Array.from([
        ...packet.bytes.subarray(0, 12),
        0x81,
        0,
        0,
        isBack ? 20 : 10,
        ...packet.bytes.subarray(12),
      ]);
      return { time: packet.time, bytes };
    });
    expect(only(flowsOf(packets).flows).vlans).toEqual([['10'], ['20']]);
  });

  test('that each carry a whole conversation on the same addresses and ports make two flows', () => {
    const on = (vlan: number, isn: number, shift: number): Packet[] => [
      out(shift, 'S', isn, 0, { vlan, id: isn & 0xfff }),
      back(shift + 0.01, 'SA', isn + 50, isn + 1, { vlan, id: (isn & 0xfff) + 1 }),
      out(shift + 0.02, 'A', isn + 1, isn + 51, { vlan, id: (isn & 0xfff) + 2 }),
      out(shift + 0.03, 'PA', isn + 1, isn + 51, { vlan, payload: 10, id: (isn & 0xfff) + 3 }),
      back(shift + 0.04, 'PA', isn + 51, isn + 11, { vlan, payload: 20, id: (isn & 0xfff) + 4 }),
    ];
    const mixed = [...on(10, 1_000_000, 0), ...on(30, 500_000_000, 0.001)].sort((x, y) => x.time - y.time);
    const { flows } = flowsOf(mixed);
    expect(flows.map(({ packets, vlans }) => ({ packets, vlans }))).toEqual([
      { packets: [3, 2], vlans: [['10'], ['10']] },
      { packets: [3, 2], vlans: [['30'], ['30']] },
    ]);
  });

  test('stacked ones are named outermost first', () => {
    expect(only(flowsOf([out(0, 'S', 1, 0, { vlan: [100, 10] })]).flows).vlans).toEqual([['100.10'], []]);
  });
});

describe('fragments', () => {
  const first = (time: number, id = 7): Packet => ({
    time,
    bytes: ipv4Frame({ from: CLIENT, to: SERVER, id, more: true }, 17, [
      ...word16(5000),
      ...word16(514),
      ...word16(3008),
      0,
      0,
      ...new Array<number>(16).fill(1),
    ]),
  });
  const later = (time: number, offset: number, more: boolean, id = 7): Packet => ({
    time,
    bytes: ipv4Frame({ from: CLIENT, to: SERVER, id, offset, more }, 17, new Array<number>(24).fill(2)),
  });

  test('belong to the flow of their first one', () => {
    const flow = only(flowsOf([first(0), later(0.1, 24, true), later(0.2, 48, false)]).flows);
    expect(flow).toMatchObject({ a: { port: 5000 }, b: { port: 514 }, packets: [3, 0], fragments: 3 });
  });

  test('belong to it also when they come before it', () => {
    const flow = only(flowsOf([later(0.1, 48, false), later(0.2, 24, true), first(0.3)]).flows);
    expect(flow).toMatchObject({ b: { port: 514 }, packets: [3, 0], fragments: 3, first: 100_000_000n });
  });

  /** A segment of 60 bytes in three fragments. */
  const cutSegment = (time: number, seq: number): readonly Packet[] => {
    const segment = [
      ...tcpFrame({ from: CLIENT, to: SERVER, ports: [50000, 443], flags: 'PA', seq, ack: 1, payload: 60 }),
    ];
    const transport = segment.slice(14 + 20);
    return [0, 32, 64].map((offset) => ({
      time: time + offset / 1000,
      bytes: ipv4Frame(
        { from: CLIENT, to: SERVER, id: seq, offset, more: offset < 64 },
        6,
        transport.slice(offset, offset + 32),
      ),
    }));
  };
  const gapAfter = (...packets: readonly Packet[]): number | undefined =>
    only(flowsOf([...packets].sort((x, y) => x.time - y.time)).flows).tcp?.gapBytes;

  test('of a TCP segment leave no gap behind it, in whatever order they come', () => {
    const [one, two, three] = cutSegment(1, 1001) as [Packet, Packet, Packet];
    const next = out(2, 'PA', 1061, 1, { payload: 10 });
    expect(gapAfter(one, two, three, next)).toBe(0);
    expect(gapAfter({ ...three, time: 0.5 }, one, two, next)).toBe(0);
    expect(gapAfter(one, two, { ...three, time: 3 }, next)).toBe(0);
    expect(gapAfter(...cutSegment(1, 1001), ...cutSegment(1.5, 1061), out(2, 'PA', 1121, 1, { payload: 10 }))).toBe(0);
  });

  test('of a TCP segment that are missing are a gap, and so is what is missing behind it', () => {
    const [one, two, three] = cutSegment(1, 1001) as [Packet, Packet, Packet];
    expect(gapAfter(one, two, out(2, 'PA', 1061, 1, { payload: 10 }))).toBe(16);
    expect(gapAfter(one, two, three, out(2, 'PA', 1161, 1, { payload: 10 }))).toBe(100);
  });

  test('without their first one make a flow with port 0', () => {
    const flow = only(flowsOf([later(0, 24, true), later(0.1, 48, false)]).flows);
    expect(flow).toMatchObject({ a: { port: 0 }, b: { port: 0 }, packets: [2, 0], fragments: 2 });
  });

  test('of another datagram do not mix in', () => {
    const { flows } = flowsOf([first(0, 7), later(0.1, 24, false, 8)]);
    expect(flows.map(({ b, packets }) => [b.port, packets[0]])).toEqual(
      expect.arrayContaining([
        [514, 1],
        [0, 1],
      ]),
    );
  });
});

describe('ICMP', () => {
  const echo = (time: number, type: number, from: string, to: string): Packet => ({
    time,
    bytes: ipv4Frame({ from, to }, 1, [type, 0, 0, 0, 0, 1, 0, 1, 9, 9, 9, 9]),
  });

  test('an echo reply whose request was missed was asked for by its receiver', () => {
    expect(only(flowsOf([echo(0, 0, SERVER, CLIENT)]).flows)).toMatchObject({
      initiator: 'a',
      initiatorBasis: 'icmp-request',
      outcome: 'reachable',
    });
  });

  test('an error is put down to the flow that it quotes, and is no conversation of its own', () => {
    const syn = tcpFrame({ from: CLIENT, to: SERVER, ports: [50000, 443], flags: 'S', seq: 1 });
    const error = ipv4Frame({ from: '10.1.0.1', to: CLIENT }, 1, [3, 13, 0, 0, 0, 0, 0, 0, ...syn.subarray(14, 42)]);
    const { flows } = flowsOf([
      { time: 0, bytes: syn },
      { time: 0.1, bytes: error },
    ]);
    expect(flows.find(({ proto }) => proto === 6)?.outcome).toBe('rejectedUnknown');
    expect(flows.find(({ proto }) => proto === 1)?.errorsOnly).toBe(true);
  });
});

describe('the table', () => {
  test('at its limit lets the longest silent flows leave early, counts them, and loses no packet', () => {
    const packets = Array.from({ length: 3000 }, (_, index) => ({
      time: index * 0.01,
      bytes: udpFrame({ from: `10.1.${index >> 8}.${index & 255}`, to: SERVER, ports: [1024 + index, 514] }),
    }));
    const { flows, table } = flowsOf(packets, { maximumRows: 512 });
    expect(flows.reduce((sum, flow) => sum + flow.packets[0], 0)).toBe(3000);
    expect(table.evicted).toBeGreaterThan(0);
    expect(table.live).toBe(0);
  });

  test('finds its flows by an index that needs no more room in a run without end than its live flows do', () => {
    const slotsAfter = (count: number): number => {
      const packets = Array.from({ length: count }, (_, index) => ({
        time: index,
        bytes: udpFrame({ from: `10.1.${index >> 8}.${index & 255}`, to: SERVER, ports: [1024 + index, 514] }),
      }));
      const { table } = flowsOf(packets, { maximumRows: 512 });
      expect(table.created).toBe(count);
      return (table as unknown as { readonly index: FlowIndex }).index.slots.length;
    };
    expect(slotsAfter(12_000)).toBe(slotsAfter(1000));
  });

  test('keeps IPv6 conversations apart and lets their addresses go with them', () => {
    const frame = (from: number, to: number): Uint8Array =>
      Uint8Array.from([
        ...[2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1, 0x86, 0xdd, 0x60, 0, 0, 0, 0, 11, 17, 64],
        ...[0x20, 1, 0xd, 0xb8, ...new Array<number>(11).fill(0), from],
        ...[0x20, 1, 0xd, 0xb8, ...new Array<number>(11).fill(0), to],
        ...[0x13, 0x88, 0, 53, 0, 11, 0, 0, 1, 2, 3],
      ]);
    const { flows, table } = flowsOf([
      { time: 0, bytes: frame(1, 2) },
      { time: 1, bytes: frame(1, 3) },
      { time: 200, bytes: frame(1, 2) },
    ]);
    expect(flows.map(({ b }) => b.address).sort()).toEqual(['2001:db8::2', '2001:db8::2', '2001:db8::3']);
    expect(table.ipv6.live).toBe(0);
    // packets of flows that are known, and copies of them, let theirs go as well
    const known = flowsOf([0, 1, 2, 2].map((time) => ({ time, bytes: frame(1, 2) })));
    expect([known.flows.length, known.table.ipv6.live]).toEqual([1, 0]);
  });
});
