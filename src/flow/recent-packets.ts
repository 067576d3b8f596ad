import { ROW, META } from '../decode/packet-batch.js';
import { PROTO } from './flow-row.js';

const SLOTS = 1 << 16;
const SLOT_WORDS = 4;
/** microseconds: copies by way of a router or another capture point come within a second (domain.md D-ROUTE) */
const ROUTED_WINDOW = 1_000_000;
/** microseconds: copies by the same stretch of wire, as a mirror of both directions makes them (domain.md D-L2) */
const EXACT_WINDOW = 2_000;
/** microseconds: what comes later is no copy, however far the clocks of two points are apart */
const FAR_WINDOW = 60_000_000;

/** `far`: would be a copy, but for the time: no copy, but a sign that the clocks of two points differ */
export const COPY = { none: 0, exact: 1, routed: 2, far: 3 } as const;

/**
 * The packets of the last second, by signature: finds copies of one datagram (the same frame mirrored twice, or the
 * datagram seen again behind a router). Direct-mapped and of fixed size: at very high rates an old entry may be
 * overwritten before its copy arrives, which then counts as a packet; memory never grows.
 */
export class RecentPackets {
  /** of the latest copy: station that sent the first sighting, and microseconds since then */
  seenSender = 0;
  apart = 0;
  /** microseconds more that a copy may take: clocks of the capture points differ (ClockOffsets) */
  allowance = 0;
  readonly #slots = new Int32Array(SLOTS * SLOT_WORDS);

  /**
   * Is this packet of flow `row` a copy of one that was seen? Remembers it when it is not.
   * @param sender station that sent the frame
   * @param microseconds packet time, wrapped to 32 bits
   */
  check(signature: number, row: number, sender: number, ttl: number, microseconds: number): number {
    const slots = this.#slots;
    const at = ((Math.imul(signature, 0x9e3779b1) >>> 16) ^ (row & 0xffff)) * SLOT_WORDS;
    const place = (sender << 8) | ttl;
    let found: number = COPY.none;
    if (slots[at] === signature && slots[at + 1] === row + 1) {
      const apart = Math.abs((microseconds - (slots[at + 3] as number)) | 0);
      const seen = slots[at + 2] as number;
      if (seen === place) {
        this.seenSender = 0;
        if (apart <= EXACT_WINDOW) return COPY.exact;
      } else {
        this.seenSender = seen >>> 8;
        this.apart = apart;
        if (apart <= ROUTED_WINDOW + this.allowance) return (seen & 0xff) === ttl ? COPY.exact : COPY.routed;
        found = apart <= FAR_WINDOW ? COPY.far : COPY.none;
      }
    }
    slots[at] = signature;
    slots[at + 1] = row + 1;
    slots[at + 2] = place;
    slots[at + 3] = microseconds;
    return found;
  }
}

/** The same for a TCP segment whose header was captured: sequence numbers and flags say all. */
export function tcpSignature(rows: Int32Array, at: number, hash: number, backward: number): number {
  let h = hash ^ Math.imul((rows[at + ROW.ipId] as number) ^ (backward << 31), 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15) ^ (rows[at + ROW.length] as number), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13) ^ (rows[at + ROW.seq] as number), 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16) ^ (rows[at + ROW.ack] as number), 0x27d4eb2f);
  return h ^ (h >>> 15) ^ ((rows[at + ROW.flags] as number) & 0xff);
}

/**
 * What stays the same in every copy of one datagram and differs between datagrams: identification, fragment offset,
 * lengths, and the transport bytes without the checksum (segmentation offload leaves that unfinished on one side).
 */
export function signatureOf(rows: Int32Array, at: number, bytes: Uint8Array, hash: number, backward: number): number {
  const meta = rows[at + ROW.meta] as number;
  if ((meta & META.hasTcp) !== 0) return tcpSignature(rows, at, hash, backward);
  let h = hash ^ Math.imul((rows[at + ROW.ipId] as number) ^ (backward << 31), 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15) ^ (rows[at + ROW.length] as number), 0x85ebca6b);
  if ((meta & META.laterFragment) !== 0 && (meta & META.ipv6) === 0) {
    const ip = rows[at + ROW.ipAt] as number;
    h = Math.imul(h ^ (((bytes[ip + 6] as number) << 8) | (bytes[ip + 7] as number)), 0xc2b2ae35);
  }
  // up to 32 bytes from the transport header on: DNS id, RTP sequence number, ICMP id and sequence …
  const start = rows[at + ROW.transportAt] as number;
  const end = Math.min(rows[at + ROW.endAt] as number, start + 32);
  const isUdp = (meta & META.protoMask) === PROTO.udp;
  for (let i = start; i + 4 <= end; i += 4) {
    // the checksum of UDP is the second half of its second word
    const low = isUdp && i === start + 4 ? 0 : ((bytes[i + 2] as number) << 8) | (bytes[i + 3] as number);
    h = Math.imul(h ^ (h >>> 15) ^ ((bytes[i] as number) << 24) ^ ((bytes[i + 1] as number) << 16) ^ low, 0x85ebca6b);
  }
  return h ^ (h >>> 13);
}
