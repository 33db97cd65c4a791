import { mix32 } from '../text/hash.ts';
import { roomFor } from '../text/room.ts';
import { shingleOrder, shinglesOf } from './shingles.ts';

/**
 * Words in a shingle of the join. Three words survive edits that break nearly all longer runs: with a
 * tenth of the words changed 73 % of 3-word shingles are left and 59 % of 5-word ones.
 */
export const joinWords = 3;

/** Share of all shingle hashes that are sampled from a long text: one in eight. */
export const sampleBound: number = 2 ** 32 / 8;

/** A text that has fewer sampled shingles is sampled more densely, so that short texts still meet. */
export const fewestSampled = 32;

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
    sample: words.length < minWords ? new Uint32Array(0) : sampleOf(words),
    words: words.length,
  };
}

/** Space for the shingles of one text, used again for the next; nothing in it outlives a call. */
let space = new Uint32Array(1 << 12);

/** The multipliers of the last two of three words in a shingle; see `shinglesOf`, whose hashes these are. */
const oneBefore = shingleOrder;
const twoBefore = Math.imul(shingleOrder, shingleOrder);

/**
 * The shingles with the smallest hashes: all under the bound, which doubles until there are enough.
 *
 * @param words - folded words as 32-bit hashes.
 * @returns unsigned 32-bit hashes in text order, repeats included.
 */
export function sampleOf(words: Int32Array): Uint32Array {
  if (words.length < joinWords) return shinglesOf(words, joinWords);
  if (space.length < words.length) space = new Uint32Array(roomFor(words.length));
  let bound = sampleBound;
  // From few shingles none is left out yet: the bound is raised for nearly all such texts.
  let taken = takeBelow(words, words.length < fewestSampled * 12 ? 2 ** 32 : bound);
  if (taken >= fewestSampled) {
    while (countBelow(taken, bound) < fewestSampled) bound *= 2;
    taken = keepBelow(taken, bound);
  } else if (words.length >= fewestSampled * 12) {
    while (taken < fewestSampled && bound < 2 ** 32) taken = takeBelow(words, (bound *= 2));
  }
  return space.slice(0, taken);
}

/** Puts the shingles under a bound into `space`. */
function takeBelow(words: Int32Array, bound: number): number {
  const found = space;
  let filled = 0;
  let first = words[0]!;
  let second = words[1]!;
  for (let at = 2; at < words.length; at++) {
    const third = words[at]!;
    const polynomial = Math.imul(first, twoBefore) + Math.imul(second, oneBefore) + third;
    const shingle = mix32((polynomial + joinWords) | 0) >>> 0;
    first = second;
    second = third;
    // Written whether taken or not: a branch that is taken at random costs more.
    found[filled] = shingle;
    filled += shingle < bound ? 1 : 0;
  }
  return filled;
}

function countBelow(taken: number, bound: number): number {
  let count = 0;
  for (let at = 0; at < taken; at++) count += space[at]! < bound ? 1 : 0;
  return count;
}

function keepBelow(taken: number, bound: number): number {
  let kept = 0;
  for (let at = 0; at < taken; at++) {
    const shingle = space[at]!;
    space[kept] = shingle;
    kept += shingle < bound ? 1 : 0;
  }
  return kept;
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
  // Four lanes that do not wait for each other; turning lets high bits reach the low ones.
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    a = Math.imul(a ^ word, 0xcc9e_2d51);
    b = Math.imul(b ^ word, 0x1b87_3593);
    c = Math.imul(c ^ word, 0xe654_6b65);
    d = Math.imul(d ^ word, 0x38b3_4ae5);
    a = (a << 13) | (a >>> 19);
    b = (b << 15) | (b >>> 17);
    c = (c << 17) | (c >>> 15);
    d = (d << 19) | (d >>> 13);
  }
  const size = words.length;
  const first = mix32(a ^ size);
  const second = mix32(b ^ first);
  const third = mix32(c ^ second);
  const fourth = mix32(d ^ third);
  return Uint32Array.of(mix32(first ^ fourth), second ^ fourth, third, fourth);
}
