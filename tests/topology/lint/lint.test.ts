import { describe, expect, test } from '@jest/globals';
import { Failure, type Problem } from '../../../src/base/failure.js';
import { parseTopology } from '../../../src/topology/load.js';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lintTopology } from '../../../src/topology/load.js';
import { changedCity, withConduit } from '../small-city.js';

type Change = readonly [string, string];

function lint(...changes: readonly Change[]): readonly Problem[] {
  try {
    return parseTopology(changedCity(...changes), 'city.yaml').warnings;
  } catch (error) {
    if (error instanceof Failure) return error.problems;
    throw error;
  }
}

const codes = (...changes: readonly Change[]): readonly string[] =>
  lint(...changes).map(({ code, level, field }) => `${code} ${level} ${field}`);

const LG_NET = '{ prefixes: [10.20.16.0/21] }';
const IN_NET = '{ prefixes: [10.30.4.0/24] }';

describe('CFG-01, conduits in a cell where none may stand', () => {
  test.each([
    ['My Number to the Internet zone', { from: '{ hosts: [eltax-gw] }', to: '{ prefixes: [10.30.4.9/32] }' }],
    ['the Internet zone to My Number', { from: '{ prefixes: [10.30.4.9/32] }', to: '{ hosts: [eltax-gw] }' }],
    ['LGWAN to the Internet zone, of a kind that sanitizes nothing', { from: LG_NET, to: IN_NET }],
    ['LGWAN to the security cloud as a way out', { kind: 'egress', from: LG_NET, to: '{ realm: security-cloud }' }],
    [
      'only one direction of either',
      { kind: 'log', from: LG_NET, to: '{ realm: security-cloud }', initiator: 'either' },
    ],
    ['opened by the wrong side', { from: '{ realm: mgmt }', to: '{ realm: lgwan-wan }', initiator: 'to' }],
    [
      'the Internet zone to public addresses past the security cloud',
      { kind: 'egress', from: '{ zone: internet }', to: '{ realm: public }' },
    ],
    ['a prefix that spans zones', { from: '{ prefixes: [10.0.0.0/8] }', to: '{ realm: lgwan-wan }' }],
  ])('%s', (_name, fields) => {
    expect(codes(withConduit({ initiator: 'from', ...fields }))).toContain('CFG-01 error conduits[2].id');
  });

  test('addresses that nothing declares', () => {
    expect(codes(withConduit({ from: LG_NET, to: '{ prefixes: [192.168.7.0/24] }' }))).toContain(
      'CFG-01 error conduits[2].to',
    );
  });

  test.each([
    ['sanitized kinds between LGWAN and the Internet zone', { kind: 'fileRebuild', from: LG_NET, to: IN_NET }],
    [
      'certificates at convenience stores, opened from outside',
      { from: '{ prefixes: [198.18.40.10/32] }', to: '{ hosts: [shomei] }' },
    ],
    ['logs to the security cloud', { kind: 'log', from: LG_NET, to: '{ prefixes: [10.200.0.90/32] }' }],
    [
      'a transparent way out through the security cloud',
      { kind: 'egress', from: '{ zone: internet }', to: '{ realm: public }', via: '[rt-sc]', initiator: 'either' },
    ],
    ['a declared public server in the office', { from: '{ realm: public }', to: '{ prefixes: [10.30.4.80/32] }' }],
    ['device management', { from: '{ realm: mgmt }', to: '{ zone: lgwan }' }],
  ])('but not %s', (_name, fields) => {
    expect(codes(withConduit({ initiator: 'from', ...fields }))).toEqual([]);
  });
});

describe('CFG-02, overlapping zones', () => {
  test('a range inside another zone is named with both zones', () => {
    const problems = lint(['prefix: 10.30.0.0/29', 'prefix: 10.20.17.0/24']);
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'CFG-02',
        field: 'zones.internet.segments[1].prefix',
        message: expect.objectContaining({
          en: '10.20.17.0/24 of the Internet zone overlaps 10.20.16.0/21 of the LGWAN zone',
        }),
      }),
    );
  });

  test('the same range in two zones is told once', () => {
    const problems = lint(['prefix: 10.30.0.0/29', 'prefix: 10.20.16.0/21']);
    expect(problems.filter(({ code }) => code === 'CFG-02')).toHaveLength(1);
  });

  test('the same range inside one zone is no overlap', () => {
    expect(codes(['prefix: 10.30.0.0/29', 'prefix: 10.30.4.128/25'])).not.toContain(
      'CFG-02 error zones.internet.segments[1].prefix',
    );
  });
});

describe('CFG-03, My Number ends', () => {
  const asp = '{ prefixes: [198.18.1.1/32] }';
  test.each([
    ['a network instead of hosts', { from: '{ prefixes: [10.10.16.0/22] }', to: asp }, 'CFG-03 error conduits[2].from'],
    ['a whole zone', { from: asp, to: '{ zone: mynumber }' }, 'CFG-03 error conduits[2].to'],
    ['a host without MAC', { from: '{ prefixes: [10.10.16.99/32] }', to: asp }, 'CFG-03 warning conduits[2].from'],
    [
      'a range of ports',
      { from: '{ hosts: [shomei] }', to: asp, ports: '["8000-8010"]' },
      'CFG-03 error conduits[2].ports',
    ],
    ['any port', { from: '{ hosts: [shomei] }', to: asp, ports: '' }, 'CFG-03 error conduits[2].ports'],
    ['any protocol', { from: '{ hosts: [shomei] }', to: asp, protocol: 'any' }, 'CFG-03 error conduits[2].protocol'],
    [
      'the server side of a screen transfer',
      { kind: 'screenTransfer', from: LG_NET, to: '{ prefixes: [10.10.5.0/28] }' },
      'CFG-03 error conduits[2].to',
    ],
  ])('%s', (_name, fields, expected) => {
    expect(codes(withConduit(fields))).toEqual([expected]);
  });

  test.each([
    ['MAC addresses on the conduit', { from: '{ prefixes: [10.10.16.99/32], macs: ["00:00:5e:00:53:99"] }', to: asp }],
    [
      'Government Cloud over its own line',
      { from: '{ prefixes: [10.10.16.0/22] }', to: '{ prefixes: [10.64.16.0/20] }' },
    ],
    [
      'the client side of a screen transfer',
      { kind: 'screenTransfer', from: '{ zone: mynumber }', to: '{ prefixes: [10.20.6.9/32] }' },
    ],
    ['traffic inside the zone', { from: '{ zone: mynumber }', to: '{ prefixes: [10.10.5.0/28] }' }],
    ['icmp without ports', { from: '{ hosts: [shomei] }', to: asp, protocol: 'icmp', ports: '' }],
  ])('but not %s', (_name, fields) => {
    expect(codes(withConduit(fields))).toEqual([]);
  });
});

test('CFG-04: a conduit without approval or basis', () => {
  const problems = lint(withConduit({ from: LG_NET, to: '{ realm: lgwan-wan }', approval: '', basis: '' }));
  expect(problems.map(({ code, level, message }) => `${code} ${level} ${message.en}`)).toEqual([
    'CFG-04 warning C-XX: there is no approval',
    'CFG-04 warning C-XX: there is no basis',
  ]);
});

test('CFG-04: a conduit past its validity, on a given day only', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sansou-lint-'));
  const file = join(folder, 'city.yaml');
  writeFileSync(file, changedCity());
  expect(lintTopology(file).problems).toEqual([]);
  expect(lintTopology(file, { today: '2027-03-31' }).problems).toEqual([]);
  expect(lintTopology(file, { today: '2027-04-01' }).problems).toEqual([
    expect.objectContaining({ code: 'CFG-04', field: 'conduits[0].approval.validUntil', line: expect.any(Number) }),
  ]);
  rmSync(folder, { recursive: true });
});

describe('CFG-05, sanitizers', () => {
  const inner = '      - { zone: lgwan, vlan: 221, ip: 10.20.6.5 }\n';
  const outer = '      - { zone: internet, vlan: 330, ip: 10.30.0.5 }\n';
  const sanitizer = (legs: string, rest: string): Change => [
    'conduits:\n',
    `  - name: san\n    roles: [sanitizer]\n    legs:\n${legs}    nat: []\n${rest}conduits:\n`,
  ];
  const ofSanitizer = (legs: string, rest: string): readonly string[] =>
    codes(sanitizer(legs, rest)).filter((code) => code.startsWith('CFG-05'));

  test('need two legs and must not forward', () => {
    expect(ofSanitizer(inner + outer, '    mayForward: none\n')).toEqual([]);
    expect(ofSanitizer(inner, '    mayForward: none\n')).toEqual(['CFG-05 error gateways[3]']);
    expect(ofSanitizer(inner + outer, '')).toEqual(['CFG-05 error gateways[3]']);
    expect(ofSanitizer(inner + outer, '    mayForward: [C-LG-01]\n')).toEqual(['CFG-05 error gateways[3].mayForward']);
  });

  test('may stand in the security cloud with one leg here', () => {
    expect(ofSanitizer(inner, '    mayForward: none\n    hostedIn: security-cloud\n')).toEqual([]);
  });
});

test('CFG-06: the router to the security cloud needs its IP and MAC address', () => {
  expect(codes(['ip: 10.30.0.6, mac: "00:00:5e:00:53:09"', 'ip: 10.30.0.6'])).toContain('CFG-06 error gateways');
  expect(codes(['roles: [security-cloud-router]', 'roles: [breakout]'])).toContain('CFG-06 error gateways');
});

describe('CFG-07, screen transfer against the model', () => {
  test.each([
    ['alpha', LG_NET, IN_NET, 'from', false],
    ['alpha', IN_NET, LG_NET, 'from', true],
    ['alpha', IN_NET, LG_NET, 'to', false],
    ['alpha', LG_NET, IN_NET, 'either', true],
    ['alpha-dash', IN_NET, LG_NET, 'from', true],
    ['beta', IN_NET, LG_NET, 'from', false],
    ['beta-dash', LG_NET, IN_NET, 'from', true],
  ])('%s: %s to %s, opened by %s', (model, from, to, initiator, contradicts) => {
    const found = codes(
      ['model: alpha', `model: ${model}`],
      withConduit({ kind: 'screenTransfer', from, to, initiator, ports: '[3389]' }),
    );
    expect(found.includes('CFG-07 error conduits[2].kind')).toBe(contradicts);
  });
});

test('CFG-08: designated clouds exist in model alpha-dash only', () => {
  const cloud = withConduit({ kind: 'designatedCloud', from: LG_NET, to: '{ names: [login.cloud.example] }' });
  expect(codes(cloud)).toEqual(['CFG-08 error conduits[2].kind']);
  expect(codes(['model: alpha', 'model: alpha-dash'], cloud)).toEqual([]);
});

describe('CFG-09 and CFG-10, boundaries', () => {
  test('a side without capture point limits what can be judged', () => {
    const problems = lint(['{ name: CP-LG, vlans: [210, 221, 222] }', '{ name: CP-LG, vlans: [210] }']);
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'CFG-09',
        level: 'warning',
        field: 'gateways[0]',
        message: expect.objectContaining({ en: 'the boundary fw-mn has no capture point on the side of: LGWAN zone' }),
      }),
    ]);
  });

  test('no capture point at all', () => {
    expect(
      lint([
        'capturePoints:\n  - { name: CP-MN, vlans: [110, 121] }\n  - { name: CP-LG, vlans: [210, 221, 222] }\n',
        '',
      ]).map(({ message }) => message.en),
    ).toEqual(['no side of the boundary fw-mn has a capture point']);
  });

  test('nothing said about address translation', () => {
    expect(codes(['mac: "00:00:5e:00:53:02" }\n    nat: []\n', 'mac: "00:00:5e:00:53:02" }\n'])).toEqual([
      'CFG-10 warning gateways[0]',
    ]);
  });
});
