import type { MarkerMeaning } from '../language/pack.ts';
import { blockKinds, type BlockKind } from './block.ts';
import { kindCount } from './line-model.ts';
import type { VisibleLines } from './visible-lines.ts';

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
