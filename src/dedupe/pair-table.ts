import type { Likeness } from './likeness.ts';

/** A pair of look-alike documents, by number; `left` comes before `right` in order of preference. */
export interface Pair {
  readonly left: number;
  readonly right: number;
  readonly likeness: Likeness;
  /** Jaccard similarity of the sets of 5-word shingles. */
  readonly jaccard: number;
  /** Share of each text's 5-word shingles that the other has. */
  readonly containedLeft: number;
  readonly containedRight: number;
}

/** Pairs of each document, and whether two documents are a pair. */
export class PairTable {
  private readonly neighbours = new Map<number, Map<number, Pair>>();

  constructor(pairs: readonly Pair[]) {
    for (const pair of pairs) {
      this.of(pair.left, true).set(pair.right, pair);
      this.of(pair.right, true).set(pair.left, pair);
    }
  }

  /** Pairs of a document by the other document, in the order the pairs came. */
  of(document: number, create = false): Map<number, Pair> {
    let pairs = this.neighbours.get(document);
    if (pairs === undefined) {
      pairs = new Map();
      if (create) this.neighbours.set(document, pairs);
    }
    return pairs;
  }

  get(one: number, other: number): Pair | undefined {
    return this.neighbours.get(one)?.get(other);
  }
}
