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
export const alarmingShare = 0.01;
/** In an input of fewer documents a group of any size may be what the input is about. */
const fewestDocuments = 1000;

/** The largest group of a run. */
export interface LargestGroup {
  /** The document that stays, -1 when nothing goes. */
  readonly keeper: number;
  /** Documents in the group, the kept one included; 0 when nothing goes. */
  readonly size: number;
  /** Share of all documents, 0 to 1. */
  readonly share: number;
  /** Whether to warn: over 1 % of an input of at least a thousand documents. */
  readonly isAlarming: boolean;
}

/**
 * Finds the largest group.
 *
 * @param removed - the documents that go, with the one that stays for each.
 * @param documents - how many were compared.
 * @returns of groups of equal size the one whose keeper has the smallest number.
 */
export function largestGroup(
  removed: Iterable<{ readonly keptBy: number }>,
  documents: number,
): LargestGroup {
  const sizes = new Map<number, number>();
  for (const { keptBy } of removed) sizes.set(keptBy, (sizes.get(keptBy) ?? 1) + 1);
  let keeper = -1;
  let size = 0;
  for (const [of, members] of sizes) {
    if (members < size || (members === size && of > keeper)) continue;
    keeper = of;
    size = members;
  }
  const share = documents === 0 ? 0 : size / documents;
  return {
    keeper,
    size,
    share,
    isAlarming: documents >= fewestDocuments && share > alarmingShare,
  };
}
