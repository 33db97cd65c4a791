import {
  type CandidatePairs,
  emptyFacts,
  type SampleFacts,
  shareEnough,
} from '../../dedupe/candidates.ts';
import { mergePairs, seenOften } from '../../dedupe/varying-words.ts';
import { Growing } from '../growing.ts';
import { askFor } from './asked-texts.ts';
import { distinct } from './distinct.ts';
import type { ToldFacts } from './facts-step.ts';
import type { MetColumns } from './meet-step.ts';
import { orderTask } from './order-step.ts';
import { fileFor } from './task.ts';
import type { TaskInputs } from './task-inputs.ts';
import type { TaskResults } from './task-results.ts';
import type { WorkFolder } from './work-folder.ts';

/** Step `pair`: the pairs of a part that are compared; asks the shards for their texts. */
export function pairStep(
  work: WorkFolder,
  part: number,
  inputs: TaskInputs,
  results: TaskResults,
): Record<string, number> {
  const articleOf = new Map<number, number>();
  const joined = sharingPairs(part, inputs, articleOf);
  const pairs = mergePairs(joined, varyingPairs(part, inputs, articleOf));
  results.value('pairs', pairs);
  const numbers = distinct(pairs.first, pairs.second);
  const articles = numbers.map((number) => articleOf.get(number)!);
  askFor(numbers, articles, inputs.numbers(orderTask, 'first'), work.plan.shards, results);
  return { pairs: pairs.first.length, texts: numbers.length };
}

/** Pairs that share enough, by what is known of both documents. @param articleOf - is filled in. */
function sharingPairs(
  part: number,
  inputs: TaskInputs,
  articleOf: Map<number, number>,
): CandidatePairs {
  const { first, second, shared } = inputs.value(
    { step: 'meet', number: part },
    'met',
  ) as MetColumns;
  const placeOf = new Map<number, number>();
  for (const number of distinct(first, second)) placeOf.set(number, placeOf.size);
  const facts = emptyFacts(placeOf.size);
  for (const task of inputs.tasksOf('facts')) {
    const told = inputs.value(task, fileFor('told', part)) as ToldFacts;
    for (const [at, number] of told.numbers.entries()) {
      const place = placeOf.get(number)!;
      articleOf.set(number, told.articles[at]!);
      for (const name of Object.keys(facts) as (keyof SampleFacts)[])
        facts[name][place] = told[name][at]!;
    }
  }
  const kept: number[] = [];
  for (let at = 0; at < first.length; at++) {
    const [one, other] = [placeOf.get(first[at]!)!, placeOf.get(second[at]!)!];
    if (shareEnough(facts, one, other, shared[at]!)) kept.push(at);
  }
  return {
    first: Uint32Array.from(kept, (at) => first[at]!),
    second: Uint32Array.from(kept, (at) => second[at]!),
  };
}

/** Pairs within large crowds that agree in what varies. @param articleOf - is filled in. */
function varyingPairs(
  part: number,
  inputs: TaskInputs,
  articleOf: Map<number, number>,
): CandidatePairs {
  const first = new Growing((length) => new Uint32Array(length));
  const second = new Growing((length) => new Uint32Array(length));
  for (const task of inputs.tasksOf('vary')) {
    const rows = inputs.numbers(task, fileFor('varied', part));
    for (let row = 0; row < rows.length; row += 4) {
      first.push(rows[row]!);
      second.push(rows[row + 1]!);
      articleOf.set(rows[row]!, rows[row + 2]!);
      articleOf.set(rows[row + 1]!, rows[row + 3]!);
    }
  }
  return seenOften({ first: first.values, second: second.values });
}
