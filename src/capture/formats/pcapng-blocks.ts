/** Block types of pcapng (draft-ietf-opsawg-pcapng section 4 and 11.1). */
export const BLOCK = {
  section: 0x0a0d0d0a,
  interface: 1,
  /** obsolete packet block */
  packet: 2,
  simplePacket: 3,
  interfaceStatistics: 5,
  enhancedPacket: 6,
  custom: 0x0bad,
  customNoCopy: 0x4000_0bad,
} as const;

export const BYTE_ORDER_MAGIC = 0x1a2b3c4d;

/** type, length at the front and length at the back */
export const BLOCK_FRAME_BYTES = 12;
/** a section header block without options */
export const SECTION_BYTES = 28;

/** Option codes, by the block that they belong to. */
export const OPTION = {
  end: 0,
  interface: { name: 2, description: 3, timeResolution: 9, filter: 11, fcsLength: 13, timeOffset: 14 },
  packet: { dropCount: 4 },
  /** of the obsolete packet block: only flags and a hash, no drop count */
  statistics: { received: 4, interfaceDropped: 5, filterAccepted: 6, systemDropped: 7 },
} as const;

/**
 * Walks a list of options.
 * @param visit gets the code, the offset and the length of each value
 * @returns false when the list is broken: a value that passes its end, or a rest too short for an option
 */
export function walkOptions(
  view: DataView,
  from: number,
  to: number,
  littleEndian: boolean,
  visit: (code: number, at: number, length: number) => void,
): boolean {
  let at = from;
  while (at < to) {
    if (to - at < 4) return false;
    const code = view.getUint16(at, littleEndian);
    const length = view.getUint16(at + 2, littleEndian);
    if (code === OPTION.end) return true;
    if (at + 4 + length > to) return false;
    visit(code, at + 4, length);
    at += 4 + ((length + 3) & ~3);
  }
  return true;
}

/**
 * Finds one 64-bit option among those of a packet without allocating.
 * @returns its value, 0 when it is not there, -1 when the list is broken
 */
export function findCount(view: DataView, from: number, to: number, littleEndian: boolean, wanted: number): number {
  let at = from;
  let value = 0;
  while (at < to) {
    if (to - at < 4) return -1;
    const code = view.getUint16(at, littleEndian);
    const length = view.getUint16(at + 2, littleEndian);
    if (code === OPTION.end) return value;
    if (at + 4 + length > to) return -1;
    if (code === wanted && length === 8) value = readCount(view, at + 4, littleEndian);
    at += 4 + ((length + 3) & ~3);
  }
  return value;
}

/** A 64-bit counter as a float64; above 2^53 it is rounded. */
export function readCount(view: DataView, at: number, littleEndian: boolean): number {
  const first = view.getUint32(at, littleEndian);
  const second = view.getUint32(at + 4, littleEndian);
  return littleEndian ? second * 0x1_0000_0000 + first : first * 0x1_0000_0000 + second;
}
