import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnLength, isShared, KeyNumbers } from '../../src/split/key-numbers.ts';

test('numbers keys as a map does, page after page, whatever was expected', () => {
  const numbers = new KeyNumbers();
  const keys = fc.array(fc.integer({ min: -150, max: 150 }), { maxLength: 400 });
  fc.assert(
    fc.property(keys, fc.nat({ max: 500 }), (page, expected) => {
      numbers.clear(expected);
      const known = new Map<number, number>();
      for (const key of page) {
        if (!known.has(key)) known.set(key, known.size + 1);
        expect(numbers.add(key)).toBe(known.get(key));
      }
      expect(numbers.size).toBe(known.size);
    }),
  );
});

test('keys beyond the most share one number, and those before them keep theirs', () => {
  const numbers = new KeyNumbers();
  const most = 1 << 17;
  numbers.clear(0);
  for (let key = 1; key <= most; key++) numbers.add(key * 7);
  const shared = numbers.add(-1);
  expect([shared, numbers.add(-2), numbers.add(7)]).toStrictEqual([most + 1, most + 1, 1]);
  expect([isShared(shared), isShared(most)]).toStrictEqual([true, false]);
  expect(columnLength(most * 2)).toBe(shared + 1);
  numbers.clear(1);
  expect(numbers.add(-1)).toBe(1);
});
