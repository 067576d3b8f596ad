import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CapturedFrame } from '../craft/scene.js';
import { Scene } from '../craft/scene.js';
import { macText } from '../craft/address-bytes.js';
import { wrapMirror } from '../craft/mirror-faults.js';
import { play } from '../craft/play.js';
import { writePcapng } from '../craft/write-pcapng.js';
import type { CapturePoint } from '../model/topology.js';
import type { CaptureArgument } from '../scan/options.js';
import { UNNAMED_POINT } from './city-plan.js';
import type { Ground } from './ground.js';
import type { Play } from './plant.js';

const SEED = 83;
/** the ends of a mirror's own transport (RFC 5737) */
const MIRROR = { source: '192.0.2.1', destination: '192.0.2.2' } as const;
const TAG = 0x8100;

/** What each capture point recorded of a play, as files of a folder; a point that heard nothing has none. */
export function recordPlay(ground: Ground, { acts, start }: Play, folder: string): readonly CaptureArgument[] {
  const scene = new Scene({ seed: SEED, start, points: ground.city.points });
  play(scene, ground.city, acts);
  return scene.points.flatMap((point, index) => {
    const declared = ground.topology.capturePoints.find(({ name }) => name === point);
    const frames = mirrored(scene.capture(point), declared, ground);
    if (frames.length === 0) return [];
    const path = join(folder, `${index}.pcapng`);
    writeFileSync(path, writePcapng(frames));
    return [{ point: point === UNNAMED_POINT ? null : point, path }];
  });
}

/** What the point's mirror makes of the frames: its direction, its tags, its own wrapping. */
function mirrored(
  frames: readonly CapturedFrame[],
  point: CapturePoint | undefined,
  { topology, untagged }: Ground,
): readonly CapturedFrame[] {
  // rx: what the switch receives from the hosts; tx: what it sends to them, for other networks that of the gateways
  const isFromGateway = ({ bytes }: CapturedFrame): boolean =>
    topology.gatewaysOfMac(macText(bytes.subarray(6, 12))).length > 0;
  const mirror = point?.mirror ?? 'both';
  const heard = mirror === 'both' ? frames : frames.filter((frame) => isFromGateway(frame) === (mirror === 'tx'));
  const bare = heard.map((frame) => withoutTag(frame, point?.tagging === 'untagged', untagged));
  const transport = point?.transport;
  return transport === 'erspan' || transport === 'vxlan' || transport === 'gre'
    ? wrapMirror(bare, transport, MIRROR)
    : bare;
}

function withoutTag(frame: CapturedFrame, always: boolean, untagged: ReadonlySet<number>): CapturedFrame {
  const { bytes } = frame;
  const etherType = ((bytes[12] ?? 0) << 8) | (bytes[13] ?? 0);
  const vlan = (((bytes[14] ?? 0) << 8) | (bytes[15] ?? 0)) & 0xfff;
  if (etherType !== TAG || !(always || untagged.has(vlan))) return frame;
  const bare = new Uint8Array(bytes.length - 4);
  bare.set(bytes.subarray(0, 12));
  bare.set(bytes.subarray(16), 12);
  return { ...frame, bytes: bare, length: bare.length };
}
