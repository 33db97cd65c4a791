import type { Problem } from '../errors.ts';
import { siteOf } from '../report/site.ts';
import type { SiteLineColumns } from '../split/site-lines.ts';
import { LineSurvey } from '../split/survey.ts';
import { Analyser } from '../text/analyse.ts';
import { foldedWords, hashWord } from '../text/fold.ts';
import { extendHash } from '../text/hash.ts';
import type { Settings } from '../settings.ts';
import { type Chunks, untilAborted } from './chunks.ts';
import type { FoundInputs } from './find-inputs.ts';
import { guessEncoding } from './guess-encoding.ts';
import { FileForm, type InputFiles } from './input-list.ts';
import { filePieces, piecesOf } from './pieces.ts';
import { longestInput } from './read-file.ts';
import { type Batch, BatchReader, type ReadSetup } from './read-batch.ts';
import { sampleFiles } from './sample-files.ts';

/** Pages looked at before a run: enough for the furniture of some hundred sites, and few enough
 * to cost little beside preparing the rest. */
const mostSurveyed = 8192;
/** Pages read between two looks at what else is to be done. */
const pagesATurn = 16;
/** With fewer pages than this no line can stand on enough of them. */
const fewestSurveyed = 8;
/** Of files that hold many pages so much is looked at, the beginning of each. */
const mostSurveyedBytes = 32 * 2 ** 20;

/** How pages are found and read. */
export interface SurveySetup extends ReadSetup {
  readonly settings: Settings;
}

/** Reads pages of batches into a survey of their lines. */
class PageSurveyor {
  readonly survey = new LineSurvey();
  readonly #analyser = new Analyser();
  readonly #reader: BatchReader;
  readonly #sites = new Map<string, number>();

  constructor(setup: ReadSetup, onProblem: (problem: Problem) => void) {
    this.#reader = new BatchReader(setup, guessEncoding, {
      page: ({ page }) =>
        this.survey.add(this.#analyser.analyse(page.bytes).meant, this.#siteHash(page.source)),
      problem: onProblem,
      file: () => undefined,
    });
  }

  add(batch: Batch): void {
    this.#reader.read(batch);
  }

  #siteHash(source: string): number {
    const site = siteOf(source);
    let hash = this.#sites.get(site);
    if (hash === undefined) {
      if (this.#sites.size >= mostSitesKept) this.#sites.clear();
      hash = foldedWords(site).map(hashWord).reduce(extendHash, 0);
      this.#sites.set(site, hash);
    }
    return hash;
  }
}

/** Pages of a site mostly come one after another, so few hashes save nearly all the work. */
const mostSitesKept = 1024;

/** Numbers of the files that hold many pages. */
function filesOfMany(files: InputFiles): readonly number[] {
  return Array.from(files.form.keys()).filter((file) => files.form[file] !== FileForm.page);
}

/**
 * Looks at a sample of a run's pages for lines that many of them have in common: so many of each
 * folder, and the beginning of each file that holds many. The sample depends on the inputs alone. What
 * cannot be read is passed over here: it is complained of when its turn comes.
 *
 * @param turn - lets others have a turn, and ends the survey by throwing.
 * @returns the lines found to be furniture; `null` when there are too few pages to tell.
 */
export async function surveySample(
  setup: SurveySetup,
  turn: () => Promise<unknown>,
): Promise<SiteLineColumns | null> {
  const { files } = setup;
  const surveyor = new PageSurveyor(setup, () => undefined);
  for (const [taken, file] of sampleFiles(files, mostSurveyed).entries()) {
    if (taken % pagesATurn === 0) await turn();
    surveyor.add({ kind: 'files', first: file, end: file + 1 });
  }
  await surveyMany(setup, surveyor, turn);
  const { survey } = surveyor;
  return survey.pages < fewestSurveyed ? null : survey.furniture();
}

/** Numbers of the files that `surveySample` reads, or may read. */
export function surveyedFiles(files: InputFiles): Int32Array {
  return Int32Array.from([...sampleFiles(files, mostSurveyed), ...filesOfMany(files)]);
}

/**
 * Looks at the beginning of files that hold many pages. What is no page, such as one line of a
 * gigabyte, is not read to its end either.
 */
async function surveyMany(
  setup: SurveySetup,
  surveyor: PageSurveyor,
  turn: () => Promise<unknown>,
): Promise<void> {
  const { files } = setup;
  const several = filesOfMany(files);
  const most = mostSurveyedBytes / Math.max(1, several.length);
  for (const file of several) {
    if (surveyor.survey.pages >= mostSurveyed) return;
    const form = files.form[file] as Exclude<FileForm, typeof FileForm.page>;
    let read = 0;
    for await (const piece of filePieces(form, files, file, setup.settings, most + longestInput)) {
      if (!('batch' in piece)) continue;
      surveyor.add(piece.batch);
      await turn();
      read += 'bytes' in piece.batch ? piece.batch.bytes.length : 0;
      if (read >= most) break;
    }
  }
}

/** What `ghirbal learn` is given. */
export interface Learning {
  readonly found: FoundInputs;
  readonly setup: SurveySetup;
  readonly stdin: Chunks;
  readonly onProblem: (problem: Problem) => void;
  /** Ends it early when aborted; its reason is thrown. */
  readonly signal: AbortSignal;
}

/** Looks at all pages of a corpus for lines that many of them have in common. */
export async function surveyAll(learning: Learning): Promise<SiteLineColumns> {
  const { found, setup, signal, onProblem } = learning;
  const surveyor = new PageSurveyor(setup, onProblem);
  const stdin = untilAborted(learning.stdin, signal);
  for await (const piece of piecesOf(found, stdin, setup.settings, 'pages')) {
    if ('problem' in piece) onProblem(piece.problem);
    else if ('batch' in piece) surveyor.add(piece.batch);
    signal.throwIfAborted();
  }
  return surveyor.survey.furniture();
}
