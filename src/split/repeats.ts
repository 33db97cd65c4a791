import type { ScannedPage } from '../text/scanned-page.ts';
import { mix32 } from '../text/hash.ts';
import type { VisibleLines } from './visible-lines.ts';

/** Share of a paragraph's word pairs that one earlier paragraph has, from which it repeats it. */
const repeatedShare = 0.75;

/**
 * Paragraphs that say again what one earlier paragraph of the same text said.
 *
 * @param candidates - visible-line indexes of the paragraphs, in page order.
 * @returns those of them that repeat an earlier one.
 */
export function findRepeats(
  page: ScannedPage,
  lines: VisibleLines,
  candidates: readonly number[],
): Set<number> {
  const firstSeen = new Map<number, number>();
  const repeats = new Set<number>();
  for (const k of candidates) {
    const pairs = pairsOf(page, lines, k);
    const sharedWith = new Map<number, number>();
    for (const pair of pairs) {
      const earlier = firstSeen.get(pair);
      if (earlier === undefined) firstSeen.set(pair, k);
      else if (earlier !== k) sharedWith.set(earlier, (sharedWith.get(earlier) ?? 0) + 1);
    }
    const most = Math.max(0, ...sharedWith.values());
    if (pairs.length > 0 && most >= repeatedShare * pairs.length) repeats.add(k);
  }
  return repeats;
}

function pairsOf(page: ScannedPage, lines: VisibleLines, k: number): number[] {
  const pairs: number[] = [];
  const end = page.firstWord[lines.line[k]! + 1]!;
  for (let word = page.firstWord[lines.line[k]!]!; word + 1 < end; word++) {
    pairs.push(mix32(Math.imul(page.words[word]!, 0x9e3779b1) ^ page.words[word + 1]!));
  }
  return pairs;
}
