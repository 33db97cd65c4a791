import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignWords, compareTexts } from '../../src/dedupe/compare-texts.ts';
import { settleMatching } from '../../src/dedupe/settings.ts';
import { article, numbers, wordsOf } from './texts.ts';

const settings = settleMatching({});
const compare = (
  left: readonly string[],
  right: readonly string[],
): ReturnType<typeof compareTexts> =>
  compareTexts(wordsOf(left.join(' ')), wordsOf(right.join(' ')), settings);

const words = fc
  .array(fc.integer({ min: 0, max: 9 }), { maxLength: 50 })
  .map((list) => Int32Array.from(list, (word) => word * 2));

/** The slow reference: length of a longest common subsequence of words. */
function commonLength(left: Int32Array, right: Int32Array): number {
  let row = new Array<number>(right.length + 1).fill(0);
  for (const word of left) {
    const next = [0];
    for (let at = 0; at < right.length; at++)
      next.push(word === right[at] ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!));
    row = next;
  }
  return row.at(-1)!;
}

test('the runs are both texts in order, each word once, and what is called the same is the same', () => {
  fc.assert(
    fc.property(words, words, (left, right) => {
      let [l, r] = [0, 0];
      for (const run of alignWords(left, right)) {
        expect([run.leftStart, run.rightStart]).toEqual([l, r]);
        [l, r] = [run.leftEnd, run.rightEnd];
        const [ofLeft, ofRight] = [l - run.leftStart, r - run.rightStart];
        if (run.kind === 'only left') expect([ofLeft > 0, ofRight]).toEqual([true, 0]);
        if (run.kind === 'only right') expect([ofLeft, ofRight > 0]).toEqual([0, true]);
        if (run.kind === 'same')
          expect([...left.subarray(run.leftStart, l)]).toEqual([
            ...right.subarray(run.rightStart, r),
          ]);
      }
      expect([l, r]).toEqual([left.length, right.length]);
    }),
  );
});

test('in an article with words changed, left out and put in, the alignment is as long as the longest there is', () => {
  const random = numbers(4);
  for (let round = 0; round < 20; round++) {
    const story = article('s', 120);
    const edited = story.flatMap((word, at) => {
      const dice = random(20);
      return dice === 0 ? [] : dice === 1 ? [`n${at}`] : dice === 2 ? [word, `i${at}`] : [word];
    });
    const [left, right] = [wordsOf(story.join(' ')), wordsOf(edited.join(' '))];
    const same = alignWords(left, right)
      .filter(({ kind }) => kind === 'same')
      .reduce((sum, run) => sum + run.leftEnd - run.leftStart, 0);
    expect(same).toBe(commonLength(left, right));
  }
});

test('a changed word shows as one run of each text, a moved passage is marked as being elsewhere', () => {
  const story = article('s', 60);
  const changed = story.map((word, at) => (at === 20 ? 'other' : word));
  expect(compare(story, changed).runs.map(({ kind, leftEnd }) => `${kind} ${leftEnd}`)).toEqual([
    'same 20',
    'only right 20',
    'only left 21',
    'same 60',
  ]);
  const moved = [...story.slice(40), ...story.slice(0, 40)];
  const runs = compare(story, moved).runs.map(({ kind, elsewhere }) => `${kind} ${elsewhere}`);
  expect(runs).toEqual(['only right true', 'same false', 'only left true']);
});

test('the figures and rules say which text could go', () => {
  const story = article('s', 100);
  expect(compare(story, story)).toMatchObject({ jaccard: 1, ruleLeft: 'exact' });
  const cut = compare(story, story.slice(0, 40));
  expect(cut).toMatchObject({
    lostLeft: 60,
    lostRight: 0,
    containedRight: 1,
    ruleRight: 'contained',
  });
  expect(cut.ruleLeft).toBeNull();
  expect(compare(story, article('t', 100))).toMatchObject({ ruleLeft: null, ruleRight: null });
  const strict = settleMatching({ threshold: 0.3 });
  const bound = compareTexts(
    wordsOf(story.join(' ')),
    wordsOf(story.slice(0, 40).join(' ')),
    strict,
  );
  expect([bound.ruleLeft, bound.ruleRight]).toEqual(['near', 'contained']);
});

test('two texts of 200,000 words are aligned in time', { timeout: 60_000 }, () => {
  const random = numbers(8);
  const left = Int32Array.from({ length: 200_000 }, () => random(5000) * 2);
  const right = left.map((word) => (random(10) === 0 ? random(5000) * 2 : word));
  const same = alignWords(left, right).filter(({ kind }) => kind === 'same');
  expect(same.reduce((sum, run) => sum + run.leftEnd - run.leftStart, 0)).toBeGreaterThan(175_000);
});
