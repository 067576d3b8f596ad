import { RecordBatch } from '../../src/capture/record-batch.js';
import { FrameDecoder } from '../../src/decode/frame-decoder.js';
import { PacketBatch } from '../../src/decode/packet-batch.js';
import { toFlow } from '../../src/flow/border.js';
import { FlowTable } from '../../src/flow/flow-table.js';
import { findOpener } from '../../src/flow/opener.js';
import { outcomeOf } from '../../src/flow/outcome.js';
import type { PayloadWatcher } from '../../src/flow/payload-watcher.js';
import { ServicePorts } from '../../src/flow/service-ports.js';
import type { Flow } from '../../src/model/flow.js';

export interface Packet {
  /** seconds since the rig's origin */
  readonly time: number;
  readonly bytes: Uint8Array;
  /** capture point number, default 0 */
  readonly point?: number;
}

export interface RigOptions {
  readonly dedup?: boolean;
  readonly maximumRows?: number;
  /** packets per batch: results must not depend on it */
  readonly batch?: number;
  readonly watcher?: PayloadWatcher;
  /** a flow leaves the table */
  readonly onRetire?: (row: number) => void;
}

/** Sends frames through decoder and flow table and answers the flows, as a run would make them. */
export function flowsOf(packets: readonly Packet[], options: RigOptions = {}): { flows: Flow[]; table: FlowTable } {
  const flows: Flow[] = [];
  const services = new ServicePorts();
  const times = packets.map(({ time }) => time * 1e9);
  const end = times.reduce((latest, time) => Math.max(latest, time), -Infinity);
  const start = times.reduce((earliest, time) => Math.min(earliest, time), Infinity);
  const names = { points: ['CP-A', 'CP-B', 'CP-C'], toNanoseconds: (time: number) => BigInt(Math.round(time)) };
  const table = new FlowTable({
    dedup: options.dedup ?? true,
    ...(options.maximumRows === undefined ? {} : { maximumRows: options.maximumRows }),
    ...(options.watcher === undefined ? {} : { watcher: options.watcher }),
    sink: {
      retire(self, row) {
        options.onRetire?.(row);
        const opener = findOpener(self.words, self.doubles, row, services, start);
        const outcome = outcomeOf(self.words, self.doubles, row, opener.side, end);
        flows.push(toFlow(self, row, names, { opener, outcome, reasons: [], mirrorTransport: false, zones: null }));
      },
    },
  });
  const rows = new PacketBatch(1024);
  const decoder = new FrameDecoder(rows);
  const size = options.batch ?? 100;
  for (let from = 0; from < packets.length; from += size) {
    const some = packets.slice(from, from + size);
    const batch = new RecordBatch();
    batch.bytes = new Uint8Array(some.reduce((sum, { bytes }) => sum + bytes.length, 0));
    batch.firstFrame = from + 1;
    batch.count = some.length;
    let at = 0;
    some.forEach((packet, record) => {
      batch.bytes.set(packet.bytes, at);
      batch.at[record] = at;
      batch.captured[record] = packet.bytes.length;
      batch.original[record] = packet.bytes.length;
      batch.time[record] = packet.time * 1e9;
      batch.interface[record] = packet.point ?? 0;
      at += packet.bytes.length;
    });
    some.forEach((_, record) => {
      decoder.decode(
        batch.bytes,
        batch.at[record] ?? 0,
        batch.captured[record] ?? 0,
        batch.original[record] ?? 0,
        1,
        record,
        0,
      );
    });
    table.apply(rows, batch, 0, Int32Array.of(0, 1, 2));
    rows.count = 0;
  }
  table.finish();
  return { flows, table };
}

export interface Ip {
  readonly from: string;
  readonly to: string;
  readonly vlan?: number | readonly number[];
  readonly ttl?: number;
  readonly id?: number;
  readonly sourceMac?: number;
  readonly destinationMac?: number;
  /** fragment offset in bytes, and whether more follow */
  readonly offset?: number;
  readonly more?: boolean;
}

/** An Ethernet frame with an IPv4 packet; MACs are given by their last byte. */
export function ipv4Frame(ip: Ip, proto: number, transport: readonly number[]): Uint8Array {
  const vlans = ip.vlan === undefined ? [] : typeof ip.vlan === 'number' ? [ip.vlan] : ip.vlan;
  const length = 20 + transport.length;
  const fragment = ((ip.offset ?? 0) >> 3) | (ip.more === true ? 0x2000 : 0);
  return Uint8Array.from([
    ...[2, 0, 0, 0, 0, ip.destinationMac ?? 2],
    ...[2, 0, 0, 0, 0, ip.sourceMac ?? 1],
    ...vlans.flatMap((vlan) => [0x81, 0, ...word16(vlan)]),
    ...[8, 0],
    ...[0x45, 0, ...word16(length), ...word16(ip.id ?? 0), ...word16(fragment), ip.ttl ?? 64, proto, 0, 0],
    ...octets(ip.from),
    ...octets(ip.to),
    ...transport,
  ]);
}

export interface Segment extends Ip {
  readonly ports: readonly [source: number, destination: number];
  /** letters of FSRPA */
  readonly flags: string;
  readonly seq?: number;
  readonly ack?: number;
  readonly payload?: number;
}

export function tcpFrame(segment: Segment): Uint8Array {
  const bits = { F: 1, S: 2, R: 4, P: 8, A: 16 } as const;
  const flags = [...segment.flags].reduce((sum, letter) => sum | bits[letter as keyof typeof bits], 0);
  return ipv4Frame(segment, 6, [
    ...word16(segment.ports[0]),
    ...word16(segment.ports[1]),
    ...word32(segment.seq ?? 0),
    ...word32(segment.ack ?? 0),
    ...[0x50, flags, 0xff, 0xff, 0, 0, 0, 0],
    ...new Array<number>(segment.payload ?? 0).fill(0x61),
  ]);
}

export function udpFrame(
  datagram: Ip & { readonly ports: readonly [number, number]; readonly payload?: readonly number[] },
): Uint8Array {
  const payload = datagram.payload ?? [1, 2, 3];
  return ipv4Frame(datagram, 17, [
    ...word16(datagram.ports[0]),
    ...word16(datagram.ports[1]),
    ...word16(8 + payload.length),
    0,
    0,
    ...payload,
  ]);
}

export function word16(value: number): number[] {
  return [(value >> 8) & 255, value & 255];
}

export function word32(value: number): number[] {
  return [...word16(value >>> 16), ...word16(value & 0xffff)];
}

export function octets(address: string): number[] {
  return address.split('.').map(Number);
}
