import { describe, expect, test } from '@jest/globals';
import type { ConduitMatch, ConduitQuery } from '../../../src/model/topology.js';
import { parseTopology } from '../../../src/topology/load.js';
import { smallCity, tcpQuery, withConduit } from '../small-city.js';

const city = smallCity();
const [ELTAX, ASP] = ['10.10.5.7', '198.18.20.10'];

function summary(match: ConduitMatch): string {
  if (match.permitted !== null) return `permitted ${match.permitted.id}`;
  const reversed = match.reversedScreen === null ? '' : ` reversed ${match.reversedScreen.id}`;
  return match.nearest === null ? `none${reversed}` : `${match.nearest.id} ${match.failed ?? 'fits'}${reversed}`;
}

const ask = (query: ConduitQuery, topology = city): string => summary(topology.matchConduits(query));
const at = (text: string): bigint => BigInt(Date.parse(text)) * 1_000_000n;

describe('the first field that fails', () => {
  test('nothing fails', () => {
    expect(ask(tcpQuery(ELTAX, ASP, 443))).toBe('permitted C-MN-02');
  });

  test('ends: no conduit is near when one end is another', () => {
    expect(ask(tcpQuery(ELTAX, '198.18.20.11', 443))).toBe('none');
    expect(ask(tcpQuery('10.10.5.8', ASP, 443))).toBe('none');
  });

  test('protocol, before the port', () => {
    expect(ask(tcpQuery(ELTAX, ASP, 80, { proto: 17 }))).toBe('C-MN-02 protocol');
  });

  test('initiator, before the port', () => {
    expect(ask(tcpQuery(ASP, ELTAX, 443))).toBe('C-MN-02 initiator');
  });

  test('ports, single ones and ranges', () => {
    expect(ask(tcpQuery(ELTAX, ASP, 22))).toBe('C-MN-02 ports');
    expect(ask(tcpQuery('10.20.16.7', '10.30.4.11', 5905))).toBe('permitted C-LG-01');
    expect(ask(tcpQuery('10.20.16.7', '10.30.4.11', 5911))).toBe('C-LG-01 ports');
  });

  test('via: only where the gateway has a leg and MAC addresses are visible', () => {
    const other = ['00:00:5e:00:53:99'];
    expect(ask(tcpQuery(ELTAX, ASP, 443, { vlans: [221], macs: other }))).toBe('C-MN-02 via');
    expect(ask(tcpQuery(ELTAX, ASP, 443, { vlans: [221], macs: [...other, '00:00:5e:00:53:06'] }))).toBe(
      'permitted C-MN-02',
    );
    expect(ask(tcpQuery(ELTAX, ASP, 443, { vlans: [121], macs: other }))).toBe('permitted C-MN-02');
    expect(ask(tcpQuery(ELTAX, ASP, 443, { vlans: [221], macs: [] }))).toBe('permitted C-MN-02');
  });

  test('via: another registered way out took the flow, wherever that was seen', () => {
    const cloudRouter = '00:00:5e:00:53:09';
    expect(ask(tcpQuery(ELTAX, ASP, 443, { vlans: [330], macs: [cloudRouter] }))).toBe('C-MN-02 via');
    expect(ask(tcpQuery(ELTAX, ASP, 443, { vlans: [221, 330], macs: [cloudRouter, '00:00:5e:00:53:06'] }))).toBe(
      'permitted C-MN-02',
    );
  });

  test('validity: local dates, both inclusive', () => {
    expect(ask(tcpQuery(ELTAX, ASP, 443, { time: at('2026-03-31T23:59:59+09:00') }))).toBe('C-MN-02 validity');
    expect(ask(tcpQuery(ELTAX, ASP, 443, { time: at('2026-04-01T00:00:00+09:00') }))).toBe('permitted C-MN-02');
    expect(ask(tcpQuery(ELTAX, ASP, 443, { time: at('2027-03-31T23:59:59+09:00') }))).toBe('permitted C-MN-02');
    expect(ask(tcpQuery(ELTAX, ASP, 443, { time: at('2027-04-01T00:00:00+09:00') }))).toBe('C-MN-02 validity');
    // no dates: fine at any time
    expect(ask(tcpQuery('10.20.16.7', '10.30.4.11', 3389, { time: 0n }))).toBe('permitted C-LG-01');
  });

  test.each([
    ['"09:00-17:30"', '08:59:59', 'C-XX hours'],
    ['"09:00-17:30"', '09:00:00', 'permitted C-XX'],
    ['"09:00-17:30"', '17:29:59', 'permitted C-XX'],
    ['"09:00-17:30"', '17:30:00', 'C-XX hours'],
    ['"22:00-05:00"', '23:00:00', 'permitted C-XX'],
    ['"22:00-05:00"', '04:59:00', 'permitted C-XX'],
    ['"22:00-05:00"', '05:00:00', 'C-XX hours'],
    ['"22:00-24:00"', '23:59:59', 'permitted C-XX'],
  ])('hours %s at %s', (hours, clock, expected) => {
    const topology = smallCity(
      withConduit({ from: '{ zone: lgwan }', to: '{ realm: lgwan-wan }', limits: `{ hours: ${hours} }` }),
    );
    expect(topology.hasHours).toBe(true);
    expect(ask(tcpQuery('10.20.6.4', '198.18.1.1', 443, { time: at(`2026-06-15T${clock}+09:00`) }), topology)).toBe(
      expected,
    );
  });
});

describe('of several conduits', () => {
  const topology = smallCity(
    withConduit({
      id: 'C-A',
      from: '{ hosts: [eltax-gw] }',
      to: '{ realm: lgwan-wan }',
      protocol: 'udp',
      ports: '[53]',
    }),
    withConduit({
      id: 'C-B',
      from: '{ prefixes: [10.10.5.0/28] }',
      to: '{ prefixes: [198.18.0.0/16] }',
      ports: '[8443]',
    }),
  );

  test('the one that fails latest is nearest, and the first of equals', () => {
    expect(ask(tcpQuery(ELTAX, ASP, 22), topology)).toBe('C-MN-02 ports');
    expect(ask(tcpQuery(ELTAX, '198.18.9.9', 22), topology)).toBe('C-B ports');
  });

  test('any that permits is enough', () => {
    expect(ask(tcpQuery(ELTAX, ASP, 8443), topology)).toBe('permitted C-B');
  });
});

describe('who may open', () => {
  const opened = (initiator: string): ReturnType<typeof smallCity> =>
    smallCity(withConduit({ from: '{ hosts: [shomei] }', to: '{ realm: lgwan-wan }', initiator }));

  test.each([
    ['from', 'permitted C-XX', 'C-XX initiator'],
    ['to', 'C-XX initiator', 'permitted C-XX'],
    ['either', 'permitted C-XX', 'permitted C-XX'],
  ])('%s', (initiator, outward, inward) => {
    expect(ask(tcpQuery('10.10.5.5', '198.18.40.10', 443), opened(initiator))).toBe(outward);
    expect(ask(tcpQuery('198.18.40.10', '10.10.5.5', 443), opened(initiator))).toBe(inward);
  });

  test('while nobody knows, either direction satisfies, with the port of the side that would respond', () => {
    const unknown = { directionKnown: false, initiatorPort: 443 } as const;
    expect(ask(tcpQuery(ASP, ELTAX, 50_000, unknown))).toBe('permitted C-MN-02');
    expect(ask(tcpQuery(ELTAX, ASP, 443, { directionKnown: false }))).toBe('permitted C-MN-02');
    expect(ask(tcpQuery(ELTAX, ASP, 22, { directionKnown: false, initiatorPort: 22 }))).toBe('C-MN-02 ports');
  });
});

describe('screen transfer the wrong way round', () => {
  test('is told apart from other misses, on any port', () => {
    expect(ask(tcpQuery('10.30.4.11', '10.20.16.5', 3389))).toBe('C-LG-01 initiator reversed C-LG-01');
    expect(ask(tcpQuery('10.30.4.11', '10.20.16.5', 443))).toBe('C-LG-01 initiator reversed C-LG-01');
    expect(ask(tcpQuery('10.30.0.5', '10.20.16.5', 3389))).toBe('none');
  });

  test('is not claimed while nobody knows who opened', () => {
    expect(ask(tcpQuery('10.30.4.11', '10.20.16.5', 50_000, { directionKnown: false, initiatorPort: 443 }))).toBe(
      'C-LG-01 ports',
    );
  });

  test('goes by the model where a conduit contradicts it (CFG-07)', () => {
    const beta = smallCity(['model: alpha', 'model: beta']);
    expect(ask(tcpQuery('10.20.16.5', '10.30.4.11', 3389), beta)).toBe('C-LG-01 fits reversed C-LG-01');
    expect(ask(tcpQuery('10.30.4.11', '10.20.16.5', 3389), beta)).toBe('C-LG-01 initiator');
  });
});

describe('a conduit in a forbidden cell never permits', () => {
  test.each([
    ['{ hosts: [eltax-gw] }', '{ prefixes: [10.30.4.9/32] }', '10.10.5.7', '10.30.4.9'],
    ['{ hosts: [eltax-gw] }', '{ realm: public }', '10.10.5.7', '8.8.8.8'],
    ['{ zone: lgwan }', '{ realm: public }', '10.20.16.9', '8.8.8.8'],
    ['{ zone: lgwan }', '{ zone: internet }', '10.20.16.9', '10.30.0.3'],
    ['{ realm: lgwan-wan }', '{ zone: internet }', '198.18.1.1', '10.30.4.9'],
    ['{ zone: lgwan }', '{ prefixes: [192.168.0.0/24] }', '10.20.16.9', '192.168.0.5'],
  ])('%s to %s', (from, to, initiator, responder) => {
    const topology = smallCity(withConduit({ from, to }));
    expect(ask(tcpQuery(initiator, responder, 443), topology)).toBe('C-XX fits');
  });

  test('an egress conduit to public addresses permits only through the router to the security cloud', () => {
    const egress = { kind: 'egress', from: '{ zone: internet }', to: '{ realm: public }', proxyMode: 'transparent' };
    expect(ask(tcpQuery('10.30.4.9', '8.8.8.8', 443), smallCity(withConduit({ ...egress, via: '[rt-sc]' })))).toBe(
      'permitted C-XX',
    );
    expect(ask(tcpQuery('10.30.4.9', '8.8.8.8', 443), smallCity(withConduit(egress)))).toBe('C-XX fits');
  });
});

describe('designated clouds', () => {
  const cloud = withConduit({
    kind: 'designatedCloud',
    from: '{ prefixes: [10.20.16.0/21] }',
    to: '{ names: [login.cloud.example] }',
  });

  test('are any public address in model alpha-dash: their names are checked by a later rule', () => {
    const topology = smallCity(['model: alpha', 'model: alpha-dash'], cloud);
    expect(ask(tcpQuery('10.20.16.40', '8.8.8.8', 443), topology)).toBe('permitted C-XX');
    expect(ask(tcpQuery('10.20.16.40', '8.8.8.8', 80), topology)).toBe('C-XX ports');
    expect(ask(tcpQuery('10.20.6.4', '8.8.8.8', 443), topology)).toBe('none');
    expect(ask(tcpQuery('10.20.16.40', '10.30.0.3', 443), topology)).toBe('none');
  });

  test('match nothing in any other model', () => {
    expect(ask(tcpQuery('10.20.16.40', '8.8.8.8', 443), smallCity(cloud))).toBe('none');
  });
});

test('icmp conduits cover both versions and have no ports', () => {
  const topology = smallCity(
    withConduit({ from: '{ realm: mgmt }', to: '{ zone: lgwan }', protocol: 'icmp', ports: '' }),
  );
  for (const proto of [1, 58])
    expect(ask(tcpQuery('10.90.0.9', '10.20.16.5', 0, { proto }), topology)).toBe('permitted C-XX');
  expect(ask(tcpQuery('10.90.0.9', '10.20.16.5', 0), topology)).toBe('C-XX protocol');
});

test('an end with a prefix and a zone needs both', () => {
  const topology = smallCity(
    withConduit({ from: '{ prefixes: [10.20.0.0/16], zone: lgwan }', to: '{ realm: lgwan-wan }' }),
  );
  expect(ask(tcpQuery('10.20.16.5', '198.18.1.1', 443), topology)).toBe('permitted C-XX');
  expect(ask(tcpQuery('10.20.200.5', '198.18.1.1', 443), topology)).toBe('none');
});

test('a gateway without a leg name stands for all its legs, with one for those of that zone', () => {
  const all = smallCity(withConduit({ from: '{ hosts: [fw-mn] }', to: '{ realm: lgwan-wan }' }));
  const one = smallCity(withConduit({ from: '{ hosts: [fw-mn/lgwan] }', to: '{ realm: lgwan-wan }' }));
  expect(ask(tcpQuery('10.20.7.2', '198.18.1.1', 443), all)).toBe('permitted C-XX');
  expect(ask(tcpQuery('10.10.5.1', '198.18.1.1', 443), all)).toBe('permitted C-XX');
  expect(ask(tcpQuery('10.20.7.2', '198.18.1.1', 443), one)).toBe('permitted C-XX');
  expect(ask(tcpQuery('10.10.5.1', '198.18.1.1', 443), one)).toBe('none');
});

test('a thousand conduits answer fast', () => {
  const conduits = Array.from({ length: 1_000 }, (_, index) => ({
    id: `C-${index}`,
    kind: 'counterpart',
    from: { prefixes: [`10.20.${index >> 4}.${(index & 15) * 16}/28`] },
    to: { prefixes: ['198.18.0.0/16'] },
    protocol: 'tcp',
    ports: [443],
  }));
  const zones = {
    mynumber: { segments: [] },
    lgwan: { segments: [{ prefix: '10.20.0.0/16' }] },
    internet: { segments: [] },
  };
  const { topology } = parseTopology(
    JSON.stringify({
      version: 1,
      organization: 'x',
      model: 'alpha',
      zones,
      realms: { 'lgwan-wan': { prefixes: ['198.18.0.0/16'] } },
      conduits,
    }),
    'x',
  );
  const started = performance.now();
  for (let index = 0; index < 5_000; index++) {
    const number = index % 1_000;
    expect(
      topology.matchConduits(tcpQuery(`10.20.${number >> 4}.${(number & 15) * 16 + 1}`, '198.18.1.1', 443)).permitted
        ?.id,
    ).toBe(`C-${number}`);
  }
  expect(performance.now() - started).toBeLessThan(40_000);
});

describe('conduits that permit destinations by name', () => {
  const named = smallCity(
    withConduit({
      id: 'C-EDR',
      kind: 'egress',
      from: '{ prefixes: [10.30.4.5/32] }',
      to: '{ prefixes: [10.200.0.10/32], names: ["*.edr.example"] }',
      ports: '[8080]',
    }),
  );
  const askFor = (names: readonly string[] | null): ConduitMatch =>
    named.matchConduits(tcpQuery('10.30.4.5', '10.200.0.10', 8080, { names }));

  test('permit the registered ones, and every one that was said must be registered', () => {
    expect(summary(askFor(['agent.edr.example']))).toBe('permitted C-EDR');
    expect(summary(askFor(['agent.edr.example', 'www.shop.example']))).toBe('C-EDR names');
    expect(summary(askFor(['edr.example']))).toBe('C-EDR names');
  });

  test('permit what said no name, and tell that nobody knows', () => {
    expect(askFor([])).toMatchObject({ permitted: { id: 'C-EDR' }, isNameUnseen: true });
    expect(askFor(null)).toMatchObject({ permitted: { id: 'C-EDR' }, isNameUnseen: false });
    expect(askFor(['agent.edr.example'])).toMatchObject({ isNameUnseen: false });
  });
});
