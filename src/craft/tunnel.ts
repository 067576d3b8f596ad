import { ETHER_TYPE, ethernetFrame } from './ethernet.js';
import { join, u16, u24, u32, u8 } from './field.js';
import { IP_PROTOCOL, ipBytes, isIpv6, type IpPacket } from './ip-packet.js';
import { udpBytes, type Ends } from './transport.js';

const VXLAN_PORT = 4789;
const ERSPAN_TYPE_2 = 0x88be;
/** addresses of the virtual network cards inside a VXLAN (documentation range of RFC 9542) */
const INNER_MACS = { source: '00:00:5e:00:53:f1', destination: '00:00:5e:00:53:f2' } as const;

/** How one datagram travels inside another. */
export type Tunnel = 'gre' | 'vxlan' | 'ipip' | '6in4';

/** Puts a datagram into one between the tunnel's ends. */
export function tunnelPacket(kind: Tunnel, outer: Ends, inner: IpPacket): IpPacket {
  const base = { ...outer, ttl: 64, id: inner.id };
  const etherType = isIpv6(inner) ? ETHER_TYPE.ipv6 : ETHER_TYPE.ipv4;
  switch (kind) {
    case 'gre': // RFC 2784
      return { ...base, protocol: IP_PROTOCOL.gre, payload: join(u16(0), u16(etherType), ipBytes(inner)) };
    case 'vxlan': {
      const frame = ethernetFrame({ ...INNER_MACS, vlans: [], etherType, payload: ipBytes(inner) });
      return {
        ...base,
        protocol: IP_PROTOCOL.udp,
        payload: udpBytes(outer, 33_333, VXLAN_PORT, vxlanBytes(100, frame)),
      };
    }
    case 'ipip': // RFC 2003
    case '6in4': // RFC 4213
      return { ...base, protocol: isIpv6(inner) ? IP_PROTOCOL.sixInFour : IP_PROTOCOL.ipip, payload: ipBytes(inner) };
  }
}

/** RFC 7348 section 5 */
function vxlanBytes(network: number, frame: Uint8Array): Uint8Array {
  return join(u8(0x08), u24(0), u24(network), u8(0), frame);
}

/** The mirror's own wrapping: a whole frame carried from the switch to the collector. */
export type MirrorTransport = 'erspan' | 'vxlan' | 'gre';

export function mirrorPacket(
  kind: MirrorTransport,
  outer: Ends,
  frame: Uint8Array,
  vlan: number,
  sequence: number,
): IpPacket {
  const base = { ...outer, ttl: 255, id: sequence & 0xffff };
  if (kind === 'vxlan') {
    return { ...base, protocol: IP_PROTOCOL.udp, payload: udpBytes(outer, 33_334, VXLAN_PORT, vxlanBytes(200, frame)) };
  }
  // transparent Ethernet bridging
  if (kind === 'gre') return { ...base, protocol: IP_PROTOCOL.gre, payload: join(u16(0), u16(0x6558), frame) };
  // GRE with a sequence number (RFC 2890), then the ERSPAN type II header: version 1, VLAN, session 1, port index
  const erspan = join(u16(0x1000 | vlan), u16(0x1801), u32(1));
  return {
    ...base,
    protocol: IP_PROTOCOL.gre,
    payload: join(u16(0x1000), u16(ERSPAN_TYPE_2), u32(sequence), erspan, frame),
  };
}
