import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inspectSocks } from '../../../src/inspect/socks/inspect-socks.js';
import { playStream } from '../support/play-stream.js';
import type { Line, Played } from '../support/play-stream.js';

const play = (...lines: Line[]): Played => playStream(inspectSocks, lines);
const named = ({ facts }: Played): string[] =>
  facts.names.map(({ source, name, port, answer }) => `${source} ${name}:${String(port)} ${answer}`);

const DOMAIN_REQUEST = '\x05\x01\x00\x03\x0bExample.com\x01\xbb';
const GRANTED = '\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00';
const LOGGED_IN: Line[] = [
  ['client', '\x05\x02\x00\x02'],
  ['server', '\x05\x02'],
  ['client', '\x01\x04user\x06secret'],
  ['server', '\x01\x00'],
];

describe('SOCKS', () => {
  test('version 5 names the domain that was asked for and hands the granted tunnel over', () => {
    const played = play(...LOGGED_IN, ['client', `${DOMAIN_REQUEST}\x16\x03\x01`], ['server', `${GRANTED}\x16`]);
    expect(named(played)).toEqual(['socks example.com:443 accepted']);
    expect(played.handedOver).toEqual({ expected: null, clientRest: '\x16\x03\x01', serverRest: '\x16' });
    expect(JSON.stringify(played)).not.toContain('secret');
  });

  test('version 5 without a login, by address of either family', () => {
    const ask = (address: string): string[] =>
      named(
        play(
          ['client', '\x05\x01\x00'],
          ['server', '\x05\x00'],
          ['client', `\x05\x01\x00${address}\x00\x50`],
          ['server', GRANTED],
        ),
      );
    expect(ask('\x01\xcb\x00\x71\x09')).toEqual(['socks 203.0.113.9:80 accepted']);
    expect(ask('\x04\x20\x01\x0d\xb8\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x05')).toEqual([
      'socks 2001:db8::5:80 accepted',
    ]);
  });

  test('version 4 gives the address, 4a the name', () => {
    const granted: Line = ['server', '\x00\x5a\x00\x00\x00\x00\x00\x00'];
    expect(named(play(['client', '\x04\x01\x00\x50\xcb\x00\x71\x09me\x00'], granted))).toEqual([
      'socks 203.0.113.9:80 accepted',
    ]);
    expect(named(play(['client', '\x04\x01\x00\x50\x00\x00\x00\x01me\x00a.example\x00'], granted))).toEqual([
      'socks a.example:80 accepted',
    ]);
  });

  test('a refusal is a refusal, silence is silence, and neither is a tunnel', () => {
    const refused = play(
      ...LOGGED_IN,
      ['client', DOMAIN_REQUEST],
      ['server', '\x05\x02\x00\x01\x00\x00\x00\x00\x00\x00'],
    );
    expect(named(refused)).toEqual(['socks example.com:443 refused']);
    expect(refused.handedOver).toBeNull();
    expect(named(play(...LOGGED_IN, ['client', DOMAIN_REQUEST]))).toEqual(['socks example.com:443 none']);
  });

  test('the client alone says where it wants to go; whether it was let through is not known', () => {
    const asked = ['socks example.com:443 none'];
    const tunnel: Line = ['client', '\x16\x03\x01'];
    expect(named(play(['client', '\x05\x01\x00'], ['client', DOMAIN_REQUEST], tunnel))).toEqual(asked);
    expect(named(play(...LOGGED_IN.filter(([role]) => role === 'client'), ['client', DOMAIN_REQUEST]))).toEqual(asked);
    const long = play(['client', '\x05\x01\x00'], ['client', DOMAIN_REQUEST], ['client', 'S'.repeat(20_000)]);
    expect(named(long)).toEqual(asked);
    expect(long.handedOver?.clientRest).toBe('S'.repeat(20_000));
  });

  test('the server alone names nobody', () => {
    expect(named(play(['server', '\x05\x00'], ['server', GRANTED]))).toEqual([]);
  });

  test('a login that nobody can read, and a command other than CONNECT, are said to be unread tunnels', () => {
    expect(play(['client', '\x05\x01\x01'], ['server', '\x05\x01']).facts.shortfalls).toEqual(['tunnel-unread']);
    const udp = DOMAIN_REQUEST.replace('\x05\x01', '\x05\x03');
    expect(play(...LOGGED_IN, ['client', udp], ['server', GRANTED]).facts.shortfalls).toEqual(['tunnel-unread']);
  });

  test('any chunks give the same facts', () => {
    const dialogue: Line[] = [...LOGGED_IN, ['client', DOMAIN_REQUEST], ['server', GRANTED]];
    const { facts } = playStream(inspectSocks, dialogue);
    for (const size of [1, 2, 3, 5, 7])
      expect(playStream(inspectSocks, dialogue, { sizes: [size] }).facts).toEqual(facts);
  });

  test('no bytes throw or are held without bound', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('client' as const, 'server' as const), fc.uint8Array({ maxLength: 40 }))),
        (lines) => {
          playStream(inspectSocks, [['client', '\x05\x01\x00'], ['server', '\x05\x00'], ...lines]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
