import type { SiteLineColumns } from '../split/site-lines.ts';
import type { SurveyedPages } from '../split/surveyed-pages.ts';
import { guessEncoding } from './guess-encoding.ts';
import { HugeTurn } from './huge-turn.ts';
import { answersInOrder } from './in-order.ts';
import type { MemberProblem } from './member-batches.ts';
import { BatchPreparer, type PreparedBatch } from './prepare-batch.ts';
import { PrepareThread, type ThreadSetup, type WorkerSetup } from './prepare-thread.ts';
import type { Batch, ChosenFiles } from './read-batch.ts';
import { BatchSurveyor } from './survey-batch.ts';
import type { PassedOver } from './tar-pages.ts';

/** Something in a run's input that is no work: it cannot be used, or was not asked for. */
export type Aside = MemberProblem | PassedOver;
/** A piece of a run's input. */
export type Piece = { readonly batch: Batch } | Aside;
/** What became of a piece, or of a part of one. */
export type Answer = { readonly prepared: PreparedBatch } | Aside;
/** A piece whose answers are known already. */
export interface KnownPiece {
  readonly answers: readonly Answer[];
}
/** The answers to one piece, in its order: one, unless a worker thread was lost over it. */
export interface AnsweredPiece extends KnownPiece {
  /** Whether it was work, and done just now. */
  readonly isNew: boolean;
}

/** Batches handed out or waiting to be taken, for each worker: enough that none is ever idle. */
const inFlightPerWorker = 3;

/**
 * Files from which threads are started at once; with fewer, bytes that are surveyed or prepared in this thread
 * before any other is started: of records and archives as they come, of pages in files as they are written.
 * A thread takes some 60 MB, and 100 ms until its tables are made and, as this one, twice as long a page for the
 * first thousand pages, until its code is compiled: whoever starts threads after that work waits for it twice.
 */
const filesForThreads = 1024;
const streamBeforeThreads = 1 << 21;
const pagesBeforeThreads = 1 << 25;

/**
 * Surveys and prepares batches, in worker threads where there is enough to do: the same threads
 * for both, as their code is compiled by then. Answers come in the order of what was asked,
 * whatever the number of workers. At most a few batches for each worker are under way, so a slow
 * reader of the answers slows the reading of the input.
 */
export class PreparePool {
  readonly #setup: ThreadSetup;
  readonly #workers: number;
  /** Empty until there is enough to do for threads. */
  #threads: readonly PrepareThread[] = [];
  /** Lines that pages are judged by, once the survey has told them. */
  #siteLines: SiteLineColumns | null = null;

  /** @param workers - threads for large inputs; below 2, all is done in this thread. */
  constructor(setup: ThreadSetup, workers: number) {
    this.#setup = setup;
    this.#workers = workers;
  }

  /** What a survey looks at of the pages of batches; what cannot be read is left out. */
  survey(batches: AsyncIterable<Batch | ChosenFiles>): AsyncGenerator<readonly SurveyedPages[]> {
    let surveyor: BatchSurveyor | null = null;
    return this.#divide(batches, {
      here: (batch) => {
        surveyor ??= new BatchSurveyor(this.#setup, () => undefined);
        return { result: [surveyor.survey(batch)], share: shareOfStream(batch) };
      },
      inThread: (batch) => this.#leastBusy().survey(batch),
    });
  }

  /**
   * Prepares pieces, and stops the threads when all are done.
   *
   * @param siteLines - what the survey found.
   */
  async *prepare(
    pieces: AsyncIterable<Piece | KnownPiece>,
    siteLines: SiteLineColumns | null,
  ): AsyncGenerator<AnsweredPiece> {
    this.#siteLines = siteLines;
    for (const thread of this.#threads) thread.goBy(siteLines);
    let preparer: BatchPreparer | null = null;
    try {
      yield* this.#divide(pieces, {
        here: (piece) => {
          if (!('batch' in piece)) return { result: known(piece), share: 0 };
          preparer ??= new BatchPreparer({ ...this.#setup, siteLines }, guessEncoding);
          const prepared = preparer.prepare(piece.batch);
          const isFiles = piece.batch.kind === 'files';
          const written = isFiles ? prepared.records.length / pagesBeforeThreads : 0;
          return {
            result: { answers: [{ prepared }], isNew: true },
            share: written + shareOfStream(piece.batch),
          };
        },
        inThread: async (piece) => {
          // Its memory is not kept beside that of the threads.
          preparer = null;
          if (!('batch' in piece)) return known(piece);
          return { answers: await this.#leastBusy().prepare(piece.batch), isNew: true };
        },
      });
    } finally {
      await this.stop();
    }
  }

  async stop(): Promise<void> {
    const threads = this.#threads;
    this.#threads = [];
    await Promise.all(threads.map((thread) => thread.stop()));
  }

  /** Gives items to the threads; before there are any, the first are done here. */
  async *#divide<Item, Result>(
    items: AsyncIterable<Item>,
    { here, inThread }: Division<Item, Result>,
  ): AsyncGenerator<Result> {
    const source = items[Symbol.asyncIterator]();
    try {
      for (let done = 0; done < this.#workHere();) {
        const next = await source.next();
        if (next.done === true) return;
        const { result, share } = here(next.value);
        done += share;
        yield result;
      }
      if (this.#threads.length === 0) {
        const shared: WorkerSetup = { setup: this.#setup, turn: HugeTurn.newState() };
        this.#threads = Array.from(
          { length: this.#workers },
          () => new PrepareThread(shared, this.#siteLines),
        );
      }
      yield* answersInOrder(source, inThread, this.#workers * inFlightPerWorker);
    } finally {
      await source.return?.(undefined);
    }
  }

  /** Work to do in this thread, in shares of what comes before threads are worth their start. */
  #workHere(): number {
    if (this.#workers < 2) return Infinity;
    const isLarge = this.#setup.files.count >= filesForThreads;
    return isLarge || this.#threads.length > 0 ? 0 : 1;
  }

  #leastBusy(): PrepareThread {
    return this.#threads.reduce((best, thread) => (thread.waiting < best.waiting ? thread : best));
  }
}

/** How items are divided between this thread and others. */
interface Division<Item, Result> {
  /** Does it in this thread, and tells what share that is of what comes before any other is started. */
  readonly here: (item: Item) => { readonly result: Result; readonly share: number };
  readonly inThread: (item: Item) => Promise<Result>;
}

/** Share of what is read from streams before threads are started. */
function shareOfStream(batch: Batch | ChosenFiles): number {
  return 'bytes' in batch ? batch.bytes.length / streamBeforeThreads : 0;
}

function known(piece: Aside | KnownPiece): AnsweredPiece {
  return { answers: 'answers' in piece ? piece.answers : [piece], isNew: false };
}
