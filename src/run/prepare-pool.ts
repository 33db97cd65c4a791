import { Worker } from 'node:worker_threads';
import { GhirbalError } from '../errors.ts';
import { guessEncoding } from './guess-encoding.ts';
import type { MemberProblem } from './member-batches.ts';
import {
  type Batch,
  BatchPreparer,
  type PreparedBatch,
  type PrepareSetup,
} from './prepare-batch.ts';
import type { PassedOver } from './tar-pages.ts';

/** Something in a run's input that is no work: it cannot be used, or was not asked for. */
export type Aside = MemberProblem | PassedOver;
/** A piece of a run's input. */
export type Piece = { readonly batch: Batch } | Aside;
/** What became of a piece. */
export type Answer = { readonly prepared: PreparedBatch } | Aside;

/** Batches handed out or waiting to be taken, for each worker: enough that none is ever idle. */
const inFlightPerWorker = 3;

/**
 * Files from which threads are started at once, and batches of unknown number that are prepared in
 * this thread before any other is started. A thread takes some 100 ms until its tables are made
 * and, as this one, twice as long a page for the first thousand pages, until its code is compiled:
 * whoever starts threads after that work waits for it twice.
 */
const filesForThreads = 1024;
const batchesBeforeThreads = 8;

/**
 * Prepares pieces and gives the answers in the order of the pieces, whatever the number of
 * workers. At most a few pieces for each worker are under way, so a slow reader of the answers
 * slows the reading of the input.
 *
 * @param workers - threads for large inputs; below 2, all is done in this thread.
 */
export async function* prepareAll(
  pieces: AsyncIterable<Piece>,
  setup: PrepareSetup,
  workers: number,
): AsyncGenerator<Answer> {
  const source = pieces[Symbol.asyncIterator]();
  try {
    const isLarge = setup.files.count >= filesForThreads;
    const most = workers < 2 ? Infinity : isLarge ? 0 : batchesBeforeThreads;
    const preparer = most > 0 ? new BatchPreparer(setup, guessEncoding) : null;
    for (let batches = 0; batches < most;) {
      const next = await source.next();
      if (next.done === true) return;
      if ('batch' in next.value) batches++;
      yield 'batch' in next.value ? { prepared: preparer!.prepare(next.value.batch) } : next.value;
    }
    yield* prepareInThreads(source, setup, workers);
  } finally {
    await source.return?.(undefined);
  }
}

async function* prepareInThreads(
  source: AsyncIterator<Piece>,
  setup: PrepareSetup,
  workers: number,
): AsyncGenerator<Answer> {
  const threads = Array.from({ length: workers }, () => new PrepareThread(setup));
  const most = workers * inFlightPerWorker;
  const pending: Promise<Answer>[] = [];
  try {
    let next: Promise<IteratorResult<Piece>> | null = source.next();
    while (next !== null || pending.length > 0) {
      // Whatever comes first: a slow source must not hold back answers that are ready.
      if (next === null || pending.length >= most || (await isFirst(pending[0], next))) {
        yield await pending.shift()!;
        continue;
      }
      const piece: IteratorResult<Piece> = await next;
      next = piece.done === true ? null : source.next();
      if (piece.done === true) continue;
      const answer =
        'batch' in piece.value
          ? leastBusy(threads).prepare(piece.value.batch)
          : Promise.resolve(piece.value);
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

interface Waiter {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** One worker thread. It answers in the order it was asked. */
class PrepareThread {
  readonly #worker: Worker;
  readonly #waiters: Waiter[] = [];
  #stopped = false;

  constructor(setup: PrepareSetup) {
    this.#worker = new Worker(new URL('./prepare-worker.js', import.meta.url), {
      workerData: setup,
      // Batches live shortly: a small young generation keeps a worker's memory small.
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    });
    this.#worker.on('message', (prepared: PreparedBatch) =>
      this.#waiters.shift()!.resolve({ prepared }),
    );
    this.#worker.on('error', (error: Error) => this.#fail(error));
    this.#worker.on('exit', () => {
      if (!this.#stopped) this.#fail(new GhirbalError('a worker thread ended early'));
    });
  }

  get waiting(): number {
    return this.#waiters.length;
  }

  prepare(batch: Batch): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiters.push({ resolve, reject });
      this.#worker.postMessage(batch, 'bytes' in batch ? [batch.bytes.buffer] : []);
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    for (const waiter of this.#waiters.splice(0)) waiter.reject(error);
  }
}

/** The memory of an answer that moves between threads instead of being copied. */
export function transferables(prepared: PreparedBatch): ArrayBuffer[] {
  return Object.values(prepared)
    .filter((value) => ArrayBuffer.isView(value))
    .map((view) => view.buffer as ArrayBuffer);
}
