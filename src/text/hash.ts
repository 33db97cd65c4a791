/** Start value of a word hash. */
export const hashSeed: number = 0x811c9dc5 | 0;
/** Multiplier of the word hash: the 32-bit FNV prime (Fowler, Noll, Vo). */
export const hashPrime = 0x01000193;

/**
 * Spreads the bits of a 32-bit value so that each input bit reaches each output bit.
 *
 * Source: the finaliser of MurmurHash3, A. Appleby, public domain.
 */
export function mix32(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/**
 * Hash of a sequence, extended by one value: the order of the values matters. The multiplier is
 * 2^32 over the golden ratio (D. Knuth, The Art of Computer Programming 3, 6.4).
 */
export function extendHash(hash: number, value: number): number {
  return mix32(Math.imul(hash, 0x9e3779b1) ^ value);
}

const firstSeed = 0x27d4eb2f;
const secondSeed = 0x165667b1;

/** A key of 53 bits of a sequence of 32-bit values: no two of a page's lines share one by chance. */
export function sequenceKey(values: readonly number[]): number {
  let high = firstSeed;
  let low = secondSeed;
  for (const value of values) {
    high = extendHash(high, value);
    low = extendHash(low, value);
  }
  return (high >>> 0) * 2 ** 21 + (low >>> 11);
}
