import type { Nanoseconds } from '../base/time.js';
import { addressBytes, macText } from './address-bytes.js';
import { arpFrame, BROADCAST_MAC } from './arp.js';
import type { City } from './city.js';
import { ETHER_TYPE, ethernetFrame, llcFrame } from './ethernet.js';
import { join, text } from './field.js';
import { IP_PROTOCOL, ipBytes } from './ip-packet.js';
import {
  BRIDGE_MAC,
  dhcpAck,
  dhcpDiscover,
  dhcpIntroduction,
  dnsQuestion,
  gatewayOffer,
  netbiosRegistration,
  ownNameAnswer,
  redirectIpv6,
  redirectMessage,
  kerberosRequest,
  labelled,
  ntlmLogon,
  pppoeEcho,
  secured,
  routerAdvertisement,
  linkLayerDiscovery,
  spanningTree,
} from './noise-messages.js';
import { SSDP_SEARCH, vrrpAdvertisement } from './noise-messages.js';
import type { Scene } from './scene.js';
import { tcpBytes, udpBytes } from './transport.js';

/** What every LAN says to itself all day; none of it crosses anything. */
export type Noise =
  | 'arpAnswer'
  | 'arpQuestion'
  | 'pppoe'
  | 'mpls'
  | 'macsec'
  | 'routerAdvertisement'
  | 'routerAdvertisementSentOn'
  | 'dhcpAck'
  | 'arp'
  | 'garp'
  | 'vrrp'
  | 'mdns'
  | 'llmnr'
  | 'ssdp'
  | 'dhcp'
  | 'dhcpName'
  | 'dhcpRelayed'
  | 'ntlmName'
  | 'kerberosName'
  | 'dhcpIdentity'
  | 'mdnsName'
  | 'netbiosName'
  | 'upnpGateway'
  | 'redirect'
  | 'redirectIpv6'
  | 'stp'
  | 'lldp';

export interface NoiseContext {
  readonly scene: Scene;
  readonly city: City;
  readonly time: Nanoseconds;
  /** the speaker: its VLAN is where the noise is heard */
  readonly from: string;
  /** where they are not the speaker's own */
  readonly mac?: string;
  readonly vlan?: number;
  /** whom an ARP message is for; the router that a DHCP answer or a redirect names */
  readonly to?: string;
  /** how the speaker calls itself */
  readonly name?: string;
}

/** virtual router 1 (RFC 9568 section 7.3) */
const VIRTUAL_MAC = '00:00:5e:00:01:01';
const NO_MAC = '00:00:00:00:00:00';
const NO_ADDRESS = '0.0.0.0';
/** the access concentrator of a carrier */
const ACCESS_MAC = '00:00:5e:00:53:e1';
const EVERYONE = '255.255.255.255';
/** RFC 2131 section 2 */
const GIADDR_AT = 24;
const BRIDGES_MAC = '01:80:c2:00:00:00';
const NEIGHBOURS_MAC = '01:80:c2:00:00:0e';

/** Plays one piece of noise on the speaker's own VLAN. */
export function makeNoise(kind: Noise, context: NoiseContext): void {
  const { from } = context;
  const mac = context.mac ?? context.city.register.standpoint(from).mac;
  switch (kind) {
    case 'arpAnswer':
    case 'arpQuestion': {
      const speech = { senderMac: mac, senderAddress: from, targetMac: NO_MAC, targetAddress: context.to ?? from };
      return hear(context, (vlans) =>
        arpFrame(vlans, { operation: kind === 'arpAnswer' ? 'reply' : 'request', ...speech }),
      );
    }
    case 'pppoe': // LCP in a session (RFC 2516, RFC 1661)
      return hear(context, (vlans) =>
        ethernetFrame({ source: mac, destination: ACCESS_MAC, vlans, etherType: 0x8864, payload: pppoeEcho() }),
      );
    case 'mpls': // one label, then a datagram to nowhere (RFC 3032)
    case 'macsec': {
      const [etherType, payload] =
        kind === 'mpls' ? [0x8847, labelled(from)] : [0x88e5, secured(context.scene.random(`macsec ${context.time}`))];
      return hear(context, (vlans) =>
        ethernetFrame({ source: mac, destination: context.mac ?? ACCESS_MAC, vlans, etherType, payload }),
      );
    }
    case 'routerAdvertisement':
    case 'routerAdvertisementSentOn': // through a router: hosts discard it (RFC 4861 section 6.1.2)
      return hear(context, (vlans) =>
        ethernetFrame({
          source: mac,
          destination: '33:33:00:00:00:01',
          vlans,
          etherType: ETHER_TYPE.ipv6,
          payload: ipBytes({ ...routerAdvertisement(mac), ttl: kind === 'routerAdvertisement' ? 255 : 254 }),
        }),
      );
    case 'redirectIpv6': // `name` is the card of the router that it names
      return hear(context, (vlans) =>
        ethernetFrame({
          source: mac,
          destination: '33:33:00:00:00:01',
          vlans,
          etherType: ETHER_TYPE.ipv6,
          payload: ipBytes(redirectIpv6('fe80::99', context.name ?? mac)),
        }),
      );
    case 'dhcpAck':
      return say(context, { mac, group: EVERYONE, ttl: 64 }, 67, 68, dhcpAck(mac, from, context.to ?? from));
    case 'arp':
      return askForGateway(context, mac);
    case 'garp': {
      const own = { senderMac: VIRTUAL_MAC, senderAddress: from, targetMac: NO_MAC, targetAddress: from };
      return hear(context, (vlans) => arpFrame(vlans, { operation: 'request', ...own }));
    }
    case 'vrrp':
      return tell(context, {
        mac: context.mac ?? VIRTUAL_MAC,
        group: '224.0.0.18',
        ttl: 255,
        payload: vrrpAdvertisement(from),
      });
    case 'mdns': // RFC 6762
      return say(
        context,
        { mac, group: '224.0.0.251', ttl: 255 },
        5353,
        5353,
        dnsQuestion(0, `pc-${from.replaceAll('.', '-')}.local`),
      );
    case 'llmnr': // RFC 4795
      return say(context, { mac, group: '224.0.0.252', ttl: 1 }, 50_355, 5355, dnsQuestion(0x1234, 'wpad'));
    case 'ssdp':
      return say(context, { mac, group: '239.255.255.250', ttl: 2 }, 50_123, 1900, text(SSDP_SEARCH));
    case 'dhcp':
      return say(context, { mac, group: EVERYONE, ttl: 128, source: NO_ADDRESS }, 68, 67, dhcpDiscover(mac));
    case 'dhcpName':
    case 'dhcpIdentity': {
      const name = context.name ?? 'pc';
      const message = dhcpIntroduction(mac, name, kind === 'dhcpIdentity' ? name : null);
      return say(context, { mac, group: EVERYONE, ttl: 128, source: NO_ADDRESS }, 68, 67, message);
    }
    case 'dhcpRelayed': {
      // as the relay `from` passes it on to the server `to`, for the client's card `mac`
      const message = dhcpIntroduction(mac, context.name ?? 'pc', null);
      message.set(addressBytes(from), GIADDR_AT);
      const { mac: own } = context.city.register.standpoint(from);
      return say(context, { mac: own, group: context.to ?? from, ttl: 64 }, 67, 67, message);
    }
    case 'ntlmName':
    case 'kerberosName': {
      const isNtlm = kind === 'ntlmName';
      const name = context.name ?? 'pc';
      const message = isNtlm ? ntlmLogon(name) : kerberosRequest(name);
      return sayInStream(context, mac, isNtlm ? 445 : 88, message);
    }
    case 'mdnsName':
      return say(
        context,
        { mac, group: '224.0.0.251', ttl: 255 },
        5353,
        5353,
        ownNameAnswer(context.name ?? 'pc', from),
      );
    case 'netbiosName':
      return say(
        context,
        { mac, group: EVERYONE, ttl: 128 },
        137,
        137,
        netbiosRegistration(context.name ?? 'pc', from),
      );
    case 'upnpGateway':
      return say(context, { mac, group: '239.255.255.250', ttl: 2 }, 1900, 1900, gatewayOffer(from));
    case 'redirect': {
      const quoted = ipBytes({
        source: context.to ?? from,
        destination: '203.0.113.80',
        protocol: IP_PROTOCOL.udp,
        ttl: 128,
        id: 1,
        payload: udpBytes({ source: from, destination: '203.0.113.80' }, 50_000, 443, new Uint8Array(8)),
      });
      const payload = redirectMessage(context.to ?? from, quoted);
      return tell(context, { mac, group: '224.0.0.1', ttl: 64, payload, protocol: IP_PROTOCOL.icmp });
    }
    case 'stp': // switches speak untagged
      return hear(context, () =>
        llcFrame({ source: BRIDGE_MAC, destination: BRIDGES_MAC, vlans: [], payload: spanningTree() }),
      );
    case 'lldp': {
      const frame = { source: BRIDGE_MAC, destination: NEIGHBOURS_MAC, vlans: [], etherType: ETHER_TYPE.lldp };
      return hear(context, () => ethernetFrame({ ...frame, payload: linkLayerDiscovery() }));
    }
  }
}

function askForGateway(context: NoiseContext, mac: string): void {
  const { from, city, time } = context;
  const gateway = city.register.gatewayOf(from);
  const question = { senderMac: mac, senderAddress: from, targetMac: NO_MAC, targetAddress: gateway.address };
  const answer = { senderMac: gateway.mac, senderAddress: gateway.address, targetMac: mac, targetAddress: from };
  hear(context, (vlans) => arpFrame(vlans, { operation: 'request', ...question }));
  hear({ ...context, time: time + 300_000n }, (vlans) => arpFrame(vlans, { operation: 'reply', ...answer }));
}

/** Every capture point of the speaker's VLAN hears the frame. */
function hear(
  { scene, city, from, time, vlan: heardOn }: NoiseContext,
  frame: (vlans: readonly number[]) => Uint8Array,
): void {
  const vlan = heardOn ?? city.register.standpoint(from).vlan;
  for (const point of city.pointsOf(vlan)) scene.record(point, time, frame([vlan]));
}

interface Telling {
  readonly mac: string;
  readonly group: string;
  readonly ttl: number;
  /** when it is not the speaker's address */
  readonly source?: string;
}

/** Sends a datagram to a group on the VLAN: VRRP, when it has no transport header. */
function tell(
  context: NoiseContext,
  telling: Telling & { readonly payload: Uint8Array; readonly protocol?: number },
): void {
  const { scene, city, from, time } = context;
  const { mac, group, ttl, source = from, payload, protocol = IP_PROTOCOL.vrrp } = telling;
  const vlan = context.vlan ?? city.register.standpoint(from).vlan;
  const wire = { points: city.pointsOf(vlan), vlans: [vlan], sourceMac: mac, destinationMac: groupMac(group) };
  const id = scene.count(`ip-id ${from}`, 0, 65_535);
  scene.send(
    { source, destination: group, protocol, ttl, id, payload },
    [{ ...wire, routersPassed: 0, delayMicros: 0 }],
    time,
  );
}

function say(context: NoiseContext, telling: Telling, sourcePort: number, port: number, message: Uint8Array): void {
  const ends = { source: telling.source ?? context.from, destination: telling.group };
  tell(context, { ...telling, protocol: IP_PROTOCOL.udp, payload: udpBytes(ends, sourcePort, port, message) });
}

/** The low 23 bits of the group (RFC 1112 section 6.4). */
function groupMac(group: string): string {
  if (group === EVERYONE) return BROADCAST_MAC;
  const [, high = 0, ...low] = addressBytes(group);
  return macText(join(Uint8Array.of(0x01, 0x00, 0x5e, high & 0x7f), Uint8Array.from(low)));
}

/** One segment of a connection to `to`, as a mirror shows it on the speaker's own VLAN. */
function sayInStream(context: NoiseContext, mac: string, port: number, message: Uint8Array): void {
  const { from, city, scene, time } = context;
  const ends = { source: from, destination: context.to ?? from };
  const segment = { sourcePort: 50_001, destinationPort: port, seq: 1000, ack: 2000, flags: 'AP', payload: message };
  const vlan = context.vlan ?? city.register.standpoint(from).vlan;
  const wire = {
    points: city.pointsOf(vlan),
    vlans: [vlan],
    sourceMac: mac,
    destinationMac: city.register.gatewayOf(from).mac,
  };
  const id = scene.count(`ip-id ${from}`, 0, 65_535);
  scene.send(
    { ...ends, protocol: IP_PROTOCOL.tcp, ttl: 128, id, payload: tcpBytes(ends, segment) },
    [{ ...wire, routersPassed: 0, delayMicros: 0 }],
    time,
  );
}
