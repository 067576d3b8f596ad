import { inventMac, macText } from './address-bytes.js';
import { ETHER_TYPE, ethernetFrame } from './ethernet.js';
import { ipBytes } from './ip-packet.js';
import type { CapturedFrame } from './scene.js';
import type { Ends } from './transport.js';
import { mirrorPacket, type MirrorTransport } from './tunnel.js';

/** The frames that were sent by one of these cards: what a mirror of one direction delivers. */
export function onlyFrom(frames: readonly CapturedFrame[], sourceMacs: ReadonlySet<string>): readonly CapturedFrame[] {
  return frames.filter(({ bytes }) => sourceMacs.has(macText(bytes.subarray(6, 12))));
}

/** Every frame as the switch wraps it for a collector at another place. */
export function wrapMirror(
  frames: readonly CapturedFrame[],
  transport: MirrorTransport,
  ends: Ends,
): readonly CapturedFrame[] {
  return frames.map(({ time, bytes }, index) => {
    const vlan = ((bytes[14] ?? 0) << 8) | (bytes[15] ?? 0);
    const payload = ipBytes(mirrorPacket(transport, ends, bytes, vlan & 0xfff, index));
    const cards = { source: inventMac(ends.source), destination: inventMac(ends.destination) };
    const wrapped = ethernetFrame({ ...cards, vlans: [], etherType: ETHER_TYPE.ipv4, payload });
    return { time, bytes: wrapped, length: wrapped.length };
  });
}

/** Deals the frames out to so many files, one stretch of time each. */
export function splitByTime(frames: readonly CapturedFrame[], parts: number): readonly (readonly CapturedFrame[])[] {
  const size = Math.ceil(frames.length / parts);
  return Array.from({ length: parts }, (_, part) => frames.slice(part * size, (part + 1) * size));
}
