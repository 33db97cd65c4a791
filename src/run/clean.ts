import { Readable } from 'node:stream';
import type { Problem } from '../errors.ts';
import type { Article } from '../prepare-page.ts';
import type { Report } from '../report/report.ts';
import { resolveSettings, type Settings } from '../settings.ts';
import { runCorpus } from './clean-corpus.ts';
import { findInputs } from './find-inputs.ts';
import type { Sink } from './list-writer.ts';
import { streamedOutput } from './output.ts';
import { readKnowledge } from './read-knowledge.ts';

/** Settings of `clean`: any of `Settings` but those about where results are written. */
export interface CleanOptions extends Partial<
  Omit<
    Settings,
    | 'output'
    | 'outputFormat'
    | 'shardSize'
    | 'schema'
    | 'attributes'
    | 'baseline'
    | 'force'
    | 'resume'
    | 'dryRun'
    | 'check'
    | 'files0From'
  >
> {
  /** Told of every input that cannot be used; the others go on. */
  readonly onProblem?: (problem: Problem) => void;
  /** Given the report when the last article is out. */
  readonly onReport?: (report: Report) => void;
  /** Ends the run early. */
  readonly signal?: AbortSignal;
}

/**
 * Cleans pages and gives the articles that stay, in input order. With near-duplicate removal all
 * pages are read before the first article comes; with `dedupe: false` articles come as pages are
 * read. A slow reader holds the run back; leaving the loop ends it.
 *
 * @param inputs - folders, files, patterns; see `ghirbal --help`.
 * @throws UsageError for settings that cannot be used, InputError when nothing is found,
 * OutputError when scratch files cannot be written.
 *
 * @example
 * for await (const article of clean(['./scraped'])) console.log(article.title);
 */
export async function* clean(
  inputs: readonly string[],
  options: CleanOptions = {},
): AsyncGenerator<Article, void, undefined> {
  const { onProblem, onReport, signal, ...given } = options;
  const settings = resolveSettings(given);
  const knowledge = readKnowledge(settings);
  const found = await findInputs(
    inputs.filter((name) => name !== '-'),
    settings,
    () => Promise.resolve(new Uint8Array(0)),
  );
  const left = new AbortController();
  const handOver = new HandOver(left.signal);
  const run = runCorpus({
    inputs,
    found,
    form: 'articles',
    settings,
    knowledge,
    output: streamedOutput(handOver),
    stdin: Readable.from([]),
    onProblem: onProblem ?? (() => undefined),
    onProgress: () => undefined,
    longStep: (step) => step(),
    signal: signal === undefined ? left.signal : AbortSignal.any([left.signal, signal]),
  });
  const finished = run.then(
    (report) => handOver.end(report),
    (error: unknown) => handOver.fail(error),
  );
  try {
    for (let lines = await handOver.next(); lines !== null; lines = await handOver.next()) {
      for (const line of lines) yield JSON.parse(line) as Article;
    }
    onReport?.(handOver.report!);
  } finally {
    left.abort(new Error('the reader left the loop'));
    await finished;
  }
}

/** Hands batches of lines from the run to the reader, one batch at a time. */
class HandOver implements Sink {
  report: Report | null = null;
  readonly #left: AbortSignal;
  #batch: Promise<readonly string[] | null>;
  #offer!: (lines: readonly string[] | null) => void;
  #fail!: (error: unknown) => void;
  #taken: () => void = () => undefined;
  #refuse: (reason: unknown) => void = () => undefined;

  constructor(left: AbortSignal) {
    this.#left = left;
    left.addEventListener('abort', () => this.#refuse(left.reason));
    this.#batch = this.#nextBatch();
  }

  /** Waits until the batch is taken. */
  async write(bytes: Uint8Array): Promise<void> {
    this.#left.throwIfAborted();
    const lines = Buffer.from(bytes).toString('utf8').split('\n').slice(0, -1);
    await new Promise<void>((taken, refuse) => {
      this.#taken = taken;
      this.#refuse = refuse;
      this.#offer(lines);
    });
  }

  close(): void {
    // The end is told with the report, when the run has come to its own end.
  }

  end(report: Report): void {
    this.report = report;
    this.#offer(null);
  }

  fail(error: unknown): void {
    this.#fail(error);
  }

  /** The next lines; `null` after the last. */
  async next(): Promise<readonly string[] | null> {
    const lines = await this.#batch;
    this.#batch = this.#nextBatch();
    this.#taken();
    return lines;
  }

  #nextBatch(): Promise<readonly string[] | null> {
    const batch = new Promise<readonly string[] | null>((resolve, reject) => {
      this.#offer = resolve;
      this.#fail = reject;
    });
    // A failure after the reader has left is nobody's to catch.
    batch.catch(() => undefined);
    return batch;
  }
}
