// npm run fuzz: damaged captures, topologies and command lines against the built program. No input may crash it, hold
// it up, or make it grow: docs/performance.md says what was run.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BOUNDS, runCampaign, saveMutant } from './campaign.mjs';
import { listCaptures, listTopologies, root } from './corpus.mjs';

const HELP = `npm run fuzz -- [options]
  --mutants N     stop after N mutants (default 2000)
  --minutes N     stop after N minutes
  --per-file N    N mutants of every capture of the corpus, instead
  --seed TEXT     begin of the mutants' numbers (default 0); another one makes other mutants
  --match REGEXP  only captures whose name it matches
  --spread N      only so many of those, spread over all
  --only KIND     capture | inspect | command | topology | arguments (default all: nine in ten are captures)
  --one SEED      one mutant, as a fault was printed; shows what was run
  --dist FOLDER   the built program (default dist)
  --json          one line of JSON instead of words
Captures: captures/, tests/fuzz/seeds/, tests/fuzz/regressions/, and all files of the folder SANSOU_CORPUS.`;

const { values } = parseArgs({
  options: {
    mutants: { type: 'string' },
    minutes: { type: 'string' },
    'per-file': { type: 'string' },
    seed: { type: 'string', default: '0' },
    only: { type: 'string' },
    match: { type: 'string' },
    spread: { type: 'string' },
    one: { type: 'string' },
    dist: { type: 'string', default: join(root, 'dist') },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const dist = resolve(values.dist);
if (!existsSync(join(dist, 'cli', 'run-cli.js'))) {
  console.error(`There is no built program in ${dist}: npm run build, or --dist FOLDER.`);
  process.exit(1);
}

const matching = listCaptures().filter(({ name }) => values.match === undefined || new RegExp(values.match).test(name));
const step = values.spread === undefined ? 1 : Math.max(1, matching.length / Number(values.spread));
/** those to be damaged */
const captures = matching.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
const topologies = listTopologies();

/** One damaged capture in eight goes through the command and a reporter, three to all inspectors, the others to the library. */
function kindOf(count) {
  return count % 8 === 4 ? 'command' : [1, 3, 7].includes(count % 8) ? 'inspect' : 'capture';
}

/** Goes round the corpus, so that a short run has touched as many files as it has mutants. */
function* roundRobin(limit) {
  const start = Number(values.seed) * 1_000_000;
  for (let count = 0; count < limit; count++) {
    const kind = values.only ?? (count % 20 === 0 ? 'topology' : count % 20 === 10 ? 'arguments' : kindOf(count));
    const number = start + count;
    if (kind === 'topology') yield `topology:${topologies[Math.floor(count / 20) % topologies.length].name}:${number}`;
    else if (kind === 'arguments') yield `arguments::${number}`;
    else yield `${kind}:${captures[(count * 7919) % captures.length].name}:${number}`;
  }
}

function* perFile(each) {
  for (const { name } of captures)
    for (let count = 0; count < each; count++)
      yield `${values.only ?? kindOf(count)}:${name}:${Number(values.seed) * 1_000_000 + count}`;
}

function seeds() {
  if (values.one !== undefined) return [values.one];
  if (values['per-file'] !== undefined) return perFile(Number(values['per-file']));
  return roundRobin(
    values.mutants !== undefined ? Number(values.mutants) : values.minutes !== undefined ? Infinity : 2000,
  );
}

const begun = Date.now();
let told = begun;
const state = await runCampaign(seeds(), {
  dist,
  ...(values.minutes === undefined ? {} : { deadline: begun + Number(values.minutes) * 60_000 }),
  maximumFaults: 100,
  onProgress: ({ mutants, faults }) => {
    if (values.json || Date.now() - told < 10_000) return;
    told = Date.now();
    console.error(
      `${mutants} mutants, ${faults.length} faults, ${((mutants * 1000) / (told - begun)).toFixed(0)} a second`,
    );
  },
});

if (values.json) console.log(JSON.stringify(state));
else {
  for (const { seed, fault, saved } of state.faults)
    console.log(
      `FAULT  node tests/fuzz/run.mjs --one '${seed}'\n  kept in ${saved}\n  ${fault.trimEnd().replaceAll('\n', '\n  ')}\n`,
    );
  if (values.one !== undefined) console.log(`the mutant is in ${state.faults[0]?.saved ?? saveMutant(values.one)}`);
  const statuses = Object.entries(state.byStatus)
    .map(([status, count]) => `${status}: ${count}`)
    .join(', ');
  console.log(
    `${state.mutants} mutants of ${captures.length} captures and ${topologies.length} topologies in ${((Date.now() - begun) / 1000).toFixed(0)} s; exit statuses ${statuses}`,
  );
  console.log(
    `slowest ${(state.slowest.cpuMs / 1000).toFixed(2)} s CPU (${state.slowest.seed}); peak memory ${Math.round(state.peakKb / 1024)} MB; bounds ${BOUNDS.cpuSeconds} s, ${BOUNDS.peakMegabytes} MB`,
  );
  console.log(state.faults.length === 0 ? 'no fault' : `${state.faults.length} faults`);
}
process.exit(state.faults.length === 0 ? 0 : 1);
