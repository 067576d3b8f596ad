import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { LIMITS } from '../../src/base/limits.js';
import { FrameDecoder } from '../../src/decode/frame-decoder.js';
import { PacketBatch, ROW_STRIDE } from '../../src/decode/packet-batch.js';
import { FrameListener } from '../../src/sighting/frame-listener.js';
import { isNetworkTalk } from '../../src/sighting/network-talk.js';
import { TwoZoneHosts } from '../../src/sighting/logs/two-zone-hosts.js';
import { SightingBook } from '../../src/sighting/sighting-book.js';
import { WirePlaces } from '../../src/sighting/wire-places.js';
import { loadTopology } from '../../src/topology/load.js';

const { topology } = loadTopology('topology/midorino-alpha.yaml');
const batch = new PacketBatch(LIMITS.ipLayers);
const decoder = new FrameDecoder(batch);
const ETHERNET = 1;
const BEFORE = 64;

/** The frames of a classic little-endian capture. */
function framesOf(path: string): readonly Uint8Array[] {
  const bytes = readFileSync(path);
  const frames: Uint8Array[] = [];
  for (let at = 24; at + 16 <= bytes.length;) {
    const length = bytes.readUInt32LE(at + 8);
    frames.push(Uint8Array.from(bytes.subarray(at + 16, at + 16 + length)));
    at += 16 + length;
  }
  return frames;
}

const FRAMES = ['talk', 'rare-talk', 'names', 'echoes'].flatMap((name) => framesOf(`tests/fuzz/seeds/${name}.pcap`));

/** Everything that is heard of the frames. @param fill what lies around each in its buffer */
function heard(frames: readonly Uint8Array[], fill: number): string {
  const book = new SightingBook();
  const places = new WirePlaces(topology, ['CP-LG']);
  const listener = new FrameListener(topology, book, places, new TwoZoneHosts(topology, places));
  frames.forEach((frame, index) => {
    const from = { point: 0, time: index, file: 0, frame: index + 1 };
    const bytes = new Uint8Array(frame.length + 2 * BEFORE).fill(fill);
    bytes.set(frame, BEFORE);
    batch.count = 0;
    decoder.decode(bytes, BEFORE, frame.length, frame.length, ETHERNET, 0, 0);
    for (let row = 0; row < batch.count; row++)
      if (isNetworkTalk(batch.rows, row * ROW_STRIDE, bytes))
        listener.hearPacket(batch.rows, row * ROW_STRIDE, bytes, from);
    if (batch.count === 0) listener.hear(bytes.subarray(BEFORE, BEFORE + frame.length), from);
  });
  const sightings = book.finish({ toNanoseconds: (time: number) => BigInt(time) });
  return sightings
    .map(({ kind, mac, address, peer, detail }) => [kind, mac, address, peer, detail].join(' '))
    .join('\n');
}

// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

function expectSound(frames: readonly Uint8Array[]): void {
  const alone = heard(frames, 0x00);
  const beside = heard(frames, 0xff);
  // comparing text is much faster than an expectation per frame
  if (alone !== beside) expect(beside).toBe(alone);
  if (CONTROL.test(alone)) expect(alone).toBe('text that is safe to print');
}

describe('talk of the network that is damaged', () => {
  test('is heard before it is', () => {
    const kinds = new Set(
      heard(FRAMES, 0)
        .split('\n')
        .map((line) => line.split(' ')[0]),
    );
    for (const kind of ['arp-reply', 'mpls', 'macsec', 'pppoe-session', 'gateway-hello', 'redirect', 'names-as-data'])
      expect([...kinds]).toContain(kind);
  });

  test('cut at any byte is heard without what lies behind it', () => {
    for (const frame of FRAMES.slice(0, 70))
      for (let cut = 12; cut < Math.min(frame.length, 400); cut++) expectSound([frame.subarray(0, cut)]);
  });

  test('with bytes changed is heard without what lies around it, and names nothing that no terminal should see', () => {
    const change = fc.tuple(fc.nat(300), fc.nat(255));
    fc.assert(
      fc.property(fc.constantFrom(...FRAMES), fc.array(change, { maxLength: 8 }), (frame, changes) => {
        const damaged = Uint8Array.from(frame);
        for (const [at, value] of changes) if (at < damaged.length) damaged[at] = value;
        expectSound([damaged]);
      }),
      { numRuns: 2000 },
    );
  });
});
