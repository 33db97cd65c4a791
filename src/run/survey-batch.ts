import type { Problem } from '../errors.ts';
import { siteOf } from '../report/site.ts';
import { PageNotes, type SurveyedPages } from '../split/surveyed-pages.ts';
import { Analyser } from '../text/analyse.ts';
import { hashedWords } from '../text/fold.ts';
import { extendHash } from '../text/hash.ts';
import { collectGarbage } from './collect-garbage.ts';
import { guessEncoding } from './guess-encoding.ts';
import {
  type Batch,
  BatchReader,
  type ChosenFiles,
  type Extent,
  type ReadPage,
  type ReadSetup,
} from './read-batch.ts';

/** What a survey looks at of a batch, or of its beginning. */
export interface SurveyedPart {
  readonly surveyed: SurveyedPages;
  /** Files, members or lines of the batch that were looked at; `null`: all. */
  readonly done: number | null;
}

/** Pages of a site mostly come one after another, so few hashes save nearly all the work. */
const mostSitesKept = 1024;

/** Reads what a survey looks at of the pages of batches. */
export class BatchSurveyor {
  readonly #notes = new PageNotes();
  #analyser = new Analyser();
  readonly #reader: BatchReader;
  readonly #sites = new Map<string, number>();

  constructor(setup: ReadSetup, onProblem: (problem: Problem) => void) {
    this.#reader = new BatchReader(setup, guessEncoding, {
      page: (read) => this.#page(read),
      problem: onProblem,
      file: () => undefined,
      isFull: false,
    });
  }

  /**
   * Surveys a batch, or the beginning of it.
   *
   * @param extent - how much of it.
   */
  survey(batch: Batch | ChosenFiles, extent: Extent): SurveyedPart {
    const done = this.#reader.read(batch, extent);
    return { done, surveyed: this.#notes.take() };
  }

  #page({ page, isHuge }: ReadPage): void {
    this.#notes.add(this.#analyser.analyse(page.bytes).meant, this.#siteHash(page.source));
    if (!isHuge) return;
    this.#analyser = new Analyser();
    collectGarbage();
  }

  #siteHash(source: string): number {
    const site = siteOf(source);
    let hash = this.#sites.get(site);
    if (hash === undefined) {
      if (this.#sites.size >= mostSitesKept) this.#sites.clear();
      hash = hashedWords(site).reduce(extendHash, 0);
      this.#sites.set(site, hash);
    }
    return hash;
  }
}
