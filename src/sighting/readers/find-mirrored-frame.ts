import type { CapturePoint } from '../../model/topology.js';

const GRE = { protocol: 2, bytes: 4, fieldBytes: 4 } as const;
/** RFC 2784, RFC 2890: fields that follow the first four bytes; RFC 1701's routing and PPTP's version carry no mirror */
const FLAG = { checksum: 0x8000, routing: 0x4000, key: 0x2000, sequence: 0x1000, version: 7 } as const;
const ERSPAN = { protocol: 0x88be, protocolIII: 0x22eb } as const;
/** an Ethernet frame in plain GRE (RFC 1701, "transparent Ethernet bridging") */
const BRIDGED = 0x6558;
/** draft-foschiano-erspan section 4 */
const HEADER_BYTES = { typeII: 8, typeIII: 12, subheader: 8 } as const;
const VERSION_III = 2;
/** RFC 7348 section 5, behind the UDP header */
const VXLAN = { udpBytes: 8, bytes: 8, hasNetwork: 0x08 } as const;

/**
 * Where the frame begins that a mirror wrapped into GRE; -1 where there is none. For frames that are no IP (ARP, LLDP,
 * BPDU): those that are have rows of their own. ERSPAN is only used by mirrors; plain GRE carries other things, too, and
 * counts where the capture point declares it as its transport.
 * @param at first byte of the GRE header
 */
export function findMirroredFrame(
  bytes: Uint8Array,
  at: number,
  end: number,
  transport: CapturePoint['transport'] | null,
): number {
  if (end - at < GRE.bytes) return -1;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const flags = view.getUint16(at);
  const protocol = view.getUint16(at + GRE.protocol);
  const isErspan = protocol === ERSPAN.protocol || protocol === ERSPAN.protocolIII;
  if (!isErspan && !(protocol === BRIDGED && transport === 'gre')) return -1;
  if ((flags & (FLAG.routing | FLAG.version)) !== 0) return -1;
  let from = at + GRE.bytes;
  for (const flag of [FLAG.checksum, FLAG.key, FLAG.sequence]) if ((flags & flag) !== 0) from += GRE.fieldBytes;
  // type I has neither a sequence number nor a header of its own
  if (!isErspan || (protocol === ERSPAN.protocol && (flags & FLAG.sequence) === 0)) return from < end ? from : -1;
  if (end - from < HEADER_BYTES.typeIII) return -1;
  if ((bytes[from] as number) >>> 4 !== VERSION_III) return from + HEADER_BYTES.typeII;
  const hasSubheader = ((bytes[from + 11] as number) & 1) !== 0;
  return from + HEADER_BYTES.typeIII + (hasSubheader ? HEADER_BYTES.subheader : 0);
}

/** The same for VXLAN, which is a mirror's where its capture point says so. @param at first byte of the UDP header */
export function findFrameInVxlan(
  bytes: Uint8Array,
  at: number,
  end: number,
  transport: CapturePoint['transport'] | null,
): number {
  const from = at + VXLAN.udpBytes + VXLAN.bytes;
  if (transport !== 'vxlan' || from >= end) return -1;
  return ((bytes[at + VXLAN.udpBytes] as number) & VXLAN.hasNetwork) === 0 ? -1 : from;
}
