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

/** Pairs that were compared in full. */
const compared = ({ histogram }: Matches): number =>
  histogram.reduce((sum, pairs) => sum + pairs, 0);

test(
  'a form filled in 8,000 times stays 8,000 notices, those issued again go, and few pairs are compared',
  { timeout: limit },
  () => {
    const random = numbers(7);
    const form = article('form', 40);
    const filled = Array.from(
      { length: 8_000 },
      () =>
        `in city${random(400)} on ${random(28)} month${random(12)} ${form.join(' ')} under number ${random(90_000)} for a fee of ${random(99)} paid to name${random(3000)}`,
    );
    const again = filled
      .slice(0, 200)
      .map((notice, at) =>
        at % 2 === 0 ? `${notice} again` : notice.replaceAll(/formw(?:3|17) /gu, 'edited '),
      );
    const matches = matchTexts([...filled, ...again].map(wordsOf));
    const keptBy = new Map(matches.removed.map((match) => [match.document, match.keptBy]));
    const rootOf = (document: number): number => keptBy.get(document) ?? document;
    const found = again.filter((_, at) => rootOf(at) === rootOf(8_000 + at));
    expect(found.length).toBeGreaterThanOrEqual(190);
    expect(matches.removed.length - found.length).toBeLessThan(20);
    expect(compared(matches)).toBeLessThan(8_200 * 32);
  },
);

test(
  '1,000 copies of a page with one word in twenty changed at random are one group',
  { timeout: limit },
  () => {
    const random = numbers(13);
    const page = article('p', 300);
    const copies = Array.from({ length: 1000 }, () =>
      wordsOf(page.map((word) => (random(20) === 0 ? `e${random(500)}` : word)).join(' ')),
    );
    const matches = matchTexts(copies);
    expect(matches.removed.length).toBeGreaterThanOrEqual(990);
    expect(new Set(matches.removed.map(({ keptBy }) => keptBy)).size).toBe(1);
    expect(compared(matches)).toBeLessThan(1000 * 32);
  },
);

test(
  '20,000 copies of a page with one word changed each are compared a few times each',
  { timeout: limit },
  () => {
    const random = numbers(17);
    const page = article('p', 120);
    const copies = Array.from({ length: 20_000 }, (_, at) =>
      wordsOf(page.with(random(120), `e${at}`).join(' ')),
    );
    const matches = matchTexts(copies);
    expect(matches.removed.length).toBe(19_999);
    expect(compared(matches)).toBeLessThan(20_000 * 4);
  },
);

test(
  'a chain of 5,000 pages, each most of the next, breaks into groups around pages that stay',
  { timeout: limit },
  () => {
    const words = article('chain', 5_000 * 40 + 200)
      .join(' ')
      .split(' ');
    const pages = Array.from({ length: 5_000 }, (_, at) =>
      wordsOf(words.slice(at * 40, at * 40 + 200).join(' ')),
    );
    const { removed } = matchTexts(pages);
    const gone = new Set(removed.map(({ document }) => document));
    expect(removed.length).toBeGreaterThan(2_000);
    for (const { document, keptBy } of removed) {
      expect(gone.has(keptBy)).toBe(false);
      // Pages three places apart share two words in five.
      expect(Math.abs(document - keptBy)).toBeLessThanOrEqual(3);
    }
  },
);

test(
  'twelve tables of a thousand rows with other figures are compared in time and stay apart',
  { timeout: limit },
  () => {
    const random = numbers(21);
    const names = article('ware', 1_000);
    const tables = Array.from({ length: 12 }, () =>
      wordsOf(
        names
          .map((name) => `the price of ${name} in the market today is ${1000 + random(999)} a kilo`)
          .join(' '),
      ),
    );
    expect(matchTexts(tables).removed).toEqual([]);
  },
);

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
