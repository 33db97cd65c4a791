import type { Match, Matches } from '../dedupe/match.ts';
import { collapsedSpans } from '../report/collapsed-spans.ts';
import { markDifferences } from '../report/marked-words.ts';
import type { SampleGroup, SampleRemoval } from '../report/samples.ts';
import { BestFew, type Ranked } from './best-few.ts';
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

/** A removal that may be shown, with the size of its group. */
type Candidate = Ranked<{ readonly match: Match; readonly size: number }>;

/** Groups and removals of a part that may be picked, the best of the part. */
export interface GroupCandidates {
  readonly large: readonly (Ranked<number> & {
    readonly shown: readonly Ranked<Match>[];
    /** What else may be shown of it when others are larger. */
    readonly doubtful: readonly Candidate[];
  })[];
  /** Removals from other groups. */
  readonly doubtful: readonly Candidate[];
}

/**
 * Groups and removals that may be picked. Ties are settled by the hash of the text, so the order of the
 * input makes no difference.
 *
 * @param sizes - articles in each group, by the one that stays.
 * @param exactOf - four numbers of an article: `DocumentKey.exact`.
 */
export function groupCandidates(
  matches: Matches,
  sizes: ReadonlyMap<number, number>,
  exactOf: (article: number) => Uint32Array,
): GroupCandidates {
  const best = new BestFew<number>(largeGroups);
  for (const [keeper, size] of sizes)
    if (size >= best.floor) best.add(size, hashText(exactOf(keeper)), keeper);
  const large = best.ranked.map((group) => ({
    ...group,
    shown: new BestFew<Match>(removalsOfGroup),
    doubtful: new BestFew<Candidate['value']>(doubtfulRemovals),
  }));
  const largeOf = new Map(large.map((group) => [group.value, group]));
  const others = new BestFew<Candidate['value']>(doubtfulRemovals);
  for (const match of matches.removed) {
    const group = largeOf.get(match.keptBy);
    const doubtful = group?.doubtful ?? others;
    const score = 1 - match.containment;
    const isShown = group !== undefined && score >= group.shown.floor;
    const isDoubtful = match.rule !== 'exact' && score >= doubtful.floor;
    if (!isShown && !isDoubtful) continue;
    const id = hashText(exactOf(match.document));
    if (isShown) group.shown.add(score, id, match);
    if (isDoubtful) doubtful.add(score, id, { match, size: sizes.get(match.keptBy)! });
  }
  return {
    large: large.map((group) => ({
      ...group,
      shown: group.shown.ranked,
      doubtful: group.doubtful.ranked,
    })),
    doubtful: others.ranked,
  };
}

/**
 * Picks groups to look at: the largest, with those of their pages that are least alike the kept one,
 * then the removals that are least alike of all others.
 *
 * @param parts - candidates of parts that have no group in common.
 */
export function pickGroups(parts: readonly GroupCandidates[]): readonly PickedGroup[] {
  const large = new BestFew<GroupCandidates['large'][number]>(largeGroups);
  for (const group of parts.flatMap((part) => part.large)) large.add(group.score, group.id, group);
  const picked = new Set(large.values);
  const doubtful = new BestFew<Candidate['value']>(doubtfulRemovals);
  const left = parts.flatMap((part) => [
    ...part.doubtful,
    ...part.large.flatMap((group) => (picked.has(group) ? [] : group.doubtful)),
  ]);
  for (const { score, id, value } of left) doubtful.add(score, id, value);
  return [
    ...large.values.map(({ value, score, shown }) => ({
      why: 'large' as const,
      keeper: value,
      size: score,
      shown: shown.map((ranked) => ranked.value),
    })),
    ...doubtful.values.map(({ match, size }) => ({
      why: 'doubtful' as const,
      keeper: match.keptBy,
      size,
      shown: [match],
    })),
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

function hashText(exact: Uint32Array): string {
  return Array.from(exact, (part) => part.toString(16).padStart(8, '0')).join('');
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
