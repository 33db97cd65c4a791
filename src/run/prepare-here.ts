import type { SiteLineColumns } from '../split/site-lines.ts';
import { guessEncoding } from './guess-encoding.ts';
import { BatchPreparer, type DonePart, type PrepareSetup } from './prepare-batch.ts';
import type { Batch, ChosenFiles, Extent } from './read-batch.ts';
import { BatchSurveyor, type SurveyedPart } from './survey-batch.ts';

/** What batches are surveyed and prepared with, but for what the survey tells. */
export type ThreadSetup = Omit<PrepareSetup, 'siteLines'>;

/** Surveys and prepares batches in the thread that it is called in. */
export class PrepareHere {
  readonly #setup: ThreadSetup;
  #siteLines: SiteLineColumns | null = null;
  // Made when they are asked for: a run may need only one of them.
  #surveyor: BatchSurveyor | null = null;
  #preparer: BatchPreparer | null = null;

  constructor(setup: ThreadSetup) {
    this.#setup = setup;
  }

  /** Lines that pages are judged by from now on. */
  goBy(siteLines: SiteLineColumns | null): void {
    this.#siteLines = siteLines;
    this.#preparer = null;
  }

  /** What a survey looks at of a batch's pages; what cannot be read is left out. */
  survey(batch: Batch | ChosenFiles, extent: Extent): SurveyedPart {
    this.#surveyor ??= new BatchSurveyor(this.#setup, () => undefined);
    return this.#surveyor.survey(batch, extent);
  }

  prepare(batch: Batch, extent: Extent): DonePart {
    // A run surveys before it prepares.
    this.#surveyor = null;
    this.#preparer ??= new BatchPreparer(
      { ...this.#setup, siteLines: this.#siteLines },
      guessEncoding,
    );
    return this.#preparer.prepare(batch, extent);
  }

  /** Lets go of the memory that it works with. */
  letGo(): void {
    this.#surveyor = null;
    this.#preparer = null;
  }
}
