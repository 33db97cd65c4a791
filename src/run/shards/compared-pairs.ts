import { curveSteps } from '../../dedupe/removal-curve.ts';
import type { ComparedPairs } from '../../dedupe/compare-pairs.ts';
import { type Pair, PairList, PairTable } from '../../dedupe/pair-table.ts';

/** Pairs that were compared, as they go from one step to the next: 128 bytes each. */
export interface ComparedColumns {
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  /** `fieldsOf` each pair. */
  readonly fields: Float64Array;
  /** Pairs compared, by their Jaccard similarity; see `ComparedPairs`. */
  readonly histogram: Uint32Array;
}

const fieldCount = 15;

function fieldsOf({ jaccard, containedLeft, containedRight, likeness }: Pair): readonly number[] {
  return [
    jaccard,
    containedLeft,
    containedRight,
    likeness.ownLeft,
    likeness.ownRight,
    likeness.longestOwnLeft,
    likeness.longestOwnRight,
    likeness.changed,
    likeness.replaced,
    likeness.lostLeft,
    likeness.lostRight,
    ...likeness.spanLeft,
    ...likeness.spanRight,
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
      const field = (at: number): number => fields[pair * fieldCount + at]!;
      list.add(left[pair]!, right[pair]!, {
        jaccard: field(0),
        containedLeft: field(1),
        containedRight: field(2),
        likeness: {
          ownLeft: field(3),
          ownRight: field(4),
          longestOwnLeft: field(5),
          longestOwnRight: field(6),
          changed: field(7),
          replaced: field(8),
          lostLeft: field(9),
          lostRight: field(10),
          spanLeft: [field(11), field(12)],
          spanRight: [field(13), field(14)],
        },
      });
    }
  }
  return { table: new PairTable(documents, list.sorted()), histogram: sums };
}
