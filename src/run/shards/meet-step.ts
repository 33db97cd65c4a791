import { leastSharedCount } from '../../dedupe/candidates.ts';
import { radixSort } from '../../dedupe/radix-sort.ts';
import { Growing } from '../growing.ts';
import { DividedNumbers } from './divided-numbers.ts';
import { distinct } from './distinct.ts';
import { partOfNumber } from './parts.ts';
import { fileFor } from './task.ts';
import type { TaskInputs } from './task-inputs.ts';
import type { TaskResults } from './task-results.ts';
import type { WorkFolder } from './work-folder.ts';

/** Pairs that share more than one sampled hash, sorted, and how many they share. */
export interface MetColumns {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  readonly shared: Uint32Array;
}

/** Step `meet`: how many hashes the documents of a part of the pairs share; asks what is known of those documents. */
export function meetStep(
  work: WorkFolder,
  part: number,
  inputs: TaskInputs,
  results: TaskResults,
): Record<string, number> {
  const { parts } = work.plan;
  const links = joined(
    inputs.tasksOf('join').map((task) => inputs.numbers(task, fileFor('links', part))),
  );
  const met = countMeetings(links);
  results.value('met', met);
  const asked = new DividedNumbers(results, 'asked', parts);
  for (const number of distinct(met.first, met.second))
    asked.append(partOfNumber(number, parts), [number]);
  asked.finish();
  return { links: links.length, pairs: met.first.length };
}

function joined(columns: readonly Uint32Array[]): Uint32Array {
  const whole = new Uint32Array(columns.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const column of columns) {
    whole.set(column, at);
    at += column.length;
  }
  return whole;
}

/** @param links - how many documents meet one, that one, then they; and so on. */
function countMeetings(links: Uint32Array): MetColumns {
  const firsts = new Growing((length) => new Uint32Array(length));
  const places = new Growing((length) => new Uint32Array(length));
  for (let at = 0; at < links.length; at += links[at]! + 2) {
    firsts.push(links[at + 1]!);
    places.push(at);
  }
  const [numbers, order] = [firsts.values, places.values];
  radixSort(numbers, order);
  const first = new Growing((length) => new Uint32Array(length));
  const second = new Growing((length) => new Uint32Array(length));
  const shared = new Growing((length) => new Uint32Array(length));
  const others = new Growing((length) => new Uint32Array(length));
  for (let start = 0; start < numbers.length;) {
    const number = numbers[start]!;
    others.length = 0;
    for (; start < numbers.length && numbers[start] === number; start++) {
      const at = order[start]!;
      others.append(links.subarray(at + 2, at + 2 + links[at]!));
    }
    const sorted = others.values.sort();
    for (let from = 0, to = 0; from < sorted.length; from = to) {
      while (to < sorted.length && sorted[to] === sorted[from]) to++;
      if (to - from < leastSharedCount) continue;
      first.push(number);
      second.push(sorted[from]!);
      shared.push(to - from);
    }
  }
  return {
    first: first.values.slice(),
    second: second.values.slice(),
    shared: shared.values.slice(),
  };
}
