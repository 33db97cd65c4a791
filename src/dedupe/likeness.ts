import type { Overlap } from './overlap.ts';

/**
 * A stretch of this many words without a shared run is text of its own; anything shorter is a
 * passage edited in place. With a fifth of the words changed a pair of words survives with
 * chance .64, so that fourteen words in a row rarely lose all pairs by edits alone.
 */
export const ownStretch = 14;

/** How two texts overlap, in figures. `left` is the first text, `right` the second. */
export interface Likeness {
  /** Share of the text's words that lie in stretches the other text has nothing of, 0 to 1. */
  readonly ownLeft: number;
  readonly ownRight: number;
  /** Words in the longest such stretch. */
  readonly longestOwnLeft: number;
  readonly longestOwnRight: number;
  /** Share of words changed within the passages both have, 0 to 1. */
  readonly changed: number;
  /**
   * Share of both texts that stands in the same place of each but differs: an opening of one's
   * own above passages that both have. 0 to 1, the mean over both texts.
   */
  readonly replaced: number;
  /** Words of the text that lie in no shared run: lost if it goes and the other stays. */
  readonly lostLeft: number;
  readonly lostRight: number;
  /** Where the shared passages begin and end in each text, in words, strays left out. */
  readonly spanLeft: readonly [number, number];
  readonly spanRight: readonly [number, number];
}

/** How far apart, in words, the edges of two stretches may lie to be called the same place. */
const samePlace = 3;

/** Sums up where two texts overlap. */
export function likenessOf(overlap: Overlap): Likeness {
  const left = measure(overlap.left);
  const right = measure(overlap.right);
  const shared = left.shared + right.shared;
  const passages = overlap.left.length - left.own + overlap.right.length - right.own;
  return {
    ownLeft: left.own / Math.max(1, overlap.left.length),
    ownRight: right.own / Math.max(1, overlap.right.length),
    longestOwnLeft: left.longest,
    longestOwnRight: right.longest,
    changed: passages === 0 ? 1 : 1 - shared / passages,
    replaced: replacedShare(overlap, left.stretches, right.stretches),
    lostLeft: overlap.left.length - left.shared,
    lostRight: overlap.right.length - right.shared,
    spanLeft: spanOf(overlap.left, left.shared),
    spanRight: spanOf(overlap.right, right.shared),
  };
}

type Stretch = readonly [start: number, end: number];

interface Measure {
  /** Words in stretches of the text's own. */
  readonly own: number;
  /** Words in the longest of them. */
  readonly longest: number;
  /** Words in shared runs. */
  readonly shared: number;
  readonly stretches: readonly Stretch[];
}

function measure(shared: Uint8Array): Measure {
  // A short text has no room for a long stretch: half of it is one.
  const gap = Math.min(ownStretch, Math.max(4, shared.length >> 1));
  const stretches: Stretch[] = [];
  let own = 0;
  let longest = 0;
  let count = 0;
  let since = 0;
  for (let at = 0; at <= shared.length; at++) {
    if (at < shared.length && shared[at] === 0) continue;
    if (at - since >= gap) {
      own += at - since;
      longest = Math.max(longest, at - since);
      stretches.push([since, at]);
    }
    since = at + 1;
    if (at < shared.length) count++;
  }
  return { own, longest, shared: count, stretches };
}

function replacedShare(
  { left, right, place }: Overlap,
  ofLeft: readonly Stretch[],
  ofRight: readonly Stretch[],
): number {
  let share = 0;
  for (const [start, end] of ofRight) {
    const from = start === 0 ? 0 : place[start - 1]! + 1;
    const to = end === right.length ? left.length : place[end]!;
    let longest = 0;
    for (const [other, otherEnd] of ofLeft) {
      if (Math.abs(other - from) <= samePlace || Math.abs(otherEnd - to) <= samePlace)
        longest = Math.max(longest, otherEnd - other);
    }
    if (longest > 0) share += (longest / left.length + (end - start) / right.length) / 2;
  }
  return Math.min(1, share);
}

/** Share of shared words at either end that the span leaves out, so that a stray run does not stretch it. */
const strayShare = 0.03;

function spanOf(shared: Uint8Array, count: number): [number, number] {
  const stray = Math.floor(count * strayShare);
  let from = shared.length;
  let to = 0;
  let seen = 0;
  for (let at = 0; at < shared.length; at++) {
    if (shared[at] === 0) continue;
    if (seen === stray) from = at;
    if (++seen <= count - stray) to = at + 1;
  }
  return [from, to];
}
