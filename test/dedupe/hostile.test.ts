import { expect, test } from 'vitest';
import { keyOf } from '../../src/dedupe/key.ts';
import { type Matches, matchDocuments } from '../../src/dedupe/match.ts';
import { MemoryRows } from '../../src/dedupe/row-store.ts';
import { settleMatching } from '../../src/dedupe/settings.ts';
import { article, numbers, wordsOf } from './texts.ts';

/** Generous: a quadratic way would take hours. */
const limit = 120_000;

function matchTexts(texts: readonly Int32Array[]): Matches {
  const rows = new MemoryRows();
  const exact = new Uint32Array(texts.length * 4);
  for (const [document, words] of texts.entries()) {
    const key = keyOf(words, 20);
    rows.add(document, key.sample);
    exact.set(key.exact, document * 4);
  }
  return matchDocuments(
    {
      exact,
      wordCounts: Int32Array.from(texts, (words) => words.length),
      rank: Float64Array.from(texts, (words) => -words.length),
      rows,
      wordsOf: (document) => texts[document]!,
    },
    settleMatching({}),
  );
}

test('100,000 copies of one page leave one', { timeout: limit }, () => {
  const page = wordsOf(article('p', 300).join(' '));
  const { removed } = matchTexts(Array.from({ length: 100_000 }, () => page));
  expect(removed.length).toBe(99_999);
  expect(new Set(removed.map(({ keptBy }) => keptBy)).size).toBe(1);
});

test('a form filled in 20,000 times stays 20,000 notices', { timeout: limit }, () => {
  const random = numbers(7);
  const form = article('form', 40).join(' ');
  const texts = Array.from({ length: 20_000 }, () =>
    wordsOf(
      `in city${random(400)} on ${random(28)} month${random(12)} ${form} under number ${random(90_000)} for a fee of ${random(99)} paid to name${random(3000)}`,
    ),
  );
  expect(matchTexts(texts).removed.length).toBeLessThan(20);
});

test('a stock phrase in 30,000 pages makes no duplicates', { timeout: limit }, () => {
  const random = numbers(9);
  const phrase = article('phrase', 14).join(' ');
  const texts = Array.from({ length: 30_000 }, () =>
    wordsOf(`${Array.from({ length: 40 }, () => `u${random(1_000_000)}`).join(' ')} ${phrase}`),
  );
  expect(matchTexts(texts).removed).toEqual([]);
});

test('a page that says fifty words over and over is compared in time', { timeout: limit }, () => {
  const page = Int32Array.from({ length: 100_000 }, (_, at) => (at % 50) * 2);
  const { removed } = matchTexts([page, page.subarray(1), wordsOf(article('p', 300).join(' '))]);
  expect(removed).toMatchObject([{ document: 1, keptBy: 0 }]);
});
