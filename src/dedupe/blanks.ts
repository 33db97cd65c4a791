import { type Crowd, isFigure, isFilling, isFixedForKind, isFixedPlace } from './crowd.ts';
import type { Substitution } from './substitutions.ts';

/** What one in this many texts of a crowd has is common there. */
const commonShare = 3;

/** Blanks of a form that two texts fill differently, counted over one substitution. */
export interface DifferentFillings {
  /** Blanks that differ, all kinds together. */
  readonly filled: number;
  /** Those of them filled by words of a kind: figures, or words that other texts of the crowd have too. */
  readonly ofKind: number;
  /** Those of them that are blanks on both sides beyond doubt. */
  readonly sure: number;
  /** Those of them that are figures of which the crowd says nothing. */
  readonly alone: number;
}

const none: DifferentFillings = { filled: 0, ofKind: 0, sure: 0, alone: 0 };

/**
 * Counts the blanks that two texts fill differently where their words differ. A blank takes one
 * kind, a figure or a word, so that each kind of one side is set against the same of the other; the
 * two sides need not have as many words, as names have not.
 *
 * @param crowd - the texts that look like both, or null when they are too few to show blanks.
 */
export function differentFillings(
  left: Int32Array,
  right: Int32Array,
  substitution: Substitution,
  crowd: Crowd | null,
): DifferentFillings {
  if (crowd !== null && isInsertion(left, substitution, crowd)) return none;
  const { leftStart, leftEnd, rightStart, rightEnd } = substitution;
  const ofLeft = tallyPlaces(left, leftStart, leftEnd, crowd);
  const ofRight = tallyPlaces(right, rightStart, rightEnd, crowd);
  const figures = inCommon(ofLeft.figures, ofRight.figures);
  const words = inCommon(ofLeft.words, ofRight.words);
  // As many figures on both sides; otherwise one may be the other written with a separator.
  const alone =
    figures === 0 && ofLeft.unseenFigures === ofRight.unseenFigures ? ofLeft.unseenFigures : 0;
  const known = Math.min(words, ofLeft.known, ofRight.known);
  const sure = figures + Math.min(words, ofLeft.sureWords, ofRight.sureWords);
  return { filled: figures + words + alone, ofKind: figures + known + alone, sure, alone };
}

/** True when the texts of the crowd have different words at a place of a text. */
export function isBlank(words: Int32Array, at: number, crowd: Crowd): boolean {
  const standing = crowd.standing(words, at);
  return isFilling(standing) && !isFixedPlace(standing);
}

interface Places {
  /** Words at places that are blanks. */
  blanks: number;
  /** Words at places that may be: all but those where most of the crowd says one and the same word. */
  open: number;
}

interface PlaceTally {
  readonly figures: Places;
  readonly words: Places;
  /** Figures of which the crowd says nothing. */
  unseenFigures: number;
  /** Words at open places but for those that many texts have there. */
  sureWords: number;
  /** Words at open places that other texts of the crowd have too. */
  known: number;
}

function tallyPlaces(
  words: Int32Array,
  start: number,
  end: number,
  crowd: Crowd | null,
): PlaceTally {
  const tally: PlaceTally = {
    figures: { blanks: 0, open: 0 },
    words: { blanks: 0, open: 0 },
    unseenFigures: 0,
    sureWords: 0,
    known: 0,
  };
  for (let at = start; at < end; at++) {
    const word = words[at]!;
    if (crowd === null) {
      if (isFigure(word)) tally.unseenFigures++;
      continue;
    }
    const standing = crowd.standing(words, at, start, end);
    // Two edits in one place of a passage that the others leave as it is fill no blank.
    if (isFixedForKind(standing)) continue;
    const isUnseen = standing.around === 0;
    if (isFigure(word)) {
      tally.figures.open++;
      // One of few figures, such as an hour, is common in its blank; another one there differs all the same.
      if (isUnseen) tally.unseenFigures++;
      else tally.figures.blanks++;
      continue;
    }
    const isFilled = isFilling(standing);
    tally.words.open++;
    // A word that many say at a place where others say others is as often an everyday one.
    if (isFilled || isUnseen) tally.sureWords++;
    if (isFilled || (isUnseen && isBetweenFigures(words, at))) tally.words.blanks++;
    if (crowd.withWord(word) > 1) tally.known++;
  }
  return tally;
}

/** Blanks of one side that the other side fills too: there it may be that an edit beside it hides the blank. */
function inCommon(left: Places, right: Places): number {
  return Math.max(Math.min(left.blanks, right.open), Math.min(right.blanks, left.open));
}

/** Whether a word stands between two figures, as the name of a month or a unit does: it belongs to what they tell. */
function isBetweenFigures(words: Int32Array, at: number): boolean {
  return at > 0 && at + 1 < words.length && isFigure(words[at - 1]!) && isFigure(words[at + 1]!);
}

/** Whether much of the crowd has nothing between the words around a substitution: a caption or line put in. */
function isInsertion(
  left: Int32Array,
  { leftStart, leftEnd }: Substitution,
  crowd: Crowd,
): boolean {
  if (leftStart === 0 || leftEnd === left.length) return false;
  return crowd.withPair(left[leftStart - 1]!, left[leftEnd]!) * commonShare >= crowd.texts;
}
