import { transportChecksum } from './checksum.js';
import { join, u16, u32, u8 } from './field.js';
import { IP_PROTOCOL } from './ip-packet.js';

/** The two addresses that the pseudo header needs. */
export interface Ends {
  readonly source: string;
  readonly destination: string;
}

export interface TcpSegment {
  readonly sourcePort: number;
  readonly destinationPort: number;
  readonly seq: number;
  readonly ack: number;
  /** letters of `FSRPAUEC` */
  readonly flags: string;
  readonly options?: Uint8Array;
  readonly payload?: Uint8Array;
}

const FLAG_BITS = 'FSRPAUEC';
/** offered in a SYN, and in later segments after scaling by 256 */
const WINDOW = { first: 64_240, scaled: 1026 } as const;

/** maximum segment size 1460, SACK permitted, window scale 8: what a Windows or Linux host offers in its SYN */
export const SYN_OPTIONS = Uint8Array.of(2, 4, 0x05, 0xb4, 1, 3, 3, 8, 1, 1, 4, 2);

/** RFC 9293 section 3.1 */
export function tcpBytes({ source, destination }: Ends, segment: TcpSegment): Uint8Array {
  const options = segment.options ?? new Uint8Array(0);
  const flags = Array.from(segment.flags).reduce((bits, letter) => bits | (1 << FLAG_BITS.indexOf(letter)), 0);
  const bytes = join(
    u16(segment.sourcePort),
    u16(segment.destinationPort),
    u32(segment.seq),
    u32(segment.flags.includes('A') ? segment.ack : 0),
    u8((5 + options.length / 4) << 4),
    u8(flags),
    u16(segment.flags.includes('R') ? 0 : segment.flags.includes('S') ? WINDOW.first : WINDOW.scaled),
    u16(0),
    u16(0),
    options,
    segment.payload ?? new Uint8Array(0),
  );
  bytes.set(u16(transportChecksum(source, destination, IP_PROTOCOL.tcp, bytes)), 16);
  return bytes;
}

/** RFC 768; a sum of zero is sent as all ones, because zero means "no checksum". */
export function udpBytes(
  { source, destination }: Ends,
  sourcePort: number,
  destinationPort: number,
  payload: Uint8Array,
): Uint8Array {
  const bytes = join(u16(sourcePort), u16(destinationPort), u16(8 + payload.length), u16(0), payload);
  bytes.set(u16(transportChecksum(source, destination, IP_PROTOCOL.udp, bytes) || 0xffff), 6);
  return bytes;
}
