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

  const speak = (
    vlan: number,
    senderAddress: string,
    operation: 'request' | 'reply',
    senderMac = '00:00:5e:00:53:f7',
  ) =>
    arpFrame([vlan], {
      operation,
      senderMac,
      senderAddress,
      targetMac: '00:00:00:00:00:00',
      targetAddress: senderAddress,
    });

  test('tells of a card that speaks ARP for its own address in two zones, whether it asks or answers', () => {
    for (const operation of ['request', 'reply'] as const)
      expect(
        listen([speak(210, '10.20.16.99', operation), speak(340, '10.30.16.99', operation)], 'nowhere'),
      ).toMatchObject([
        { kind: 'arp-sender', vlan: 210, area: 'lgwan', address: '10.20.16.99', frames: [{ frame: 1 }] },
        { kind: 'arp-sender', vlan: 340, area: 'internet', address: '10.30.16.99', frames: [{ frame: 2 }] },
      ]);
  });

  test('tells of a card in two zones by ARP not where it may be a router, a virtual card, or speaks for others', () => {
    const [mine, theirs] = [speak(210, '10.20.16.99', 'request'), speak(340, '10.30.16.99', 'request')];
    const told = (...frames: readonly Uint8Array[]): readonly unknown[] =>
      listen(frames, 'nowhere').filter(({ kind }) => kind === 'arp-sender');
    for (const card of ['00:00:5e:00:01:0a', '00:00:0c:07:ac:01', '00:00:5e:00:53:03'])
      expect(told(speak(210, '10.20.16.99', 'request', card), speak(340, '10.30.16.99', 'request', card))).toEqual([]);
    // the same frame, mirrored on a wire of another zone
    expect(told(mine, speak(340, '10.20.16.99', 'request'))).toEqual([]);
    // answers for several hosts of the zone, for one beyond a router, for one whose card is known
    expect(told(mine, speak(340, '10.30.16.98', 'reply'), speak(340, '10.30.16.99', 'reply'))).toEqual([]);
    expect(told(mine, speak(340, '10.30.6.98', 'reply'))).toEqual([]);
    expect(told(theirs, speak(210, '10.20.16.5', 'reply'))).toEqual([]);
    // the card in the message is another than that of the frame
    const sentOn = Uint8Array.from(theirs);
    sentOn[11] = 0x55;
    expect(told(mine, sentOn)).toEqual([]);
    expect(told(mine, theirs)).toHaveLength(2);
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
