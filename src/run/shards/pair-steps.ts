import { type CandidatePairs, Links } from '../../dedupe/candidates.ts';
import { comparePairs } from '../../dedupe/compare-pairs.ts';
import { visitEqualRuns } from '../../dedupe/equal-runs.ts';
import { keepsAllPairs } from '../../dedupe/match.ts';
import { joinByVaryingWords, mergePairs } from '../../dedupe/varying-words.ts';
import { matchSettings } from '../clean-corpus.ts';
import { Growing } from '../growing.ts';
import { isCopy, type OrderColumns } from './order-step.ts';
import { askFor } from './asked-texts.ts';
import { type ComparedColumns, packPairs } from './compared-pairs.ts';
import { partOfPair } from './parts.ts';
import { fileFor } from './task.ts';
import { type TaskInputs } from './task-inputs.ts';
import { type ResultFile, type TaskResults } from './task-results.ts';
import { type WorkFolder } from './work-folder.ts';
import { WordsReader } from './words-reader.ts';

const orderTask = { step: 'order', number: 0 } as const;
const pairTask = { step: 'pair', number: 0 } as const;
const varyTask = { step: 'vary', number: 0 } as const;

/** Step `join`: rows of a part of the keys, of all shards, to the documents that share each hash. */
export function joinStep(
  part: number,
  inputs: TaskInputs,
  results: TaskResults,
): Record<string, number> {
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
  const runs = new RunWriter(results.file('runs'));
  let longest = 0;
  visitEqualRuns(hashes.subarray(0, kept), documents.subarray(0, kept), (run, start, end) => {
    runs.add(run.subarray(start, end));
    longest = Math.max(longest, end - start);
  });
  runs.flush();
  return { rows: kept, runs: runs.count, shared: runs.members, longest };
}

/** Writes runs of documents: how many, then their numbers. */
class RunWriter {
  count = 0;
  members = 0;
  readonly #file: ResultFile;
  readonly #held = new Growing((length) => new Uint32Array(length));

  constructor(file: ResultFile) {
    this.#file = file;
  }

  add(run: Uint32Array): void {
    this.#held.push(run.length);
    this.#held.append(run);
    this.count++;
    this.members += run.length;
    if (this.#held.length > mostHeld) this.flush();
  }

  flush(): void {
    const { values } = this.#held;
    this.#file.append(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
    this.#held.length = 0;
  }
}

/** Numbers of runs that are collected before they are written. */
const mostHeld = 1 << 16;

/** What `pair` finds. */
interface PairColumns extends CandidatePairs {
  /** Documents of large crowds, ascending, and how large each one's crowd is. */
  readonly crowded: Uint32Array;
  readonly crowd: Uint32Array;
}

/**
 * Step `pair`: pairs of documents that share enough. One place, 29 bytes a document and 8 for each
 * of its rows that another document shares: how many of a document's shingles are common, and
 * how large its crowd is, is known when all its runs are.
 */
export function pairStep(
  work: WorkFolder,
  inputs: TaskInputs,
  results: TaskResults,
): Record<string, number> {
  const order = inputs.value(orderTask, 'order') as OrderColumns;
  const links = new Links(order.articles.length);
  links.sampled.set(order.sampled);
  links.highest.set(order.highest);
  for (const task of inputs.tasksOf('join')) {
    const runs = inputs.numbers(task, 'runs');
    for (let at = 0; at < runs.length; at += runs[at]! + 1)
      links.add(runs, at + 1, at + 1 + runs[at]!);
  }
  const { first, second, crowd } = links.pairs();
  const crowded = Uint32Array.from(numbersWhere(crowd));
  const pairs: PairColumns = {
    first: first.slice(),
    second: second.slice(),
    crowded,
    crowd: crowded.map((number) => crowd[number]!),
  };
  results.value('pairs', pairs);
  askFor(crowded, new Uint32Array(crowded.length), order, work.plan.shards, results);
  return { pairs: first.length, crowded: crowded.length };
}

function* numbersWhere(values: Uint32Array): Generator<number> {
  for (let at = 0; at < values.length; at++) if (values[at]! > 0) yield at;
}

/** Step `vary`: pairs within large crowds that agree in what varies, added to the others. */
export function varyStep(
  work: WorkFolder,
  inputs: TaskInputs,
  results: TaskResults,
): Record<string, number> {
  const { parts, shards } = work.plan;
  const order = inputs.value(orderTask, 'order') as OrderColumns;
  const { crowded, crowd: sizes, ...joined } = inputs.value(pairTask, 'pairs') as PairColumns;
  const crowd = new Uint32Array(order.articles.length);
  for (const [at, number] of crowded.entries()) crowd[number] = sizes[at]!;
  const reader = new WordsReader(inputs.tasksOf('crowd').map((task) => inputs.path(task, 'words')));
  const found = mergePairs(
    joined,
    joinByVaryingWords(crowd, (number) => reader.wordsOf(number)),
  );
  reader.close();
  const columns = Array.from({ length: parts }, () => ({
    first: new Growing((length) => new Uint32Array(length)),
    second: new Growing((length) => new Uint32Array(length)),
  }));
  for (let at = 0; at < found.first.length; at++) {
    const part = columns[partOfPair(found.first[at]!, found.second[at]!, parts)]!;
    part.first.push(found.first[at]!);
    part.second.push(found.second[at]!);
  }
  const numbers = new Growing((length) => new Uint32Array(length));
  const partOf = new Growing((length) => new Uint32Array(length));
  let largest = 0;
  for (const [part, { first, second }] of columns.entries()) {
    const pairs: CandidatePairs = { first: first.values.slice(), second: second.values.slice() };
    results.value(fileFor('pairs', part), pairs);
    largest = Math.max(largest, pairs.first.length);
    for (const number of met(pairs)) {
      numbers.push(number);
      partOf.push(part);
    }
  }
  askFor(numbers.values, partOf.values, order, shards, results);
  return { pairs: found.first.length, asked: numbers.length, largest };
}

/** The documents that pairs are made of, ascending. */
function met({ first, second }: CandidatePairs): Uint32Array {
  const all = new Uint32Array(first.length * 2);
  all.set(first);
  all.set(second, first.length);
  all.sort();
  let kept = 0;
  for (let at = 0; at < all.length; at++)
    if (at === 0 || all[at] !== all[at - 1]) all[kept++] = all[at]!;
  return all.subarray(0, kept);
}

/** Step `compare`: the texts of the pairs of a part side by side. */
export function compareStep(
  work: WorkFolder,
  part: number,
  inputs: TaskInputs,
  results: TaskResults,
): Record<string, number> {
  const settings = matchSettings(work.plan.settings);
  const pairs = inputs.value(varyTask, fileFor('pairs', part)) as CandidatePairs;
  const numbers = met(pairs);
  // Numbered anew, in the same order: what grows with the documents then grows with those of the part.
  const placeOf = new Map(Array.from(numbers, (number, place) => [number, place]));
  const local = (column: Uint32Array): Uint32Array => column.map((number) => placeOf.get(number)!);
  const reader = new WordsReader(
    inputs.tasksOf('words').map((task) => inputs.path(task, fileFor('words', part))),
  );
  const { table, histogram } = comparePairs(
    { first: local(pairs.first), second: local(pairs.second) },
    numbers.length,
    (place) => reader.wordsOf(numbers[place]!),
    keepsAllPairs(settings),
  );
  reader.close();
  const compared: ComparedColumns = { ...packPairs(table, numbers), histogram };
  results.value('compared', compared);
  return { pairs: pairs.first.length, alike: table.size };
}
