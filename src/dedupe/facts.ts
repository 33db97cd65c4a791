import type { Crowd, Standing } from './crowd.ts';
import { isFilling, isFixedPlace } from './crowd.ts';
import type { Overlap } from './overlap.ts';
import { type Substitution, substitutionsOf } from './substitutions.ts';

/** Bounds of the estimated rate at which words were changed by editing. */
const leastEdited = 0.003;
const mostEdited = 0.25;
/** Evidence, in nats, of a figure both texts have where no crowd says how common it is: one in five would agree by chance. */
const sameFigure = Math.log(5);
/** Further evidence when both sides are of a kind that fills blanks: an edit rarely puts a figure for a figure. */
const sameKind = 1.5;
/** Words of one name or date agree together: all but the most telling count half. */
const restWeight = 0.5;
/** Chance of agreeing on a filling that no other text has. */
const leastChance = 0.02;
/** Margin of evidence, in nats, from which facts are said to differ: odds of eight to one. */
const certainMargin = Math.log(8);
/** Two look-alike texts that no others resemble are far more often issues of one text: odds of twenty to one, in nats. */
const alonePrior = Math.log(20);
/** What one in this many texts of a crowd has is common there. */
const commonShare = 3;
/** Without a crowd a single changed figure may be a correction; two are needed. */
const fewestFigures = 2;

const isFigure = (word: number): boolean => (word & 1) === 1;

/**
 * Whether two look-alike texts tell different facts: two fillings of one form (weather,
 * prices, results, alerts) rather than two issues of one text.
 *
 * It weighs two explanations of what differs. If both are issues of one text, words in the blanks
 * were changed no more often than words elsewhere. If they are two fillings, blanks agree only
 * by chance, as often as in the rest of the crowd. The blanks are words that vary over the crowd
 * and, where the crowd says nothing, figures.
 *
 * @param crowd - the texts that look like both, or null when they are too few.
 */
export function haveDifferentFacts(
  left: Int32Array,
  right: Int32Array,
  overlap: Overlap,
  crowd: Crowd | null,
): boolean {
  const substitutions = substitutionsOf(left, right, overlap);
  let edited = 0;
  let editedLeft = 0;
  let blanks = 0;
  let kinds = 0;
  let figures = 0;
  let crowded = false;
  for (const substitution of substitutions) {
    const words = substitution.leftEnd - substitution.leftStart;
    let filled = 0;
    let alike = 0;
    if (!isInsertion(left, substitution, crowd)) {
      for (
        let at = 0;
        at < Math.min(words, substitution.rightEnd - substitution.rightStart);
        at++
      ) {
        const filling = fillingOf(
          left,
          substitution.leftStart + at,
          right,
          substitution.rightStart + at,
          crowd,
        );
        if (filling === 'none') continue;
        filled++;
        if (filling !== 'word') alike++;
        if (filling === 'figure alone') figures++;
        else crowded = true;
      }
    }
    if (filled === 0) {
      edited += words;
      editedLeft += words * shareOfLeft(left, right, substitution, crowd);
    }
    blanks += firstAndRest(filled);
    kinds += firstAndRest(alike);
  }
  if (crowd !== null && isUntold(left, right, overlap, substitutions, crowd)) return true;
  if (!crowded && figures < fewestFigures) return false;
  const rate = Math.min(
    mostEdited,
    Math.max(leastEdited, (edited + 0.5) / (countShared(overlap.right) + edited + 1)),
  );
  // Two edits that hit the same place look like a blank filled twice; so many of those are to be expected.
  const ofLeft = edited === 0 ? 0.5 : editedLeft / edited;
  const twice = rate * ofLeft * rate * (1 - ofLeft) * Math.min(left.length, right.length);
  const chance = Math.min(1, rate + twice / blanks);
  const prior = crowd !== null && crowded ? Math.log(crowd.texts) : -alonePrior;
  // Where edits alone explain what differs, neither its kind nor the crowd's size says more.
  const telling = Math.min(1, -Math.log(chance));
  const against = blanks * -Math.log(chance) + telling * (prior + (crowded ? kinds * sameKind : 0));
  if (against <= certainMargin) return false;
  return against > agreement(right, overlap, crowd) + certainMargin;
}

/**
 * Whether one text fills blanks of a part of the form that the other lacks, and what both fill alike could as well
 * be that of others of the crowd: then nothing shows that they tell the same.
 */
function isUntold(
  left: Int32Array,
  right: Int32Array,
  overlap: Overlap,
  substitutions: readonly Substitution[],
  crowd: Crowd,
): boolean {
  const inLeft = overlap.left.slice();
  const inRight = overlap.right.slice();
  for (const { leftStart, leftEnd, rightStart, rightEnd } of substitutions) {
    inLeft.fill(1, leftStart, leftEnd);
    inRight.fill(1, rightStart, rightEnd);
  }
  const untold = Math.max(countBlanks(left, inLeft, crowd), countBlanks(right, inRight, crowd));
  return untold >= fewestFigures && agreement(right, overlap, crowd) <= Math.log(crowd.texts);
}

/** Blanks among the words that are not marked. */
function countBlanks(words: Int32Array, marks: Uint8Array, crowd: Crowd): number {
  let blanks = 0;
  for (let at = 0; at < words.length; at++) {
    if (marks[at] === 1) continue;
    const standing = crowd.standing(words, at);
    if (isFilling(standing) && !isFixedPlace(standing)) blanks++;
  }
  return blanks;
}

/** Whether both texts have figures enough to differ in, as they must where no crowd shows what else may vary. */
export function haveFigures(left: Int32Array, right: Int32Array): boolean {
  return hasFigures(left) && hasFigures(right);
}

function hasFigures(words: Int32Array): boolean {
  let figures = 0;
  for (let at = 0; at < words.length; at++) {
    figures += words[at]! & 1;
    if (figures === fewestFigures) return true;
  }
  return false;
}

/** How two differing words at the same place fill a blank, if they do. */
type Filling = 'none' | 'word' | 'known' | 'figure alone';

function fillingOf(
  left: Int32Array,
  leftAt: number,
  right: Int32Array,
  rightAt: number,
  crowd: Crowd | null,
): Filling {
  const [l, r] = [left[leftAt]!, right[rightAt]!];
  // A figure in the place of a word is an edit: a blank takes one kind.
  if (isFigure(l) !== isFigure(r)) return 'none';
  if (crowd === null) return isFigure(l) ? 'figure alone' : 'none';
  const [ofLeft, ofRight] = [crowd.standing(left, leftAt), crowd.standing(right, rightAt)];
  // Two edits in one place of a passage that the others leave as it is fill no blank.
  if (isFixedPlace(ofLeft) || isFixedPlace(ofRight)) return 'none';
  // One of few figures, such as an hour, is common in its blank; another one there is a difference all the same.
  if (isFigure(l) ? isFilling(ofLeft) || isFilling(ofRight) : isFilling(ofLeft) && isFilling(ofRight)) {
    return isFigure(l) || (crowd.withWord(l) > 1 && crowd.withWord(r) > 1) ? 'known' : 'word';
  }
  if (ofLeft.around !== 0 || ofRight.around !== 0) return 'none';
  if (isFigure(l)) return 'figure alone';
  return isInFigures(left, leftAt) && isInFigures(right, rightAt) ? 'word' : 'none';
}

/** Whether a word stands between two figures, as the name of a month or a unit does: it belongs to what they tell. */
function isInFigures(words: Int32Array, at: number): boolean {
  return at > 0 && at + 1 < words.length && isFigure(words[at - 1]!) && isFigure(words[at + 1]!);
}

/** How likely the left text is the one that was edited at a place, 0 to 1: the one whose word fewer texts have. */
function shareOfLeft(
  left: Int32Array,
  right: Int32Array,
  { leftStart, rightStart }: Substitution,
  crowd: Crowd | null,
): number {
  if (crowd === null) return 0.5;
  const [ofLeft, ofRight] = [crowd.standing(left, leftStart), crowd.standing(right, rightStart)];
  return ofLeft.alike === ofRight.alike ? 0.5 : ofLeft.alike < ofRight.alike ? 1 : 0;
}

/** Whether much of the crowd has nothing between the words around a substitution: a caption or line put in. */
function isInsertion(
  left: Int32Array,
  { leftStart, leftEnd }: Substitution,
  crowd: Crowd | null,
): boolean {
  if (crowd === null || leftStart === 0 || leftEnd === left.length) return false;
  return crowd.withPair(left[leftStart - 1]!, left[leftEnd]!) * commonShare >= crowd.texts;
}

function firstAndRest(count: number): number {
  return count === 0 ? 0 : 1 + restWeight * (count - 1);
}

/** Evidence, in nats, of the blanks that both texts fill alike. */
function agreement(right: Int32Array, overlap: Overlap, crowd: Crowd | null): number {
  let total = 0;
  let best = 0;
  let rest = 0;
  for (let at = 0; at <= right.length; at++) {
    const nats = at < right.length && overlap.right[at] === 1 ? filledAlike(right, at, crowd) : 0;
    if (nats > 0) {
      rest += Math.min(best, nats);
      best = Math.max(best, nats);
    } else {
      total += best + restWeight * rest;
      best = 0;
      rest = 0;
    }
  }
  return total;
}

function filledAlike(words: Int32Array, at: number, crowd: Crowd | null): number {
  const standing = standingOf(crowd, words, at);
  if (standing.around === 0) return isFigure(words[at]!) ? sameFigure : 0;
  if (!isFilling(standing)) return 0;
  // The two texts compared are counted in the crowd: what the others have is the chance.
  const chance = (Math.max(0, standing.alike - 2) + 0.5) / (standing.around - 1);
  return -Math.log(Math.min(1, Math.max(leastChance, chance)));
}

function standingOf(crowd: Crowd | null, words: Int32Array, at: number): Standing {
  return crowd === null ? { around: 0, alike: 0, most: 0 } : crowd.standing(words, at);
}

function countShared(marks: Uint8Array): number {
  let shared = 0;
  for (const mark of marks) shared += mark;
  return shared;
}
