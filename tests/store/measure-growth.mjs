// Store growth per million flows: node .ci/ready.mjs && node tests/store/measure-growth.mjs
// A day of 24 hourly runs: every pair of areas with the given number of services, findings as in the sample of the tests.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { openHistory } from '../../dist/store/open-history.js';

const FLOWS_PER_RUN = 1_000_000 / 24;
const AREAS = ['mynumber', 'lgwan', 'internet', 'lgwan-wan', 'govcloud', 'security-cloud', 'mgmt', 'public'];

const [services = '20', findings = '50'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'sansou-growth-'));
const file = join(folder, 'history.db');
const history = openHistory(file);

const result = (word) => ({ result: word, reasons: [] });
const text = (words) => ({ ja: words, en: words });
const epoch = (hour, second) => `${1_781_485_200 + hour * 3600 + second}.123456789`;

function report(hour) {
  const pairs = AREAS.flatMap((from) => AREAS.map((to) => ({ from, to })));
  const each = Math.round(FLOWS_PER_RUN / pairs.length / Number(services));
  const day = '2026-06-15';
  return {
    schema: 'sansou/report/1',
    result: 'violation',
    clauses: { A: result('violation'), I: result('none-observed'), U: result('none-observed') },
    matrix: pairs.map((pair) => ({
      ...pair,
      flows: each,
      packets: each * 9,
      bytes: each * 700,
      verdicts: { permitted: each },
    })),
    daily: {
      traffic: pairs.flatMap((pair) =>
        Array.from({ length: Number(services) }, (_, port) => ({
          ...{ day, ...pair, proto: 6, port: 1000 + port * 37 },
          ...{ flows: each, packets: each * 9, bytes: each * 700, verdicts: { permitted: each } },
        })),
      ),
      conduits: Array.from({ length: 40 }, (_, number) => ({ conduit: `C-${number}`, day, flows: 100, bytes: 70_000 })),
    },
    findings: Array.from({ length: Number(findings) }, (_, number) => ({
      ...{ id: (number + 1).toString(16).padStart(16, '0'), rule: 'A8-3-A-24', clause: 'A', verdict: 'violation' },
      ...{
        severity: 'critical',
        outcome: 'data',
        title: text('共用サービスの越境'),
        summary: text(`端末 ${number} が…`.repeat(8)),
      },
      from: { zone: 'mynumber', address: `10.10.16.${number}`, host: null, mac: null },
      to: { zone: 'lgwan', address: '10.20.4.10', host: 'bunsho-lg', mac: null },
      ...{ service: { proto: 6, port: 445 }, first: epoch(hour, number), last: epoch(hour, number + 9) },
      ...{ flows: 1, packets: 12, bytes: 3456, conduit: null, reasons: ['no-conduit'], related: [], limits: [] },
      evidence: Array.from({ length: 10 }, (_unused, frame) => ({
        ...{
          file: `mn-${hour}.pcapng`,
          sha256: null,
          frame: hour * 99_991 + number * 17 + frame,
          time: epoch(hour, number),
        },
        ...{
          point: 'CP-MN',
          role: 'deciding',
          source: `10.10.16.${number}`,
          destination: '10.20.4.10',
          seq: number * frame * 7919,
        },
      })),
      remedy: text('見直す。'),
    })),
    quality: AREAS.map((point) => ({ check: 'CAP-01', point, value: hour / 1000, effect: 'none', message: text('…') })),
    coverage: { points: [], zones: [], conduits: [], boundaries: [], notVerifiable: [], notChecked: [] },
    statistics: { packets: 1, flows: FLOWS_PER_RUN, first: epoch(hour, 0), last: epoch(hour, 3599) },
    inputs: { captures: [], topology: { organization: '市', timezone: 'Asia/Tokyo' } },
  };
}

for (let hour = 0; hour < 24; hour++) {
  const at = new Date((1_781_485_200 + hour * 3600) * 1000).toISOString();
  const run = { id: `run-${String(hour).padStart(2, '0')}`, kind: 'watch', startedAt: at, endedAt: at, finished: true };
  history.saveRun({ ...run, evidence: null, report: report(hour) });
}
history.prune({ maxAgeDays: null, maxBytes: null });
const bytes = history.size();
history.close();
rmSync(folder, { recursive: true, force: true });
process.stdout.write(
  `${JSON.stringify({ flows: 1_000_000, runs: 24, services: Number(services), findings: Number(findings), bytes })}\n`,
);
