import { describe, expect, test } from '@jest/globals';
import packet from 'dns-packet';
import { LIMITS } from '../../src/base/limits.js';
import { Inspection, type InspectionSetting } from '../../src/inspect/inspection.js';
import { recogniseDatagram } from '../../src/inspect/recognise-datagram.js';
import { DATAGRAM_INSPECTORS, inspectTransfer, STREAM_INSPECTORS } from '../../src/inspect/registry.js';
import type { Facts } from '../../src/model/facts.js';
import { flowsOf, ipv4Frame, word16, word32, type Packet } from '../support/flow-rig.js';
import { sha256 } from './support/play-stream.js';

/** Everything that the inspectors learn from some frames, every flow looked into. */
function inspected(packets: readonly Packet[]): { facts: readonly Facts[]; inspection: Inspection } {
  const setting: InspectionSetting = {
    ...{ streams: STREAM_INSPECTORS, datagrams: DATAGRAM_INSPECTORS, recogniseDatagram, inspectTransfer },
    interestIn: () => 'content',
  };
  const inspection = new Inspection(setting);
  const facts: Facts[] = [];
  flowsOf(packets, {
    watcher: inspection,
    onRetire: (row) => {
      const found = inspection.conclude(row);
      if (found !== null) facts.push(found);
    },
  });
  return { facts, inspection };
}

interface Side {
  readonly ip: string;
  readonly port: number;
}

/** A TCP connection whose two sides may say something in turn. */
class Talk {
  readonly packets: Packet[] = [];
  readonly #ends: readonly [Side, Side];
  readonly #next: [number, number] = [1000, 9000];
  #time: number;

  constructor(client: Side, server: Side, time: number) {
    this.#ends = [client, server];
    this.#time = time;
    this.#send(0, 'S');
    this.#send(1, 'SA');
    this.#send(0, 'A');
  }

  say(side: 0 | 1, text: string): this {
    this.#send(side, 'PA', text);
    return this;
  }

  close(): this {
    this.#send(0, 'FA');
    this.#send(1, 'FA');
    this.#send(0, 'A');
    return this;
  }

  #send(side: 0 | 1, flags: string, text = ''): void {
    const [from, to] = side === 0 ? this.#ends : [this.#ends[1], this.#ends[0]];
    const bits = { F: 1, S: 2, R: 4, P: 8, A: 16 } as const;
    const flagByte = [...flags].reduce((sum, letter) => sum | bits[letter as keyof typeof bits], 0);
    const header = [...word16(from.port), ...word16(to.port), ...word32(this.#next[side])];
    const acknowledged = flags.includes('A') ? this.#next[side === 0 ? 1 : 0] : 0;
    const transport = [...header, ...word32(acknowledged), 0x50, flagByte, 0xff, 0xff, 0, 0, 0, 0];
    const bytes = ipv4Frame({ from: from.ip, to: to.ip }, 6, [...transport, ...Buffer.from(text, 'latin1')]);
    this.packets.push({ time: (this.#time += 0.001), bytes });
    this.#next[side] += text.length + (/[SF]/.test(flags) ? 1 : 0);
  }
}

/** of the source address in an Ethernet frame */
const IP_SOURCE_AT = 14 + 12;
const CLIENT = '10.0.0.2';
const SERVER = '10.0.0.1';

describe('inspection of an FTP session', () => {
  const content = 'MZ' + 'x'.repeat(300);
  const control = new Talk({ ip: CLIENT, port: 40_000 }, { ip: SERVER, port: 21 }, 1)
    .say(1, '220 ready\r\n')
    .say(0, 'USER a\r\n')
    .say(1, '331 more\r\n')
    .say(0, 'PASV\r\n')
    .say(1, '227 ok (10,0,0,1,195,80)\r\n')
    .say(0, 'STOR tool.exe\r\n');
  const data = new Talk({ ip: CLIENT, port: 40_001 }, { ip: SERVER, port: 50_000 }, 2).say(0, content).close();
  const stranger = new Talk({ ip: '10.0.0.3', port: 40_001 }, { ip: SERVER, port: 50_000 }, 3).say(0, content).close();

  test('finds the file in the data connection that the dialogue announced', () => {
    const { facts } = inspected([...control.packets, ...data.packets]);
    const files = facts.flatMap((one) => one.files);
    expect(files).toMatchObject([
      { transport: 'ftp', sender: 'client', name: 'tool.exe', size: 302, sha256: sha256(content), complete: true },
    ]);
  });

  test('takes no connection of another host for it, and nothing twice', () => {
    const { facts } = inspected([...control.packets, ...stranger.packets]);
    expect(facts.flatMap((one) => one.files)).toEqual([]);
    const later = new Talk({ ip: CLIENT, port: 40_002 }, { ip: SERVER, port: 50_000 }, 4).say(0, content).close();
    const both = inspected([...control.packets, ...data.packets, ...later.packets]).facts;
    expect(both.flatMap((one) => one.files)).toHaveLength(1);
  });
});

describe('the kind of what a flow said', () => {
  const DNS = { type: 'A', class: 'IN' } as const;
  const datagram = (id: number, isAnswer: boolean): Packet => {
    const message = packet.encode({
      type: isAnswer ? 'response' : 'query',
      id,
      questions: [{ name: `h${id}.example`, ...DNS }],
    });
    const ports = isAnswer ? [...word16(53), ...word16(40_000)] : [...word16(40_000), ...word16(53)];
    const [from, to] = isAnswer ? [SERVER, CLIENT] : [CLIENT, SERVER];
    const udp = [...ports, ...word16(8 + message.length), 0, 0, ...message];
    return { time: id + (isAnswer ? 0.1 : 0), bytes: ipv4Frame({ from, to }, 17, udp) };
  };
  const stored: number[] = [];
  const kindsOf = (packets: readonly Packet[], isRenumbered = false): { settled: number; facts: Facts | null }[] => {
    stored.length = 0;
    const inspection = new Inspection({
      ...{ streams: STREAM_INSPECTORS, datagrams: DATAGRAM_INSPECTORS, recogniseDatagram, inspectTransfer },
      ...{ interestIn: () => 'names', kindOf: ({ dns }) => 100 + dns.length },
    });
    const kinds: { settled: number; facts: Facts | null }[] = [];
    flowsOf(packets, {
      watcher: inspection,
      onRetire: (row) => {
        if (isRenumbered) inspection.forgetKinds();
        const settled = inspection.settledKind(row);
        kinds.push({ settled, facts: settled > 0 ? null : inspection.conclude(row) });
        stored.push(inspection.stored.size);
        inspection.forget(row);
        stored.push(inspection.stored.size);
      },
    });
    return kinds;
  };

  test('is known before the flow is over, once every question is answered', () => {
    expect(kindsOf([datagram(1, false), datagram(1, true)])).toEqual([{ settled: 101, facts: null }]);
    const two = [datagram(1, false), datagram(1, true), datagram(2, false), datagram(2, true)];
    expect(kindsOf(two)).toEqual([{ settled: 102, facts: null }]);
  });

  test('is all that is needed of a flow that leaves: its facts give their place to others', () => {
    kindsOf([datagram(1, false), datagram(1, true)]);
    expect(stored).toEqual([1, 0]);
    // a further question takes them out, and what is concluded leaves nothing
    kindsOf([datagram(1, false), datagram(1, true), datagram(2, false)]);
    expect(stored).toEqual([0, 0]);
    kindsOf([datagram(1, false), datagram(1, true)], true);
    expect(stored).toEqual([0, 0]);
  });

  test('goes to the flow that a half at rest is joined to, where that one knows less', () => {
    const inspection = new Inspection({
      ...{ streams: STREAM_INSPECTORS, datagrams: DATAGRAM_INSPECTORS, recogniseDatagram, inspectTransfer },
      ...{ interestIn: () => 'names' },
    });
    const rows: number[] = [];
    const left: (Facts | null)[] = [];
    const silent: Packet = {
      time: 0,
      bytes: ipv4Frame({ from: CLIENT, to: '10.0.0.9' }, 17, [0, 5, 0, 6, 0, 8, 0, 0]),
    };
    flowsOf([silent, datagram(1, false), datagram(1, true)], {
      watcher: {
        wants: (table, row) => inspection.wants(table, row) && rows.push(row) > 0,
        see: (seen, table) => inspection.see(seen, table),
        join: () => undefined,
      },
      onRetire: (row) => {
        if (rows.length === 2) inspection.join(rows[0] as number, rows.pop() as number);
        left.push(inspection.conclude(row));
      },
    });
    expect(left.map((facts) => facts?.dns.map(({ name }) => name))).toEqual([['h1.example'], undefined]);
    expect(inspection.stored.size).toBe(0);
  });

  test('is open again when a datagram of it stays in part, although it came to rest in between', () => {
    const ports = [...word16(40_000), ...word16(53)];
    const part = (from: string, time: number): Packet => {
      const begin = [...ports, ...word16(200), 0, 0, ...new Array<number>(16).fill(0)];
      return { time, bytes: ipv4Frame({ from, to: SERVER, id: 7, more: true }, 17, begin) };
    };
    const later = LIMITS.assemblySeconds + 3;
    const packets = [part(CLIENT, 0.5), datagram(1, false), datagram(1, true), part('10.0.0.9', later)];
    const [first] = kindsOf(packets);
    expect(first?.settled).toBe(-1);
    expect(first?.facts?.shortfalls).toContain('gap');
  });

  test('is not known any more once kinds are numbered anew', () => {
    expect(kindsOf([datagram(1, false), datagram(1, true)], true)).toMatchObject([{ settled: -1 }]);
  });

  test('is open again with a further question, and then the facts tell both', () => {
    const [only] = kindsOf([datagram(1, false), datagram(1, true), datagram(2, false)]);
    expect(only?.settled).toBe(-1);
    expect(only?.facts?.dns.map(({ name, rcode }) => `${name} ${rcode}`)).toEqual([
      'h1.example NOERROR',
      'h2.example null',
    ]);
  });
});

describe('hostile reassembly', () => {
  test('a hundred thousand connections with a hole each hold no more than the bound, and say what was given up', () => {
    const connections = 100_000;
    const payload = 'y'.repeat(1000);
    // the first segment shows HTTP, the second is ahead of a hole that never closes
    const [shown, ahead] = ([0, 5000] as const).map((offset) => {
      const text = offset === 0 ? 'POST / HTTP/1.1\r\nContent-Length: 900000\r\n\r\n' : payload;
      const header = [...word16(40_000), ...word16(80), ...word32(5000 + offset), ...word32(1), 0x50, 0x18, 0xff, 0xff];
      const transport = [...header, 0, 0, 0, 0, ...Buffer.from(text, 'latin1')];
      return ipv4Frame({ from: '10.0.0.0', to: SERVER }, 6, transport);
    }) as [Uint8Array, Uint8Array];
    const packets: Packet[] = [];
    for (let number = 0; number < connections; number++) {
      for (const template of [shown, ahead]) {
        const bytes = template.slice();
        bytes.set([10, 1 + (number >> 16), (number >> 8) & 255, number & 255], IP_SOURCE_AT);
        packets.push({ time: 1 + number * 1e-6, bytes });
      }
    }
    let most = 0;
    const setting: InspectionSetting = {
      ...{ streams: STREAM_INSPECTORS, datagrams: DATAGRAM_INSPECTORS, recogniseDatagram, inspectTransfer },
      interestIn: () => 'content',
    };
    const inspection = new Inspection(setting);
    const gaps: boolean[] = [];
    flowsOf(packets, {
      batch: 256,
      watcher: {
        wants: (rows, row) => inspection.wants(rows, row),
        see: (packet, rows) => {
          const goesOn = inspection.see(packet, rows);
          most = Math.max(most, inspection.pool.held);
          return goesOn;
        },
        join: (row, other) => {
          inspection.join(row, other);
        },
      },
      onRetire: (row) => {
        const facts = inspection.conclude(row);
        if (facts !== null) gaps.push(facts.shortfalls.includes('gap'));
      },
    });
    expect(most).toBeLessThanOrEqual(LIMITS.reassemblyBytes + payload.length);
    expect(inspection.pool.givenUp).toBe(connections - Math.ceil(LIMITS.reassemblyBytes / payload.length));
    expect(inspection.pool.held).toBe(0);
    expect(gaps).toHaveLength(connections);
    expect(gaps.every(Boolean)).toBe(true);
  }, 60_000);
});
