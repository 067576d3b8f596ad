// Runs mutants one after another, inside this process, and tells the parent about each. Started by campaign.mjs.
import { EventEmitter } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { setImmediate } from 'node:timers';
import { pathToFileURL } from 'node:url';
import { listCaptures, listTopologies } from './corpus.mjs';
import { makeMutant } from './mutant.mjs';

const [folder, dist] = process.argv.slice(2);
const { runCli } = await import(pathToFileURL(join(dist, 'cli', 'run-cli.js')).href);
const corpus = { captures: listCaptures(), topologies: listTopologies() };
mkdirSync(folder, { recursive: true });
process.chdir(folder);

let stray = null;
process.on('unhandledRejection', (reason) => (stray ??= reason));
process.on('uncaughtException', (error) => (stray ??= error));

/** keeps what is written to it, so that it can be looked at */
class Paper extends Writable {
  pieces = [];
  columns = 100;
  isTTY = false;
  _write(chunk, _encoding, done) {
    this.pieces.push(chunk);
    done();
  }
  get text() {
    return Buffer.concat(this.pieces).toString();
  }
}

/** what is wrong with how a run ended, null when nothing is */
function faultOf(status, stdout, stderr, argv) {
  if (stray !== null) return `a stray error: ${stray instanceof Error ? stray.stack : String(stray)}`;
  if (![0, 1, 2, 3, 64].includes(status)) return `exit status ${status}:\n${stderr.text}`;
  if (status === 3 && (stderr.text + stdout.text).trim() === '') return 'exit status 3 without a word';
  const format = argv[argv.indexOf('--format') + 1];
  const isReport = argv[0] === 'check' && status < 3 && argv.includes('--format');
  if (isReport && format === 'json' && !argv.includes('--help')) {
    try {
      const report = JSON.parse(stdout.text);
      const text = stdout.text;
      if (report.schema !== 'sansou/report/1') return `not a report: ${text.slice(0, 200)}`;
      if (report.quality.some(({ check }) => check === 'RULE-FAILED')) return 'a rule threw';
    } catch (error) {
      return `the report is not JSON: ${error.message}`;
    }
  }
  // no character of an attacker reaches the terminal unescaped
  // eslint-disable-next-line no-control-regex
  const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.exec(stdout.text.replaceAll('\r\n', '\n') + stderr.text);
  return control === null ? null : `control character ${JSON.stringify(control[0])} in the output`;
}

async function run(seed) {
  const { files, argv, steps } = makeMutant(seed, corpus);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  process.chdir(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const stdout = new Paper();
  const stderr = new Paper();
  stray = null;
  const before = process.cpuUsage();
  const words = argv.map((word) => word.replace('@/', `${folder}/`));
  const status = await runCli([...words, '--debug'], {
    stdout,
    stderr,
    env: { LANG: 'C' },
    signals: new EventEmitter(),
    die: () => undefined,
  });
  await new Promise((resolve) => setImmediate(resolve));
  const { user, system } = process.cpuUsage(before);
  return {
    seed,
    status,
    steps,
    argv,
    cpuMs: (user + system) / 1000,
    peakKb: process.resourceUsage().maxRSS,
    fault: faultOf(status, stdout, stderr, argv),
  };
}

process.on('message', async (seed) => {
  try {
    process.send(await run(seed));
  } catch (error) {
    process.send({
      seed,
      status: -1,
      steps: [],
      argv: [],
      cpuMs: 0,
      peakKb: 0,
      fault: `thrown: ${error?.stack ?? error}`,
    });
  }
});
process.send('ready');
