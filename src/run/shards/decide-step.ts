import { decideMatches, type Match, type Matches } from '../../dedupe/match.ts';
import type { DuplicateSummary } from '../../report/report.ts';
import { matchSettings } from '../clean-corpus.ts';
import { Groups } from '../groups.ts';
import { type PickedGroup, pickGroups } from '../sample-groups.ts';
import { summariseGroups } from '../summarise-groups.ts';
import { type ComparedColumns, unpackPairs } from './compared-pairs.ts';
import { joinedColumns, type OrderColumns } from './order-step.ts';
import { shardOf } from './asked-texts.ts';
import type { ArticleColumns } from './sign-step.ts';
import { fileFor } from './task.ts';
import { type TaskInputs } from './task-inputs.ts';
import { type TaskResults } from './task-results.ts';
import { type WorkFolder } from './work-folder.ts';
import { WordsReader } from './words-reader.ts';

/** What becomes of the articles of a shard; articles by their number in the shard. */
export interface Fates {
  /** Those that go; `keptBy` counts over all shards. */
  readonly removed: readonly Match[];
  /** Those that others go for, and how many articles their groups have. */
  readonly keepers: Uint32Array;
  readonly sizes: Uint32Array;
  /** For each of `removed` how many articles its group has. */
  readonly groupSizes: Uint32Array;
}

/** What is asked of a shard once the groups are known; articles by their number in the shard. */
export interface AskedNames {
  /** Articles of all shards before. */
  readonly before: number;
  /** Articles of groups, and the one that stays of each one's group, counted over all shards. */
  readonly members: Uint32Array;
  readonly keptBy: Uint32Array;
  /** Articles that stay, and a shard that has articles which go for each. */
  readonly keepers: Uint32Array;
  readonly shards: Uint32Array;
  /** Articles that the report names or shows. */
  readonly texts: Uint32Array;
}

/** What the report says of near-duplicates; articles counted over all shards stand for their ids. */
export interface GroupsSummary {
  readonly duplicates: DuplicateSummary;
  readonly picked: readonly PickedGroup[];
}

/**
 * Step `decide`: which articles go. One place, 128 bytes a pair of look-alikes and 90 an article: which page of a group
 * stays, and who goes for it, hangs on all pairs of the group.
 */
export function decideStep(
  work: WorkFolder,
  inputs: TaskInputs,
  results: TaskResults,
): Record<string, number> {
  const order = inputs.value({ step: 'order', number: 0 }, 'order') as OrderColumns;
  const { exact, words } = joinedColumns(
    inputs.tasksOf('sign').map((task) => inputs.value(task, 'articles') as ArticleColumns),
  );
  const matches = work.plan.settings.dedupe ? findMatches(work, order, words, inputs) : noMatches;
  const groups = new Groups(words.length, matches);
  const picked = pickGroups(matches, groups, exact);
  const summary: GroupsSummary = {
    duplicates: summariseGroups(matches, groups, words.length, (article) => ({
      id: String(article),
      source: '',
    })),
    picked,
  };
  results.value('summary', summary);
  const shown = new Set([
    ...picked.flatMap(({ keeper, shown: few }) => [keeper, ...few.map(({ document }) => document)]),
    ...summary.duplicates.first.map(({ id }) => Number(id)),
  ]);
  tellShards(matches, groups, [...shown], order.firstArticle, results);
  return { removed: matches.removed.length, groups: groups.count };
}

const noMatches: Matches = {
  removed: [],
  histogram: new Uint32Array(0),
  removedByThreshold: new Uint32Array(0),
  shortDocuments: 0,
};

function findMatches(
  work: WorkFolder,
  { articles, copyOf }: OrderColumns,
  wordCounts: Int32Array,
  inputs: TaskInputs,
): Matches {
  const parts = Array.from({ length: work.plan.parts }, (_, part) => part);
  const reader = new WordsReader(
    inputs
      .tasksOf('words')
      .flatMap((task) => parts.map((part) => inputs.path(task, fileFor('words', part)))),
  );
  const numberOf = new Int32Array(wordCounts.length).fill(-1);
  articles.forEach((article, number) => (numberOf[article] = number));
  const compared = unpackPairs(
    inputs.tasksOf('compare').map((task) => inputs.value(task, 'compared') as ComparedColumns),
    articles.length,
  );
  const matches = decideMatches(
    { documents: articles, numberOf, copyOf },
    compared,
    (number) => reader.wordsOf(number),
    wordCounts,
    matchSettings(work.plan.settings),
  );
  reader.close();
  return matches;
}

/** Tells every shard what becomes of its articles, and what the others need of it. */
function tellShards(
  { removed }: Matches,
  groups: Groups,
  shown: readonly number[],
  firstArticle: Uint32Array,
  results: TaskResults,
): void {
  const shards = Array.from({ length: firstArticle.length - 1 }, () => ({
    removed: [] as Match[],
    groupSizes: [] as number[],
    keepers: [] as number[],
    sizes: [] as number[],
    members: [] as (readonly [number, number])[],
    tell: new Map<number, Set<number>>(),
    texts: [] as number[],
  }));
  const place = (article: number): readonly [number, number] => {
    const shard = shardOf(article, firstArticle);
    return [shard, article - firstArticle[shard]!];
  };
  for (const match of removed) {
    const [shard, local] = place(match.document);
    shards[shard]!.removed.push({ ...match, document: local });
    shards[shard]!.groupSizes.push(groups.sizeOf(match.keptBy));
    shards[shard]!.members.push([local, match.keptBy]);
    const [keeperShard, keeper] = place(match.keptBy);
    const asking = shards[keeperShard]!.tell.get(keeper);
    if (asking === undefined) {
      shards[keeperShard]!.tell.set(keeper, new Set([shard]));
      shards[keeperShard]!.members.push([keeper, match.keptBy]);
      shards[keeperShard]!.keepers.push(keeper);
      shards[keeperShard]!.sizes.push(groups.sizeOf(match.keptBy));
    } else asking.add(shard);
  }
  for (const article of shown) {
    const [shard, local] = place(article);
    shards[shard]!.texts.push(local);
  }
  for (const [shard, told] of shards.entries()) {
    const fates: Fates = {
      removed: told.removed,
      groupSizes: Uint32Array.from(told.groupSizes),
      keepers: Uint32Array.from(told.keepers),
      sizes: Uint32Array.from(told.sizes),
    };
    const pairs = [...told.tell].flatMap(([keeper, asking]) =>
      [...asking].map((shard_) => [keeper, shard_] as const),
    );
    const asked: AskedNames = {
      before: firstArticle[shard]!,
      members: Uint32Array.from(told.members, ([article]) => article),
      keptBy: Uint32Array.from(told.members, ([, keptBy]) => keptBy),
      keepers: Uint32Array.from(pairs, ([keeper]) => keeper),
      shards: Uint32Array.from(pairs, ([, asking]) => asking),
      texts: Uint32Array.from(told.texts),
    };
    results.value(fileFor('fates', shard), fates);
    results.value(fileFor('asked', shard), asked);
  }
}
