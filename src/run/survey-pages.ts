import type { Problem } from '../errors.ts';
import type { SiteLineColumns } from '../split/site-lines.ts';
import { LineSurvey } from '../split/survey.ts';
import type { Settings } from '../settings.ts';
import { type Chunks, untilAborted } from './chunks.ts';
import type { FoundInputs } from './find-inputs.ts';
import { FileForm, type InputFiles } from './input-list.ts';
import { filePieces, piecesOf } from './pieces.ts';
import { longestInput } from './read-file.ts';
import type { PreparePool } from './prepare-pool.ts';
import type { Batch, ChosenFiles, ReadSetup } from './read-batch.ts';
import { sampleFiles } from './sample-files.ts';
import { BatchSurveyor } from './survey-batch.ts';

/** Pages looked at before a run: enough for the furniture of some hundred sites, and few enough
 * to cost little beside preparing the rest. */
const mostSurveyed = 8192;
/** Files read between two looks at what else is to be done, or handed to a thread at once. */
const filesPerBatch = 32;
/** With fewer pages than this no line can stand on enough of them. */
const fewestSurveyed = 8;
/** Of files that hold many pages so much is looked at, the beginning of each. */
const mostSurveyedBytes = 32 * 2 ** 20;

/** How pages are found and read. */
export interface SurveySetup extends ReadSetup {
  readonly settings: Settings;
}

/** Numbers of the files that hold many pages. */
function filesOfMany(files: InputFiles): readonly number[] {
  return Array.from(files.form.keys()).filter((file) => files.form[file] !== FileForm.page);
}

/**
 * Looks at a sample of a run's pages for lines that many of them have in common: so many of each
 * folder, and the beginning of each file that holds many. The sample depends on the inputs alone. What
 * cannot be read is passed over here: it is complained of when its turn comes.
 *
 * @param pool - who reads the pages.
 * @param turn - lets others have a turn, and ends the survey by throwing.
 * @returns the lines found to be furniture; `null` when there are too few pages to tell.
 */
export async function surveySample(
  { files, settings }: SurveySetup,
  pool: PreparePool,
  turn: () => Promise<unknown>,
): Promise<SiteLineColumns | null> {
  const survey = new LineSurvey();
  const look = async (batches: AsyncIterable<Batch | ChosenFiles>): Promise<void> => {
    for await (const pages of pool.survey(batches)) {
      survey.add(pages);
      await turn();
    }
  };
  const chosen = sampleFiles(files, mostSurveyed);
  const several = filesOfMany(files);
  // Told before any is read: a small run scans its pages once.
  if (several.length === 0 && chosen.length < fewestSurveyed) return null;
  await look(chosenBatches(chosen));
  const most = mostSurveyedBytes / Math.max(1, several.length);
  for (const file of several) {
    if (survey.pages >= mostSurveyed) break;
    await look(beginningOf(file, most, files, settings));
  }
  return survey.pages < fewestSurveyed ? null : survey.furniture();
}

async function* chosenBatches(numbers: readonly number[]): AsyncGenerator<ChosenFiles> {
  for (let first = 0; first < numbers.length; first += filesPerBatch) {
    yield { kind: 'chosen', files: numbers.slice(first, first + filesPerBatch) };
  }
}

/** Numbers of the files that `surveySample` reads, or may read. */
export function surveyedFiles(files: InputFiles): Int32Array {
  return Int32Array.from([...sampleFiles(files, mostSurveyed), ...filesOfMany(files)]);
}

/**
 * Batches of the beginning of a file that holds many pages. What is no page, such as one line of a
 * gigabyte, is not read to its end either.
 *
 * @param most - bytes to read, to the end of a batch.
 */
async function* beginningOf(
  file: number,
  most: number,
  files: InputFiles,
  settings: Settings,
): AsyncGenerator<Batch> {
  const form = files.form[file] as Exclude<FileForm, typeof FileForm.page>;
  let read = 0;
  for await (const piece of filePieces(form, files, file, settings, most + longestInput)) {
    if (!('batch' in piece)) continue;
    yield piece.batch;
    read += 'bytes' in piece.batch ? piece.batch.bytes.length : 0;
    if (read >= most) return;
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
  const surveyor = new BatchSurveyor(setup, onProblem);
  const survey = new LineSurvey();
  const stdin = untilAborted(learning.stdin, signal);
  for await (const piece of piecesOf(found, stdin, setup.settings, 'pages')) {
    if ('problem' in piece) onProblem(piece.problem);
    else if ('batch' in piece) survey.add(surveyor.survey(piece.batch, 'all').surveyed);
    signal.throwIfAborted();
  }
  return survey.furniture();
}
