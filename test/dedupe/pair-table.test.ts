import { expect, test } from 'vitest';
import { type Pair, PairList, PairTable } from '../../src/dedupe/pair-table.ts';

/** A pair whose numbers all differ, and from those of other pairs. */
function pairOf(left: number, right: number): Pair {
  const from = left * 1000 + right;
  return {
    left,
    right,
    jaccard: from + 0.1,
    containedLeft: from + 0.2,
    containedRight: from + 0.3,
    likeness: {
      ownLeft: from + 0.4,
      ownRight: from + 0.5,
      changed: from + 0.6,
      replaced: from + 0.7,
      lostLeft: from + 0.8,
      lostRight: from + 0.9,
      spanLeft: [from + 1.1, from + 1.2],
      spanRight: [from + 1.3, from + 1.4],
      longestOwnLeft: from + 1.5,
      longestOwnRight: from + 1.6,
    },
  };
}

test('pairs of a list of many pieces stand in order, whatever order they came in', () => {
  const documents = 120;
  const pairs: Pair[] = [];
  for (let left = 0; left < documents; left++) {
    for (let right = left + 1; right < documents; right++) {
      if ((left + right) % 5 !== 0) pairs.push(pairOf(left, right));
    }
  }
  expect(pairs.length).toBeGreaterThan(1 << 12);
  const list = new PairList();
  // A step that has no factor in common with the number of pairs visits each once.
  for (let step = 0, at = 0; step < pairs.length; step++, at = (at + 2311) % pairs.length) {
    const { left, right } = pairs[at]!;
    list.add(left, right, pairs[at]!);
  }
  const table = new PairTable(documents, list);
  expect(Array.from({ length: table.size }, (_, at) => table.at(at))).toStrictEqual(pairs);
  for (const [at, { left, right, jaccard, likeness }] of pairs.entries()) {
    expect([table.find(left, right), table.find(right, left)]).toStrictEqual([at, at]);
    expect(table.jaccard(at)).toBe(jaccard);
    expect([table.ownLeft(at), table.ownRight(at)]).toStrictEqual([
      likeness.ownLeft,
      likeness.ownRight,
    ]);
  }
  expect(table.find(0, 5)).toBe(-1);
  expect([...table.othersOf(3)].slice(0, 4)).toStrictEqual([0, 1, 4, 5]);
});
