import { emptyFacts, type SampleFacts, settleCrowds } from '../../dedupe/candidates.ts';
import { Growing } from '../growing.ts';
import { orderTask, type SampleColumns } from './order-step.ts';
import { shardOf } from './asked-texts.ts';
import { fileFor } from './task.ts';
import type { TaskInputs } from './task-inputs.ts';
import type { TaskResults } from './task-results.ts';
import type { WorkFolder } from './work-folder.ts';

/** What a part of the pairs is told of its documents. */
export interface ToldFacts extends SampleFacts {
  readonly numbers: Uint32Array;
  /** Each one's article, counted over all shards. */
  readonly articles: Uint32Array;
}

/** Documents of large crowds that a shard has: the article in the shard, its number, and how large its crowd is. */
export interface CrowdedColumns {
  readonly articles: Uint32Array;
  readonly numbers: Uint32Array;
  readonly crowd: Uint32Array;
}

/**
 * Step `facts`: how common the sampled hashes of documents are, and how large their crowds, for every
 * `parts`-th document in order. Tells the parts that asked, and the shards of crowds.
 */
export function factsStep(
  work: WorkFolder,
  part: number,
  inputs: TaskInputs,
  results: TaskResults,
): Record<string, number> {
  const { parts, shards } = work.plan;
  const firstArticle = inputs.numbers(orderTask, 'first');
  const { articles, sampled, highest } = inputs.value(
    orderTask,
    fileFor('samples', part),
  ) as SampleColumns;
  const place = (number: number): number => (number - part) / parts;
  const facts: SampleFacts = { ...emptyFacts(articles.length), sampled, highest };
  for (const task of inputs.tasksOf('join')) {
    const rows = inputs.numbers(task, fileFor('facts', part));
    for (let row = 0; row < rows.length; row += 4) {
      const at = place(rows[row]!);
      facts.common[at]! += rows[row + 1]!;
      facts.crowd[at] = Math.max(facts.crowd[at]!, rows[row + 2]!);
      facts.represents[at]! |= rows[row + 3]!;
    }
  }
  settleCrowds(facts);
  for (const task of inputs.tasksOf('meet')) {
    const numbers = inputs.numbers(task, fileFor('asked', part));
    const pick = (column: Uint32Array): Uint32Array =>
      numbers.map((number) => column[place(number)]!);
    const told: ToldFacts = {
      numbers,
      articles: pick(articles),
      sampled: pick(facts.sampled),
      highest: pick(facts.highest),
      common: pick(facts.common),
      crowd: pick(facts.crowd),
      represents: Uint8Array.from(numbers, (number) => facts.represents[place(number)]!),
    };
    results.value(fileFor('told', task.number), told);
  }
  const column = (): Growing<Uint32Array> => new Growing((length) => new Uint32Array(length));
  const crowds = Array.from({ length: shards }, () => ({
    articles: column(),
    numbers: column(),
    crowd: column(),
  }));
  let crowded = 0;
  for (let at = 0; at < articles.length; at++) {
    if (facts.crowd[at] === 0) continue;
    const shard = shardOf(articles[at]!, firstArticle);
    crowds[shard]!.articles.push(articles[at]! - firstArticle[shard]!);
    crowds[shard]!.numbers.push(at * parts + part);
    crowds[shard]!.crowd.push(facts.crowd[at]!);
    crowded++;
  }
  for (const [shard, columns] of crowds.entries()) {
    const asked: CrowdedColumns = {
      articles: columns.articles.values.slice(),
      numbers: columns.numbers.values.slice(),
      crowd: columns.crowd.values.slice(),
    };
    results.value(fileFor('asked', shard), asked);
  }
  return { documents: articles.length, crowded };
}
