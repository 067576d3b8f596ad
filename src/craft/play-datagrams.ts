import type { Nanoseconds } from '../base/time.js';
import { echoBytes, icmpProtocol } from './icmp.js';
import { IP_PROTOCOL } from './ip-packet.js';
import { expire, prohibit, refuseDatagram } from './refusals.js';
import { packetOf, type Stage } from './stage.js';
import { after, sendPacket, type Party } from './tcp-conversation.js';
import { udpBytes } from './transport.js';

const ANSWER_SECONDS = 0.003;
/** as Windows sends */
const ECHO_BYTES = 32;

/** Questions and answers in datagrams. */
export function playUdp(stage: Stage): void {
  const { scene, act, initiator, responder, turns } = stage;
  let now = stage.time;
  for (const { by, data } of turns) {
    const [sender, receiver] = by === 'initiator' ? [initiator, responder] : [responder, initiator];
    if (by === 'responder' && act.answer === 'silence') return;
    const packet = packetOf(scene, sender, receiver, IP_PROTOCOL.udp, (ends) =>
      udpBytes(ends, sender.port, receiver.port, data),
    );
    now = after(sendPacket(scene, packet, sender, now), ANSWER_SECONDS);
    if (act.answer === 'prohibit') return prohibit(stage, packet, now);
    if (act.answer === 'expire') return expire(stage, packet, now);
    if (act.answer === 'refuse') return refuseDatagram(stage, packet, now);
  }
}

/** An echo request and, unless nobody answers, its reply: `up` bytes of the usual pattern, or of something `opaque`. */
export function playPing({ scene, act, initiator, responder, time }: Stage): void {
  const id = scene.count(`echo ${initiator.address}`, 1, 65_535);
  const length = act.up ?? ECHO_BYTES;
  const data =
    act.as === 'opaque'
      ? scene.random(`echo ${initiator.address} ${time}`).bytes(length)
      : Uint8Array.from({ length }, (_, index) => 0x61 + (index % 23));
  const send = (sender: Party, receiver: Party, kind: 'request' | 'reply', at: Nanoseconds): Nanoseconds => {
    const protocol = icmpProtocol({ source: sender.address, destination: receiver.address });
    const packet = packetOf(scene, sender, receiver, protocol, (ends) => echoBytes(ends, kind, id, 1, data));
    return sendPacket(scene, packet, sender, at);
  };
  const arrival = send(initiator, responder, 'request', time);
  if (act.answer !== 'silence') send(responder, initiator, 'reply', after(arrival, ANSWER_SECONDS));
}
