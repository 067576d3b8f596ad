import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { recogniseStream } from '../../src/inspect/recognise-stream.js';

const text = (value: string): Uint8Array => Buffer.from(value, 'latin1');
const hex = (value: string): Uint8Array => Buffer.from(value.replaceAll(' ', ''), 'hex');

const KNOWN: readonly [string, Uint8Array, string, string][] = [
  ['a TLS 1.2 ClientHello', hex('16 03 01 02 00 01 00 01fc 0303'), 'tls', 'client'],
  ['a ServerHello', hex('16 03 03 00 7a 02 000076 0303'), 'tls', 'server'],
  ['application data from the middle of TLS', hex('17 03 03 00 40 aabb'), 'tls', 'client'],
  ['an SSLv2-compatible ClientHello', hex('80 2e 01 03 01 00 15'), 'tls', 'client'],
  ['an HTTP request', text('GET / HTTP/1.1\r\n'), 'http', 'client'],
  ['a CONNECT', text('CONNECT example.com:443 HTTP/1.1'), 'http', 'client'],
  ['an HTTP answer', text('HTTP/1.1 200 OK'), 'http', 'server'],
  ['HTTP/2 without TLS', text('PRI * HTTP/2.0\r\n\r\nSM'), 'http2', 'client'],
  ['SSH', text('SSH-2.0-OpenSSH_9.7'), 'ssh', 'server'],
  ['VNC', text('RFB 003.008\n'), 'vnc', 'server'],
  ['SMTP, lower case', text('ehlo mail.example'), 'smtp', 'client'],
  ['POP3', text('+OK ready'), 'pop3', 'server'],
  ['IMAP', text('* OK ready'), 'imap', 'server'],
  ['IMAP after hours of waiting', text('DONE\r\n17 list "" "Sent"'), 'imap', 'client'],
  ['an RDP connection request', hex('03 00 00 13 0e e0 00000000'), 'rdp', 'client'],
  ['an RDP connection confirm', hex('03 00 00 13 0e d0 00001234'), 'rdp', 'server'],
  ['SMB2', hex('00 0000 6c fe534d42 4000 0000'), 'smb', 'client'],
  ['an SMB2 answer', hex('00 0000 6c fe534d42 4000 0000 00000000 0000 0100 01000000'), 'smb', 'server'],
  ['SOCKS5', hex('05 02 00 02'), 'socks', 'client'],
  ['SOCKS5, what follows the methods', hex('05 01 00 05 01 00 03 0b'), 'socks', 'client'],
  ['a SOCKS5 server alone', hex('05 00 05 00 00 01 00000000 0000'), 'socks', 'server'],
  ['a SOCKS5 server alone, with a login', hex('05 02 01 00 05 00 00 01 00000000 0000'), 'socks', 'server'],
  ['SOCKS4', hex('04 01 01bb cb007109 00'), 'socks', 'client'],
  ['an LDAP bind', hex('30 0c 02 01 01 60 07 02 01 03 04'), 'ldap', 'client'],
  ['a Kerberos request', hex('00 00 00 8c 6a 81 89 30 8186'), 'kerberos', 'client'],
  ['a Kerberos error', hex('00 00 00 12 7e 10 30 0e a003'), 'kerberos', 'server'],
  ['syslog, lines', text('<34>Oct 11 22:14:15 host su: x'), 'syslog', 'client'],
  ['syslog, counted octets', text('57 <165>1 2026-06-15T10:00:00Z host'), 'syslog', 'client'],
  ['a client of PostgreSQL that asks for TLS', hex('00 000008 04d2162f'), 'postgresql', 'client'],
  ['ICA', text('\x7f\x7fICA\0'), 'ica', 'server'],
  ['ICA inside CGP', hex('1a 43 47 50 2f 30 31 01 00'), 'ica', 'client'],
];

describe('the protocol by the first bytes', () => {
  test.each(KNOWN)('%s is known', (_, bytes, protocol, role) => {
    expect(recogniseStream(bytes, false)).toEqual({ protocol, role });
  });

  test('220 may be SMTP or FTP: the answer to it tells', () => {
    expect(recogniseStream(text('220 mail.example ESMTP'), false)).toBe('greeting');
    expect(recogniseStream(text('USER anonymous'), true)).toEqual({ protocol: 'ftp', role: 'client' });
    expect(recogniseStream(text('EHLO x'), true)).toEqual({ protocol: 'smtp', role: 'client' });
    expect(recogniseStream(text('USER root'), false)).toBeNull();
  });

  test('the next reply tells whose greeting it was, where the client was not captured', () => {
    const replies = (...lines: readonly string[]): Uint8Array => text(lines.map((line) => `${line}\r\n`).join(''));
    const server = (protocol: string) => ({ protocol, role: 'server' });
    expect(recogniseStream(replies('220-mx', '220 ready', '250-mx', '250 STARTTLS'), false)).toEqual(server('smtp'));
    expect(recogniseStream(replies('220 ready', '331 Password'), false)).toEqual(server('ftp'));
    expect(recogniseStream(replies('220-mx', '220-one', '220 ready'), false)).toBe('greeting');
  });

  test('as long as bytes may become something known, nobody decides', () => {
    for (const [, bytes] of KNOWN)
      for (let length = 1; length < Math.min(bytes.length, 3); length++)
        expect(recogniseStream(bytes.subarray(0, length), false)).toBe('wait');
  });

  test('a long first message of DNS is known, and no bytes have to wait for it', () => {
    const long = hex('02 58 1234 0000 0001 0000 0000 0001 01 61 00 00f9 00ff');
    expect(recogniseStream(long, false)).toEqual({ protocol: 'dns', role: 'client' });
    expect(recogniseStream(long.subarray(0, 9), false)).toBeNull();
  });

  test('a question for the root itself is DNS', () => {
    const root = hex('00 11 2222 0100 0001 0000 0000 0000 00 0002 0001');
    expect(recogniseStream(root, false)).toEqual({ protocol: 'dns', role: 'client' });
    expect(recogniseStream(root.with(18, 7), false)).toBeNull();
  });

  test('what is like nothing known is not named', () => {
    for (const bytes of [
      text('hello world'),
      hex('deadbeef00112233'),
      text('GETTING THERE'),
      hex('16 99 01 02 00 01'),
      hex('00 00 00 8c 6a 81 10 30 8186'),
      text('<999>1 a'),
      text('57 degrees and falling'),
      hex('05 09 01 02'),
      hex('05 00 05 00 00 02'),
      hex('05 01 00 05 01 00 09'),
    ])
      expect(recogniseStream(bytes, false)).toBeNull();
  });

  test('no bytes make it fail', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.boolean(), (bytes, greeting) => {
        recogniseStream(bytes, greeting);
      }),
    );
  });
});
