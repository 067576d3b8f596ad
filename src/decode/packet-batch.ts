/**
 * What decoding answers: one row of 32-bit numbers per IP header, in columns of one typed array. A frame with a tunnel
 * makes several rows, outermost first. The flow table reads rows; nobody allocates per packet.
 *
 * Offsets (`…At`) are indices into `bytes` of the record batch that is being decoded and die with it.
 */
export const ROW = {
  /** index of the record in its record batch */
  record: 0,
  /** packed facts, see META */
  meta: 1,
  /** IPv4 source and destination as signed 32-bit; 0 for IPv6, whose addresses are read at ipAt + 8 and + 24 */
  source: 2,
  destination: 3,
  /** source port << 16 | destination port; 0 without ports */
  ports: 4,
  /** IP bytes by the header: total length; IPv6 payload length + 40; a total length of 0 (segmentation offload) counts the rest of the frame */
  length: 5,
  /** payload bytes above the transport header, by the length fields; 0 when unknown */
  payload: 6,
  /** TCP flags (low 8) | TTL or hop limit << 8 | ICMP type << 16 | ICMP code << 24 */
  flags: 7,
  seq: 8,
  ack: 9,
  /** IPv4 identification, or the IPv6 fragment identification, else 0 */
  ipId: 10,
  ipAt: 11,
  /** transport header; for an ICMP error the ICMP header itself (the quoted packet is at + 8) */
  transportAt: 12,
  /** first byte after what was captured of this IP packet */
  endAt: 13,
  /** VLAN stack, see vlanCode(); 0 = untagged */
  vlan: 14,
  /** 6 bytes each; -1 where the link has none */
  sourceMacAt: 15,
  destinationMacAt: 16,
  /** row of the IP header that carries this one, or -1 */
  outer: 17,
} as const;

/** 32-bit numbers per row. */
export const ROW_STRIDE = 20;

/** Bits of the column `meta`. */
export const META = {
  protoMask: 0xff,
  ipv6: 1 << 8,
  layerShift: 9,
  layerMask: 7,
  /** index into TUNNELS of what this packet carries, 0 = nothing that was followed */
  tunnelShift: 12,
  tunnelMask: 0x3f,
  /** a first fragment (more to come, offset 0) */
  firstFragment: 1 << 18,
  /** offset > 0: no transport header */
  laterFragment: 1 << 19,
  hasPorts: 1 << 20,
  /** TCP header complete enough for flags, seq and ack */
  hasTcp: 1 << 21,
  /** ICMP or ICMPv6 error with a quoted packet */
  icmpError: 1 << 22,
  /** IPv4 "don't fragment" */
  dontFragment: 1 << 23,
} as const;

/** Names of the record field `tunnel`, by number. */
export const TUNNELS = [
  null,
  'ipip',
  '6in4',
  '4in6',
  '6in6',
  'gre',
  'erspan',
  'vxlan',
  'geneve',
  'gtpu',
  'teredo',
  'l2tp',
  'etherip',
  'ayiya',
  'lisp',
  'capwap',
  'ah',
  'mpls-udp',
  'gre-udp',
  'pppoe',
  'pptp',
  'vxlan-gpe',
  'nsh',
  'wireguard',
  'mpls-ip',
  'ethernet-ip',
  'tzsp',
  'hp-erm',
  'eoip',
] as const;
export type TunnelName = Exclude<(typeof TUNNELS)[number], null>;

export { BATCH_RECORDS } from '../base/batch.js';

/** One VLAN tag: 13 bits, so that VLAN 0 (priority tag) differs from no tag. */
export const VLAN_TAG_BIT = 0x1000;

/** The VLAN code of a stack with one more (inner) tag. Two tags are kept; a third and further ones are dropped and counted. */
export function pushVlan(code: number, vlanId: number): number {
  if (code === 0) return VLAN_TAG_BIT | vlanId;
  return code < 0x2000 ? (code << 13) | VLAN_TAG_BIT | vlanId : code;
}

/** `null` for untagged, `"110"`, or `"100.10"` (outermost first). */
export function formatVlan(code: number): string | null {
  if (code === 0) return null;
  const inner = String(code & 0xfff);
  return code < 0x2000 ? inner : String((code >> 13) & 0xfff) + '.' + inner;
}

/** The rows of one batch of records. */
export class PacketBatch {
  readonly rows: Int32Array;
  readonly capacity: number;
  count = 0;

  /** @param capacity rows */
  constructor(capacity: number) {
    this.capacity = capacity;
    this.rows = new Int32Array(capacity * ROW_STRIDE);
  }
}
