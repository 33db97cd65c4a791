import { siteOf } from '../../report/site.ts';
import { Ledger } from '../ledger.ts';
import { ListWriter } from '../list-writer.ts';
import type { ArticleText } from '../sample-groups.ts';
import { type Collected, shortName } from '../samples.ts';
import { nowhere } from '../sinks.ts';
import { StoredRecord } from '../stored-record.ts';
import { writeOutcomes } from '../write-outcomes.ts';
import type { AskedNames, Fates } from './decide-step.ts';
import { RecordsReader } from './records-reader.ts';
import { fileFor } from './task.ts';
import { type TaskInputs } from './task-inputs.ts';
import { type TaskResults } from './task-results.ts';
import { type WorkFolder } from './work-folder.ts';

const decideTask = { step: 'decide', number: 0 } as const;

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
  const asked = inputs.value(decideTask, fileFor('asked', shard)) as AskedNames;
  const reader = new RecordsReader(shard, inputs);
  const recordOf = (article: number): StoredRecord =>
    new StoredRecord(reader.record(reader.documents[article]!));
  const ids = new Map<number, string>();
  const sites: string[] = [];
  for (const article of asked.members) {
    const record = recordOf(article);
    ids.set(article, record.id);
    sites.push(siteOf(JSON.parse(record.source) as string));
  }
  const members: MemberColumns = {
    articles: asked.members.map((article) => asked.before + article),
    keptBy: asked.keptBy,
    ids: Array.from(asked.members, (article) => ids.get(article)!),
    sites,
  };
  results.value('members', members);
  for (let asking = 0; asking < work.plan.shards; asking++) {
    const told = asked.keepers.filter((_, at) => asked.shards[at] === asking);
    const keepers: KeeperColumns = {
      articles: told.map((article) => asked.before + article),
      ids: Array.from(told, (article) => ids.get(article)!),
    };
    results.value(fileFor('keepers', asking), keepers);
  }
  const texts: ShownTexts = Array.from(asked.texts, (article) => {
    const record = recordOf(article);
    const { id, text } = JSON.parse(record.line.toString()) as ArticleText;
    return [asked.before + article, { id, text, source: JSON.parse(record.source) as string }];
  });
  results.value('texts', texts);
  reader.close();
  return { members: asked.members.length, texts: texts.length };
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
  const fates = inputs.value(decideTask, fileFor('fates', shard)) as Fates;
  const keeperIds = keeperIdsFor(shard, inputs);
  const matches = new Map(fates.removed.map((match) => [match.document, match]));
  const sizes = new Map(Array.from(fates.keepers, (keeper, at) => [keeper, fates.sizes[at]!]));
  fates.removed.forEach(({ document }, at) => sizes.set(document, fates.groupSizes[at]!));
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
      clusters: new ListWriter(nowhere),
    },
    work.plan.form,
    Infinity,
  );
  const matchOf = (article: number): Fates['removed'][number] | null =>
    matches.get(article) ?? null;
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
  const { cleaned, removed, rejected } = ledger.lists;
  for (const list of [cleaned, removed, rejected]) await list.finish();
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
  return { cleaned: cleaned.lines, removed: removed.lines, rejected: rejected.lines };
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
