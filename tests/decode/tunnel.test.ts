import { describe, expect, test } from '@jest/globals';
import { LIMITS } from '../../src/base/limits.js';
import { bytesOf, decode, ethernet, innerIpv4, ipv4, ipv6, layersOf, lengthOf, tcpSyn, udp } from './frame-bytes.js';

const inner = '17 192.168.1.1:53 > 192.168.1.2:4000';
const innerFrame = `${ethernet('8100', '00000000000d', '00000000000c')} 000a 0800 ${innerIpv4}`;
const overUdp = (port: number, payload: string): string => ethernet('0800') + ipv4(17, udp(50000, port, payload));
const hex16 = (value: number): string => value.toString(16).padStart(4, '0');

test('an L2TP datagram that carries nothing is counted as such, not as a broken one', () => {
  const { rows, nonIp, anomalies } = decode(overUdp(1701, '0002 0001 0001'));
  expect([rows.length, nonIp, anomalies]).toEqual([1, { 'L2TP (in a tunnel)': 1 }, {}]);
});

describe('tunnels: the outer and the inner packet each make a row', () => {
  test.each([
    ['ipip', 4, innerIpv4],
    ['gre', 47, `0000 0800 ${innerIpv4}`],
    ['gre', 47, `b000 0800 00000000 00000001 00000002 ${innerIpv4}`],
    ['gre', 47, `4000 0800 00000000 0001 00 04 01020304 0000 00 00 ${innerIpv4}`],
    ['gre', 47, `2000 6558 00000100 ${innerFrame}`],
    ['gre', 47, `0000 880b ff03 0021 ${innerIpv4}`],
    ['gre', 47, `0000 8847 00064 140 ${innerIpv4}`],
    ['gre', 47, `0000 883e 00000000 ${innerIpv4}`],
    ['gre', 47, `0000 894f 0fc2 01 01 00000000 ${innerIpv4}`],
    ['erspan', 47, `0000 88be ${innerFrame}`],
    ['erspan', 47, `1000 88be 00000001 1001 0001 00000000 ${innerFrame}`],
    ['erspan', 47, `1000 22eb 00000001 2001 0001 00000000 0000 0000 ${innerFrame}`],
    ['erspan', 47, `1000 22eb 00000001 2001 0001 00000000 0000 0001 0102030405060708 ${innerFrame}`],
    ['pptp', 47, `3001 880b ${hex16(lengthOf(innerIpv4) + 1)} 0001 00000001 21 ${innerIpv4}`],
    ['eoip', 47, `2001 6400 0000 0100 ${innerFrame}`],
    ['etherip', 97, `3000 ${innerFrame}`],
    ['ah', 51, `04 04 0000 00000001 00000001 000000000000000000000000 ${innerIpv4}`],
    ['mpls-ip', 137, `00064 140 ${innerIpv4}`],
  ])('%s in IP protocol %i', (tunnel, protocol, payload) => {
    const { rows, anomalies } = decode(ethernet('0800') + ipv4(protocol, payload));
    expect(anomalies).toEqual({});
    expect(rows).toMatchObject([
      { layer: 0, tunnel, source: '10.10.16.5', outer: -1 },
      { layer: 1, tunnel: null, source: '192.168.1.1', ports: [53, 4000], outer: 0, length: 28 },
    ]);
  });

  test.each([
    ['vxlan', 4789, `08000000 00000100 ${innerFrame}`],
    ['vxlan', 8472, `08000000 00000100 ${innerFrame}`],
    ['vxlan-gpe', 4790, `0c000001 00000100 ${innerIpv4}`],
    ['vxlan-gpe', 4790, `0c000003 00000100 ${innerFrame}`],
    ['geneve', 6081, `0100 6558 00000100 00000000 ${innerFrame}`],
    ['geneve', 6081, `0000 0800 00000100 ${innerIpv4}`],
    ['gtpu', 2152, `30 ff ${hex16(lengthOf(innerIpv4))} 00000001 ${innerIpv4}`],
    ['gtpu', 2152, `34 ff ${hex16(lengthOf(innerIpv4) + 8)} 00000001 0000 00 85 01 00 00 00 ${innerIpv4}`],
    ['l2tp', 1701, `0002 0001 0001 ff03 0021 ${innerIpv4}`],
    ['l2tp', 1701, `4a02 ${hex16(lengthOf(innerIpv4) + 20)} 0001 0001 0000 0000 0002 0000 ff03 0021 ${innerIpv4}`],
    ['lisp', 4341, `00000000 00000000 ${innerIpv4}`],
    ['ayiya', 5072, `42 52 11 04 00000000 ${'00'.repeat(16 + 20)} ${innerIpv4}`],
    ['gre-udp', 4754, `0000 0800 ${innerIpv4}`],
    ['mpls-udp', 6635, `00064 140 ${innerIpv4}`],
    ['capwap', 5247, `00 100000 00000000 ${innerFrame}`],
    ['tzsp', 37008, `01 00 0001 0a 01 d8 00 01 ${innerFrame}`],
    ['hp-erm', 7932, `${'00'.repeat(12)} ${innerFrame}`],
  ])('%s over UDP port %i', (tunnel, port, payload) => {
    const { rows, anomalies } = decode(overUdp(port, payload));
    expect(anomalies).toEqual({});
    expect(rows).toMatchObject([
      { layer: 0, tunnel, ports: [50000, port], outer: -1 },
      { layer: 1, tunnel: null, source: '192.168.1.1', ports: [53, 4000], outer: 0 },
    ]);
  });

  test('6in4, 4in6 and 6in6 are told apart', () => {
    const six = ipv6(6, tcpSyn);
    expect(decode(ethernet('0800') + ipv4(41, six)).rows[0]?.tunnel).toBe('6in4');
    expect(decode(ethernet('86dd') + ipv6(4, innerIpv4)).rows[0]?.tunnel).toBe('4in6');
    expect(decode(ethernet('86dd') + ipv6(41, six)).rows[0]?.tunnel).toBe('6in6');
  });

  test('Teredo with its authentication and origin indications', () => {
    const payload = `0001 00 00 0102030405060708 00 0000 1234 c0a80101 ${ipv6(6, tcpSyn)}`;
    expect(layersOf(overUdp(3544, payload))).toEqual([
      '17 10.10.16.5:50000 > 10.20.4.7:3544 carries teredo',
      '6 2001:db8:30::5:40000 > 2001:db8:30::7:445',
    ]);
  });

  test('CAPWAP carries 802.11 frames with swapped control bytes', () => {
    // header of two words, binding 802.11, native; a data frame from the distribution system
    const payload = `00 100300 00000000 0208 0000 00000000000a 00000000000b 00000000000c 0000 aaaa03 000000 0800 ${innerIpv4}`;
    expect(layersOf(overUdp(5247, payload))).toEqual(['17 10.10.16.5:50000 > 10.20.4.7:5247 carries capwap', inner]);
  });

  test('the row inside a bridged tunnel has the inner addresses and VLAN, the outer row keeps its own', () => {
    const frame = `${ethernet('8100')} 006e 0800 ${ipv4(17, udp(50000, 4789, `08000000 00000100 ${innerFrame}`))}`;
    expect(decode(frame).rows).toMatchObject([
      { vlan: '110', sourceMac: '00005e005302', destinationMac: '00005e005301' },
      { vlan: '10', sourceMac: '00000000000c', destinationMac: '00000000000d' },
    ]);
  });

  test('IP in IP inherits the addresses and VLAN of its frame', () => {
    const frame = `${ethernet('8100')} 006e 0800 ${ipv4(4, innerIpv4)}`;
    expect(decode(frame).rows[1]).toMatchObject({ vlan: '110', sourceMac: '00005e005302' });
  });

  test('a tunnel that carries no IP names no tunnel, and what it carries is counted', () => {
    const { rows, nonIp } = decode(overUdp(4789, `08000000 00000100 ${ethernet('0806')} 0001`));
    expect(rows).toMatchObject([{ tunnel: null }]);
    expect(nonIp).toEqual({ 'ARP (in a tunnel)': 1 });
  });

  test('a tunnel inside a tunnel makes three rows', () => {
    const twice = overUdp(6081, `0000 0800 00000100 ${ipv4(4, innerIpv4)}`);
    expect(layersOf(twice)).toEqual([
      '17 10.10.16.5:50000 > 10.20.4.7:6081 carries geneve',
      '4 10.10.16.5 > 10.20.4.7 carries ipip',
      inner,
    ]);
  });

  test('IP headers are followed to a bound, and reaching it is counted', () => {
    let packet = innerIpv4;
    for (let depth = 0; depth < LIMITS.ipLayers; depth++) packet = ipv4(4, packet);
    const { rows, anomalies } = decode(ethernet('0800') + packet);
    expect(rows).toHaveLength(LIMITS.ipLayers);
    expect(rows.at(-1)?.tunnel).toBeNull();
    expect(anomalies).toEqual({ 'too-many-ip-layers': 1 });
  });

  test('headers without IP are followed to a bound as well', () => {
    const { rows, anomalies } = decode(ethernet('8100') + '0001 8100 '.repeat(200));
    expect(rows).toEqual([]);
    expect(anomalies).toMatchObject({ 'too-many-layers': 1 });
  });

  test('control messages of a tunnel are counted, not followed', () => {
    expect(decode(overUdp(1701, 'c802 000c 0001 0000 0000 0000')).nonIp).toEqual({ 'L2TP (in a tunnel)': 1 });
    expect(decode(overUdp(2152, '30 01 0004 00000000 00000000')).nonIp).toEqual({ 'GTP-U (in a tunnel)': 1 });
    expect(decode(ethernet('0800') + ipv4(47, '2081 880b 0000 0001 00000001')).nonIp).toEqual({
      'GRE (in a tunnel)': 1,
    });
  });

  test('a UDP length that cannot hold its own header ends the following', () => {
    const frame = bytesOf(overUdp(4789, `08000000 00000100 ${innerFrame}`));
    frame.set([0, 5], 14 + 20 + 4);
    expect(decode(frame)).toMatchObject({ rows: [{ tunnel: null }], anomalies: { 'udp-length': 1 } });
  });
});
