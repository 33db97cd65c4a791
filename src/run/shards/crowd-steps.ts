import { pairsOfKeys, visitVaryingKeys, WordTally } from '../../dedupe/varying-words.ts';
import { DividedNumbers } from './divided-numbers.ts';
import type { CrowdedColumns } from './facts-step.ts';
import { orderTask } from './order-step.ts';
import { partOfHash, partOfPair } from './parts.ts';
import { fileFor } from './task.ts';
import type { TaskInputs } from './task-inputs.ts';
import type { TaskResults } from './task-results.ts';
import type { WorkFolder } from './work-folder.ts';
import { ShardWords } from './shard-words.ts';

const tallyTask = { step: 'tally', number: 0 } as const;

/** Step `crowd`: in how many of a shard's documents of large crowds each word is. */
export function crowdStep(
  shard: number,
  inputs: TaskInputs,
  results: TaskResults,
): Record<string, number> {
  const tally = new WordTally();
  let texts = 0;
  for (const { words } of crowdedTexts(shard, inputs)) {
    tally.add(words);
    texts++;
  }
  results.numbers('counts', packCounts(tally.counts));
  return { texts };
}

/** Step `tally`: the counts of all shards added up. Takes 8 MB, whatever the corpus. */
export function tallyStep(inputs: TaskInputs, results: TaskResults): Record<string, number> {
  const { counts } = new WordTally();
  for (const task of inputs.tasksOf('crowd')) addCounts(inputs.numbers(task, 'counts'), counts);
  const packed = packCounts(counts);
  results.numbers('counts', packed);
  return { counters: packed.length / 2 };
}

/** Counters that are not 0: which, and how much. */
function packCounts(counts: Uint32Array): Uint32Array {
  const packed = new Uint32Array(counts.reduce((used, count) => used + (count > 0 ? 2 : 0), 0));
  let to = 0;
  for (let counter = 0; counter < counts.length; counter++) {
    if (counts[counter] === 0) continue;
    packed[to++] = counter;
    packed[to++] = counts[counter]!;
  }
  return packed;
}

function addCounts(packed: Uint32Array, into: Uint32Array): void {
  for (let at = 0; at < packed.length; at += 2) into[packed[at]!]! += packed[at + 1]!;
}

/** Step `keys`: keys of what varies in a shard's documents of large crowds. */
export function keysStep(
  work: WorkFolder,
  shard: number,
  inputs: TaskInputs,
  results: TaskResults,
): Record<string, number> {
  const { parts } = work.plan;
  const before = inputs.numbers(orderTask, 'first')[shard]!;
  const { counts } = new WordTally();
  addCounts(inputs.numbers(tallyTask, 'counts'), counts);
  const keys = new DividedNumbers(results, 'keys', parts);
  for (const { words, crowd, number, article } of crowdedTexts(shard, inputs)) {
    visitVaryingKeys(words, crowd, counts, (key) => {
      keys.append(partOfHash(key, parts), [key, number, before + article]);
    });
  }
  keys.finish();
  return { bytes: keys.bytes };
}

function* crowdedTexts(
  shard: number,
  inputs: TaskInputs,
): Generator<{
  readonly words: Int32Array;
  readonly article: number;
  readonly number: number;
  readonly crowd: number;
}> {
  const reader = new ShardWords(shard, inputs);
  for (const task of inputs.tasksOf('facts')) {
    const { articles, numbers, crowd } = inputs.value(
      task,
      fileFor('asked', shard),
    ) as CrowdedColumns;
    for (const [at, article] of articles.entries())
      yield {
        words: reader.wordsOf(article),
        article,
        number: numbers[at]!,
        crowd: crowd[at]!,
      };
  }
  reader.close();
}

/** Step `vary`: documents that have a key of a part of the keys in common, by the part of the pairs. */
export function varyStep(
  work: WorkFolder,
  part: number,
  inputs: TaskInputs,
  results: TaskResults,
): Record<string, number> {
  const { parts } = work.plan;
  const shards = inputs.tasksOf('keys').map((task) => inputs.numbers(task, fileFor('keys', part)));
  const rows = shards.reduce((sum, { length }) => sum + length / 3, 0);
  const keys = new Uint32Array(rows);
  const numbers = new Uint32Array(rows);
  const articleOf = new Map<number, number>();
  let row = 0;
  for (const shard of shards) {
    for (let at = 0; at < shard.length; at += 3) {
      keys[row] = shard[at]!;
      numbers[row++] = shard[at + 1]!;
      articleOf.set(shard[at + 1]!, shard[at + 2]!);
    }
  }
  const { first, second } = pairsOfKeys(keys, numbers);
  const varied = new DividedNumbers(results, 'varied', parts);
  for (let at = 0; at < first.length; at++) {
    const [one, other] = [first[at]!, second[at]!];
    const to = partOfPair(one, other, parts);
    varied.append(to, [one, other, articleOf.get(one)!, articleOf.get(other)!]);
  }
  varied.finish();
  return { rows, pairs: first.length };
}
