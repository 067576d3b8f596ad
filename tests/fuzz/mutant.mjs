import { readFileSync } from 'node:fs';
import { makeArguments } from './mutate-arguments.mjs';
import { mutateCapture } from './mutate-capture.mjs';
import { mutateTopology } from './mutate-topology.mjs';
import { readBeginning } from './corpus.mjs';
import { Random } from './random.mjs';

/**
 * One damaged input. Its seed says everything: `capture:FILE:NUMBER`, `topology:FILE:NUMBER`, `arguments::NUMBER`.
 * @typedef {{ seed: string, steps: string[], files: Record<string, Uint8Array | string>, argv: string[] }} Mutant
 *   files: to be written below the child's folder; argv: what follows `sansou`, `@/` stands for that folder
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
  if (kind === 'capture') return captureMutant(seed, find(corpus.captures), random, corpus);
  if (kind === 'topology') return topologyMutant(seed, find(corpus.topologies), random);
  return argumentsMutant(seed, random, corpus);
}

function topologyPath(corpus) {
  return corpus.topologies.find(({ name }) => name === SAMPLE).path;
}

function captureMutant(seed, file, random, corpus) {
  const donor = () => readBeginning(random.pick(corpus.captures), random);
  const { bytes, steps } = mutateCapture(readBeginning(file, random), random, donor);
  const topology = topologyPath(corpus);
  const how = random.below(10);
  const argv =
    how === 0
      ? ['flows', '@/mutant', '-t', topology, '--format', random.pick(['ndjson', 'csv', 'json'])]
      : ['check', '@/mutant', '-t', topology, '--format', random.pick(FORMATS)];
  if (how === 1) argv.push('--cross-check');
  if (how === 2) argv.push('--no-dedup');
  if (how === 3) argv.push('--full', '--lang', 'ja');
  const files = { mutant: bytes };
  if (how === 4) {
    // a second file of the same observation: merging, overlaps, duplicates
    files.second = readBeginning(file, random);
    argv.splice(2, 0, '@/second');
  }
  return { seed, steps, files, argv };
}

function topologyMutant(seed, file, random) {
  const { text, steps } = mutateTopology(readFileSync(file.path, 'utf8'), random);
  const argv = random.pick([
    ['topology', 'lint', '@/city.yaml'],
    ['topology', 'explain', '@/city.yaml', '10.10.16.55', '10.20.4.10:445'],
    ['check', '@/empty.pcap', '-t', '@/city.yaml', '--format', 'json'],
  ]);
  const empty = new Uint8Array(Buffer.from('d4c3b2a1020004000000000000000000ffff000001000000', 'hex'));
  return { seed, steps, files: { 'city.yaml': text, 'empty.pcap': empty }, argv };
}

function argumentsMutant(seed, random, corpus) {
  const captures = ['@/mutant.pcap', 'CP-MN=@/mutant.pcap', '@/none.pcap', '@/'];
  const topologies = [topologyPath(corpus), '@/none.yaml'];
  const argv = makeArguments(random, { captures, topologies, folder: '@' });
  const capture = corpus.captures.find(({ name }) => name === 'cp-mnlg.pcap') ?? corpus.captures[0];
  return { seed, steps: ['arguments'], files: { 'mutant.pcap': readBeginning(capture, random) }, argv };
}
