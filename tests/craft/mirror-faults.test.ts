import { describe, expect, test } from '@jest/globals';
import { City } from '../../src/craft/city.js';
import type { Noise } from '../../src/craft/lan-noise.js';
import { onlyFrom, splitByTime, wrapMirror } from '../../src/craft/mirror-faults.js';
import { play } from '../../src/craft/play.js';
import { Scene } from '../../src/craft/scene.js';
import { town } from './town.js';

const city = new City(town);
const scene = new Scene({ seed: 7, start: 1_781_481_000_000_000_000n, points: city.points });
play(scene, city, [{ tcp: '10.1.0.5 -> mail:25' }, { udp: '10.1.0.6 -> mail:53' }]);
const frames = scene.capture('CP-A');

describe('what mirrors do to frames', () => {
  test('a file split by time holds every frame once, in order', () => {
    const parts = splitByTime(frames, 3);
    expect(parts).toHaveLength(3);
    expect(parts.flat()).toEqual(frames);
  });

  test('a mirror of one direction keeps the frames of the cards that it hears', () => {
    const heard = onlyFrom(frames, new Set(['00:00:5e:00:53:01']));
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.length).toBeLessThan(frames.length);
  });

  test.each(['erspan', 'vxlan'] as const)('%s carries the whole frame', (transport) => {
    const wrapped = wrapMirror(frames, transport, { source: '192.0.2.1', destination: '192.0.2.2' });
    expect(wrapped).toHaveLength(frames.length);
    for (const [index, { bytes, time }] of wrapped.entries()) {
      expect(Buffer.from(bytes).includes(Buffer.from(frames[index]?.bytes ?? []))).toBe(true);
      expect(time).toBe(frames[index]?.time);
    }
  });
});

describe('noise', () => {
  const kinds: readonly Noise[] = ['arp', 'garp', 'vrrp', 'mdns', 'llmnr', 'ssdp', 'dhcp', 'stp', 'lldp'];
  test.each(kinds)('%s is heard on the speaker’s VLAN and nowhere else', (noise) => {
    const stage = new Scene({ seed: 7, start: 0n, points: city.points });
    play(stage, city, [{ noise, from: '10.1.0.5' }]);
    expect(stage.capture('CP-A').length).toBeGreaterThan(0);
    expect(stage.capture('CP-B')).toHaveLength(0);
  });
});
