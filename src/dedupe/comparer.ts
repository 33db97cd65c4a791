import { likenessOf } from './likeness.ts';
import { OverlapFinder } from './overlap.ts';
import type { Comparison } from './pair-table.ts';
import { type SetSizes, ShingleSets } from './shingle-sets.ts';

/** Compares texts in full. Load one, then compare any number with it; the tables are used again. */
export class Comparer {
  readonly #finder = new OverlapFinder();
  readonly #sets = new ShingleSets();
  #words: Int32Array = new Int32Array(0);
  #isLoaded = false;

  /** @param words - folded words of the text on the left of the comparisons. */
  load(words: Int32Array): void {
    this.#sets.load(words);
    this.#words = words;
    this.#isLoaded = false;
  }

  /**
   * @param words - folded words of the text on the right.
   * @param leastContained - a pair of which neither text has this share of its 5-word shingles in the
   * other is not looked into.
   * @returns how the two compare; for a pair not looked into its Jaccard similarity alone.
   */
  compare(words: Int32Array, leastContained: number): Comparison | number {
    const { left, right, shared } = this.#sets.compare(words);
    const jaccard = jaccardOf({ left, right, shared });
    const containedLeft = shared / Math.max(1, left);
    const containedRight = shared / Math.max(1, right);
    if (Math.max(containedLeft, containedRight) < leastContained) return jaccard;
    if (!this.#isLoaded) this.#finder.load(this.#words);
    this.#isLoaded = true;
    return {
      likeness: likenessOf(this.#finder.compare(words)),
      jaccard,
      containedLeft,
      containedRight,
    };
  }
}

function jaccardOf({ left, right, shared }: SetSizes): number {
  return shared / Math.max(1, left + right - shared);
}
