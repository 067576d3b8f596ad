import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { Failure, type Problem } from '../../../src/base/failure.js';
import { formatHosts, importHosts } from '../../../src/topology/hosts/import-hosts.js';
import { parseTopology } from '../../../src/topology/load.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function problemsOf(bytes: Uint8Array): readonly Problem[] {
  try {
    importHosts(bytes, 'hosts.csv');
  } catch (error) {
    if (error instanceof Failure) return error.problems;
    throw error;
  }
  throw new Error('no problem was found');
}

describe('an inventory', () => {
  test('becomes hosts', () => {
    const csv =
      'name,zone,ip,mac,roles\r\nmail-lg,lgwan,10.20.4.25,00-00-5E-00-53-30,mail\r\n\r\nns,mynumber,"10.10.9.3; 10.10.9.4\n2001:DB8::3",,resolver server\r\n';
    expect(importHosts(utf8(csv), 'hosts.csv')).toEqual([
      { name: 'mail-lg', zone: 'lgwan', ip: ['10.20.4.25'], mac: ['00:00:5e:00:53:30'], roles: ['mail'] },
      {
        name: 'ns',
        zone: 'mynumber',
        ip: ['10.10.9.3', '10.10.9.4', '2001:db8::3'],
        mac: [],
        roles: ['resolver', 'server'],
      },
    ]);
  });

  test('may have Japanese headings and zones, in Shift_JIS as Excel saves it', () => {
    // 機器名,領域,IPアドレス / 窓口端末,LGWAN接続系,10.20.16.7
    const shiftJis = Buffer.from(
      '8b408aed96bc2c97cc88e62c495083418368838c83580d0a918b8cfb925b96962c4c4757414e90da91b18c6e2c31302e32302e31362e370d0a',
      'hex',
    );
    expect(importHosts(shiftJis, 'hosts.csv')).toEqual([
      { name: '窓口端末', zone: 'lgwan', ip: ['10.20.16.7'], mac: [], roles: [] },
    ]);
  });

  test('may begin with a byte order mark, in UTF-8 or UTF-16', () => {
    const text = 'name,zone\nx,lgwan\n';
    for (const bytes of [utf8(`\uFEFF${text}`), Buffer.from(`\uFEFF${text}`, 'utf16le')]) {
      expect(importHosts(bytes, 'hosts.csv')[0]?.name).toBe('x');
    }
  });

  test('reads MAC addresses in every usual form', () => {
    const forms = ['00:00:5e:00:53:01', '00-00-5E-00-53-02', '00005e005303', '0000.5e00.5304', '00005e:005305'];
    const hosts = importHosts(utf8(`name,zone,mac\nx,lgwan,${forms.join(' ')}\n`), 'hosts.csv');
    expect(hosts[0]?.mac).toEqual([1, 2, 3, 4, 5].map((last) => `00:00:5e:00:53:0${last}`));
  });
});

describe('errors', () => {
  test('are told at once, each with its line', () => {
    const csv =
      'name,zone,ip,mac\nok,lgwan,10.20.4.1,\n,lgwan,,\n"a\nb",lgwan,,\nc,lgwam,10.20.4.325,00:00\nok,lgwan,10.20.4.1,\n';
    expect(problemsOf(utf8(csv)).map(({ line, field, message }) => `${line} ${field} ${message.en}`)).toEqual([
      '3 name the name "" cannot be used',
      '4 name the name "a\nb" cannot be used',
      '6 zone the zone "lgwam" is not known',
      '6 ip "10.20.4.325" is not an IP address',
      '6 mac "00:00" is not a MAC address',
      '7 name ok is on line 2 too',
      '7 ip 10.20.4.1 is on line 2 too',
    ]);
  });

  test.each([
    ['', 'the file is empty'],
    ['name,ip\nx,10.0.0.1\n', 'the column zone is missing'],
    ['name,zone,colour\n', 'unknown column colour'],
    ['name,zone,name\n', 'the column name is there twice'],
    ['name,zone\n"x,lgwan\n', 'a quote " is not closed'],
  ])('%j', (csv, message) => {
    expect(problemsOf(utf8(csv)).map((problem) => problem.message.en)).toContain(message);
  });

  test('bytes of no known encoding', () => {
    expect(problemsOf(new Uint8Array([0x81, 0xff, 0xfd]))[0]?.message.en).toBe('this is neither UTF-8 nor Shift_JIS');
  });
});

test('the written fragment reads back as the same hosts', () => {
  const name = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => !/[\s/]/.test(text));
  const host = fc.record({
    name,
    zone: fc.constantFrom('mynumber', 'lgwan', 'internet', 'mgmt'),
    ip: fc.array(fc.ipV4(), { maxLength: 2 }),
    mac: fc.constantFrom([], ['00:00:5e:00:53:01']),
    roles: fc.array(fc.constantFrom('mail', 'true', '役割', 'a: b', '#x'), { maxLength: 2 }),
  });
  fc.assert(
    fc.property(fc.array(host, { maxLength: 5 }), (hosts) => {
      const read = (parse(formatHosts(hosts as never)) as { hosts: Partial<(typeof hosts)[number]>[] }).hosts;
      expect(read.map((item) => ({ ip: [], mac: [], roles: [], ...item }))).toEqual(hosts);
    }),
    { numRuns: 200 },
  );
});

test('the fragment fits into a topology', () => {
  const fragment = formatHosts(
    importHosts(utf8('name,zone,ip,mac,roles\ntrue,lgwan,fd00::1,00:00:5e:00:53:01,mail\n'), 'hosts.csv'),
  );
  const { topology } = parseTopology(
    `version: 1\norganization: x\nmodel: beta\nzones: { mynumber: { segments: [] }, lgwan: { segments: [] }, internet: { segments: [] } }\n${fragment}`,
    'x',
  );
  expect(topology.hosts).toEqual([
    expect.objectContaining({ name: 'true', ip: ['fd00::1'], mac: ['00:00:5e:00:53:01'] }),
  ]);
});
