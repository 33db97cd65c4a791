import { radixSort } from './radix-sort.ts';

/**
 * Sorts rows by a number each, smallest first, keeping the order of rows with equal numbers. Takes time linear in
 * the number of rows, and any number of them: the engine's own sort with a comparison ends at some 130 million.
 *
 * @param rows - row numbers, changed in place.
 * @param keyOf - number of a row; no NaN.
 */
export function sortRows(rows: Uint32Array, keyOf: (row: number) => number): void {
  const low = new Uint32Array(rows.length);
  const high = new Uint32Array(rows.length);
  const number = new Float64Array(1);
  const halves = new Uint32Array(number.buffer);
  const place = Uint32Array.from(rows, (_, at) => at);
  rows.forEach((row, at) => {
    // Adding 0 turns -0 into 0, which it equals.
    number[0] = keyOf(row) + 0;
    // Bits of positive numbers sort as they are once the sign is set, those of negative ones when all are turned.
    const isNegative = halves[1]! >>> 31 === 1;
    low[at] = isNegative ? ~halves[0]! : halves[0]!;
    high[at] = isNegative ? ~halves[1]! : halves[1]! | signBit;
  });
  radixSort(low, place);
  radixSort(
    place.map((at) => high[at]!),
    place,
  );
  const before = rows.slice();
  place.forEach((from, at) => (rows[at] = before[from]!));
}

const signBit = 2 ** 31;
