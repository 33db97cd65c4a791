/** Slips of the hand that a name may differ by, and the share of its letters that they may touch. */
const mostSlips = 2;
const mostShare = 0.4;

/** The name that was most likely meant; `null` when none is close. */
export function similarName(written: string, names: readonly string[]): string | null {
  let best: string | null = null;
  let fewest = mostSlips + 1;
  for (const name of names) {
    const slips = slipsBetween(written, name);
    const isClose = slips <= Math.max(written.length, name.length) * mostShare;
    if (slips < fewest && isClose) [best, fewest] = [name, slips];
  }
  return best;
}

/**
 * Letters to add, drop, replace or swap with their neighbour to make one word of another.
 *
 * Source: F. Damerau, "A technique for computer detection and correction of spelling errors", 1964.
 */
function slipsBetween(one: string, other: string): number {
  const rows = [Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let k = 1; k <= other.length; k++) {
      const isSame = one[i - 1] === other[k - 1];
      let slips = Math.min(
        rows[i - 1]![k]! + 1,
        row[k - 1]! + 1,
        rows[i - 1]![k - 1]! + (isSame ? 0 : 1),
      );
      if (i > 1 && k > 1 && one[i - 1] === other[k - 2] && one[i - 2] === other[k - 1]) {
        slips = Math.min(slips, rows[i - 2]![k - 2]! + 1);
      }
      row.push(slips);
    }
    rows.push(row);
  }
  return rows.at(-1)!.at(-1)!;
}
