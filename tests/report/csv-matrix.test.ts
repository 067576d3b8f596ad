import { describe, expect, test } from '@jest/globals';
import { renderReport } from '../../src/report/registry.js';
import { parseCsv } from '../support/csv.js';
import { SAMPLE_REPORT } from '../support/report.js';

const [head = [], ...rows] = parseCsv(renderReport(SAMPLE_REPORT, 'csv-matrix'));
const row = (from: string, to: string): Readonly<Record<string, string>> => {
  const found = rows.find((cells) => cells[0] === from && cells[1] === to) ?? [];
  return Object.fromEntries(head.map((name, index) => [name, found[index] ?? '']));
};

describe('the zone matrix as CSV', () => {
  test('begins with the columns that tools exchange', () => {
    expect(head.slice(0, 5)).toEqual(['From zone', 'To zone', 'Severity', 'Access Type', 'Services']);
  });

  test('allows between two zones what conduits register, in the direction in which they may be opened', () => {
    expect(row('lgwan', 'internet')).toMatchObject({ 'Access Type': 'Allow only', Services: 'tcp 3389' });
    expect(row('mynumber', 'internet')).toMatchObject({ 'Access Type': 'Block all', Services: '' });
    expect(row('lgwan', 'mynumber')).toMatchObject({ 'Access Type': 'Block all' });
    expect(row('mynumber', 'mynumber')).toMatchObject({ 'Access Type': 'Allow all', Severity: '' });
  });

  test('has a row for undeclared addresses, which are blocked and not without risk', () => {
    expect(row('mynumber', 'unassigned')).toMatchObject({ Severity: 'critical', 'Access Type': 'Block all' });
    expect(row('public', 'internet')).toMatchObject({ Severity: 'high', 'Access Type': 'Block all' });
  });

  test('says beside the promise what was observed', () => {
    expect(row('mynumber', 'lgwan')).toMatchObject({ Flows: '12', Permitted: '10', Violation: '2', Blocked: '0' });
    expect(row('mynumber', 'juki-net')).toMatchObject({ Flows: '0', Permitted: '0' });
  });
});
