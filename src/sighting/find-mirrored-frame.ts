const GRE = { protocol: 2, bytes: 4, fieldBytes: 4 } as const;
/** RFC 2784, RFC 2890: fields that follow the first four bytes */
const FLAG = { checksum: 0x8000, key: 0x2000, sequence: 0x1000 } as const;
const ERSPAN = { protocol: 0x88be, protocolIII: 0x22eb } as const;
/** draft-foschiano-erspan section 4 */
const HEADER_BYTES = { typeII: 8, typeIII: 12, subheader: 8 } as const;
const VERSION_III = 2;

/**
 * Where the frame begins that an ERSPAN packet carries; -1 where it carries none. For frames that are no IP (ARP, LLDP,
 * BPDU): those that are have rows of their own.
 * @param at first byte of the GRE header
 */
export function findMirroredFrame(bytes: Uint8Array, at: number, end: number): number {
  if (end - at < GRE.bytes) return -1;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const flags = view.getUint16(at);
  const protocol = view.getUint16(at + GRE.protocol);
  if (protocol !== ERSPAN.protocol && protocol !== ERSPAN.protocolIII) return -1;
  let from = at + GRE.bytes;
  for (const flag of [FLAG.checksum, FLAG.key, FLAG.sequence]) if ((flags & flag) !== 0) from += GRE.fieldBytes;
  // type I has neither a sequence number nor a header of its own
  if (protocol === ERSPAN.protocol && (flags & FLAG.sequence) === 0) return from < end ? from : -1;
  if (end - from < HEADER_BYTES.typeIII) return -1;
  if ((bytes[from] as number) >>> 4 !== VERSION_III) return from + HEADER_BYTES.typeII;
  const hasSubheader = ((bytes[from + 11] as number) & 1) !== 0;
  return from + HEADER_BYTES.typeIII + (hasSubheader ? HEADER_BYTES.subheader : 0);
}
