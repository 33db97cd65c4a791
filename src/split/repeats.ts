import type { ScannedPage } from '../text/scanned-page.ts';
import { extendHash } from '../text/hash.ts';
import type { BlockKind } from './block.ts';
import { column, featureCount } from './feature-names.ts';
import type { VisibleLines } from './visible-lines.ts';

/** Share of a paragraph's word pairs that one earlier paragraph has, from which it repeats it. */
const repeatedShare = 0.75;

/** Shorter lines repeat by chance, as refrains and in tables. */
const leastWords = 8;

/**
 * Paragraphs of the body that say again what one earlier paragraph of it said: those of prose
 * nearly all of whose word pairs it has, and others that are copies of it word for word.
 *
 * @param matrix - features of the lines.
 * @returns visible-line indexes of those that repeat an earlier one.
 */
export function findRepeats(
  page: ScannedPage,
  lines: VisibleLines,
  kinds: readonly BlockKind[],
  matrix: Float32Array,
): Set<number> {
  const repeats = new Set<number>();
  const isParagraph = (k: number): boolean => kinds[k] === 'body' && lines.size[k]! >= leastWords;
  // What stands nowhere above on the page is no repeat, and most pages have none.
  const isSuspect = (k: number): boolean =>
    isParagraph(k) && matrix[k * featureCount + column.pairsBefore]! >= repeatedShare;
  if (!kinds.some((_, k) => isSuspect(k))) return repeats;
  const firstSeen = new Map<number, number>();
  for (let k = 0; k < lines.count; k++) {
    if (!isParagraph(k)) continue;
    const pairs = pairsOf(page, lines, k);
    const sharedWith = new Map<number, number>();
    for (const pair of pairs) {
      const earlier = firstSeen.get(pair);
      if (earlier === undefined) firstSeen.set(pair, k);
      else if (earlier !== k) sharedWith.set(earlier, (sharedWith.get(earlier) ?? 0) + 1);
    }
    const most = Math.max(0, ...sharedWith.values());
    const share = lines.prose[k] ? repeatedShare : 1;
    if (pairs.length > 0 && most >= share * pairs.length && isSuspect(k)) repeats.add(k);
  }
  return repeats;
}

function pairsOf(page: ScannedPage, lines: VisibleLines, k: number): number[] {
  const pairs: number[] = [];
  const end = page.firstWord[lines.line[k]! + 1]!;
  for (let word = page.firstWord[lines.line[k]!]!; word + 1 < end; word++) {
    pairs.push(extendHash(page.words[word]!, page.words[word + 1]!));
  }
  return pairs;
}
