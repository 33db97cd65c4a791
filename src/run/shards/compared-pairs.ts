import { curveSteps } from '../../dedupe/removal-curve.ts';
import type { ComparedPairs } from '../../dedupe/compare-pairs.ts';
import { fieldCount, type Pair, pairFrom, PairList, PairTable } from '../../dedupe/pair-table.ts';

/** Pairs that were compared, as they go from one step to the next: 128 bytes each. */
export interface ComparedColumns {
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  /** `fieldsOf` each pair. */
  readonly fields: Float64Array;
  /** Pairs compared, by their Jaccard similarity; see `ComparedPairs`. */
  readonly histogram: Uint32Array;
}

/** In the order in which `pairFrom` reads them. */
function fieldsOf({ jaccard, containedLeft, containedRight, likeness }: Pair): readonly number[] {
  return [
    jaccard,
    containedLeft,
    containedRight,
    likeness.ownLeft,
    likeness.ownRight,
    likeness.changed,
    likeness.replaced,
    likeness.lostLeft,
    likeness.lostRight,
    ...likeness.spanLeft,
    ...likeness.spanRight,
    likeness.longestOwnLeft,
    likeness.longestOwnRight,
  ];
}

/** @param numbers - number of each document of the table. */
export function packPairs(
  table: PairTable,
  numbers: Uint32Array,
): Omit<ComparedColumns, 'histogram'> {
  const fields = new Float64Array(table.size * fieldCount);
  for (let at = 0; at < table.size; at++) fields.set(fieldsOf(table.at(at)), at * fieldCount);
  return {
    left: table.left.map((document) => numbers[document]!),
    right: table.right.map((document) => numbers[document]!),
    fields,
  };
}

/** All pairs in one table. @param documents - how many there are. */
export function unpackPairs(parts: Iterable<ComparedColumns>, documents: number): ComparedPairs {
  const list = new PairList();
  const sums = new Uint32Array(curveSteps);
  for (const { left, right, fields, histogram } of parts) {
    histogram.forEach((pairs, step) => (sums[step]! += pairs));
    for (let pair = 0; pair < left.length; pair++) {
      const from = pair * fieldCount;
      list.add(left[pair]!, right[pair]!, pairFrom(left[pair]!, right[pair]!, fields, from));
    }
  }
  return { table: new PairTable(documents, list), histogram: sums };
}
