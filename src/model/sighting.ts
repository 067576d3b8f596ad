import type { Nanoseconds } from '../base/time.js';
import type { FrameReference } from './flow.js';
import type { Realm, Zone } from './place.js';

/**
 * What was seen on a stretch of wire. `sender`: a card sent IP packets from an address of some area; `arp-sender`: a card
 * that stands in several areas spoke ARP for an address of this one; `pinned`: it sent
 * from a registered address; `name`: a computer called itself so;
 * `gateway-hello`: a card took part in VRRP, HSRP or GLBP; `redirect`: `detail` is the card of the router that it names; `internet-gateway`: a device offered a way out (UPnP);
 * `failed-lookups`, `search`: one address looked up many names that do not exist, or tried many ports that did not
 * answer, within a short time; `names-as-data`: one address looked up many long names below the domain in `detail`
 * within a minute; `echo-data`: two addresses of different areas sent large echoes whose content changes; `mpls`, `macsec`:
 * frames that carry others, from the card to the card in `peer`; `translated`: packets that had passed a router bore an address of their first stretch of
 * wire (CAP-13); `beside-register`: on a wire of a zone an IPv6 address that nothing declares talked with the Internet, by
 * way of the card in `detail`; `unwanted-ipv6`: a card whose host is registered without IPv6 sent from such an address;
 * `link-local-ipv6`: cards, one count each, used link-local IPv6 where none is declared; `copy`: the same frames on VLANs of two areas; `passage`: one flow on VLANs of two zones,
 * and the card that sent its frames on the second.
 */
export type SightingKind =
  | 'arp-request'
  | 'arp-reply'
  | 'arp-sender'
  | 'pppoe-discovery'
  | 'pppoe-session'
  | 'lldp'
  | 'cdp'
  | 'spanning-tree'
  | 'router-advertisement'
  | 'dhcp-offer'
  | 'dhcp-ack'
  | 'dhcpv6-answer'
  | 'redirect'
  | 'gateway-hello'
  | 'name'
  | 'internet-gateway'
  | 'failed-lookups'
  | 'names-as-data'
  | 'echo-data'
  | 'mpls'
  | 'macsec'
  | 'search'
  | 'translated'
  | 'sender'
  | 'beside-register'
  | 'unwanted-ipv6'
  | 'link-local-ipv6'
  | 'pinned'
  | 'copy'
  | 'passage';

/** Who was seen where: all sightings with the same facts are one, counted. Plain and immutable. */
export interface Sighting {
  readonly kind: SightingKind;
  readonly point: string | null;
  /** the declared VLAN; null where nobody can say which one it is */
  readonly vlan: number | null;
  /** zone or realm of that VLAN, or the one area of all VLANs of the capture point */
  readonly area: Zone | Realm | null;
  /** card that sent the frames; lower case */
  readonly mac: string | null;
  /** address for which it spoke: sender of IP or ARP, DHCP server */
  readonly address: string | null;
  /** the other one: ARP target, router that DHCP or a redirect names, responder of a passage, point of the other copy */
  readonly peer: string | null;
  /** name of a switch or computer; lifetime that a router announces; how a passage stands to the register */
  readonly detail: string | null;
  readonly count: number;
  readonly first: Nanoseconds;
  readonly last: Nanoseconds;
  /** the earliest ones */
  readonly frames: readonly FrameReference[];
}
