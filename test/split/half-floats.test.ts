import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromHalfFloats, toHalfFloats } from '../../src/split/half-floats.ts';

function roundTrip(values: readonly number[]): number[] {
  return Array.from(fromHalfFloats(toHalfFloats(Float32Array.from(values))));
}

test('numbers that have a 16-bit form keep their value', () => {
  const exact = [
    0,
    1,
    -1,
    0.5,
    1.5,
    2048,
    -65504,
    2 ** -14,
    2 ** -24,
    1023 * 2 ** -24,
    0.333251953125,
  ];
  expect(roundTrip(exact)).toEqual(exact);
});

test('every 16-bit number comes back as the same bits', () => {
  const all = Uint8Array.from({ length: 2 * 31 * 1024 }, (_, at) =>
    at % 2 === 0 ? (at / 2) & 255 : ((at - 1) / 2) >> 8,
  );
  expect(toHalfFloats(fromHalfFloats(all))).toEqual(all);
});

test('other numbers are rounded to one in two thousand', () => {
  fc.assert(
    fc.property(fc.float({ min: Math.fround(-65000), max: 65000, noNaN: true }), (value) => {
      const [rounded] = roundTrip([value]);
      const most = Math.max(Math.abs(value) / 2048, 2 ** -25);
      expect(Math.abs(rounded! - value)).toBeLessThanOrEqual(most);
    }),
  );
});

test('numbers without such a form are refused', () => {
  for (const value of [65_520, -1e9, Infinity, NaN]) {
    expect(() => toHalfFloats(Float32Array.of(value))).toThrow(RangeError);
  }
});
