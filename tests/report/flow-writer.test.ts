import { describe, expect, test } from '@jest/globals';
import type { Flow } from '../../src/model/flow.js';
import { createFlowWriter, FLOW_FORMATS, type FlowFormat } from '../../src/report/flows/flow-writer.js';
import { parseCsv } from '../support/csv.js';
import { makeFlow } from '../support/flow.js';
import { HOSTILE_TEXT, makeHostile } from '../support/hostile.js';

function write(format: FlowFormat, flows: readonly Flow[]): string {
  const writer = createFlowWriter(format);
  return writer.begin() + flows.map((flow) => writer.writeFlow(flow)).join('') + writer.end();
}

const udp = makeFlow({
  id: 8,
  outer: 7,
  layer: 1,
  proto: 17,
  a: { address: '2001:db8::1', port: 53 },
  b: { address: '::ffff:10.0.0.1', port: 5353 },
  tunnel: 'gre',
  tcp: null,
  vlans: [[], []],
  frames: [],
  outcomeReasons: [],
  zones: ['mynumber', 'public'],
});

describe('flow records as NDJSON', () => {
  test('have exactly the fields of the contract, then our own', () => {
    const record = JSON.parse(write('ndjson', [makeFlow()])) as object;
    expect(record).toEqual({
      layer: 0,
      tunnel: null,
      proto: 6,
      a: { address: '10.10.16.55', port: 51234 },
      b: { address: '10.20.4.10', port: 445 },
      packets: [5, 4],
      bytes: [1200, 3400],
      first: '1781485200.070000001',
      last: '1781485202.000000000',
      initiator: 'a',
      initiatorBasis: 'syn',
      outcome: 'established',
      vlans: [['110'], ['110', '100.200']],
      tcp: { flags: ['SAP', 'SA'], retransmitted: [1, 0], gapBytes: 0 },
      fragments: 0,
      duplicates: 2,
      id: 7,
      outer: null,
      payload: [true, false],
      outcomeReasons: ['handshake-complete'],
      routed: true,
      errorsOnly: false,
      mirrorTransport: false,
      frames: [{ file: 0, frame: 17, role: 'first-a-to-b' }],
    });
  });

  test('name the zones with a topology only', () => {
    const [plain, placed] = write('ndjson', [makeFlow(), udp])
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(plain).not.toHaveProperty('zones');
    expect(placed).toMatchObject({
      zones: ['mynumber', 'public'],
      tcp: null,
      tunnel: 'gre',
      outer: 7,
      vlans: [[], []],
    });
  });

  test('escape whatever stands in their strings', () => {
    const line = write('ndjson', [makeHostile(makeFlow({ tunnel: 'gre' }))]);
    // eslint-disable-next-line no-control-regex
    expect(line.trimEnd()).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
    expect(JSON.parse(line)).toMatchObject({
      tunnel: HOSTILE_TEXT,
      a: { address: HOSTILE_TEXT },
      vlans: [[HOSTILE_TEXT], [HOSTILE_TEXT, HOSTILE_TEXT]],
      tcp: { flags: [HOSTILE_TEXT, HOSTILE_TEXT] },
      outcomeReasons: [HOSTILE_TEXT],
    });
  });
});

describe('flow records as JSON', () => {
  test('are one array, also when there is one or none', () => {
    expect(JSON.parse(write('json', []))).toEqual([]);
    expect(JSON.parse(write('json', [udp]))).toHaveLength(1);
    expect(JSON.parse(write('json', [makeFlow(), udp]))).toMatchObject([{ id: 7 }, { id: 8 }]);
  });

  test('are the very records of NDJSON', () => {
    const lines = write('ndjson', [makeFlow(), udp]).trimEnd().split('\n');
    expect(write('json', [makeFlow(), udp])).toBe(`[\n${lines.join(',\n')}\n]\n`);
  });
});

describe('flow records as CSV', () => {
  test('have as many cells as the header, with and without TCP and zones', () => {
    const [head = [], ...rows] = parseCsv(write('csv', [makeFlow(), udp]));
    expect(rows.map((row) => row.length)).toEqual([head.length, head.length]);
    const [tcp, other] = rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index]])));
    expect(tcp).toMatchObject({
      a_address: '10.10.16.55',
      b_port: '445',
      bytes_b_to_a: '3400',
      first: '1781485200.070000001',
      vlans_b_to_a: '110 100.200',
      tcp_flags_a_to_b: 'SAP',
      duplicates: '2',
      zone_a: '',
      routed: 'true',
      first_frame: '17',
    });
    expect(other).toMatchObject({
      a_address: '2001:db8::1',
      tcp_flags_a_to_b: '',
      gap_bytes: '',
      zone_a: 'mynumber',
      zone_b: 'public',
      outer: '7',
      first_frame: '',
    });
  });

  test('put no formula into a spreadsheet', () => {
    const [head = [], row = []] = parseCsv(write('csv', [makeHostile(makeFlow({ tunnel: 'gre' }))]));
    expect(row).toHaveLength(head.length);
    expect(row.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });
});

test('flow formats are those of the contract', () => {
  expect(FLOW_FORMATS).toEqual(['ndjson', 'csv', 'json']);
});
