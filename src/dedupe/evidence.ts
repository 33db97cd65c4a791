import type { Likeness } from './likeness.ts';
import type { Comparison } from './pair-table.ts';

/**
 * Weights of the evidence that two texts are issues of one article, in log-odds. Fitted by logistic
 * regression on labelled pairs of news bodies (rewrites, cut copies, new openings against
 * follow-up stories with old background, chapters, shared quotes) and rounded.
 *
 * Their meaning: text of its own speaks against it, most of all where both have some in the same place. Edits all over
 * the shared passages speak for it: whoever rewrites an article changes words everywhere, whoever
 * appends old background to fresh news copies it as it stands.
 */
const baseOdds = 11.5;
const ownShorterOdds = -37;
const ownLongerOdds = -3.4;
const replacedOdds = -6;
const changedOdds = 40;
/** More edits than this say no more about rewriting. */
const mostChanged = 0.3;

/** Up to this share of its own, the shorter text counts as contained in the longer, however much that adds. */
const containedOwn = 0.12;
/** Passages with more words changed than this are chance matches. */
const unrelatedChanged = 0.5;

/** Log-odds down to which a text may still go when a third one vouches for it. */
const vouchedOdds = -3;
/** Texts with more than this of their own do not look alike. */
const alikeOwn = 0.65;
/**
 * The shorter of two issues of one article keeps at least this share of its 5-word runs. Of labelled heavy rewrites
 * one in 150 keeps fewer; below it real pairs are reports of one event by different hands, or share a formula.
 */
export const leastContained = 0.12;

/** Whether two texts are issues of one article, going by where they overlap. */
export function areIssuesOfOne(pair: Comparison, leftWords: number, rightWords: number): boolean {
  return logOdds(pair, leftWords, rightWords) > 0;
}

/**
 * Whether one of the pair may go in favour of the other although the two alone do not show
 * enough, because a third text, an issue of the same article as both, vouches for it.
 */
export function isVouchedFor(pair: Comparison, leftWords: number, rightWords: number): boolean {
  return logOdds(pair, leftWords, rightWords) > vouchedOdds;
}

function logOdds(
  { likeness, containedLeft, containedRight }: Comparison,
  leftWords: number,
  rightWords: number,
): number {
  const [own, ownLonger] =
    leftWords < rightWords
      ? [likeness.ownLeft, likeness.ownRight]
      : [likeness.ownRight, likeness.ownLeft];
  if (
    likeness.changed > unrelatedChanged ||
    Math.max(containedLeft, containedRight) < leastContained
  )
    return -Infinity;
  if (own <= containedOwn) return Infinity;
  const edited = Math.min(likeness.changed, mostChanged);
  return (
    baseOdds +
    ownShorterOdds * own +
    ownLongerOdds * ownLonger +
    replacedOdds * likeness.replaced +
    changedOdds * edited
  );
}

/** Whether two texts share passages of some length, whatever else they hold. */
export function lookAlike(likeness: Likeness): boolean {
  return (
    likeness.changed <= unrelatedChanged &&
    Math.min(likeness.ownLeft, likeness.ownRight) <= alikeOwn
  );
}
