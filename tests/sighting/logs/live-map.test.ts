import { describe, expect, test } from '@jest/globals';
import { LiveMap } from '../../../src/sighting/logs/live-map.js';

describe('a map of what is live', () => {
  test('makes room for a new key by what was asked for least recently, once that is idle for longer than the window', () => {
    const dropped: string[] = [];
    const map = new LiveMap<string>(2, 10, (value) => dropped.push(value));
    expect([map.set('a', 'A', 0), map.set('b', 'B', 1), map.set('c', 'C', 2)]).toEqual([true, true, false]);
    expect(map.get('a', 9)).toBe('A');
    expect(map.set('c', 'C', 11)).toBe(false);
    expect(map.set('c', 'C', 12)).toBe(true);
    expect(dropped).toEqual(['B']);
    expect([map.get('a', 12), map.get('b', 12), map.get('c', 12)]).toEqual(['A', undefined, 'C']);
  });

  test('changes the value of a key for which there is room already', () => {
    const map = new LiveMap<string | null>(1, 10);
    map.set('a', 'A', 0);
    expect(map.set('a', null, 0)).toBe(true);
    expect([map.get('a', 0), [...map.values()]]).toEqual([null, [null]]);
  });

  test('drops nothing when the clock goes back', () => {
    const map = new LiveMap<string>(1, 10);
    map.set('a', 'A', 100);
    expect(map.set('b', 'B', 0)).toBe(false);
  });
});
