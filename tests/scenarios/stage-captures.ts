import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Topology } from '../../src/model/topology.js';
import type { Act } from '../../src/craft/act.js';
import { City } from '../../src/craft/city.js';
import { onlyFrom, splitByTime, wrapMirror } from '../../src/craft/mirror-faults.js';
import { play } from '../../src/craft/play.js';
import { Scene, type CapturedFrame } from '../../src/craft/scene.js';
import { writePcap } from '../../src/craft/write-pcap.js';
import { writePcapng } from '../../src/craft/write-pcapng.js';
import type { CaptureFaults, Shape } from './scenario.js';

/** 2026-06-15 08:50:00 JST */
const START = 1_781_481_000_000_000_000n;
const MIRROR = { source: '192.0.2.1', destination: '192.0.2.2' } as const;
const PARTS = 3;

export interface StagedCapture {
  readonly point: string;
  readonly path: string;
}

type Captures = ReadonlyMap<string, readonly CapturedFrame[]>;

/** Plays the traffic in the city of the topology and answers what each capture point recorded. */
export function recordTraffic(topology: Topology, acts: readonly Act[], faults: CaptureFaults = {}): Captures {
  const city = new City(topology);
  const scene = new Scene({ seed: 1, start: START, points: city.points });
  play(scene, city, acts);
  return new Map(
    scene.points.map((point) => {
      let frames = faults.empty?.includes(point) === true ? [] : scene.capture(point);
      const cards = faults.oneSided?.[point];
      if (cards !== undefined) frames = onlyFrom(frames, new Set(cards));
      const ahead = BigInt(Math.round((faults.clock?.[point] ?? 0) * 1e9));
      if (ahead !== 0n) frames = frames.map((frame) => ({ ...frame, time: frame.time + ahead }));
      const transport = faults.transport?.[point];
      return [point, transport === undefined ? frames : wrapMirror(frames, transport, MIRROR)];
    }),
  );
}

/** Writes one file per point, or what the shape makes of it. */
export function writeCaptures(
  folder: string,
  captures: Captures,
  faults: CaptureFaults = {},
  shape?: Shape,
): readonly StagedCapture[] {
  const staged: StagedCapture[] = [];
  for (const [point, frames] of captures) {
    const parts = shape === 'split' ? splitByTime(frames, PARTS) : [frames];
    for (const [index, part] of parts.entries()) {
      const path = join(folder, `${shape ?? 'plain'}-${point}-${index}.cap`);
      writeFileSync(path, cut(contentOf(part, point, faults, shape), faults.cut?.[point]));
      staged.push({ point, path });
    }
  }
  return shape === 'reversed' || shape === 'split' ? staged.toReversed() : staged;
}

function contentOf(
  frames: readonly CapturedFrame[],
  point: string,
  faults: CaptureFaults,
  shape: Shape | undefined,
): Uint8Array {
  const { snapLength = 262_144 } = faults;
  const dropped = faults.dropped?.[point];
  if (dropped !== undefined || shape === 'pcapng') return writePcapng(frames, { snapLength, dropped: dropped ?? 0 });
  if (shape === 'nano-big-endian') return writePcap(frames, { snapLength, order: 'big', resolution: 'nano' });
  return shape === 'gzip' ? gzipSync(writePcap(frames, { snapLength })) : writePcap(frames, { snapLength });
}

function cut(content: Uint8Array, share = 1): Uint8Array {
  return content.subarray(0, Math.floor(content.length * share));
}
