import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ScanReport } from '../../../src/model/report.js';
import { REPORT_FORMATS } from '../../../src/report/registry.js';
import { parseFlowLine } from '../../../src/scan/records/parse-flow-record.js';
import { capture, Desk, forbidden, permitted, TOPOLOGY } from '../../cli/desk.js';
import { command } from '../../cli/command.js';

const START = '2026-06-15T10:00:00+09:00';

/** The forbidden flow, permitted. */
const WIDER = TOPOLOGY.replace(
  'capturePoints:',
  `  - id: C-MN-08
    title: 共有フォルダ
    kind: specified
    from: { prefixes: [10.10.16.55/32] }
    to: { prefixes: [10.20.4.10/32] }
    protocol: tcp
    ports: [445]
    approval: { number: 令8-2, by: CISO, date: 2026-04-01, validUntil: 2027-03-31 }
    basis: 試験
capturePoints:`,
);

describe('judging records under another topology', () => {
  let desk: Desk;
  let kept: string;
  let report: string;
  let plain: string;
  let wider: string;
  beforeAll(async () => {
    desk = new Desk();
    const file = desk.put('mn.pcap', capture([permitted, forbidden], START));
    [kept, report, plain] = [desk.path('kept.ndjson'), desk.path('report.json'), desk.path('plain.ndjson')];
    wider = desk.put('wider.yaml', WIDER);
    await command(['check', file, '-t', desk.topology, '--keep-flows', kept, '--format', 'json', '-o', report]);
    await command(['flows', file, '-o', plain]);
  });
  afterAll(() => desk.clear());

  async function judge(records: string, topology: string): Promise<{ status: number; judged: ScanReport }> {
    const { status, out } = await command(['judge', records, '-t', topology, '--format', 'json']);
    return { status, judged: JSON.parse(out) as ScanReport };
  }

  const flowVerdicts = ({ findings }: ScanReport): unknown =>
    findings.map(({ id, rule, verdict, flows }) => [id, rule, verdict, flows]);

  test('kept flows give the same report under the same topology', async () => {
    const { status, judged } = await judge(kept, desk.topology);
    const original = JSON.parse(readFileSync(report, 'utf8')) as ScanReport;
    expect(status).toBe(1);
    expect(flowVerdicts(judged)).toEqual(flowVerdicts(original));
    expect(judged.matrix).toEqual(original.matrix);
    expect(judged.coverage).toEqual(original.coverage);
    expect(judged.timeline).toEqual(original.timeline);
    expect(judged.daily).toEqual(original.daily);
    expect(judged.daily?.traffic.map(({ day, port }) => [day, port])).toEqual(
      expect.arrayContaining([
        ['2026-06-15', 8530],
        ['2026-06-15', 445],
      ]),
    );
    expect(judged.clauses).toEqual(original.clauses);
    expect(judged.quality.filter(({ effect }) => effect === 'undetermined')).toEqual(
      original.quality.filter(({ effect }) => effect === 'undetermined'),
    );
  });

  test.each(['kept', 'report', 'plain'] as const)('a conduit that was added settles the finding: %s', async (which) => {
    const records = { kept, report, plain }[which];
    const before = await judge(records, desk.topology);
    const after = await judge(records, wider);
    const ofFlow = ({ findings }: ScanReport) => findings.filter(({ to }) => to.address === '10.20.4.10');
    expect(ofFlow(before.judged).map(({ verdict }) => verdict)).toContain('violation');
    expect(ofFlow(after.judged)).toEqual([]);
  });

  test('what records do not hold is said, and makes the result undetermined', async () => {
    const missing = async (records: string, topology: string) =>
      (await judge(records, topology)).judged.quality
        .filter(({ check, effect }) => check === 'RUN-RECORDS-LACK' && effect === 'undetermined')
        .map(({ value }) => value);
    expect(await missing(kept, wider)).toEqual([]);
    expect(await missing(kept, desk.put('moved.yaml', WIDER.replace('vlan: 110, ip', 'vlan: 210, ip')))).toEqual([
      'sightings',
      'content',
    ]);
    expect(await missing(plain, wider)).toEqual(['quality', 'sightings', 'content', 2]);
    expect(await missing(report, wider)).toEqual(['flows', 'sightings']);
    expect((await judge(report, wider)).status).toBe(2);
  });

  test('a report is said to be judged by its findings alone, on the page and to whoever started it', async () => {
    const { out, err } = await command(['judge', report, '-t', wider]);
    for (const place of [out.slice(0, out.indexOf('Result by clause')), err])
      expect(place.replace(/\s+/g, ' ')).toContain('Only the flows that an earlier report cites');
    expect((await command(['judge', kept, '-t', wider])).out).toContain('Only stored flow records were judged again');
  });

  test('a point that the topology no longer has is named', async () => {
    const { judged } = await judge(kept, desk.put('renamed.yaml', WIDER.replace('name: CP-MN', 'name: CP-XX')));
    expect(judged.quality).toContainEqual(
      expect.objectContaining({ check: 'RUN-RECORDS-POINT', value: 'CP-MN', effect: 'undetermined' }),
    );
  });

  test('a file that was cut says so', async () => {
    const lines = readFileSync(kept, 'utf8').split('\n');
    const cut = desk.put('cut.ndjson', `${lines.slice(0, -2).join('\n')}\n`);
    expect((await judge(cut, desk.topology)).judged.quality).toContainEqual(
      expect.objectContaining({ check: 'RUN-RECORDS-LACK', value: 'quality' }),
    );
    const short = desk.put('short.ndjson', `${[...lines.slice(0, -3), lines.at(-2)].join('\n')}\n`);
    expect((await judge(short, desk.topology)).judged.quality).toContainEqual(
      expect.objectContaining({ check: 'RUN-RECORDS-LACK', value: 1 }),
    );
  });

  test.each(REPORT_FORMATS)('the result comes in every format: %s', async (format) => {
    const { out, status } = await command(['judge', kept, '-t', wider, '--format', format]);
    expect([0, 1, 2]).toContain(status);
    expect(out.length).toBeGreaterThan(100);
  });

  test('bad input is named line by line: 3, and a missing topology is wrong usage: 64', async () => {
    const [first = ''] = readFileSync(plain, 'utf8').split('\n');
    const bad = desk.put(
      'bad.ndjson',
      [
        first,
        'nonsense',
        first.replace('"proto":6', '"proto":"six"'),
        first.replace('10.10.16.', '10.10.316.'),
        '',
      ].join('\n'),
    );
    const { status, err } = await command(['judge', bad, '-t', wider]);
    expect(status).toBe(3);
    for (const place of [
      ':2: error [RECORDS]',
      ':3: error [RECORDS]',
      ':4: error [RECORDS]',
      'proto',
      'not an IP address',
    ])
      expect(err).toContain(place);
    expect((await command(['judge', desk.path('nothing'), '-t', wider])).status).toBe(3);
    expect((await command(['judge', desk.topology, '-t', wider])).status).toBe(3);
    expect((await command(['judge', desk.put('empty', ''), '-t', wider])).status).toBe(3);
    expect((await command(['judge', kept])).status).toBe(64);
    const broken = desk.put('broken.json', readFileSync(report, 'utf8').replace('"flows": 1', '"flows": "x"'));
    expect((await command(['judge', broken, '-t', wider])).status).toBe(3);
  });

  test('no field of a record can be wrong and pass', () => {
    const [line = ''] = readFileSync(kept, 'utf8').split('\n');
    const spoil = (value: unknown, at: readonly string[]): string[] => {
      if (typeof value !== 'object' || value === null) return [];
      return Object.entries(value).flatMap(([name, inside]) => {
        const path = [...at, name];
        const copy = JSON.parse(line) as Record<string, unknown>;
        let place: Record<string, unknown> = copy;
        for (const step of at) place = place[step] as Record<string, unknown>;
        place[name] = { strange: true };
        return [...('wrong' in parseFlowLine(JSON.stringify(copy)) ? [] : [path.join('.')]), ...spoil(inside, path)];
      });
    };
    expect(spoil(JSON.parse(line), []).filter((path) => !path.startsWith('zones'))).toEqual([]);
  });
});
