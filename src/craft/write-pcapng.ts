import { join, le16, le32, text, u16, u32, u8, zeros } from './field.js';
import type { CapturedFrame } from './scene.js';
import type { ByteOrder } from './write-pcap.js';

export interface PcapngOptions {
  readonly order?: ByteOrder;
  readonly snapLength?: number;
  /** `if_name`, e.g. `eth1` */
  readonly interfaceName?: string;
  /** what the capture program says it lost (`isb_ifdrop`) */
  readonly dropped?: number;
}

const BLOCK = { section: 0x0a0d0d0a, interface: 1, statistics: 5, enhancedPacket: 6 } as const;
const OPTION = { end: 0, application: 4, name: 2, resolution: 9, received: 4, dropped: 5 } as const;
const LINKTYPE_ETHERNET = 1;
const NANOSECONDS = 9;

/** One section with one interface, in nanoseconds, closed by its statistics (draft-ietf-opsawg-pcapng section 4). */
export function writePcapng(frames: readonly CapturedFrame[], options: PcapngOptions = {}): Uint8Array {
  const { order = 'little', snapLength = 262_144, interfaceName = 'mirror0', dropped = 0 } = options;
  const [half, word] = order === 'little' ? [le16, le32] : [u16, u32];
  const padded = (bytes: Uint8Array): Uint8Array => join(bytes, zeros(-bytes.length & 3));
  const block = (type: number, body: Uint8Array): Uint8Array =>
    join(word(type), word(body.length + 12), body, word(body.length + 12));
  const option = (code: number, value: Uint8Array): Uint8Array => join(half(code), half(value.length), padded(value));
  const end = option(OPTION.end, zeros(0));
  const long = (value: bigint): Uint8Array => {
    const [high, low] = [word(Number(value >> 32n)), word(Number(value & 0xffff_ffffn))];
    return order === 'little' ? join(low, high) : join(high, low);
  };
  const stamp = (time: bigint): Uint8Array => join(word(Number(time >> 32n)), word(Number(time & 0xffff_ffffn)));

  const lengthUnknown = join(word(0xffff_ffff), word(0xffff_ffff));
  const section = join(
    word(0x1a2b3c4d),
    half(1),
    half(0),
    lengthUnknown,
    option(OPTION.application, text('sansou craft')),
    end,
  );
  const described = join(option(OPTION.name, text(interfaceName)), option(OPTION.resolution, u8(NANOSECONDS)), end);
  const packets = frames.map(({ time, bytes, length }) => {
    const data = bytes.subarray(0, snapLength);
    return block(BLOCK.enhancedPacket, join(word(0), stamp(time), word(data.length), word(length), padded(data)));
  });
  const counts = join(
    option(OPTION.received, long(BigInt(frames.length + dropped))),
    option(OPTION.dropped, long(BigInt(dropped))),
    end,
  );
  return join(
    block(BLOCK.section, section),
    block(BLOCK.interface, join(half(LINKTYPE_ETHERNET), half(0), word(snapLength), described)),
    ...packets,
    block(BLOCK.statistics, join(word(0), stamp(frames.at(-1)?.time ?? 0n), counts)),
  );
}
