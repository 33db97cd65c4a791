import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likenessOf } from '../../src/dedupe/likeness.ts';
import { OverlapFinder } from '../../src/dedupe/overlap.ts';
import { substitutionsOf } from '../../src/dedupe/substitutions.ts';
import { article, wordsOf } from './texts.ts';

function overlap(
  left: readonly string[],
  right: readonly string[],
): ReturnType<OverlapFinder['compare']> {
  const finder = new OverlapFinder();
  finder.load(wordsOf(left.join(' ')));
  return finder.compare(wordsOf(right.join(' ')));
}

const common = article('common', 60);

test('a shared passage is found wherever it lies, and nothing else', () => {
  const { left, right, place } = overlap(
    [...article('a', 30), ...common],
    [...common, ...article('b', 50)],
  );
  expect([...left]).toEqual([...Array(30).fill(0), ...Array(60).fill(1)]);
  expect([...right]).toEqual([...Array(60).fill(1), ...Array(50).fill(0)]);
  expect([...place.subarray(0, 60)]).toEqual(common.map((_, at) => at + 30));
});

test('a passage said twice is shared twice', () => {
  const { left } = overlap([...common, ...article('a', 20), ...common], common);
  expect(left.reduce((sum, mark) => sum + mark, 0)).toBe(120);
});

test('two words that happen to follow each other in both do not count, unless a shared passage is near', () => {
  const [near, far] = [article('a', 5), article('a', 40)];
  const left = ['of', 'the', ...far, ...common];
  expect(overlap(left, ['of', 'the', ...article('b', 40), ...common]).right[0]).toBe(0);
  expect(
    overlap(['of', 'the', ...near, ...common], ['of', 'the', ...article('b', 5), ...common])
      .right[0],
  ).toBe(1);
});

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { maxLength: 60 });

test('a word marked as shared has its equal at its place, and lies in a pair both texts have', () => {
  fc.assert(
    fc.property(words, words, (left, right) => {
      const found = overlap(left, right);
      const pairs = new Set(left.slice(1).map((word, at) => `${left[at]} ${word}`));
      const atItsPlace = right.every(
        (word, at) => found.place[at]! < 0 || left[found.place[at]!] === word,
      );
      const inPair = right.every(
        (word, at) =>
          found.right[at] === 0 ||
          pairs.has(`${right[at - 1]} ${word}`) ||
          pairs.has(`${word} ${right[at + 1]}`),
      );
      expect({ atItsPlace, inPair }).toEqual({ atItsPlace: true, inPair: true });
    }),
  );
});

test('a text is like itself in full', () => {
  fc.assert(
    fc.property(
      words.filter((list) => list.length > 3),
      (list) => {
        expect(likenessOf(overlap(list, list))).toMatchObject({
          ownLeft: 0,
          ownRight: 0,
          changed: 0,
          replaced: 0,
          lostLeft: 0,
          lostRight: 0,
        });
      },
    ),
  );
});

test('shares are of each text: its own opening, edited words, what is lost', () => {
  const edited = common.map((word, at) => (at % 10 === 5 ? `e${at}` : word));
  const likeness = likenessOf(
    overlap([...article('a', 40), ...common], [...article('b', 20), ...edited]),
  );
  expect(likeness.ownLeft).toBeCloseTo(0.4);
  expect(likeness.ownRight).toBeCloseTo(0.25);
  expect(likeness.changed).toBeCloseTo(0.1);
  expect(likeness.replaced).toBeCloseTo((0.4 + 0.25) / 2);
  expect(likeness).toMatchObject({ lostLeft: 46, lostRight: 26, spanRight: [21, 79] });
});

test('substitutions are the places where both agree around and differ between', () => {
  const left = ['x', 'y', '18', 'may', ...common, 'z', 'p'];
  const right = ['x', 'y', '14', 'june', ...common, 'z', 'p'];
  const found = overlap(left, right);
  expect(substitutionsOf(wordsOf(left.join(' ')), wordsOf(right.join(' ')), found)).toEqual([
    { leftStart: 2, leftEnd: 4, rightStart: 2, rightEnd: 4 },
  ]);
});

test('a run that a text says again further on is marked there too, in a table as in prose', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(2), fc.nat(40)), { minLength: 2, maxLength: 8 }),
      fc.array(fc.tuple(fc.nat(2), fc.nat(40)), { minLength: 2, maxLength: 8 }),
      (given, others) => {
        const table = (rows: readonly (readonly [number, number])[]): Int32Array =>
          wordsOf(
            rows
              .map(([name, price]) => `the price of n${name} today is p${price} a kilo`)
              .join(' '),
          );
        const [left, right] = [table(given), table(others)];
        const finder = new OverlapFinder();
        finder.load(left);
        const marks = finder.compare(right).left;
        // Every run of four words that the other text has too is marked wherever it stands: pairs come at most 8 times.
        const starts = [...left.keys()].slice(0, left.length - 3);
        const shared = starts.filter((at) =>
          right.some((_, start) =>
            [0, 1, 2, 3].every((word) => right[start + word] === left[at + word]),
          ),
        );
        expect(shared.filter((at) => marks.subarray(at, at + 4).includes(0))).toEqual([]);
      },
    ),
  );
});
