import type { ScannedPage } from '../text/scanned-page.ts';
import { blockKinds } from './block.ts';
import { likeliestKind } from './likeliest-kind.ts';
import { kindCount } from './line-model.ts';
import { wordsOf } from './line-words.ts';
import type { VisibleLines } from './visible-lines.ts';

/** A page has one headline: the line most likely to be it, if it is as likely as this. */
const titleProbability = 0.3;
/** Lines that say nearly the same as the headline are titles too if they are as likely as this, */
const echoProbability = 0.2;
/** and share so much of their words with it, of all that the two have. */
const echoOverlap = 0.7;

/** Lines of so few words may be the kicker, which names the topic above the headline: */
const mostKickerWords = 3;
/** then the headline is among so many lines below it, */
const linesBelowKicker = 3;
/** at least so many times as long. In cross-validation 8 of 918 headlines more are found. */
const headlineToKicker = 2;

/** The dek, a line that tells the story in short, stands so near below its headline, */
const linesAboveDek = 2;
/** which is as likely as this, */
const aboveDekProbability = 0.5;
/** has more words than these, */
const mostWordsAboveHeadline = 4;
/** and at most this share of the dek's. In cross-validation 5 of 918 more are found. */
const headlineToDek = 0.8;

const leastDekWords = 14;
/** and the first paragraph within so many lines below it. */
const linesToStory = 10;

const body = blockKinds.indexOf('body');
const title = blockKinds.indexOf('title');

/**
 * Leaves a page one headline and its echoes: other lines that were called titles take the kind
 * that is next most likely. Corrects `kinds` in place.
 *
 * @param scores - `kindCount` log-probabilities a line.
 * @param kinds - index in `blockKinds` of each line's kind.
 */
export function settleTitles(
  page: ScannedPage,
  lines: VisibleLines,
  scores: Float32Array,
  kinds: Uint8Array,
): void {
  const headline = findHeadline(lines, scores);
  for (let k = 0; k < lines.count; k++) {
    const isTitle =
      k === headline ||
      (headline >= 0 &&
        chance(scores, k) > echoProbability &&
        wordOverlap(page, lines, headline, k) >= echoOverlap);
    if (isTitle) kinds[k] = title;
    else if (isDek(lines, kinds, headline, k)) kinds[k] = body;
    else if (kinds[k] === title) kinds[k] = likeliestKind(scores, k, title);
  }
}

/** The line below the headline that tells the story in short: the story follows. */
function isDek(lines: VisibleLines, kinds: Uint8Array, headline: number, k: number): boolean {
  const isBelow = headline >= 0 && k > headline && k <= headline + linesAboveDek;
  if (!isBelow || lines.bullet[headline] === 1) return false;
  if (kinds[k] !== title || lines.size[k]! < leastDekWords) return false;
  const after = kinds.subarray(k + 1, k + 1 + linesToStory);
  return after.some((kind, at) => kind === body && lines.prose[k + 1 + at] === 1);
}

/** The visible line that is the headline, -1 when none is likely enough. */
function findHeadline(lines: VisibleLines, scores: Float32Array): number {
  const likeliest = likeliestTitle(scores, 0, lines.count, titleProbability, () => true);
  if (likeliest < 0) return -1;
  const words = lines.size[likeliest]!;
  if (words <= mostKickerWords) {
    const end = Math.min(lines.count, likeliest + 1 + linesBelowKicker);
    const least = Math.max(mostKickerWords + 1, words * headlineToKicker);
    const isHeadline = (k: number): boolean => lines.size[k]! >= least;
    const below = likeliestTitle(scores, likeliest + 1, end, titleProbability, isHeadline);
    return below < 0 ? likeliest : below;
  }
  const first = Math.max(0, likeliest - linesAboveDek);
  const isHeadline = (k: number): boolean =>
    lines.size[k]! > mostWordsAboveHeadline && lines.size[k]! < words * headlineToDek;
  const above = likeliestTitle(scores, first, likeliest, aboveDekProbability, isHeadline);
  return above < 0 ? likeliest : above;
}

/** Of the lines from `first` to `end` that fit, the likeliest above `least`; -1 without one. */
function likeliestTitle(
  scores: Float32Array,
  first: number,
  end: number,
  least: number,
  fits: (k: number) => boolean,
): number {
  let best = -1;
  let most = least;
  for (let k = first; k < end; k++) {
    const probability = chance(scores, k);
    if (probability <= most || !fits(k)) continue;
    most = probability;
    best = k;
  }
  return best;
}

/** Probability that a line is the title. */
function chance(scores: Float32Array, k: number): number {
  return Math.exp(scores[k * kindCount + title]!);
}

/** Share of the words of two lines that both have (Jaccard). */
function wordOverlap(page: ScannedPage, lines: VisibleLines, a: number, b: number): number {
  const first = wordsOf(page, lines, a);
  const second = wordsOf(page, lines, b);
  let common = 0;
  for (const word of first) if (second.has(word)) common++;
  const all = first.size + second.size - common;
  return all === 0 ? 0 : common / all;
}
