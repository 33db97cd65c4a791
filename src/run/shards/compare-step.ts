import type { CandidatePairs } from '../../dedupe/candidates.ts';
import { comparePairs } from '../../dedupe/compare-pairs.ts';
import { keepsAllPairs } from '../../dedupe/match.ts';
import { matchSettings } from '../clean-corpus.ts';
import { packPairs } from './compared-pairs.ts';
import type { CopyColumns } from './copy-list.ts';
import { distinct } from './distinct.ts';
import { orderTask } from './order-step.ts';
import { fileFor } from './task.ts';
import type { TaskInputs } from './task-inputs.ts';
import type { TaskResults } from './task-results.ts';
import type { WorkFolder } from './work-folder.ts';
import { WordsReader } from './words-reader.ts';

/**
 * Step `compare`: the texts of the pairs of a part side by side. What connects documents goes to `link` as
 * pairs of numbers; a document that has exact copies is connected with itself.
 */
export function compareStep(
  work: WorkFolder,
  part: number,
  inputs: TaskInputs,
  results: TaskResults,
): Record<string, number> {
  const pairs = inputs.value({ step: 'pair', number: part }, 'pairs') as CandidatePairs;
  const numbers = distinct(pairs.first, pairs.second);
  // Numbered anew, in the same order: what grows with the documents then grows with those of the part.
  const placeOf = new Map(Array.from(numbers, (number, place) => [number, place]));
  const local = (column: Uint32Array): Uint32Array => column.map((number) => placeOf.get(number)!);
  const reader = wordsOfPart(part, inputs);
  const { table, histogram } = comparePairs(
    { first: local(pairs.first), second: local(pairs.second) },
    numbers.length,
    (place) => reader.wordsOf(numbers[place]!),
    keepsAllPairs(matchSettings(work.plan.settings)),
  );
  const compared = packPairs(table, numbers);
  results.value('compared', compared);
  results.numbers('histogram', histogram);
  const copied = (inputs.value(orderTask, fileFor('copies', part)) as CopyColumns).numbers;
  results.numbers('edges', edgesOf(compared.left, compared.right, copied));
  return { pairs: pairs.first.length, alike: table.size };
}

/** The texts that the shards sent to a part. */
export function wordsOfPart(part: number, inputs: TaskInputs): WordsReader {
  return new WordsReader(
    inputs.tasksOf('words').map((task) => inputs.path(task, fileFor('words', part))),
  );
}

function edgesOf(left: Uint32Array, right: Uint32Array, copied: Uint32Array): Uint32Array {
  const edges = new Uint32Array((left.length + copied.length) * 2);
  left.forEach((number, at) => (edges[at * 2] = number));
  right.forEach((number, at) => (edges[at * 2 + 1] = number));
  copied.forEach((number, at) =>
    edges.fill(number, (left.length + at) * 2, (left.length + at + 1) * 2),
  );
  return edges;
}
