import { decideMatches, type Match, type Matches } from '../../dedupe/match.ts';
import type { PairTable } from '../../dedupe/pair-table.ts';
import { matchSettings } from '../clean-corpus.ts';
import { type GroupFigures, groupFigures } from '../group-figures.ts';
import { groupSizes } from '../groups.ts';
import { type GroupCandidates, groupCandidates } from '../sample-groups.ts';
import { shardOf } from './asked-texts.ts';
import { type ComparedColumns, unpackPairs } from './compared-pairs.ts';
import { copiedIn, type CopyColumns } from './copy-list.ts';
import { distinct } from './distinct.ts';
import { orderTask } from './order-step.ts';
import { fileFor } from './task.ts';
import type { TaskInputs } from './task-inputs.ts';
import type { TaskResults } from './task-results.ts';
import type { WorkFolder } from './work-folder.ts';
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

/** What is asked of a shard once groups are known; articles by their number in the shard. */
export interface AskedNames {
  /** Articles of groups, and the one that stays of each one's group, counted over all shards. */
  readonly members: Uint32Array;
  readonly keptBy: Uint32Array;
  /** Articles that stay, and a shard that has articles which go for each. */
  readonly keepers: Uint32Array;
  readonly shards: Uint32Array;
}

/** What the report may say of the near-duplicates of a part; articles counted over all shards. */
export interface PartSummary {
  readonly figures: GroupFigures;
  readonly candidates: GroupCandidates;
}

/**
 * Step `decide`: which articles go, of those that compared pairs connect; which page of a group stays, and
 * who goes for it, hangs on nothing else. Takes 128 bytes a pair and some 100 an article of the part.
 */
export function decideStep(
  work: WorkFolder,
  part: number,
  inputs: TaskInputs,
  results: TaskResults,
): Record<string, number> {
  const met = meetAgain(part, inputs);
  const matches = findMatches(work, met);
  const sizes = groupSizes(matches.removed);
  const summary: PartSummary = {
    figures: groupFigures(matches, sizes),
    candidates: groupCandidates(matches, sizes, (article) => met.exactOf.get(article)!),
  };
  results.value('summary', summary);
  tellShards(matches, sizes, inputs.numbers(orderTask, 'first'), results);
  return {
    pairs: met.table.size,
    documents: met.numbers.length,
    removed: matches.removed.length,
    groups: sizes.size,
  };
}

/** All that is known of the documents of a part, and of their exact copies. */
interface Met {
  /** Numbers in order, ascending: documents are then named by their place here. */
  readonly numbers: Uint32Array;
  readonly table: PairTable;
  readonly wordsOf: (place: number) => Int32Array;
  readonly articles: Uint32Array;
  /** Words of those in a pair; of others nobody asks. */
  readonly wordCounts: Int32Array;
  /** Exact copies: each one's article, and the place of the document it is a copy of. */
  readonly copies: readonly (readonly [article: number, place: number])[];
  /** Content hash of every article, copies included. */
  readonly exactOf: ReadonlyMap<number, Uint32Array>;
}

function meetAgain(part: number, inputs: TaskInputs): Met {
  const gathered = inputs.tasksOf('gather');
  const pairs = gathered.map(
    (task) => inputs.value(task, fileFor('pairs', part)) as ComparedColumns,
  );
  const copied = gathered.flatMap((task) => [
    ...copiedIn(inputs.value(task, fileFor('copies', part)) as CopyColumns),
  ]);
  const reader = new WordsReader(gathered.map((task) => inputs.path(task, fileFor('words', part))));
  const paired = distinct(...pairs.flatMap(({ left, right }) => [left, right]));
  const numbers = distinct(
    paired,
    Uint32Array.from(copied, ({ number }) => number),
  );
  const placeOf = new Map(Array.from(numbers, (number, place) => [number, place]));
  const articles = new Uint32Array(numbers.length);
  const wordCounts = new Int32Array(numbers.length);
  const exactOf = new Map<number, Uint32Array>();
  for (const number of paired) {
    const { article, exact, wordCount } = reader.headOf(number);
    articles[placeOf.get(number)!] = article;
    wordCounts[placeOf.get(number)!] = wordCount;
    exactOf.set(article, exact);
  }
  const copies: (readonly [number, number])[] = [];
  for (const { number, article, exact, copies: others } of copied) {
    const place = placeOf.get(number)!;
    articles[place] = article;
    for (const copy of others) {
      copies.push([copy, place]);
      exactOf.set(copy, exact);
    }
    exactOf.set(article, exact);
  }
  return {
    numbers,
    table: unpackPairs(pairs, placeOf),
    wordsOf: (place) => reader.wordsOf(numbers[place]!),
    articles,
    wordCounts,
    copies,
    exactOf,
  };
}

/** Decides as for a whole run, on the articles of the part alone; they are named by their place among them. */
function findMatches(work: WorkFolder, met: Met): Matches {
  const { articles, copies } = met;
  const all = distinct(
    articles,
    Uint32Array.from(copies, ([article]) => article),
  );
  const placeOf = new Map(Array.from(all, (article, place) => [article, place]));
  const documents = articles.map((article) => placeOf.get(article)!);
  const numberOf = new Int32Array(all.length).fill(-1);
  const copyOf = new Int32Array(all.length).fill(-1);
  const wordCounts = new Int32Array(all.length);
  for (const [number, document] of documents.entries()) {
    numberOf[document] = number;
    wordCounts[document] = met.wordCounts[number]!;
  }
  for (const [article, number] of copies) copyOf[placeOf.get(article)!] = documents[number]!;
  const matches = decideMatches(
    { documents, numberOf, copyOf },
    { table: met.table, histogram: new Uint32Array(0) },
    met.wordsOf,
    wordCounts,
    matchSettings(work.plan.settings),
  );
  const removed = matches.removed.map((match) => ({
    ...match,
    document: all[match.document]!,
    keptBy: all[match.keptBy]!,
  }));
  return { ...matches, removed };
}

/** Tells every shard what becomes of its articles, and what the others need of it. */
function tellShards(
  { removed }: Matches,
  sizes: ReadonlyMap<number, number>,
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
  }));
  const place = (article: number): readonly [number, number] => {
    const shard = shardOf(article, firstArticle);
    return [shard, article - firstArticle[shard]!];
  };
  for (const match of removed) {
    const [shard, local] = place(match.document);
    shards[shard]!.removed.push({ ...match, document: local });
    shards[shard]!.groupSizes.push(sizes.get(match.keptBy)!);
    shards[shard]!.members.push([local, match.keptBy]);
    const [keeperShard, keeper] = place(match.keptBy);
    const asking = shards[keeperShard]!.tell.get(keeper);
    if (asking === undefined) {
      shards[keeperShard]!.tell.set(keeper, new Set([shard]));
      shards[keeperShard]!.members.push([keeper, match.keptBy]);
      shards[keeperShard]!.keepers.push(keeper);
      shards[keeperShard]!.sizes.push(sizes.get(match.keptBy)!);
    } else asking.add(shard);
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
      members: Uint32Array.from(told.members, ([article]) => article),
      keptBy: Uint32Array.from(told.members, ([, keptBy]) => keptBy),
      keepers: Uint32Array.from(pairs, ([keeper]) => keeper),
      shards: Uint32Array.from(pairs, ([, asking]) => asking),
    };
    results.value(fileFor('fates', shard), fates);
    results.value(fileFor('asked', shard), asked);
  }
}
