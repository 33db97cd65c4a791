import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Xxh64 } from '../../src/run/xxh64.ts';

function sumOf(parts: readonly Uint8Array[]): string {
  const sum = new Xxh64();
  for (const part of parts) sum.update(part);
  return sum.digest().toString(16).padStart(16, '0');
}

/** Bytes as the test program of the specification makes them. */
function specifiedBytes(count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  let generator = 2654435761n;
  for (let at = 0; at < count; at++) {
    bytes[at] = Number(generator >> 56n);
    generator = BigInt.asUintN(64, generator * 11400714785074694797n);
  }
  return bytes;
}

// The sums that the author publishes with the specification, for seed 0.
test.each([
  [0, 'ef46db3751d8e999'],
  [1, 'e934a84adb052768'],
  [4, '9136a0dca57457ee'],
  [14, '8282dcc4994e35c8'],
  [222, 'b641ae8cb691c174'],
])('the published sum of %d bytes', (count, sum) => {
  expect(sumOf([specifiedBytes(count)])).toBe(sum);
});

test.each([
  ['a', 'd24ec4f1a98c6e5b'],
  ['abc', '44bc2cf5ad770999'],
])('the known sum of %s', (text, sum) => {
  expect(sumOf([Buffer.from(text)])).toBe(sum);
});

test('the sum of parts is the sum of the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 100 })), (parts) => {
      expect(sumOf(parts)).toBe(sumOf([Buffer.concat(parts)]));
    }),
  );
});
