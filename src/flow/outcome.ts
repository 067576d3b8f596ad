import { FLOW_ROW_DOUBLES, FLOW_ROW_WORDS, D, I, ICMP_SEEN, KEY, PROTO, STATE, TCP_FLAG } from './flow-row.js';
import type { Outcome } from '../model/flow.js';

/** nanoseconds without an answer after which "no answer" may be said (domain.md 2.3) */
const TCP_ANSWER = 75e9;
const UDP_ANSWER = 60e9;
/** packets each way that one request and one answer take, with handshake and teardown */
const ONE_EXCHANGE_PACKETS = 6;

/**
 * What the packets of one row prove about it (domain.md 2.3), as far as the row alone can tell. A rejection is
 * `rejectedUnknown` here: who rejected it needs to be known from other packets (scan/judge/attribute-rejection.ts), and so
 * does a copy seen behind the boundary.
 * @param captureEnd latest packet time of the capture points that saw the flow, nanoseconds since the origin
 */
export function outcomeOf(
  words: Int32Array,
  doubles: Float64Array,
  row: number,
  openerSide: 0 | 1 | -1,
  captureEnd: number,
): Outcome {
  const base = row * FLOW_ROW_WORDS;
  const key = words[base + I.key] as number;
  const proto = key & KEY.protoMask;
  const aToB = words[base + I.packetsAToB] !== 0;
  const bToA = words[base + I.packetsBToA] !== 0;
  const state = words[base + I.state] as number;
  // since the first packet: a stream that nobody answers is not open for as long as it goes on
  const waited = captureEnd - (doubles[row * FLOW_ROW_DOUBLES + D.first] as number);
  const isRejected = (key & KEY.rejected) !== 0;
  if (proto === PROTO.tcp) return tcpOutcome(words, base, openerSide, aToB, bToA, state, waited, isRejected);

  const payloadBothWays = (state & STATE.payloadAToB) !== 0 && (state & STATE.payloadBToA) !== 0;
  if (proto === PROTO.icmp || proto === PROTO.icmpv6) {
    const seen = ((words[base + I.flagsAndTtl] as number) | ((words[base + I.flagsAndTtl] as number) >>> 8)) & 0xff;
    if ((seen & ICMP_SEEN.reply) !== 0) return 'reachable';
    if ((seen & ICMP_SEEN.request) === 0) return aToB && bToA ? 'reachable' : 'oneWay';
    if (isRejected) return 'rejectedUnknown';
    return waited < UDP_ANSWER ? 'cut' : 'noAnswer';
  }
  if (payloadBothWays) return 'data';
  if (aToB && bToA) return 'reachable';
  if (isRejected) return 'rejectedUnknown';
  if (proto === PROTO.udp || proto === PROTO.sctp || proto === PROTO.dccp || proto === PROTO.udpLite)
    return waited < UDP_ANSWER ? 'cut' : 'noAnswer';
  return 'oneWay';
}

function tcpOutcome(
  words: Int32Array,
  base: number,
  openerSide: 0 | 1 | -1,
  aToB: boolean,
  bToA: boolean,
  state: number,
  waited: number,
  isRejected: boolean,
): Outcome {
  const payloadA = (state & STATE.payloadAToB) !== 0;
  const payloadB = (state & STATE.payloadBToA) !== 0;
  const movedByA = (state & STATE.ackMovedByA) !== 0;
  const movedByB = (state & STATE.ackMovedByB) !== 0;
  const flags = words[base + I.flagsAndTtl] as number;
  const communicated =
    (payloadA && payloadB) ||
    (payloadA && (movedByB || (!bToA && movedByA))) ||
    (payloadB && (movedByA || (!aToB && movedByB)));
  if (communicated) return isCutOffByOther(words, base, openerSide) ? 'l7Blocked' : 'data';

  const synBy = (state & STATE.synByA) !== 0 ? 0 : (state & STATE.synByB) !== 0 ? 1 : -1;
  const synAckBy = (state & STATE.synAckByA) !== 0 ? 0 : (state & STATE.synAckByB) !== 0 ? 1 : -1;
  const plainAckByA = (state & STATE.plainAckByA) !== 0;
  const plainAckByB = (state & STATE.plainAckByB) !== 0;
  if (synAckBy >= 0) {
    // the answer to it, or (one side of the mirror is missing) a later ACK of the same side
    const answered = synAckBy === 0 ? plainAckByB || (!bToA && plainAckByA) : plainAckByA || (!aToB && plainAckByB);
    if (!answered) return 'reachable';
    return isCutOffByOther(words, base, openerSide) ? 'l7Blocked' : 'established';
  }
  if (synBy >= 0) {
    const other = synBy === 0 ? bToA : aToB;
    const goesOn = synBy === 0 ? plainAckByA : plainAckByB;
    if (goesOn) return 'established';
    if (other) {
      const otherFlags = (flags >>> (8 * (1 - synBy))) & 0xff;
      return (otherFlags & TCP_FLAG.rst) !== 0 ? 'rejectedUnknown' : 'midstream';
    }
    if (isRejected) return 'rejectedUnknown';
    return waited < TCP_ANSWER ? 'cut' : 'noAnswer';
  }
  if (aToB && bToA && plainAckByA && plainAckByB) return 'established';
  if ((payloadA || payloadB) && !(aToB && bToA)) return 'oneWay';
  return 'midstream';
}

/** After at most one exchange, a reset that claims to be the responder's came from another device (domain.md l7Blocked). */
function isCutOffByOther(words: Int32Array, base: number, openerSide: 0 | 1 | -1): boolean {
  if (openerSide < 0) return false;
  const forged = (words[base + I.key] as number) & (openerSide === 0 ? KEY.forgedResetBToA : KEY.forgedResetAToB);
  return (
    forged !== 0 &&
    (words[base + I.packetsAToB] as number) <= ONE_EXCHANGE_PACKETS &&
    (words[base + I.packetsBToA] as number) <= ONE_EXCHANGE_PACKETS
  );
}
