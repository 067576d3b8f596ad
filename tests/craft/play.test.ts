import { describe, expect, test } from '@jest/globals';
import type { Act } from '../../src/craft/act.js';
import { City } from '../../src/craft/city.js';
import { play } from '../../src/craft/play.js';
import { Scene } from '../../src/craft/scene.js';
import { town } from './town.js';

const START = 1_781_481_000_000_000_000n;

function scene(...acts: readonly Act[]): Scene {
  const stage = new Scene({ seed: 7, start: START, points: ['CP-A', 'CP-B'] });
  play(stage, new City(town), acts);
  return stage;
}

/** `S 64` per frame: TCP flags and TTL of tagged IPv4 frames */
const tcp = (stage: Scene, point: string): string[] =>
  stage.capture(point).map(({ bytes }) => {
    const flags = bytes[18 + 20 + 13] ?? 0;
    return `${[...'FSRPA'].filter((_, bit) => (flags >> bit) & 1).join('')} ${bytes[18 + 8]}`;
  });

describe('acts', () => {
  test('a connection is seen at every point of its way, with the TTL it has there', () => {
    const stage = scene({ at: 1, tcp: '10.1.0.5 -> mail:443', answer: 'accept' });
    expect(tcp(stage, 'CP-A')).toEqual(['S 128', 'SA 63', 'A 128', 'FA 128', 'FA 63', 'A 128']);
    expect(tcp(stage, 'CP-B')).toEqual(['S 127', 'SA 64', 'A 127', 'FA 127', 'FA 64', 'A 127']);
  });

  test('sequence numbers follow the bytes that were said', () => {
    const stage = scene({ tcp: '10.1.0.5 -> mail:25' });
    const next = new Map<number, number>();
    for (const { bytes } of stage.capture('CP-A')) {
      const view = new DataView(bytes.buffer, 18);
      const [port, seq, flags] = [view.getUint16(20), view.getUint32(24), view.getUint8(33)];
      expect(next.get(port) ?? seq).toBe(seq);
      const payloadLength = view.getUint16(2) - 20 - (view.getUint8(32) >> 4) * 4;
      next.set(port, (seq + payloadLength + (flags & 3 ? 1 : 0)) >>> 0);
    }
    expect(next.size).toBe(2);
  });

  test('nobody answers: the SYN is repeated and ends at the firewall', () => {
    const stage = scene({ at: 5, tcp: '10.1.0.5 -> mail:443', answer: 'silence', droppedBy: 'fw' });
    expect(tcp(stage, 'CP-A')).toEqual(['S 128', 'S 128', 'S 128']);
    expect(stage.capture('CP-B')).toHaveLength(0);
    expect(stage.capture('CP-A')[0]?.time).toBe(START + 5_000_000_000n);
  });

  test('a firewall resets in the name of the host, but with a TTL of its own', () => {
    const stage = scene({ tcp: '10.1.0.5 -> mail:443', answer: 'refuse', by: 'fw' });
    expect(tcp(stage, 'CP-A')).toEqual(['S 128', 'RA 255']);
  });

  test('the same script gives the same bytes, and another act does not disturb the ones before it', () => {
    const acts: Act[] = [{ tcp: '10.1.0.5 -> mail:443' }, { udp: '10.1.0.6 -> mail:53' }];
    const [once, again] = [
      scene(...acts).capture('CP-B'),
      scene(...acts, { at: 99, ping: '10.1.0.7 -> mail' }).capture('CP-B'),
    ];
    expect(again.slice(0, once.length)).toEqual(once);
    expect(again.length).toBe(once.length + 2);
  });

  test('copies, tags and one-way mirrors are the mirror’s doing', () => {
    const line = '10.1.0.5 -> mail:443';
    const plain = scene({ tcp: line }).capture('CP-A').length;
    expect(scene({ tcp: line, copies: 2 }).capture('CP-A')).toHaveLength(2 * plain);
    expect(scene({ tcp: line, outerVlan: 100 }).capture('CP-A')[0]?.bytes.subarray(12, 16)).toEqual(
      Uint8Array.of(0x88, 0xa8, 0, 100),
    );
    expect(tcp(scene({ tcp: line, seen: 'backward' }), 'CP-A').every((frame) => frame.endsWith(' 63'))).toBe(true);
  });

  test('a faulty act is refused with its words', () => {
    expect(() => scene({ tcp: '10.1.0.5 -> mail:443', as: 'poetry' })).toThrow(/poetry/);
    expect(() => scene({ tcp: '10.1.0.5 mail' })).toThrow(/A -> B/);
    expect(() => scene({ tpc: '10.1.0.5 -> mail:443' } as Act)).toThrow(/tpc/);
    expect(() => scene({ tcp: '10.1.0.5 -> mail:443', at: 'noon' })).toThrow(/noon/);
  });
});
