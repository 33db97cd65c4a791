import type { ScannedPage } from '../text/scanned-page.ts';
import { lineText } from './line-text.ts';
import type { BlockKind } from './block.ts';
import type { VisibleLines } from './visible-lines.ts';

/** Lines of prose that an article has above the thread: a count of comments also stands under headlines. */
const leastProse = 2;

/** So many lines that name day and time of a comment make a thread, with at most so many lines from one to the next. */
const leastDated = 3;
const mostBetween = 20;
/** Such a line holds little else than day, month, year, hour and minute, one of them maybe as a word. */
const leastNumbers = 4;
const mostLength = 80;
const timeAtEnd =
  /\b(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:[:.][0-5]\d)?\s?(?:[ap]\.?m\.?|uhr)?[^\p{L}\d]{0,2}$/iu;

/**
 * Takes the comments below an article out of the body: they are prose on its topic, which the line
 * model takes for more of it where they outweigh it. A thread begins with a line such as "124
 * reader comments" or with the first of several lines that say when a comment was written.
 * Corrects `kinds` in place.
 */
export function dropComments(page: ScannedPage, lines: VisibleLines, kinds: BlockKind[]): void {
  let prose = 0;
  let first = 0;
  while (first < kinds.length && prose < leastProse) {
    if (kinds[first] === 'body' && lines.prose[first] === 1) prose++;
    first++;
  }
  const thread = Math.min(countAt(lines, kinds, first), datedFrom(page, lines, first));
  for (let k = thread; k < kinds.length; k++) if (kinds[k] === 'body') kinds[k] = 'furniture';
}

/**
 * Where the number of comments stands. Pages with several such lines are lists of articles, or
 * forums, where comments are the body; and below a headline another article begins.
 */
function countAt(lines: VisibleLines, kinds: readonly BlockKind[], first: number): number {
  const counts = kinds.flatMap((_, k) => (countsComments(lines, k) ? [k] : []));
  const [heading] = counts;
  const isHead = heading !== undefined && counts.length === 1 && heading >= first;
  return isHead && !kinds.includes('title', heading) ? heading : kinds.length;
}

/** A number, then a phrase for comments, and nothing else. */
function countsComments(lines: VisibleLines, k: number): boolean {
  const marker = lines.marker[k];
  const isPhrase = marker?.means === 'comment' && marker.where === 'line';
  return isPhrase && lines.numbers[k]! > 0 && lines.bullet[k] === 0;
}

/** The first of the lines with days and times that follow one another. */
function datedFrom(page: ScannedPage, lines: VisibleLines, first: number): number {
  let start = lines.count;
  let count = 0;
  let last = 0;
  for (let k = 0; k < lines.count; k++) {
    if (!isDated(page, lines, k)) continue;
    if (k < first) return lines.count;
    if (count === 0 || k - last > mostBetween) {
      start = k;
      count = 0;
    }
    if (k - last > 1 || count === 0) count++;
    last = k;
    if (count === leastDated) return start;
  }
  return lines.count;
}

function isDated(page: ScannedPage, lines: VisibleLines, k: number): boolean {
  return (
    lines.date[k] === 1 &&
    lines.year[k] === 1 &&
    lines.numbers[k]! >= leastNumbers &&
    lines.length[k]! <= mostLength &&
    lines.prose[k] === 0 &&
    timeAtEnd.test(lineText(page, lines.line[k]!))
  );
}
