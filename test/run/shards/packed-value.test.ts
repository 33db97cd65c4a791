import { expect, test } from 'vitest';
import { packValue, unpackValue } from '../../../src/run/shards/packed-value.ts';

const value = {
  none: null,
  names: ['a', 'ü', '\ud800', 'غربال'],
  counts: new Map([
    ['one', 1],
    ['map', 2],
  ]),
  days: Float64Array.of(Number.NaN, -1.5, Infinity),
  places: Uint32Array.of(4_294_967_295, 0),
  flags: Uint8Array.of(1, 2, 3),
  empty: new Int32Array(0),
  named: { column: { map: 'text' }, fields: { map: { column: 'Uint8Array', at: 0 } } },
  rows: [{ at: 1, share: 0.25, columns: Int32Array.of(-1) }],
};

test('a value comes back as it was', () => {
  expect(unpackValue(packValue(value))).toEqual(value);
});

test('bytes do not depend on how the engine holds a number, nor on where a column lies', () => {
  const whole = Float64Array.of(9, 1, 2);
  const one = packValue({ count: whole[1]! + 1, column: whole.subarray(1) });
  const other = packValue({ count: Number('2'), column: Float64Array.of(1, 2) });
  expect(one.equals(other)).toBe(true);
});
