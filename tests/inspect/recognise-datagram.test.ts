import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { recogniseDatagram } from '../../src/inspect/recognise-datagram.js';

/** First bytes of datagrams as real hosts send them; filled up with zeros to the length where that matters. */
const sample = (hex: string, length = 0): Uint8Array => {
  const known = Buffer.from(hex.replaceAll(' ', ''), 'hex');
  return Uint8Array.from({ length: Math.max(length, known.length) }, (_, index) => known[index] ?? 0);
};

const dnsQuestion = '0000000000 07 6578616d706c65 03 636f6d 00 0001 0001';
const netbiosName = `20${'4345'.repeat(16)}00 0020 0001`;
const openvpnSession = '334857703d96db39';

const KNOWN: readonly (readonly [string, Uint8Array, number, number, string])[] = [
  ['dns client', sample(`1234 0100 0001 00${dnsQuestion}`), 53, 12345, 'query'],
  ['dns server', sample(`1234 8183 0001 00${dnsQuestion}`), 53, 12345, 'answer'],
  ['dns client', sample(`1234 0100 0001 00${dnsQuestion}`), 9999, 12345, 'query on a port of its own'],
  ['dns server', sample('1234 8181 0000 0000 0000 0000'), 53, 12345, 'an error without a question'],
  ['ntp client', sample('08000000', 48), 123, 123, 'version 1, which has no mode'],
  ['ntp client', sample('1b0406f5', 48), 123, 40000, 'mode 3'],
  ['ntp server', sample('240108ec', 48), 123, 40000, 'mode 4'],
  ['ntp client', sample('160200010000000000000000'), 123, 40000, 'control'],
  ['quic client', sample('c300000001 08 94f292c73360e34e 03 083d15', 1252), 443, 50000, 'version 1'],
  ['quic client', sample('d36b3343cf 08 94f292c73360e34e 00', 1252), 443, 50000, 'version 2'],
  ['quic client', sample('c3ff00001d 08 94f292c73360e34e 00', 1252), 443, 50000, 'draft 29'],
  ['quic client', sample('c354303531 08 94f292c73360e34e 00', 1350), 443, 50000, 'version T051'],
  ['quic client', sample('c31a2a3a4a 08 94f292c73360e34e 00', 1252), 443, 50000, 'a reserved version'],
  ['quic server', sample('cf00000001 00 08 8c0061001aa0c66d', 1232), 443, 50000, 'answer to an empty name'],
  ['quic server', sample('f000000001 00 08 8c0061001aa0c66d'), 443, 50000, 'retry'],
  ['wireguard client', sample('01000000029c03c1', 148), 51820, 41255, 'initiation'],
  ['wireguard server', sample('02000000029c03c1', 92), 51820, 41255, 'response'],
  ['openvpn client', sample(`38${openvpnSession}00 00000000`), 443, 60201, 'plain reset'],
  ['openvpn server', sample(`40${openvpnSession}01 00000000 ${openvpnSession} 00000000`), 443, 60201, 'its answer'],
  ['openvpn client', sample(`38${openvpnSession}${'ab'.repeat(20)}00000001 5f000000 00`, 42), 1194, 60201, 'tls-auth'],
  ['openvpn client', sample(`38${openvpnSession}00000001 5f000000${'cd'.repeat(37)}`), 1194, 60201, 'tls-crypt'],
  ['ike client', sample('e47a591fd057587f 0000000000000000 01 10 02 00 00000000 000000a8', 168), 500, 500, 'IKEv1'],
  ['ike client', sample('e47a591fd057587f 0000000000000000 21 20 22 08 00000000 000000a8', 168), 500, 500, 'IKEv2'],
  [
    'ike server',
    sample('00000000 9e89f2388f90bc1e 0a74357ce3d1a4bf 21 20 22 20 00000000 00000140', 324),
    4500,
    4500,
    'NAT',
  ],
  ['syslog client', sample(Buffer.from('<133>Apr  5 12:51 x').toString('hex')), 514, 40000, 'RFC 3164'],
  [
    'syslog client',
    sample(Buffer.from('fw01: deny tcp 10.2.0.8 -> 10.3.0.9').toString('hex')),
    514,
    40000,
    'no priority',
  ],
  ['snmp client', sample('301a 020100 0406 7075626c6963 a00d 020101 020100 020100 3002 0500'), 161, 40000, 'get'],
  ['snmp server', sample('3023 020100 0400 a21c 02047b086e69 020100 020100 300e', 37), 161, 40000, 'response'],
  ['snmp client', sample('303e 020103 3011 020430f6f3d9 020300ffe3 040104 020103', 64), 161, 40000, 'version 3'],
  ['kerberos client', sample('6a81f8 3081f5 a103020105 a20302010a', 251), 88, 40000, 'AS-REQ'],
  ['kerberos server', sample('7e5a 3058 a003020105 a10302011e', 92), 88, 40000, 'KRB-ERROR'],
  ['netbios client', sample(`1337 0110 0001 0000 0000 0000 ${netbiosName}`), 137, 137, 'name query'],
  ['netbios server', sample(`1337 8500 0000 0001 0000 0000 ${netbiosName}`), 137, 137, 'name answer'],
  ['netbios client', sample('110a8021 0a000005 008a 00bb 0000'), 138, 138, 'datagram service'],
  ['dhcp client', sample(`01010600${'00'.repeat(232)}63825363 350101ff`), 67, 68, 'discover'],
  ['dhcp server', sample(`02010600${'00'.repeat(232)}63825363 350102ff`), 67, 68, 'offer'],
  ['ldap client', sample('308400000083 020101 63840000007a 0400', 137), 389, 40000, 'search'],
];

describe('first datagrams', () => {
  test.each(KNOWN)('%s', (expected, bytes, serverPort, clientPort) => {
    const found = recogniseDatagram(bytes, serverPort, clientPort);
    expect(`${found?.protocol ?? 'nothing'} ${found?.role ?? ''}`).toBe(expected);
  });

  test.each([
    ['an empty datagram', sample(''), 53],
    ['multicast DNS', sample(`0000 0100 0001 00${dnsQuestion}`), 5353],
    ['LLMNR', sample(`0000 0000 0001 00${dnsQuestion}`), 5355],
    ['a DNS question whose name has no end', sample('1234 0100 0001 0000 0000 0000 07 6578'), 53],
    ['a DNS question by pointer', sample('1234 0100 0001 0000 0000 0000 c00c 0001 0001'), 53],
    ['NTP bytes on another port', sample('1b0406f5', 48), 9000],
    ['QUIC of a version that nobody uses', sample('c312345678 08 94f292c73360e34e 00', 1252), 443],
    ['too short a datagram of another QUIC version', sample('c3ff00001d 08 94f292c73360e34e 00', 1199), 443],
    ['a WireGuard type with another length', sample('01000000029c03c1', 147), 51820],
    [
      'an IKE length that is not the datagram',
      sample('e47a591fd057587f 0000000000000000 2120220800000000000000a8', 99),
      500,
    ],
    ['an OpenVPN opcode before text', sample('38'.repeat(42)), 1194],
    ['a priority that syslog does not have', sample(Buffer.from('<192>Apr  5').toString('hex')), 514],
    ['BOOTP without the cookie of DHCP', sample('01010600', 300), 67],
    ['SSDP', sample(Buffer.from('M-SEARCH * HTTP/1.1\r\n').toString('hex')), 1900],
    ['STUN', sample('0001 0000 2112a442 0102030405060708090a0b0c'), 3478],
  ])('%s is not recognised', (_, bytes, port) => {
    expect(recogniseDatagram(bytes, port, 40000)).toBeNull();
  });

  test('any bytes, and any cut of real ones, never throw', () => {
    const real = fc.constantFrom(...KNOWN);
    fc.assert(
      fc.property(
        real,
        fc.nat(60),
        fc.array(fc.tuple(fc.nat(40), fc.nat(255))),
        ([, bytes, server, client], keep, changes) => {
          const changed = bytes.slice();
          for (const [at, value] of changes) if (at in changed) changed[at] = value;
          recogniseDatagram(changed, server, client);
          recogniseDatagram(changed.subarray(0, keep), server, client);
        },
      ),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.nat(65_535),
        (bytes, port) => void recogniseDatagram(bytes, port, 53),
      ),
    );
  });
});
