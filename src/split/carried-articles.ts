import type { ScannedPage } from '../text/scanned-page.ts';
import { blockKinds } from './block.ts';
import { findEmbedded, opensArticle } from './embedded.ts';
import { kindCount } from './line-model.ts';
import { logOfSum } from './log-probabilities.ts';
import { isHeading } from './settle.ts';
import { viterbi } from './viterbi.ts';
import type { VisibleLines } from './visible-lines.ts';

/** How a line was told to belong to a second article. */
export const CarriedBy = { none: 0, model: 1, heading: 2 } as const;

/**
 * Articles inside another are taken as such from these mean probabilities of their lines: those
 * of a heading and headline that fit them, of a heading alone, and without one.
 */
const possible = 0.1;
const likely = 0.45;
const sure = 0.75;

/**
 * Finds the lines of second articles: those that stand apart from the main article, and those
 * that the model thinks possible. All other lines lose `embedded` in `scores`, and what spoke
 * for it speaks for what they are instead. Most labelled pages do not tell second articles from
 * other furniture, so that the model leaves open which of the two a menu is: apart, either would
 * be weaker against `body` than they are together.
 *
 * @returns by visible line: a value of `CarriedBy`.
 */
export function settleCarried(
  page: ScannedPage,
  lines: VisibleLines,
  scores: Float32Array,
  transitions: Float32Array,
): Uint8Array {
  const carried = new Uint8Array(lines.count);
  for (const { heading, end, isApart } of findEmbedded(page, lines)) {
    if (isApart || meanProbability(scores, heading, end) >= possible) {
      carried.fill(CarriedBy.heading, heading, end);
    }
  }
  const instead = kindsInstead(lines);
  for (const { first, end } of likelyRuns(lines, scores, transitions)) {
    const headed = isHeaded(lines, first);
    const hasProse = lines.prose.subarray(first, end).includes(1);
    // Under a heading and without prose it is a list of headlines.
    if (!hasProse && headed) instead.fill(related, first, end);
    if (!hasProse || meanProbability(scores, first, end) < (headed ? likely : sure)) continue;
    for (let k = first; k < end; k++) carried[k] ||= CarriedBy.model;
  }
  for (let k = 0; k < lines.count; k++) {
    const row = k * kindCount;
    if (carried[k] !== CarriedBy.none) continue;
    give(scores, row, embedded, instead[k]!);
    // A paragraph between two such links is no item of a list of them.
    const isParagraph = instead[k] === body && scores[row + body]! > scores[row + related]!;
    if (isParagraph) give(scores, row, related, body);
  }
  return carried;
}

/**
 * What lines are that are not of a second article: mostly furniture. But "Read also: Prices rise"
 * on one line is a link between two paragraphs, unlike the same words above a headline, and what
 * follows is the article that it interrupts.
 */
function kindsInstead(lines: VisibleLines): Uint8Array {
  const kinds = new Uint8Array(lines.count);
  let goesOn = false;
  for (let k = 0; k < lines.count; k++) {
    const marker = lines.marker[k];
    if (marker !== undefined && marker.where !== 'anywhere') {
      goesOn = opensArticle.has(marker.means) && !isHeading(lines, k);
    }
    kinds[k] = goesOn && lines.prose[k] === 1 ? body : furniture;
  }
  return kinds;
}

/** Lines in a row that are `embedded` in the likeliest reading of the page. */
function* likelyRuns(
  lines: VisibleLines,
  scores: Float32Array,
  transitions: Float32Array,
): Generator<{ readonly first: number; readonly end: number }> {
  const kinds = viterbi(scores, lines.count, transitions);
  for (let first = 0; first < lines.count; first++) {
    if (kinds[first] !== embedded) continue;
    let end = first + 1;
    while (end < lines.count && kinds[end] === embedded) end++;
    yield { first, end };
    first = end;
  }
}

/** Lets what speaks for one kind speak for another. */
function give(scores: Float32Array, row: number, from: number, to: number): void {
  scores[row + to] = logOfSum(scores[row + to]!, scores[row + from]!);
  scores[row + from] = -Infinity;
}

/** A heading that may open a second article is its first line or stands right above it. */
function isHeaded(lines: VisibleLines, first: number): boolean {
  return [first - 1, first].some((k) => {
    const marker = lines.marker[k];
    return marker !== undefined && opensArticle.has(marker.means) && isHeading(lines, k);
  });
}

function meanProbability(scores: Float32Array, first: number, end: number): number {
  let sum = 0;
  for (let k = first; k < end; k++) sum += Math.exp(scores[k * kindCount + embedded]!);
  return sum / (end - first);
}

const body = blockKinds.indexOf('body');
const embedded = blockKinds.indexOf('embedded');
const related = blockKinds.indexOf('related');
const furniture = blockKinds.indexOf('furniture');
