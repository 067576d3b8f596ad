// node tests/watch/measure-evidence-lag.mjs [FINDINGS] [SECONDS]: one capture file with so many violations, then one
// violation a second while their evidence is written. Prints how long after its file was whole each was told, and how long
// the watch takes to end. Needs a build; captures come from a stand-in for dumpcap.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { captureOf, violationCapture, violationFrames } from '../soak/violation-capture.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const findings = Number(process.argv[2] ?? 2000);
const seconds = Number(process.argv[3] ?? 60);
const folder = mkdtempSync(join(tmpdir(), 'sansou-lag-'));
const source = join(folder, 'source');
mkdirSync(source);
const now = Date.now();
const frames = Array.from({ length: findings }, (_, index) =>
  violationFrames(index % 250, `10.20.4.${10 + Math.floor(index / 250)}`),
).flat();
writeFileSync(join(source, '0000.pcap'), captureOf(frames, now));
// hosts of their own: 10.10.18.x
for (let index = 0; index < Math.min(seconds, 250); index++)
  writeFileSync(
    join(source, `${String(index + 1).padStart(4, '0')}.pcap`),
    violationCapture(256 + index, now + (index + 1) * 1000),
  );

const child = spawn(
  process.execPath,
  [
    ...[join(root, 'dist/cli.js'), 'watch', '-t', join(root, 'topology/midorino-alpha.yaml'), '-i', 'CP-MN=lo'],
    ...['--capture-program', join(root, 'tests/watch/fake-dumpcap.mjs'), '--spool', join(folder, 'spool')],
    ...['--store', join(folder, 'history.db'), '--lang', 'en', '--log-level', 'info'],
  ],
  {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, FAKE_SOURCE: source, FAKE_PERIOD: '1000', FAKE_GIVEN: folder },
  },
);
const given = new Map();
const told = new Map();
let first = 0;
const look = setInterval(() => {
  if (!existsSync(join(folder, 'given'))) return;
  for (const name of readFileSync(join(folder, 'given'), 'utf8').trim().split('\n'))
    if (!given.has(name)) given.set(name, Date.now());
}, 20);
createInterface({ input: child.stdout }).on('line', (line) => {
  if (line.includes('10.10.17.')) first ||= Date.now();
  const host = /10\.10\.18\.(\d+)/.exec(line)?.[1];
  if (host === undefined || !line.includes('A8-3-A-24')) return;
  const name = `${String(Number(host)).padStart(4, '0')}.pcap`;
  if (!told.has(name)) told.set(name, Date.now());
});
createInterface({ input: child.stderr }).on('line', (line) => {
  if (/evidence/.test(line))
    process.stdout.write(`${((Date.now() - now) / 1000).toFixed(1)} s: ${line.slice(0, 200)}\n`);
});
await new Promise((resolve) => setTimeout(resolve, (seconds + 5) * 1000));
const ended = new Promise((resolve) => child.once('exit', resolve));
const asked = Date.now();
child.kill('SIGTERM');
const status = await ended;
clearInterval(look);
const lags = [...given].filter(([name]) => told.has(name)).map(([name, at]) => (told.get(name) - at) / 1000);
lags.sort((x, y) => x - y);
const at = (share) => lags[Math.min(lags.length - 1, Math.floor(lags.length * share))];
process.stdout.write(
  `${JSON.stringify({
    findings,
    firstTold: (first - given.get('0000.pcap')) / 1000,
    files: given.size - 1,
    told: lags.length,
    lagMedian: at(0.5),
    lagWorst: at(1),
    endTook: (Date.now() - asked) / 1000,
    status,
    left: readdirSync(join(folder, 'spool', 'evidence')),
  })}\n`,
);
rmSync(folder, { recursive: true, force: true });
