/** Bits sorted by per pass: 2^11 counters stay in the nearest cache. */
const digitBits = 11;
const digitValues = 1 << digitBits;

/**
 * Sorts rows by an unsigned 32-bit key, keeping the order of rows with equal keys. Both arrays
 * are changed in place. Takes time linear in the number of rows.
 *
 * @param keys - one key per row.
 * @param values - one value per row, carried along.
 */
export function radixSort(keys: Uint32Array, values: Uint32Array): void {
  const rows = keys.length;
  let fromKeys = keys;
  let fromValues = values;
  let toKeys: Uint32Array = new Uint32Array(rows);
  let toValues: Uint32Array = new Uint32Array(rows);
  const starts = new Uint32Array(digitValues);
  for (let shift = 0; shift < 32; shift += digitBits) {
    starts.fill(0);
    for (let row = 0; row < rows; row++) starts[(fromKeys[row]! >>> shift) & (digitValues - 1)]!++;
    let sum = 0;
    let filled = 0;
    for (let digit = 0; digit < digitValues; digit++) {
      const count = starts[digit]!;
      if (count > 0) filled++;
      starts[digit] = sum;
      sum += count;
    }
    if (filled <= 1) continue;
    for (let row = 0; row < rows; row++) {
      const key = fromKeys[row]!;
      const to = starts[(key >>> shift) & (digitValues - 1)]!++;
      toKeys[to] = key;
      toValues[to] = fromValues[row]!;
    }
    [fromKeys, toKeys] = [toKeys, fromKeys];
    [fromValues, toValues] = [toValues, fromValues];
  }
  if (fromKeys !== keys) {
    keys.set(fromKeys);
    values.set(fromValues);
  }
}
