import type { Match } from '../../dedupe/match.ts';
import { siteOf } from '../../report/site.ts';
import { Ledger } from '../ledger.ts';
import { ListWriter } from '../list-writer.ts';
import type { ArticleText } from '../sample-groups.ts';
import { type Collected, shortName } from '../samples.ts';
import { nowhere } from '../sinks.ts';
import { StoredRecord } from '../stored-record.ts';
import { clusterRow, type GroupMember, writeOutcomes } from '../write-outcomes.ts';
import { shardOf } from './asked-texts.ts';
import type { AskedNames, Fates } from './decide-step.ts';
import { orderTask } from './order-step.ts';
import { RecordsReader } from './records-reader.ts';
import { fileFor } from './task.ts';
import { type TaskInputs } from './task-inputs.ts';
import { type TaskResults } from './task-results.ts';
import { type WorkFolder } from './work-folder.ts';

/** Articles of groups, with what `clusters.jsonl` says of them. Articles count over all shards. */
export interface MemberColumns {
  readonly articles: Uint32Array;
  readonly keptBy: Uint32Array;
  /** JSON text of each one's id. */
  readonly ids: readonly string[];
  readonly sites: readonly string[];
}

/** Ids of articles that stay. */
export interface KeeperColumns {
  readonly articles: Uint32Array;
  readonly ids: readonly string[];
}

/** An article that the report names or shows. */
export interface ShownArticle extends ArticleText {
  readonly source: string;
}

/** What the report shows, by article. */
export type ShownTexts = readonly (readonly [number, ShownArticle])[];

/** Step `names`: ids, sites and texts of a shard's articles for whoever asked. */
export function namesStep(
  work: WorkFolder,
  shard: number,
  inputs: TaskInputs,
  results: TaskResults,
): Record<string, number> {
  const firstArticle = inputs.numbers(orderTask, 'first');
  const before = firstArticle[shard]!;
  const reader = new RecordsReader(shard, inputs);
  const recordOf = (article: number): StoredRecord =>
    new StoredRecord(reader.record(reader.documents[article]!));
  const told = Array.from({ length: work.plan.shards }, () => ({
    members: [] as (readonly [article: number, keptBy: number, id: string, site: string])[],
    keepers: [] as (readonly [article: number, id: string])[],
  }));
  let members = 0;
  for (const task of inputs.tasksOf('decide')) {
    const asked = inputs.value(task, fileFor('asked', shard)) as AskedNames;
    const ids = new Map<number, string>();
    for (const [at, article] of asked.members.entries()) {
      const record = recordOf(article);
      ids.set(article, record.id);
      const keptBy = asked.keptBy[at]!;
      const site = siteOf(JSON.parse(record.source) as string);
      told[shardOf(keptBy, firstArticle)]!.members.push([
        before + article,
        keptBy,
        record.id,
        site,
      ]);
    }
    for (const [at, keeper] of asked.keepers.entries())
      told[asked.shards[at]!]!.keepers.push([before + keeper, ids.get(keeper)!]);
    members += asked.members.length;
  }
  for (const [to, { members: ofGroups, keepers: staying }] of told.entries()) {
    const columns: MemberColumns = {
      articles: Uint32Array.from(ofGroups, ([article]) => article),
      keptBy: Uint32Array.from(ofGroups, ([, keptBy]) => keptBy),
      ids: ofGroups.map(([, , id]) => id),
      sites: ofGroups.map(([, , , site]) => site),
    };
    results.value(fileFor('members', to), columns);
    const keepers: KeeperColumns = {
      articles: Uint32Array.from(staying, ([article]) => article),
      ids: staying.map(([, id]) => id),
    };
    results.value(fileFor('keepers', to), keepers);
  }
  const shown = inputs.numbers({ step: 'settle', number: 0 }, fileFor('asked', shard));
  const texts: ShownTexts = Array.from(shown, (article) => {
    const record = recordOf(article);
    const { id, text } = JSON.parse(record.line.toString()) as ArticleText;
    return [before + article, { id, text, source: JSON.parse(record.source) as string }];
  });
  results.value('texts', texts);
  reader.close();
  return { members, texts: texts.length };
}

/** A page of the sample, with what became of it. */
export interface SampledFate {
  readonly page: Collected;
  /** The id of the page that stays in its place; `null` when it was not removed. */
  readonly duplicateOf: string | null;
}

/** Step `apply`: the records of a shard to the lists they belong to. */
export async function applyStep(
  work: WorkFolder,
  shard: number,
  inputs: TaskInputs,
  results: TaskResults,
): Promise<Record<string, number>> {
  const { annotate } = work.plan.settings;
  const keeperIds = keeperIdsFor(shard, inputs);
  const matches = new Map<number, Match>();
  const sizes = new Map<number, number>();
  for (const task of inputs.tasksOf('decide')) {
    const fates = inputs.value(task, fileFor('fates', shard)) as Fates;
    for (const [at, match] of fates.removed.entries()) {
      matches.set(match.document, match);
      sizes.set(match.document, fates.groupSizes[at]!);
    }
    for (const [at, keeper] of fates.keepers.entries()) sizes.set(keeper, fates.sizes[at]!);
  }
  const reader = new RecordsReader(shard, inputs);
  const fileOf = (name: string): ListWriter => {
    const file = results.file(name);
    return new ListWriter({ write: (bytes) => file.append(bytes), close: () => undefined });
  };
  const ledger = new Ledger(
    {
      cleaned: fileOf('cleaned.jsonl'),
      removed: fileOf('removed.jsonl'),
      rejected: fileOf('rejected.jsonl'),
      problems: new ListWriter(nowhere),
      clusters: fileOf('clusters.jsonl'),
    },
    work.plan.form,
    Infinity,
  );
  const matchOf = (article: number): Match | null => matches.get(article) ?? null;
  await writeOutcomes(
    {
      count: reader.count,
      records: () => reader.records(),
      articleOf: (document) => reader.article[document]!,
      sizesOf: (document) => {
        const [bytes, lines, blocks] = reader.columns.sizes.subarray(
          document * 3,
          document * 3 + 3,
        );
        return { bytes: bytes!, lines: lines!, blocks: blocks! };
      },
      matchOf,
      groupSizeOf: (article) => sizes.get(article) ?? 1,
      keeperId: (article) => keeperIds.get(article)!,
    },
    annotate,
    ledger,
    () => Promise.resolve(),
  );
  const { cleaned, removed, rejected, clusters } = ledger.lists;
  await writeClusters(shard, inputs, clusters);
  for (const list of [cleaned, removed, rejected, clusters]) await list.finish();
  const sampled = inputs.value({ step: 'sign', number: shard }, 'sampled') as readonly Collected[];
  const sampledFates: readonly SampledFate[] = sampled.map((page) => {
    const article = reader.article[page.document]!;
    const match = article < 0 || annotate ? null : matchOf(article);
    const id = JSON.parse(new StoredRecord(reader.record(page.document)).id) as string;
    const keeper = match === null ? null : (JSON.parse(keeperIds.get(match.keptBy)!) as string);
    return {
      page: { ...page, id: shortName(id) },
      duplicateOf: keeper === null ? null : shortName(keeper),
    };
  });
  results.value('sampled', sampledFates);
  results.value('counted', ledger.counted);
  reader.close();
  return {
    cleaned: cleaned.lines,
    removed: removed.lines,
    rejected: rejected.lines,
    clusters: clusters.lines,
  };
}

/** Writes the groups whose page that stays is of a shard, in order. */
async function writeClusters(
  shard: number,
  inputs: TaskInputs,
  clusters: ListWriter,
): Promise<void> {
  const groups = new Map<number, (GroupMember & { readonly article: number })[]>();
  for (const task of inputs.tasksOf('names')) {
    const { articles, keptBy, ids, sites } = inputs.value(
      task,
      fileFor('members', shard),
    ) as MemberColumns;
    for (const [at, article] of articles.entries()) {
      const member = { article, id: ids[at]!, site: sites[at]! };
      const group = groups.get(keptBy[at]!);
      if (group === undefined) groups.set(keptBy[at]!, [member]);
      else group.push(member);
    }
  }
  for (const keeper of [...groups.keys()].sort((one, other) => one - other)) {
    const group = groups.get(keeper)!;
    const others = group.filter(({ article }) => article !== keeper);
    others.sort((one, other) => one.article - other.article);
    clusters.text(
      clusterRow(
        group.find(({ article }) => article === keeper)!,
        others,
      ),
    );
    if (clusters.isFull) await clusters.flush();
  }
}

/** JSON texts of the ids of articles that stay in the place of some of a shard. */
function keeperIdsFor(shard: number, inputs: TaskInputs): ReadonlyMap<number, string> {
  const all = new Map<number, string>();
  for (const task of inputs.tasksOf('names')) {
    const { articles, ids } = inputs.value(task, fileFor('keepers', shard)) as KeeperColumns;
    ids.forEach((id, at) => all.set(articles[at]!, id));
  }
  return all;
}
