import type { CandidatePairs } from './candidates.ts';
import { Comparer } from './comparer.ts';
import { leastContained, lookAlike } from './evidence.ts';
import { PairList, PairTable } from './pair-table.ts';
import { radixSort } from './radix-sort.ts';
import { curveSteps } from './removal-curve.ts';

/** What comparing the candidates gives. */
export interface ComparedPairs {
  /** The pairs that are more than chance. */
  readonly table: PairTable;
  /** Pairs compared by their Jaccard similarity: entry i counts those in [i/20, (i+1)/20), the last includes 1. */
  readonly histogram: Uint32Array;
}

/**
 * Compares candidate pairs in full.
 *
 * @param documents - how many there are.
 * @param wordsOf - asked for documents that hang together one after another.
 * @param keepsAll - keep every pair; otherwise only those that look alike.
 */
export function comparePairs(
  { first, second }: CandidatePairs,
  documents: number,
  wordsOf: (number: number) => Int32Array,
  keepsAll: boolean,
): ComparedPairs {
  const comparer = new Comparer();
  const histogram = new Uint32Array(curveSteps);
  const pairs = new PairList();
  const least = keepsAll ? 0 : leastContained;
  let loaded = -1;
  for (const at of byComponent(first, second, documents)) {
    const [left, right] = [first[at]!, second[at]!];
    if (left !== loaded) comparer.load(wordsOf(left));
    loaded = left;
    const found = comparer.compare(wordsOf(right), least);
    const jaccard = typeof found === 'number' ? found : found.jaccard;
    histogram[Math.min(curveSteps - 1, Math.floor(jaccard * curveSteps))]!++;
    if (typeof found === 'number') continue;
    if (keepsAll || lookAlike(found.likeness) || jaccard * curveSteps >= 1)
      pairs.add(left, right, found);
  }
  return { table: new PairTable(documents, pairs), histogram };
}

/** The places of the pairs, those of documents that hang together one after another. */
function byComponent(first: Uint32Array, second: Uint32Array, documents: number): Uint32Array {
  const parent = Uint32Array.from({ length: documents }, (_, document) => document);
  const rootOf = (document: number): number => {
    let root = document;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  };
  for (let at = 0; at < first.length; at++) {
    const [one, other] = [rootOf(first[at]!), rootOf(second[at]!)];
    // The smaller number becomes the root, whatever the order of the pairs.
    if (one !== other) parent[Math.max(one, other)] = Math.min(one, other);
  }
  const roots = Uint32Array.from(first, rootOf);
  const order = Uint32Array.from(first, (_, at) => at);
  radixSort(roots, order);
  return order;
}
