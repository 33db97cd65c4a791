import { expect, test } from 'vitest';
import { countSizes } from '../../src/report/report.ts';

test('groups are counted in steps, smallest first, empty steps left out', () => {
  expect(
    Object.entries(
      countSizes(
        new Map([[2, 2], ...[3, 6, 10, 11, 100, 101, 2_000_000].map((size) => [size, 1] as const)]),
      ),
    ),
  ).toEqual([
    ['2', 2],
    ['3', 1],
    ['6-10', 2],
    ['11-100', 2],
    ['101-1000', 1],
    ['100001 or more', 1],
  ]);
});
