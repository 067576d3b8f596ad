import type { Nanoseconds } from '../base/time.js';
import { errorBytes, icmpProtocol } from './icmp.js';
import { isIpv6, type IpPacket } from './ip-packet.js';
import { packetOf, type Stage } from './stage.js';
import { sendPacket, type Party } from './tcp-conversation.js';

/** Communication administratively prohibited: ICMP 3/13 (RFC 1812), or ICMPv6 1/1 (RFC 4443). */
export function prohibit(stage: Stage, refused: IpPacket, time: Nanoseconds): void {
  const { device } = stage;
  if (device === undefined) throw new RangeError('"answer: prohibit" needs "by"');
  sendError(stage, device, isIpv6(refused) ? [1, 1] : [3, 13], refused, time);
}

/** Time exceeded in transit, said by a gateway on the way: ICMP 11/0 (RFC 792) or ICMPv6 3/0 (RFC 4443). */
export function expire(stage: Stage, refused: IpPacket, time: Nanoseconds): void {
  const { device } = stage;
  if (device === undefined) throw new RangeError('"answer: expire" needs "by"');
  sendError(stage, device, isIpv6(refused) ? [3, 0] : [11, 0], refused, time);
}

/** Port unreachable, said by the host itself: ICMP 3/3 or ICMPv6 1/4. */
export function refuseDatagram(stage: Stage, refused: IpPacket, time: Nanoseconds): void {
  sendError(stage, stage.responder, isIpv6(refused) ? [1, 4] : [3, 3], refused, time);
}

function sendError(
  stage: Stage,
  sender: Party,
  [type, code]: readonly [number, number],
  refused: IpPacket,
  time: Nanoseconds,
): void {
  const { scene, initiator } = stage;
  // who quotes a packet saw it after the routers before him
  const passed = sender === stage.device ? 0 : Math.max(0, initiator.path.length - 1);
  const quoted = { ...refused, ttl: refused.ttl - passed };
  const protocol = icmpProtocol({ source: sender.address, destination: initiator.address });
  const packet = packetOf(scene, sender, initiator, protocol, (ends) => errorBytes(ends, type, code, quoted));
  sendPacket(scene, packet, sender, time);
}
