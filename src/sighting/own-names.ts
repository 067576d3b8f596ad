import { formatAddressAt } from '../base/address.js';
import { macText } from '../base/mac-text.js';
import { isGroupMac, isVirtualMac } from '../base/virtual-mac.js';
import { ZONES, type Area } from '../model/place.js';
import type { Topology } from '../model/topology.js';
import type { HeardFrame } from './heard-frame.js';
import type { TwoZoneHosts } from './logs/two-zone-hosts.js';
import { PORT } from './protocol-numbers.js';
import { readCardInAddress } from './readers/read-card-in-address.js';
import { readDhcpClient, readDhcpv6Client, readRelayedDhcp } from './readers/read-dhcp-client.js';
import { readNetbiosClaim, readNetbiosSender } from './readers/read-netbios.js';
import { readOwnName } from './readers/read-own-name.js';
import type { SightingBook } from './sighting-book.js';
import type { WirePlace } from './wire-places.js';

/** How computers call themselves, and where. */
export class OwnNames {
  readonly #topology: Topology;
  readonly #book: SightingBook;
  readonly #computers: TwoZoneHosts;

  constructor(topology: Topology, book: SightingBook, computers: TwoZoneHosts) {
    this.#topology = topology;
    this.#book = book;
    this.#computers = computers;
  }

  /** A name counts where the zone is known, and where its packet came from there. */
  tell(detail: string | null, address: string | null, mac: string | null, place: WirePlace, from: HeardFrame): void {
    if (detail === null || mac === null || place.area === null || isVirtualMac(mac) || isGroupMac(mac)) return;
    if (this.#topology.gatewaysOfMac(mac).length > 0) return;
    const area = address === null ? 'special' : this.#topology.place(address).area;
    if (area !== 'special' && area !== place.area) return;
    this.#book.add({ kind: 'name', place, mac, address, detail }, from.time, from);
    this.#computers.hearName(detail, mac, place.area);
  }

  /**
   * A datagram in which the sender may name itself, where the packet comes from its own card.
   * @param port from which it was sent @param source address in the header, 4 or 16 bytes
   */
  hear(
    body: Uint8Array,
    port: number,
    source: Uint8Array,
    mac: string | null,
    place: WirePlace,
    from: HeardFrame,
  ): void {
    const address = formatAddressAt(source, 0, source.length === 4 ? 4 : 6);
    for (const name of namesIn(body, port, source)) this.tell(name, address, mac, place, from);
    this.tell(readCardInAddress(source, mac), address, mac, place, from);
  }

  /** What a relay passes on to the server: the client stands where the relay's own address does, with its own card. */
  hearRelayed(body: Uint8Array, from: HeardFrame): void {
    const relayed = readRelayedDhcp(body);
    if (relayed === null || relayed.said.length === 0) return;
    const { area, segment } = this.#topology.placeOfCell(this.#topology.cellOfIpv4(relayed.relay));
    const zone = ZONES.find((one: Area) => one === area);
    if (zone === undefined) return;
    const place = { point: null, vlan: segment?.vlan ?? null, area: zone, tagged: false };
    for (const said of relayed.said) this.tell(said, null, macText(relayed.card, 0), place, from);
  }
}

function namesIn(body: Uint8Array, port: number, source: Uint8Array): readonly string[] {
  const one = (said: string | null): readonly string[] => (said === null ? [] : [said]);
  const own = (kind: string): readonly string[] => {
    const name = readOwnName(body, source);
    return name === null ? [] : [`${kind} ${name}`];
  };
  switch (port) {
    case PORT.dhcpClient:
      return readDhcpClient(body);
    case PORT.dhcpv6Client:
      return readDhcpv6Client(body);
    case PORT.netbiosNames:
      return one(readNetbiosClaim(body));
    case PORT.netbiosDatagrams:
      return one(readNetbiosSender(body));
    case PORT.mdns:
      return own('mdns');
    case PORT.llmnr:
      return own('llmnr');
    default:
      return [];
  }
}
