import { shinglesOf } from './shingles.ts';

/** Words in a shingle of the reported similarity: what most tools and papers mean by it. */
export const SIMILARITY_WORDS = 5;

/** Sizes of two sets of shingles and of what they share. */
export interface SetSizes {
  readonly left: number;
  readonly right: number;
  readonly shared: number;
}

/**
 * Compares the exact set of shingles of one text with those of others. Load one text, then
 * compare any number; the table is reused.
 */
export class ShingleSets {
  private shingles = new Uint32Array(16);
  /** Per slot: 0 when free, 1 when held by the loaded text only, else the turn of the last text that shares it. */
  private owners = new Int32Array(16);
  private turn = 1;
  private size = 0;

  /** @param words - folded words of the text to compare others with. */
  load(words: Int32Array): void {
    const shingles = shinglesOf(words, SIMILARITY_WORDS);
    let slots = 16;
    while (slots < shingles.length * 2) slots *= 2;
    this.shingles = this.shingles.length === slots ? this.shingles : new Uint32Array(slots);
    this.owners = this.owners.length === slots ? this.owners.fill(0) : new Int32Array(slots);
    this.turn = 1;
    this.size = 0;
    for (const shingle of shingles) {
      const slot = this.slotOf(shingle);
      if (this.owners[slot] !== 0) continue;
      this.shingles[slot] = shingle;
      this.owners[slot] = 1;
      this.size++;
    }
  }

  /** @returns sizes with `left` the loaded text and `right` this one. */
  compare(words: Int32Array): SetSizes {
    const shingles = shinglesOf(words, SIMILARITY_WORDS);
    const turn = ++this.turn;
    let shared = 0;
    const others: number[] = [];
    for (const shingle of shingles) {
      const slot = this.slotOf(shingle);
      if (this.owners[slot] === 0) others.push(shingle);
      else if (this.owners[slot] !== turn) {
        this.owners[slot] = turn;
        shared++;
      }
    }
    return { left: this.size, right: shared + countDifferent(others), shared };
  }

  private slotOf(shingle: number): number {
    const mask = this.owners.length - 1;
    let slot = shingle & mask;
    while (this.owners[slot] !== 0 && this.shingles[slot] !== shingle) slot = (slot + 1) & mask;
    return slot;
  }
}

function countDifferent(values: readonly number[]): number {
  if (values.length < 2) return values.length;
  return new Set(values).size;
}
