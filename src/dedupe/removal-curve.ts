import type { PairTable } from './pair-table.ts';

/** Steps of the histogram of similarities and of the removal curve. */
export const curveSteps = 20;

/**
 * How many documents would go if a Jaccard similarity alone decided: entry i for a threshold of
 * (i + 1) / 20.
 *
 * @param table - pairs compared.
 * @param documents - how many of different content there are.
 * @param copies - exact copies beside them, which go at any threshold.
 */
export function removalCurve(table: PairTable, documents: number, copies: number): Uint32Array {
  const curve = new Uint32Array(curveSteps);
  const gone = new Uint8Array(documents);
  for (let step = 0; step < curveSteps; step++) {
    const threshold = (step + 1) / curveSteps;
    let removed = copies;
    gone.fill(0);
    // Pairs come sorted by their left document, so whether it has gone is settled by then.
    for (let pair = 0; pair < table.size; pair++) {
      const [left, right] = [table.left[pair]!, table.right[pair]!];
      if (table.jaccard(pair) < threshold || gone[left] === 1 || gone[right] === 1) continue;
      gone[right] = 1;
      removed++;
    }
    curve[step] = removed;
  }
  return curve;
}
