import { LineShape, shapeWidth, type ScannedPage } from '../text/scanned-page.ts';
import { blockKinds } from './block.ts';
import type { VisibleLines } from './visible-lines.ts';

/** Rows of a table, in a row: two lines with a tab each may be anything. */
const leastRows = 3;

/** What the model takes tables for: their rows are short, full of figures and dates, and alike. */
const mistakenFor: ReadonlySet<number> = new Set([
  blockKinds.indexOf('furniture'),
  blockKinds.indexOf('related'),
]);
const body = blockKinds.indexOf('body');
const tab = 0x09;

/**
 * Makes a table part of the body that it adjoins: lines with their cells between tabs, as HTML
 * tables come out of most converters. All fifteen such tables of the labelled pages that the
 * model had left out, when it had not met their publishers, were of the article. Corrects `kinds`
 * in place.
 *
 * @param kinds - index in `blockKinds` of each line's kind.
 */
export function settleTables(page: ScannedPage, lines: VisibleLines, kinds: Uint8Array): void {
  const hasCells = cellFinder(page);
  for (let first = 0; first < lines.count; first++) {
    let end = first;
    while (end < lines.count && hasCells(lines.line[end]!)) end++;
    const adjoins =
      (first > 0 && kinds[first - 1] === body) || (kinds[end] === body && end < lines.count);
    if (adjoins && end - first >= leastRows) {
      for (let k = first; k < end; k++) if (mistakenFor.has(kinds[k]!)) kinds[k] = body;
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
