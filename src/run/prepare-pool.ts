import { Worker } from 'node:worker_threads';
import { GhirbalError } from '../errors.ts';
import { guessEncoding } from './guess-encoding.ts';
import { halvesOf, lostInputs } from './halves.ts';
import { HugeTurn, type HugeTurnState } from './huge-turn.ts';
import type { MemberProblem } from './member-batches.ts';
import { BatchPreparer, type PreparedBatch, type PrepareSetup } from './prepare-batch.ts';
import type { Batch } from './read-batch.ts';
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

/** What a thread is given when it starts. */
export interface ThreadSetup {
  readonly setup: PrepareSetup;
  readonly turn: HugeTurnState;
}

/** Batches handed out or waiting to be taken, for each worker: enough that none is ever idle. */
const inFlightPerWorker = 3;

/**
 * Files from which threads are started at once; with fewer, bytes that are prepared in this thread before any
 * other is started: of records and archives as they come, of pages in files as they are written. A thread takes
 * some 60 MB, and 100 ms until its tables are made and, as this one, twice as long a page for the first thousand
 * pages, until its code is compiled: whoever starts threads after that work waits for it twice.
 */
const filesForThreads = 1024;
const streamBeforeThreads = 1 << 21;
const pagesBeforeThreads = 1 << 25;

/**
 * Prepares pieces and gives the answers in the order of the pieces, whatever the number of
 * workers. At most a few pieces for each worker are under way, so a slow reader of the answers
 * slows the reading of the input.
 *
 * @param workers - threads for large inputs; below 2, all is done in this thread.
 */
export async function* prepareAll(
  pieces: AsyncIterable<Piece | KnownPiece>,
  setup: PrepareSetup,
  workers: number,
): AsyncGenerator<AnsweredPiece> {
  const source = pieces[Symbol.asyncIterator]();
  try {
    const isLarge = setup.files.count >= filesForThreads;
    if (workers < 2 || !isLarge) {
      const isOver = yield* prepareHere(source, setup, workers < 2);
      if (isOver) return;
    }
    yield* prepareInThreads(source, setup, workers);
  } finally {
    await source.return?.(undefined);
  }
}

/**
 * Prepares pieces in this thread: all of them, or as many as come before threads are worth their start.
 *
 * @returns whether the source has ended.
 */
async function* prepareHere(
  source: AsyncIterator<Piece | KnownPiece>,
  setup: PrepareSetup,
  all: boolean,
): AsyncGenerator<AnsweredPiece, boolean> {
  const preparer = new BatchPreparer(setup, guessEncoding);
  let streamed = 0;
  let written = 0;
  while (all || (streamed < streamBeforeThreads && written < pagesBeforeThreads)) {
    const next = await source.next();
    if (next.done === true) return true;
    if (!('batch' in next.value)) {
      yield known(next.value);
      continue;
    }
    const { batch } = next.value;
    const prepared = preparer.prepare(batch);
    if (batch.kind === 'files') written += prepared.records.length;
    else streamed += batch.bytes.length;
    yield { answers: [{ prepared }], isNew: true };
  }
  return false;
}

function known(piece: Aside | KnownPiece): AnsweredPiece {
  return { answers: 'answers' in piece ? piece.answers : [piece], isNew: false };
}

async function* prepareInThreads(
  source: AsyncIterator<Piece | KnownPiece>,
  setup: PrepareSetup,
  workers: number,
): AsyncGenerator<AnsweredPiece> {
  const shared: ThreadSetup = { setup, turn: HugeTurn.newState() };
  const threads = Array.from({ length: workers }, () => new PrepareThread(shared));
  const most = workers * inFlightPerWorker;
  const pending: Promise<AnsweredPiece>[] = [];
  try {
    let next: Promise<IteratorResult<Piece | KnownPiece>> | null = source.next();
    while (next !== null || pending.length > 0) {
      // Whatever comes first: a slow source must not hold back answers that are ready.
      if (next === null || pending.length >= most || (await isFirst(pending[0], next))) {
        yield await pending.shift()!;
        continue;
      }
      const piece: IteratorResult<Piece | KnownPiece> = await next;
      next = piece.done === true ? null : source.next();
      if (piece.done === true) continue;
      const answer =
        'batch' in piece.value
          ? leastBusy(threads).prepare(piece.value.batch)
          : Promise.resolve(known(piece.value));
      // A failure is met when its turn comes; until then it must not count as unhandled.
      answer.catch(() => undefined);
      pending.push(answer);
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.stop()));
  }
}

/** Whether `one` is there and settled before `other`. */
function isFirst(one: Promise<unknown> | undefined, other: Promise<unknown>): Promise<boolean> {
  if (one === undefined) return Promise.resolve(false);
  return Promise.race([other.then(() => false), one.then(() => true)]);
}

function leastBusy(threads: readonly PrepareThread[]): PrepareThread {
  return threads.reduce((best, thread) => (thread.waiting < best.waiting ? thread : best));
}

/** One page among 128 is found by seven halvings; twice as many losses in a row are no page's. */
const mostLosses = 16;

interface Waiter {
  readonly batch: Batch;
  readonly resolve: (answers: readonly Answer[]) => void;
  readonly reject: (error: Error) => void;
}

/**
 * One worker thread. It answers in the order it was asked.
 *
 * A thread that is lost, as when a page takes all the memory it may have, is followed by another.
 * What it was at work on is tried again in halves until the page is found that costs a thread by
 * itself: that page cannot be used, and all the others are.
 */
class PrepareThread {
  readonly #setup: ThreadSetup;
  readonly #waiters: Waiter[] = [];
  #worker: Worker;
  #stopped = false;
  /** Threads lost since the last answer. */
  #losses = 0;

  constructor(setup: ThreadSetup) {
    this.#setup = setup;
    this.#worker = this.#start();
  }

  get waiting(): number {
    return this.#waiters.length;
  }

  async prepare(batch: Batch): Promise<AnsweredPiece> {
    return { answers: await this.#answersTo(batch), isNew: true };
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#worker.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL('./prepare-worker.js', import.meta.url), {
      workerData: this.#setup,
      // Batches live shortly: a small young generation keeps a worker's memory small.
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    });
    let reason = 'it ended early';
    worker.on('message', (prepared: PreparedBatch) => {
      this.#losses = 0;
      this.#waiters.shift()!.resolve([{ prepared }]);
    });
    worker.on('error', (error: Error) => (reason = error.message));
    // Comes after the error, if there was one.
    worker.on('exit', () => this.#lost(reason));
    return worker;
  }

  /** Copied to the thread, not moved: it may be needed again. */
  #answersTo(batch: Batch): Promise<readonly Answer[]> {
    return new Promise((resolve, reject) => {
      this.#waiters.push({ batch, resolve, reject });
      this.#worker.postMessage(batch, []);
    });
  }

  #lost(reason: string): void {
    if (this.#stopped) return;
    // It may have been at a huge page.
    HugeTurn.free(this.#setup.turn);
    const [first, ...others] = this.#waiters.splice(0);
    if (++this.#losses > mostLosses) {
      const error = new GhirbalError(`worker threads end as soon as they begin: ${reason}`, {
        hint: 'Try --jobs 1, which needs none.',
      });
      for (const waiter of [first, ...others]) waiter?.reject(error);
      return;
    }
    if (first === undefined) return this.#renew([]);
    const halves = halvesOf(first.batch);
    if (halves === null) {
      const problems = lostInputs(first.batch, this.#setup.setup, reason);
      first.resolve(problems.map((problem) => ({ problem })));
      return this.#renew(others);
    }
    const answers: Answer[][] = [];
    const again = halves.map((batch, half): Waiter => {
      const resolve = (part: readonly Answer[]): void => {
        answers[half] = [...part];
        if (answers[0] !== undefined && answers[1] !== undefined) first.resolve(answers.flat());
      };
      return { batch, resolve, reject: first.reject };
    });
    this.#renew([...again, ...others]);
  }

  #renew(waiters: readonly Waiter[]): void {
    this.#worker = this.#start();
    for (const waiter of waiters) {
      this.#waiters.push(waiter);
      this.#worker.postMessage(waiter.batch, []);
    }
  }
}

/** The memory of an answer that moves between threads instead of being copied. */
export function transferables(prepared: PreparedBatch): ArrayBuffer[] {
  return Object.values(prepared)
    .filter((value) => ArrayBuffer.isView(value))
    .map((view) => view.buffer as ArrayBuffer);
}
