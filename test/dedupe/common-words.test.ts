import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visitCommonWords } from '../../src/dedupe/common-words.ts';

const words = fc.array(fc.nat(4), { maxLength: 9 });

/** Length of a longest common subsequence, by trying everything. */
function longest(left: readonly number[], right: readonly number[]): number {
  if (left.length === 0 || right.length === 0) return 0;
  const [l, r] = [left.slice(1), right.slice(1)];
  if (left[0] === right[0]) return 1 + longest(l, r);
  return Math.max(longest(l, right), longest(left, r));
}

test('as many words as can be are visited, equal ones, in order, inside the stretches', () => {
  fc.assert(
    fc.property(words, words, fc.nat(3), fc.nat(3), (left, right, before, after) => {
      const around = (of: readonly number[]): Int32Array =>
        Int32Array.of(...Array<number>(before).fill(1), ...of, ...Array<number>(after).fill(1));
      const [l, r] = [around(left), around(right)];
      const visited: [number, number][] = [];
      visitCommonWords(
        l,
        before,
        before + left.length,
        r,
        before,
        before + right.length,
        (leftAt, rightAt) => visited.push([leftAt, rightAt]),
      );
      expect(visited).toHaveLength(longest(left, right));
      visited.forEach(([leftAt, rightAt], at) => {
        expect(l[leftAt]).toBe(r[rightAt]);
        const [lastLeft, lastRight] = at === 0 ? [before - 1, before - 1] : visited[at - 1]!;
        expect(leftAt).toBeGreaterThan(lastLeft);
        expect(rightAt).toBeGreaterThan(lastRight);
        expect(leftAt).toBeLessThan(before + left.length);
        expect(rightAt).toBeLessThan(before + right.length);
      });
    }),
  );
});
