import type { Match, Matches } from '../dedupe/match.ts';
import { collapsedSpans } from '../report/collapsed-spans.ts';
import { markDifferences } from '../report/marked-words.ts';
import type { SampleGroup, SampleRemoval } from '../report/samples.ts';
import { BestFew } from './best-few.ts';
import type { Groups } from './groups.ts';
import { shortName } from './samples.ts';

/** Largest groups, removals shown of each, and removals of the least alike. */
const largeGroups = 8;
const removalsOfGroup = 3;
const doubtfulRemovals = 8;

/** Characters of a text that are compared; what comes after them is counted. */
const mostCompared = 100_000;

/** An article as the sample needs it. */
export interface ArticleText {
  readonly id: string;
  readonly text: string;
}

/** A group to look at, by the numbers of its articles. */
export interface PickedGroup extends Pick<SampleGroup, 'why' | 'size'> {
  readonly keeper: number;
  readonly shown: readonly Match[];
}

/**
 * Picks groups to look at: the largest, with those of their pages that are least alike the kept one,
 * then the removals that are least alike of all. Ties are settled by the hash of the text, so the
 * order of the input makes no difference.
 *
 * @param exact - four numbers an article, `DocumentKey.exact`.
 */
export function pickGroups(
  matches: Matches,
  groups: Groups,
  exact: Uint32Array,
): readonly PickedGroup[] {
  const large = largestKeepers(matches, groups, exact);
  const members = new Map(large.map((keeper) => [keeper, new BestFew<Match>(removalsOfGroup)]));
  const doubtful = new BestFew<Match>(doubtfulRemovals);
  for (const match of matches.removed) {
    const best = members.get(match.keptBy) ?? (match.rule === 'exact' ? undefined : doubtful);
    const score = 1 - match.containment;
    if (best === undefined || score < best.floor) continue;
    best.add(score, hashText(exact, match.document), match);
  }
  const group = (
    why: SampleGroup['why'],
    keeper: number,
    shown: readonly Match[],
  ): PickedGroup => ({ why, keeper, size: groups.sizeOf(keeper), shown });
  return [
    ...large.map((keeper) => group('large', keeper, members.get(keeper)!.values)),
    ...doubtful.values.map((match) => group('doubtful', match.keptBy, [match])),
  ];
}

/**
 * The picked groups as the report shows them.
 *
 * @param articleOf - reads an article; asked a few dozen times, whatever the corpus.
 */
export function showGroups(
  picked: readonly PickedGroup[],
  articleOf: (article: number) => ArticleText,
): readonly SampleGroup[] {
  return picked.map(({ why, keeper, size, shown }) => {
    const kept = articleOf(keeper);
    return {
      why,
      keeper: shortName(kept.id),
      size,
      removals: shown.map((match) => sampleRemoval(match, articleOf(match.document), kept)),
    };
  });
}

function largestKeepers(matches: Matches, groups: Groups, exact: Uint32Array): readonly number[] {
  const best = new BestFew<number>(largeGroups);
  for (const keeper of new Set(matches.removed.map(({ keptBy }) => keptBy))) {
    const size = groups.sizeOf(keeper);
    if (size >= best.floor) best.add(size, hashText(exact, keeper), keeper);
  }
  return best.values;
}

function hashText(exact: Uint32Array, article: number): string {
  return Array.from(exact.subarray(article * 4, article * 4 + 4), (part) =>
    part.toString(16).padStart(8, '0'),
  ).join('');
}

function sampleRemoval(match: Match, removed: ArticleText, kept: ArticleText): SampleRemoval {
  const marked = markDifferences(
    removed.text.slice(0, mostCompared),
    kept.text.slice(0, mostCompared),
  );
  const after = ({ text }: ArticleText): number => Math.max(0, text.length - mostCompared);
  return {
    id: shortName(removed.id),
    rule: match.rule,
    jaccard: rounded(match.jaccard),
    containment: rounded(match.containment),
    wordsLost: match.wordsLost,
    removed: collapsedSpans(marked.left, after(removed)),
    kept: collapsedSpans(marked.right, after(kept)),
  };
}

function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
