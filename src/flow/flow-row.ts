/**
 * One live flow is one row of 128 bytes, seen as 32 signed 32-bit words (`I`) and 16 doubles (`D`). Two cache lines that
 * the processor fetches together; everything that is touched for every packet is here and nothing else is.
 */
export const FLOW_ROW_WORDS = 32;
export const FLOW_ROW_DOUBLES = 16;

/** Word offsets of a row. Side A is the canonically lower end (address bytes, then port). */
export const I = {
  /** IPv4 address, or the number of an interned IPv6 address */
  endA: 0,
  endB: 1,
  /** port of A << 16 | port of B */
  ports: 2,
  /** identity (KEY.identityMask) and rare flags (KEY.…) */
  key: 3,
  packetsAToB: 4,
  packetsBToA: 5,
  /** TCP flags A→B | B→A << 8 | TTL A→B << 16 | TTL B→A << 24 */
  flagsAndTtl: 14,
  /** set of stations that sent the frames, each way, see stations.ts; 0 = none yet */
  sendersAToB: 15,
  sendersBToA: 16,
  /** sequence number expected next, each way */
  nextAToB: 17,
  nextBToA: 18,
  /** highest acknowledgement, each way */
  ackAToB: 19,
  ackBToA: 20,
  /** initial sequence number of the SYN */
  isn: 21,
  /** STATE bits, and the file of the deciding frame << 16 */
  state: 22,
  duplicates: 23,
  /** hash of the stretch of wire (point, VLAN, MACs) on which each direction was first seen */
  hopAToB: 24,
  hopBToA: 25,
  /** set of stations that received them, each way */
  receiversAToB: 26,
  receiversBToA: 27,
  /** frame numbers: first A→B, first B→A, and the one that decides the outcome; 0 = none */
  frameAToB: 28,
  frameBToA: 29,
  frameDeciding: 30,
  /** file of the first frame A→B | B→A << 16 */
  files: 31,
} as const;

/** Offsets in doubles. Times are nanoseconds since the run's origin. */
export const D = { bytesAToB: 3, bytesBToA: 4, first: 5, last: 6 } as const;

/** The word `key`. */
export const KEY = {
  protoMask: 0xff,
  ipv6: 1 << 8,
  layerShift: 9,
  layerMask: 7,
  tunnelShift: 12,
  tunnelMask: 0x3f,
  /** protocol, family, layer and tunnel: with the ends and ports they are the flow's identity */
  identityMask: (1 << 18) - 1,
  /** another live row has the same identity on another VLAN */
  sibling: 1 << 18,
  /** a reset came with another TTL than the end that it claims to be from: A→B, B→A */
  forgedResetAToB: 1 << 19,
  forgedResetBToA: 1 << 20,
  /** ICMP: an error that was attributed to no known flow */
  unmatchedError: 1 << 21,
  /** ICMP: anything but errors */
  notOnlyErrors: 1 << 22,
  /** an ICMP error about this flow is on record (FlowTable.rejections) */
  rejected: 1 << 23,
  /** the row is in use */
  live: 1 << 24,
  /** its payload is wanted (PayloadWatcher) */
  watched: 1 << 25,
} as const;

/** The word `state`, low 16 bits. */
export const STATE = {
  nextAToB: 1 << 0,
  nextBToA: 1 << 1,
  ackAToB: 1 << 2,
  ackBToA: 1 << 3,
  payloadAToB: 1 << 4,
  payloadBToA: 1 << 5,
  synByA: 1 << 6,
  synByB: 1 << 7,
  synAckByA: 1 << 8,
  synAckByB: 1 << 9,
  /** the earliest packet went B→A */
  firstByB: 1 << 10,
  /** a copy of a datagram was seen with another TTL */
  routed: 1 << 11,
  /** the acknowledgements of A (of B) moved on: the other end's bytes arrived */
  ackMovedByA: 1 << 12,
  ackMovedByB: 1 << 13,
  /** an ACK that is neither SYN nor RST */
  plainAckByA: 1 << 14,
  plainAckByB: 1 << 15,
} as const;

export const TCP_FLAG = { fin: 1, syn: 2, rst: 4, psh: 8, ack: 16, urg: 32, ece: 64, cwr: 128 } as const;

/** What ICMP rows keep in the place of TCP flags. */
export const ICMP_SEEN = { request: 1, reply: 2, error: 4, other: 8 } as const;

/** Nanoseconds after which a packet begins a new flow, and a silent row may leave (domain.md 2.3). */
export const IDLE = {
  /** UDP, ICMP, everything without connections, and a SYN that nobody answered (retransmissions come 64 s apart at most) */
  connectionless: 120e9,
  /** TCP after FIN both ways or RST */
  closed: 3600e9,
  /** open TCP: keep-alives come every two hours (RFC 1122 4.2.3.6) */
  open: 7500e9,
} as const;

/** IP protocol numbers that decide something (IANA). */
export const PROTO = {
  icmp: 1,
  tcp: 6,
  udp: 17,
  dccp: 33,
  gre: 47,
  esp: 50,
  icmpv6: 58,
  sctp: 132,
  udpLite: 136,
} as const;
