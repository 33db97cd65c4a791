import type { ScannedPage } from '../text/scanned-page.ts';
import type { BlockKind } from './block.ts';
import { lineText } from './line-text.ts';
import { wordsOf } from './line-words.ts';
import type { VisibleLines } from './visible-lines.ts';

/** Paragraphs that an article has above its comments. */
const leastProse = 2;
/** Their number also stands below headlines and bullets. */
const leastProseAboveCount = 3;

/** Comments counted: "124 reader comments", "Comments (12)", "Kommentare: 12"; but not "4. Discussion" or "Reply 1". */
const countFirst = /^\p{Nd}{1,3}(?:[.,'’\u00a0]?\p{Nd}{3}){0,2}\s?(?=\p{L})/u;
const countLast = /[([:：]\s?\p{Nd}{1,7}[)\]]?$/u;
const countLength = 60;
/** The headline in quotation marks at the end of a line, behind so many words at most: '3 thoughts on "..."'. */
const quoteAtEnd = /["“”„«»‘’「『][^"“”„«»‘’「『]{2,200}["“”«»‘’」』]$/u;
const mostWordsBefore = 5;
const leastTitleWords = 2;
/** Right below a date, with so many lines at most between, such a line belongs to the headline. */
const linesBelowDate = 5;

/** So many lines that name day and time of a comment make a thread, with at most so many lines from one to the next. */
const leastDated = 3;
const mostBetween = 20;
/** Such a line holds little else than day, month, year, hour and minute, one of them maybe as a word. */
const leastNumbers = 4;
const datedLength = 80;
const timeAtEnd =
  /\b(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:[:.][0-5]\d)?\s?(?:[ap]\.?m\.?|uhr)?[^\p{L}\d]{0,2}$/iu;

/**
 * Takes the comments below an article out of the body: they are prose on its topic, which the line
 * model takes for more of it where they outweigh it. A thread begins with a line such as "124
 * reader comments" or '3 thoughts on' and the headline, or with the first of several lines that
 * say when a comment was written. Corrects `kinds` in place.
 *
 * Where several lines count comments, the page is a list of articles, or a forum in which
 * comments are the body.
 *
 * @returns the lines taken, as indexes of visible lines.
 */
export function dropComments(
  page: ScannedPage,
  lines: VisibleLines,
  kinds: BlockKind[],
): Set<number> {
  const dropped = new Set<number>();
  const counts = kinds.flatMap((_, k) => (countsComments(page, lines, k) ? [k] : []));
  if (counts.length > 1) return dropped;
  const last = kinds.length;
  const afterOpening = endOfProse(lines, kinds, leastProseAboveCount);
  const counted = counts.find((k) => k >= afterOpening && opensThread(page, lines, kinds, k));
  const first = endOfProse(lines, kinds, leastProse);
  const titled = titledAfter(page, lines, kinds, first);
  const dated = datedFrom(page, lines, kinds, first);
  for (let k = Math.min(counted ?? last, titled ?? last, dated ?? last); k < last; k++) {
    if (kinds[k] !== 'body') continue;
    kinds[k] = 'furniture';
    dropped.add(k);
  }
  return dropped;
}

/** The line below the first paragraphs, so many. */
function endOfProse(lines: VisibleLines, kinds: readonly BlockKind[], paragraphs: number): number {
  let prose = 0;
  let k = 0;
  for (; k < kinds.length && prose < paragraphs; k++) {
    if (kinds[k] === 'body' && lines.prose[k] === 1) prose++;
  }
  return k;
}

/** A phrase for comments and their number. */
function countsComments(page: ScannedPage, lines: VisibleLines, k: number): boolean {
  const marker = lines.marker[k];
  const isPhrase = marker?.means === 'comment' && marker.where === 'line';
  if (!isPhrase || lines.numbers[k] === 0 || lines.bullet[k] === 1) return false;
  if (lines.length[k]! > countLength) return false;
  const text = lineText(page, lines.line[k]!);
  return countFirst.test(text) || countLast.test(text);
}

/**
 * Whether comments follow: not where the line is one of the headline's, with the date, nor where
 * it is the next of numbered headings ("5 Discussion"), nor above a headline, below which another
 * article begins.
 */
function opensThread(
  page: ScannedPage,
  lines: VisibleLines,
  kinds: readonly BlockKind[],
  k: number,
): boolean {
  for (let above = k - 1; above >= Math.max(0, k - linesBelowDate); above--) {
    if (kinds[above] === 'body') break;
    if (lines.marker[above]?.means === 'date') return false;
  }
  return !kinds.includes('title', k) && !isNextHeading(page, lines, k);
}

/** Whether a short line above begins with the number before that of this one. */
function isNextHeading(page: ScannedPage, lines: VisibleLines, k: number): boolean {
  const number = leadingNumber(page, lines, k);
  for (let above = k - 1; number > 1 && above >= 0; above--) {
    const isShort = lines.prose[above] === 0 && lines.numbers[above]! > 0;
    if (isShort && leadingNumber(page, lines, above) === number - 1) return true;
  }
  return false;
}

function leadingNumber(page: ScannedPage, lines: VisibleLines, k: number): number {
  return Number.parseInt(lineText(page, lines.line[k]!), 10);
}

/** The line that names whose comments follow by the headline, as WordPress writes it in all languages. */
function titledAfter(
  page: ScannedPage,
  lines: VisibleLines,
  kinds: readonly BlockKind[],
  first: number,
): number | undefined {
  const headline = kinds.indexOf('title');
  const wanted = headline < 0 ? new Set<number>() : wordsOf(page, lines, headline);
  if (wanted.size < leastTitleWords) return undefined;
  for (let k = first; k < kinds.length; k++) {
    const others = lines.words[k]! - lines.words[headline]!;
    if (kinds[k] === 'title' || others < 1 || others > mostWordsBefore) continue;
    const said = wordsOf(page, lines, k);
    if ([...wanted].some((word) => !said.has(word))) continue;
    if (quoteAtEnd.test(lineText(page, lines.line[k]!))) return k;
  }
  return undefined;
}

/** The first of the lines with days and times that follow one another; those of live blogs are body. */
function datedFrom(
  page: ScannedPage,
  lines: VisibleLines,
  kinds: readonly BlockKind[],
  first: number,
): number | undefined {
  let start = 0;
  let count = 0;
  let last = 0;
  for (let k = 0; k < lines.count; k++) {
    if (kinds[k] === 'body' || !isDated(page, lines, k)) continue;
    if (k < first) return undefined;
    if (count === 0 || k - last > mostBetween) {
      start = k;
      count = 0;
    }
    if (k - last > 1 || count === 0) count++;
    last = k;
    if (count === leastDated) return start;
  }
  return undefined;
}

function isDated(page: ScannedPage, lines: VisibleLines, k: number): boolean {
  return (
    lines.date[k] === 1 &&
    lines.year[k] === 1 &&
    lines.numbers[k]! >= leastNumbers &&
    lines.length[k]! <= datedLength &&
    lines.prose[k] === 0 &&
    timeAtEnd.test(lineText(page, lines.line[k]!))
  );
}
