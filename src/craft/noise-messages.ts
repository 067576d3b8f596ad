import { addressBytes, macBytes } from './address-bytes.js';
import { checksum } from './checksum.js';
import { dnsName } from './dialogue/datagrams.js';
import { IP_PROTOCOL, ipBytes, type IpPacket } from './ip-packet.js';
import type { Random } from './random.js';
import { udpBytes } from './transport.js';
import { join, text, u16, u32, u8, zeros } from './field.js';

/** what every switch of the city calls itself */
export const BRIDGE_MAC = '00:00:5e:00:53:e0';

/** One question for an address (RFC 1035), as mDNS and LLMNR ask it. */
export function dnsQuestion(id: number, name: string): Uint8Array {
  return join(u16(id), u16(0), u16(1), u16(0), u16(0), u16(0), dnsName(name), u16(1), u16(1));
}

export const SSDP_SEARCH = [
  'M-SEARCH * HTTP/1.1',
  'HOST: 239.255.255.250:1900',
  'MAN: "ssdp:discover"',
  'MX: 1',
  'ST: urn:dial-multiscreen-org:service:dial:1',
  '\r\n',
].join('\r\n');

/** VRRP version 2 (RFC 3768 section 5.1) for one address */
export function vrrpAdvertisement(address: string): Uint8Array {
  const bytes = join(Uint8Array.of(0x21, 1, 100, 1, 0, 1), u16(0), addressBytes(address), zeros(8));
  bytes.set(u16(checksum(bytes)), 6);
  return bytes;
}

/** RFC 2131 section 2: a discover of a client that has no address yet */
export function dhcpDiscover(mac: string): Uint8Array {
  const options = join(u32(0x63825363), Uint8Array.of(53, 1, 1, 55, 3, 1, 3, 6, 255));
  const client = join(macBytes(mac), zeros(10 + 64 + 128));
  return join(Uint8Array.of(1, 1, 6, 0), u32(0x5a4e0001), zeros(4 + 16), client, options);
}

/** The same, with the host name (option 12) and, from the same seed, a client identifier that holds a DUID (RFC 4361). */
export function dhcpIntroduction(mac: string, name: string, identity: string | null): Uint8Array {
  const duid = identity === null ? zeros(0) : join(u16(4), text(identity.padEnd(16, '.').slice(0, 16)));
  const clientId = join(u8(255), u32(1), duid);
  const options = join(
    u32(0x63825363),
    Uint8Array.of(53, 1, 3, 12, name.length),
    text(name),
    identity === null ? zeros(0) : join(Uint8Array.of(61, clientId.length), clientId),
    Uint8Array.of(255),
  );
  const client = join(macBytes(mac), zeros(10 + 64 + 128));
  return join(Uint8Array.of(1, 1, 6, 0), u32(0x5a4e0001), zeros(4 + 16), client, options);
}

/** RFC 6762 section 6: a computer answers with its own name and address. */
export function ownNameAnswer(name: string, address: string): Uint8Array {
  const record = join(dnsName(`${name}.local`), u16(1), u16(0x8001), u32(120), u16(4), addressBytes(address));
  return join(u16(0), u16(0x8400), u16(0), u16(1), u16(0), u16(0), record);
}

/** RFC 1002 section 4.2.2: a computer registers its name. */
export function netbiosRegistration(name: string, address: string): Uint8Array {
  const padded = [...text(name.toUpperCase().padEnd(15, ' ').slice(0, 15)), 0];
  const encoded = Uint8Array.from(padded.flatMap((byte) => [0x41 + (byte >> 4), 0x41 + (byte & 0xf)]));
  const question = join(u8(32), encoded, u8(0), u16(0x20), u16(1));
  const record = join(u16(0xc00c), u16(0x20), u16(1), u32(300_000), u16(6), u16(0), addressBytes(address));
  return join(u16(0x1234), u16(0x2910), u16(1), u16(0), u16(0), u16(1), question, record);
}

/** UPnP Device Architecture 1.1 section 1.2.2: a router offers its way to the Internet. */
export function gatewayOffer(address: string): Uint8Array {
  return text(
    [
      'NOTIFY * HTTP/1.1',
      'HOST: 239.255.255.250:1900',
      `LOCATION: http://${address}:5000/rootDesc.xml`,
      'NT: urn:schemas-upnp-org:device:InternetGatewayDevice:1',
      'NTS: ssdp:alive',
      '\r\n',
    ].join('\r\n'),
  );
}

/** RFC 792: the sender knows a better gateway for the packet that it quotes. */
export function redirectMessage(gateway: string, quoted: Uint8Array): Uint8Array {
  const bytes = join(Uint8Array.of(5, 1), u16(0), addressBytes(gateway), quoted);
  bytes.set(u16(checksum(bytes)), 2);
  return bytes;
}

/** RFC 2131: a server grants a lease and names a router */
export function dhcpAck(mac: string, server: string, router: string): Uint8Array {
  const options = join(
    u32(0x63825363),
    Uint8Array.of(53, 1, 5, 54, 4),
    addressBytes(server),
    Uint8Array.of(3, 4),
    addressBytes(router),
    Uint8Array.of(255),
  );
  const client = join(macBytes(mac), zeros(10 + 64 + 128));
  return join(Uint8Array.of(2, 1, 6, 0), u32(0x5a4e0001), zeros(4 + 16), client, options);
}

/** LCP echo request in session 0x21 (RFC 2516 section 6, RFC 1661 section 5.8) */
export function pppoeEcho(): Uint8Array {
  const echo = join(u16(0xc021), Uint8Array.of(9, 1), u16(8), u32(0x12345678));
  return join(Uint8Array.of(0x11, 0), u16(0x21), u16(echo.length), echo);
}

/** RFC 4861 section 4.2: a default router, with its link-layer address */
export function routerAdvertisement(mac: string): IpPacket {
  const source = 'fe80::21b:21ff:fe0a:1046';
  const destination = 'ff02::1';
  const body = join(Uint8Array.of(134, 0, 0, 0, 64, 0), u16(1800), u32(0), u32(0), Uint8Array.of(1, 1), macBytes(mac));
  const pseudo = join(addressBytes(source), addressBytes(destination), u32(body.length), u32(IP_PROTOCOL.icmpv6));
  body.set(u16(checksum(join(pseudo, body))), 2);
  return { source, destination, protocol: IP_PROTOCOL.icmpv6, ttl: 255, id: 0, payload: body };
}

/** RFC 4861 section 4.5: towards the Internet, another router is nearer; its card is named, too */
export function redirectIpv6(target: string, card: string): IpPacket {
  const [source, destination] = ['fe80::21b:21ff:fe0a:1046', 'ff02::1'];
  const ends = join(addressBytes(target), addressBytes('2400:8900::80'));
  const body = join(Uint8Array.of(137, 0, 0, 0), u32(0), ends, Uint8Array.of(2, 1), macBytes(card));
  const pseudo = join(addressBytes(source), addressBytes(destination), u32(body.length), u32(IP_PROTOCOL.icmpv6));
  body.set(u16(checksum(join(pseudo, body))), 2);
  return { source, destination, protocol: IP_PROTOCOL.icmpv6, ttl: 255, id: 0, payload: body };
}

/** A configuration message of the root bridge itself (IEEE 802.1D), with its LLC header. */
export function spanningTree(): Uint8Array {
  const bridge = join(u16(0x8000), macBytes(BRIDGE_MAC));
  const timers = join(u16(0), u16(20 << 8), u16(2 << 8), u16(15 << 8));
  return join(Uint8Array.of(0x42, 0x42, 3), zeros(5), bridge, u32(0), bridge, u16(0x8001), timers);
}

/** IEEE 802.1AB: chassis, port, time to live, system name, end. */
export function linkLayerDiscovery(): Uint8Array {
  const field = (type: number, body: Uint8Array): Uint8Array => join(u16((type << 9) | body.length), body);
  return join(
    field(1, join(u8(4), macBytes(BRIDGE_MAC))),
    field(2, join(u8(5), text('Gi1/0/1'))),
    field(3, u16(120)),
    field(5, text('core-sw')),
    field(0, zeros(0)),
  );
}

/** RFC 3032 section 2.1: label 1000, the last one, then a datagram to the discard port of the speaker itself */
export function labelled(address: string): Uint8Array {
  const ends = { source: address, destination: address };
  const payload = udpBytes(ends, 9, 9, zeros(8));
  return join(u32((1000 << 12) | 0x1ff), ipBytes({ ...ends, protocol: IP_PROTOCOL.udp, ttl: 64, id: 1, payload }));
}

/** IEEE 802.1AE clause 9: a SecTAG that says "encrypted", and what nobody can read */
export function secured(random: Random): Uint8Array {
  return join(u8(0x0c), u8(0), u32(1), random.bytes(64));
}

const u16le = (value: number): Uint8Array => Uint8Array.of(value & 0xff, value >>> 8);

/** A logon to a file server: SMB 2 SESSION_SETUP (MS-SMB2 2.2.5) with an NTLM AUTHENTICATE (MS-NLMP 2.2.1.3) of a workstation. */
export function ntlmLogon(workstation: string): Uint8Array {
  const name = join(...Array.from(workstation, (letter) => u16le(letter.charCodeAt(0))));
  const field = (length: number, offset: number): Uint8Array =>
    join(u16le(length), u16le(length), u16le(offset), u16le(0));
  const empty = field(0, 64);
  const message = join(
    ...[text('NTLMSSP\0'), Uint8Array.of(3, 0, 0, 0), empty, empty, empty, empty, field(name.length, 64), empty],
    ...[Uint8Array.of(1, 0, 0, 0), name],
  );
  const setup = join(u16le(25), zeros(10), u16le(88), u16le(message.length), zeros(8), message);
  const header = join(Uint8Array.of(0xfe), text('SMB'), u16le(64), zeros(6), u16le(1), zeros(50));
  return join(u32(header.length + setup.length), header, setup);
}

const der = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const value = join(...parts);
  return join(value.length < 0x80 ? Uint8Array.of(tag, value.length) : Uint8Array.of(tag, 0x81, value.length), value);
};

/** A request for a ticket over TCP (RFC 4120 sections 5.4.1, 7.2.2): of a user, with the NetBIOS address that Windows states. */
export function kerberosRequest(computer: string): Uint8Array {
  const integer = (value: number): Uint8Array => der(0x02, Uint8Array.of(value));
  const client = der(0x30, der(0xa0, integer(1)), der(0xa1, der(0x30, der(0x1b, text('user')))));
  const address = der(
    0x30,
    der(0xa0, integer(20)),
    der(0xa1, der(0x04, text(computer.padEnd(15)), Uint8Array.of(0x20))),
  );
  const body = der(0x30, der(0xa1, client), der(0xa2, der(0x1b, text('EXAMPLE'))), der(0xa9, der(0x30, address)));
  const request = der(0x6a, der(0x30, der(0xa1, integer(5)), der(0xa2, integer(10)), der(0xa4, body)));
  return join(u32(request.length), request);
}
