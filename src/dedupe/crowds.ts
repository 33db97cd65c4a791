import { mostCounted, Crowd } from './crowd.ts';
import type { PairTable } from './pair-table.ts';

/** A pair need not be judged by a crowd of fewer texts than this: no word of theirs can be seen to vary. */
const leastCrowd = 6;

/** The crowds of look-alike texts that documents belong to, counted when first needed. */
export class Crowds {
  readonly #counted = new Map<number, Crowd | null>();
  readonly #leaderOf = new Map<number, number>();
  readonly #table: PairTable;
  readonly #wordsOf: (number: number) => Int32Array;

  constructor(table: PairTable, wordsOf: (number: number) => Int32Array) {
    this.#table = table;
    this.#wordsOf = wordsOf;
  }

  /** The crowd of two documents, or null when it is too small to show anything. */
  around(left: number, right: number): Crowd | null {
    const [one, other] = [this.#leader(left), this.#leader(right)];
    return this.#crowd(this.#table.degree(one) >= this.#table.degree(other) ? one : other);
  }

  /** The document with most look-alikes among a document and its look-alikes. */
  #leader(document: number): number {
    let leader = this.#leaderOf.get(document);
    if (leader !== undefined) return leader;
    leader = document;
    let most = this.#table.degree(document);
    for (const other of this.#table.othersOf(document)) {
      const size = this.#table.degree(other);
      if (size > most || (size === most && other < leader)) {
        leader = other;
        most = size;
      }
    }
    this.#leaderOf.set(document, leader);
    return leader;
  }

  #crowd(leader: number): Crowd | null {
    let crowd = this.#counted.get(leader);
    if (crowd === undefined) {
      const members = [leader, ...this.#table.othersOf(leader).subarray(0, mostCounted)]
        .sort((a, b) => a - b)
        .slice(0, mostCounted);
      crowd = members.length < leastCrowd ? null : new Crowd(members.map(this.#wordsOf));
      this.#counted.set(leader, crowd);
    }
    return crowd;
  }
}
