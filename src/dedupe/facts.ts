import { differentFillings, isBlank } from './blanks.ts';
import { type Crowd, isFigure, isFilling, isFixedPlace, type Standing, unseen } from './crowd.ts';
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
/** A single word that may stand in no blank does not tell two texts apart; two do. */
const fewestDoubtful = 2;
/** Without a crowd a single changed figure may be a correction; two are needed. */
const fewestFigures = 2;

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
  if (crowd !== null) {
    if (isUntold(left, right, overlap, substitutions, crowd)) return true;
    if (fillBlanksApart(left, right, overlap, substitutions, crowd)) return true;
  }
  // A table repeats the words around its figures, so that the crowd seems to have every figure in every place.
  return fillBlanksApart(left, right, overlap, substitutions, null);
}

/** Whether two fillings explain better than edits where the texts differ. */
function fillBlanksApart(
  left: Int32Array,
  right: Int32Array,
  overlap: Overlap,
  substitutions: readonly Substitution[],
  crowd: Crowd | null,
): boolean {
  let edited = 0;
  let editedLeft = 0;
  let blanks = 0;
  let kinds = 0;
  let figureKinds = 0;
  let figures = 0;
  let doubtful = 0;
  let crowded = false;
  for (const substitution of substitutions) {
    const { filled, ofKind, sure, alone } = differentFillings(left, right, substitution, crowd);
    if (filled === 0) {
      const words = substitution.leftEnd - substitution.leftStart;
      edited += words;
      editedLeft += words * shareOfLeft(left, right, substitution, crowd);
    }
    blanks += firstAndRest(filled);
    kinds += firstAndRest(ofKind);
    figureKinds += firstAndRest(alone);
    figures += alone;
    doubtful += filled - alone - sure;
    crowded ||= sure > 0;
  }
  crowded ||= doubtful >= fewestDoubtful;
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
  const against =
    blanks * -Math.log(chance) + telling * (prior + (crowded ? kinds : figureKinds) * sameKind);
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
    if (isBlank(words, at, crowd)) blanks++;
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
  // What few say where most say one thing is an edit, which a whole line of fillings can share.
  if (!isFilling(standing) || isFixedPlace(standing)) return 0;
  // The two texts compared are counted in the crowd: what the others have is the chance.
  const chance = (Math.max(0, standing.alike - 2) + 0.5) / (standing.around - 1);
  return -Math.log(Math.min(1, Math.max(leastChance, chance)));
}

function standingOf(crowd: Crowd | null, words: Int32Array, at: number): Standing {
  return crowd === null ? unseen : crowd.standing(words, at);
}

function countShared(marks: Uint8Array): number {
  let shared = 0;
  for (const mark of marks) shared += mark;
  return shared;
}
