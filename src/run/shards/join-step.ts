import { commonFrom, representatives } from '../../dedupe/candidates.ts';
import { visitEqualRuns } from '../../dedupe/equal-runs.ts';
import { radixSort } from '../../dedupe/radix-sort.ts';
import { Growing } from '../growing.ts';
import { DividedNumbers } from './divided-numbers.ts';
import { isCopy, orderTask } from './order-step.ts';
import { partOfNumber, partOfPair, spanOfPartner } from './parts.ts';
import { fileFor } from './task.ts';
import type { TaskInputs } from './task-inputs.ts';
import type { TaskResults } from './task-results.ts';
import type { WorkFolder } from './work-folder.ts';

/**
 * Step `join`: rows of a part of the keys, of all shards, to the documents that share each hash. A hash
 * of very many documents costs no more than twice their number, as only a few stand for them.
 */
export function joinStep(
  work: WorkFolder,
  part: number,
  inputs: TaskInputs,
  results: TaskResults,
): Record<string, number> {
  const { parts } = work.plan;
  const { hashes, documents } = numberedRows(part, inputs);
  const links = new DividedNumbers(results, 'links', parts);
  const common = new CommonHashes();
  let [runs, shared, longest] = [0, 0, 0];
  visitEqualRuns(hashes, documents, (run, start, end) => {
    const length = end - start;
    const isCommon = length > commonFrom;
    const linking = isCommon ? start + representatives : end - 1;
    for (let at = start; at < linking; at++) linkOn(run, at, end, parts, links);
    if (isCommon)
      for (let at = start; at < end; at++)
        common.add(run[at]!, length, at - start < representatives);
    runs++;
    shared += length;
    longest = Math.max(longest, length);
  });
  links.finish();
  common.write(new DividedNumbers(results, 'facts', parts), parts);
  return { rows: hashes.length, runs, shared, longest, linkBytes: links.bytes };
}

/** The rows of a part of the keys, with documents by their number in order. */
function numberedRows(
  part: number,
  inputs: TaskInputs,
): { readonly hashes: Uint32Array; readonly documents: Uint32Array } {
  const firstArticle = inputs.numbers(orderTask, 'first');
  const numbers = inputs.numbers(orderTask, 'numbers');
  const shards = inputs.tasksOf('sign').map((task) => inputs.numbers(task, fileFor('rows', part)));
  const most = shards.reduce((sum, rows) => sum + rows.length / 2, 0);
  const hashes = new Uint32Array(most);
  const documents = new Uint32Array(most);
  let kept = 0;
  for (const [shard, rows] of shards.entries()) {
    for (let row = 0; row < rows.length; row += 2) {
      const number = numbers[firstArticle[shard]! + rows[row + 1]!]!;
      if (number === isCopy) continue;
      hashes[kept] = rows[row]!;
      documents[kept++] = number;
    }
  }
  return { hashes: hashes.subarray(0, kept), documents: documents.subarray(0, kept) };
}

/** Writes how many later documents of a run meet one, then that one, then they; by the part of the pairs. */
function linkOn(
  run: Uint32Array,
  at: number,
  end: number,
  parts: number,
  links: DividedNumbers,
): void {
  const first = run[at]!;
  for (let from = at + 1; from < end;) {
    const span = spanOfPartner(run[from]!);
    let to = from + 1;
    while (to < end && spanOfPartner(run[to]!) === span) to++;
    const part = partOfPair(first, run[from]!, parts);
    links.append(part, [to - from, first]);
    links.append(part, run.subarray(from, to));
    from = to;
  }
}

/** Which documents have common hashes. */
class CommonHashes {
  readonly #numbers = new Growing((length) => new Uint32Array(length));
  readonly #lengths = new Growing((length) => new Uint32Array(length));
  readonly #represents = new Growing((length) => new Uint8Array(length));

  add(number: number, length: number, represents: boolean): void {
    this.#numbers.push(number);
    this.#lengths.push(length);
    this.#represents.push(represents ? 1 : 0);
  }

  /** Writes for each document how many they are, how many documents have the most common, and whether it stands for one. */
  write(into: DividedNumbers, parts: number): void {
    const numbers = this.#numbers.values;
    const rows = Uint32Array.from(numbers, (_, row) => row);
    radixSort(numbers, rows);
    for (let start = 0; start < numbers.length;) {
      const number = numbers[start]!;
      let [end, crowd, represents] = [start, 0, 0];
      for (; end < numbers.length && numbers[end] === number; end++) {
        crowd = Math.max(crowd, this.#lengths.at(rows[end]!));
        represents |= this.#represents.at(rows[end]!);
      }
      into.append(partOfNumber(number, parts), [number, end - start, crowd, represents]);
      start = end;
    }
    into.finish();
  }
}
