import { mix32 } from '../text/hash.ts';

/** Odd multiplier of the rolling hash, which makes it depend on the order of the words (2^32 / golden ratio). */
export const shingleOrder = 0x9e37_79b1;

/**
 * Hashes of all runs of `size` consecutive words, in text order, repeats included.
 *
 * @param words - folded words as 32-bit hashes.
 * @param size - words in a shingle, at least 1.
 * @returns one unsigned 32-bit hash per run; a text shorter than `size` is one run of all its
 * words, an empty text has none. Two different runs get equal hashes with chance 2^-32.
 */
export function shinglesOf(words: Int32Array, size: number): Uint32Array {
  const width = Math.min(size, words.length);
  const shingles = new Uint32Array(words.length === 0 ? 0 : words.length - width + 1);
  fillShingles(words, size, shingles);
  return shingles;
}

/**
 * Puts the hashes `shinglesOf` gives into a list that has room for them.
 *
 * @returns how many there are.
 */
export function fillShingles(words: Int32Array, size: number, shingles: Uint32Array): number {
  if (words.length === 0) return 0;
  const width = Math.min(size, words.length);
  const count = words.length - width + 1;
  let leaving = 1;
  for (let power = 1; power < width; power++) leaving = Math.imul(leaving, shingleOrder);
  // A polynomial in the words, rolled on word by word; the array makes each mixed value unsigned.
  let hash = 0;
  for (let at = 0; at < width - 1; at++) hash = (Math.imul(hash, shingleOrder) + words[at]!) | 0;
  for (let start = 0; start < count; start++) {
    hash = (Math.imul(hash, shingleOrder) + words[start + width - 1]!) | 0;
    shingles[start] = mix32(hash + width);
    hash = (hash - Math.imul(words[start]!, leaving)) | 0;
  }
  return count;
}

/**
 * The set of a text's shingles as a sorted list without repeats.
 *
 * @param words - folded words as 32-bit hashes.
 * @param size - words in a shingle, at least 1.
 */
export function shingleSet(words: Int32Array, size: number): Uint32Array {
  const sorted = shinglesOf(words, size).sort();
  let kept = 0;
  for (let at = 0; at < sorted.length; at++) {
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[kept++] = sorted[at]!;
  }
  return sorted.subarray(0, kept);
}

/**
 * How many values two sorted lists without repeats have in common.
 */
export function countShared(left: Uint32Array, right: Uint32Array): number {
  let shared = 0;
  for (let l = 0, r = 0; l < left.length && r < right.length;) {
    const a = left[l]!;
    const b = right[r]!;
    if (a === b) shared++;
    if (a <= b) l++;
    if (b <= a) r++;
  }
  return shared;
}
