import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromVariableBytes, toVariableBytes } from '../../src/split/variable-bytes.ts';

test('numbers of up to 32 bits come back as they were', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 0xffff_ffff })), (numbers) => {
      expect([...fromVariableBytes(toVariableBytes(numbers))]).toEqual(numbers);
    }),
  );
});

test('small numbers take a byte, the largest five', () => {
  expect(Array.from(toVariableBytes([0, 127, 128]))).toEqual([0, 127, 128, 1]);
  expect(toVariableBytes([0xffff_ffff])).toHaveLength(5);
});
