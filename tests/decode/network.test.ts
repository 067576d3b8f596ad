import { describe, expect, test } from '@jest/globals';
import { bytesOf, decode, ethernet, innerIpv4, ipv4, ipv6, layersOf, tcpSyn, udp } from './frame-bytes.js';

describe('IPv4', () => {
  test('options move the transport header', () => {
    const [row] = decode(
      `${ethernet('0800')} 46 00 002c 0001 0000 40 06 0000 0a0a1005 0a140407 01010101 ${tcpSyn}`,
    ).rows;
    expect(row).toMatchObject({ ports: [40000, 445], transportAt: 38, payload: 0, length: 44 });
  });

  test('a source-routed packet goes to the end of its route', () => {
    const header = (pointer: string): string =>
      `48 00 0034 0001 0000 40 06 0000 0a0a1005 0a140407 01 83 0b ${pointer} c0a80101 c0a80102 `;
    expect(decode(`${ethernet('0800')}${header('04')}${tcpSyn}`).rows[0]?.destination).toBe('192.168.1.2');
    // used up: the destination in the header is the last one
    expect(decode(`${ethernet('0800')}${header('0c')}${tcpSyn}`).rows[0]?.destination).toBe('10.20.4.7');
  });

  test('a total length of 0, as segmentation offload leaves it, counts the rest of the frame', () => {
    const [row] = decode(`${ethernet('0800')} 4500 0000 0001 0000 40 06 0000 0a0a1005 0a140407 ${tcpSyn} 616263`).rows;
    expect(row).toMatchObject({ length: 43, payload: 3 });
  });

  test('bytes on the wire beyond every measure stay positive', () => {
    const frame = `${ethernet('0800')} 4500 0000 0001 0000 40 06 0000 0a0a1005 0a140407 ${tcpSyn}`;
    expect(decode(frame, { original: 0xffff_ffff }).rows[0]?.length).toBeGreaterThan(1_000_000_000);
  });

  test('a first fragment has ports, a later one has none, and both keep the protocol', () => {
    const first = decode(ethernet('0800') + ipv4(6, tcpSyn, '2000')).rows;
    const later = decode(ethernet('0800') + ipv4(6, tcpSyn, '2010')).rows;
    expect(first).toMatchObject([{ fragment: 'first', ports: [40000, 445], proto: 6, ipId: 0xabcd }]);
    expect(later).toMatchObject([{ fragment: 'later', ports: null, proto: 6, tcpFlags: null, payload: 20 }]);
  });

  test('a later fragment of a tunnel is not looked into', () => {
    expect(layersOf(ethernet('0800') + ipv4(4, innerIpv4, '0010'))).toEqual(['4 10.10.16.5 > 10.20.4.7']);
  });

  test.each([
    ['ipv4-cut', '45 00 0014 0000 0000 40 06 0000 0a0a1005 0a1404'],
    ['ip-version', '65 00 0014 0000 0000 40 06 0000 0a0a1005 0a140407'],
    ['ipv4-header-length', '44 00 0014 0000 0000 40 06 0000 0a0a1005 0a140407'],
    ['ipv4-total-length', '45 00 0013 0000 0000 40 06 0000 0a0a1005 0a140407'],
  ])('%s is counted and makes no row', (name, packet) => {
    const { rows, anomalies } = decode(ethernet('0800') + packet);
    expect(rows).toEqual([]);
    expect(anomalies).toEqual({ [name]: 1 });
  });

  test('an authentication header is looked through', () => {
    const ah = '06 04 0000 00000001 00000001 000000000000000000000000 ';
    const [row] = decode(ethernet('0800') + ipv4(51, ah + tcpSyn)).rows;
    expect(row).toMatchObject({ proto: 6, ports: [40000, 445], transportAt: 58, payload: 0 });
  });
});

describe('IPv6', () => {
  test('without extension headers', () => {
    const [row] = decode(ethernet('86dd') + ipv6(6, tcpSyn)).rows;
    expect(row).toMatchObject({
      ipv6: true,
      proto: 6,
      source: '2001:db8:30::5',
      destination: '2001:db8:30::7',
      ports: [40000, 445],
      length: 60,
      payload: 0,
      ttl: 63,
      tcpFlags: 2,
    });
  });

  test('hop-by-hop, destination options, routing and authentication are looked through', () => {
    const chain = `3c 00 0000 00000000  2b 00 0000 00000000  33 00 0000 00000000
      06 04 0000 00000001 00000001 000000000000000000000000 `;
    const [row] = decode(ethernet('86dd') + ipv6(0, chain + tcpSyn)).rows;
    expect(row).toMatchObject({ proto: 6, ports: [40000, 445], transportAt: 14 + 40 + 48, payload: 0 });
  });

  test('a first fragment has ports, a later one has the protocol of the fragment header and no ports', () => {
    const first = decode(ethernet('86dd') + ipv6(44, `06 00 0001 12345678 ${tcpSyn}`)).rows;
    const later = decode(ethernet('86dd') + ipv6(44, `06 00 0009 12345678 ${tcpSyn}`)).rows;
    expect(first).toMatchObject([{ fragment: 'first', ports: [40000, 445], ipId: 0x12345678 }]);
    expect(later).toMatchObject([{ fragment: 'later', ports: null, proto: 6, ipId: 0x12345678 }]);
  });

  test('a whole packet with a fragment header is no fragment', () => {
    expect(decode(ethernet('86dd') + ipv6(44, `06 00 0000 12345678 ${tcpSyn}`)).rows).toMatchObject([
      { fragment: null, ports: [40000, 445] },
    ]);
  });

  test('ESP, mobility, HIP, Shim6 and "no next header" are upper layers', () => {
    for (const proto of [50, 59, 135, 139, 140]) {
      expect(decode(ethernet('86dd') + ipv6(proto, '0000 0000')).rows).toMatchObject([{ proto, ports: null }]);
    }
  });

  test('a payload length of 0 counts 40 bytes and still has its ports', () => {
    const packet = ipv6(6, tcpSyn).replace('60000000 0014', '60000000 0000');
    expect(decode(ethernet('86dd') + packet).rows).toMatchObject([{ length: 40, ports: [40000, 445] }]);
  });

  test('many extension headers are followed, but not without end', () => {
    const many = (count: number): string => '3c 00 0000 00000000 '.repeat(count - 1) + '06 00 0000 00000000 ' + tcpSyn;
    expect(decode(ethernet('86dd') + ipv6(60, many(150))).rows).toMatchObject([{ proto: 6, ports: [40000, 445] }]);
    const { rows, anomalies } = decode(ethernet('86dd') + ipv6(60, many(1000)));
    expect(rows).toMatchObject([{ ports: null }]);
    expect(anomalies).toEqual({ 'ipv6-too-many-extensions': 1 });
  });

  test('a cut extension header leaves the row with the last protocol that was read', () => {
    const frame = bytesOf(ethernet('86dd') + ipv6(0, `06 00 0000 00000000 ${tcpSyn}`)).subarray(0, 14 + 40 + 5);
    const { rows, anomalies } = decode(frame, { original: 82 });
    expect(rows).toMatchObject([{ proto: 0, length: 68 }]);
    expect(anomalies).toEqual({ 'ipv6-extension-cut': 1 });
  });
});

describe('transport', () => {
  test('UDP, UDP-Lite, SCTP and DCCP have ports and know their payload', () => {
    const data = '61626364';
    expect(decode(ethernet('0800') + ipv4(17, udp(40000, 53, data))).rows).toMatchObject([
      { ports: [40000, 53], payload: 4 },
    ]);
    expect(decode(ethernet('0800') + ipv4(136, udp(40000, 53, data))).rows).toMatchObject([
      { ports: [40000, 53], payload: 4 },
    ]);
    expect(decode(ethernet('0800') + ipv4(132, `9c40 0b59 00000000 00000000 ${data}`)).rows).toMatchObject([
      { ports: [40000, 2905], payload: 4 },
    ]);
    expect(decode(ethernet('0800') + ipv4(33, `9c40 0b59 04 00 0000 00000000 00000000 ${data}`)).rows).toMatchObject([
      { ports: [40000, 2905], payload: 4 },
    ]);
  });

  test('four captured bytes are enough for ports, fourteen for TCP flags', () => {
    const whole = bytesOf(ethernet('0800') + ipv4(6, tcpSyn));
    const cutTo = (bytes: number): ReturnType<typeof decode> => decode(whole.subarray(0, 34 + bytes), { original: 54 });
    expect(cutTo(3)).toMatchObject({ rows: [{ ports: null, tcpFlags: null }], anomalies: { 'tcp-cut': 1 } });
    expect(cutTo(4)).toMatchObject({ rows: [{ ports: [40000, 445], tcpFlags: null }] });
    expect(cutTo(13)).toMatchObject({ rows: [{ ports: [40000, 445], tcpFlags: null }] });
    expect(cutTo(14)).toMatchObject({ rows: [{ ports: [40000, 445], tcpFlags: 2, seq: 0x01020304 }] });
  });

  test('an ICMP error is marked and what it quotes is not followed', () => {
    const { rows } = decode(ethernet('0800') + ipv4(1, `03 0d 0000 00000000 ${innerIpv4}`));
    expect(rows).toMatchObject([{ proto: 1, icmpError: true, icmp: [3, 13], tunnel: null, ports: null }]);
    expect(rows).toHaveLength(1);
  });

  test('an echo, a redirect, and an error whose quotation was cut are not marked', () => {
    for (const payload of [
      '08 00 0000 0001 0001',
      `05 00 0000 0a0a1001 ${innerIpv4}`,
      '03 01 0000 00000000 45000014',
    ]) {
      expect(decode(ethernet('0800') + ipv4(1, payload)).rows).toMatchObject([{ icmpError: false }]);
    }
  });

  test('an ICMPv6 error is marked, a neighbour solicitation is not', () => {
    const error = decode(ethernet('86dd') + ipv6(58, `01 01 0000 00000000 ${ipv6(6, tcpSyn)}`)).rows;
    expect(error).toMatchObject([{ proto: 58, icmpError: true, icmp: [1, 1] }]);
    expect(decode(ethernet('86dd') + ipv6(58, `87 00 0000 00000000 ${'00'.repeat(40)}`)).rows).toMatchObject([
      { icmpError: false, icmp: [135, 0] },
    ]);
  });

  test('other protocols make rows without ports', () => {
    for (const proto of [2, 50, 88, 89, 103, 112]) {
      expect(decode(ethernet('0800') + ipv4(proto, '00000000')).rows).toMatchObject([
        { proto, ports: null, payload: 4 },
      ]);
    }
  });
});
