import type { ScannedPage } from '../text/scanned-page.ts';
import type { MarkerMeaning } from '../language/pack.ts';
import type { VisibleLines } from './visible-lines.ts';

/** A second article that a page carries: visible-line indexes. */
export interface EmbeddedArticle {
  readonly heading: number;
  /** Its headline; the first paragraph where it has none. */
  readonly title: number;
  /** First line after the article. */
  readonly end: number;
  /** The main article was closed before it; otherwise only the words tell it from a part of that. */
  readonly isApart: boolean;
}

/** Meanings of headings that may stand before a carried article. */
export const opensArticle: ReadonlySet<MarkerMeaning> = new Set(['read-also', 'embedded']);

/** Headings after which nothing belongs to an article before them. */
const closing: ReadonlySet<MarkerMeaning> = new Set([
  'related',
  'tags',
  'related-or-tags',
  'read-also',
  'embedded',
  'comment',
  'share',
  'copyright',
  'newsletter',
  'navigation',
  'consent',
  'account',
  'rating',
]);

/** Lines that close the main article: what follows a heading after them is not a part of it. */
const ending: ReadonlySet<MarkerMeaning> = new Set([
  'attribution',
  'tags',
  'end',
  'copyright',
  'comment',
]);

/** A carried article has its first paragraph within so many lines of its headline. */
const linesToProse = 4;
/** Lines that are no prose in a row after which the article is over. */
const mostLinesBetween = 3;
/** Longest headline, in words: headlines of agencies run to some twenty. */
const longestHeadline = 30;
/**
 * Headings that are looked behind: each look may read the whole page, and no page carries so many
 * articles.
 */
const mostTested = 64;
/** Share of the headline's words by which what follows must fit it better than what stands above. */
const clearlyBetter = 0.15;

/**
 * Finds articles carried whole by a page: a "read also" heading, a headline, then prose of
 * another story. The same heading also stands in the middle of articles before one or two
 * headlines, after which the article goes on. The two are told apart by what came before (a
 * source line or tags close the main article) and by which prose the headline's words fit.
 */
export function findEmbedded(page: ScannedPage, lines: VisibleLines): EmbeddedArticle[] {
  const found: EmbeddedArticle[] = [];
  let closed = false;
  let sourced = false;
  let proseSeen = false;
  let tested = 0;
  for (let k = 0; k < lines.count && tested < mostTested; k++) {
    const marker = lines.marker[k];
    if (marker === undefined || marker.where === 'anywhere') {
      if (lines.prose[k]) proseSeen = true;
      continue;
    }
    if (proseSeen && ending.has(marker.means)) closed = true;
    if (proseSeen && marker.means === 'attribution') sourced = true;
    if (!proseSeen || !opensArticle.has(marker.means) || !standsAlone(lines, k)) continue;
    tested++;
    const article = articleAfter(page, lines, k, closed, sourced);
    if (article === undefined) continue;
    found.push(article);
    closed = true;
    k = article.end - 1;
  }
  return found;
}

/** The heading is the line: no headline behind it on the same line. */
function standsAlone(lines: VisibleLines, k: number): boolean {
  const marker = lines.marker[k]!;
  return marker.where === 'line' || marker.words === lines.words[k];
}

function articleAfter(
  page: ScannedPage,
  lines: VisibleLines,
  heading: number,
  closed: boolean,
  sourced: boolean,
): EmbeddedArticle | undefined {
  const title = heading + 1;
  if (closed && isParagraph(lines, title)) {
    return { heading, title, end: articleEnd(lines, title, sourced), isApart: true };
  }
  if (title >= lines.count || lines.prose[title] || lines.size[title]! > longestHeadline)
    return undefined;
  let prose = -1;
  for (let k = title + 1; k < lines.count && k <= title + linesToProse; k++) {
    if (isClosing(lines, k)) break;
    if (lines.prose[k]) {
      prose = k;
      break;
    }
  }
  if (prose < 0) return undefined;
  const end = articleEnd(lines, prose, sourced);
  if (!closed) {
    const below = wordsFound(page, lines, title, title + 1, end);
    const above = wordsFound(page, lines, title, 0, heading);
    if (below < above + clearlyBetter) return undefined;
  }
  return { heading, title, end, isApart: closed };
}

/** Prose too long for a headline: the article begins without one. */
function isParagraph(lines: VisibleLines, k: number): boolean {
  return k < lines.count && lines.prose[k] === 1 && lines.size[k]! > longestHeadline;
}

function isClosing(lines: VisibleLines, k: number): boolean {
  const marker = lines.marker[k];
  if (marker === undefined || marker.where === 'anywhere' || marker.where === 'start') return false;
  return closing.has(marker.means) && !lines.prose[k];
}

/** @param sourced - the main article has named its source, so that one named here is of this. */
function articleEnd(lines: VisibleLines, firstProse: number, sourced: boolean): number {
  let end = firstProse + 1;
  let between = 0;
  for (let k = end; k < lines.count && between < mostLinesBetween; k++) {
    if (isClosing(lines, k)) break;
    if (lines.marker[k]?.means === 'attribution' && lines.marker[k]!.where !== 'anywhere') {
      return sourced ? k + 1 : end;
    }
    if (lines.prose[k]) {
      end = k + 1;
      between = 0;
    } else between++;
  }
  return end;
}

/** Share of a headline's content words that occur in the lines from `from` to before `to`. */
function wordsFound(
  page: ScannedPage,
  lines: VisibleLines,
  title: number,
  from: number,
  to: number,
): number {
  const wanted = new Set<number>();
  const first = page.firstWord[lines.line[title]!]!;
  const last = page.firstWord[lines.line[title]! + 1]!;
  for (let word = first; word < last; word++) {
    if (lines.isFunction[word] === 0) wanted.add(page.words[word]!);
  }
  if (wanted.size === 0) return 0;
  const total = wanted.size;
  for (let k = from; k < to && wanted.size > 0; k++) {
    if (!lines.prose[k]) continue;
    const end = page.firstWord[lines.line[k]! + 1]!;
    for (let word = page.firstWord[lines.line[k]!]!; word < end; word++)
      wanted.delete(page.words[word]!);
  }
  return (total - wanted.size) / total;
}
