// Long runs, for a person who has the time: npm run soak -- [--kill 100] [--minutes 30] [--rate 200000]
// --kill N: kill -9 a watch N times and look what the store lost.
// --minutes M: network namespaces with a veth pair as mirror port; tcpreplay sends the sample city's traffic at --rate
//   packets per second (or --capture FILE with the --topology and --point that it belongs to); a watch captures and
//   judges it; its memory and losses are printed every minute, beside the
//   losses of a tcpdump that writes the same traffic to disk (--beside). Needs root, ip, tcpreplay and dumpcap.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { killAgainAndAgain } from './kill.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { values } = parseArgs({
  options: {
    kill: { type: 'string' },
    minutes: { type: 'string' },
    rate: { type: 'string', default: '100000' },
    beside: { type: 'boolean', default: false },
    capture: { type: 'string', default: join(root, 'captures/cp-mn.pcapng') },
    topology: { type: 'string', default: join(root, 'topology/midorino-alpha.yaml') },
    point: { type: 'string', default: 'CP-MN' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'sansou-soak-'));
// asked inside the namespace, where the watch answers
const METRICS = `fetch('http://127.0.0.1:9469/metrics').then((r) => r.text()).then((text) => {
  const of = (name) => Number(new RegExp('^sansou_' + name + '(?:\\\\{[^}]*\\\\})? ([0-9.e+]+)', 'm').exec(text)?.[1] ?? 0);
  console.log(JSON.stringify({ packets: of('packets_total'), drops: of('drops_total'), flows: of('flows_total'), lag: of('lag_seconds'), store: of('store_bytes') }));
})`;
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

if (values.kill !== undefined) {
  const { kills, given, known, integrity, runs, halfMade } = await killAgainAndAgain({
    folder,
    kills: Number(values.kill),
  });
  const lost = given.filter((address) => !known.includes(address));
  console.log(JSON.stringify({ kills, runs, integrity, filesGiven: given.length, lost: lost.length, halfMade }));
  // lives in which nothing was captured prove nothing
  if (integrity !== 'ok' || given.length < kills / 2 || halfMade.length > 0 || lost.length > kills)
    process.exitCode = 1;
}
if (values.minutes !== undefined) await soak(Number(values.minutes) * 60_000);

function run(command, ...words) {
  const { status, stderr, error } = spawnSync(command, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${words.join(' ')}: ${error?.message ?? stderr}`);
}

async function soak(milliseconds) {
  const space = `sansou-soak-${process.pid}`;
  const inside = (command, words, options = {}) =>
    spawn('ip', ['netns', 'exec', space, command, ...words], { stdio: 'ignore', ...options });
  run('ip', 'netns', 'add', space);
  const children = [];
  try {
    run('ip', '-n', space, 'link', 'add', 'switch', 'type', 'veth', 'peer', 'name', 'mirror');
    for (const name of ['switch', 'mirror', 'lo']) run('ip', '-n', space, 'link', 'set', name, 'up');
    mkdirSync(join(folder, 'beside'));
    const watch = inside(
      process.execPath,
      [
        ...[join(root, 'dist/cli.js'), 'watch', '-t', values.topology, '-i', `${values.point}=mirror`],
        ...[
          '--spool',
          join(folder, 'spool'),
          '--store',
          join(folder, 'history.db'),
          '--ring-size',
          '1G',
          '--ring-age',
          '1m',
        ],
        ...['--metrics', '127.0.0.1:9469', '--buffer', '256', '--log-level', 'warn'],
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    children.push(watch);
    await sleep(3000);
    let beside = null;
    if (values.beside) {
      beside = inside(
        'tcpdump',
        ['-n', '-i', 'mirror', '-B', '262144', '-w', join(folder, 'beside', 'x'), '-C', '100', '-W', '5', '-Z', 'root'],
        {
          stdio: ['ignore', 'ignore', 'pipe'],
        },
      );
      children.push(beside);
    }
    // in groups of packets: to wait between single ones takes a whole core
    const pace = ['--pps', values.rate, '--pps-multi', '50', '--loop', '0', '-K'];
    const replay = inside('tcpreplay', ['-q', '-i', 'switch', ...pace, values.capture]);
    children.push(replay);
    const began = Date.now();
    while (Date.now() - began < milliseconds && watch.exitCode === null) {
      await sleep(Math.min(60_000, milliseconds));
      // `ip netns exec` becomes the program: the number is its own
      const status = readFileSync(`/proc/${watch.pid}/status`, 'utf8');
      const rss = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
      const { stdout } = spawnSync('ip', ['netns', 'exec', space, process.execPath, '-e', METRICS], {
        encoding: 'utf8',
      });
      console.log(
        JSON.stringify({
          seconds: Math.round((Date.now() - began) / 1000),
          rssMebibytes: Math.round(rss),
          ...JSON.parse(stdout || '{}'),
        }),
      );
    }
    const ended = new Promise((resolve) => watch.once('exit', resolve));
    replay.kill('SIGTERM');
    await sleep(3000);
    watch.kill('SIGTERM');
    await ended;
    if (beside !== null) {
      let words = '';
      beside.stderr.on('data', (text) => (words += text));
      const gone = new Promise((resolve) => beside.once('exit', resolve));
      beside.kill('SIGTERM');
      await gone;
      console.log(words.trim());
    }
    writeFileSync(join(folder, 'done'), '');
  } finally {
    for (const child of children) child.kill('SIGKILL');
    run('ip', 'netns', 'del', space);
    console.log(folder);
  }
}
