import type { Likeness } from './likeness.ts';
import { radixSort } from './radix-sort.ts';

/** How a pair of look-alike texts compares. */
export interface Comparison {
  readonly likeness: Likeness;
  /** Jaccard similarity of the sets of 5-word shingles. */
  readonly jaccard: number;
  /** Share of each text's 5-word shingles that the other has. */
  readonly containedLeft: number;
  readonly containedRight: number;
}

/** A pair of look-alike documents, by number; `left` comes before `right` in order of preference. */
export interface Pair extends Comparison {
  readonly left: number;
  readonly right: number;
}

/** Numbers held per pair. */
export const fieldCount = 15;

/**
 * Pairs of look-alike documents in columns, 128 bytes a pair, and per document its pairs. A pair is named
 * by its place, which follows the order the pairs were given in.
 */
export class PairTable {
  readonly size: number;
  /** How many documents there are, with pairs or without. */
  readonly documents: number;
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  readonly #fields: Float64Array;
  /** Per document where its pairs begin, then the other document and the place of each, by other document. */
  readonly #starts: Uint32Array;
  readonly #others: Uint32Array;
  readonly #places: Uint32Array;

  /**
   * @param documents - how many there are.
   * @param list - pairs sorted by `left`, then `right`.
   */
  constructor(documents: number, list: PairList) {
    const { size, left, right } = list;
    this.size = size;
    this.documents = documents;
    this.left = left.slice(0, size);
    this.right = right.slice(0, size);
    this.#fields = list.fields;
    this.#starts = new Uint32Array(documents + 1);
    this.#others = new Uint32Array(size * 2);
    this.#places = new Uint32Array(size * 2);
    for (let pair = 0; pair < size; pair++) {
      this.#starts[left[pair]! + 1]!++;
      this.#starts[right[pair]! + 1]!++;
    }
    for (let document = 0; document < documents; document++)
      this.#starts[document + 1]! += this.#starts[document]!;
    const filled = this.#starts.slice(0, documents);
    // Sorted pairs give each document first those with earlier documents, then those with later ones.
    for (let pair = 0; pair < size; pair++) {
      const to = filled[right[pair]!]!++;
      this.#others[to] = left[pair]!;
      this.#places[to] = pair;
    }
    for (let pair = 0; pair < size; pair++) {
      const to = filled[left[pair]!]!++;
      this.#others[to] = right[pair]!;
      this.#places[to] = pair;
    }
  }

  /** Number of pairs of a document. */
  degree(document: number): number {
    return this.#starts[document + 1]! - this.#starts[document]!;
  }

  /** The documents a document is paired with, ascending. */
  othersOf(document: number): Uint32Array {
    return this.#others.subarray(this.#starts[document], this.#starts[document + 1]);
  }

  /** The places of its pairs, in the same order. */
  pairsOf(document: number): Uint32Array {
    return this.#places.subarray(this.#starts[document], this.#starts[document + 1]);
  }

  /** The place of the pair of two documents, -1 when they are none. */
  find(one: number, other: number): number {
    const [document, sought] = this.degree(one) <= this.degree(other) ? [one, other] : [other, one];
    let from = this.#starts[document]!;
    let to = this.#starts[document + 1]!;
    while (from < to) {
      const middle = (from + to) >>> 1;
      const found = this.#others[middle]!;
      if (found === sought) return this.#places[middle]!;
      if (found < sought) from = middle + 1;
      else to = middle;
    }
    return -1;
  }

  jaccard(pair: number): number {
    return this.#fields[pair * fieldCount]!;
  }

  /** Share of a text's words that the other has nothing of: of the left one and of the right one. */
  ownLeft(pair: number): number {
    return this.#fields[pair * fieldCount + 3]!;
  }

  ownRight(pair: number): number {
    return this.#fields[pair * fieldCount + 4]!;
  }

  /** All that is known of a pair. */
  at(pair: number): Pair {
    return pairFrom(this.left[pair]!, this.right[pair]!, this.#fields, pair * fieldCount);
  }
}

/** A pair from its `fieldCount` numbers, which begin at `from`. */
export function pairFrom(left: number, right: number, fields: Float64Array, from: number): Pair {
  const field = (at: number): number => fields[from + at]!;
  return {
    left,
    right,
    jaccard: field(0),
    containedLeft: field(1),
    containedRight: field(2),
    likeness: {
      ownLeft: field(3),
      ownRight: field(4),
      changed: field(5),
      replaced: field(6),
      lostLeft: field(7),
      lostRight: field(8),
      spanLeft: [field(9), field(10)],
      spanRight: [field(11), field(12)],
      longestOwnLeft: field(13),
      longestOwnRight: field(14),
    },
  };
}

/** Pairs as they are found. */
export class PairList {
  left: Uint32Array = new Uint32Array(1 << 10);
  right: Uint32Array = new Uint32Array(1 << 10);
  fields: Float64Array = new Float64Array(fieldCount << 10);
  size = 0;

  add(left: number, right: number, found: Comparison): void {
    if (this.size === this.left.length) this.#grow();
    this.left[this.size] = left;
    this.right[this.size] = right;
    const { fields } = this;
    const { likeness } = found;
    let to = this.size++ * fieldCount;
    fields[to++] = found.jaccard;
    fields[to++] = found.containedLeft;
    fields[to++] = found.containedRight;
    fields[to++] = likeness.ownLeft;
    fields[to++] = likeness.ownRight;
    fields[to++] = likeness.changed;
    fields[to++] = likeness.replaced;
    fields[to++] = likeness.lostLeft;
    fields[to++] = likeness.lostRight;
    fields[to++] = likeness.spanLeft[0];
    fields[to++] = likeness.spanLeft[1];
    fields[to++] = likeness.spanRight[0];
    fields[to++] = likeness.spanRight[1];
    fields[to++] = likeness.longestOwnLeft;
    fields[to++] = likeness.longestOwnRight;
  }

  /** The pairs sorted by their left, then their right document. */
  sorted(): PairList {
    const { size } = this;
    const order = Uint32Array.from({ length: size }, (_, pair) => pair);
    radixSort(this.right.slice(0, size), order);
    radixSort(
      Uint32Array.from(order, (pair) => this.left[pair]!),
      order,
    );
    const sorted = new PairList();
    sorted.size = size;
    sorted.left = Uint32Array.from(order, (pair) => this.left[pair]!);
    sorted.right = Uint32Array.from(order, (pair) => this.right[pair]!);
    sorted.fields = new Float64Array(size * fieldCount);
    for (let at = 0; at < size; at++) {
      const from = order[at]! * fieldCount;
      for (let field = 0; field < fieldCount; field++)
        sorted.fields[at * fieldCount + field] = this.fields[from + field]!;
    }
    return sorted;
  }

  #grow(): void {
    const left = new Uint32Array(this.size * 2);
    const right = new Uint32Array(this.size * 2);
    const fields = new Float64Array(this.size * 2 * fieldCount);
    left.set(this.left);
    right.set(this.right);
    fields.set(this.fields);
    this.left = left;
    this.right = right;
    this.fields = fields;
  }
}
