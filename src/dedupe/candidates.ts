import { radixSort } from './radix-sort.ts';
import type { RowStore } from './row-store.ts';

/**
 * A shingle in up to this many documents links all of them with each other: at most 2,016 pairs.
 * Above it the shingle is a common phrase or a template and links its documents only to a few.
 */
export const COMMON = 64;

/** How many documents, the first in order, stand for all that share a common shingle. */
export const REPRESENTATIVES = 2;

/** Sampled shingles two documents must share; a single one is often a stock phrase. */
const FEWEST_SHARED = 2;

/** Pairs of look-alikes: `first` before `second` in order, sorted by both, without repeats. */
export interface CandidatePairs {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  /** Sampled shingles the pair was seen to share, a lower bound where common ones are involved. */
  readonly shared: Uint32Array;
}

/**
 * Finds the pairs of documents that share sampled shingles, partition by partition.
 *
 * Never quadratic: a shingle of n documents costs at most COMMON / 2 pairs a
 * document.
 *
 * @param store - rows (shingle hash, document).
 * @param numberOf - new number of every document, -1 to leave it out; the documents that represent
 * a common shingle are those with the smallest new numbers.
 */
export function findCandidates(store: RowStore, numberOf: Int32Array): CandidatePairs {
  const pairs = new PairList();
  for (let partition = 0; partition < store.partitions; partition++) {
    const { hashes, documents } = store.take(partition);
    const rows = renumber(hashes, documents, numberOf);
    const keys = hashes.subarray(0, rows);
    const numbers = documents.subarray(0, rows);
    radixSort(keys, numbers);
    for (let start = 0; start < rows;) {
      let end = start + 1;
      while (end < rows && keys[end] === keys[start]) end++;
      if (end - start > 1) pairRun(numbers.subarray(start, end), pairs);
      start = end;
    }
  }
  return pairs.counted(FEWEST_SHARED);
}

function renumber(hashes: Uint32Array, documents: Uint32Array, numberOf: Int32Array): number {
  let kept = 0;
  for (let row = 0; row < hashes.length; row++) {
    const number = numberOf[documents[row]!]!;
    if (number < 0) continue;
    hashes[kept] = hashes[row]!;
    documents[kept++] = number;
  }
  return kept;
}

function pairRun(rows: Uint32Array, pairs: PairList): void {
  rows.sort();
  // A document that says a shingle twice counts once.
  let length = 0;
  for (let at = 0; at < rows.length; at++)
    if (at === 0 || rows[at] !== rows[at - 1]) rows[length++] = rows[at]!;
  for (let at = 1; at < length; at++) {
    const reach = length > COMMON ? Math.min(at, REPRESENTATIVES) : at;
    for (let before = 0; before < reach; before++) pairs.add(rows[before]!, rows[at]!);
  }
}

/** Pairs in growing arrays. */
class PairList {
  private first = new Uint32Array(1 << 12);
  private second = new Uint32Array(1 << 12);
  private size = 0;

  add(first: number, second: number): void {
    if (this.size === this.first.length) this.grow();
    this.first[this.size] = first;
    this.second[this.size++] = second;
  }

  /** Sorts and counts the pairs, and leaves out those seen fewer than `fewest` times. */
  counted(fewest: number): CandidatePairs {
    const first = this.first.subarray(0, this.size);
    const second = this.second.subarray(0, this.size);
    radixSort(second, first);
    radixSort(first, second);
    const shared = new Uint32Array(this.size);
    let kept = 0;
    for (let start = 0; start < this.size;) {
      let end = start + 1;
      while (end < this.size && first[end] === first[start] && second[end] === second[start]) end++;
      if (end - start >= fewest) {
        first[kept] = first[start]!;
        second[kept] = second[start]!;
        shared[kept++] = end - start;
      }
      start = end;
    }
    return {
      first: first.slice(0, kept),
      second: second.slice(0, kept),
      shared: shared.slice(0, kept),
    };
  }

  private grow(): void {
    const first = new Uint32Array(this.size * 2);
    const second = new Uint32Array(this.size * 2);
    first.set(this.first);
    second.set(this.second);
    this.first = first;
    this.second = second;
  }
}
