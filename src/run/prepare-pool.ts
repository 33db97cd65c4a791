import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SiteLineColumns } from '../split/site-lines.ts';
import type { SurveyedPages } from '../split/surveyed-pages.ts';
import { HugeTurn } from './huge-turn.ts';
import { answersInOrder } from './in-order.ts';
import type { MemberProblem } from './member-batches.ts';
import type { PreparedBatch } from './prepare-batch.ts';
import { PrepareHere, type ThreadSetup, type WorkerSetup } from './prepare-here.ts';
import { PrepareThread } from './prepare-thread.ts';
import type { Batch, ChosenFiles } from './read-batch.ts';
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

/** Batches handed to each worker thread or waiting to be taken by it: enough that none is ever idle. */
const inFlightPerWorker = 3;

/**
 * Files from which threads are started at once; with fewer, bytes that are surveyed or prepared in this thread
 * before any other is started: of records and archives as they come, of pages in files as they are written.
 * A thread takes some 45 MB, and 100 ms until its tables are made and, as this one, twice as long a page for the
 * first thousand pages, until its code is compiled: whoever starts threads after that work waits for it twice.
 */
const filesForThreads = 1024;
const streamBeforeThreads = 1 << 21;
const pagesBeforeThreads = 1 << 25;

/**
 * Surveys and prepares batches, in several threads where there is enough to do: this one and workers,
 * the same for both steps, as their code is compiled by then. This thread also collects the answers, and
 * takes a batch itself only when the workers have enough to do. Answers come in the order of what was asked,
 * whatever the number of threads. At most a few batches for each worker are under way, so a slow
 * reader of the answers slows the reading of the input.
 */
export class PreparePool {
  readonly #workerSetup: WorkerSetup;
  readonly #here: PrepareHere;
  readonly #jobs: number;
  /** Empty until there is enough to do for threads. */
  #threads: readonly PrepareThread[] = [];
  /** Whether a batch waits for this thread, or is with it. */
  #isBusyHere = false;
  /** Lines that pages are judged by, once the survey has told them. */
  #siteLines: SiteLineColumns | null = null;

  /** @param jobs - threads for large inputs, this one included. */
  constructor(setup: ThreadSetup, jobs: number) {
    this.#workerSetup = { setup, turn: HugeTurn.newState() };
    this.#here = new PrepareHere(this.#workerSetup);
    this.#jobs = jobs;
  }

  /** What a survey looks at of the pages of batches; what cannot be read is left out. */
  survey(batches: AsyncIterable<Batch | ChosenFiles>): AsyncGenerator<readonly SurveyedPages[]> {
    return this.#divide(batches, {
      here: (batch) => ({ result: [this.#here.survey(batch)], share: shareOfStream(batch) }),
      inThread: (batch, thread) => thread.survey(batch),
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
    for (const each of [this.#here, ...this.#threads]) each.goBy(siteLines);
    try {
      yield* this.#divide(pieces, {
        here: (piece) => {
          if (!('batch' in piece)) return { result: known(piece), share: 0 };
          const prepared = this.#here.prepare(piece.batch);
          const isFiles = piece.batch.kind === 'files';
          const written = isFiles ? prepared.records.length / pagesBeforeThreads : 0;
          return {
            result: { answers: [{ prepared }], isNew: true },
            share: written + shareOfStream(piece.batch),
          };
        },
        inThread: async (piece, thread) => {
          if (!('batch' in piece)) return known(piece);
          return { answers: await thread.prepare(piece.batch), isNew: true };
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
        this.#threads = Array.from(
          { length: this.#jobs - 1 },
          () => new PrepareThread(this.#workerSetup, this.#siteLines),
        );
      }
      const ask = (item: Item): Promise<Result> => {
        const thread = this.#leastBusy();
        if (thread.waiting < inFlightPerWorker || this.#isBusyHere) return inThread(item, thread);
        return this.#inTurn(() => here(item).result);
      };
      yield* answersInOrder(source, ask, this.#threads.length * inFlightPerWorker + 1);
    } finally {
      await source.return?.(undefined);
    }
  }

  /** Work to do in this thread, in shares of what comes before threads are worth their start. */
  #workHere(): number {
    if (this.#jobs < 2) return Infinity;
    const isLarge = this.#workerSetup.setup.files.count >= filesForThreads;
    return isLarge || this.#threads.length > 0 ? 0 : 1;
  }

  #leastBusy(): PrepareThread {
    return this.#threads.reduce((best, thread) => (thread.waiting < best.waiting ? thread : best));
  }

  /** Does a step after what has come from the workers was heard. */
  async #inTurn<Result>(step: () => Result): Promise<Result> {
    this.#isBusyHere = true;
    try {
      await nextTurn();
      return step();
    } finally {
      this.#isBusyHere = false;
    }
  }
}

/** How items are divided between this thread and others. */
interface Division<Item, Result> {
  /** Does it in this thread, and tells what share that is of what comes before any other is started. */
  readonly here: (item: Item) => { readonly result: Result; readonly share: number };
  readonly inThread: (item: Item, thread: PrepareThread) => Promise<Result>;
}

/** Share of what is read from streams before threads are started. */
function shareOfStream(batch: Batch | ChosenFiles): number {
  return 'bytes' in batch ? batch.bytes.length / streamBeforeThreads : 0;
}

function known(piece: Aside | KnownPiece): AnsweredPiece {
  return { answers: 'answers' in piece ? piece.answers : [piece], isNew: false };
}
