import type { Initiator, InitiatorBasis } from '../model/flow.js';
import { FLOW_ROW_DOUBLES, FLOW_ROW_WORDS, D, I, ICMP_SEEN, PROTO, STATE, KEY } from './flow-row.js';
import type { ServicePorts } from './service-ports.js';

/** Who opened a flow, and what says so: `side` 0 = a, 1 = b, -1 = nobody knows. */
export interface Opener {
  readonly side: 0 | 1 | -1;
  readonly basis: InitiatorBasis;
}

/** How long after the capture's start a first datagram may belong to a conversation that began before it (domain.md 2.3). */
const CAPTURE_START_NANOSECONDS = 60e9;

/** every possible answer, made once */
const A_SYN: Opener = { side: 0, basis: 'syn' };
const B_SYN: Opener = { side: 1, basis: 'syn' };
const A_SYN_ACK: Opener = { side: 0, basis: 'syn-ack' };
const B_SYN_ACK: Opener = { side: 1, basis: 'syn-ack' };
const A_SERVICE: Opener = { side: 0, basis: 'service-port' };
const B_SERVICE: Opener = { side: 1, basis: 'service-port' };
const A_FIRST: Opener = { side: 0, basis: 'first-seen' };
const B_FIRST: Opener = { side: 1, basis: 'first-seen' };
const A_REQUEST: Opener = { side: 0, basis: 'icmp-request' };
const B_REQUEST: Opener = { side: 1, basis: 'icmp-request' };
const UNKNOWN: Opener = { side: -1, basis: 'none' };

/** Initiator of a row (domain.md 2.3): sender of the SYN; else who must have sent it; else service ports; never a mere guess for TCP. */
export function findOpener(
  words: Int32Array,
  doubles: Float64Array,
  row: number,
  services: ServicePorts,
  captureStart: number,
): Opener {
  const base = row * FLOW_ROW_WORDS;
  const proto = (words[base + I.key] as number) & KEY.protoMask;
  const state = words[base + I.state] as number;
  if (proto === PROTO.tcp) {
    if ((state & STATE.synByA) !== 0) return A_SYN;
    if ((state & STATE.synByB) !== 0) return B_SYN;
    if ((state & STATE.synAckByA) !== 0) return B_SYN_ACK;
    if ((state & STATE.synAckByB) !== 0) return A_SYN_ACK;
    return byServicePort(words[base + I.ports] as number, services) ?? UNKNOWN;
  }
  const first = (state & STATE.firstByB) === 0 ? A_FIRST : B_FIRST;
  if (proto === PROTO.icmp || proto === PROTO.icmpv6) {
    const seen = words[base + I.flagsAndTtl] as number;
    const requests = seen & (ICMP_SEEN.request | (ICMP_SEEN.request << 8));
    if (requests === ICMP_SEEN.request) return A_REQUEST;
    if (requests === ICMP_SEEN.request << 8) return B_REQUEST;
    if (requests === 0) {
      // a reply answers a request that was not seen
      const replies = seen & (ICMP_SEEN.reply | (ICMP_SEEN.reply << 8));
      if (replies === ICMP_SEEN.reply) return B_REQUEST;
      if (replies === ICMP_SEEN.reply << 8) return A_REQUEST;
    }
    return first;
  }
  const isEarly = (doubles[row * FLOW_ROW_DOUBLES + D.first] as number) - captureStart < CAPTURE_START_NANOSECONDS;
  const isOneWay = words[base + I.packetsAToB] === 0 || words[base + I.packetsBToA] === 0;
  if (isEarly || isOneWay) return byServicePort(words[base + I.ports] as number, services) ?? first;
  return first;
}

/** The responder is the side with the service port, if only one side has one and the other is above 1023. */
function byServicePort(ports: number, services: ServicePorts): Opener | null {
  const portA = ports >>> 16;
  const portB = ports & 0xffff;
  const isServiceA = services.has(portA);
  const isServiceB = services.has(portB);
  if (isServiceA === isServiceB) return null;
  if (isServiceB) return portA >= 1024 ? A_SERVICE : null;
  return portB >= 1024 ? B_SERVICE : null;
}

export function initiatorOf(side: 0 | 1 | -1): Initiator {
  return side === 0 ? 'a' : side === 1 ? 'b' : 'unknown';
}
