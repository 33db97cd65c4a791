import { Worker } from 'node:worker_threads';
import { GhirbalError, type Problem } from '../errors.ts';
import type { SiteLineColumns } from '../split/site-lines.ts';
import type { SurveyedPages } from '../split/surveyed-pages.ts';
import { restOf } from './cut-batch.ts';
import { halvesOf, lostInputs } from './halves.ts';
import type { DonePart, PreparedBatch } from './prepare-batch.ts';
import type { ThreadSetup } from './prepare-here.ts';
import type { Batch, ChosenFiles, Extent } from './read-batch.ts';
import type { SurveyedPart } from './survey-batch.ts';

/** What a thread is told: lines to go by from now on, or a batch to do something with. */
export type ThreadMessage = { readonly siteLines: SiteLineColumns | null } | Task;
export type Task =
  | { readonly step: 'survey'; readonly batch: Batch | ChosenFiles; readonly extent: Extent }
  | { readonly step: 'prepare'; readonly batch: Batch; readonly extent: Extent };

/** What became of a task, or of a part of one. */
export type TaskAnswer = SurveyedPart | DonePart | { readonly problem: Problem };

/** What became of a batch, and what of it is still to be done; `null`: nothing. */
export interface Part<B, Result> {
  readonly results: readonly Result[];
  readonly rest: B | null;
}

/** One page among 128 is found by seven halvings; twice as many losses in a row are no page's. */
const mostLosses = 16;

interface Waiter {
  readonly task: Task;
  readonly resolve: (answers: readonly TaskAnswer[]) => void;
  readonly reject: (error: Error) => void;
}

/**
 * One worker thread. It answers in the order it was asked.
 *
 * A thread that is lost, as when a page takes all the memory it may have, is followed by another.
 * What it was at work on is tried again in halves until the page is found that costs a thread by
 * itself: that page cannot be used, and all the others are.
 */
export class PrepareThread {
  readonly #setup: ThreadSetup;
  readonly #waiters: Waiter[] = [];
  #siteLines: SiteLineColumns | null;
  #worker: Worker;
  #stopped = false;
  /** Threads lost since the last answer. */
  #losses = 0;

  /** @param siteLines - lines that pages are judged by. */
  constructor(setup: ThreadSetup, siteLines: SiteLineColumns | null) {
    this.#setup = setup;
    this.#siteLines = siteLines;
    this.#worker = this.#start();
  }

  get waiting(): number {
    return this.#waiters.length;
  }

  /** Lines that pages are judged by from now on. */
  goBy(siteLines: SiteLineColumns | null): void {
    this.#siteLines = siteLines;
    tell(this.#worker, { siteLines });
  }

  /**
   * What a survey looks at of a batch's pages up to a huge one; those over which the thread was lost are left out.
   */
  async survey(batch: Batch | ChosenFiles): Promise<Part<Batch | ChosenFiles, SurveyedPages>> {
    const answers = await this.#answersTo({ step: 'survey', batch, extent: 'up-to-huge' });
    const results = answers.flatMap((answer) => ('surveyed' in answer ? [answer.surveyed] : []));
    return { results, rest: restAfter(batch, answers) };
  }

  /** One result, of all up to a huge page, unless the thread was lost over the batch. */
  async prepare(
    batch: Batch,
  ): Promise<Part<Batch, { readonly prepared: PreparedBatch } | { readonly problem: Problem }>> {
    const answers = await this.#answersTo({ step: 'prepare', batch, extent: 'up-to-huge' });
    const results = answers.flatMap((answer) => ('surveyed' in answer ? [] : [answer]));
    return { results, rest: restAfter(batch, answers) };
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#worker.terminate();
  }

  #answersTo(task: Task): Promise<readonly TaskAnswer[]> {
    return new Promise((resolve, reject) => this.#ask({ task, resolve, reject }));
  }

  #start(): Worker {
    const worker = new Worker(new URL('./prepare-worker.js', import.meta.url), {
      workerData: this.#setup satisfies ThreadSetup,
    });
    let reason = 'it ended early';
    worker.on('message', (reply: SurveyedPart | DonePart) => {
      this.#losses = 0;
      this.#waiters.shift()!.resolve([reply]);
    });
    worker.on('error', (error: Error) => (reason = error.message));
    // Comes after the error, if there was one.
    worker.on('exit', () => this.#lost(reason));
    tell(worker, { siteLines: this.#siteLines });
    return worker;
  }

  #ask(waiter: Waiter): void {
    this.#waiters.push(waiter);
    tell(this.#worker, waiter.task);
  }

  #lost(reason: string): void {
    if (this.#stopped) return;
    const [first, ...others] = this.#waiters.splice(0);
    if (++this.#losses > mostLosses) {
      const error = new GhirbalError(`worker threads end as soon as they begin: ${reason}`, {
        hint: 'Try --jobs 1, which needs none.',
      });
      for (const waiter of [first, ...others]) waiter?.reject(error);
      return;
    }
    if (first === undefined) return this.#renew([]);
    const { batch } = first.task;
    const halves = halvesOf(batch);
    if (halves === null) {
      const problems = lostInputs(batch, this.#setup.files, reason);
      first.resolve(problems.map((problem) => ({ problem })));
      return this.#renew(others);
    }
    const answers: TaskAnswer[][] = [];
    const again = halves.map((part, half): Waiter => {
      const resolve = (partly: readonly TaskAnswer[]): void => {
        answers[half] = [...partly];
        if (answers[0] !== undefined && answers[1] !== undefined) first.resolve(answers.flat());
      };
      // All of it at once: what is put off would come after the other half.
      const task = { ...first.task, batch: part, extent: 'all' } as Task;
      return { task, resolve, reject: first.reject };
    });
    this.#renew([...again, ...others]);
  }

  #renew(waiters: readonly Waiter[]): void {
    this.#worker = this.#start();
    for (const waiter of waiters) this.#ask(waiter);
  }
}

/** What is left of a batch; a thread that was lost over it leaves nothing. */
function restAfter<B extends Batch | ChosenFiles>(
  batch: B,
  answers: readonly TaskAnswer[],
): B | null {
  const [answer, ...others] = answers;
  const isWhole = answer === undefined || others.length > 0 || 'problem' in answer;
  return isWhole ? null : restOf(batch, answer.done);
}

/** Copied to the thread, not moved: it may be needed again. */
function tell(worker: Worker, message: ThreadMessage): void {
  worker.postMessage(message, []);
}

/** The memory of an answer that moves between threads instead of being copied. */
export function transferables(answer: PreparedBatch | SurveyedPages): ArrayBuffer[] {
  return Object.values(answer)
    .filter((value) => ArrayBuffer.isView(value))
    .map((view) => view.buffer as ArrayBuffer);
}
