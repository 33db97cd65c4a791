import type { MarkerMeaning } from '../language/pack.ts';
import { blockKinds, type BlockKind } from './block.ts';
import { kindCount } from './line-model.ts';
import { isHeading } from './settle.ts';
import type { VisibleLines } from './visible-lines.ts';

/** How much of a line's own opinion the items of its list share. */
const sharedOpinion = 0.5;
/** Items of a list have about the same length: logarithms differ by no more than this. */
const alikeLogarithms = 1.5;

/**
 * Lets the items of a list speak together: neighbouring lines under a heading or with bullets
 * that are no prose, look alike and are no known phrases move halfway to their common mean.
 * Corrects `scores` in place.
 */
export function shareOpinions(lines: VisibleLines, scores: Float32Array): void {
  let first = 0;
  for (let k = 1; k <= lines.count; k++) {
    if (k < lines.count && belongTogether(lines, k)) continue;
    if (k - first > 1 && isList(lines, first)) moveToMean(scores, first, k);
    first = k;
  }
}

function isList(lines: VisibleLines, first: number): boolean {
  if (lines.bullet[first] === 1) return true;
  const above = first > 0 ? lines.marker[first - 1] : undefined;
  return above !== undefined && above.means in openedKinds && isHeading(lines, first - 1);
}

/** Whether a line is of one list with the line above it. */
function belongTogether(lines: VisibleLines, k: number): boolean {
  return (
    isItem(lines, k) &&
    isItem(lines, k - 1) &&
    lines.bullet[k] === lines.bullet[k - 1] &&
    lines.blanksBefore[k] === 0 &&
    Math.abs(lines.logLength[k]! - lines.logLength[k - 1]!) <= alikeLogarithms
  );
}

function isItem(lines: VisibleLines, k: number): boolean {
  const marker = lines.marker[k];
  return lines.prose[k] === 0 && (marker === undefined || marker.where === 'anywhere');
}

function moveToMean(scores: Float32Array, first: number, end: number): void {
  for (let kind = 0; kind < kindCount; kind++) {
    let sum = 0;
    for (let k = first; k < end; k++) sum += scores[k * kindCount + kind]!;
    const mean = sum / (end - first);
    for (let k = first; k < end; k++) {
      const at = k * kindCount + kind;
      scores[at] = (1 - sharedOpinion) * scores[at]! + sharedOpinion * mean;
    }
  }
}

/** Kinds that stand under each heading. */
const openedKinds: { readonly [Meaning in MarkerMeaning]?: readonly BlockKind[] } = {
  related: ['related'],
  'read-also': ['related', 'embedded'],
  embedded: ['embedded', 'related'],
  'related-or-tags': ['related', 'tags'],
  tags: ['tags'],
};

/** What stands under a heading of related articles is a list of them if the model thinks it this likely. */
const listProbability = 0.1;
const related = blockKinds.indexOf('related');
/** What the model takes such lists for where they are like nothing it has seen. */
const mistakenFor: ReadonlySet<number> = new Set([
  blockKinds.indexOf('furniture'),
  blockKinds.indexOf('body'),
]);

/** Takes lists under a heading that leaves no doubt as headlines. Corrects `kinds` in place. */
export function settleRelated(lines: VisibleLines, scores: Float32Array, kinds: Uint8Array): void {
  for (let k = 0; k < lines.count; k++) {
    if (lines.marker[k]?.means === 'related' && isHeading(lines, k))
      takeList(lines, scores, kinds, k + 1);
  }
}

function takeList(
  lines: VisibleLines,
  scores: Float32Array,
  kinds: Uint8Array,
  first: number,
): void {
  let end = first;
  let sum = 0;
  while (end < lines.count && isItem(lines, end) && (end === first || belongTogether(lines, end))) {
    sum += Math.exp(scores[end * kindCount + related]!);
    end++;
  }
  if (end === first || sum / (end - first) < listProbability) return;
  for (let k = first; k < end; k++) if (mistakenFor.has(kinds[k]!)) kinds[k] = related;
}

/** Gives headings the kind of the list or article that they open. Corrects `kinds` in place. */
export function settleHeadings(lines: VisibleLines, kinds: Uint8Array): void {
  for (let k = lines.count - 2; k >= 0; k--) {
    const marker = lines.marker[k];
    if (marker === undefined || !isHeading(lines, k)) continue;
    const below = blockKinds[kinds[k + 1]!]!;
    if (openedKinds[marker.means]?.includes(below) === true) kinds[k] = kinds[k + 1]!;
  }
}

/** Lists whose items may have marks such as "/" or "|" on lines of their own between them. */
const markedLists: ReadonlySet<number> = new Set([related, blockKinds.indexOf('tags')]);

/** Makes lines without words between two items of a list a part of it. Corrects `kinds` in place. */
export function settleMarks(lines: VisibleLines, kinds: Uint8Array): void {
  for (let k = 1; k < lines.count; k++) {
    if (lines.words[k]! > 0 || lines.words[k - 1] === 0 || !markedLists.has(kinds[k - 1]!))
      continue;
    let end = k + 1;
    while (end < lines.count && lines.words[end] === 0) end++;
    if (end < lines.count && kinds[end] === kinds[k - 1]) kinds.fill(kinds[end]!, k, end);
  }
}
