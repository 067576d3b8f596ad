import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { measure } from './measure.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The ways in which the product is run. `check` is what a user gets who says nothing more. */
export const WAYS = [
  {
    name: 'check',
    does: 'flows, zones, verdict, SHA-256',
    words: (capture, topology) => ['check', capture, '-t', topology, '-q'],
  },
  {
    name: 'check --no-hash',
    does: 'the same without SHA-256',
    words: (capture, topology) => ['check', capture, '-t', topology, '-q', '--no-hash'],
  },
  {
    name: 'check --no-hash --no-dedup',
    does: 'and without looking for copies',
    words: (capture, topology) => ['check', capture, '-t', topology, '-q', '--no-hash', '--no-dedup'],
  },
  {
    name: 'flows',
    does: 'flow table as NDJSON, no verdict',
    words: (capture) => ['flows', capture, '-q', '-o', '/dev/null'],
  },
];

/** @param dist folder of the built program @param node path of the Node binary */
export function productCommand({ dist, node }, words) {
  return [node, join(dist, 'cli.js'), ...words];
}

/**
 * Holds the product's answer against what was planted. A bench that computes the wrong answer says nothing.
 * @returns {string[]} what is wrong
 */
export function checkAnswer(program, capture, topology, expected) {
  const { stdout, status } = measure(
    productCommand(program, ['check', capture, '-t', topology, '-q', '--no-hash', '--format', 'json']),
    { memory: false, keepOutput: true },
  );
  const { statistics, matrix } = JSON.parse(stdout.toString());
  const found = {};
  for (const { from, to, flows, verdicts } of matrix)
    if (flows > (verdicts.permitted ?? 0)) found[`${from}>${to}`] = flows - (verdicts.permitted ?? 0);
  const sorted = (counts) => JSON.stringify(Object.fromEntries(Object.entries(counts).sort()));
  const wrong = [];
  const compare = (what, has, should) => {
    if (has !== should) wrong.push(`${what}: ${has}, planted ${should}`);
  };
  compare('exit status', status, 1);
  compare('packets', statistics.packets, expected.packets);
  compare('flows', statistics.flows, expected.flows);
  compare('ARP frames', statistics.nonIp.ARP, expected.arpPackets);
  compare('crossings', sorted(found), sorted(expected.crossings));
  return wrong;
}

/** A capture of one record, a topology, and what starting costs. */
export const START_WAYS = [
  { name: 'node, empty script', words: null },
  { name: '--version', words: () => ['--version'] },
  { name: 'check of a tiny file', words: (capture, topology) => ['check', capture, '-t', topology, '-q'] },
];
