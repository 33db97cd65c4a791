import { rankByPolicy } from '../../dedupe/keep-policy.ts';
import { type Order, orderDocuments } from '../../dedupe/order.ts';
import { UniqueIds } from '../unique-ids.ts';
import { CopyList } from './copy-list.ts';
import { partOfNumber } from './parts.ts';
import type { ArticleColumns } from './sign-step.ts';
import { fileFor } from './task.ts';
import { type TaskInputs } from './task-inputs.ts';
import { type TaskResults } from './task-results.ts';
import { type WorkFolder } from './work-folder.ts';

export const orderTask = { step: 'order', number: 0 } as const;

/** Stands for an article without a number of its own: an exact copy of another. */
export const isCopy = 0xffff_ffff;

/** Samples of every so many-th document in order. */
export interface SampleColumns {
  /** Each one's article, counted over all shards. */
  readonly articles: Uint32Array;
  readonly sampled: Uint32Array;
  readonly highest: Uint32Array;
}

/** Records of a shard that get another id, as theirs was taken. */
export interface RenamedColumns {
  /** Numbers in the shard, ascending. */
  readonly documents: Uint32Array;
  readonly ids: readonly string[];
}

/**
 * Step `order`: the one place where all documents are side by side, some 90 bytes each. Which of
 * several pages stays, and which id was there first, has no other answer.
 */
export function orderStep(
  work: WorkFolder,
  inputs: TaskInputs,
  results: TaskResults,
): Record<string, number> {
  const { settings, parts } = work.plan;
  const repeated = settleIds(inputs, results);
  const firstArticle = new Uint32Array(inputs.tasksOf('sign').length + 1);
  for (const task of inputs.tasksOf('sign'))
    firstArticle[task.number + 1] = firstArticle[task.number]! + inputs.count(task, 'articles');
  const { exact, sampled, highest, ...columns } = joinedColumns(inputs, firstArticle);
  const rank = settings.dedupe ? rankByPolicy(settings.keep, columns) : new Float64Array(0);
  const order = orderDocuments(exact, rank);
  for (let part = 0; part < parts; part++) {
    const articles = everyNth(order.documents, part, parts);
    const samples: SampleColumns = {
      articles,
      sampled: articles.map((article) => sampled[article]!),
      highest: articles.map((article) => highest[article]!),
    };
    results.value(fileFor('samples', part), samples);
  }
  writeCopies(order, exact, parts, results);
  results.numbers('first', firstArticle);
  results.numbers('numbers', new Uint32Array(order.numberOf.buffer));
  results.value('repeated', repeated);
  return { articles: firstArticle.at(-1)!, different: order.documents.length, repeated };
}

/** Those of which `partOfNumber` says so. */
function everyNth(documents: Uint32Array, part: number, parts: number): Uint32Array {
  const picked = new Uint32Array(Math.max(0, Math.ceil((documents.length - part) / parts)));
  return picked.map((_, at) => documents[part + at * parts]!);
}

function writeCopies(
  { documents, numberOf, copyOf }: Order,
  exact: Uint32Array,
  parts: number,
  results: TaskResults,
): void {
  const copiesOf = new Map<number, number[]>();
  for (const [article, original] of copyOf.entries()) {
    if (original < 0) continue;
    const copies = copiesOf.get(numberOf[original]!);
    if (copies === undefined) copiesOf.set(numberOf[original]!, [article]);
    else copies.push(article);
  }
  const byPart = Array.from({ length: parts }, () => new CopyList());
  for (const [number, copies] of copiesOf) {
    const article = documents[number]!;
    byPart[partOfNumber(number, parts)]!.add({
      number,
      article,
      exact: exact.subarray(article * 4, article * 4 + 4),
      copies: Uint32Array.from(copies),
    });
  }
  for (const [part, list] of byPart.entries()) results.value(fileFor('copies', part), list.columns);
}

/** The columns of all shards one after another. */
function joinedColumns(inputs: TaskInputs, firstArticle: Uint32Array): ArticleColumns {
  const articles = firstArticle.at(-1)!;
  const joined: ArticleColumns = {
    exact: new Uint32Array(articles * 4),
    words: new Int32Array(articles),
    published: new Float64Array(articles),
    completeness: new Uint8Array(articles),
    embedded: new Uint8Array(articles),
    source: new Uint32Array(articles),
    sampled: new Uint32Array(articles),
    highest: new Uint32Array(articles),
  };
  for (const task of inputs.tasksOf('sign')) {
    const shard = inputs.value(task, 'articles') as ArticleColumns;
    const first = firstArticle[task.number]!;
    for (const name of Object.keys(joined) as (keyof ArticleColumns)[])
      joined[name].set(shard[name], name === 'exact' ? first * 4 : first);
  }
  return joined;
}

/** Renames records whose id came before, over all shards in order. @returns how many there are. */
function settleIds(inputs: TaskInputs, results: TaskResults): number {
  const ids = new UniqueIds();
  for (const task of inputs.tasksOf('sign')) {
    const hashes = inputs.value(task, 'ids') as Int32Array;
    let names: readonly string[] | null = null;
    const documents: number[] = [];
    const longer: string[] = [];
    for (let document = 0; document * 2 < hashes.length; document++) {
      const renamed = ids.claim(hashes[document * 2]!, hashes[document * 2 + 1]!, () => {
        // Read only where an id comes again.
        names ??= inputs.bytes(task, 'names').toString().split('\n');
        return JSON.parse(names[document]!) as string;
      });
      if (renamed === null) continue;
      documents.push(document);
      longer.push(renamed);
    }
    const renamed: RenamedColumns = { documents: Uint32Array.from(documents), ids: longer };
    results.value(fileFor('renamed', task.number), renamed);
  }
  return ids.repeated;
}
