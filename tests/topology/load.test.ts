import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { Failure, type Problem } from '../../src/base/failure.js';
import { lintTopology, loadTopology, parseTopology } from '../../src/topology/load.js';
import { changedCity, SMALL_CITY } from './small-city.js';

function problemsOf(source: string | Uint8Array): readonly Problem[] {
  try {
    parseTopology(source, 'city.yaml');
    return [];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    expect(error.exit).toBe(3);
    return error.problems;
  }
}

/** `line:column field` of every error, in order */
function placesOf(source: string): readonly string[] {
  return problemsOf(source)
    .filter((problem) => problem.level === 'error')
    .map((problem) => `${problem.line}:${problem.column} ${problem.field}`);
}

/** 1-based line and column of a text that stands once in the source */
function place(source: string, text: string): string {
  const before = source.slice(0, source.indexOf(text)).split('\n');
  expect(source.split(text)).toHaveLength(2);
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

describe('a sound topology', () => {
  test('loads with its hash and without complaints', () => {
    const { topology, warnings } = parseTopology(SMALL_CITY, 'city.yaml');
    expect(warnings).toEqual([]);
    expect(topology.file).toBe('city.yaml');
    expect(topology.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(topology.organization).toBe('試験市');
    expect(topology.closedZones).toEqual(['mynumber']);
    expect(topology.hosts[0]?.mac).toEqual(['00:00:5e:00:53:43']);
    expect(topology.hosts[1]).toMatchObject({ ip: ['10.10.5.5'], mac: ['00:00:5e:00:53:41'], roles: [] });
    expect(topology.conduits[1]).toMatchObject({
      title: 'C-LG-01',
      initiator: 'from',
      ports: [
        { from: 3389, to: 3389 },
        { from: 5900, to: 5910 },
      ],
      approval: { number: '2', by: 'CISO', date: null, validUntil: null },
    });
    expect(topology.capturePoint('CP-MN')).toEqual({
      name: 'CP-MN',
      vlans: [110, 121],
      tagging: 'tagged',
      mirror: 'both',
      transport: 'none',
      match: null,
    });
    expect(topology.servicePorts.has(5905)).toBe(true);
    expect(topology.areaOfVlan(210)).toBe('lgwan');
    expect(topology.areaOfVlan(900)).toBe('mgmt');
    expect(topology.areaOfVlan(4000)).toBeNull();
    expect(topology.gatewaysOfMac('00:00:5e:00:01:0a').map((gateway) => gateway.name)).toEqual(['fw-mn']);
    expect(topology.gatewaysOfMac('00:00:5e:00:01:0b')).toEqual([]);
    expect(topology.hasHours).toBe(false);
  });

  test('may have a byte order mark and carriage returns', () => {
    const { topology } = parseTopology(`\uFEFF${SMALL_CITY.replaceAll('\n', '\r\n')}`, 'city.yaml');
    expect(topology.segments).toHaveLength(7);
  });

  test('keeps its columns right behind a byte order mark', () => {
    expect(placesOf('\uFEFFversio: 1\r\norganization: x\r\n')[0]).toBe('1:1 version');
  });

  test('may be JSON, indented with tabs', () => {
    const json = JSON.stringify(
      {
        version: 1,
        organization: 'x',
        model: 'beta',
        zones: { mynumber: { segments: [] }, lgwan: { segments: [] }, internet: { segments: [] } },
      },
      null,
      '\t',
    );
    expect(parseTopology(json, 'city.json').topology.model).toBe('beta');
  });

  test('may use aliases for repeated parts', () => {
    const text = changedCity(
      ['approval: { number: 令8-1,', 'approval: &a { number: 令8-1,'],
      ['approval: { number: 2, by: CISO }', 'approval: *a'],
    );
    expect(parseTopology(text, 'city.yaml').topology.conduits[1]?.approval?.number).toBe('令8-1');
  });
});

test('twelve different errors are told at once, each with its line, column and field', () => {
  const text = changedCity(
    ['model: alpha', 'model: alfa'],
    ['prefix: 10.10.16.0/22', 'prefix: 10.10.17.0/22'],
    ['{ vlan: 210, prefix: 10.20.16.0/21 }', '{ vlan: 4095, prefix: 10.20.16.0/21 }'],
    ['ip: [10.10.5.7]', 'ip: [10.20.4.325]'],
    ['mac: 00-00-5e-00-53-41', 'mac: 00-00-5e-00-53'],
    ['name: rt-lgwan', 'name: fw-mn'],
    ['outside: 198.18.100.1 }', 'outside: somewhere }'],
    ['ports: [443]', 'portz: [443]'],
    ['via: [rt-lgwan]', 'via: [rt-lgwam]'],
    ['validUntil: 2027-03-31', 'validUntil: 2026-02-30'],
    ['"5900-5910"', '"5910-5900"'],
    ['    title: eLTAX\n    kind: specified\n', '    title: eLTAX\n    kind: [specified]\n'],
    ['{ prefixes: [198.18.20.10/32] }', '{ hosts: [eltax-gv] }'],
    ['{ name: CP-LG, vlans', '{ vlans'],
  );
  expect(placesOf(text)).toEqual([
    `${place(text, 'alfa')} model`,
    `${place(text, '10.10.17.0/22')} zones.mynumber.segments[0].prefix`,
    `${place(text, '4095')} zones.lgwan.segments[0].vlan`,
    `${place(text, '10.20.4.325')} hosts[0].ip[0]`,
    `${place(text, '00-00-5e-00-53')} hosts[1].mac`,
    `${place(text, 'fw-mn\n    roles: [lgwan-router]')} gateways[1].name`,
    `${place(text, 'somewhere')} gateways[1].nat[0].outside`,
    `${place(text, '[specified]')} conduits[0].kind`,
    `${place(text, 'eltax-gv')} conduits[0].to.hosts[0]`,
    `${place(text, 'portz')} conduits[0].portz`,
    `${place(text, 'rt-lgwam')} conduits[0].via[0]`,
    `${place(text, '2026-02-30')} conduits[0].approval.validUntil`,
    `${place(text, '2026-02-30')} conduits[0].approval.validUntil`,
    `${place(text, '"5910-5900"')} conduits[1].ports[1]`,
    `${place(text, '{ vlans: [210, 221')} capturePoints[1].name`,
  ]);
});

describe('messages say what would be right', () => {
  const messagesOf = (source: string): readonly string[] =>
    problemsOf(source).map((problem) => `${problem.message.en}. ${problem.remedy?.en ?? ''}`);

  test.each([
    [['version: 1', 'version: 2'], '2 is not supported. 1'],
    [['organization: 試験市\n', ''], 'organization is missing. add organization:'],
    [['organization: 試験市', 'organization: ""'], '"" has the wrong form. some text'],
    [['organization: 試験市', 'organization:'], 'an empty value does not fit here. text'],
    [['model: alpha', 'model: alpha_dash'], '"alpha_dash" is not one of the allowed words. did you mean alpha-dash?'],
    [
      ['model: alpha', 'model: gamma-ray'],
      '"gamma-ray" is not one of the allowed words. allowed: alpha, alpha-dash, beta, beta-dash',
    ],
    [
      ['timezone: Asia/Tokyo', 'timezone: Asia/Tokio'],
      'the time zone Asia/Tokio is not known. write an IANA name such as Asia/Tokyo',
    ],
    [['vlan: 110, prefix: 10.10.16.0/22', 'vlan: x, prefix: 10.10.16.0/22'], '"x" does not fit here. a whole number'],
    [
      ['prefix: 10.10.16.0/22', 'prefix: 10.10.16.0'],
      '"10.10.16.0" is not a prefix. for one address write 10.10.16.0/32',
    ],
    [
      ['prefix: 10.10.16.0/22', 'prefix: 10.10.16.5/22'],
      '"10.10.16.5/22" has host bits set. did you mean 10.10.16.0/22, or 10.10.16.5/32?',
    ],
    [['ipv6: "2001:db8:30::/64"', 'ipv6: 10.9.0.0/24'], '"10.9.0.0/24" is not IPv6. write IPv4 under prefix'],
    [['  lgwan:\n', '  lgwam:\n'], 'unknown key lgwam. did you mean lgwan?'],
    [
      ['lgwan-wan:', 'internet-wan:'],
      'unknown key internet-wan. allowed: lgwan-wan, juki-net, govcloud, security-cloud, public, mgmt',
    ],
    [
      ['ip: 10.10.5.5,', 'ip: 10.10.5.7,'],
      'the address 10.10.5.7 is registered twice (eltax-gw, shomei). register an address for one host only',
    ],
    [['ip: 10.10.5.5,', 'ip: 10.10.5.5/32,'], '"10.10.5.5/32" is not an IP address. remove the /length'],
    [
      ['ip: 10.10.5.5,', 'ip: 224.0.0.5,'],
      "224.0.0.5 is special-purpose (multicast, link-local …) and belongs to no zone. write the host's unicast address",
    ],
    [
      ['{ hosts: [eltax-gw] }', '{ hosts: [fw-mn/internet] }'],
      'fw-mn has no leg in internet. it has legs in: mynumber, lgwan',
    ],
    [
      ['{ hosts: [eltax-gw] }', '{ macs: [] }'],
      'this end of the conduit names nothing. write hosts, prefixes, zone, realm or names',
    ],
    [
      ['{ hosts: [eltax-gw] }', '{ zone: lgwan, realm: public }'],
      'zone and realm cannot both be given. keep one of them',
    ],
    [['ports: [443]', 'ports: [70000]'], '70000 is out of range. at most 65535'],
    [['ports: [443]', 'ports: ["http"]'], '"http" has the wrong form. a port is 443, a range is "8000-8010"'],
    [
      ['validUntil: 2027-03-31', 'validUntil: 2026-03-31'],
      'validUntil 2026-03-31 is before date 2026-04-01. write a day on or after date',
    ],
    [['id: C-LG-01', 'id: C-MN-02'], 'the id C-MN-02 is used twice. give every conduit its own id'],
    [['roles: [boundary]', 'roles: [bondary]'], '"bondary" is not one of the allowed words. did you mean boundary?'],
    [
      ['    nat: []\n', '    nat: []\n    mayForward: [C-MN-03]\n'],
      'the conduit C-MN-03 is not defined. did you mean C-MN-02?',
    ],
    [
      ['    basis: 無害化通信', '    limits: { hours: "09:00-09:00" }\n    basis: 無害化通信'],
      'the hours 09:00-09:00 have no length. leave hours out for the whole day',
    ],
    [
      ['    basis: 無害化通信', '    limits: { hours: "9-17" }\n    basis: 無害化通信'],
      '"9-17" has the wrong form. hours are written "07:00-20:00"',
    ],
    [
      ['{ name: CP-LG,', '{ name: CP-MN,'],
      'the capture point CP-MN is defined twice. give every capture point its own name',
    ],
    [
      ['    protocol: tcp\n', '    protocol: icmp\n'],
      'this conduit has protocol: icmp and ports, but ICMP has no ports. remove ports where ICMP is meant; write protocol: tcp or udp where a service with ports is meant',
    ],
    [['203.0.113.0/24', '10.200.0.0/24'], '10.200.0.0/24 is declared twice. keep one of them'],
    [
      ['otherMembers:', 'sensors: [nobody]\notherMembers:'],
      '"nobody" is neither a host name nor an address. write a registered host, an address or a prefix',
    ],
  ] as const)('%j', (change, message) => {
    expect(messagesOf(changedCity(change))).toContain(message);
  });

  test('in Japanese too, for every problem', () => {
    const problems = problemsOf('version: 1\nmodel: x\nzones: []\nhosts: [1]\n');
    expect(problems.length).toBeGreaterThan(3);
    for (const problem of problems) expect(problem.message.ja).toMatch(/[ぁ-んァ-ヶ一-龠]/);
  });
});

describe('doubtful things are warnings and do not stop the run', () => {
  test.each([
    [['ip: 10.10.5.5,', 'ip: 10.20.16.5,'], '10.20.16.5 (shomei) is in no segment of mynumber but in a range of lgwan'],
    [['vlan: 310', 'vlan: 110'], 'VLAN 110 is in two areas'],
    [['vlans: [110, 121]', 'vlans: [110, 122]'], 'VLAN 122 is in no zone or realm'],
    [
      ['ip: 10.10.5.5,', 'ip: 10.10.5.15,'],
      "10.10.5.15 is the first or last address of its segment and cannot be a host's",
    ],
    [['{ prefixes: [198.18.20.10/32] }', '{ names: [eltax.example] }'], 'names alone match no traffic'],
    [['ip: [10.10.5.7], ', ''], 'eltax-gw has no ip, so that it matches nothing'],
  ] as const)('%j', (change, message) => {
    const { warnings } = parseTopology(changedCity(change), 'city.yaml');
    expect(warnings.filter(({ level }) => level === 'warning').map((warning) => warning.message.en)).toContain(message);
  });

  test('a host whose address could not be read is not blamed again where it is used', () => {
    const problems = problemsOf(changedCity(['ip: [10.10.5.7]', 'ip: [10.10.5.777]']));
    expect(problems.map(({ field }) => field)).toEqual(['hosts[0].ip[0]']);
  });
});

describe('what is no topology at all', () => {
  test.each([
    ['', 'TOPOLOGY-EMPTY'],
    ['\n\n', 'TOPOLOGY-EMPTY'],
    ['\u0000\u0001abc', 'TOPOLOGY-ENCODING'],
    ['a: [1, 2', 'TOPOLOGY-SYNTAX'],
    ['a: b: c', 'TOPOLOGY-SYNTAX'],
    ['version: 1\nversion: 1\n', 'TOPOLOGY-SYNTAX'],
    ['a: 1\n---\nb: 2\n', 'TOPOLOGY-SYNTAX'],
    ['a: !!js/function x', 'TOPOLOGY-SYNTAX'],
    ['a: *nowhere', 'TOPOLOGY-SYNTAX'],
    ['a: &a [*a]', 'TOPOLOGY-SYNTAX'],
    ['? [a]\n: 1', 'TOPOLOGY-SYNTAX'],
    ['organization: "\\e[31mred"', 'TOPOLOGY-SYNTAX'],
    ['"\\u202e": 1', 'TOPOLOGY-SYNTAX'],
    ['['.repeat(5_000), 'TOPOLOGY-SYNTAX'],
    ['just words', 'TOPOLOGY-STRUCTURE'],
    ['- 1\n- 2\n', 'TOPOLOGY-STRUCTURE'],
    ['__proto__: { a: 1 }', 'TOPOLOGY-STRUCTURE'],
  ])('%.40s', (text, code) => {
    const problems = problemsOf(text);
    expect(problems.map((problem) => problem.code)).toContain(code);
    for (const problem of problems) expect(problem.line ?? 1).toBeGreaterThan(0);
  });

  test('a key written twice is named where it stands again', () => {
    const problems = problemsOf(`${SMALL_CITY}version: 1\n`);
    expect(problems).toContainEqual(
      expect.objectContaining({
        line: SMALL_CITY.split('\n').length,
        column: 1,
        message: expect.objectContaining({ en: 'the key version is written twice' }),
      }),
    );
  });

  test('aliases that multiply are refused without growing', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let depth = 1; depth < 12; depth++)
      lines.push(
        `a${depth}: &a${depth} [${Array(10)
          .fill(`*a${depth - 1}`)
          .join(', ')}]`,
      );
    expect(problemsOf(lines.join('\n')).some(({ message }) => message.en.includes('expand to too much'))).toBe(true);
  });

  test('bytes that are not UTF-8 are refused with their line', () => {
    const shiftJis = new Uint8Array([
      ...new TextEncoder().encode('version: 1\norganization: '),
      0x82,
      0xdd,
      0x82,
      0xc7,
      0x0a,
    ]);
    expect(problemsOf(shiftJis)).toEqual([expect.objectContaining({ code: 'TOPOLOGY-ENCODING', line: 2 })]);
  });
});

describe('files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sansou-topology-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('a file that is not there, and a folder, are clear failures', () => {
    expect(() => loadTopology(join(folder, 'none.yaml'))).toThrow('there is no such topology file');
    expect(() => loadTopology(folder)).toThrow(Failure);
  });

  test('lint tells all and does not throw; overlapping zones make it unusable', () => {
    const file = join(folder, 'city.yaml');
    writeFileSync(file, changedCity(['prefix: 10.30.0.0/29', 'prefix: 10.20.17.0/24']));
    const { problems, usable } = lintTopology(file);
    expect(usable).toBe(false);
    expect(problems.map(({ code }) => code)).toContain('CFG-02');
    expect(() => loadTopology(file)).toThrow(Failure);
  });
});
