import { describe, expect, test } from '@jest/globals';
import { pushVlan } from '../../../src/decode/packet-batch.js';
import type { Area } from '../../../src/model/place.js';
import { StationTable } from '../../../src/flow/stations.js';
import { TwoZoneHosts } from '../../../src/sighting/logs/two-zone-hosts.js';
import { WirePlaces } from '../../../src/sighting/wire-places.js';
import { loadTopology } from '../../../src/topology/load.js';

const { topology } = loadTopology('topology/midorino-alpha.yaml');
const LGWAN = 210;
const INTERNET = 340;
function office() {
  const stations = new StationTable(1);
  const hosts = new TwoZoneHosts(topology, new WirePlaces(topology, [null]));
  /** a frame of the card whose last bytes are these */
  const seen = (card: number, vlan: number, high = 0x0200, area: Area = 'unassigned'): boolean =>
    hosts.see(stations, stations.intern(0, pushVlan(0, vlan), high, card), topology.areaOfVlan(vlan) ?? area);
  return { hosts, seen };
}

const macOf = (card: number): string => `02:00:00:00:00:${card.toString(16).padStart(2, '0')}`;

describe('computers in two zones', () => {
  test('are those whose one card stands on wires of both, from the second wire on', () => {
    const { hosts, seen } = office();
    expect([seen(7, LGWAN), seen(7, LGWAN), seen(8, INTERNET), seen(7, INTERNET), seen(7, LGWAN)]).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
    expect(hosts.found).toBe(1);
  });

  test('are those whose two cards call themselves alike, in whatever order that is learnt', () => {
    const { hosts, seen } = office();
    seen(7, LGWAN);
    hosts.hearName('dhcp-name kikaku-pc-3', macOf(7), 'lgwan');
    expect(seen(7, LGWAN)).toBe(false);
    hosts.hearName('mdns kikaku-pc-3.local', macOf(8), 'internet');
    expect([seen(7, LGWAN), seen(8, INTERNET)]).toEqual([true, true]);
    expect(hosts.found).toBe(1);
  });

  test('are none by a name that means nothing, or on wires of no zone', () => {
    const { hosts, seen } = office();
    hosts.hearName('dhcp-name localhost', macOf(7), 'lgwan');
    hosts.hearName('dhcp-name localhost', macOf(8), 'internet');
    hosts.hearName('dhcp-name kikaku-pc-3', macOf(9), 'lgwan');
    hosts.hearName('dhcp-name kikaku-pc-3', macOf(10), 'mgmt');
    expect([seen(7, LGWAN), seen(8, INTERNET), seen(9, LGWAN), seen(10, 900), seen(11, 4000)]).toEqual(
      Array(5).fill(false),
    );
  });

  test('are no registered gateways, and nobody behind a virtual address', () => {
    const { seen } = office();
    // fw-lg, and virtual router 1 (RFC 9568 7.3)
    for (const [high, card] of [
      [0x0000, 0x5e00_5303],
      [0x0000, 0x5e00_0101],
    ] as const)
      expect([seen(card, LGWAN, high), seen(card, INTERNET, high)]).toEqual([false, false]);
  });

  test('answer at once where thousands of cards bear one name', () => {
    const { hosts, seen } = office();
    for (let card = 0; card < 50_000; card++)
      hosts.hearName(
        'dhcp-name master-image',
        `02:00:00:00:${(card >> 8).toString(16)}:${(card & 255).toString(16)}`,
        'lgwan',
      );
    expect(seen(1, LGWAN)).toBe(false);
  });
});
