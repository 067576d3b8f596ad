import { createHash } from 'node:crypto';
import { CONTENT_KINDS } from '../inspect/interest.js';
import type { Topology } from '../model/topology.js';

/** Digest of where everything stands, conduits and gateways' lists left out: what sightings depend on. */
export function networkDigest(topology: Topology): string {
  const { segments, closedZones, hosts, gateways, capturePoints, realms, otherMembers, model } = topology;
  const legs = gateways.map(({ name, roles, legs: places }) => ({ name, roles, places }));
  const content = { segments, closedZones, hosts, legs, capturePoints, realms, otherMembers, model };
  return digestOf(content);
}

/** Digest of the conduits for whose sake content is looked into: which flows have facts depends on them, too. */
export function contentDigest(topology: Topology): string {
  return digestOf(
    topology.conduits.filter(({ kind }) => CONTENT_KINDS.has(kind)).map(({ kind, from, to }) => ({ kind, from, to })),
  );
}

function digestOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
