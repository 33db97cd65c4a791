import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Crowd } from '../../src/dedupe/crowd.ts';
import { visitEqualRuns } from '../../src/dedupe/equal-runs.ts';
import { fewestSampled, sampleBound, sampleOf } from '../../src/dedupe/key.ts';
import { shinglesOf } from '../../src/dedupe/shingles.ts';
import { joinByVaryingWords, mergePairs } from '../../src/dedupe/varying-words.ts';
import { article, numbers, wordsOf } from './texts.ts';

test('rows with equal keys are found as a map finds them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.nat(9)), { maxLength: 300 }),
      fc.integer({ min: 0, max: 40 }),
      (rows, many) => {
        const all = [
          ...rows,
          ...rows.slice(0, 40),
          ...rows.slice(0, 1).flatMap((row) => Array(many).fill(row) as typeof rows),
        ];
        const expected = new Map<number, number[]>();
        for (const [key, value] of all) expected.set(key, [...(expected.get(key) ?? []), value]);
        const found: number[][] = [];
        visitEqualRuns(
          Uint32Array.from(all, ([key]) => key),
          Uint32Array.from(all, ([, value]) => value),
          (run, start, end) => found.push([...run.subarray(start, end)]),
        );
        const runs = [...expected.values()].filter((run) => run.length > 1);
        const text = (lists: number[][]): string[] => lists.map((list) => list.join()).sort();
        expect(text(found)).toEqual(text(runs.map((run) => run.sort((a, b) => a - b))));
      },
    ),
  );
});

test('many rows are spread over buckets and none is lost', () => {
  const random = numbers(2);
  const keys = Uint32Array.from({ length: 50_000 }, () => random(20_000) * 214_748);
  let rows = 0;
  let runs = 0;
  visitEqualRuns(keys, keys.slice(), (run, start, end) => {
    expect(new Set(run.subarray(start, end)).size).toBe(1);
    rows += end - start;
    runs++;
  });
  const counts = new Map<number, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const repeated = [...counts.values()].filter((count) => count > 1);
  expect([runs, rows]).toEqual([repeated.length, repeated.reduce((sum, count) => sum + count, 0)]);
});

/** The slow reference: the bound doubles until enough of all shingles are below it. */
function sampleSlowly(words: Int32Array): number[] {
  const shingles = [...shinglesOf(words, 3)];
  for (let bound = sampleBound; ; bound *= 2) {
    const below = shingles.filter((shingle) => shingle < bound);
    if (below.length >= fewestSampled || bound >= 2 ** 32) return below;
  }
}

test('the sample is what the slow way takes, whatever the length', () => {
  fc.assert(
    fc.property(
      fc.nat(900),
      fc.nat(1000),
      fc.integer({ min: 2, max: 1e6 }),
      (length, seed, many) => {
        const random = numbers(seed);
        const words = Int32Array.from({ length }, () => Math.imul(random(many) + 1, 0x9e37_79b1));
        expect([...sampleOf(words)]).toEqual(sampleSlowly(words));
      },
    ),
  );
});

test('a crowd counts words and pairs as sets of strings do, those of one text left out', () => {
  const text = fc
    .array(fc.integer({ min: 1, max: 8 }), { maxLength: 30 })
    .map((list) => Int32Array.from(list, (word) => word * 2));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
      const crowd = new Crowd(texts);
      const kept = (count: number): number => (count > 1 ? count : 0);
      for (let word = 2; word <= 16; word += 2) {
        expect(crowd.withWord(word)).toBe(
          kept(texts.filter((words) => words.includes(word)).length),
        );
        const pair = texts.filter((words) =>
          words.some((first, at) => first === word && words[at + 1] === 4),
        );
        expect(crowd.withPair(word, 4)).toBe(kept(pair.length));
      }
    }),
  );
});

test('fillings of one form that agree in four words meet, those that agree in three do not', () => {
  const form = article('form', 40).join(' ');
  const filling = (values: readonly string[]): Int32Array => wordsOf(`${form} ${values.join(' ')}`);
  // Every value is said by two texts or more, or it would be noise.
  const texts = Array.from({ length: 200 }, (_, at) =>
    filling(
      [0, 1, 2, 3, 4].map((blank) => `v${blank}x${Math.floor(at / 2) * 7 + (at % 2) * blank}`),
    ),
  );
  texts.push(filling(['a', 'b', 'c', 'd', 'e']), filling(['a', 'b', 'c', 'd', 'x']));
  texts.push(filling(['f', 'g', 'h', 'x', 'y']), filling(['f', 'g', 'h', 'y', 'z']));
  texts.push(filling(['e', 'z', 'q', 'r', 's']), filling(['z', 'y', 'q', 'r', 't']));
  const crowd = new Uint32Array(texts.length).fill(texts.length);
  const { first, second } = joinByVaryingWords(crowd, (document) => texts[document]!);
  const found = [...first].map((one, at) => `${one} ${second[at]}`);
  expect(found).toContain('200 201');
  expect(found).not.toContain('204 205');
});

test('two lists of pairs make one without repeats', () => {
  const list = (...pairs: number[][]) => ({
    first: Uint32Array.from(pairs, ([one]) => one!),
    second: Uint32Array.from(pairs, ([, other]) => other!),
  });
  const merged = mergePairs(list([0, 2], [1, 5]), list([0, 1], [0, 2], [4, 5]));
  expect([...merged.first].map((one, at) => [one, merged.second[at]])).toEqual([
    [0, 1],
    [0, 2],
    [1, 5],
    [4, 5],
  ]);
});
