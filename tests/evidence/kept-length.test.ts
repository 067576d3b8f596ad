import { describe, expect, test } from '@jest/globals';
import { ethernetFrame } from '../../src/craft/ethernet.js';
import { errorBytes } from '../../src/craft/icmp.js';
import { fragmentPacket, ipBytes, type IpPacket } from '../../src/craft/ip-packet.js';
import { tcpBytes, udpBytes } from '../../src/craft/transport.js';
import { tunnelPacket } from '../../src/craft/tunnel.js';
import { PacketCutter } from '../../src/evidence/bundle/kept-packet.js';

const ends = { source: '10.1.0.5', destination: '10.2.0.9' };
const ends6 = { source: '2001:db8::1', destination: '2001:db8::2' };
const macs = { source: '00:00:5e:00:53:01', destination: '00:00:5e:00:53:02' };
const SECRET = new Uint8Array(400).fill(0xa5);
const HEADERS = { ethernet: 14, tag: 4, ipv4: 20, ipv6: 40, udp: 8, tcp: 20 } as const;

const packet = (payload: Uint8Array, more: Partial<IpPacket> = {}): IpPacket => ({
  ...ends,
  protocol: 17,
  ttl: 64,
  id: 7,
  payload,
  ...more,
});
const frame = (etherType: number, payload: Uint8Array, vlans: number[] = []): Uint8Array =>
  ethernetFrame({ ...macs, vlans, etherType, payload });

const segment = (pair: typeof ends): Uint8Array =>
  tcpBytes(pair, { sourcePort: 50_000, destinationPort: 25, seq: 1, ack: 2, flags: 'PA', payload: SECRET });

function keptOf(bytes: Uint8Array, linkType = 1, full = false): Uint8Array {
  return new PacketCutter(full).cut({
    ...{ file: 0, frame: 1, time: 1n, point: null, linkType, fcsLength: 0, bytes },
    originalLength: bytes.length,
  }).bytes;
}

const [, laterFragment] = fragmentPacket(packet(udpBytes(ends, 1, 2, SECRET)), 200);
const [, laterFragment6] = fragmentPacket(packet(new Uint8Array(2000).fill(0xa5), ends6), 1280);
const outer = { source: '192.0.2.1', destination: '192.0.2.2' };
const innerUdp = packet(udpBytes(ends, 50_000, 53, SECRET));

describe('what is kept of a packet', () => {
  test.each<readonly [what: string, bytes: Uint8Array, kept: number]>([
    ['UDP', frame(0x0800, ipBytes(innerUdp)), HEADERS.ethernet + HEADERS.ipv4 + HEADERS.udp],
    [
      'TCP with two tags',
      frame(0x0800, ipBytes(packet(segment(ends), { protocol: 6 })), [100, 20]),
      HEADERS.ethernet + 2 * HEADERS.tag + HEADERS.ipv4 + HEADERS.tcp,
    ],
    [
      'TCP over IPv6',
      frame(0x86dd, ipBytes(packet(segment(ends6), { protocol: 6, ...ends6 }))),
      HEADERS.ethernet + HEADERS.ipv6 + HEADERS.tcp,
    ],
    [
      'an echo with data',
      frame(0x0800, ipBytes(packet(Uint8Array.of(8, 0, 0, 0, 0, 1, 0, 1, ...SECRET), { protocol: 1 }))),
      HEADERS.ethernet + HEADERS.ipv4 + 8,
    ],
    [
      'an ICMP error that quotes more than it has to',
      frame(
        0x0800,
        ipBytes(
          packet(
            Uint8Array.of(...errorBytes({ source: '10.1.0.1', destination: ends.source }, 3, 13, innerUdp), ...SECRET),
            {
              protocol: 1,
            },
          ),
        ),
      ),
      HEADERS.ethernet + HEADERS.ipv4 + 8 + HEADERS.ipv4 + HEADERS.udp,
    ],
    ['a later fragment', frame(0x0800, ipBytes(laterFragment as IpPacket)), HEADERS.ethernet + HEADERS.ipv4],
    [
      'a later fragment of IPv6',
      frame(0x86dd, ipBytes(laterFragment6 as IpPacket)),
      HEADERS.ethernet + HEADERS.ipv6 + 8,
    ],
    ['ESP', frame(0x0800, ipBytes(packet(SECRET, { protocol: 50 }))), HEADERS.ethernet + HEADERS.ipv4],
    ['a protocol that nobody knows', frame(0x88b5, SECRET), HEADERS.ethernet],
    ['a PPPoE session without IP', frame(0x8864, Uint8Array.of(0x11, 0, 0, 1, 1, 0x92, 0xc0, 0x23, ...SECRET)), 22],
    [
      'LLC to all',
      ethernetFrame({ ...macs, destination: 'ff:ff:ff:ff:ff:ff', vlans: [], etherType: 400, payload: SECRET }),
      14,
    ],
  ])('%s: the headers and no byte of payload', (_what, bytes, kept) => {
    const result = keptOf(bytes);
    expect(result).toEqual(bytes.slice(0, kept));
    expect(Buffer.from(result).includes(Buffer.alloc(9, 0xa5))).toBe(false);
    expect(keptOf(bytes, 1, true)).toEqual(bytes);
  });

  test.each(['gre', 'vxlan', 'ipip'] as const)(
    'a datagram in %s: the headers of both, and nothing behind them',
    (kind) => {
      const bytes = frame(0x0800, ipBytes(packet(new Uint8Array(0), tunnelPacket(kind, outer, innerUdp))));
      const result = keptOf(bytes);
      expect(Buffer.from(result).includes(Buffer.from(ipBytes(innerUdp).subarray(0, 28)))).toBe(true);
      expect(result.at(-1)).not.toBe(0xa5);
      expect(Buffer.from(result).includes(Buffer.alloc(4, 0xa5))).toBe(false);
    },
  );

  test('ARP whole: it has no payload', () => {
    const bytes = frame(
      0x0806,
      Uint8Array.from({ length: 28 }, (_, index) => index),
    );
    expect(keptOf(bytes)).toEqual(bytes);
  });

  test('of a link layer that nobody knows, sixteen bytes', () => {
    expect(keptOf(SECRET, 9999)).toHaveLength(16);
  });
});
