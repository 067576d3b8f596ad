// How long a run takes to be saved: node .ci/ready.mjs && node tests/store/measure-saving.mjs [RUNS] [DIST]
// The report of the sample city again and again, an hour later each time. Every run has a finding of its own that the next
// ones do not have, and none of them looked where it was: those stay in question, and are asked about at every save.
// Tells processor time, so that it can be read on a busy machine.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';

const [runs = '200', dist = 'dist'] = process.argv.slice(2);
const { openHistory } = await import(resolve(dist, 'store/open-history.js'));
const { check, loadTopology } = await import(resolve(dist, 'index.js'));
const { topology } = loadTopology('topology/midorino-alpha.yaml');
const captures = ['cp-mnlg.pcap', 'cp-mn.pcapng'].map((name) => ({ point: null, path: `captures/${name}` }));
const base = await check({ captures, topology });

/** the times of the report, later by so many seconds */
const moved = (value, shift) =>
  typeof value === 'string' && /^\d{10}\.\d{9}$/.test(value)
    ? (Number(value) + shift).toFixed(9)
    : Array.isArray(value)
      ? value.map((item) => moved(item, shift))
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, moved(inner, shift)]))
        : value;

const folder = mkdtempSync(join(tmpdir(), 'sansou-saving-'));
const history = openHistory(join(folder, 'history.db'));
const seconds = [];
for (let run = 0; run < Number(runs); run++) {
  const report = moved(base, run * 3600);
  const own = { ...report.findings[0], id: createHash('sha256').update(`${run}`).digest('hex').slice(0, 16) };
  const at = new Date(1_781_485_200_000 + run * 3_600_000).toISOString();
  const started = process.cpuUsage();
  history.saveRun({
    ...{ id: `run-${String(run).padStart(6, '0')}`, kind: 'watch', startedAt: at, endedAt: at, finished: true },
    evidence: null,
    report: {
      ...report,
      findings: [...report.findings, own],
      statistics: { ...report.statistics, interrupted: true },
      inputs: { ...report.inputs, captures: [] },
    },
  });
  const { user, system } = process.cpuUsage(started);
  seconds.push((user + system) / 1e6);
}
const tracked = history.findings().length;
history.close();
rmSync(folder, { recursive: true, force: true });
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const tell = (what, value) => process.stdout.write(`${what}: ${(value * 1000).toFixed(1)} ms\n`);
process.stdout.write(`${runs} runs, ${tracked} findings\n`);
tell('mean of the first ten', mean(seconds.slice(0, 10)));
tell('mean of the last ten', mean(seconds.slice(-10)));
tell(
  'all',
  seconds.reduce((sum, value) => sum + value, 0),
);
