import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KindCounts, packKindOdds } from '../../src/build/kind-counts.ts';
import { spokenKinds, unknownOdds, unpackKindOdds, wordKinds } from '../../src/split/word-kinds.ts';

test('odds come back from their packed form as they went in', () => {
  const rows = fc.uniqueArray(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { maxLength: 50 });
  fc.assert(
    fc.property(rows, (unordered) => {
      const keys = Int32Array.from(
        unordered.sort((a, b) => a - b),
        (key) => key | 0,
      );
      const odds = Int8Array.from({ length: keys.length * spokenKinds }, (_, at) => at % 127);
      expect(unpackKindOdds(packKindOdds({ keys, odds }))).toEqual({ keys, odds });
    }),
  );
});

test('odds that do not fit their keys are refused', () => {
  expect(() => unpackKindOdds({ keys: btoa('\x01\x01'), odds: btoa('12345') })).toThrow(RangeError);
});

test('the built-in word kinds can be read, and every word says something', () => {
  const { words, lines } = wordKinds();
  expect(words.keys.length).toBeGreaterThan(1000);
  expect(lines.keys.length).toBeGreaterThan(100);
  expect(words.odds.includes(unknownOdds)).toBe(false);
});

/** Counts in which key 1 is always a tag at each of `publishers` publishers, key 2 body. */
function countsOf(publishers: number): KindCounts {
  const counts = new KindCounts(4);
  for (let each = 0; each < publishers; each++) {
    counts.addPublisher(
      `site ${each}`,
      new Map([
        [1, Float64Array.of(0, 0, 0, 5, 0)],
        [2, Float64Array.of(9, 0, 0, 0, 0)],
      ]),
    );
  }
  return counts;
}

test('words of too few publishers are not known', () => {
  expect(countsOf(3).odds().keys.length).toBe(0);
  expect(countsOf(20).odds().keys.length).toBe(2);
});

test('a word that stands in tags makes tags likelier and the body less likely', () => {
  const { keys, odds } = countsOf(20).odds();
  const at = keys.indexOf(1) * spokenKinds;
  expect(odds[at + 3]).toBeGreaterThan(0);
  expect(odds[at]).toBeLessThan(0);
});

test('without one of four publishers a word is not known', () => {
  const { odds } = countsOf(4).withoutPublishers(['site 2']);
  expect(odds[0]).toBe(unknownOdds);
});

test('publishers left out count as if they had never been seen', () => {
  const { odds, keys } = countsOf(20).withoutPublishers(['site 2', 'site 5', 'no such site']);
  const fewer = countsOf(18).odds();
  const rowOf = (all: Int8Array, at: number): Int8Array =>
    all.subarray(at * spokenKinds, (at + 1) * spokenKinds);
  for (const key of [1, 2]) {
    expect(rowOf(odds, keys.indexOf(key))).toEqual(rowOf(fewer.odds, fewer.keys.indexOf(key)));
  }
});
