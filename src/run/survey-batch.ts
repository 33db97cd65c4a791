import type { Problem } from '../errors.ts';
import { siteOf } from '../report/site.ts';
import { PageNotes, type SurveyedPages } from '../split/surveyed-pages.ts';
import { Analyser } from '../text/analyse.ts';
import { hashedWords } from '../text/fold.ts';
import { extendHash } from '../text/hash.ts';
import { guessEncoding } from './guess-encoding.ts';
import { type Batch, BatchReader, type ChosenFiles, type ReadSetup } from './read-batch.ts';

/** Pages of a site mostly come one after another, so few hashes save nearly all the work. */
const mostSitesKept = 1024;

/** Reads what a survey looks at of the pages of batches. */
export class BatchSurveyor {
  readonly #notes = new PageNotes();
  readonly #analyser = new Analyser();
  readonly #reader: BatchReader;
  readonly #sites = new Map<string, number>();

  constructor(setup: ReadSetup, onProblem: (problem: Problem) => void) {
    this.#reader = new BatchReader(setup, guessEncoding, {
      page: ({ page }) =>
        this.#notes.add(this.#analyser.analyse(page.bytes).meant, this.#siteHash(page.source)),
      problem: onProblem,
      file: () => undefined,
    });
  }

  survey(batch: Batch | ChosenFiles): SurveyedPages {
    this.#reader.read(batch);
    return this.#notes.take();
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
