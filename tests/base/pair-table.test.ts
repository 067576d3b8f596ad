import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PairTable } from '../../src/base/pair-table.js';

const number = fc.oneof(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), fc.integer({ min: -3, max: 3 }));

test('a table of pairs answers as a map of their texts would', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number), { maxLength: 400 }), (pairs) => {
      const table = new PairTable();
      const map = new Map<string, number>();
      for (const [one, other] of pairs) {
        expect(table.get(one, other)).toBe(map.get(`${one} ${other}`) ?? -1);
        if (map.has(`${one} ${other}`)) continue;
        table.add(one, other, map.size);
        map.set(`${one} ${other}`, map.size);
      }
      for (const [one, other] of pairs) expect(table.get(one, other)).toBe(map.get(`${one} ${other}`));
      expect(table.size).toBe(map.size);
      table.clear();
      for (const [one, other] of pairs) expect(table.get(one, other)).toBe(-1);
    }),
  );
});
