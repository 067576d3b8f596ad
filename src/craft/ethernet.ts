import { join, u16, zeros } from './field.js';
import { macBytes } from './address-bytes.js';

export const ETHER_TYPE = {
  ipv4: 0x0800,
  arp: 0x0806,
  vlan: 0x8100,
  ipv6: 0x86dd,
  qinq: 0x88a8,
  lldp: 0x88cc,
} as const;

/** shortest Ethernet frame without its check sequence (IEEE 802.3 clause 3.2.7) */
const SHORTEST = 60;

export interface EthernetFrame {
  readonly source: string;
  readonly destination: string;
  /** VLAN ids, outermost first; two make an 802.1ad (QinQ) frame */
  readonly vlans: readonly number[];
  readonly etherType: number;
  readonly payload: Uint8Array;
}

/** An Ethernet II frame as a mirror port delivers it: tags kept, short frames padded, no check sequence. */
export function ethernetFrame({ source, destination, vlans, etherType, payload }: EthernetFrame): Uint8Array {
  const tags = vlans.map((vlan, index) =>
    join(u16(index < vlans.length - 1 ? ETHER_TYPE.qinq : ETHER_TYPE.vlan), u16(vlan)),
  );
  return pad(join(macBytes(destination), macBytes(source), ...tags, u16(etherType), payload));
}

/** An 802.3 frame with an LLC header: how spanning tree speaks. */
export function llcFrame(frame: Omit<EthernetFrame, 'etherType'>): Uint8Array {
  return ethernetFrame({ ...frame, etherType: frame.payload.length });
}

function pad(frame: Uint8Array): Uint8Array {
  return frame.length >= SHORTEST ? frame : join(frame, zeros(SHORTEST - frame.length));
}
