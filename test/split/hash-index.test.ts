import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HashIndex } from '../../src/split/hash-index.ts';

const key = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

test('numbers keys from 1 in the order in which they come first', () => {
  fc.assert(
    fc.property(fc.array(key), (keys) => {
      const index = new HashIndex();
      const numbers = keys.map((each) => index.add(each));
      const inOrder = [...new Set(keys)];
      expect(numbers).toEqual(keys.map((each) => inOrder.indexOf(each) + 1));
      expect(index.size).toBe(inOrder.length);
    }),
  );
});

test('finds 0 for a key that was never added, the key 0 included', () => {
  const index = new HashIndex();
  index.add(7);
  expect(index.find(0)).toBe(0);
  expect(index.find(8)).toBe(0);
  expect(index.find(7)).toBe(1);
});

test('keeps its numbers when it grows', () => {
  const index = new HashIndex();
  for (let each = 0; each < 5000; each++) index.add(Math.imul(each, 0x9e3779b1));
  for (let each = 0; each < 5000; each++) {
    expect(index.find(Math.imul(each, 0x9e3779b1))).toBe(each + 1);
  }
});
