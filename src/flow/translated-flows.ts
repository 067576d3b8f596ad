import { META, ROW } from '../decode/packet-batch.js';
import { FLOW_ROW_WORDS, I, KEY, PROTO } from './flow-row.js';
import { TwinGroups } from './twin-groups.js';

/** packets of each direction that may be looked at: the first ones with payload are among them */
export const SAMPLED_PACKETS = 6;
/** payload bytes that say something (domain.md D-ROUTE), and how many are read */
const LEAST_BYTES = 16;
const READ_BYTES = 64;
/** different bytes (of 32 classes) among them: less is a pattern, as in a ping or a keep-alive */
const LEAST_VARIETY = 6;
/** microseconds between the two sightings of one datagram, when the clocks agree (domain.md D-ROUTE) */
const WINDOW = 1_000_000;
/** routers that may lie between */
const ROUTERS = 16;

const BUCKETS = 1 << 14;
const ENTRIES = 4;
/** words of a sample */
const S = {
  signature: 0,
  row: 1,
  number: 2,
  sender: 3,
  time: 4,
  facts: 5,
  seq: 6,
  ack: 7,
  id: 8,
  wire: 9,
  words: 10,
} as const;
const TTL = 0xff;
const BACKWARD = 1 << 8;
const USED = 1 << 9;

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
  readonly #samples = new Int32Array(BUCKETS * ENTRIES * S.words);
  readonly #turn = new Uint8Array(BUCKETS);
  /** what was found */
  readonly groups = new TwinGroups();

  /**
   * A packet of a flow's beginning, copies taken out.
   * @param words of the flow table @param numbers of its flows
   * @param sender station that sent the frame @param wire its capture point and VLAN, as one number @param microseconds packet time, wrapped to 32 bits
   */
  see(
    rows: Int32Array,
    at: number,
    bytes: Uint8Array,
    words: Int32Array,
    numbers: Int32Array,
    row: number,
    backward: number,
    sender: number,
    wire: number,
    microseconds: number,
  ): void {
    const signature = signatureOf(rows, at, bytes);
    if (signature === 0) return;
    const isTcp = ((rows[at + ROW.meta] as number) & META.hasTcp) !== 0;
    const isIpv6 = ((rows[at + ROW.meta] as number) & META.ipv6) !== 0;
    const ttl = ((rows[at + ROW.flags] as number) >>> 8) & TTL;
    const seq = isTcp ? (rows[at + ROW.seq] as number) : 0;
    const ack = isTcp ? (rows[at + ROW.ack] as number) : 0;
    const id = isIpv6 ? 0 : (rows[at + ROW.ipId] as number);
    const samples = this.#samples;
    const bucket = (Math.imul(signature, 0x9e3779b1) >>> 18) & (BUCKETS - 1);
    const turn = this.#turn[bucket] as number;
    for (let back = 0; back < ENTRIES; back++) {
      const from = (bucket * ENTRIES + ((turn + ENTRIES - 1 - back) % ENTRIES)) * S.words;
      const facts = samples[from + S.facts] as number;
      const other = samples[from + S.row] as number;
      if ((facts & USED) === 0 || samples[from + S.signature] !== signature || other === row) continue;
      // the card that sent the first sends no copy of it on the same wire
      if (samples[from + S.sender] === sender || numbers[other] !== samples[from + S.number]) continue;
      if (Math.abs((microseconds - (samples[from + S.time] as number)) | 0) > WINDOW + this.allowance) continue;
      const lower = (facts & TTL) - ttl;
      if (Math.abs(lower) > ROUTERS) continue;
      // on one wire nothing but a router, which lowers the TTL, sends on what it received
      if (lower === 0 && samples[from + S.wire] === wire) continue;
      const isSameSegment = isTcp && samples[from + S.seq] === seq && samples[from + S.ack] === ack;
      const isSameDatagram = id !== 0 && samples[from + S.id] === id && lower !== 0;
      if (!isSameSegment && !isSameDatagram) continue;
      if (!haveOtherNames(words, row, other)) continue;
      const backwardThere = (facts & BACKWARD) !== 0;
      // equal TTLs: a device that hides itself; then the first sighting is the earlier stretch
      if (lower >= 0) this.groups.join(other, backwardThere, row, backward !== 0, numbers);
      else this.groups.join(row, backward !== 0, other, backwardThere, numbers);
      break;
    }
    const to = (bucket * ENTRIES + turn) * S.words;
    this.#turn[bucket] = (turn + 1) % ENTRIES;
    samples[to + S.signature] = signature;
    samples[to + S.row] = row;
    samples[to + S.number] = numbers[row] as number;
    samples[to + S.sender] = sender;
    samples[to + S.time] = microseconds;
    samples[to + S.facts] = USED | ttl | (backward === 0 ? 0 : BACKWARD);
    samples[to + S.seq] = seq;
    samples[to + S.ack] = ack;
    samples[to + S.id] = id;
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

/** Of what no translation of addresses changes: protocol, length, first bytes of the payload. 0: says too little. */
function signatureOf(rows: Int32Array, at: number, bytes: Uint8Array): number {
  const meta = rows[at + ROW.meta] as number;
  const length = rows[at + ROW.payload] as number;
  if ((meta & (META.firstFragment | META.laterFragment)) !== 0 || length < LEAST_BYTES) return 0;
  const proto = meta & META.protoMask;
  const transportAt = rows[at + ROW.transportAt] as number;
  let from: number;
  if ((meta & META.hasTcp) !== 0) from = transportAt + 4 * ((bytes[transportAt + 12] as number) >>> 4);
  else if (proto === PROTO.udp && (meta & META.hasPorts) !== 0) from = transportAt + 8;
  else if (proto === PROTO.icmp && (meta & META.icmpError) === 0) from = transportAt + 4;
  else return 0;
  const end = Math.min(rows[at + ROW.endAt] as number, from + READ_BYTES);
  if (end - from < LEAST_BYTES) return 0;
  let hash = Math.imul(length ^ (proto << 24), 0x9e3779b1);
  let classes = 0;
  for (let index = from; index < end; index++) {
    const byte = bytes[index] as number;
    hash = Math.imul(hash ^ byte, 0x01000193);
    hash ^= hash >>> 15;
    classes |= 1 << (byte & 31);
  }
  let variety = 0;
  for (let rest = classes; rest !== 0; rest &= rest - 1) variety++;
  return variety < LEAST_VARIETY ? 0 : hash | 1;
}
