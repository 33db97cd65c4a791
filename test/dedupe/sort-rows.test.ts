import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderDocuments } from '../../src/dedupe/order.ts';
import { sortRows } from '../../src/dedupe/sort-rows.ts';

const keys = fc.array(
  fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(0, -0, 1, -1, Infinity, -Infinity, -2e9)),
);

test('rows are sorted by number, those of equal numbers in the order they had', () => {
  fc.assert(
    fc.property(keys, (numbers) => {
      const rows = Uint32Array.from(numbers, (_, row) => numbers.length - 1 - row);
      const sorted = [...rows].sort((a, b) => {
        if (numbers[a] === numbers[b]) return b - a;
        return numbers[a]! < numbers[b]! ? -1 : 1;
      });
      sortRows(rows, (row) => numbers[row]!);
      expect([...rows]).toEqual(sorted);
    }),
  );
});

test('documents are ordered by rank, then content, and of equal content the preferred one stays', () => {
  const documents = fc.array(
    fc.record({
      content: fc.tuple(fc.constantFrom(0, 7, 2 ** 32 - 1), fc.constantFrom(0, 2 ** 31), fc.nat(1)),
      rank: fc.integer({ min: -3, max: 3 }),
    }),
  );
  fc.assert(
    fc.property(documents, (given) => {
      const exact = Uint32Array.from(given.flatMap(({ content }) => [...content, 5]));
      const { documents: order, copyOf } = orderDocuments(
        exact,
        Float64Array.from(given, ({ rank }) => rank),
      );
      const byContent = (a: number, b: number): number => {
        const at = [0, 1, 2].find((part) => given[a]!.content[part] !== given[b]!.content[part]);
        return at === undefined ? 0 : given[a]!.content[at]! - given[b]!.content[at]!;
      };
      const all = given.map((_, document) => document);
      const originals = all.map((document) =>
        all
          .filter((other) => byContent(document, other) === 0)
          .reduce((best, other) => (given[other]!.rank < given[best]!.rank ? other : best)),
      );
      expect([...copyOf]).toEqual(originals.map((first, at) => (first === at ? -1 : first)));
      const different = all.filter((document) => originals[document] === document);
      different.sort((a, b) => given[a]!.rank - given[b]!.rank || byContent(a, b));
      expect([...order]).toEqual(different);
    }),
  );
});
