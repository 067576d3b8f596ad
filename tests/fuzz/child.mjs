// Runs mutants one after another, inside this process, and tells the parent about each. Started by campaign.mjs.
import { EventEmitter } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { setImmediate } from 'node:timers';
import { pathToFileURL } from 'node:url';
import { listCaptures, listTopologies } from './corpus.mjs';
import { readFacts } from '../oracle/read-facts.mjs';
import { makeMutant, topologyPath } from './mutant.mjs';

const [folder, dist] = process.argv.slice(2);
const load = (...path) => import(pathToFileURL(join(dist, ...path)).href);
const { runCli } = await load('cli', 'run-cli.js');
const { check, exitStatusOf, Failure, loadTopology } = await load('index.js');
const corpus = { captures: listCaptures(), topologies: listTopologies() };
const { topology, warnings } = loadTopology(topologyPath(corpus));
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

// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

/** what is wrong with a report, null when nothing is */
function faultOfReport(report, status) {
  if (report.schema !== 'sansou/report/1') return `not a report: ${JSON.stringify(report).slice(0, 200)}`;
  const broken = report.quality.find(({ check: name }) => name === 'RUN-RULE-FAILED');
  if (broken !== undefined) return `a rule threw: ${JSON.stringify(broken)}`;
  const silent = status === 0 && report.inputs.captures.find(({ complete }) => !complete);
  return silent ? `exit status 0 although ${silent.file} was not read completely` : null;
}

/** The library, as a program would use it. */
async function runLibrary({ files, options }) {
  const captures = Object.keys(files).map((name) => ({ point: null, path: join(folder, name) }));
  try {
    const report = await check({ captures, topology, topologyWarnings: warnings, ...options });
    const status = exitStatusOf(report);
    return { status, fault: faultOfReport(report, status) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { status: error.exit, fault: error.problems.length === 0 ? 'a failure that names no problem' : null };
  }
}

/** Every flow looked into as deeply as any rule asks, whatever zones it belongs to. */
async function runInspectors({ files }) {
  let fault = null;
  for (const name of Object.keys(files)) {
    try {
      const { facts, inspection } = await readFacts(join(folder, name), dist);
      if (inspection.pool.held !== 0) fault = `${inspection.pool.held} bytes are held after the end`;
      const long = facts.flatMap(textsOf).find((text) => text.length > LONGEST_TEXT);
      if (long !== undefined) fault = `a text of ${long.length} characters: ${long.slice(0, 80)}`;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
    }
  }
  return { status: fault === null ? 0 : 1, fault };
}

/** as model/facts.ts says of names, the longest texts */
const LONGEST_TEXT = 255;

function textsOf(value) {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** The whole command: arguments, reporters, messages. */
async function runCommand({ argv }) {
  const stdout = new Paper();
  const stderr = new Paper();
  const words = argv.map((word) => word.replace('@/', `${folder}/`));
  const status = await runCli([...words, '--debug'], {
    stdout,
    stderr,
    env: { LANG: 'C' },
    signals: new EventEmitter(),
    die: () => undefined,
  });
  return { status, fault: faultOfOutput(status, stdout.text, stderr.text, argv) };
}

function faultOfOutput(status, out, err, argv) {
  if (![0, 1, 2, 3, 64].includes(status)) return `exit status ${status}:\n${err}`;
  if (status === 3 && (err + out).trim() === '') return 'exit status 3 without a word';
  // no character of an attacker reaches the terminal unescaped
  const control = CONTROL.exec(out.replaceAll('\r\n', '\n') + err);
  if (control !== null) return `control character ${JSON.stringify(control[0])} in the output`;
  const isJson = argv[0] === 'check' && argv.at(argv.indexOf('--format') + 1) === 'json' && status < 3;
  if (!isJson || argv.includes('--help')) return null;
  try {
    return faultOfReport(JSON.parse(out), status);
  } catch (error) {
    return `the report is not JSON: ${error.message}`;
  }
}

async function run(seed) {
  const mutant = makeMutant(seed, corpus);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  process.chdir(folder);
  for (const [name, content] of Object.entries(mutant.files)) writeFileSync(join(folder, name), content);
  stray = null;
  const before = process.cpuUsage();
  const program = mutant.argv !== null ? runCommand : mutant.options.inspect === true ? runInspectors : runLibrary;
  const { status, fault } = await program(mutant);
  await new Promise((resolve) => setImmediate(resolve));
  const { user, system } = process.cpuUsage(before);
  return {
    seed,
    status,
    cpuMs: (user + system) / 1000,
    peakKb: process.resourceUsage().maxRSS,
    fault: stray === null ? fault : `a stray error: ${stray instanceof Error ? stray.stack : String(stray)}`,
  };
}

process.on('message', async (seed) => {
  try {
    process.send(await run(seed));
  } catch (error) {
    process.send({
      seed,
      status: -1,
      cpuMs: 0,
      peakKb: 0,
      fault: `thrown: ${error?.stack ?? error}`,
    });
  }
});
process.send('ready');
