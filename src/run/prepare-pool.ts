import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SiteLineColumns } from '../split/site-lines.ts';
import type { SurveyedPages } from '../split/surveyed-pages.ts';
import { cutBatch, pagesIn, restOf } from './cut-batch.ts';
import { answersInOrder } from './in-order.ts';
import type { MemberProblem } from './member-batches.ts';
import type { PreparedBatch } from './prepare-batch.ts';
import { PrepareHere, type ThreadSetup } from './prepare-here.ts';
import { type Part, PrepareThread } from './prepare-thread.ts';
import type { Batch, ChosenFiles, Extent } from './read-batch.ts';
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
/** The answers to one piece, or to a part of one, in its order: one, unless a worker thread was lost over it. */
export interface AnsweredPiece extends KnownPiece {
  /** What was done just now; `null` for what was no work or known already. */
  readonly done: Batch | null;
}

/** Batches handed to each worker thread or waiting to be taken by it: enough that none is ever idle. */
const inFlightPerWorker = 3;
/**
 * Batches that this thread has done and that wait for those which workers were given before: with fewer it
 * waits too, a third of the time where only one was let be.
 */
const waitingFromHere = 7;
/** Of records and archives batches of so many bytes in all, or one: each is in memory twice, and then what came of it. */
const inFlightBytes = 1 << 23;

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
 *
 * Huge pages are put off until all before them was taken, and are then done in this thread: one at a time is in
 * memory, and what the system's allocator keeps of it serves the next one and the matching; each thread would keep
 * as much for itself.
 */
export class PreparePool {
  readonly #setup: ThreadSetup;
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
    this.#setup = setup;
    this.#here = new PrepareHere(setup);
    this.#jobs = jobs;
  }

  /** What a survey looks at of the pages of batches; what cannot be read is left out. */
  survey(batches: AsyncIterable<Batch | ChosenFiles>): AsyncGenerator<SurveyedPages> {
    return this.#divide(batches, {
      here: (batch, extent) => {
        const { surveyed, done } = this.#here.survey(batch, extent);
        return { results: [surveyed], rest: restOf(batch, done), share: shareOfStream(batch) };
      },
      inThread: (batch, thread) => thread.survey(batch),
      bytesOf: bytesIn,
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
        here: (piece, extent) => {
          if (!('batch' in piece)) return { ...known(piece), share: 0 };
          const { batch } = piece;
          const { prepared, done } = this.#here.prepare(batch, extent);
          const written = batch.kind === 'files' ? prepared.records.length / pagesBeforeThreads : 0;
          const share = written + shareOfStream(batch);
          return { ...answered(batch, [{ prepared }], restOf(batch, done)), share };
        },
        inThread: async (piece, thread) => {
          if (!('batch' in piece)) return known(piece);
          const { results, rest } = await thread.prepare(piece.batch);
          return answered(piece.batch, results, rest);
        },
        bytesOf: (piece) => ('batch' in piece ? bytesIn(piece.batch) : 0),
      });
    } finally {
      await this.stop();
    }
  }

  async stop(): Promise<void> {
    const threads = this.#threads;
    this.#threads = [];
    this.#here.letGo();
    await Promise.all(threads.map((thread) => thread.stop()));
  }

  /** Gives items to the threads; before there are any, the first are done here. */
  async *#divide<Item, Result>(
    items: AsyncIterable<Item>,
    { here, inThread, bytesOf }: Division<Item, Result>,
  ): AsyncGenerator<Result> {
    const source = items[Symbol.asyncIterator]();
    try {
      for (let done = 0; done < this.#workHere();) {
        const next = await source.next();
        if (next.done === true) return;
        let extent: Extent = 'up-to-huge';
        for (let item: Item | null = next.value; item !== null;) {
          const { results, rest, share } = here(item, extent);
          done += share;
          yield* results;
          item = rest;
          extent = extent === 'first' ? 'up-to-huge' : 'first';
        }
      }
      if (this.#threads.length === 0) {
        this.#threads = Array.from(
          { length: this.#jobs - 1 },
          () => new PrepareThread(this.#setup, this.#siteLines),
        );
      }
      const ask = (item: Item): Promise<Part<Item, Result>> => {
        const thread = this.#leastBusy();
        if (thread.waiting < inFlightPerWorker || this.#isBusyHere) return inThread(item, thread);
        return this.#inTurn(() => here(item, 'up-to-huge'));
      };
      const inFlight = this.#threads.length * inFlightPerWorker + 1 + waitingFromHere;
      const most = { answers: inFlight, bytes: inFlightBytes };
      for await (const part of answersInOrder(source, ask, bytesOf, most)) {
        yield* part.results;
        for (let { rest } = part; rest !== null;) {
          const first = here(rest, 'first');
          yield* first.results;
          const others: Part<Item, Result> | null =
            first.rest === null ? null : await inThread(first.rest, this.#leastBusy());
          if (others !== null) yield* others.results;
          rest = others?.rest ?? null;
        }
      }
    } finally {
      await source.return?.(undefined);
    }
  }

  /** Work to do in this thread, in shares of what comes before threads are worth their start. */
  #workHere(): number {
    if (this.#jobs < 2) return Infinity;
    const isLarge = this.#setup.files.count >= filesForThreads;
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
  readonly here: (item: Item, extent: Extent) => Part<Item, Result> & { readonly share: number };
  /** Does it in another, up to a huge page. */
  readonly inThread: (item: Item, thread: PrepareThread) => Promise<Part<Item, Result>>;
  /** Memory that an item takes. */
  readonly bytesOf: (item: Item) => number;
}

/** Share of what is read from streams before threads are started. */
function shareOfStream(batch: Batch | ChosenFiles): number {
  return bytesIn(batch) / streamBeforeThreads;
}

/** Bytes that a batch brings along; files are read by whoever works on them. */
function bytesIn(batch: Batch | ChosenFiles): number {
  return 'bytes' in batch ? batch.bytes.length : 0;
}

function known(piece: Aside | KnownPiece): Part<never, AnsweredPiece> {
  const answers = 'answers' in piece ? piece.answers : [piece];
  return { results: [{ answers, done: null }], rest: null };
}

function answered(
  batch: Batch,
  answers: readonly Answer[],
  rest: Batch | null,
): Part<{ readonly batch: Batch }, AnsweredPiece> {
  const done = rest === null ? batch : cutBatch(batch, pagesIn(batch) - pagesIn(rest))[0];
  return { results: [{ answers, done }], rest: rest === null ? null : { batch: rest } };
}
