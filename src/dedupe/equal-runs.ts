/** Rows in a bucket, on average: its table stays in the nearest cache. */
const bucketRows = 1024;
/** More buckets than 2^12 at once are written slower than fuller ones are read. */
const mostBucketBits = 12;
/** Runs up to this length are sorted by insertion; calling the engine's sort costs more. */
const shortRun = 24;

/**
 * Finds the rows that have a key in common with another row. Takes time linear in the number of
 * rows, whatever the keys.
 *
 * @param keys - one key per row, evenly spread in its low bits.
 * @param values - one value per row.
 * @param visit - called once per key that at least two rows have, in an order that depends only on
 * the rows: their values, ascending, at `run[start]` to `run[end - 1]`, repeats included. What it
 * is given is good until it returns, and may be changed.
 */
export function visitEqualRuns(
  keys: Uint32Array,
  values: Uint32Array,
  visit: (run: Uint32Array, start: number, end: number) => void,
): void {
  const bits = Math.max(
    0,
    Math.min(mostBucketBits, Math.ceil(Math.log2(Math.max(1, keys.length / bucketRows)))),
  );
  const { ends, bucketKeys, bucketValues } = intoBuckets(keys, values, bits);
  let longest = 0;
  for (let bucket = 0, start = 0; bucket < ends.length; start = ends[bucket++]!)
    longest = Math.max(longest, ends[bucket]! - start);
  const slots = 2 ** Math.ceil(Math.log2(Math.max(2, longest * 2)));
  const table: Table = {
    bits,
    mask: slots - 1,
    keys: new Uint32Array(slots),
    counts: new Uint32Array(slots),
    slotOf: new Uint32Array(longest),
    run: new Uint32Array(longest),
  };
  for (let bucket = 0, start = 0; bucket < ends.length; start = ends[bucket++]!)
    visitBucket(
      bucketKeys.subarray(start, ends[bucket]),
      bucketValues.subarray(start, ends[bucket]),
      table,
      visit,
    );
}

function intoBuckets(
  keys: Uint32Array,
  values: Uint32Array,
  bits: number,
): { ends: Uint32Array; bucketKeys: Uint32Array; bucketValues: Uint32Array } {
  const mask = 2 ** bits - 1;
  const ends = new Uint32Array(mask + 1);
  for (let row = 0; row < keys.length; row++) ends[keys[row]! & mask]!++;
  for (let bucket = 0, sum = 0; bucket <= mask; bucket++) {
    const count = ends[bucket]!;
    ends[bucket] = sum;
    sum += count;
  }
  const bucketKeys = new Uint32Array(keys.length);
  const bucketValues = new Uint32Array(keys.length);
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row]!;
    const to = ends[key & mask]!++;
    bucketKeys[to] = key;
    bucketValues[to] = values[row]!;
  }
  return { ends, bucketKeys, bucketValues };
}

/** Open addressing; a slot with count 0 is free. */
interface Table {
  /** Low bits that all keys of a bucket have in common. */
  readonly bits: number;
  readonly mask: number;
  readonly keys: Uint32Array;
  readonly counts: Uint32Array;
  readonly slotOf: Uint32Array;
  readonly run: Uint32Array;
}

function visitBucket(
  keys: Uint32Array,
  values: Uint32Array,
  { bits, mask, keys: slotKeys, counts, slotOf, run }: Table,
  visit: (run: Uint32Array, start: number, end: number) => void,
): void {
  const rows = keys.length;
  let repeated = 0;
  for (let row = 0; row < rows; row++) {
    const key = keys[row]!;
    let slot = (key >>> bits) & mask;
    while (counts[slot] !== 0 && slotKeys[slot] !== key) slot = (slot + 1) & mask;
    slotKeys[slot] = key;
    repeated += counts[slot] === 0 ? 0 : 1;
    counts[slot]!++;
    slotOf[row] = slot;
  }
  if (repeated > 0) {
    // Counts become places to write to; the first row of a key also notes where its run ends.
    let filled = 0;
    const spans: number[] = [];
    for (let row = 0; row < rows; row++) {
      const slot = slotOf[row]!;
      const count = counts[slot]!;
      if (count === 1 || count >= placedFrom) continue;
      spans.push(filled, filled + count);
      counts[slot] = placedFrom + filled;
      filled += count;
    }
    for (let row = 0; row < rows; row++) {
      const slot = slotOf[row]!;
      if (counts[slot]! >= placedFrom) run[counts[slot]!++ - placedFrom] = values[row]!;
    }
    for (let at = 0; at < spans.length; at += 2) {
      sortRun(run, spans[at]!, spans[at + 1]!);
      visit(run, spans[at]!, spans[at + 1]!);
    }
  }
  for (let row = 0; row < rows; row++) counts[slotOf[row]!] = 0;
}

/** Counts from here up stand for places in the run; no bucket has so many rows. */
const placedFrom = 2 ** 31;

function sortRun(run: Uint32Array, start: number, end: number): void {
  if (end - start > shortRun) {
    run.subarray(start, end).sort();
    return;
  }
  for (let at = start + 1; at < end; at++) {
    const value = run[at]!;
    let to = at;
    while (to > start && run[to - 1]! > value) {
      run[to] = run[to - 1]!;
      to--;
    }
    run[to] = value;
  }
}
