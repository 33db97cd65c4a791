import { mostCounted, Crowd } from './crowd.ts';
import type { PairTable } from './pair-table.ts';

/** A pair need not be judged by a crowd of fewer texts than this: no word of theirs can be seen to vary. */
const leastCrowd = 6;

/** Crowds held at once; each takes up to some megabytes. Pairs are judged one crowd after another. */
const mostHeld = 16;

/** The crowds of look-alike texts that documents belong to, counted when first needed. */
export class Crowds {
  /** By leader, those needed last at the end. */
  readonly #counted = new Map<number, Crowd | null>();
  /** Per document its leader, -1 while that is not known. */
  readonly #leaderOf: Int32Array;
  readonly #table: PairTable;
  readonly #wordsOf: (number: number) => Int32Array;

  constructor(table: PairTable, wordsOf: (number: number) => Int32Array) {
    this.#table = table;
    this.#wordsOf = wordsOf;
    this.#leaderOf = new Int32Array(table.documents).fill(-1);
  }

  /** The crowd of two documents, or null when it is too small to show anything. */
  around(left: number, right: number): Crowd | null {
    return this.#crowd(this.leaderOf(left, right));
  }

  /** The document whose look-alikes are the crowd of two documents. */
  leaderOf(left: number, right: number): number {
    const [one, other] = [this.#leader(left), this.#leader(right)];
    return this.#table.degree(one) >= this.#table.degree(other) ? one : other;
  }

  /** The document with most look-alikes among a document and its look-alikes. */
  #leader(document: number): number {
    let leader = this.#leaderOf[document]!;
    if (leader >= 0) return leader;
    leader = document;
    let most = this.#table.degree(document);
    for (const other of this.#table.othersOf(document)) {
      const size = this.#table.degree(other);
      if (size > most || (size === most && other < leader)) {
        leader = other;
        most = size;
      }
    }
    this.#leaderOf[document] = leader;
    return leader;
  }

  #crowd(leader: number): Crowd | null {
    let crowd = this.#counted.get(leader);
    if (crowd === undefined) {
      const members = [leader, ...this.#table.othersOf(leader).subarray(0, mostCounted)]
        .sort((a, b) => a - b)
        .slice(0, mostCounted);
      crowd = members.length < leastCrowd ? null : new Crowd(members.map(this.#wordsOf));
      if (this.#counted.size === mostHeld)
        this.#counted.delete(this.#counted.keys().next().value as number);
    } else this.#counted.delete(leader);
    this.#counted.set(leader, crowd);
    return crowd;
  }
}
