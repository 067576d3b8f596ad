import { LIMITS } from '../../src/base/limits.js';
import { formatIpv4, formatIpv6 } from '../../src/base/address.js';
import { ANOMALIES } from '../../src/decode/anomaly.js';
import { FrameDecoder } from '../../src/decode/frame-decoder.js';
import { formatVlan, META, PacketBatch, ROW, ROW_STRIDE, TUNNELS } from '../../src/decode/packet-batch.js';

/** Hexadecimal text with spaces, line ends and `# comments` → bytes. */
export function bytesOf(text: string): Uint8Array {
  const digits = text.replace(/#[^\n]*/g, '').replace(/\s+/g, '');
  if (!/^([0-9a-f]{2})*$/i.test(digits)) throw new Error(`not hexadecimal: ${digits}`);
  return Uint8Array.from(Buffer.from(digits, 'hex'));
}

const hexOf = (value: number, bytes: number): string => value.toString(16).padStart(bytes * 2, '0');
export const lengthOf = (text: string): number => bytesOf(text).length;

/** An Ethernet header; the bytes of the addresses say which is which. */
export const ethernet = (type: string, destination = '00005e005301', source = '00005e005302'): string =>
  `${destination} ${source} ${type}\n`;

/** An IPv4 packet 10.10.16.5 → 10.20.4.7 around a payload. */
export const ipv4 = (protocol: number, payload: string, fragment = '4000'): string =>
  `45 00 ${hexOf(20 + lengthOf(payload), 2)} abcd ${fragment} 40 ${hexOf(protocol, 1)} 0000 0a0a1005 0a140407\n${payload}`;

/** The packet 192.168.1.1:53 → 192.168.1.2:4000 that tunnels carry in these tests: 28 bytes, no data. */
export const innerIpv4 = '45 00 001c 0001 0000 40 11 0000 c0a80101 c0a80102  0035 0fa0 0008 0000\n';

/** An IPv6 packet 2001:db8:30::5 → 2001:db8:30::7 around a payload. */
export const ipv6 = (nextHeader: number, payload: string): string =>
  `60000000 ${hexOf(lengthOf(payload), 2)} ${hexOf(nextHeader, 1)} 3f
   20010db8 00300000 00000000 00000005  20010db8 00300000 00000000 00000007\n${payload}`;

export const udp = (source: number, destination: number, payload: string): string =>
  `${hexOf(source, 2)} ${hexOf(destination, 2)} ${hexOf(8 + lengthOf(payload), 2)} 0000\n${payload}`;

/** A SYN from 40000 to 445: 20 bytes. */
export const tcpSyn = '9c40 01bd 01020304 00000000 5002 ffff 0000 0000\n';

export interface DecodedRow {
  layer: number;
  tunnel: string | null;
  ipv6: boolean;
  proto: number;
  source: string;
  destination: string;
  ports: [number, number] | null;
  length: number;
  payload: number;
  tcpFlags: number | null;
  seq: number;
  ack: number;
  ttl: number;
  icmp: [type: number, code: number];
  icmpError: boolean;
  fragment: 'first' | 'later' | null;
  dontFragment: boolean;
  ipId: number;
  ipAt: number;
  transportAt: number;
  endAt: number;
  vlan: string | null;
  sourceMac: string | null;
  destinationMac: string | null;
  outer: number;
  record: number;
}

export interface Decoded {
  rows: DecodedRow[];
  /** name → count */
  anomalies: Record<string, number>;
  readonly nonIp: Record<string, number>;
  decoder: FrameDecoder;
}

export interface DecodeOptions {
  linkType?: number;
  /** bytes on the wire; default: all that are there */
  original?: number;
  fcsLength?: number;
}

/** Decodes one frame that stands in the middle of a larger buffer, and reads its rows. */
export function decode(frame: string | Uint8Array, options: DecodeOptions = {}, fill = 0xa5): Decoded {
  const data = typeof frame === 'string' ? bytesOf(frame) : frame;
  const margin = 64;
  const bytes = new Uint8Array(data.length + 2 * margin).fill(fill);
  bytes.set(data, margin);
  const batch = new PacketBatch(LIMITS.ipLayers);
  const decoder = new FrameDecoder(batch);
  const { linkType = 1, original = data.length, fcsLength = 0 } = options;
  decoder.decode(bytes, margin, data.length, original, linkType, 7, fcsLength);
  const anomalies: Record<string, number> = {};
  decoder.anomalies.forEach((count, code) => {
    if (count > 0) anomalies[ANOMALIES[code]?.name ?? `code ${code}`] = count;
  });
  const rows = Array.from({ length: batch.count }, (_, row) => readRow(batch, row, bytes, margin));
  return {
    rows,
    anomalies,
    get nonIp() {
      return decoder.nonIpCounts();
    },
    decoder,
  };
}

function readRow(batch: PacketBatch, row: number, bytes: Uint8Array, margin: number): DecodedRow {
  const column = (name: keyof typeof ROW): number => batch.rows[row * ROW_STRIDE + ROW[name]] ?? NaN;
  const meta = column('meta');
  const isIpv6 = (meta & META.ipv6) !== 0;
  const view = new DataView(bytes.buffer);
  const ip6 = (at: number): string =>
    formatIpv6(view.getUint32(at), view.getUint32(at + 4), view.getUint32(at + 8), view.getUint32(at + 12));
  const mac = (at: number): string | null => (at < 0 ? null : Buffer.from(bytes.subarray(at, at + 6)).toString('hex'));
  const flags = column('flags');
  const first = (meta & META.firstFragment) !== 0;
  return {
    layer: (meta >>> META.layerShift) & META.layerMask,
    tunnel: TUNNELS[(meta >>> META.tunnelShift) & META.tunnelMask] ?? null,
    ipv6: isIpv6,
    proto: meta & META.protoMask,
    source: isIpv6 ? ip6(column('ipAt') + 8) : formatIpv4(column('source')),
    destination: isIpv6 ? ip6(column('ipAt') + 24) : formatIpv4(column('destination')),
    ports: (meta & META.hasPorts) !== 0 ? [column('ports') >>> 16, column('ports') & 0xffff] : null,
    length: column('length'),
    payload: column('payload'),
    tcpFlags: (meta & META.hasTcp) !== 0 ? flags & 0xff : null,
    seq: column('seq'),
    ack: column('ack'),
    ttl: (flags >>> 8) & 0xff,
    icmp: [(flags >>> 16) & 0xff, flags >>> 24],
    icmpError: (meta & META.icmpError) !== 0,
    fragment: first ? 'first' : (meta & META.laterFragment) !== 0 ? 'later' : null,
    dontFragment: (meta & META.dontFragment) !== 0,
    ipId: column('ipId'),
    ipAt: column('ipAt') - margin,
    transportAt: column('transportAt') - margin,
    endAt: column('endAt') - margin,
    vlan: formatVlan(column('vlan')),
    sourceMac: mac(column('sourceMacAt')),
    destinationMac: mac(column('destinationMacAt')),
    outer: column('outer'),
    record: column('record'),
  };
}

/** What most tests want to know of a frame: its IP layers from the outside in. */
export function layersOf(frame: string, options: DecodeOptions = {}): string[] {
  return decode(frame, options).rows.map((row) => {
    const ends = row.ports
      ? [`${row.source}:${row.ports[0]}`, `${row.destination}:${row.ports[1]}`]
      : [row.source, row.destination];
    return `${row.proto} ${ends.join(' > ')}${row.tunnel === null ? '' : ` carries ${row.tunnel}`}`;
  });
}
