import { describe, expect, test } from '@jest/globals';
import { checksum, transportChecksum } from '../../src/craft/checksum.js';
import { ethernetFrame } from '../../src/craft/ethernet.js';
import { errorBytes } from '../../src/craft/icmp.js';
import { fragmentPacket, ipBytes, type IpPacket } from '../../src/craft/ip-packet.js';
import { tcpBytes, udpBytes } from '../../src/craft/transport.js';
import { tunnelPacket } from '../../src/craft/tunnel.js';

const ends = { source: '10.1.0.5', destination: '10.2.0.9' };
const ends6 = { source: '2001:db8::1', destination: '2001:db8::2' };
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const packet = (payload: Uint8Array, more: Partial<IpPacket> = {}): IpPacket => ({
  ...ends,
  protocol: 17,
  ttl: 64,
  id: 7,
  payload,
  ...more,
});

describe('packets are what their standards say', () => {
  test('the checksum is that of the example in RFC 1071', () => {
    expect(checksum(Uint8Array.of(0x00, 0x01, 0xf2, 0x03, 0xf4, 0xf5, 0xf6, 0xf7))).toBe(~0xddf2 & 0xffff);
  });

  test('an IPv4 header sums to nothing', () => {
    expect(checksum(ipBytes(packet(Uint8Array.of(1, 2, 3))).subarray(0, 20))).toBe(0);
  });

  test.each([ends, ends6])('TCP and UDP sum to nothing with their pseudo header (%j)', (pair) => {
    const segment = tcpBytes(pair, {
      sourcePort: 50_000,
      destinationPort: 443,
      seq: 1,
      ack: 2,
      flags: 'PA',
      payload: Uint8Array.of(1, 2, 3),
    });
    expect(transportChecksum(pair.source, pair.destination, 6, segment)).toBe(0);
    expect(segment[13]).toBe(0x18);
    expect(transportChecksum(pair.source, pair.destination, 17, udpBytes(pair, 1, 2, Uint8Array.of(9)))).toBe(0);
  });

  test('a frame keeps its tags, the outer one as 802.1ad, and is at least 60 bytes long', () => {
    const macs = { source: '00:00:5e:00:53:01', destination: '00:00:5e:00:53:02' };
    const frame = ethernetFrame({ ...macs, vlans: [100, 20], etherType: 0x0800, payload: Uint8Array.of(0x45) });
    expect(hex(frame.subarray(0, 23))).toBe('00005e00530200005e005301' + '88a80064' + '81000014' + '0800' + '45');
    expect(frame).toHaveLength(60);
  });

  test('fragments carry the whole datagram once, in multiples of eight', () => {
    const payload = Uint8Array.from({ length: 3001 }, (_, index) => index & 255);
    const fragments = fragmentPacket(packet(payload), 576);
    expect(Buffer.concat(fragments.map((piece) => piece.payload))).toEqual(Buffer.from(payload));
    expect(fragments.map((piece) => piece.fragment?.offsetBytes)).toEqual([0, 552, 1104, 1656, 2208, 2760]);
    expect(fragments.map((piece) => piece.fragment?.more)).toEqual([true, true, true, true, true, false]);
    expect(ipBytes(fragments[1] as IpPacket).subarray(6, 8)).toEqual(Uint8Array.of(0x20, 552 / 8));
  });

  test('an IPv6 fragment has the extension header of RFC 8200', () => {
    const [, second] = fragmentPacket(packet(new Uint8Array(2000), ends6), 1280);
    expect(hex(ipBytes(second as IpPacket).subarray(40, 48))).toBe('110004d000000007');
  });

  test('an ICMP error quotes the header and eight bytes', () => {
    const refused = packet(udpBytes(ends, 50_000, 53, Uint8Array.of(1, 2, 3)));
    const error = errorBytes({ source: '10.1.0.1', destination: ends.source }, 3, 13, refused);
    expect(checksum(error)).toBe(0);
    expect(hex(error.subarray(8))).toBe(hex(ipBytes(refused).subarray(0, 28)));
  });

  test('a tunnel carries the whole datagram', () => {
    const outer = { source: '192.0.2.1', destination: '192.0.2.2' };
    const inner = packet(Uint8Array.of(1, 2, 3));
    expect(hex(tunnelPacket('gre', outer, inner).payload)).toBe('00000800' + hex(ipBytes(inner)));
    expect(tunnelPacket('6in4', outer, packet(Uint8Array.of(1), ends6)).protocol).toBe(41);
    expect(hex(tunnelPacket('vxlan', outer, inner).payload)).toContain(hex(ipBytes(inner)));
  });
});
