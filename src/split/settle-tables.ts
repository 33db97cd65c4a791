import { LineShape, shapeWidth, type ScannedPage } from '../text/scanned-page.ts';
import type { MarkerMeaning } from '../language/pack.ts';
import { blockKinds } from './block.ts';
import type { VisibleLines } from './visible-lines.ts';

/** Rows of a table, in a row: two lines with a tab each may be anything. */
const leastRows = 3;
/** Where only one side of it is text, so many of its rows hold numbers, unlike those of a menu. */
const leastNumbered = 0.5;

/** What menus and buttons say. */
const ofSites: ReadonlySet<MarkerMeaning> = new Set([
  'account',
  'consent',
  'copyright',
  'navigation',
  'section',
  'share',
]);

const body = blockKinds.indexOf('body');
const related = blockKinds.indexOf('related');
const furniture = blockKinds.indexOf('furniture');
const tab = 0x09;

/**
 * Makes a table part of the body that it stands in or adjoins: lines with their cells between
 * tabs, as HTML tables come out of most converters. Their rows are short, full of figures and
 * dates, and alike, so that the model takes them for lists of a site. Corrects `kinds` in place.
 *
 * @param kinds - index in `blockKinds` of each line's kind.
 */
export function settleTables(page: ScannedPage, lines: VisibleLines, kinds: Uint8Array): void {
  const hasCells = cellFinder(page);
  for (let first = 0; first < lines.count; first++) {
    let end = first;
    let numbered = 0;
    let known = 0;
    while (end < lines.count && hasCells(lines.line[end]!) && lines.bullet[end] === 0) {
      if (lines.numbers[end]! > 0) numbered++;
      const marker = lines.marker[end];
      if (marker !== undefined && ofSites.has(marker.means)) known++;
      end++;
    }
    const rows = end - first;
    const above = first > 0 && kinds[first - 1] === body;
    const below = end < lines.count && kinds[end] === body;
    const isInside = above && below;
    const isTable = isInside || (known === 0 && numbered >= rows * leastNumbered);
    if (rows >= leastRows && (above || below) && isTable) {
      for (let k = first; k < end; k++) {
        if (kinds[k] === furniture || (isInside && kinds[k] === related)) kinds[k] = body;
      }
    }
    first = Math.max(first, end - 1);
  }
}

/** Tells lines in page order whether they hold a tab; looks at each byte once. */
function cellFinder({ bytes, shape }: ScannedPage): (line: number) => boolean {
  let nextTab = -1;
  return (line) => {
    const start = shape[line * shapeWidth + LineShape.visibleStart]!;
    if (nextTab < start) nextTab = bytes.indexOf(tab, start);
    if (nextTab < 0) nextTab = bytes.length;
    return nextTab < shape[line * shapeWidth + LineShape.visibleEnd]!;
  };
}
