import { describe, expect, test } from '@jest/globals';
import { bytesOf, decode, ethernet, innerIpv4, ipv4, layersOf, lengthOf, tcpSyn } from './frame-bytes.js';

describe('Ethernet', () => {
  test('a TCP segment gives one row with everything that the flow table needs', () => {
    const { rows, anomalies } = decode(ethernet('0800') + ipv4(6, tcpSyn));
    expect(anomalies).toEqual({});
    expect(rows).toEqual([
      {
        layer: 0,
        tunnel: null,
        ipv6: false,
        proto: 6,
        source: '10.10.16.5',
        destination: '10.20.4.7',
        ports: [40000, 445],
        length: 40,
        payload: 0,
        tcpFlags: 2,
        seq: 0x01020304,
        ack: 0,
        ttl: 64,
        icmp: [0, 0],
        icmpError: false,
        fragment: null,
        dontFragment: true,
        ipId: 0xabcd,
        ipAt: 14,
        transportAt: 34,
        endAt: 54,
        vlan: null,
        sourceMac: '00005e005302',
        destinationMac: '00005e005301',
        outer: -1,
        record: 7,
      },
    ]);
  });

  test('padding behind the IP packet is not counted', () => {
    const [row] = decode(`${ethernet('0800')}${ipv4(6, tcpSyn)} 0000 0000 0000`).rows;
    expect(row).toMatchObject({ length: 40, payload: 0, endAt: 54 });
  });

  test('a record cut by the snapshot length counts with its full IP length', () => {
    const payload = tcpSyn + '61'.repeat(1000);
    const whole = ethernet('0800') + ipv4(6, payload);
    const cut = Buffer.from(whole.replace(/\s/g, ''), 'hex').subarray(0, 60);
    const [row] = decode(cut, { original: lengthOf(whole) }).rows;
    expect(row).toMatchObject({ length: 1040, payload: 1000, endAt: 60, tcpFlags: 2 });
  });

  test('a stated frame check sequence is not part of the packet', () => {
    const [row] = decode(`${ethernet('0800')}45 00 0000 ${ipv4(6, tcpSyn).slice(11)} deadbeef`, { fcsLength: 4 }).rows;
    expect(row).toMatchObject({ length: 40, endAt: 54 });
  });

  test('IEEE 802.3 with LLC and SNAP carries IPv4, and its length field ends it', () => {
    const packet = ipv4(6, tcpSyn);
    const frame = `${ethernet('0030')} aaaa03 000000 0800 ${packet} ffff`;
    expect(layersOf(frame)).toEqual(['6 10.10.16.5:40000 > 10.20.4.7:445']);
  });

  test('LLC with the SAP of IP carries IPv4', () => {
    expect(layersOf(`${ethernet('001f')} 060603 ${innerIpv4}`)).toEqual(['17 192.168.1.1:53 > 192.168.1.2:4000']);
  });

  test.each([
    ['STP', '424203 0000'],
    ['CDP', 'aaaa03 00000c 2000'],
    ['IPX', 'ffff 0022'],
    ['IS-IS', 'fefe03 83'],
    ['LLC', '101003 0000'],
  ])('%s is named and makes no row', (name, payload) => {
    const { rows, nonIp } = decode(ethernet('0010') + payload);
    expect(rows).toEqual([]);
    expect(nonIp).toEqual({ [name]: 1 });
  });

  test('ARP and an unknown EtherType are counted by name or number', () => {
    expect(decode(`${ethernet('0806')} 0001`).nonIp).toEqual({ ARP: 1 });
    expect(decode(`${ethernet('1234')} 0001`).nonIp).toEqual({ 'EtherType 0x1234': 1 });
  });

  test('Cisco ISL is taken off and its VLAN kept', () => {
    const isl = '01000c0000 00 00005e005399 0040 aaaa03 00005e 00dc 0000 0000 '; // VLAN 110 is 0x6e, shifted left by one
    const { rows } = decode(`${isl}${ethernet('0800')}${ipv4(6, tcpSyn)} deadbeef`);
    expect(rows).toMatchObject([{ vlan: '110', sourceMac: '00005e005302', proto: 6 }]);
  });

  test('a header that is cut says where, how many bytes were needed, and who set the limit', () => {
    const { anomalies, decoder } = decode(bytesOf(ethernet('0800')).subarray(0, 9), { original: 60 });
    expect(anomalies).toEqual({ 'ethernet-cut': 1 });
    const { offset, needed, had, limitedBy, record } = decoder.anomalyLog;
    expect([offset[0], needed[0], had[0], limitedBy[0], record[0]]).toEqual([0, 14, 9, 0, 7]);
  });
});
