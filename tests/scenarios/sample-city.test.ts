import { beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { check } from '../../src/index.js';
import type { ScanReport } from '../../src/model/report.js';
import { loadTopology } from '../../src/topology/load.js';

const captures = fileURLToPath(new URL('../../captures/', import.meta.url));
const topologyFile = fileURLToPath(new URL('../../topology/midorino-alpha.yaml', import.meta.url));

interface Provenance {
  readonly files: readonly {
    readonly file: string;
    readonly point: string;
    readonly packets: number;
    readonly sha256: string;
  }[];
  readonly planted: readonly { readonly rule: string; readonly beside: string | null }[];
}
const provenance = JSON.parse(readFileSync(`${captures}provenance.json`, 'utf8')) as Provenance;

describe('the sample city', () => {
  let report: ScanReport;
  beforeAll(async () => {
    const { topology } = loadTopology(topologyFile);
    report = await check({ captures: [{ point: null, path: captures }], topology, hash: true });
  });

  test('its files are those of the provenance and small', () => {
    for (const { file, sha256 } of provenance.files) {
      expect([
        file,
        createHash('sha256')
          .update(readFileSync(captures + file))
          .digest('hex'),
      ]).toEqual([file, sha256]);
    }
    const bytes = provenance.files.reduce((sum, { file }) => sum + statSync(captures + file).size, 0);
    expect(bytes).toBeLessThan(2_000_000);
  });

  test('every file is read whole and finds its capture point by its name', () => {
    const read = report.inputs.captures.map(({ point, packets, complete }) => ({ point, packets, complete }));
    const made = provenance.files.map(({ point, packets }) => ({ point, packets, complete: true }));
    expect(new Set(read.map((file) => JSON.stringify(file)))).toEqual(
      new Set(made.map((file) => JSON.stringify(file))),
    );
  });

  test('every planted case is found, and no violation that was not planted', () => {
    const planted = new Set(
      provenance.planted.flatMap(({ rule, beside }) => [rule, ...(beside === null ? [] : [beside])]),
    );
    const found = new Set(report.findings.map(({ rule }) => rule));
    expect([...planted].filter((rule) => !found.has(rule))).toEqual([]);
    const serious = report.findings.filter(({ verdict }) => verdict === 'violation' || verdict === 'suspected');
    expect(
      serious
        // that a registered firewall let a planted flow through is said beside it
        .filter(({ rule, reasons }) => !planted.has(rule) && !reasons.includes('path-without-conduit'))
        .map(({ rule, from, to }) => [rule, from.address, to.address]),
    ).toEqual([]);
    expect(found.size).toBeGreaterThanOrEqual(10);
  });

  test('between the My Number zone and those who might call it there is silence', () => {
    const calls = report.matrix.filter(({ to, flows }) => to === 'mynumber' && flows > 0).map(({ from }) => from);
    expect(calls).not.toContain('internet');
    expect(calls).not.toContain('lgwan');
  });
});
