// npm run bench: what the product costs, beside programs that do part of its work. docs/performance.md has the figures.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readSync,
  closeSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  copyFileSync,
} from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { provideCapture, provideTopology } from './make-capture.mjs';
import { canMeasure, measure, median } from './measure.mjs';
import { listPeers } from './peers.mjs';
import { checkAnswer, productCommand, root, START_WAYS, WAYS } from './product.mjs';
import { SET_NAMES } from './sets.mjs';

const HELP = `npm run bench -- [options]
  --small          captures of a twentieth of the size, for a quick look
  --sets M,M96,F   which captures (default all)
  --ways N         only the first N ways of running the product (default all ${WAYS.length})
  --rounds N       every program once a round (default 5)
  --starts N       runs for the cost of starting (default 20)
  --node PATH      another Node binary for the product
  --dist FOLDER    the built program (default dist)
  --no-peers       the product alone
  --json FILE      the raw figures as JSON
Captures are kept in SANSOU_BENCH_DIR, else in the system's folder for temporary files (about 4.5 GB).`;

const { values } = parseArgs({
  options: {
    small: { type: 'boolean', default: false },
    sets: { type: 'string', default: SET_NAMES.join(',') },
    ways: { type: 'string', default: String(WAYS.length) },
    rounds: { type: 'string', default: '5' },
    starts: { type: 'string', default: '20' },
    node: { type: 'string', default: process.execPath },
    dist: { type: 'string', default: join(root, 'dist') },
    'no-peers': { type: 'boolean', default: false },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const program = { dist: resolve(values.dist), node: values.node };
if (!canMeasure || !existsSync(join(program.dist, 'cli.js'))) {
  console.error(
    canMeasure
      ? `There is no built program in ${program.dist}: npm run build, or --dist FOLDER.`
      : 'The bench needs bash.',
  );
  process.exit(1);
}
const rounds = Number(values.rounds);
const folder = resolve(process.env.SANSOU_BENCH_DIR ?? join(tmpdir(), 'sansou-bench'));
mkdirSync(folder, { recursive: true });
const scratch = mkdtempSync(join(folder, 'run-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
const topology = provideTopology(folder);
const peers = values['no-peers'] ? [] : listPeers(scratch);
const version = spawnSync(program.node, ['--version'], { encoding: 'utf8' }).stdout.trim();
const figures = {
  node: version,
  cpu: cpus()[0]?.model ?? '',
  cores: cpus().length,
  small: values.small,
  sets: {},
  start: {},
};
let failed = false;

console.log(
  `${cpus().length} × ${figures.cpu}; product under Node ${version}; load ${loadavg()[0].toFixed(1)} at the start`,
);
for (const { name, absent } of peers) if (absent !== null) console.log(`${name} does not take part: ${absent}`);

/** everything in the page cache, so that nobody pays for the disk */
function warm(path) {
  const descriptor = openSync(path);
  const buffer = Buffer.allocUnsafe(1 << 20);
  while (readSync(descriptor, buffer, 0, buffer.length, null) > 0);
  closeSync(descriptor);
}

function printTable(head, lines) {
  const widths = head.map((word, column) => Math.max(word.length, ...lines.map((line) => line[column].length)));
  const row = (line) =>
    line.map((word, column) => (column === 0 ? word.padEnd(widths[0]) : word.padStart(widths[column]))).join('  ');
  console.log([row(head), row(widths.map((width) => '─'.repeat(width))), ...lines.map(row)].join('\n'));
}

/** min / median / max */
function spread(numbers, unit, digits) {
  return [Math.min(...numbers), median(numbers), Math.max(...numbers)]
    .map((number) => (number / unit).toFixed(digits))
    .join(' / ');
}

function benchSet(name, idleKb) {
  const { path, set, expected } = provideCapture(folder, name, values.small);
  warm(path);
  const wrong = checkAnswer(program, path, topology, expected);
  if (wrong.length > 0) {
    failed = true;
    console.log(`\n${name}: THE ANSWER IS WRONG\n  ${wrong.join('\n  ')}`);
  }
  const runners = [
    ...WAYS.slice(0, Number(values.ways)).map((way) => ({
      ...way,
      isProduct: true,
      command: () => productCommand(program, way.words(path, topology)),
    })),
    ...peers
      .filter(({ absent }) => absent === null)
      .map((peer) => ({ ...peer, isProduct: false, command: () => peer.command(path, set.flows) })),
  ];
  const costs = new Map(runners.map((runner) => [runner.name, []]));
  for (let round = 0; round < rounds; round++)
    for (const runner of runners) costs.get(runner.name).push(measure(runner.command()));
  const own = costs.get(WAYS[0].name);
  const reference = costs.get('C reference');
  const lines = runners.map((runner) => {
    const mine = costs.get(runner.name);
    const cpu = mine.map(({ cpuMs }) => cpuMs);
    const times = (other) =>
      other === undefined ? '–' : median(mine.map(({ cpuMs }, round) => cpuMs / other[round].cpuMs)).toFixed(2);
    const peaks = mine.map(({ peakKb }) => peakKb).filter((peak) => peak !== null);
    const peak = peaks.length === 0 ? null : Math.max(...peaks);
    const perFlow =
      peak === null || !runner.isProduct ? '–' : ((Math.max(0, peak - idleKb) * 1024) / set.flows).toFixed(0);
    return [
      runner.isProduct ? `sansou ${runner.name}` : runner.name,
      (set.packets / 1000 / median(cpu)).toFixed(2),
      spread(cpu, 1000, 2),
      times(reference),
      times(own),
      peak === null ? '–' : (peak / 1024).toFixed(0),
      perFlow,
    ];
  });
  const megabytes = (statSync(path).size / 1e6).toFixed(0);
  console.log(
    `\n${name}: ${set.packets.toLocaleString('en')} packets, ${set.flows.toLocaleString('en')} flows, ${megabytes} MB; ${rounds} rounds; load ${loadavg()[0].toFixed(1)}`,
  );
  printTable(['program', 'Mpackets/CPU s', 'CPU s min/median/max', '× C', '× check', 'peak MB', 'B/flow'], lines);
  figures.sets[name] = {
    ...set,
    bytes: statSync(path).size,
    wrong,
    costs: Object.fromEntries(
      [...costs].map(([key, list]) => [key, list.map(({ cpuMs, wallMs, peakKb }) => ({ cpuMs, wallMs, peakKb }))]),
    ),
  };
}

/** Answers the peak memory of a check that has next to nothing to read, KiB. */
function benchStart() {
  const tiny = join(scratch, 'tiny.pcap');
  copyFileSync(provideCapture(folder, 'M96', true).path, tiny);
  truncateSync(tiny, 24 + 20 * 112);
  const empty = join(scratch, 'empty.mjs');
  writeFileSync(empty, '');
  const commands = START_WAYS.map(({ name, words }) => ({
    name,
    command: words === null ? [program.node, empty] : productCommand(program, words(tiny, topology)),
    costs: [],
  }));
  for (let round = 0; round < Number(values.starts); round++)
    for (const { command, costs } of commands) costs.push(measure(command, { memory: false }));
  console.log(`\nStarting: ${values.starts} runs each, milliseconds min/median/max`);
  printTable(
    ['program', 'CPU ms', 'wall ms'],
    commands.map(({ name, costs }) => [
      name,
      spread(
        costs.map(({ cpuMs }) => cpuMs),
        1,
        0,
      ),
      spread(
        costs.map(({ wallMs }) => wallMs),
        1,
        0,
      ),
    ]),
  );
  for (const { name, costs } of commands) figures.start[name] = costs.map(({ cpuMs, wallMs }) => ({ cpuMs, wallMs }));
  return measure(commands.at(-1).command).peakKb ?? 0;
}

const idleKb = benchStart();
for (const name of values.sets.split(',')) benchSet(name, idleKb);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 1)}\n`);
process.exit(failed ? 1 : 0);
