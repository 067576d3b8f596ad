import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inspectTls } from '../../../src/inspect/tls/inspect-tls.js';
import { playStream } from '../support/play-stream.js';
import type { Line, Played } from '../support/play-stream.js';
import { recordHandshake } from './record-handshake.js';

const play = (lines: readonly Line[]): Played => playStream(inspectTls, lines);
const named = ({ facts }: Played): string[] =>
  facts.names.map(({ source, name, answer, ech }) => `${source} ${name} ${answer}${ech ? ' ech' : ''}`);
const bytesOf = (line: Line | undefined): Uint8Array => line?.[1] as Uint8Array;

/** A ClientHello in one record, with the extensions given. */
function hello(extensions: readonly (readonly [number, string])[], version = '0303'): string {
  const u16 = (value: number): string => Buffer.from([value >> 8, value & 255]).toString('latin1');
  const body = extensions.map(([type, data]) => u16(type) + u16(data.length) + data).join('');
  const message = `${Buffer.from(version, 'hex').toString('latin1')}${'r'.repeat(32)}\0\0\x02\x13\x01\x01\0${u16(body.length)}${body}`;
  return `\x16\x03\x01${u16(message.length + 4)}\x01\0${u16(message.length)}${message}`;
}
const serverName = (name: string): readonly [number, string] => [
  0,
  `\0${String.fromCharCode(name.length + 3)}\0\0${String.fromCharCode(name.length)}${name}`,
];

describe('TLS between OpenSSL and itself', () => {
  let old: readonly Line[];
  let modern: readonly Line[];
  beforeAll(async () => {
    old = await recordHandshake({
      servername: 'WWW.Example.com',
      maxVersion: 'TLSv1.2',
      ALPNProtocols: ['h2', 'http/1.1'],
    });
    modern = await recordHandshake({ servername: 'www.example.com', minVersion: 'TLSv1.3' });
  });

  test('1.2 tells the name, the version, the certificate, and that it was established', () => {
    const played = play(old);
    expect(named(played)).toEqual(['sni www.example.com accepted']);
    expect(played.facts).toMatchObject({ opaque: 'tls', shortfalls: [] });
    expect(played.facts.tls).toEqual({
      version: '1.2',
      sni: 'www.example.com',
      ech: false,
      alpn: ['h2', 'http/1.1'],
      answered: true,
      established: true,
      certificateNames: ['www.example.com', '*.example.com'],
      alert: null,
    });
  });

  test('1.3 hides the certificate and tells the rest', () => {
    const played = play(modern);
    expect(named(played)).toEqual(['sni www.example.com accepted']);
    expect(played.facts.tls).toMatchObject({ version: '1.3', established: true, certificateNames: [] });
  });

  test('without a server name the certificate names the server', async () => {
    const played = play(await recordHandshake({ maxVersion: 'TLSv1.2' }));
    expect(named(played)).toEqual(['certificate www.example.com accepted', 'certificate *.example.com accepted']);
  });

  test('a HelloRetryRequest is no answer yet; the second hellos are read behind ChangeCipherSpec', async () => {
    const retried = await recordHandshake(
      { servername: 'www.example.com', ecdhCurve: 'X25519:P-256' },
      { ecdhCurve: 'P-256', minVersion: 'TLSv1.3' },
    );
    expect(retried.filter(([role]) => role === 'client').length).toBeGreaterThan(2);
    expect(play(retried.slice(0, 2)).facts.tls?.answered).toBe(false);
    expect(play(retried).facts.tls).toMatchObject({ version: '1.3', answered: true, established: true });
  });

  test('a server that turns the hello down refuses the name', async () => {
    const refused = play(
      await recordHandshake({ servername: 'www.example.com', maxVersion: 'TLSv1.2' }, { minVersion: 'TLSv1.3' }),
    );
    expect(named(refused)).toEqual(['sni www.example.com refused']);
    expect(refused.facts.tls).toMatchObject({ answered: false, established: false, alert: 'protocol_version' });
  });

  test('a client that turns the certificate down was answered and established nothing', () => {
    const played = play([...old.slice(0, 2), ['client', '\x15\x03\x03\0\x02\x02\x30']]);
    expect(named(played)).toEqual(['sni www.example.com accepted']);
    expect(played.facts.tls).toMatchObject({ answered: true, established: false, alert: 'unknown_ca' });
  });

  test('a hello alone is a name without an answer', () => {
    expect(named(play(old.slice(0, 1)))).toEqual(['sni www.example.com none']);
    expect(play(old.slice(0, 1)).facts.opaque).toBeNull();
  });

  test('it is done as soon as both sides encrypt: the bulk is never looked at', () => {
    const beyond: Line[] = [...modern, ['client', 'no record at all'], ['server', 'neither']];
    expect(play(beyond).facts).toEqual(play(modern).facts);
  });

  test('the server’s side alone tells the version and the certificate', () => {
    const played = play(old.filter(([role]) => role === 'server'));
    expect(named(played)).toEqual(['certificate www.example.com accepted', 'certificate *.example.com accepted']);
  });

  test('any chunks give the same facts', () => {
    for (const dialogue of [old, modern]) {
      const { facts } = play(dialogue);
      fc.assert(
        fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 5 }), (sizes) => {
          expect(playStream(inspectTls, dialogue, { sizes }).facts).toEqual(facts);
        }),
        { numRuns: 30 },
      );
    }
  });

  test('damage and holes never throw', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.array(fc.tuple(fc.nat(4), fc.nat(400), fc.nat(255)), { maxLength: 8 }),
        fc.option(fc.tuple(fc.nat(5), fc.boolean(), fc.integer({ min: 1, max: 3000 }))),
        fc.integer({ min: 1, max: 300 }),
        (isOld, flips, hole, size) => {
          const damaged: Line[] = (isOld ? old : modern).map(([role, said]) => [
            role,
            Uint8Array.from(said as Uint8Array),
          ]);
          for (const [line, at, value] of flips) {
            const bytes = bytesOf(damaged[line % damaged.length]);
            bytes[at % bytes.length] = value;
          }
          if (hole !== null) damaged.splice(hole[0], 0, [hole[1] ? 'client' : 'server', hole[2]]);
          playStream(inspectTls, damaged, { sizes: [size] });
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a ClientHello', () => {
  test('split over records is one message', () => {
    const whole = hello([serverName('a.example')]);
    const fragments = [whole.slice(5, 30), whole.slice(30, 33), whole.slice(33)];
    const records = fragments.map((part) => `\x16\x03\x01\0${String.fromCharCode(part.length)}${part}`).join('');
    expect(named(play([['client', records]]))).toEqual(['sni a.example none']);
  });

  test('with Encrypted Client Hello says that the name is the public one only', () => {
    expect(named(play([['client', hello([serverName('public.example'), [0xfe0d, '\0\0']])]]))).toEqual([
      'sni public.example none ech',
    ]);
  });

  test('names the newest version that it offers, GREASE left out', () => {
    expect(play([['client', hello([[43, '\x06\x7a\x7a\x03\x04\x03\x03']])]]).facts.tls?.version).toBe('1.3');
    expect(play([['client', hello([[43, '\x02\x7a\x7a']])]]).facts.tls?.version).toBe('1.2');
    expect(play([['client', hello([], '0301')]]).facts.tls?.version).toBe('1.0');
  });

  test('whose name is no host name gives none', () => {
    expect(named(play([['client', hello([serverName('a b\x1b[2J')])]]))).toEqual([]);
  });

  test('in the form of SSL 2 has no name, and what follows is read', () => {
    const ssl2 = '\x80\x2e\x01\x03\x01\0\x15\0\0\0\x10'.padEnd(48, 'x');
    const alert = '\x15\x03\x01\0\x02\x02\x28';
    expect(
      play([
        ['client', ssl2],
        ['server', alert],
      ]).facts.tls,
    ).toMatchObject({ sni: null, alert: 'handshake_failure' });
  });
});

describe('what is not whole', () => {
  test('application data from the first byte on was begun before the capture', () => {
    const record = `\x17\x03\x03\0\x28${'x'.repeat(40)}`;
    const { facts } = play([
      ['client', record],
      ['server', record],
    ]);
    expect(facts).toMatchObject({ opaque: 'tls', shortfalls: ['from-the-middle'], names: [], tls: null });
  });

  test('bytes that are no records end the reading and are said', () => {
    expect(play([['client', 'hello']]).facts.shortfalls).toEqual(['from-the-middle']);
    expect(play([['client', `${hello([])}oops!`]]).facts.shortfalls).toEqual(['undecodable']);
  });

  test('a hole in the hello is said, one in encrypted data does not matter', () => {
    const first = hello([serverName('a.example')]);
    expect(
      play([
        ['client', first.slice(0, 50)],
        ['client', first.length + 10],
      ]).facts.shortfalls,
    ).toContain('gap');
  });
});
