import { META, ROW } from '../decode/packet-batch.js';
import { FLOW_ROW_WORDS, I, KEY, PROTO } from './flow-row.js';
import { TwinGroups } from './twin-groups.js';

/** packets of each direction that may be looked at: the first ones with payload are among them */
export const SAMPLED_PACKETS = 4;
/** payload bytes that say something (domain.md D-ROUTE), and how many are read */
export const SAMPLED_BYTES = 16;
const READ_BYTES = 64;
/** different bytes (of 32 classes) among them: less is a pattern, as in a ping or a keep-alive */
const LEAST_VARIETY = 6;
/** microseconds between the two sightings of one datagram, when the clocks agree (domain.md D-ROUTE) */
const WINDOW = 1_000_000;
/** routers that may lie between */
const ROUTERS = 16;

const BUCKETS = 1 << 14;
const ENTRIES = 4;
/** words of a sample: half a cache line */
const S = { row: 0, number: 1, sender: 2, time: 3, facts: 4, seq: 5, ack: 6, wire: 7, words: 8 } as const;
/** `facts`: TTL, direction, IPv4 identification */
const TTL = 0xff;
const BACKWARD = 1 << 8;
const ID_SHIFT = 16;

/**
 * Flows that are one conversation, because a device between them changes addresses or ports: the same datagram was seen
 * under both (domain.md D-ROUTE, NAT-tolerant key). The proof is equal payload of at least 16 varied bytes within a
 * second, with either equal TCP sequence and acknowledgement numbers, or the same IPv4 identification and a TTL that
 * routers on the way have lowered (RFC 791 3.1: both are set by the sender, so that a relay that sends the same bytes
 * anew has others). Memory is fixed; where many equal payloads compete for a place, a pair is missed, never made up.
 */
export class TranslatedFlows {
  /** microseconds more that a copy may take, see RecentPackets.allowance */
  allowance = 0;
  /** apart from what they stand for: most packets find none like theirs, and need no more memory than this to know it */
  readonly #signatures = new Int32Array(BUCKETS * ENTRIES);
  readonly #samples = new Int32Array(BUCKETS * ENTRIES * S.words);
  readonly #turn = new Uint8Array(BUCKETS);
  /** what was found */
  readonly groups = new TwinGroups();

  /**
   * A packet of a flow's beginning, copies taken out.
   * @param view of the bytes @param words of the flow table @param numbers of its flows
   * @param sender station that sent the frame @param wire its capture point and VLAN, as one number @param microseconds packet time, wrapped to 32 bits
   */
  see(
    rows: Int32Array,
    at: number,
    bytes: Uint8Array,
    view: DataView,
    words: Int32Array,
    numbers: Int32Array,
    row: number,
    backward: number,
    sender: number,
    wire: number,
    microseconds: number,
  ): void {
    const from = payloadOf(rows, at, bytes);
    if (from < 0) return;
    const end = Math.min(rows[at + ROW.endAt] as number, from + READ_BYTES);
    if (end - from < SAMPLED_BYTES) return;
    const signature = signatureOf(rows, at, view, from, end);
    const isTcp = ((rows[at + ROW.meta] as number) & META.hasTcp) !== 0;
    const isIpv6 = ((rows[at + ROW.meta] as number) & META.ipv6) !== 0;
    const facts =
      (((rows[at + ROW.flags] as number) >>> 8) & TTL) |
      (backward === 0 ? 0 : BACKWARD) |
      (isIpv6 ? 0 : (rows[at + ROW.ipId] as number) << ID_SHIFT);
    const seq = isTcp ? (rows[at + ROW.seq] as number) : 0;
    const ack = isTcp ? (rows[at + ROW.ack] as number) : 0;
    const samples = this.#samples;
    const bucket = (Math.imul(signature, 0x9e3779b1) >>> 18) & (BUCKETS - 1);
    const turn = this.#turn[bucket] as number;
    for (let back = 0; back < ENTRIES; back++) {
      const candidate = bucket * ENTRIES + ((turn + ENTRIES - 1 - back) % ENTRIES);
      if (this.#signatures[candidate] !== signature) continue;
      const there = candidate * S.words;
      const other = samples[there + S.row] as number;
      // the card that sent the first sends no copy of it on the same wire
      if (other === row || samples[there + S.sender] === sender || numbers[other] !== samples[there + S.number])
        continue;
      if (Math.abs((microseconds - (samples[there + S.time] as number)) | 0) > WINDOW + this.allowance) continue;
      const factsThere = samples[there + S.facts] as number;
      const lower = (factsThere & TTL) - (facts & TTL);
      if (Math.abs(lower) > ROUTERS) continue;
      // on one wire nothing but a router, which lowers the TTL, sends on what it received
      if (lower === 0 && samples[there + S.wire] === wire) continue;
      const isSameSegment = isTcp && samples[there + S.seq] === seq && samples[there + S.ack] === ack;
      const id = facts >>> ID_SHIFT;
      const isSameDatagram = id !== 0 && factsThere >>> ID_SHIFT === id && lower !== 0;
      if (!isSameSegment && !isSameDatagram) continue;
      if (!haveOtherNames(words, row, other) || !isVaried(bytes, from, end)) continue;
      const backwardThere = (factsThere & BACKWARD) !== 0;
      // equal TTLs: a device that hides itself; then the first sighting is the earlier stretch
      if (lower >= 0) this.groups.join(other, backwardThere, row, backward !== 0, numbers);
      else this.groups.join(row, backward !== 0, other, backwardThere, numbers);
      break;
    }
    const entry = bucket * ENTRIES + turn;
    this.#turn[bucket] = (turn + 1) % ENTRIES;
    this.#signatures[entry] = signature;
    const to = entry * S.words;
    samples[to + S.row] = row;
    samples[to + S.number] = numbers[row] as number;
    samples[to + S.sender] = sender;
    samples[to + S.time] = microseconds;
    samples[to + S.facts] = facts;
    samples[to + S.seq] = seq;
    samples[to + S.ack] = ack;
    samples[to + S.wire] = wire;
  }
}

/** at least one end has another address or port */
function haveOtherNames(words: Int32Array, row: number, other: number): boolean {
  const here = row * FLOW_ROW_WORDS;
  const there = other * FLOW_ROW_WORDS;
  return (
    words[here + I.endA] !== words[there + I.endA] ||
    words[here + I.endB] !== words[there + I.endB] ||
    words[here + I.ports] !== words[there + I.ports] ||
    (((words[here + I.key] as number) ^ (words[there + I.key] as number)) & KEY.ipv6) !== 0
  );
}

/** Where the payload begins; -1 where it says too little, or lies in fragments. */
function payloadOf(rows: Int32Array, at: number, bytes: Uint8Array): number {
  const meta = rows[at + ROW.meta] as number;
  if ((meta & (META.firstFragment | META.laterFragment)) !== 0 || (rows[at + ROW.payload] as number) < SAMPLED_BYTES)
    return -1;
  const proto = meta & META.protoMask;
  const transportAt = rows[at + ROW.transportAt] as number;
  if ((meta & META.hasTcp) !== 0) return transportAt + 4 * ((bytes[transportAt + 12] as number) >>> 4);
  if (proto === PROTO.udp && (meta & META.hasPorts) !== 0) return transportAt + 8;
  return proto === PROTO.icmp && (meta & META.icmpError) === 0 ? transportAt + 4 : -1;
}

/** Of what no translation of addresses changes: protocol, length, first bytes of the payload. Never 0. */
function signatureOf(rows: Int32Array, at: number, view: DataView, from: number, end: number): number {
  const proto = (rows[at + ROW.meta] as number) & META.protoMask;
  let hash = Math.imul((rows[at + ROW.payload] as number) ^ (proto << 24), 0x9e3779b1);
  for (let index = from; index + 4 <= end; index += 4) {
    hash = Math.imul(hash ^ view.getInt32(index), 0x85ebca6b);
    hash ^= hash >>> 15;
  }
  // the last bytes, some of them once more
  return Math.imul(hash ^ view.getInt32(end - 4), 0xc2b2ae35) | 1;
}

/** Bytes that say something: no two hosts send them by chance. */
function isVaried(bytes: Uint8Array, from: number, end: number): boolean {
  let classes = 0;
  for (let index = from; index < end; index++) classes |= 1 << ((bytes[index] as number) & 31);
  let variety = 0;
  for (let rest = classes; rest !== 0; rest &= rest - 1) variety++;
  return variety >= LEAST_VARIETY;
}
