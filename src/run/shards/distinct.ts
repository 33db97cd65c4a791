/** The different numbers of columns, ascending. */
export function distinct(...columns: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(columns.reduce((sum, { length }) => sum + length, 0));
  let filled = 0;
  for (const column of columns) {
    all.set(column, filled);
    filled += column.length;
  }
  all.sort();
  let kept = 0;
  for (let at = 0; at < all.length; at++)
    if (at === 0 || all[at] !== all[at - 1]) all[kept++] = all[at]!;
  return all.subarray(0, kept);
}
