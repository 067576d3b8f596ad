import { describe, expect, test } from '@jest/globals';
import { decode, ethernet, ipv4, ipv6, tcpSyn } from './frame-bytes.js';

const packet = ipv4(6, tcpSyn);
const snap = `aaaa03 000000 0800 ${packet}`;
const radiotap = (flags: string): string => `00 00 0900 02000000 ${flags} `;
/** a data frame from a station (…0a) through an access point (…0b) to …0c */
const toDs = '0801 0000 00000000000b 00000000000a 00000000000c 0000 ';

describe('link types', () => {
  test.each([
    ['BSD loopback, big-endian', 0, `00000002 ${packet}`],
    ['BSD loopback, little-endian', 0, `02000000 ${packet}`],
    ['OpenBSD loopback', 108, `00000002 ${packet}`],
    ['loopback with Cisco HDLC', 0, `0f000800 ${packet}`],
    ['Linux cooked', 113, `0000 0001 0006 00005e005302 0000 0800 ${packet}`],
    ['Linux cooked with LLC', 113, `0000 0001 0006 00005e005302 0000 0004 ${snap}`],
    ['Linux cooked version 2', 276, `0800 0000 00000002 0001 00 06 00005e005302 0000 ${packet}`],
    ['raw IP', 101, packet],
    ['raw IP of BSD', 12, packet],
    ['raw IP of OpenBSD', 14, packet],
    ['raw IPv4', 228, packet],
    ['PPP', 9, `ff03 0021 ${packet}`],
    ['PPP with compressed fields', 9, `21 ${packet}`],
    ['PPP with MPLS', 9, `ff03 0281 00064 140 ${packet}`],
    ['PPP serial with Cisco HDLC', 50, `0f00 0800 ${packet}`],
    ['PPPoE alone', 51, `11 00 0001 002a 0021 ${packet}`],
    ['Cisco HDLC', 104, `0f00 0800 ${packet}`],
    ['frame relay with NLPID', 107, `1841 03 cc ${packet}`],
    ['frame relay with padding and SNAP', 107, `1841 03 00 80 000000 0800 ${packet}`],
    ['frame relay of Cisco', 107, `1841 0800 ${packet}`],
    ['802.11', 105, toDs + snap],
    ['802.11 with QoS', 105, `8801${toDs.slice(4)}0000 ${snap}`],
    ['802.11 with QoS and HT control', 105, `8881${toDs.slice(4)}0000 00000000 ${snap}`],
    ['802.11 with four addresses', 105, `0803${toDs.slice(4)}00000000000d ${snap}`],
    ['an aggregate of 802.11', 105, `8801${toDs.slice(4)}8000 00000000000c 00000000000a 0030 ${snap} ffff`],
    ['a mesh of 802.11', 105, `8803${toDs.slice(4)}00000000000d 0001 00 1f 00000000 ${snap}`],
    ['radiotap', 127, radiotap('00') + toDs + snap],
    [
      'radiotap with timer, check sequence and padding',
      127,
      `00 00 1100 03000000 0000000000000000 30 8801${toDs.slice(4)}0000 0000 ${snap} deadbeef`,
    ],
    ['radiotap with two presence words', 127, `00 00 0d00 02000080 00000000 10 ${toDs}${snap} deadbeef`],
    ['Prism', 119, `00000044 10000000 0000000000000000 ${toDs}${snap}`],
    ['AVS under the number of Prism', 119, `80211001 00000010 0000000000000000 ${toDs}${snap}`],
    ['AVS', 163, `80211001 00000010 0000000000000000 ${toDs}${snap}`],
    ['PPI', 192, `00 00 2000 69000000 0200 1400 0000000000000000 0100 ${'00'.repeat(10)} ${toDs}${snap} deadbeef`],
    ['NFLOG, little-endian', 239, `02 00 0000 0800 0100 08000300 2c00 0900 ${packet}`],
    ['NFLOG, big-endian', 239, `02 00 0000 0008 0001 08000300 002c 0009 ${packet}`],
    ['ARCNET of RFC 1201', 129, `01 02 0000 d4 00 0001 ${packet}`],
    ['ARCNET of RFC 1051', 129, `01 02 0000 f0 ${packet}`],
    ['token ring', 6, `10 40 00005e005301 00005e005302 ${snap}`],
    ['token ring with a route', 6, `10 40 00005e005301 80005e005302 0450 0011 ${snap}`],
    ['FDDI', 10, `50 00005e005301 00005e005302 ${snap}`],
    ['ATM of Sun', 123, `02 00 0021 ${snap}`],
    ['RFC 1483', 100, snap],
    ['IPNET', 226, `${'00'.repeat(24)} ${packet}`],
    ['IP over InfiniBand', 242, `${'00'.repeat(40)} 0800 0000 ${packet}`],
    ['IP over IEEE 1394', 138, `${'00'.repeat(16)} 0800 ${packet}`],
    ['Juniper', 178, `4d4743 00 ${ethernet('0800')} ${packet}`],
    ['Juniper with extensions', 178, `4d4743 80 0004 01020304 ${ethernet('0800')} ${packet}`],
    ['PKTAP', 258, `6c000000 00000000 01000000 ${'00'.repeat(96)} ${ethernet('0800')} ${packet}`],
    ['mPacket', 274, `55555555555555 d5 ${ethernet('0800')} ${packet} deadbeef`],
    ['Broadcom tag', 281, `00005e005301 00005e005302 00000000 0800 ${packet}`],
    ['Broadcom tag in front', 282, `00000000 ${ethernet('0800')} ${packet}`],
    ['ERF', 197, `0000000000000000 82 00 0000 0000 0000 0000000000000000 0000 ${ethernet('0800')} ${packet}`],
  ])('%s (%i)', (_, linkType, frame) => {
    const { rows, anomalies } = decode(frame, { linkType });
    expect(anomalies).toEqual({});
    expect(rows).toMatchObject([{ layer: 0, proto: 6, source: '10.10.16.5', ports: [40000, 445], length: 40 }]);
  });

  test('every number that some system gave IPv6 on a loopback', () => {
    for (const family of ['0a', '17', '18', '1c', '1e']) {
      for (const header of [`000000${family}`, `${family}000000`]) {
        expect(decode(`${header} ${ipv6(6, tcpSyn)}`, { linkType: 0 }).rows).toMatchObject([{ ipv6: true, proto: 6 }]);
      }
    }
  });

  test('the addresses of 802.11 are those of the ends, not of the radio hop', () => {
    const at = (flags: string): [unknown, unknown] => {
      const address4 = flags === '03' ? '00000000000d' : '';
      const frame = `08${flags} 0000 00000000000b 00000000000a 00000000000c 0000 ${address4} ${snap}`;
      const [row] = decode(frame, { linkType: 105 }).rows;
      return [row?.sourceMac, row?.destinationMac];
    };
    expect(at('00')).toEqual(['00000000000a', '00000000000b']);
    expect(at('01')).toEqual(['00000000000a', '00000000000c']);
    expect(at('02')).toEqual(['00000000000c', '00000000000b']);
    expect(at('03')).toEqual(['00000000000d', '00000000000c']);
  });

  test('of an 802.11 aggregate the first packet is followed, and the loss of the others is counted', () => {
    const subframe = `00000000000c 00000000000a 0030 ${snap}`;
    const { rows, anomalies } = decode(`8801${toDs.slice(4)}8000 ${subframe} 0000 ${subframe}`, { linkType: 105 });
    expect(rows).toHaveLength(1);
    expect(anomalies).toEqual({ 'wlan-aggregate': 1 });
  });

  test('Marvell DSA tags bear the VLAN', () => {
    const dsa = `00005e005301 00005e005302 6000 006e 0800 ${packet}`;
    const edsa = `00005e005301 00005e005302 dada 0000 6000 006e 0800 ${packet}`;
    expect(decode(dsa, { linkType: 284 }).rows).toMatchObject([{ vlan: '110', ports: [40000, 445] }]);
    expect(decode(edsa, { linkType: 285 }).rows).toMatchObject([{ vlan: '110', ports: [40000, 445] }]);
  });

  test('Linux cooked knows the source address only', () => {
    const [row] = decode(`0000 0001 0006 00005e005302 0000 0800 ${packet}`, { linkType: 113 }).rows;
    expect(row).toMatchObject({ sourceMac: '00005e005302', destinationMac: null });
  });

  test('raw IP has no addresses of the link', () => {
    expect(decode(packet, { linkType: 101 }).rows).toMatchObject([
      { sourceMac: null, destinationMac: null, vlan: null },
    ]);
  });

  test('a raw IPv6 link type does not take IPv4', () => {
    expect(decode(packet, { linkType: 229 })).toMatchObject({ rows: [], anomalies: { 'ip-version': 1 } });
  });

  test.each([
    ['802.11-protected', 105, `0841${toDs.slice(4)} 00000000 00000000`],
    ['802.11-management', 105, '8000 0000 ffffffffffff'],
    ['802.11-control', 105, 'b400 0000 ffffffffffff'],
    ['802.11-no-data', 105, '4801 0000 ffffffffffff'],
    ['802.11-fragment', 105, '0801 0000 00000000000b 00000000000a 00000000000c 0100 aaaa03'],
    ['PPP-LCP', 9, 'ff03 c021 0101'],
    ['PPP-network-control', 9, 'ff03 8021 0101'],
    ['PPP-VJ-compressed', 9, 'ff03 002d 0101'],
    ['PPPoE-discovery', 51, '11 09 0000 0000'],
    ['SLARP', 104, '8f00 8035 00000000'],
    ['mPacket-fragment', 274, '555555555555 61 52 0000 0000'],
    ['CAN', 227, '00000123 08'],
    ['Bluetooth', 201, '00000000'],
    ['USB', 220, '00000000'],
    ['802.15.4', 195, '0000'],
    ['netlink', 253, '0000'],
    ['exported-PDU', 252, '0000'],
    ['unknown-link-type 147', 147, '0000'],
    ['unknown-link-type 149', 149, '0000'],
    ['unknown-link-type 65000', 65000, '0000'],
  ])('%s is named and makes no row', (name, linkType, frame) => {
    const { rows, nonIp } = decode(frame, { linkType });
    expect(rows).toEqual([]);
    expect(nonIp).toEqual({ [name]: 1 });
  });
});
