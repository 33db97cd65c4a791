import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordTable, firstColumn, recordWidth } from '../../src/split/word-table.ts';

const words = fc.uniqueArray(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), {
  maxLength: 3000,
});

test('every word added is found with its own record, and no other word is found', () => {
  fc.assert(
    fc.property(words, words, (added, others) => {
      const table = new WordTable(added.length);
      for (const [index, word] of added.entries()) {
        table.records[table.add(word) * recordWidth + firstColumn] = index + 1;
      }
      const known = new Map(added.map((word, index) => [word, index + 1]));
      for (const word of [...added, ...others]) {
        const found = table.records[table.find(word) * recordWidth + firstColumn];
        expect(found).toBe(known.get(word) ?? 0);
      }
    }),
    { numRuns: 30 },
  );
});

test('adding a word again gives the record it has', () => {
  const table = new WordTable(2);
  expect(table.add(77)).toBe(table.add(77));
  expect(table.find(78)).toBe(0);
});
