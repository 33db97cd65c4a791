import type { ScannedPage } from '../text/scanned-page.ts';
import type { VisibleLines } from './visible-lines.ts';

/** Hashes of the different words of a visible line. */
export function wordsOf(page: ScannedPage, lines: VisibleLines, k: number): Set<number> {
  const line = lines.line[k]!;
  return new Set(page.words.subarray(page.firstWord[line], page.firstWord[line + 1]));
}
