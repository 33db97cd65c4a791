import fc from 'fast-check';
import { expect, test } from 'vitest';
import { StampedTable } from '../../src/split/stamped-table.ts';

test('counts like a map, page after page of any size', () => {
  const table = new StampedTable();
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 400 }), (keys) => {
      table.clear(keys.length);
      const counts = new Map<number, number>();
      for (const key of keys) {
        table.values[table.add(key)]!++;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      expect(table.size).toBe(counts.size);
      for (let key = -60; key <= 60; key++) {
        const place = table.find(key);
        expect(place < 0 ? 0 : table.values[place]).toBe(counts.get(key) ?? 0);
      }
    }),
  );
});
