import { Comparer } from './comparer.ts';
import { Crowds } from './crowds.ts';
import { areIssuesOfOne, isVouchedFor } from './evidence.ts';
import { haveDifferentFacts } from './facts.ts';
import { OverlapFinder } from './overlap.ts';
import type { Comparison, Pair, PairTable } from './pair-table.ts';
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

const GOES_LEFT = 1;
const GOES_RIGHT = 2;

/** Judges by the bounds on similarity that were asked for. */
export function judgeByBounds(
  table: PairTable,
  { threshold, containment, maxLost }: MatchSettings,
): Judge {
  const goes = verdicts(table, (pair, removed) => {
    const { jaccard, contained, lost } = seenFrom(removed, pair);
    return (
      lost <= maxLost &&
      ((threshold !== null && jaccard >= threshold) ||
        (containment !== null && contained >= containment))
    );
  });
  return { mayGo: goes, vouch: () => undefined };
}

/** A document does not go when more than this share of its words would be lost in stretches the kept one has nothing of. */
const MOST_OWN = 0.5;

/** Judges by where the texts overlap, how they were edited and whether facts differ. */
export function judgeByEvidence(
  table: PairTable,
  wordsOf: (number: number) => Int32Array,
  wordCount: (number: number) => number,
  { maxLost }: MatchSettings,
): Judge {
  const crowds = new Crowds(table, wordsOf);
  const finder = new OverlapFinder();
  const differ = (pair: Pair): boolean => {
    if (pair.likeness.lostLeft === 0 && pair.likeness.lostRight === 0) return false;
    const [left, right] = [wordsOf(pair.left), wordsOf(pair.right)];
    finder.load(left);
    const overlap = finder.compare(right);
    return haveDifferentFacts(left, right, overlap, crowds.around(pair.left, pair.right));
  };
  const keepsEnough = (pair: Pair, removed: number): boolean => {
    const { lost, own } = seenFrom(removed, pair);
    return lost <= maxLost && own <= MOST_OWN;
  };
  const matching = verdicts(
    table,
    keepsEnough,
    (pair) => areIssuesOfOne(pair, wordCount(pair.left), wordCount(pair.right)) && !differ(pair),
  );
  const comparer = new Comparer();
  const vouched = new Map<number, Pair | undefined>();
  const vouch = (keeper: number, removed: number): Pair | undefined => {
    const known = table.find(keeper, removed);
    const pair = known >= 0 ? table.at(known) : compareOnce(comparer, keeper, removed, wordsOf);
    const may =
      isVouchedFor(pair, wordCount(pair.left), wordCount(pair.right)) &&
      keepsEnough(pair, removed) &&
      !differ(pair);
    return may ? pair : undefined;
  };
  return {
    mayGo: matching,
    vouch: (keeper, removed) => {
      const key = keeper * 2 ** 26 + removed;
      if (!vouched.has(key)) vouched.set(key, vouch(keeper, removed));
      return vouched.get(key);
    },
  };
}

/** Decides on every pair once, and answers from two bits each. */
function verdicts(
  table: PairTable,
  goes: (pair: Pair, removed: number) => boolean,
  matches: (pair: Pair) => boolean = () => true,
): (pair: number, removed: number) => boolean {
  const bits = new Uint8Array(table.size);
  for (let at = 0; at < table.size; at++) {
    const pair = table.at(at);
    const either =
      (goes(pair, pair.left) ? GOES_LEFT : 0) | (goes(pair, pair.right) ? GOES_RIGHT : 0);
    bits[at] = either !== 0 && matches(pair) ? either : 0;
  }
  return (pair, removed) =>
    (bits[pair]! & (removed === table.left[pair] ? GOES_LEFT : GOES_RIGHT)) !== 0;
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
