/** From how many documents in a group on each weight applies. */
const weightRows: readonly (readonly [size: number, weight: number])[] = [
  [1000, 1],
  [100, 8],
  [5, 5],
  [3, 3],
  [2, 2],
  [1, 1],
];

/**
 * How many times the kept document of a group is to be repeated in training, by the group's size: text that was
 * published more often is better on average, until it is spam.
 *
 * @param size - documents in the group, the kept one included: 1, 2, 3 and 4 give 1, 2, 3 and 3, up to 99 give 5,
 * up to 999 give 8, more give 1.
 * @throws RangeError when `size` is below 1.
 *
 * Source: G. Penedo et al., "FineWeb2: One Pipeline to Scale Them All", 2025 (rehydration).
 */
export function upsamplingWeight(size: number): number {
  const row = weightRows.find(([from]) => size >= from);
  if (row === undefined) throw new RangeError(`a group has at least one document, not ${size}`);
  return row[1];
}

/** A group with more than this share of the input is more often a template or a fault of splitting than one article. */
const alarmingShare = 0.01;
/** In a small input a few issues of one article are a large share of it. */
const alarmingSize = 20;

/**
 * Whether to warn of a group's size: 20 documents or more that are over 1 % of all.
 *
 * @param size - documents in the group, the kept one included.
 * @param documents - how many were compared.
 */
export function isAlarming(size: number, documents: number): boolean {
  return size >= alarmingSize && size > documents * alarmingShare;
}
