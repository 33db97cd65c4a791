import { Comparer } from './comparer.ts';
import { Crowds } from './crowds.ts';
import { areIssuesOfOne, isVouchedFor } from './evidence.ts';
import { haveDifferentFacts, haveFigures } from './facts.ts';
import { OverlapFinder } from './overlap.ts';
import type { Comparison, Pair, PairTable } from './pair-table.ts';
import { radixSort } from './radix-sort.ts';
import type { MatchSettings } from './settings.ts';

/** Decides who may go in favour of whom. Documents are numbers in order of preference. */
export interface Judge {
  /** Whether one document of a pair may go in favour of the other. */
  readonly mayGo: (pair: number, removed: number) => boolean;
  /**
   * How two documents compare if one may go in favour of the other once an issue of the same
   * article as both vouches for it; undefined when it may not.
   */
  readonly vouch: (keeper: number, removed: number) => Pair | undefined;
}

/** A pair from the side of one of its documents. */
export interface Seen {
  readonly jaccard: number;
  /** Share of its 5-word shingles the other one has, and the other way round. */
  readonly contained: number;
  readonly containedOther: number;
  /** Words in no passage the other one has. */
  readonly lost: number;
  /** Share of its words in stretches the other one has nothing of. */
  readonly own: number;
}

/** The pair as its document `document` sees it. */
export function seenFrom(document: number, pair: Pair): Seen {
  const { left, jaccard, containedLeft, containedRight, likeness } = pair;
  return document === left
    ? {
        jaccard,
        contained: containedLeft,
        containedOther: containedRight,
        lost: likeness.lostLeft,
        own: likeness.ownLeft,
      }
    : {
        jaccard,
        contained: containedRight,
        containedOther: containedLeft,
        lost: likeness.lostRight,
        own: likeness.ownRight,
      };
}

/** Why a document goes in favour of one it was compared with. */
export type DirectRule = 'exact' | 'near' | 'contained';

/** A text is contained, rather than nearly the same, when the kept one is at least this many times as long. */
const longerBy = 1.25;

/** Names the rule by which the document goes that sees the pair so. */
export function ruleOf({ contained, containedOther }: Seen): 'near' | 'contained' {
  return contained > containedOther * longerBy ? 'contained' : 'near';
}

/** By which rule a text of a pair goes in favour of the other when no further text is known; null when it does not. */
export function directRule(
  pair: Pair,
  removed: number,
  left: Int32Array,
  right: Int32Array,
  settings: MatchSettings,
): DirectRule | null {
  if (left.length === right.length && left.every((word, at) => word === right[at])) return 'exact';
  if (Math.min(left.length, right.length) < settings.minWords) return null;
  const seen = seenFrom(removed, pair);
  if (settings.threshold !== null || settings.containment !== null)
    return isWithinBounds(seen, settings) ? ruleOf(seen) : null;
  if (
    !keepsEnough(seen, (removed === pair.left ? left : right).length, settings) ||
    !areIssuesOfOne(pair, left.length, right.length)
  )
    return null;
  const finder = new OverlapFinder();
  finder.load(left);
  return haveDifferentFacts(left, right, finder.compare(right), null) ? null : ruleOf(seen);
}

function isWithinBounds(
  { jaccard, contained, lost }: Seen,
  { threshold, containment, maxLost }: MatchSettings,
): boolean {
  return (
    lost <= maxLost &&
    ((threshold !== null && jaccard >= threshold) ||
      (containment !== null && contained >= containment))
  );
}

/** A document does not go when more than this share of its words would be lost in stretches the kept one has nothing of. */
const mostOwn = 0.5;

/**
 * Nor when more than this share of them lies in no passage of the kept one, however short the stretches: of 700
 * labelled rewrites one loses more. What shares less is a form with long answers, or text whose words are letters.
 */
const mostLost = 0.65;

function keepsEnough({ lost, own }: Seen, words: number, { maxLost }: MatchSettings): boolean {
  return lost <= Math.min(maxLost, words * mostLost) && own <= mostOwn;
}

const goesLeft = 1;
const goesRight = 2;

/** Judges by the bounds on similarity that were asked for. */
export function judgeByBounds(table: PairTable, settings: MatchSettings): Judge {
  const mayGo = verdicts(table, (pair, removed) =>
    isWithinBounds(seenFrom(removed, pair), settings),
  );
  return { mayGo, vouch: () => undefined };
}

/** Judges by where the texts overlap, how they were edited and whether facts differ. */
export function judgeByEvidence(
  table: PairTable,
  wordsOf: (number: number) => Int32Array,
  wordCount: (number: number) => number,
  settings: MatchSettings,
): Judge {
  const crowds = new Crowds(table, wordsOf);
  const finder = new OverlapFinder();
  let loaded = -1;
  let left: Int32Array = new Int32Array(0);
  const differ = (pair: Pair): boolean => {
    if (pair.likeness.lostLeft === 0 && pair.likeness.lostRight === 0) return false;
    const words = pair.left === loaded ? left : wordsOf(pair.left);
    const right = wordsOf(pair.right);
    const crowd = crowds.around(pair.left, pair.right);
    if (crowd === null && !haveFigures(words, right)) return false;
    // Within a crowd pairs come one left text after another.
    if (pair.left !== loaded) finder.load(words);
    loaded = pair.left;
    left = words;
    return haveDifferentFacts(words, right, finder.compare(right), crowd);
  };
  const keeps = (pair: Pair, removed: number): boolean =>
    keepsEnough(seenFrom(removed, pair), wordCount(removed), settings);
  const matching = verdicts(
    table,
    keeps,
    (pair) => areIssuesOfOne(pair, wordCount(pair.left), wordCount(pair.right)) && !differ(pair),
    byCrowd(table, crowds),
  );
  const comparer = new Comparer();
  /** What was found, by keeper and by the document that would go. */
  const vouched = new Map<number, Map<number, Pair | undefined>>();
  const vouch = (keeper: number, removed: number): Pair | undefined => {
    const known = table.find(keeper, removed);
    const pair = known >= 0 ? table.at(known) : compareOnce(comparer, keeper, removed, wordsOf);
    const may =
      isVouchedFor(pair, wordCount(pair.left), wordCount(pair.right)) &&
      keeps(pair, removed) &&
      !differ(pair);
    return may ? pair : undefined;
  };
  return {
    mayGo: matching,
    vouch: (keeper, removed) => {
      let found = vouched.get(keeper);
      if (found === undefined) vouched.set(keeper, (found = new Map()));
      if (!found.has(removed)) found.set(removed, vouch(keeper, removed));
      return found.get(removed);
    },
  };
}

/** Decides on every pair once, and answers from two bits each. */
function verdicts(
  table: PairTable,
  goes: (pair: Pair, removed: number) => boolean,
  matches: (pair: Pair) => boolean = () => true,
  order: Iterable<number> = table.left.keys(),
): (pair: number, removed: number) => boolean {
  const bits = new Uint8Array(table.size);
  for (const at of order) {
    const pair = table.at(at);
    const either =
      (goes(pair, pair.left) ? goesLeft : 0) | (goes(pair, pair.right) ? goesRight : 0);
    bits[at] = either !== 0 && matches(pair) ? either : 0;
  }
  return (pair, removed) =>
    (bits[pair]! & (removed === table.left[pair] ? goesLeft : goesRight)) !== 0;
}

/** The places of the pairs, one crowd after another, so that each is counted once. */
function byCrowd(table: PairTable, crowds: Crowds): Uint32Array {
  const places = Uint32Array.from(table.left.keys());
  const leaders = Uint32Array.from(places, (at) =>
    crowds.leaderOf(table.left[at]!, table.right[at]!),
  );
  radixSort(leaders, places);
  return places;
}

function compareOnce(
  comparer: Comparer,
  one: number,
  other: number,
  wordsOf: (number: number) => Int32Array,
): Pair {
  const [left, right] = [Math.min(one, other), Math.max(one, other)];
  comparer.load(wordsOf(left));
  return { left, right, ...(comparer.compare(wordsOf(right), 0) as Comparison) };
}
