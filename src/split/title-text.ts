import { hashedWords } from '../text/fold.ts';
import type { ScannedPage } from '../text/scanned-page.ts';
import { fieldText } from './line-text.ts';
import type { SplitPage } from './splitter.ts';

/** What stands between a headline and the name of the site, which titles of pages end in. */
const siteSeparator = /\s[|｜·•–—-]\s|»/gu;
/** Names of sites and sections have so many words at most, */
const mostNameWords = 4;
/** and what is left is a headline of so many at least. */
const leastHeadlineWords = 4;

/**
 * The headline of a page, '' without one. A name behind it that stands on a line of its own above or
 * below the text is that of the site or of a section, and left out.
 */
export function titleOf(page: ScannedPage, split: SplitPage): string {
  const { labels, lines } = split;
  let other = -1;
  for (let k = 0; k < lines.count; k++) {
    const line = lines.line[k]!;
    if (labels.kind(line) !== 'title') continue;
    if (labels.role(line) === null) return withoutSiteName(page, split, fieldText(page, line));
    if (other < 0) other = line;
  }
  return other < 0 ? '' : withoutSiteName(page, split, fieldText(page, other));
}

function withoutSiteName(page: ScannedPage, split: SplitPage, title: string): string {
  const last = [...title.matchAll(siteSeparator)].at(-1);
  if (last === undefined) return title;
  const headline = title.slice(0, last.index).trimEnd();
  const name = hashedWords(title.slice(last.index + last[0].length));
  if (name.length === 0 || name.length > mostNameWords) return title;
  if (hashedWords(headline).length < leastHeadlineWords) return title;
  return standsAlone(page, split, name) ? headline : title;
}

/** Whether a line of furniture has these words and no others. */
function standsAlone(
  page: ScannedPage,
  { labels, lines }: SplitPage,
  words: readonly number[],
): boolean {
  for (let k = 0; k < lines.count; k++) {
    const line = lines.line[k]!;
    if (lines.words[k] !== words.length || labels.kind(line) !== 'furniture') continue;
    const first = page.firstWord[line]!;
    if (words.every((word, at) => page.words[first + at] === word)) return true;
  }
  return false;
}
