import type { SiteLineColumns } from '../split/site-lines.ts';
import type { SurveyedPages } from '../split/surveyed-pages.ts';
import { guessEncoding } from './guess-encoding.ts';
import { HugeTurn, type HugeTurnState } from './huge-turn.ts';
import { BatchPreparer, type PreparedBatch, type PrepareSetup } from './prepare-batch.ts';
import type { Batch, ChosenFiles } from './read-batch.ts';
import { BatchSurveyor } from './survey-batch.ts';

/** What batches are surveyed and prepared with, but for what the survey tells. */
export type ThreadSetup = Omit<PrepareSetup, 'siteLines'>;

/** What each thread begins with; all share one turn. */
export interface WorkerSetup {
  readonly setup: ThreadSetup;
  readonly turn: HugeTurnState;
}

/** Surveys and prepares batches in the thread that it is called in. */
export class PrepareHere {
  readonly #setup: ThreadSetup;
  readonly #turn: HugeTurn;
  #siteLines: SiteLineColumns | null = null;
  // Made when they are asked for: a run may need only one of them.
  #surveyor: BatchSurveyor | null = null;
  #preparer: BatchPreparer | null = null;

  constructor({ setup, turn }: WorkerSetup) {
    this.#setup = setup;
    this.#turn = new HugeTurn(turn);
  }

  /** Lines that pages are judged by from now on. */
  goBy(siteLines: SiteLineColumns | null): void {
    this.#siteLines = siteLines;
    this.#preparer = null;
  }

  /** What a survey looks at of a batch's pages; what cannot be read is left out. */
  survey(batch: Batch | ChosenFiles): SurveyedPages {
    this.#surveyor ??= new BatchSurveyor(this.#setup, () => undefined);
    return this.#surveyor.survey(batch);
  }

  prepare(batch: Batch | ChosenFiles): PreparedBatch {
    // A run surveys before it prepares.
    this.#surveyor = null;
    const setup = { ...this.#setup, siteLines: this.#siteLines };
    this.#preparer ??= new BatchPreparer(setup, guessEncoding, this.#turn);
    return this.#preparer.prepare(batch);
  }
}
