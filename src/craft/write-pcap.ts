import { join, le16, le32, u16, u32 } from './field.js';
import type { CapturedFrame } from './scene.js';

export type ByteOrder = 'little' | 'big';

export interface PcapOptions {
  readonly order?: ByteOrder;
  readonly resolution?: 'micro' | 'nano';
  readonly snapLength?: number;
}

const LINKTYPE_ETHERNET = 1;
const MAGIC = { micro: 0xa1b2c3d4, nano: 0xa1b23c4d } as const;
const NANOS_PER_SECOND = 1_000_000_000n;

/** Classic capture file, version 2.4 (draft-ietf-opsawg-pcap). */
export function writePcap(frames: readonly CapturedFrame[], options: PcapOptions = {}): Uint8Array {
  const { order = 'little', resolution = 'micro', snapLength = 262_144 } = options;
  const [half, word] = order === 'little' ? [le16, le32] : [u16, u32];
  const header = join(
    word(MAGIC[resolution]),
    half(2),
    half(4),
    word(0),
    word(0),
    word(snapLength),
    word(LINKTYPE_ETHERNET),
  );
  const records = frames.map(({ time, bytes, length }) => {
    const data = bytes.subarray(0, snapLength);
    const fraction = Number(time % NANOS_PER_SECOND);
    const ticks = resolution === 'nano' ? fraction : Math.floor(fraction / 1000);
    return join(word(Number(time / NANOS_PER_SECOND)), word(ticks), word(data.length), word(length), data);
  });
  return join(header, ...records);
}
