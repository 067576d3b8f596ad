import { describe, expect, test } from '@jest/globals';
import { decode, ethernet, innerIpv4, ipv4, layersOf, tcpSyn } from './frame-bytes.js';

const packet = ipv4(6, tcpSyn);
const flow = ['6 10.10.16.5:40000 > 10.20.4.7:445'];
const inner = '17 192.168.1.1:53 > 192.168.1.2:4000';

describe('VLAN tags', () => {
  test.each([
    ['one tag', '8100 206e 0800', '110'],
    ['a priority tag, which is VLAN 0 and not untagged', '8100 e000 0800', '0'],
    ['a service tag outside', '88a8 0064 8100 000a 0800', '100.10'],
    ['two old-style tags', '9100 0064 9200 000a 0800', '100.10'],
  ])('%s', (_, tags, vlan) => {
    const { rows, anomalies } = decode(`00005e005301 00005e005302 ${tags} ${packet}`);
    expect(rows).toMatchObject([{ vlan, proto: 6, ports: [40000, 445] }]);
    expect(anomalies).toEqual({});
  });

  test('of three tags two are kept, and the loss is counted', () => {
    const { rows, anomalies } = decode(`${ethernet('8100')} 0064 8100 000a 8100 0001 0800 ${packet}`);
    expect(rows).toMatchObject([{ vlan: '100.10' }]);
    expect(anomalies).toEqual({ 'vlan-stack-too-deep': 1 });
  });

  test('a tag in front of LLC', () => {
    expect(layersOf(`${ethernet('8100')} 006e 0030 aaaa03 000000 0800 ${packet}`)).toEqual(flow);
  });
});

describe('shims between Ethernet and IP', () => {
  test.each([
    ['MPLS with two labels', `8847 00064 040 00065 140 ${packet}`],
    ['PPPoE session', `8864 11 00 0001 002a 0021 ${packet}`],
    ['MACsec that only authenticates', `88e5 00 00 00000001 0800 ${packet} ${'cc'.repeat(16)}`],
    ['MACsec with a channel identifier', `88e5 20 00 00000001 0102030405060708 0800 ${packet} ${'cc'.repeat(16)}`],
    ['provider backbone bridge', `88e7 00000064 ${ethernet('0800')} ${packet}`],
    ['802.1BR E-tag', `893f 0000 0000 0000 0800 ${packet}`],
    ['VN-Tag', `8926 00000000 0800 ${packet}`],
    ['FabricPath', `8903 0000 ${ethernet('0800')} ${packet}`],
    ['Cisco metadata', `8909 01 01 0001 0010 0800 ${packet}`],
    ['TRILL with one option word', `22f3 0040 0001 0002 00000000 ${ethernet('0800')} ${packet}`],
    ['NSH', `894f 0fc2 01 01 00000000 ${packet}`],
    ['Ethernet bridged in Ethernet', `6558 ${ethernet('0800')} ${packet}`],
  ])('%s is looked through', (_, rest) => {
    const { rows, anomalies } = decode(`00005e005301 00005e005302 ${rest}`);
    expect(anomalies).toEqual({});
    expect(rows).toMatchObject([{ layer: 0, proto: 6, ports: [40000, 445], length: 40 }]);
  });

  test('an Ethernet pseudowire is recognised with and without its control word', () => {
    const frame = ethernet('8100') + `006e 0800 ${packet}`;
    expect(decode(`${ethernet('8847')} 00064 140 00000000 ${frame}`).rows).toMatchObject([{ vlan: '110' }]);
    expect(decode(`${ethernet('8847')} 00064 140 ${frame}`).rows).toMatchObject([{ vlan: '110' }]);
  });

  test('the inner addresses and VLAN of a bridged frame replace the outer ones', () => {
    const frame = `${ethernet('8100', '0000000000aa', '0000000000bb')} 000a 88e7 00000064 ${ethernet('0800')} ${packet}`;
    expect(decode(frame).rows).toMatchObject([{ vlan: null, sourceMac: '00005e005302' }]);
  });

  test.each([
    ['MACsec', '88e5 0c 00 00000001 0102'],
    ['PPPoE-discovery', '8863 11 09 0000 0000'],
    ['PPPoE-discovery', '8864 11 a7 0001 0000'],
    ['PPP-LCP', '8864 11 00 0001 0004 c021 0101'],
    ['MPLS', '8847 00064 140 1000 0000'],
    ['NSH', '894f 0fc2 01 63 00000000'],
  ])('%s is named and makes no row', (name, rest) => {
    const { rows, nonIp } = decode(`00005e005301 00005e005302 ${rest}`);
    expect(rows).toEqual([]);
    expect(nonIp).toEqual({ [name]: 1 });
  });

  test('the PPPoE length ends the packet', () => {
    expect(layersOf(`${ethernet('8864')} 11 00 0001 001e 0021 ${innerIpv4} ffff`)).toEqual([inner]);
  });
});
