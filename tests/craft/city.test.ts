import { describe, expect, test } from '@jest/globals';
import { City } from '../../src/craft/city.js';
import { town } from './town.js';

const city = new City(town);
const wires = (from: string, to: string): string[] =>
  city
    .path(city.register.addressOf(from), city.register.addressOf(to))
    .map((s) => `${s.vlans.join()} ${s.sourceMac.slice(-2)}>${s.destinationMac.slice(-2)} -${s.routersPassed}`);

describe('a city finds the way of its packets', () => {
  test('inside a VLAN they go straight to the neighbour', () => {
    expect(wires('10.2.0.7', 'mail')).toEqual(['20 07>30 -0']);
  });

  test('every router puts its own card and takes one from the TTL', () => {
    expect(wires('10.1.0.5', '10.3.0.8')).toEqual(['10 05>01 -0', '25 03>04 -1', '30 05>08 -2']);
  });

  test('no way leads through a sanitizer, although it stands in both zones', () => {
    expect(wires('10.2.0.7', '10.3.0.8')).toHaveLength(3);
  });

  test('what is in no zone lies behind the router of its realm, some hops away', () => {
    expect(wires('10.3.0.8', '10.200.0.10')).toEqual(['30 08>09 -0']);
    expect(wires('203.0.113.7', '10.3.0.8')).toEqual(['30 09>08 -5']);
  });

  test('a gateway sends its own packets on the wire where they leave it', () => {
    expect(wires('10.1.0.1', '10.3.0.8')).toEqual(['25 03>04 -0', '30 05>08 -1']);
    expect(wires('10.1.0.5', '10.2.0.1')).toEqual(['10 05>01 -0']);
  });

  test('a firewall that drops ends the way, and one that answers begins it', () => {
    expect(city.pathUntil('10.1.0.5', '10.2.0.7', 'fw')).toHaveLength(1);
    expect(city.pathSince('10.2.0.7', '10.1.0.5', 'fw').map((s) => s.routersPassed)).toEqual([0]);
  });

  test('names of hosts and of single legs stand for addresses', () => {
    expect(city.register.addressOf('mail')).toBe('10.2.0.25');
    expect(city.register.addressOf('sanitizer/internet')).toBe('10.3.0.9');
    expect(() => city.register.addressOf('nobody')).toThrow(/nobody/);
  });
});
