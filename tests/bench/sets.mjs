/**
 * The captures that the bench makes. `M` is a busy office: half a million flows of ten packets on average, full-size
 * frames; `M96` the same, each frame cut to 96 bytes; `F` is like a scan: nearly every flow is one packet.
 * @typedef {{ packets: number, flows: number, wholeShare: number, snapLength: number, seed: number }} CaptureSet
 *   wholeShare: of the TCP flows, how many have a handshake, data and a close
 */
const LARGE = {
  M: { packets: 5_000_000, flows: 500_000, wholeShare: 0.6, snapLength: 262_144, seed: 2 },
  M96: { packets: 5_000_000, flows: 500_000, wholeShare: 0.6, snapLength: 96, seed: 2 },
  F: { packets: 5_000_000, flows: 4_000_000, wholeShare: 0.01, snapLength: 262_144, seed: 3 },
};

export const SET_NAMES = Object.keys(LARGE);

/** @param {boolean} small a twentieth, for a quick look */
export function captureSet(name, small) {
  const set = LARGE[name];
  if (set === undefined) throw new Error(`no such set: ${name} (there are ${SET_NAMES.join(', ')})`);
  return small ? { ...set, packets: set.packets / 20, flows: set.flows / 20 } : set;
}
