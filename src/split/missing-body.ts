import { blockKinds, type BlockKind } from './block.ts';
import { kindCount } from './line-model.ts';
import type { VisibleLines } from './visible-lines.ts';

/** Headlines of agencies run to some twenty words. */
export const longestTitle = 22;

/**
 * Of 55 labelled pages left without a body, 42 had a line of at least `leastLoneWords` that the
 * model held for body with at least this probability; in 39 it was of the body.
 */
const loneProbability = 0.2;
const leastLoneWords = 10;

/** Verse: so many lines or more, of so many words each, none half or twice as long as the mean. */
const leastVerses = 8;
const leastVerseWords = 3;
const mostVerseWords = 14;
const mostUneven = 2;
/** On average the model thinks body so likely in verse; in menus and lists less, or they are known. */
const verseProbability = 0.12;

const body = blockKinds.indexOf('body');

/**
 * Finds the body of a page that would have none, or none but short lines; corrects `kinds` in
 * place. In turn: sentences taken for the headline; lines of verse, which look like a list to the
 * model, those between some that it did take for the body too; and without any body the likeliest
 * line, if it is a paragraph and not unlikely: a short notice between menus and lists looks like
 * them to its neighbours.
 *
 * @param scores - `kindCount` log-probabilities a line.
 * @returns whether what it found is verse.
 */
export function findMissingBody(
  lines: VisibleLines,
  scores: Float32Array,
  kinds: BlockKind[],
): boolean {
  const isLong = (k: number): boolean => lines.prose[k] === 1 || lines.size[k]! > longestTitle;
  const isFound = (): boolean => kinds.some((kind, k) => kind === 'body' && isLong(k));
  if (isFound()) return false;
  for (let k = 0; k < kinds.length; k++) {
    if (kinds[k] === 'title' && isLong(k)) kinds[k] = 'body';
  }
  if (isFound()) return false;
  const isShort = kinds.includes('body');
  const verse = findVerse(lines, scores, kinds);
  const found = verse ?? (isShort ? undefined : findParagraph(lines, scores, kinds));
  if (found !== undefined) kinds.fill('body', found.first, found.end);
  return verse !== undefined;
}

interface Lines {
  readonly first: number;
  readonly end: number;
}

/** The run of evenly long lines, not known for anything else, that is likeliest to be verse. */
function findVerse(
  lines: VisibleLines,
  scores: Float32Array,
  kinds: readonly BlockKind[],
): Lines | undefined {
  let best: Lines | undefined;
  let most = 0;
  for (let first = 0, end; first < kinds.length; first = Math.max(end, first + 1)) {
    let length = 0;
    let probability = 0;
    for (end = first; end < kinds.length && mayBeVerse(lines, kinds, end); end++) {
      const mean = length / Math.max(1, end - first);
      const own = lines.length[end]!;
      if (end > first && (own > mostUneven * mean || mostUneven * own < mean)) break;
      length += own;
      probability += Math.exp(scores[end * kindCount + body]!);
    }
    const isVerse = end - first >= leastVerses && probability >= verseProbability * (end - first);
    if (!isVerse || probability <= most) continue;
    most = probability;
    best = { first, end };
  }
  return best;
}

/** What lines of verse look like. */
const mistakenFor: ReadonlySet<BlockKind> = new Set(['body', 'furniture', 'related']);

function mayBeVerse(lines: VisibleLines, kinds: readonly BlockKind[], k: number): boolean {
  const words = lines.size[k]!;
  return (
    mistakenFor.has(kinds[k]!) &&
    words >= leastVerseWords &&
    words <= mostVerseWords &&
    lines.bullet[k] === 0 &&
    lines.numbered[k] === 0 &&
    lines.date[k] === 0 &&
    lines.address[k] === 0 &&
    lines.marker[k] === undefined
  );
}

function findParagraph(
  lines: VisibleLines,
  scores: Float32Array,
  kinds: readonly BlockKind[],
): Lines | undefined {
  let best = -1;
  let most = Math.log(loneProbability);
  for (let k = 0; k < kinds.length; k++) {
    const score = scores[k * kindCount + body]!;
    if (kinds[k] !== 'furniture' || lines.size[k]! < leastLoneWords || score <= most) continue;
    most = score;
    best = k;
  }
  return best < 0 ? undefined : { first: best, end: best + 1 };
}
