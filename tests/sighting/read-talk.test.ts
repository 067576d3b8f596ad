import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { join, u16 } from '../../src/craft/field.js';
import { BRIDGE_MAC, dhcpAck, dhcpDiscover, linkLayerDiscovery, spanningTree } from '../../src/craft/noise-messages.js';
import { readDhcp, readDhcpv6 } from '../../src/sighting/readers/read-dhcp.js';
import { readCdp, readLldp, readSpanningTree } from '../../src/sighting/readers/read-neighbours.js';

describe('what the network says of itself', () => {
  test('a DHCP answer names its server and its router; what clients say is none', () => {
    expect(readDhcp(dhcpAck('00:00:5e:00:53:80', '10.20.16.5', '10.20.16.1'))).toEqual({
      kind: 'dhcp-ack',
      server: '10.20.16.5',
      router: '10.20.16.1',
    });
    expect(readDhcp(dhcpDiscover('00:00:5e:00:53:80'))).toBeNull();
  });

  test('a DHCP answer that is cut inside an option gives what came before, and never throws', () => {
    const answer = dhcpAck('00:00:5e:00:53:80', '10.20.16.5', '10.20.16.1');
    expect(readDhcp(answer.subarray(0, answer.length - 4))).toEqual({
      kind: 'dhcp-ack',
      server: '10.20.16.5',
      router: null,
    });
  });

  test('only servers send the DHCPv6 messages that count', () => {
    expect([1, 2, 3, 7, 11].map((type) => readDhcpv6(Uint8Array.of(type, 0, 0, 1)))).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
  });

  test('a switch is known by its chassis, its bridge address or its device id', () => {
    expect(readLldp(linkLayerDiscovery())).toBe(`chassis ${BRIDGE_MAC}`);
    expect(readSpanningTree(spanningTree())).toBe(`bridge ${BRIDGE_MAC}`);
    const name = new TextEncoder().encode('core\nsw');
    const cdp = join(
      Uint8Array.of(0xaa, 0xaa, 3, 0, 0, 0x0c),
      u16(0x2000),
      Uint8Array.of(2, 180, 0, 0),
      u16(1),
      u16(4 + name.length),
      name,
    );
    expect(readCdp(cdp)).toBe('device core?sw');
  });

  test('no bytes make a reader throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        for (const read of [readDhcp, readDhcpv6, readLldp, readSpanningTree, readCdp]) read(bytes);
        for (const head of [
          [0xaa, 0xaa, 3, 0, 0, 0x0c, 0x20, 0],
          [0x42, 0x42, 3],
          [2, 7],
        ])
          for (const read of [readLldp, readSpanningTree, readCdp]) read(join(Uint8Array.from(head), bytes));
      }),
    );
  });
});
