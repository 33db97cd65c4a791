import { fieldCount, type Pair, pairFrom, PairList, PairTable } from '../../dedupe/pair-table.ts';

/** Pairs that were compared, as they go from one step to the next: 128 bytes each. */
export interface ComparedColumns {
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  /** `fieldsOf` each pair. */
  readonly fields: Float64Array;
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
export function packPairs(table: PairTable, numbers: Uint32Array): ComparedColumns {
  const fields = new Float64Array(table.size * fieldCount);
  for (let at = 0; at < table.size; at++) fields.set(fieldsOf(table.at(at)), at * fieldCount);
  return {
    left: table.left.map((document) => numbers[document]!),
    right: table.right.map((document) => numbers[document]!),
    fields,
  };
}

/** The pairs at some places. */
export function pickPairs(
  { left, right, fields }: ComparedColumns,
  places: readonly number[],
): ComparedColumns {
  const picked = new Float64Array(places.length * fieldCount);
  for (const [to, from] of places.entries())
    picked.set(fields.subarray(from * fieldCount, (from + 1) * fieldCount), to * fieldCount);
  return {
    left: Uint32Array.from(places, (place) => left[place]!),
    right: Uint32Array.from(places, (place) => right[place]!),
    fields: picked,
  };
}

/** All pairs in one table. @param placeOf - the place of each document, by its number, in the same order. */
export function unpackPairs(
  parts: Iterable<ComparedColumns>,
  placeOf: ReadonlyMap<number, number>,
): PairTable {
  const list = new PairList();
  for (const { left, right, fields } of parts) {
    for (let pair = 0; pair < left.length; pair++) {
      const [one, other] = [placeOf.get(left[pair]!)!, placeOf.get(right[pair]!)!];
      list.add(one, other, pairFrom(one, other, fields, pair * fieldCount));
    }
  }
  return new PairTable(placeOf.size, list);
}
