import { GrowingColumn } from './growing-column.ts';
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
  readonly #list: PairList;
  /** Where each pair stands in the list. */
  readonly #order: Uint32Array;
  /** Per document where its pairs begin, then the other document and the place of each, by other document. */
  readonly #starts: Uint32Array;
  readonly #others: Uint32Array;
  readonly #places: Uint32Array;

  /**
   * @param documents - how many there are.
   * @param list - pairs in any order; nothing may be added to it any more.
   */
  constructor(documents: number, list: PairList) {
    const { size } = list;
    const order = list.order();
    const left = order.map((at) => list.left(at));
    const right = order.map((at) => list.right(at));
    this.size = size;
    this.documents = documents;
    this.left = left;
    this.right = right;
    this.#list = list;
    this.#order = order;
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
    return this.#list.field(this.#order[pair]!, 0);
  }

  /** Share of a text's words that the other has nothing of: of the left one and of the right one. */
  ownLeft(pair: number): number {
    return this.#list.field(this.#order[pair]!, 3);
  }

  ownRight(pair: number): number {
    return this.#list.field(this.#order[pair]!, 4);
  }

  /** All that is known of a pair. */
  at(pair: number): Pair {
    return this.#list.at(this.#order[pair]!);
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

/** Pairs in one piece of a list: it grows by pieces, so that a long one is never copied. */
const pairsInPiece = 1 << 12;

/** Pairs as they are found. */
export class PairList {
  readonly #left = new GrowingColumn();
  readonly #right = new GrowingColumn();
  readonly #pieces: Float64Array[] = [];

  get size(): number {
    return this.#left.length;
  }

  add(left: number, right: number, found: Comparison): void {
    const at = this.size % pairsInPiece;
    if (at === 0) this.#pieces.push(new Float64Array(pairsInPiece * fieldCount));
    const fields = this.#pieces.at(-1)!;
    this.#left.push(left);
    this.#right.push(right);
    const { likeness } = found;
    let to = at * fieldCount;
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

  left(at: number): number {
    return this.#left.at(at);
  }

  right(at: number): number {
    return this.#right.at(at);
  }

  /** One of the numbers of the pair that was added `at`-th, in the order in which `add` writes them. */
  field(at: number, field: number): number {
    return this.#pieces[Math.floor(at / pairsInPiece)]![(at % pairsInPiece) * fieldCount + field]!;
  }

  at(at: number): Pair {
    const fields = this.#pieces[Math.floor(at / pairsInPiece)]!;
    return pairFrom(this.left(at), this.right(at), fields, (at % pairsInPiece) * fieldCount);
  }

  /** When the pairs were added, those sorted by their left, then their right document. */
  order(): Uint32Array {
    const order = Uint32Array.from({ length: this.size }, (_, pair) => pair);
    radixSort(this.#right.values.slice(), order);
    radixSort(
      order.map((at) => this.left(at)),
      order,
    );
    return order;
  }
}
