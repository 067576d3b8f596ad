import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { arpFrame } from '../../src/craft/arp.js';
import { LIMITS } from '../../src/base/limits.js';
import { loadTopology } from '../../src/topology/load.js';
import { FrameListener } from '../../src/sighting/frame-listener.js';
import { SightingBook } from '../../src/sighting/sighting-book.js';
import { TwoZoneHosts } from '../../src/sighting/logs/two-zone-hosts.js';
import { WirePlaces } from '../../src/sighting/wire-places.js';

const { topology } = loadTopology('topology/midorino-alpha.yaml');
const names = { toNanoseconds: (time: number) => BigInt(time) };

function listen(frames: readonly Uint8Array[], point = 'CP-LG') {
  const book = new SightingBook();
  const places = new WirePlaces(topology, [point]);
  const listener = new FrameListener(topology, book, places, new TwoZoneHosts(topology, places));
  frames.forEach((bytes, frame) => listener.hear(bytes, { point: 0, time: frame, file: 0, frame: frame + 1 }));
  return book.finish(names);
}

const answer = (vlans: readonly number[], senderAddress = '10.10.16.70') =>
  arpFrame(vlans, {
    operation: 'reply',
    senderMac: '00:00:5e:00:53:84',
    senderAddress,
    targetMac: '00:00:5e:00:53:8a',
    targetAddress: '10.20.16.5',
  });

describe('the frame listener', () => {
  test('counts equal messages as one sighting, with the earliest frames', () => {
    const [seen, ...others] = listen([answer([210]), answer([210]), answer([210])]);
    expect(others).toEqual([]);
    expect(seen).toMatchObject({ kind: 'arp-reply', vlan: 210, area: 'lgwan', address: '10.10.16.70', count: 3 });
    expect(seen?.frames.map(({ frame }) => frame)).toEqual([1, 2]);
  });

  test('keeps nothing of ARP inside one zone', () => {
    expect(listen([answer([210], '10.20.16.7')])).toEqual([]);
  });

  test('takes the outermost tag that the capture point declares', () => {
    expect(listen([answer([999, 210])]).map(({ vlan }) => vlan)).toEqual([210]);
  });

  test('says nothing of an untagged ARP message at a point with several VLANs', () => {
    expect(listen([answer([])])).toEqual([]);
  });

  test('is bounded, and counts what found no room', () => {
    const book = new SightingBook();
    const place = new WirePlaces(topology, ['CP-LG']).of(0, 0);
    for (let index = 0; index < LIMITS.sightings + 5; index++)
      book.add({ kind: 'lldp', place, mac: null, detail: `${index}` }, 0, null);
    expect(book.refused).toBe(5);
  });

  test('no bytes make it throw', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom(0x0806, 0x8863, 0x8864, 0x88cc, 0x8100, 0x88a8, 60),
        (bytes, type) => {
          const frame = Uint8Array.from([...bytes]);
          if (frame.length > 14) new DataView(frame.buffer).setUint16(12, type);
          listen([frame]);
        },
      ),
    );
  });
});
