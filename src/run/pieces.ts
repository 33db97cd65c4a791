import { type Problem, systemCode } from '../errors.ts';
import type { Settings } from '../settings.ts';
import { type Chunks, decompressedChunks, fileChunks, firstOf } from './chunks.ts';
import { formOfStart } from './content-form.ts';
import { type FoundInputs, namesWanted } from './find-inputs.ts';
import { FileForm, type InputFiles, pathBytes, pathText } from './input-list.ts';
import { lineBatches } from './line-batches.ts';
import { type Member, MemberCollector, type MemberProblem, type Named } from './member-batches.ts';
import type { Piece } from './prepare-pool.ts';
import { parquetRecords } from './parquet-records.ts';
import { stdinName } from './read-batch.ts';
import { ReadFailure, readFailure } from './read-failure.ts';
import { longestInput } from './read-file.ts';
import { type MemberRecords, type PassedOver, tarPages } from './tar-pages.ts';
import type { WalkOptions } from './walk.ts';
import { utf8Chunks } from './utf8-chunks.ts';
import { wetPages } from './wet-pages.ts';

/** Files in a batch: so many that handing them over costs little beside preparing them. */
const filesPerBatch = 128;
/** Small runs come in smaller batches, so that all threads have work and none much in memory. */
const fewFiles = 4096;
const filesPerSmallBatch = 16;

/** What is read as many pages one after another; a file of the list, or -1 for standard input. */
interface Source extends Named {
  readonly chunks: Chunks;
  readonly file: number;
}

/**
 * Cuts the inputs of a run into pieces of work, in input order.
 *
 * @param read - `records`: a file that does not hold many pages holds a record a line, whatever
 * its name.
 */
export async function* piecesOf(
  found: FoundInputs,
  stdin: Chunks,
  settings: Pick<Settings, 'follow' | 'glob' | 'exclude'>,
  read: 'pages' | 'records',
): AsyncGenerator<Piece> {
  for (const problem of found.problems) yield { problem };
  const { files } = found;
  const mostFiles = files.count < fewFiles ? filesPerSmallBatch : filesPerBatch;
  const wanted = namesWanted(settings);
  for (let first = 0; first < files.count;) {
    const form = formOf(files, first, read);
    if (form !== FileForm.page) {
      yield* filePieces(form, files, first, settings);
      first++;
      continue;
    }
    let end = first + 1;
    while (
      end < files.count &&
      end - first < mostFiles &&
      formOf(files, end, read) === FileForm.page
    ) {
      end++;
    }
    yield { batch: { kind: 'files', first, end } };
    first = end;
  }
  if (found.stdin) yield* standardInput(stdin, read, wanted);
}

/**
 * Cuts a file that holds many pages into pieces of work.
 *
 * @param most - bytes to read of it, after decompression; all by default.
 */
export async function* filePieces(
  form: Exclude<FileForm, typeof FileForm.page>,
  files: InputFiles,
  file: number,
  settings: Pick<Settings, 'follow' | 'glob' | 'exclude'>,
  most: number = Infinity,
): AsyncGenerator<Piece> {
  const path = pathBytes(files, file);
  const all =
    form === FileForm.parquet
      ? parquetRecords(path, settings.follow)
      : decompressedChunks(fileChunks(path, settings.follow));
  const chunks = most === Infinity ? all : firstOf(all, most);
  const id = pathText(path.subarray(files.idSkip[file]));
  yield* sourcePieces(form, { chunks, file, id, path: pathText(path) }, namesWanted(settings));
}

function formOf(files: InputFiles, file: number, read: 'pages' | 'records'): FileForm {
  const form = files.form[file] as FileForm;
  return form === FileForm.page && read === 'records' ? FileForm.records : form;
}

async function* sourcePieces(
  form: Exclude<FileForm, typeof FileForm.page>,
  source: Source,
  wanted: Pick<WalkOptions, 'take' | 'leave'>,
): AsyncGenerator<Piece> {
  try {
    if (form === FileForm.records || form === FileForm.parquet) yield* records(source);
    else if (form === FileForm.wet) yield* members(wetPages(source.chunks, source), source);
    else yield* members(tarPages(source.chunks, source, wanted), source);
  } catch (error) {
    yield { problem: problemOf(error, source.path) };
  }
}

async function* records({ chunks, file, id, path }: Source): AsyncGenerator<Piece> {
  for await (const batch of lineBatches(utf8Chunks(chunks))) {
    if ('longLine' in batch) yield { problem: longLine(path, batch.longLine, batch.bytes) };
    else yield { batch: { kind: 'lines', file, id, path, ...batch } };
  }
}

/** Joins pages to batches; whatever else comes goes on its way in its place among them. */
async function* members(
  pages: AsyncIterable<Member | MemberRecords | MemberProblem | PassedOver>,
  source: Source,
): AsyncGenerator<Piece> {
  const collector = new MemberCollector();
  const collected = function* (): Generator<Piece> {
    const batch = collector.take();
    if (batch !== null) yield { batch: { kind: 'members', file: source.file, ...batch } };
  };
  try {
    for await (const page of pages) {
      if ('bytes' in page) collector.add(page);
      if (!('bytes' in page) || collector.isFull) yield* collected();
      if ('records' in page) {
        yield* records({ ...page, chunks: decompressedChunks(page.records), file: source.file });
      } else if (!('bytes' in page)) yield page;
    }
  } catch (error) {
    yield* collected();
    throw error;
  }
  yield* collected();
}

/** A failure of reading as a problem; any other error goes on its way. */
function problemOf(error: unknown, source: string): Problem {
  if (!(error instanceof ReadFailure) && systemCode(error) === '') throw error;
  const { code, message, bytes } = readFailure(error);
  return { source, line: null, code, message, bytes };
}

function longLine(source: string, line: number, bytes: number): Problem {
  const message = `a line of more than ${longestInput / 2 ** 20} MiB`;
  return { source, line, code: 'too-large', message, bytes };
}

/** What standard input holds is told from how it begins; what is nothing else is one page. */
async function* standardInput(
  stdin: Chunks,
  read: 'pages' | 'records',
  wanted: Pick<WalkOptions, 'take' | 'leave'>,
): AsyncGenerator<Piece> {
  const named: Named = { id: stdinName, path: stdinName };
  const chunks = decompressedChunks(stdin)[Symbol.asyncIterator]();
  const rest: Chunks = { [Symbol.asyncIterator]: () => chunks };
  let begun: Uint8Array = new Uint8Array(0);
  let form: FileForm | null = null;
  try {
    for (let isWhole = false; form === null;) {
      const next = await chunks.next();
      if (next.done === true) isWhole = true;
      else begun = begun.length === 0 ? next.value : Buffer.concat([begun, next.value]);
      form = formOfStart(begun, isWhole);
      if (form === FileForm.page && read === 'records') form = FileForm.records;
      // Without a line's end in so many bytes it is neither records nor a page.
      if (begun.length > longestInput) throw new ReadFailure('too-large', 'too long for one page');
    }
    if (form === FileForm.page) begun = await wholePage(begun, rest);
  } catch (error) {
    yield { problem: problemOf(error, stdinName) };
    return;
  }
  if (form === FileForm.parquet) {
    const failure = new ReadFailure(
      'unreadable',
      'Parquet cannot be read from a pipe: name the file',
    );
    yield { problem: problemOf(failure, stdinName) };
    return;
  }
  if (form !== FileForm.page) {
    const source = { ...named, chunks: followedBy(begun, rest), file: -1 };
    yield* sourcePieces(form, source, wanted);
    return;
  }
  const collector = new MemberCollector();
  collector.add({ ...named, source: stdinName, line: null, bytes: begun, extra: null });
  yield { batch: { kind: 'members', file: -1, ...collector.take()! } };
}

async function wholePage(begun: Uint8Array, rest: Chunks): Promise<Uint8Array> {
  const parts = [begun];
  let held = begun.length;
  for await (const part of rest) {
    parts.push(part);
    held += part.length;
    if (held > longestInput) throw new ReadFailure('too-large', 'too long for one page', held);
  }
  return Buffer.concat(parts);
}

async function* followedBy(first: Uint8Array, rest: Chunks): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first;
  yield* rest;
}
