import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { NON_IP } from '../non-ip.js';

/** LINKTYPE_ETHERNET_MPACKET (IEEE 802.3br): preamble, a start delimiter that says whole frame or piece, and a CRC. */
const M_PACKET = { startDelimiter: 7, preambleBytes: 8, crcBytes: 4 } as const;
/** express frame; first pieces 0 to 3 of a preemptable one */
const START = { express: 0xd5, piece0: 0xe6, piece1: 0x4c, piece2: 0x7f, piece3: 0xb3 } as const;

export function decodeMPacket(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < M_PACKET.preambleBytes) return frame.cut(ANOMALY.linkPseudoHeaderCut, M_PACKET.preambleBytes);
  switch (view.getUint8(pos + M_PACKET.startDelimiter)) {
    case START.express:
    case START.piece0:
    case START.piece1:
    case START.piece2:
    case START.piece3:
      frame.limitTo(frame.wireEnd - M_PACKET.crcBytes);
      frame.pos = pos + M_PACKET.preambleBytes;
      return LAYER.ethernet;
    default:
      return frame.endsIn(NON_IP.mPacketFragment);
  }
}
