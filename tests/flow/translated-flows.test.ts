import { describe, expect, test } from '@jest/globals';
import { META, ROW, ROW_STRIDE } from '../../src/decode/packet-batch.js';
import { FLOW_ROW_WORDS, I, KEY, PROTO } from '../../src/flow/flow-row.js';
import { TranslatedFlows } from '../../src/flow/translated-flows.js';

/** One packet of a flow, as the table shows it. */
interface Shown {
  readonly row: number;
  readonly sender: number;
  /** default: each sender has a wire of its own */
  readonly wire?: number;
  readonly micros?: number;
  readonly ttl?: number;
  readonly seq?: number;
  readonly ack?: number;
  readonly id?: number;
  readonly udp?: boolean;
  readonly text?: string;
  readonly backward?: boolean;
}

const SAID = 'GET /minutes/2026-04 HTTP/1.1';

describe('Flows under translated addresses', () => {
  test('are one where the same segment was sent on by another card', () => {
    const { flows } = see({ row: 0, sender: 5, ttl: 128 }, { row: 1, sender: 6, ttl: 127, micros: 80 });
    expect(flows.groups.of(0)?.group.twins.map(({ number, rank }) => [number, rank])).toEqual([
      [100, 0],
      [101, 1],
    ]);
    expect(flows.groups.of(1)?.group).toBe(flows.groups.of(0)?.group);
  });

  test('stand in the order of the way, whichever was mirrored first', () => {
    const { flows } = see({ row: 0, sender: 5, ttl: 62 }, { row: 1, sender: 6, ttl: 64, micros: 80 });
    expect(flows.groups.of(1)?.twin.rank).toBe(0);
    expect(flows.groups.of(0)?.twin.rank).toBe(1);
  });

  test('are recognised by the identification where a firewall draws new sequence numbers', () => {
    const { flows } = see({ row: 0, sender: 5, ttl: 64, id: 7, seq: 1 }, { row: 1, sender: 6, ttl: 63, id: 7, seq: 9 });
    expect(flows.groups.of(0)).toBeDefined();
  });

  test('are one on two wires, although the device between hides itself', () => {
    const { flows } = see({ row: 0, sender: 5 }, { row: 1, sender: 6, micros: 80 });
    expect(flows.groups.of(1)?.twin.rank).toBe(1);
  });

  test('make a chain of three', () => {
    const { flows } = see(
      { row: 0, sender: 5, ttl: 64 },
      { row: 1, sender: 6, ttl: 63, micros: 50 },
      { row: 2, sender: 7, ttl: 62, micros: 90 },
    );
    expect(flows.groups.of(2)?.group.twins.map(({ rank }) => rank)).toEqual([0, 1, 2]);
  });

  const apart: Readonly<Record<string, readonly [Shown, Shown]>> = {
    'another sequence number, and no identification': [
      { row: 0, sender: 5, seq: 1 },
      { row: 1, sender: 6, seq: 2, ttl: 63 },
    ],
    'another sequence number, and a TTL that began anew': [
      { row: 0, sender: 5, seq: 1, id: 7 },
      { row: 1, sender: 6, seq: 2, id: 7 },
    ],
    'another acknowledgement': [
      { row: 0, sender: 5, ack: 1 },
      { row: 1, sender: 6, ack: 2, ttl: 63 },
    ],
    'equal datagrams of two senders': [
      { row: 0, sender: 5, udp: true, id: 7 },
      { row: 1, sender: 6, udp: true, id: 8, ttl: 63 },
    ],
    'datagrams without identification': [
      { row: 0, sender: 5, udp: true, id: 0 },
      { row: 1, sender: 6, udp: true, id: 0, ttl: 63 },
    ],
    'other words': [
      { row: 0, sender: 5 },
      { row: 1, sender: 6, ttl: 63, text: 'GET /minutes/2026-05 HTTP/1.1' },
    ],
    'words that say too little': [
      { row: 0, sender: 5, text: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaa' },
      { row: 1, sender: 6, ttl: 63, text: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaa' },
    ],
    'too few words': [
      { row: 0, sender: 5, text: 'GET /a HTTP/1.' },
      { row: 1, sender: 6, ttl: 63, text: 'GET /a HTTP/1.' },
    ],
    'a second and more between': [
      { row: 0, sender: 5 },
      { row: 1, sender: 6, ttl: 63, micros: 1_000_001 },
    ],
    'the same card on the same wire': [
      { row: 0, sender: 5 },
      { row: 1, sender: 5, ttl: 63 },
    ],
    'TTLs that no way explains': [
      { row: 0, sender: 5, ttl: 128 },
      { row: 1, sender: 6, ttl: 64 },
    ],
    'a TTL that nobody lowered, on one wire': [
      { row: 0, sender: 5, wire: 1 },
      { row: 1, sender: 6, wire: 1 },
    ],
    'one flow seen twice': [
      { row: 0, sender: 5 },
      { row: 0, sender: 6, ttl: 63 },
    ],
  };

  test.each(Object.keys(apart))('are not one with %s', (name) => {
    const { flows } = see(...(apart[name] as readonly [Shown, Shown]));
    expect([flows.groups.of(0), flows.groups.of(1)]).toEqual([undefined, undefined]);
  });

  test('are not one where both ends and ports are the same', () => {
    const { flows } = see({ row: 0, sender: 5 }, { row: 3, sender: 6, ttl: 63 });
    expect(flows.groups.of(0)).toBeUndefined();
  });

  test.each([
    ['far end', I.endB, 7],
    ['port', I.ports, 7],
    ['IP version', I.key, KEY.ipv6],
  ])('are one where only the %s is another', (_what, word, value) => {
    const { flows, show, words } = see({ row: 0, sender: 5 });
    words[3 * FLOW_ROW_WORDS + word] = value;
    show({ row: 3, sender: 6, ttl: 63 });
    expect(flows.groups.of(3)?.group).toBe(flows.groups.of(0)?.group);
    expect(flows.groups.of(0)).toBeDefined();
  });

  test('are not one where only what a row remembers of its flow differs', () => {
    const { flows, show, words } = see({ row: 0, sender: 5 });
    words[3 * FLOW_ROW_WORDS + I.key] = KEY.live | KEY.watched;
    show({ row: 3, sender: 6, ttl: 63 });
    expect(flows.groups.of(0)).toBeUndefined();
  });

  test('are forgotten with their rows', () => {
    const { flows } = see({ row: 0, sender: 5 }, { row: 1, sender: 6, ttl: 63 });
    flows.groups.forget(0);
    expect(flows.groups.of(0)).toBeUndefined();
    expect(flows.groups.of(1)).toBeDefined();
  });

  test('know nothing of a row that another flow has taken', () => {
    const { flows, show, numbers } = see({ row: 0, sender: 5 });
    numbers[0] = 999;
    show({ row: 1, sender: 6, ttl: 63 });
    expect(flows.groups.of(1)).toBeUndefined();
  });
});

/** Rows 0, 1, 2 are flows with ends of their own; row 3 has those of row 0. */
function see(...packets: readonly Shown[]) {
  const flows = new TranslatedFlows();
  const words = new Int32Array(4 * FLOW_ROW_WORDS);
  const numbers = Int32Array.of(100, 101, 102, 103);
  for (const row of [0, 1, 2]) words[row * FLOW_ROW_WORDS + I.endA] = 0x0a01_0000 + row;
  words[3 * FLOW_ROW_WORDS + I.endA] = 0x0a01_0000;
  const show = (packet: Shown): void => {
    const { row, sender, micros = 0, ttl = 64, seq = 1, ack = 1, id = 0, udp = false, text = SAID } = packet;
    const header = udp ? 8 : 20;
    const bytes = new Uint8Array(header + text.length);
    if (!udp) bytes[12] = 0x50;
    bytes.set(new TextEncoder().encode(text), header);
    const rows = new Int32Array(ROW_STRIDE);
    rows[ROW.meta] = (udp ? PROTO.udp : PROTO.tcp | META.hasTcp) | META.hasPorts;
    rows[ROW.payload] = text.length;
    rows[ROW.flags] = ttl << 8;
    rows[ROW.seq] = seq;
    rows[ROW.ack] = ack;
    rows[ROW.ipId] = id;
    rows[ROW.endAt] = bytes.length;
    flows.see(
      rows,
      0,
      bytes,
      new DataView(bytes.buffer),
      words,
      numbers,
      row,
      packet.backward === true ? 1 : 0,
      sender,
      packet.wire ?? sender,
      micros,
    );
  };
  for (const packet of packets) show(packet);
  return { flows, show, numbers, words };
}
