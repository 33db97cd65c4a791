import type { ScannedPage } from '../text/scanned-page.ts';
import type { MarkerMeaning } from '../language/pack.ts';
import { blockKinds, type BlockKind } from './block.ts';
import { kindCount } from './line-model.ts';
import type { VisibleLines } from './visible-lines.ts';

/** A page has one headline: the line most likely to be it, if it is as likely as this. */
const titleProbability = 0.3;
/** Lines that say nearly the same as the headline are titles too if they are as likely as this, */
const echoProbability = 0.2;
/** and share so much of their words with it, of all that the two have. */
const echoOverlap = 0.7;

const title = blockKinds.indexOf('title');

/**
 * Leaves a page one headline and its echoes: other lines that were called titles take the kind
 * that is next most likely. Corrects `kinds` in place.
 *
 * @param scores - `kindCount` log-probabilities a line.
 * @param kinds - index in `blockKinds` of each line's kind.
 */
export function settleTitles(
  page: ScannedPage,
  lines: VisibleLines,
  scores: Float32Array,
  kinds: Uint8Array,
): void {
  let best = -1;
  let most = Math.log(titleProbability);
  for (let k = 0; k < lines.count; k++) {
    if (scores[k * kindCount + title]! <= most) continue;
    most = scores[k * kindCount + title]!;
    best = k;
  }
  for (let k = 0; k < lines.count; k++) {
    const score = scores[k * kindCount + title]!;
    const isTitle =
      k === best ||
      (best >= 0 &&
        score > Math.log(echoProbability) &&
        wordOverlap(page, lines, best, k) >= echoOverlap);
    if (isTitle) kinds[k] = title;
    else if (kinds[k] === title) kinds[k] = nextBest(scores, k);
  }
}

/** The most likely kind of a line that is no title. */
function nextBest(scores: Float32Array, k: number): number {
  let best = title === 0 ? 1 : 0;
  for (let kind = 0; kind < kindCount; kind++) {
    if (kind !== title && scores[k * kindCount + kind]! > scores[k * kindCount + best]!)
      best = kind;
  }
  return best;
}

/** Share of the words of two lines that both have (Jaccard). */
function wordOverlap(page: ScannedPage, lines: VisibleLines, a: number, b: number): number {
  const first = wordsOf(page, lines, a);
  const second = wordsOf(page, lines, b);
  let common = 0;
  for (const word of first) if (second.has(word)) common++;
  const all = first.size + second.size - common;
  return all === 0 ? 0 : common / all;
}

function wordsOf(page: ScannedPage, lines: VisibleLines, k: number): Set<number> {
  const line = lines.line[k]!;
  return new Set(page.words.subarray(page.firstWord[line], page.firstWord[line + 1]));
}

/** Kinds of the list that a heading opens, for headings that leave no doubt. */
const openedKind: { readonly [Meaning in MarkerMeaning]?: BlockKind } = {
  related: 'related',
  tags: 'tags',
};

/** Kinds that a line which only names its source cannot be. */
const notSource: ReadonlySet<BlockKind> = new Set(['tags', 'related', 'title']);
/** A label of tags counts where the model thinks tags this likely: it begins sentences, too. */
const tagProbability = 0.1;
const tags = blockKinds.indexOf('tags');
/** Longer lines behind such words ("Sources: talks go on ...") are headlines. */
const mostSourceWords = 8;

/**
 * Settles by known phrases what the model left wrong: a line that names the source is
 * furniture, a label such as "Tags:" with words behind it makes a line of tags, and a heading of
 * a list inside a second article ends the article. Corrects `kinds` in place.
 */
export function settleByMarkers(
  lines: VisibleLines,
  scores: Float32Array,
  kinds: BlockKind[],
): void {
  for (let k = 0; k < lines.count; k++) {
    const marker = lines.marker[k];
    if (marker === undefined || marker.where === 'anywhere') continue;
    if (marker.means === 'attribution' && isSource(lines, k) && notSource.has(kinds[k]!)) {
      kinds[k] = 'furniture';
    }
    const mayBeTags = scores[k * kindCount + tags]! > Math.log(tagProbability);
    if (marker.means === 'tags' && mayBeTags && isLabelled(lines, k)) kinds[k] = 'tags';
    const opened = openedKind[marker.means];
    if (opened === undefined || kinds[k] !== 'embedded' || !isHeading(lines, k)) continue;
    kinds[k] = opened;
    for (let j = k + 1; j < lines.count; j++) {
      if (kinds[j] !== 'embedded' || lines.prose[j] || isHeading(lines, j)) break;
      kinds[j] = opened;
    }
  }
}

/** A label with something behind it that is no sentence. */
function isLabelled(lines: VisibleLines, k: number): boolean {
  const marker = lines.marker[k]!;
  return marker.where === 'label' && marker.words < lines.words[k]! && lines.ends[k] === 0;
}

function isSource(lines: VisibleLines, k: number): boolean {
  return lines.bullet[k] === 0 && lines.size[k]! <= mostSourceWords && !lines.prose[k];
}

/** A phrase that is all there is on the line. */
export function isHeading(lines: VisibleLines, k: number): boolean {
  const marker = lines.marker[k];
  return marker !== undefined && (marker.where === 'line' || marker.words === lines.words[k]);
}
