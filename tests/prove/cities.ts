import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import type { Topology } from '../../src/model/topology.js';
import { parseTopology } from '../../src/topology/load.js';

type Change = (file: Record<string, unknown> & { readonly conduits: Record<string, unknown>[] }) => void;

/** A topology file of the repository, perhaps changed before it is read. */
export function cityOf(path: string, change: Change = () => undefined): Topology {
  const file = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  const content = parseDocument(readFileSync(file, 'utf8')).toJS() as Parameters<Change>[0];
  change(content);
  return parseTopology(JSON.stringify(content), path).topology;
}

export const SAMPLES = ['midorino-alpha', 'midorino-alpha-dash', 'midorino-beta-dash'].map(
  (name) => `topology/${name}.yaml`,
);
export const SMALL_TOWN = 'tests/scenarios/topologies/plain-legs.yaml';
