import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parseReport } from '../../src/compare/read-report.js';
import { prove } from '../../src/prove/prove.js';
import { redactReport } from '../../src/report/redact/redact-report.js';
import { renderReport } from '../../src/report/registry.js';
import { check } from '../../src/scan/check.js';
import { loadTopology } from '../../src/topology/load.js';

const file = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const { topology } = loadTopology(file('topology/midorino-alpha.yaml'));

/** rows that are caught, undetermined and not applicable; a proof of all rules has no other kinds (tests/prove) */
const RULES = ['A8-3-A-01', 'A8-3-I-14', 'A8-3-I-52', 'A8-3-U-60'];

describe('the report of the sample captures, with everything that a run can add', () => {
  test('is read back as it was written, and so is its redacted form', async () => {
    const judged = await check({ captures: [{ point: null, path: file('captures') }], topology });
    const report = { ...judged, proof: await prove({ topology, rules: RULES }) };
    for (const whole of [report, redactReport(report, { salt: Buffer.alloc(32, 1) })]) {
      const json = renderReport(whole, 'json');
      const { report: read } = parseReport(new TextEncoder().encode(json), 'r.json');
      expect(read).toEqual(JSON.parse(json));
    }
  }, 120_000);
});
