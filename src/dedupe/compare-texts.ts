import { visitCommonWords } from './common-words.ts';
import { Comparer } from './comparer.ts';
import { type DirectRule, directRule } from './judge.ts';
import { OverlapFinder } from './overlap.ts';
import type { Comparison } from './pair-table.ts';
import type { MatchSettings } from './settings.ts';

/** Consecutive words of two texts that are the same, or of one text that the other does not have there. */
export interface AlignedRun {
  readonly kind: 'same' | 'only left' | 'only right';
  /** The other text has these words in another place: a moved or repeated passage. Always false for `same`. */
  readonly elsewhere: boolean;
  /** Places in words, ends exclusive; a run of one text only is empty in the other. */
  readonly leftStart: number;
  readonly leftEnd: number;
  readonly rightStart: number;
  readonly rightEnd: number;
}

/** How two texts compare, for people to read. */
export interface TextComparison {
  /** In order; together they are both texts, each word once. */
  readonly runs: readonly AlignedRun[];
  /** Jaccard similarity of the sets of 5-word shingles. */
  readonly jaccard: number;
  /** Share of each text's 5-word shingles that the other has. */
  readonly containedLeft: number;
  readonly containedRight: number;
  /** Words of each text that lie in no passage the other has. */
  readonly lostLeft: number;
  readonly lostRight: number;
  /**
   * By which rule each text would go if the other stayed and no further text were known; null when it
   * would not. In a run, texts that look like both can change the answer.
   */
  readonly ruleLeft: DirectRule | null;
  readonly ruleRight: DirectRule | null;
}

/**
 * Compares two texts and aligns their words. Takes time nearly linear in their lengths: what both have in
 * the same order is aligned by the passages they share, and short stretches between by their words.
 *
 * @param left - folded words of one text.
 * @param right - folded words of the other.
 */
export function compareTexts(
  left: Int32Array,
  right: Int32Array,
  settings: MatchSettings,
): TextComparison {
  const comparer = new Comparer();
  comparer.load(left);
  const { likeness, jaccard, containedLeft, containedRight } = comparer.compare(
    right,
    0,
  ) as Comparison;
  const pair = { left: 0, right: 1, likeness, jaccard, containedLeft, containedRight };
  return {
    runs: alignWords(left, right),
    jaccard,
    containedLeft,
    containedRight,
    lostLeft: likeness.lostLeft,
    lostRight: likeness.lostRight,
    ruleLeft: directRule(pair, 0, left, right, settings),
    ruleRight: directRule(pair, 1, left, right, settings),
  };
}

/** Stretches whose lengths multiply to more than this are not aligned word by word. */
const mostCells = 1 << 14;

/** Aligns the words of two texts; see `compareTexts`. */
export function alignWords(left: Int32Array, right: Int32Array): AlignedRun[] {
  const finder = new OverlapFinder();
  finder.load(left);
  const overlap = finder.compare(right);
  const partner = new Int32Array(right.length).fill(-1);
  let [fromLeft, fromRight] = [0, 0];
  const bridge = (toLeft: number, toRight: number): void => {
    alignStretch(left, fromLeft, toLeft, right, fromRight, toRight, partner);
    [fromLeft, fromRight] = [toLeft + 1, toRight + 1];
  };
  for (const at of increasing(overlap.place)) {
    partner[at] = overlap.place[at]!;
    bridge(overlap.place[at]!, at);
  }
  bridge(left.length, right.length);
  return runsOf(partner, overlap.left, overlap.right);
}

/** A longest choice of words whose places in the other text ascend: its members, in order. */
function increasing(place: Int32Array): number[] {
  /** Per length, the word that ends the choice of that length with the smallest place. */
  const ends: number[] = [];
  const before = new Int32Array(place.length).fill(-1);
  for (let at = 0; at < place.length; at++) {
    const found = place[at]!;
    if (found < 0) continue;
    let from = 0;
    let to = ends.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (place[ends[middle]!]! < found) from = middle + 1;
      else to = middle;
    }
    before[at] = from === 0 ? -1 : ends[from - 1]!;
    ends[from] = at;
  }
  const chosen: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]!) chosen.push(at);
  return chosen.toReversed();
}

/** Pairs equal words between two anchors: at both ends, and in between by a longest common subsequence. */
function alignStretch(
  left: Int32Array,
  leftStart: number,
  leftEnd: number,
  right: Int32Array,
  rightStart: number,
  rightEnd: number,
  partner: Int32Array,
): void {
  let [l, r, toL, toR] = [leftStart, rightStart, leftEnd, rightEnd];
  while (l < toL && r < toR && left[l] === right[r]) partner[r++] = l++;
  while (l < toL && r < toR && left[toL - 1] === right[toR - 1]) partner[--toR] = --toL;
  const [rows, columns] = [toL - l, toR - r];
  if (rows === 0 || columns === 0 || rows * columns > mostCells) return;
  visitCommonWords(left, l, toL, right, r, toR, (leftAt, rightAt) => {
    partner[rightAt] = leftAt;
  });
}

function runsOf(partner: Int32Array, inLeft: Uint8Array, inRight: Uint8Array): AlignedRun[] {
  const runs: AlignedRun[] = [];
  let [l, r] = [0, 0];
  const onlyLeft = (end: number): void => {
    while (l < end) {
      const start = l;
      while (l < end && inLeft[l] === inLeft[start]) l++;
      const elsewhere = inLeft[start] === 1;
      runs.push(run('only left', elsewhere, start, l, r, r));
    }
  };
  while (r < partner.length) {
    const start = r;
    if (partner[r]! < 0) {
      const isShared = inRight[r];
      while (r < partner.length && partner[r]! < 0 && inRight[r] === isShared) r++;
      runs.push(run('only right', isShared === 1, l, l, start, r));
      continue;
    }
    onlyLeft(partner[r]!);
    const leftStart = l;
    while (r < partner.length && partner[r] === l) [l, r] = [l + 1, r + 1];
    runs.push(run('same', false, leftStart, l, start, r));
  }
  onlyLeft(inLeft.length);
  return runs;
}

function run(
  kind: AlignedRun['kind'],
  elsewhere: boolean,
  leftStart: number,
  leftEnd: number,
  rightStart: number,
  rightEnd: number,
): AlignedRun {
  return { kind, elsewhere, leftStart, leftEnd, rightStart, rightEnd };
}
