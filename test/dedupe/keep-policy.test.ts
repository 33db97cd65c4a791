import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAlarming, upsamplingWeight } from '../../src/dedupe/cluster-figures.ts';
import { keepPolicies } from '../../src/settings.ts';
import { type KeepColumns, type KeepPolicy, rankByPolicy } from '../../src/dedupe/keep-policy.ts';

const columns: KeepColumns = {
  words: Int32Array.of(300, 500, 400, 500),
  published: Float64Array.of(NaN, 20, 10, NaN),
  source: Uint32Array.of(1, 0, 1, 2),
  completeness: Uint8Array.of(3, 1, 3, 1),
  embedded: new Uint8Array(4),
};

const preferred = (policy: KeepPolicy): number[] => {
  const rank = rankByPolicy(policy, columns);
  return [0, 1, 2, 3].sort((a, b) => rank[a]! - rank[b]! || a - b);
};

test('each policy prefers what it is named after, then the longer body', () => {
  expect(preferred('longest')).toEqual([1, 3, 2, 0]);
  expect(preferred('first')).toEqual([0, 1, 2, 3]);
  expect(preferred('earliest')).toEqual([2, 1, 3, 0]);
  expect(preferred('newest')).toEqual([1, 2, 3, 0]);
  expect(preferred('source-order')).toEqual([1, 2, 0, 3]);
  expect(preferred('most-complete')).toEqual([2, 0, 1, 3]);
});

test('documents a policy cannot tell apart have equal ranks, and the order of the others is total', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(3), fc.option(fc.nat(3)), fc.nat(2), fc.nat(3)), { maxLength: 20 }),
      fc.constantFrom<KeepPolicy>('earliest', 'newest', 'source-order', 'most-complete'),
      (rows, policy) => {
        const key = ([words, day, source, parts]: (typeof rows)[number]): number[] => {
          const first = {
            earliest: day ?? Infinity,
            newest: day === null ? Infinity : -day,
            'source-order': source,
            'most-complete': -parts,
          } as Record<KeepPolicy, number>;
          return [first[policy], -words];
        };
        const rank = rankByPolicy(policy, {
          words: Int32Array.from(rows, ([words]) => words),
          published: Float64Array.from(rows, ([, day]) => day ?? NaN),
          source: Uint32Array.from(rows, ([, , source]) => source),
          completeness: Uint8Array.from(rows, ([, , , parts]) => parts),
          embedded: new Uint8Array(rows.length),
        });
        for (const [a, left] of rows.entries()) {
          for (const [b, right] of rows.entries()) {
            const [[k, w], [k2, w2]] = [key(left), key(right)] as [number[], number[]];
            const expected = k === k2 ? Math.sign(w! - w2!) : k! < k2! ? -1 : 1;
            expect(Math.sign(rank[a]! - rank[b]!)).toBe(expected);
          }
        }
      },
    ),
  );
});

test('the weight of a group follows its size', () => {
  const sizes = [1, 2, 3, 4, 5, 99, 100, 999, 1000, 10_000_000];
  expect(sizes.map(upsamplingWeight)).toEqual([1, 2, 3, 3, 5, 5, 8, 8, 1, 1]);
  expect(() => upsamplingWeight(0)).toThrow(RangeError);
});

test('a group of over one in a hundred documents raises the alarm, unless it is small', () => {
  expect(isAlarming(19, 100)).toBe(false);
  expect(isAlarming(20, 100)).toBe(true);
  expect(isAlarming(20, 2000)).toBe(false);
  expect(isAlarming(21, 2000)).toBe(true);
});

test('a page of its own comes before the copy that another page carries, whatever the policy', () => {
  const carried = {
    words: Int32Array.of(10, 90, 40),
    published: Float64Array.of(NaN, 5, 9),
    source: Uint32Array.of(1, 0, 0),
    completeness: Uint8Array.of(0, 3, 2),
    embedded: Uint8Array.of(0, 1, 1),
  };
  for (const policy of keepPolicies) {
    const rank = rankByPolicy(policy, carried);
    expect(rank[0]).toBeLessThan(Math.min(rank[1]!, rank[2]!));
  }
});
