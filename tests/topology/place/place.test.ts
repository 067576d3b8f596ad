import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Address4, Address6 } from 'ip-address';
import { parseAddress } from '../../../src/base/address.js';
import { parseTopology } from '../../../src/topology/load.js';
import { smallCity } from '../small-city.js';

const city = smallCity();

describe('where an address belongs', () => {
  test.each([
    // registered addresses come first
    [
      '10.10.5.7',
      {
        area: 'mynumber',
        basis: 'host',
        host: 'eltax-gw',
        roles: ['server'],
        macs: ['00:00:5e:00:53:43'],
        unlisted: false,
      },
    ],
    [
      '10.10.5.1',
      {
        area: 'mynumber',
        basis: 'gateway-leg',
        host: 'fw-mn',
        isGatewayLeg: true,
        macs: ['00:00:5e:00:53:01', '00:00:5e:00:01:0a'],
      },
    ],
    ['10.20.7.2', { area: 'lgwan', basis: 'gateway-leg', host: 'fw-mn' }],
    // segments; a closed inventory makes what is not listed stand out
    [
      '10.10.17.3',
      {
        area: 'mynumber',
        basis: 'segment',
        host: null,
        unlisted: true,
        segment: { name: '業務端末', vlan: 110, prefix: '10.10.16.0/22' },
      },
    ],
    [
      '10.20.17.3',
      { area: 'lgwan', basis: 'segment', unlisted: false, segment: { name: null, vlan: 210, prefix: '10.20.16.0/21' } },
    ],
    [
      '2001:db8:30::8',
      { area: 'internet', basis: 'segment', segment: { name: null, vlan: 310, prefix: '2001:db8:30::/64' } },
    ],
    // directed broadcasts are nobody
    ['10.10.19.255', { area: 'mynumber', isBroadcast: true, unlisted: false }],
    ['10.10.18.255', { area: 'mynumber', isBroadcast: false, unlisted: true }],
    ['10.20.7.7', { area: 'lgwan', isBroadcast: true }],
    // realms, and other bodies inside a realm's range
    ['198.18.20.10', { area: 'lgwan-wan', basis: 'realm' }],
    ['10.200.0.10', { area: 'security-cloud', basis: 'realm' }],
    ['10.200.0.200', { area: 'unassigned', basis: 'other-member', otherMember: '10.200.0.128/25' }],
    ['203.0.113.9', { area: 'public', basis: 'realm' }],
    // what nothing declares
    ['8.8.8.8', { area: 'public', basis: 'global' }],
    ['2600::1', { area: 'public', basis: 'global' }],
    ['2002:808:808::1', { area: 'public', basis: 'special-range' }],
    ['64:ff9b::808:808', { area: 'public', basis: 'special-range' }],
    ['192.168.1.1', { area: 'unassigned', basis: 'undeclared' }],
    ['100.64.0.1', { area: 'unassigned' }],
    ['198.51.100.7', { area: 'unassigned' }],
    ['198.19.0.1', { area: 'unassigned' }],
    ['240.0.0.1', { area: 'unassigned' }],
    ['fd00::1', { area: 'unassigned' }],
    ['2001:db8:31::1', { area: 'unassigned' }],
    // no host at all
    ['0.0.0.0', { area: 'special', isBroadcast: false }],
    ['255.255.255.255', { area: 'special', isBroadcast: true }],
    ['224.0.0.251', { area: 'special' }],
    ['169.254.7.7', { area: 'special' }],
    ['127.0.0.1', { area: 'special' }],
    ['::', { area: 'special' }],
    ['::1', { area: 'special' }],
    ['fe80::1', { area: 'special' }],
    ['ff02::fb', { area: 'special' }],
  ])('%s', (address, expected) => {
    expect(city.place(address)).toMatchObject(expected);
  });

  test('an exactly registered address is placed by its registration, even outside its segments', () => {
    const { topology } = parseTopology(
      `version: 1
organization: x
model: alpha
zones:
  mynumber: { segments: [] }
  lgwan: { segments: [{ prefix: 10.20.0.0/16 }] }
  internet: { segments: [] }
hosts: [{ name: odd, zone: mynumber, ip: 10.20.0.9 }]
`,
      'x',
    );
    expect(topology.place('10.20.0.9')).toMatchObject({ area: 'mynumber', host: 'odd', segment: null });
    expect(topology.place('10.20.0.10').area).toBe('lgwan');
  });

  test('places are frozen and answers are remembered', () => {
    const place = city.place('10.10.17.3');
    expect(Object.isFrozen(place)).toBe(true);
    expect(city.place('10.10.17.3')).toBe(place);
    expect(city.placeOfCell(city.cellOfIpv4(0x0a0a1103))).toBe(place);
  });

  test('a text that is no address, and a cell that is none, are refused', () => {
    expect(() => city.place('x')).toThrow('not an address');
    expect(() => city.placeOfCell(-1)).toThrow('no cell');
  });

  test('signed and unsigned words are the same address', () => {
    const word = 0xcb007109;
    expect(city.cellOfIpv4(word | 0)).toBe(city.cellOfIpv4(word));
    expect(city.cellOfIpv6(0x20010db8, 0x00300000, -1, -1)).toBe(
      city.cellOfIpv6(0x20010db8, 0x00300000, 0xffffffff, 0xffffffff),
    );
  });
});

describe('against a naive search with ip-address', () => {
  const zones = ['mynumber', 'lgwan', 'internet'] as const;
  // few distinct bits, so that prefixes nest and touch
  const word = fc.tuple(
    fc.constantFrom(10, 172, 192, 0, 255),
    fc.constantFrom(0, 16, 168, 255),
    fc.constantFrom(0, 1, 2, 255),
    fc.constantFrom(0, 1, 127, 128, 254, 255),
  );
  const prefix4 = fc.tuple(word, fc.integer({ min: 0, max: 32 })).map(([bytes, length]) => {
    const start = new Address4(`${bytes.join('.')}/${length}`).startAddress().address;
    return `${start}/${length}`;
  });
  const group = fc.constantFrom('0', '1', 'ffff', 'db8', '2001', 'fd00', '8000');
  const prefix6 = fc
    .tuple(fc.array(group, { minLength: 8, maxLength: 8 }), fc.integer({ min: 0, max: 128 }))
    .map(([groups, length]) => {
      const start = new Address6(`${groups.join(':')}/${length}`).startAddress().correctForm();
      return `${start}/${length}`;
    });
  const declaration = fc.record({ zone: fc.constantFrom(...zones), prefix: fc.oneof(prefix4, prefix6) });

  test('every edge of every prefix is placed alike', () => {
    fc.assert(
      fc.property(fc.uniqueArray(declaration, { selector: (item) => item.prefix, maxLength: 24 }), (declarations) => {
        // CFG-02 refuses overlapping zones, so zone by zone; the last one's own overlaps are the interesting ones
        const zone = declarations[0]?.zone ?? 'lgwan';
        const mine = declarations.filter((item) => item.zone === zone).map((item) => item.prefix);
        const segments = (name: string): object => ({
          segments: name === zone ? mine.map((prefix, index) => ({ prefix, name: `s${index}` })) : [],
        });
        const text = JSON.stringify({
          version: 1,
          organization: 'x',
          model: 'alpha',
          zones: Object.fromEntries(zones.map((name) => [name, segments(name)])),
        });
        const { topology } = parseTopology(text, 'x');
        const parsed = mine.map((prefix) => (prefix.includes(':') ? new Address6(prefix) : new Address4(prefix)));
        const probes = parsed.flatMap((range) => {
          const [first, last] = [range.startAddress().bigInt(), range.endAddress().bigInt()];
          const make = (value: bigint): string =>
            range instanceof Address6
              ? Address6.fromBigInt(value).correctForm()
              : Address4.fromHex(value.toString(16).padStart(8, '0')).address;
          const top = range instanceof Address6 ? (1n << 128n) - 1n : (1n << 32n) - 1n;
          return [first - 1n, first, last, last + 1n, (first + last) / 2n]
            .filter((value) => value >= 0n && value <= top)
            .map(make);
        });
        for (const probe of probes) {
          const address = probe.includes(':') ? new Address6(probe) : new Address4(probe);
          const holders = parsed.filter(
            (range) => range.constructor === address.constructor && address.isInSubnet(range as never),
          );
          const longest = holders.sort((x, y) => y.subnetMask - x.subnetMask)[0];
          const place = topology.place(probe);
          if (place.area === 'special') continue;
          if (longest === undefined) expect(place.basis).not.toBe('segment');
          else expect([place.area, place.segment?.prefix.split('/')[1]]).toEqual([zone, String(longest.subnetMask)]);
          const { family, w0, w1, w2, w3 } = parseAddress(probe) ?? { family: 4, w0: 0, w1: 0, w2: 0, w3: 0 };
          const cell = family === 4 ? topology.cellOfIpv4(w0) : topology.cellOfIpv6(w0, w1, w2, w3);
          expect(topology.placeOfCell(cell)).toBe(place);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('thousands of hosts and prefixes are looked up fast and without growth', () => {
  const hosts = Array.from({ length: 6_000 }, (_, index) => ({
    name: `h${index}`,
    zone: 'lgwan',
    ip: `10.20.${index >> 8}.${index & 255}`,
  }));
  const segments = Array.from({ length: 4_000 }, (_, index) => ({
    prefix: `10.${100 + (index >> 12)}.${(index >> 4) & 255}.${(index & 15) * 16}/28`,
  }));
  const { topology } = parseTopology(
    JSON.stringify({
      version: 1,
      organization: 'x',
      model: 'alpha',
      zones: { mynumber: { segments: [] }, lgwan: { segments: [{ prefix: '10.20.0.0/16' }] }, internet: { segments } },
      hosts,
    }),
    'x',
  );
  expect(topology.place('10.20.23.111').host).toBe('h5999');
  expect(topology.place('10.100.9.17')).toMatchObject({ area: 'internet', segment: { prefix: '10.100.9.16/28' } });
  let sum = 0;
  const started = performance.now();
  for (let index = 0; index < 1_000_000; index++)
    sum += topology.cellOfIpv4((0x0a14_0000 + Math.imul(index, 2_654_435_761)) | 0);
  expect(sum).toBeGreaterThan(0);
  // two orders of magnitude above what it takes, so that only a lost index fails
  expect(performance.now() - started).toBeLessThan(30_000);
});
