import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCandidates, commonFrom } from '../../src/dedupe/candidates.ts';
import { hashWords, keyOf } from '../../src/dedupe/key.ts';
import { radixSort } from '../../src/dedupe/radix-sort.ts';
import { MemoryRows } from '../../src/dedupe/row-store.ts';
import { ShingleSets } from '../../src/dedupe/shingle-sets.ts';
import { countShared, shingleSet } from '../../src/dedupe/shingles.ts';
import { article, numbers, wordsOf } from './texts.ts';

/** Texts of seven words, hashed as all words are: shingles of tiny numbers would collide. */
const fewWords = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { maxLength: 60 })
  .map((list) => wordsOf(list.join(' ')));

/** The slow reference: shingles as strings. */
function shingleStrings(words: Int32Array, size: number): Set<string> {
  const width = Math.min(size, words.length);
  const set = new Set<string>();
  if (width > 0)
    for (let at = 0; at + width <= words.length; at++)
      set.add([...words.subarray(at, at + width)].join(' '));
  return set;
}

test('sets of shingles have the sizes that sets of strings have', () => {
  fc.assert(
    fc.property(fewWords, fewWords, (left, right) => {
      const [a, b] = [shingleStrings(left, 5), shingleStrings(right, 5)];
      const shared = [...a].filter((shingle) => b.has(shingle)).length;
      const sets = new ShingleSets();
      sets.load(left);
      expect(sets.compare(right)).toEqual({ left: a.size, right: b.size, shared });
      expect(countShared(shingleSet(left, 5), shingleSet(right, 5))).toBe(shared);
    }),
  );
});

test('one loaded text can be compared with many', () => {
  const sets = new ShingleSets();
  sets.load(wordsOf('a b c d e f g'));
  expect(sets.compare(wordsOf('a b c d e'))).toEqual({ left: 3, right: 1, shared: 1 });
  expect(sets.compare(wordsOf('x a b c d e f g'))).toEqual({ left: 3, right: 4, shared: 3 });
  expect(sets.compare(wordsOf('a b c d e'))).toEqual({ left: 3, right: 1, shared: 1 });
});

test('radix sort gives the order a stable comparison sort gives', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffff_ffff }), { maxLength: 300 }), (keys) => {
      const rows = keys.map((key, at) => ({ key: key % 7 === 0 ? 7 : key, at }));
      const sorted = rows.toSorted((a, b) => a.key - b.key);
      const [k, v] = [
        Uint32Array.from(rows, (row) => row.key),
        Uint32Array.from(rows, (row) => row.at),
      ];
      radixSort(k, v);
      expect([...k]).toEqual(sorted.map((row) => row.key));
      expect([...v]).toEqual(sorted.map((row) => row.at));
    }),
  );
});

test('the content hash sees every word and its place', () => {
  fc.assert(
    fc.property(fewWords, fewWords, (left, right) => {
      expect(hashWords(left).join() === hashWords(right).join()).toBe(left.join() === right.join());
    }),
  );
});

test('a sample is chosen by content: what is common to two texts is sampled from both or neither', () => {
  const common = article('c', 900);
  const [left, right] = [
    keyOf(wordsOf([...article('a', 700), ...common].join(' ')), 20),
    keyOf(wordsOf([...common, ...article('b', 900)].join(' ')), 20),
  ];
  const ofCommon = shingleSet(wordsOf(common.join(' ')), 3);
  const inCommon = (sample: Uint32Array): number[] =>
    [...sample].filter((hash) => ofCommon.includes(hash));
  expect(inCommon(left.sample)).toEqual(inCommon(right.sample)); // In text order, both.
  expect(inCommon(left.sample).length).toBeGreaterThan(50);
});

test('the share of sampled shingles in common estimates containment within its stated error', () => {
  // 400 words, 40 % of them in a longer text: about 50 sampled, so a standard deviation of
  // sqrt(.4 * .6 / 50) = .07 for one pair and .007 for the mean of 100.
  let sum = 0;
  for (let pair = 0; pair < 100; pair++) {
    const common = article(`c${pair}x`, 160);
    const left = keyOf(wordsOf([...common, ...article(`a${pair}x`, 240)].join(' ')), 20).sample;
    const right = keyOf(wordsOf([...article(`b${pair}x`, 300), ...common].join(' ')), 20).sample;
    sum += countShared(left.toSorted(), right.toSorted()) / left.length;
  }
  expect(Math.abs(sum / 100 - 158 / 398)).toBeLessThan(4 * 0.007);
});

test('short texts are not sampled', () => {
  expect(keyOf(wordsOf('too short to tell'), 20)).toMatchObject({
    words: 4,
    sample: new Uint32Array(0),
  });
});

test('candidates are all pairs that share two sampled shingles, as a slow comparison of all pairs finds them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 8 }), {
        maxLength: 20,
      }),
      (samples) => {
        const store = new MemoryRows();
        for (const [document, sample] of samples.entries())
          store.add(document, Uint32Array.from(sample));
        const found = findCandidates(
          store,
          Int32Array.from(samples, (_, at) => at),
        );
        const expected: string[] = [];
        for (const [a, left] of samples.entries()) {
          for (const [b, right] of samples.entries()) {
            const shared = left.filter((hash) => right.includes(hash)).length;
            if (a < b && shared >= 2) expected.push(`${a} ${b}`);
          }
        }
        expect([...found.first].map((a, at) => `${a} ${found.second[at]}`)).toEqual(expected);
      },
    ),
  );
});

test('a shingle that very many documents have links them to a few, and to none that are left out', () => {
  const store = new MemoryRows();
  const documents = commonFrom * 20;
  for (let document = 0; document < documents; document++)
    store.add(document, Uint32Array.of(5, 9));
  const numberOf = Int32Array.from({ length: documents }, (_, at) => (at === 3 ? -1 : at));
  const found = findCandidates(store, numberOf);
  expect(found.first.length).toBeLessThan(documents * 4);
  expect(new Set(found.second).size).toBe(documents - 2);
  expect(found.first).not.toContain(3);
});

test('planted copies are found as candidates: 15 % of the words changed, and a third of an article inside another', () => {
  const random = numbers(11);
  const store = new MemoryRows();
  const pairs = 200;
  for (let pair = 0; pair < pairs; pair++) {
    const words = article(`p${pair}x`, 240);
    const copy = words.map((word, at) => (random(100) < 15 ? `n${pair}x${at}` : word));
    store.add(pair * 3, keyOf(wordsOf(words.join(' ')), 20).sample);
    store.add(pair * 3 + 1, keyOf(wordsOf(copy.join(' ')), 20).sample);
    store.add(
      pair * 3 + 2,
      keyOf(wordsOf([...article(`q${pair}x`, 700), ...words.slice(0, 80)].join(' ')), 20).sample,
    );
  }
  const found = findCandidates(
    store,
    Int32Array.from({ length: pairs * 3 }, (_, at) => at),
  );
  const keys = new Set([...found.first].map((first, at) => `${first} ${found.second[at]}`));
  const count = (second: number): number =>
    Array.from({ length: pairs }, (_, pair) => keys.has(`${pair * 3} ${pair * 3 + second}`)).filter(
      Boolean,
    ).length;
  expect(count(1)).toBe(pairs);
  expect(count(2)).toBeGreaterThanOrEqual(pairs * 0.98);
});
