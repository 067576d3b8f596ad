import { describe, expect, test } from '@jest/globals';
import { NameClasses } from '../../../src/rules/names/name-classes.js';
import { makeConduit, makeConduitEnd, makeTopology } from '../../support/observation.js';

const TOPOLOGY = {
  ...makeTopology({
    conduits: [
      makeConduit({ to: makeConduitEnd({ names: ['*.cloud.example'] }) }),
      makeConduit({ to: makeConduitEnd({ names: ['edr.example', 'login.cloud.example'] }) }),
    ],
  }),
  domains: ['city.example.lg.jp'],
};

describe('classes of names', () => {
  test.each([
    ['two names of the Internet', 'www.example.com', 'static.example.net'],
    ['two names below one registered suffix', 'a.cloud.example', 'b.c.cloud.example'],
    ['two names of the own domain', 'pc1.city.example.lg.jp', 'city.example.lg.jp'],
    ['two single labels', 'printer', 'fileserver'],
    ['two reverse look-ups', '1.0.20.10.in-addr.arpa', '9.0.20.10.in-addr.arpa'],
  ])('%s are one class', (_, one, other) => {
    const classes = new NameClasses(TOPOLOGY);
    expect(classes.of(one)).toBe(classes.of(other));
  });

  test('every answer that some rule gives otherwise is a class of its own', () => {
    const names = [
      'www.example.com', // the Internet
      'a.cloud.example', // registered by a suffix
      'login.cloud.example', // registered twice
      'edr.example', // registered by itself
      'pc1.city.example.lg.jp',
      'www.lgwan.jp',
      'www.msftconnecttest.com', // what systems ask to see whether they are connected
      'wpad.example.com', // asked by habit
      'dns.google', // public resolver
      'router1.teamviewer.com', // relays of two products
      'x.net.anydesk.com',
    ];
    const classes = new NameClasses(TOPOLOGY);
    expect(new Set(names.map((name) => classes.of(name))).size).toBe(names.length);
    expect(names.map((name) => classes.of(name))).toEqual(names.map((name) => classes.of(name)));
  });
});
