import { readFileSync } from 'node:fs';
import { makeArguments } from './mutate-arguments.mjs';
import { mutateCapture } from './mutate-capture.mjs';
import { mutateTopology } from './mutate-topology.mjs';
import { readBeginning } from './corpus.mjs';
import { Random } from './random.mjs';

/**
 * One damaged input. Its seed says everything: `capture:FILE:NUMBER` (the library), `inspect:FILE:NUMBER` (every inspector,
 * whatever zones the flows belong to), `command:FILE:NUMBER` (the library through the command and a reporter), `topology:FILE:NUMBER`, `arguments::NUMBER`.
 * @typedef {{ seed: string, steps: string[], files: Record<string, Uint8Array | string>, argv: string[] | null, options: object }} Mutant
 *   files: to be written below the child's folder; argv: what follows `sansou`, `@/` stands for that folder, null: the
 *   library's `check` with `options`
 */

const SAMPLE = 'midorino-alpha.yaml';
const FORMATS = ['text', 'json', 'ndjson', 'csv'];

/** @returns {Mutant} @param {{ captures: CorpusFile[], topologies: CorpusFile[] }} corpus */
export function makeMutant(seed, corpus) {
  const [kind, ...rest] = seed.split(':');
  const name = rest.slice(0, -1).join(':');
  const random = new Random(seed);
  const find = (files) => {
    const found = files.find((file) => file.name === name);
    if (found === undefined) throw new Error(`no such file in the corpus: ${name} (seed ${seed})`);
    return found;
  };
  if (kind === 'inspect') return inspectionMutant(seed, find(corpus.captures), random, corpus);
  if (kind === 'capture') return libraryMutant(seed, find(corpus.captures), random, corpus);
  if (kind === 'command') return commandMutant(seed, find(corpus.captures), random, corpus);
  if (kind === 'topology') return topologyMutant(seed, find(corpus.topologies), random);
  return argumentsMutant(seed, random, corpus);
}

/** the topology of every capture */
export function topologyPath(corpus) {
  return corpus.topologies.find(({ name }) => name === SAMPLE).path;
}

function damage(file, random, corpus) {
  const donor = () => readBeginning(random.pick(corpus.captures), random);
  const { bytes, steps } = mutateCapture(readBeginning(file, random), random, donor);
  const files = { mutant: bytes };
  // now and then a second file of the same observation: merging, overlaps, duplicates
  if (random.chance(0.1)) files.second = readBeginning(file, random);
  return { files, steps };
}

function libraryMutant(seed, file, random, corpus) {
  const { files, steps } = damage(file, random, corpus);
  const options = { dedup: random.chance(0.9), crossCheck: random.chance(0.1), hash: random.chance(0.5) };
  return { seed, steps, files, argv: null, options };
}

function inspectionMutant(seed, file, random, corpus) {
  const { files, steps } = damage(file, random, corpus);
  return { seed, steps, files, argv: null, options: { inspect: true } };
}

function commandMutant(seed, file, random, corpus) {
  const { files, steps } = damage(file, random, corpus);
  const captures = Object.keys(files).map((name) => `@/${name}`);
  const topology = topologyPath(corpus);
  const argv = random.chance(0.2)
    ? ['flows', ...captures, '-t', topology, '--format', random.pick(['ndjson', 'csv', 'json'])]
    : ['check', ...captures, '-t', topology, '--format', random.pick(FORMATS)];
  if (argv[0] === 'check' && random.chance(0.2)) argv.push('--full', '--lang', 'ja');
  return { seed, steps, files, argv, options: {} };
}

function topologyMutant(seed, file, random) {
  const { text, steps } = mutateTopology(readFileSync(file.path, 'utf8'), random);
  const argv = random.pick([
    ['topology', 'lint', '@/city.yaml'],
    ['topology', 'explain', '@/city.yaml', '10.10.16.55', '10.20.4.10:445'],
    ['check', '@/empty.pcap', '-t', '@/city.yaml', '--format', 'json'],
  ]);
  const empty = new Uint8Array(Buffer.from('d4c3b2a1020004000000000000000000ffff000001000000', 'hex'));
  return { seed, steps, files: { 'city.yaml': text, 'empty.pcap': empty }, argv, options: {} };
}

function argumentsMutant(seed, random, corpus) {
  const captures = ['@/mutant.pcap', 'CP-MN=@/mutant.pcap', '@/none.pcap', '@/'];
  const topologies = [topologyPath(corpus), '@/none.yaml'];
  const argv = makeArguments(random, { captures, topologies, folder: '@' });
  const capture = corpus.captures.find(({ name }) => name === 'cp-mnlg.pcap') ?? corpus.captures[0];
  return { seed, steps: ['arguments'], files: { 'mutant.pcap': readBeginning(capture, random) }, argv, options: {} };
}
