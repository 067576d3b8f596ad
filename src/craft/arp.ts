import { addressBytes, macBytes } from './address-bytes.js';
import { ETHER_TYPE, ethernetFrame } from './ethernet.js';
import { join, u16, u8 } from './field.js';

export const BROADCAST_MAC = 'ff:ff:ff:ff:ff:ff';

export interface ArpSpeech {
  readonly operation: 'request' | 'reply';
  readonly senderMac: string;
  readonly senderAddress: string;
  readonly targetMac: string;
  readonly targetAddress: string;
}

/** RFC 826; requests and gratuitous announcements go to everyone, replies to the one who asked. */
export function arpFrame(vlans: readonly number[], speech: ArpSpeech): Uint8Array {
  const { operation, senderMac, senderAddress, targetMac, targetAddress } = speech;
  const payload = join(
    u16(1),
    u16(ETHER_TYPE.ipv4),
    u8(6),
    u8(4),
    u16(operation === 'request' ? 1 : 2),
    macBytes(senderMac),
    addressBytes(senderAddress),
    macBytes(targetMac),
    addressBytes(targetAddress),
  );
  const destination = operation === 'request' ? BROADCAST_MAC : targetMac;
  return ethernetFrame({ source: senderMac, destination, vlans, etherType: ETHER_TYPE.arp, payload });
}
