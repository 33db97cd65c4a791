import { isUtf8 } from 'node:buffer';
import { LineSurvey, type SurveyColumns } from '../split/survey.ts';
import { Analyser } from '../text/analyse.ts';
import { decode, DecodeError } from '../text/decode.ts';
import { guessEncoding } from './guess-encoding.ts';
import { FileForm, type InputFiles, pathBytes } from './input-list.ts';
import { decompressed, FileReader, hasTooManyLines, readFailure } from './read-file.ts';

/**
 * Pages looked at, taken evenly from all: enough that a site with a hundredth of the corpus shows
 * its furniture on some eighty of them, and few enough to cost little beside preparing the rest.
 */
const mostSurveyed = 8192;
/** Pages read between two looks at what else is to be done. */
const pagesATurn = 16;
/** With fewer pages than this no line can stand on enough of them. */
const fewestSurveyed = 8;

/** Numbers of the files that a survey looks at. */
export function surveyedFiles(files: InputFiles): readonly number[] {
  const pages: number[] = [];
  for (let file = 0; file < files.count; file++) {
    if (files.form[file] === FileForm.page) pages.push(file);
  }
  const count = Math.min(mostSurveyed, pages.length);
  return Array.from(
    { length: count },
    (_, taken) => pages[Math.floor((taken * pages.length) / count)]!,
  );
}

/**
 * Looks at a sample of a run's pages for lines that many of them have in common. The sample
 * depends on the list of files alone. Pages that cannot be read are passed over here: they are
 * complained of when their turn comes.
 *
 * @param turn - lets others have a turn, and ends the survey by throwing.
 * @returns the lines found to be furniture; `null` when there are too few pages to tell.
 */
export async function surveyPages(
  files: InputFiles,
  follow: boolean,
  encoding: string,
  turn: () => Promise<unknown>,
): Promise<SurveyColumns | null> {
  const sample = surveyedFiles(files);
  if (sample.length < fewestSurveyed) return null;
  const reader = new FileReader(follow);
  const analyser = new Analyser();
  const survey = new LineSurvey();
  for (const [taken, file] of sample.entries()) {
    if (taken % pagesATurn === 0) await turn();
    const bytes = readText(reader, files, file, encoding);
    if (bytes !== null && !hasTooManyLines(bytes)) survey.add(analyser.analyse(bytes).meant);
  }
  return survey.furniture();
}

function readText(
  reader: FileReader,
  files: InputFiles,
  file: number,
  encoding: string,
): Uint8Array | null {
  try {
    const bytes = decompressed(reader.read(pathBytes(files, file)));
    return decode(bytes, {
      guess: guessEncoding,
      wellFormed: isUtf8(bytes),
      ...(encoding === '' ? {} : { encoding }),
    }).bytes;
  } catch (error) {
    if (!(error instanceof DecodeError)) readFailure(error);
    return null;
  }
}
