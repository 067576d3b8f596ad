import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressBytes } from '../../../src/craft/address-bytes.js';
import { dnsName } from '../../../src/craft/dialogue/datagrams.js';
import { join, text, u16, u32, u8, zeros } from '../../../src/craft/field.js';
import {
  BRIDGE_MAC,
  dhcpDiscover,
  dhcpIntroduction,
  gatewayOffer,
  kerberosRequest,
  linkLayerDiscovery,
  netbiosRegistration,
  ntlmLogon,
  ownNameAnswer,
  SSDP_SEARCH,
} from '../../../src/craft/noise-messages.js';
import { readHsrpOrGlbp, readVrrp } from '../../../src/sighting/readers/read-gateway-hello.js';
import { readRedirect } from '../../../src/sighting/readers/read-redirect.js';
import { findFrameInVxlan, findMirroredFrame } from '../../../src/sighting/readers/find-mirrored-frame.js';
import { readCardInAddress } from '../../../src/sighting/readers/read-card-in-address.js';
import { readDhcpClient, readDhcpv6Client, readRelayedDhcp } from '../../../src/sighting/readers/read-dhcp-client.js';
import { readKerberosName } from '../../../src/sighting/readers/read-kerberos.js';
import { readNtlmName } from '../../../src/sighting/readers/read-ntlm.js';
import { readCdpHost, readLldpHost } from '../../../src/sighting/readers/read-neighbours.js';
import { readNetbiosClaim, readNetbiosSender } from '../../../src/sighting/readers/read-netbios.js';
import { readOwnName } from '../../../src/sighting/readers/read-own-name.js';
import { offersInternetGateway } from '../../../src/sighting/readers/read-ssdp.js';

const MAC = '00:00:5e:00:53:80';

describe('how a computer calls itself', () => {
  test('a DHCP client tells its name, and its DUID inside the client identifier', () => {
    expect(readDhcpClient(dhcpIntroduction(MAC, 'soumu-17', 'x'))).toEqual([
      'dhcp-name soumu-17',
      `duid 00:04:78${':2e'.repeat(15)}`,
    ]);
    expect(readDhcpClient(dhcpDiscover(MAC))).toEqual([]);
  });

  test('a client identifier that only repeats the card is no news, nor is anything that a relay passes on', () => {
    const introduction = dhcpIntroduction(MAC, 'pc', null);
    const withCard = join(
      introduction.subarray(0, introduction.length - 1),
      Uint8Array.of(61, 7, 1, 0x00, 0x00, 0x5e, 0x00, 0x53, 0x80, 255),
    );
    expect(readDhcpClient(withCard)).toEqual(['dhcp-name pc']);
    const other = join(
      introduction.subarray(0, introduction.length - 1),
      Uint8Array.of(61, 7, 1, 1, 2, 3, 4, 5, 6, 255),
    );
    expect(readDhcpClient(other)).toEqual(['dhcp-name pc', 'client-id 01:01:02:03:04:05:06']);
    const relayed = Uint8Array.from(introduction);
    relayed.set(addressBytes('10.20.16.1'), 24);
    expect(readDhcpClient(relayed)).toEqual([]);
  });

  test('a DHCPv6 client tells its DUID and its name, a server nothing', () => {
    const name = dnsName('kikaku-3.midorino.example');
    const options = join(u16(1), u16(6), u16(3), u32(7), u16(39), u16(1 + name.length), u8(0), name);
    expect(readDhcpv6Client(join(u8(1), zeros(3), options))).toEqual(['duid 00:03:00:00:00:07', 'dhcp-name kikaku-3']);
    expect(readDhcpv6Client(join(u8(7), zeros(3), options))).toEqual([]);
  });

  test('NetBIOS: a registration is a claim, a look-up and a group are none', () => {
    const claim = netbiosRegistration('soumu-17', '10.20.16.5');
    expect(readNetbiosClaim(claim)).toBe('nbns SOUMU-17');
    const lookUp = Uint8Array.from(claim);
    lookUp.set(u16(0x0110), 2);
    expect(readNetbiosClaim(lookUp)).toBeNull();
    const group = Uint8Array.from(claim);
    group.set(u16(0x8000), claim.length - 6);
    expect(readNetbiosClaim(group)).toBeNull();
  });

  test('NetBIOS: the sender of a datagram is named, unless the name is a group of users or a browser', () => {
    const claim = netbiosRegistration('soumu-17', '10.20.16.5');
    const datagram = join(Uint8Array.of(0x11), zeros(13), claim.subarray(12, 46));
    expect(readNetbiosSender(datagram)).toBe('netbios SOUMU-17');
    const browser = Uint8Array.from(datagram);
    browser.set(text('BN'), 14 + 1 + 30);
    expect(readNetbiosSender(browser)).toBeNull();
  });

  test('mDNS: a name counts where its address is the very sender; answers for others and questions do not', () => {
    const answer = ownNameAnswer('kouhou-2', '10.30.16.8');
    expect(readOwnName(answer, addressBytes('10.30.16.8'))).toBe('kouhou-2');
    expect(readOwnName(answer, addressBytes('10.30.16.9'))).toBeNull();
    const question = Uint8Array.from(answer);
    question.set(u16(0), 2);
    expect(readOwnName(question, addressBytes('10.30.16.8'))).toBeNull();
  });

  test('a compression pointer that leads to itself ends', () => {
    const answer = join(
      Uint8Array.of(0, 0, 0x84, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0xc0, 12),
      u16(1),
      u16(1),
      u32(0),
      u16(4),
      addressBytes('10.30.16.8'),
    );
    expect(readOwnName(answer, addressBytes('10.30.16.8'))).toBeNull();
  });

  test('LLDP and CDP name a host, never a switch', () => {
    const field = (type: number, body: Uint8Array): Uint8Array => join(u16((type << 9) | body.length), body);
    const speak = (capabilities: number): Uint8Array =>
      join(
        field(1, join(u8(4), zeros(6))),
        field(5, text('soumu-17')),
        field(7, join(u16(0x80), u16(capabilities))),
        u16(0),
      );
    expect(readLldpHost(speak(0x80))).toBe('lldp soumu-17');
    expect(readLldpHost(speak(0x14))).toBeNull();
    expect(readLldpHost(linkLayerDiscovery())).toBeNull();
    const cdp = (capabilities: number): Uint8Array =>
      join(
        Uint8Array.of(0xaa, 0xaa, 3, 0, 0, 0x0c),
        u16(0x2000),
        Uint8Array.of(2, 180, 0, 0),
        join(u16(1), u16(12), text('soumu-17')),
        join(u16(4), u16(8), u32(capabilities)),
      );
    expect(readCdpHost(cdp(0x10))).toBe('cdp soumu-17');
    expect(readCdpHost(cdp(0x28))).toBeNull();
  });

  test('an IPv6 address tells the card inside it, unless it is the card that sends', () => {
    const address = addressBytes('fe80::200:5eff:fe00:5380');
    expect(readCardInAddress(address, MAC)).toBeNull();
    expect(readCardInAddress(address, BRIDGE_MAC)).toBe(`eui64 ${MAC}`);
    expect(readCardInAddress(addressBytes('fe80::1'), MAC)).toBeNull();
  });

  test('UPnP: only an offer counts, not the search and not the farewell', () => {
    const offer = gatewayOffer('10.30.16.99');
    expect(offersInternetGateway(offer)).toBe(true);
    expect(offersInternetGateway(text(SSDP_SEARCH))).toBe(false);
    const farewell = new TextDecoder().decode(offer).replace('ssdp:alive', 'ssdp:byebye');
    expect(offersInternetGateway(text(farewell))).toBe(false);
  });

  test('a logon and a request for a ticket name the computer, and never the user', () => {
    expect(readNtlmName(ntlmLogon('PC-0042'))).toBe('ntlm PC-0042');
    expect(readKerberosName(kerberosRequest('PC-0042'), true)).toBe('kerberos PC-0042');
    expect(readKerberosName(kerberosRequest('PC-0042').subarray(4), false)).toBe('kerberos PC-0042');
    expect(readNtlmName(ntlmLogon(''))).toBeNull();
  });

  test('a computer that asks in its own name is known by it, a user is not', () => {
    const asks = (client: string): Uint8Array => {
      const request = Buffer.from(kerberosRequest('PC-0042'));
      // another kind of address, and another client of the same length
      request[request.lastIndexOf(Uint8Array.of(0x02, 0x01, 20)) + 2] = 2;
      return Buffer.from(request.toString('latin1').replace('user', client), 'latin1');
    };
    expect(readKerberosName(asks('abc$'), true)).toBe('kerberos abc');
    expect(readKerberosName(asks('abcd'), true)).toBeNull();
  });

  test('a message that a relay passes on tells of the client at the relay', () => {
    const message = dhcpIntroduction(MAC, 'pc-0042', null);
    expect(readRelayedDhcp(message)).toBeNull();
    message.set([10, 20, 16, 1], 24);
    expect(readDhcpClient(message)).toEqual([]);
    const relayed = readRelayedDhcp(message);
    expect(relayed).toMatchObject({ relay: 0x0a14_1001, said: ['dhcp-name pc-0042'] });
    expect([...(relayed?.card ?? [])]).toEqual(MAC.split(':').map((part) => Number.parseInt(part, 16)));
  });

  test('hostile names keep neither length nor control characters', () => {
    const [name = ''] = readDhcpClient(dhcpIntroduction(MAC, `\u001b[31m${'x'.repeat(200)}`, null));
    expect(name.length).toBeLessThanOrEqual('dhcp-name '.length + 64);
    expect(name).toMatch(/^dhcp-name [!-~]+$/);
  });

  test('no bytes make a reader throw', () => {
    const heads = [
      [],
      [1, 1, 6, 0],
      [1, 0, 0, 0],
      [0xaa, 0xaa, 3, 0, 0, 0x0c, 0x20, 0],
      [0x11],
      [0, 0, 0x84, 0, 0, 0, 0, 9],
      [...text('NTLMSSP\0'), 3, 0, 0, 0],
      [...text('NTLMSSP\0'), 2, 0, 0, 0],
      [0x6a, 0x82, 0x01, 0x00, 0x30, 0x82, 0x00, 0xf0, 0xa4, 0x81, 0xe0, 0x30],
    ];
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(...heads), (bytes, head) => {
        const body = join(Uint8Array.from(head), bytes);
        for (const read of [
          readDhcpClient,
          readRelayedDhcp,
          readNtlmName,
          (bytes: Uint8Array) => readKerberosName(bytes, false),
          readDhcpv6Client,
          readNetbiosClaim,
          readNetbiosSender,
          readLldpHost,
          readCdpHost,
          offersInternetGateway,
        ])
          read(body);
        for (const source of [zeros(4), zeros(16)]) readOwnName(body, source);
        for (const transport of ['none', 'gre'] as const) findMirroredFrame(body, 0, body.length, transport);
        findFrameInVxlan(body, 0, body.length, 'vxlan');
        readRedirect(body, 255);
        readVrrp(body, 255);
        for (const port of [1985, 2029, 3222]) readHsrpOrGlbp(body, port);
      }),
    );
  });
});
