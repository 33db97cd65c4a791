import { radixSort } from '../../dedupe/radix-sort.ts';
import type { Problem } from '../../errors.ts';
import type { SiteLineColumns } from '../../split/site-lines.ts';
import { preparedBatches, setupOf, siteLinesOf, workersOf } from '../clean-corpus.ts';
import { PreparePool } from '../prepare-pool.ts';
import { Growing } from '../growing.ts';
import { Ledger } from '../ledger.ts';
import { ListWriter } from '../list-writer.ts';
import { nowhere } from '../sinks.ts';
import type { PreparedBatch } from '../prepare-batch.ts';
import { type Collected, SampleCollection } from '../samples.ts';
import { StoredRecord } from '../stored-record.ts';
import { partOfHash } from './parts.ts';
import { inputsOfShard } from './plan.ts';
import { fileFor } from './task.ts';
import { type TaskInputs } from './task-inputs.ts';
import { type ResultFile, type TaskResults } from './task-results.ts';
import { type WorkFolder } from './work-folder.ts';

/** What every article tells of itself: columns with one entry an article of the shard. */
export interface ArticleColumns {
  /** Four numbers an article: `DocumentKey.exact`. */
  readonly exact: Uint32Array;
  readonly words: Int32Array;
  readonly published: Float64Array;
  readonly completeness: Uint8Array;
  readonly embedded: Uint8Array;
  readonly source: Uint32Array;
  /** Different hashes in its sample, and the highest of them. */
  readonly sampled: Uint32Array;
  readonly highest: Uint32Array;
}

/** What every document tells, articles and rejected pages alike. */
export interface DocumentColumns {
  /** Where its stored record ends. */
  readonly recordEnd: Float64Array;
  readonly rejected: Uint8Array;
  /** Bytes, lines and blocks: three numbers a document. */
  readonly sizes: Uint32Array;
}

/** What a task is given that decides nothing about what it writes. */
export interface TaskManners {
  /** Threads; 0 = one for each core. */
  readonly jobs: number;
  readonly onProblem: (problem: Problem) => void;
  readonly signal: AbortSignal;
}

/** Step `survey`: lines that a look at a sample of all pages finds to be furniture. */
export async function surveyStep(
  work: WorkFolder,
  results: TaskResults,
  { jobs, signal }: TaskManners,
): Promise<Record<string, number>> {
  const { plan, files } = work;
  const found = { ...inputsOfShard({ ...plan, shardEnd: [files.count] }, files, 0) };
  const { form, settings } = plan;
  const inputs = { found, form, settings, knowledge: work.knowledge };
  const pool = new PreparePool(setupOf(inputs), workersOf({ jobs }));
  let lines: SiteLineColumns | null;
  try {
    lines = await siteLinesOf(inputs, pool, signal);
  } finally {
    await pool.stop();
  }
  results.value('lines', lines);
  return { lines: lines?.keys.length ?? 0 };
}

/** Step `sign`: the pages of a shard to stored records, words, columns and rows by key. */
export async function signStep(
  work: WorkFolder,
  shard: number,
  inputs: TaskInputs,
  results: TaskResults,
  { jobs, ...telling }: TaskManners,
): Promise<Record<string, number>> {
  const { plan, files } = work;
  const siteLines = inputs.value({ step: 'survey', number: 0 }, 'lines') as SiteLineColumns | null;
  const problems = results.file('problems.jsonl');
  const ledger = new Ledger(
    {
      cleaned: new ListWriter(nowhere),
      removed: new ListWriter(nowhere),
      rejected: new ListWriter(nowhere),
      clusters: new ListWriter(nowhere),
      problems: new ListWriter({
        write: (bytes) => problems.append(bytes),
        close: () => undefined,
      }),
    },
    plan.form,
    Infinity,
  );
  const samples = new SampleCollection();
  const signed = new SignedShard(results, plan.parts, plan.settings.dedupe);
  const run = {
    found: inputsOfShard(plan, files, shard),
    form: plan.form,
    settings: { ...plan.settings, jobs },
    knowledge: work.knowledge,
    stdin: noStdin(),
    onProgress: () => undefined,
    ...telling,
  };
  const pool = new PreparePool(setupOf(run), workersOf({ jobs }));
  for await (const batch of preparedBatches(run, pool, siteLines, null, ledger)) {
    samples.add(batch, signed.documents);
    signed.add(batch);
  }
  await ledger.lists.problems.finish();
  const counts = signed.finish();
  const sampled: readonly Collected[] = [...samples.collected.keys()];
  results.value('sampled', sampled);
  results.value('counted', ledger.counted);
  return { ...counts, problems: ledger.lists.problems.lines };
}

async function* noStdin(): AsyncGenerator<Uint8Array> {
  // A run in parts reads files only.
}

/** Writes what signing gives, batch by batch; rows stay in memory until they are sorted. */
class SignedShard {
  documents = 0;
  readonly #results: TaskResults;
  readonly #records: ResultFile;
  readonly #words: ResultFile;
  readonly #names: ResultFile;
  readonly #recordEnd = new Growing((length) => new Float64Array(length));
  readonly #rejected = new Growing((length) => new Uint8Array(length));
  readonly #sizes = new Growing((length) => new Uint32Array(length));
  readonly #idHash = new Growing((length) => new Int32Array(length));
  readonly #exact = new Growing((length) => new Uint32Array(length));
  readonly #wordCount = new Growing((length) => new Int32Array(length));
  readonly #published = new Growing((length) => new Float64Array(length));
  readonly #completeness = new Growing((length) => new Uint8Array(length));
  readonly #embedded = new Growing((length) => new Uint8Array(length));
  readonly #source = new Growing((length) => new Uint32Array(length));
  readonly #sampled = new Growing((length) => new Uint32Array(length));
  readonly #highest = new Growing((length) => new Uint32Array(length));
  readonly #hashes: readonly Growing<Uint32Array>[];
  readonly #articles: readonly Growing<Uint32Array>[];
  readonly #hasKeys: boolean;
  #recordBytes = 0;

  constructor(results: TaskResults, parts: number, hasKeys: boolean) {
    this.#results = results;
    this.#records = results.file('records');
    this.#words = results.file('words');
    this.#names = results.file('names');
    this.#hasKeys = hasKeys;
    const columns = (): Growing<Uint32Array>[] =>
      Array.from({ length: parts }, () => new Growing((length) => new Uint32Array(length)));
    this.#hashes = columns();
    this.#articles = columns();
  }

  add(batch: PreparedBatch): void {
    this.#records.append(batch.records);
    this.#words.append(new Uint8Array(batch.words.buffer, 0, batch.words.byteLength));
    this.#names.append(Buffer.from(idsOf(batch)));
    this.#rejected.append(batch.rejected);
    this.#sizes.append(batch.sizes);
    this.#idHash.append(batch.idHash);
    for (const end of batch.recordEnd) this.#recordEnd.push(this.#recordBytes + end);
    this.#recordBytes += batch.records.length;
    this.documents += batch.documents;
    for (let at = 0; at < batch.documents; at++)
      if (batch.rejected[at] === 0) this.#article(batch, at);
  }

  #article(batch: PreparedBatch, at: number): void {
    const article = this.#wordCount.length;
    this.#published.push(batch.published[at]!);
    this.#completeness.push(batch.completeness[at]!);
    this.#embedded.push(batch.embedded[at]!);
    this.#source.push(batch.inputNumber[at]!);
    if (!this.#hasKeys) {
      this.#wordCount.push(0);
      return;
    }
    this.#wordCount.push(batch.wordEnd[at]! - (at === 0 ? 0 : batch.wordEnd[at - 1]!));
    this.#exact.append(batch.exact.subarray(at * 4, at * 4 + 4));
    const sample = batch.samples.slice(
      at === 0 ? 0 : batch.sampleEnd[at - 1]!,
      batch.sampleEnd[at],
    );
    sample.sort();
    let different = 0;
    for (let row = 0; row < sample.length; row++) {
      if (row > 0 && sample[row] === sample[row - 1]) continue;
      const part = partOfHash(sample[row]!, this.#hashes.length);
      this.#hashes[part]!.push(sample[row]!);
      this.#articles[part]!.push(article);
      different++;
    }
    this.#sampled.push(different);
    this.#highest.push(sample.at(-1) ?? 0);
  }

  finish(): Record<string, number> {
    const columns: ArticleColumns = {
      exact: this.#exact.values.slice(),
      words: this.#wordCount.values.slice(),
      published: this.#published.values.slice(),
      completeness: this.#completeness.values.slice(),
      embedded: this.#embedded.values.slice(),
      source: this.#source.values.slice(),
      sampled: this.#sampled.values.slice(),
      highest: this.#highest.values.slice(),
    };
    const documents: DocumentColumns = {
      recordEnd: this.#recordEnd.values.slice(),
      rejected: this.#rejected.values.slice(),
      sizes: this.#sizes.values.slice(),
    };
    this.#results.value('articles', columns);
    this.#results.value('documents', documents);
    this.#results.value('ids', this.#idHash.values.slice());
    let rows = 0;
    for (let part = 0; part < this.#hashes.length; part++) {
      const [hashes, articles] = [this.#hashes[part]!.values, this.#articles[part]!.values];
      radixSort(hashes, articles);
      const pairs = new Uint32Array(hashes.length * 2);
      for (let row = 0; row < hashes.length; row++) {
        pairs[row * 2] = hashes[row]!;
        pairs[row * 2 + 1] = articles[row]!;
      }
      this.#results.numbers(fileFor('rows', part), pairs);
      rows += hashes.length;
    }
    return { documents: this.documents, articles: this.#wordCount.length, rows };
  }
}

/** The JSON texts of a batch's ids, a line each. */
function idsOf({ records, recordEnd, documents }: PreparedBatch): string {
  const bytes = Buffer.from(records.buffer, records.byteOffset, records.length);
  let lines = '';
  for (let at = 0; at < documents; at++) {
    const stored = bytes.subarray(at === 0 ? 0 : recordEnd[at - 1]!, recordEnd[at]);
    lines += `${new StoredRecord(stored).id}\n`;
  }
  return lines;
}
