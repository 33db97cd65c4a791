import type { MarkerMeaning } from '../language/pack.ts';
import { blockKinds, type BlockKind } from './block.ts';
import { likeliestKind } from './likeliest-kind.ts';
import { kindCount } from './line-model.ts';
import { longestTitle } from './missing-body.ts';
import type { VisibleLines } from './visible-lines.ts';

/** A line as likely to be body as this is body beyond doubt. */
const sureProbability = 0.9;

/** Meanings of phrases in sentences that sites, not articles, say. */
const saidBySites: ReadonlySet<MarkerMeaning> = new Set([
  'account',
  'consent',
  'copyright',
  'navigation',
  'newsletter',
]);

const body = blockKinds.indexOf('body');
const embedded = blockKinds.indexOf('embedded');

/**
 * Takes the body from pages that hold no article: lists of links, archives, forms, notices about
 * cookies. Their lines look like an article's where no article stands beside them, but none is
 * body beyond doubt, none ends as a sentence does, and none is as long as a paragraph. Corrects
 * `kinds` in place.
 *
 * Split by models that had not met their publishers, 5 of 1,767 labelled pages lose what body they
 * had, most of it wrong; of 1,047 from which the article was cut out, 486 have one instead of 602.
 *
 * @param scores - `kindCount` log-probabilities a line.
 */
export function dropWeakBody(lines: VisibleLines, scores: Float32Array, kinds: BlockKind[]): void {
  const isStrong = (k: number): boolean =>
    scores[k * kindCount + body]! >= Math.log(sureProbability) || isSaid(lines, k);
  if (kinds.some((kind, k) => kind === 'body' && isStrong(k))) return;
  for (const [k, kind] of kinds.entries()) {
    // Carried articles have their own rules.
    if (kind === 'body') kinds[k] = blockKinds[likeliestKind(scores, k, body, embedded)]!;
  }
}

/** Sentences, their ends and long lines: what articles have and lists of links have not. */
function isSaid(lines: VisibleLines, k: number): boolean {
  const isSpoken = lines.prose[k] === 1 || lines.ends[k] === 1 || lines.size[k]! > longestTitle;
  const marker = lines.marker[k];
  return isSpoken && !(marker !== undefined && saidBySites.has(marker.means));
}
