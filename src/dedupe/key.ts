import { mix32 } from '../text/hash.ts';
import { shinglesOf } from './shingles.ts';

/**
 * Words in a shingle of the join. Three words survive edits that break nearly all longer runs: with a
 * tenth of the words changed 73 % of 3-word shingles are left and 59 % of 5-word ones.
 */
export const JOIN_WORDS = 3;

/** Share of all shingle hashes that are sampled from a long text: one in eight. */
const SAMPLED = 2 ** 32 / 8;

/** A text that has fewer sampled shingles is sampled more densely, so that short texts still meet. */
const FEWEST = 32;

/** What is kept of one document to find its look-alikes. */
export interface DocumentKey {
  /** 128-bit hash of all words in order, as four unsigned 32-bit numbers. */
  readonly exact: Uint32Array;
  /** Sampled shingle hashes, in text order, as often as they occur. Empty for a short text. */
  readonly sample: Uint32Array;
  /** Number of words. */
  readonly words: number;
}

/**
 * The key of one document. The sample is chosen by content: a shingle is taken when its hash is
 * below a bound, so two texts that share a shingle take it or leave it together, wherever it
 * stands. Texts of up to a few hundred words use a bound twice, four or eight times as high.
 *
 * @param words - folded words of the main body as 32-bit hashes, in order.
 * @param minWords - documents with fewer words get no sample: they only match exact copies.
 *
 * Source: A. Broder, "On the resemblance and containment of documents", 1997 (sampling by
 * remainder, here by threshold; in genomics known as FracMinHash).
 */
export function keyOf(words: Int32Array, minWords: number): DocumentKey {
  return {
    exact: hashWords(words),
    sample:
      words.length < minWords ? new Uint32Array(0) : sampleShingles(shinglesOf(words, JOIN_WORDS)),
    words: words.length,
  };
}

/**
 * The shingles with the smallest hashes: all under the bound, which doubles until there are enough.
 *
 * @param shingles - unsigned 32-bit hashes, repeats allowed.
 */
export function sampleShingles(shingles: Uint32Array): Uint32Array {
  let bound = SAMPLED;
  let taken = below(shingles, bound);
  while (taken.length < FEWEST && bound < 2 ** 32) {
    bound *= 2;
    taken = below(shingles, bound);
  }
  return taken;
}

function below(shingles: Uint32Array, bound: number): Uint32Array {
  const taken = new Uint32Array(shingles.length);
  let filled = 0;
  for (let at = 0; at < shingles.length; at++) {
    // Written whether taken or not: a branch that is taken at random costs more.
    taken[filled] = shingles[at]!;
    filled += shingles[at]! < bound ? 1 : 0;
  }
  return taken.slice(0, filled);
}

/**
 * 128-bit hash of a sequence of words; equal sequences give equal hashes, and two different
 * ones collide with chance 2^-128 for texts nobody crafted to collide.
 */
export function hashWords(words: Int32Array): Uint32Array {
  let a = 0x2545_f491;
  let b = 0x9e37_79b9;
  let c = 0x85eb_ca6b;
  let d = 0xc2b2_ae35;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    // Each lane multiplies by its own odd number and hands some bits to the next.
    a = Math.imul(a ^ word, 0xcc9e_2d51) + (d >>> 7);
    b = Math.imul(b + word, 0x1b87_3593) ^ (a >>> 11);
    c = Math.imul(c ^ word, 0xe654_6b64 | 1) + (b >>> 13);
    d = Math.imul(d + word, 0x38b3_4ae5) ^ (c >>> 5);
  }
  const size = words.length;
  const first = mix32(a ^ size);
  const second = mix32(b ^ first);
  const third = mix32(c ^ second);
  const fourth = mix32(d ^ third);
  return Uint32Array.of(mix32(first ^ fourth), second ^ fourth, third, fourth);
}
