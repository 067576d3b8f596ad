import type { CaptureInterface } from '../reader.js';

export const PCAP_HEADER_BYTES = 24;

/** Facts of the header of a classic pcap file (draft-ietf-opsawg-pcap section 4). */
export interface PcapHeader {
  readonly littleEndian: boolean;
  /** nanoseconds per unit of the second time field: 1000 or 1 */
  readonly unitNanos: number;
  /** 16, or 24 in Kuznetzov's format (interface index, protocol and packet type follow the lengths) */
  readonly recordHeaderBytes: number;
  /** lengths as old libpcap versions wrote them: captured and original changed places before 2.3, and in 2.3 perhaps */
  readonly lengths: 'normal' | 'exchanged' | 'ordered';
  readonly major: number;
  readonly minor: number;
  readonly link: CaptureInterface;
}

interface Magic {
  readonly littleEndian: boolean;
  readonly unitNanos: number;
  readonly recordHeaderBytes: number;
}

const MAGICS = new Map<number, Magic>([
  [0xa1b2c3d4, { littleEndian: false, unitNanos: 1000, recordHeaderBytes: 16 }],
  [0xd4c3b2a1, { littleEndian: true, unitNanos: 1000, recordHeaderBytes: 16 }],
  [0xa1b23c4d, { littleEndian: false, unitNanos: 1, recordHeaderBytes: 16 }],
  [0x4d3cb2a1, { littleEndian: true, unitNanos: 1, recordHeaderBytes: 16 }],
  [0xa1b2cd34, { littleEndian: false, unitNanos: 1000, recordHeaderBytes: 24 }],
  [0x34cdb2a1, { littleEndian: true, unitNanos: 1000, recordHeaderBytes: 24 }],
]);

/** @param magic the first four bytes, as a big-endian number */
export function isPcapMagic(magic: number): boolean {
  return MAGICS.has(magic);
}

/** Bit 26 of the link type field says that bits 28…31 count the 16-bit words of frame check sequence. */
export function splitLinkType(field: number): { linkType: number; fcsLength: number } {
  return { linkType: field & 0xffff, fcsLength: (field & 0x0400_0000) !== 0 ? (field >>> 28) * 2 : 0 };
}

/** @param view at least 24 bytes from the file's first. `undefined`: not a pcap file. */
export function parsePcapHeader(view: DataView): PcapHeader | undefined {
  const magic = MAGICS.get(view.getUint32(0, false));
  if (magic === undefined) return undefined;
  const major = view.getUint16(4, magic.littleEndian);
  const minor = view.getUint16(6, magic.littleEndian);
  return {
    ...magic,
    lengths: lengthsOf(major, minor),
    major,
    minor,
    link: {
      ...splitLinkType(view.getUint32(20, magic.littleEndian)),
      snapLength: view.getUint32(16, magic.littleEndian),
      name: null,
      filter: null,
      received: null,
      dropped: null,
    },
  };
}

/** libpcap's sf-pcap.c: 2.3 wrote them either way, versions before it and DG/UX's 543.0 exchanged. */
function lengthsOf(major: number, minor: number): PcapHeader['lengths'] {
  if (major === 2 && minor === 3) return 'ordered';
  return (major === 2 && minor < 3) || major === 543 ? 'exchanged' : 'normal';
}
