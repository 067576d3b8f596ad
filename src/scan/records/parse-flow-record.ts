import { parseEpoch } from '../../base/time.js';
import type { Facts } from '../../model/facts.js';
import type { Flow, Hop } from '../../model/flow.js';
import type { FlowRecord, FlowRun, StoredRejection } from '../../model/flow-record.js';
import type { Sighting } from '../../model/sighting.js';
import type { FlowTrack } from '../../model/track.js';
import { FACTS_SHAPE, FLOW_SHAPE, HOPS_SHAPE, maybe, REJECTION_SHAPE, RUN_SHAPE, TRACK_SHAPE } from './record-shape.js';

type Fields = Readonly<Record<string, unknown>>;

/** A line of a file of flows, understood. `lacks`: what plain `sansou flows` does not write. */
export type ParsedLine =
  | { readonly record: FlowRecord; readonly lacks: { readonly hops: boolean; readonly facts: boolean } }
  | { readonly run: FlowRun }
  | { readonly wrong: string };

export function parseFlowLine(line: string): ParsedLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { wrong: 'not JSON' };
  }
  if (typeof value !== 'object' || value === null) return { wrong: 'not an object' };
  return Object.hasOwn(value, 'run') ? parseRun((value as Fields).run) : parseRecord(value as Fields);
}

function parseRecord(value: Fields): ParsedLine {
  const lacks = { hops: !Object.hasOwn(value, 'hops'), facts: !Object.hasOwn(value, 'facts') };
  const wrong =
    FLOW_SHAPE(value, '') ??
    (lacks.hops ? null : HOPS_SHAPE(value.hops, 'hops')) ??
    maybe(FACTS_SHAPE)(value.facts ?? null, 'facts') ??
    maybe(TRACK_SHAPE)(value.track ?? null, 'track') ??
    maybe(REJECTION_SHAPE)(value.rejection ?? null, 'rejection');
  if (wrong !== null) return { wrong };
  // the shape was checked field by field above
  const given = value as unknown as Omit<Flow, 'first' | 'last' | 'hops'> & {
    readonly first: string;
    readonly last: string;
    readonly hops?: Flow['hops'];
  };
  const { id, outer, layer, tunnel, proto, a, b, packets, bytes, payload, initiator, initiatorBasis, outcome } = given;
  const { outcomeReasons, vlans, tcp, fragments, duplicates, routed, errorsOnly, frames, mirrorTransport } = given;
  const flow: Flow = {
    ...{ id, outer, layer, tunnel, proto, a, b, packets, bytes, payload, initiator, initiatorBasis, outcome },
    ...{ outcomeReasons, vlans, tcp, fragments, duplicates, routed, errorsOnly, frames, mirrorTransport },
    first: parseEpoch(given.first),
    last: parseEpoch(given.last),
    ...(given.ttls === undefined ? {} : { ttls: given.ttls }),
    ...(given.translation === undefined ? {} : { translation: given.translation }),
    hops: given.hops ?? [hopsOf(vlans[0], packets[0]), hopsOf(vlans[1], packets[1])],
    zones: null,
  };
  const facts = (value.facts ?? null) as Facts | null;
  const track = (value.track ?? null) as FlowTrack | null;
  const rejection = (value.rejection ?? null) as StoredRejection | null;
  return { record: { flow, facts, track, rejection }, lacks };
}

/** Without hops, the VLANs are all that is known of the way. */
function hopsOf(vlans: readonly string[], packets: number): readonly Hop[] {
  const unknown = { point: null, sourceMac: null, destinationMac: null };
  if (vlans.length > 0) return vlans.map((vlan) => ({ ...unknown, vlan }));
  return packets === 0 ? [] : [{ ...unknown, vlan: null }];
}

function parseRun(value: unknown): ParsedLine {
  const wrong = RUN_SHAPE(value, 'run');
  if (wrong !== null) return { wrong };
  const run = value as FlowRun & { readonly sightings: readonly (Sighting & { first: unknown; last: unknown })[] };
  const sightings = run.sightings.map((sighting): Sighting => ({
    ...sighting,
    first: parseEpoch(String(sighting.first)),
    last: parseEpoch(String(sighting.last)),
    frames: sighting.frames.map(({ file, frame }) => ({ file, frame, role: 'deciding' })),
  }));
  return { run: { ...run, sightings } };
}
