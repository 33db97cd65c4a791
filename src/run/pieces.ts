import { type Problem, systemCode } from '../errors.ts';
import { type Chunks, decompressedChunks, fileChunks } from './chunks.ts';
import type { FoundInputs } from './find-inputs.ts';
import { opensRecords } from './find-inputs.ts';
import { FileForm, type InputFiles, pathBytes, pathText } from './input-list.ts';
import { lineBatches } from './line-batches.ts';
import { stdinName } from './prepare-batch.ts';
import type { Piece } from './prepare-pool.ts';
import { longestInput, ReadFailure, readFailure } from './read-file.ts';

/** Files in a batch: so many that handing them over costs little beside preparing them. */
const filesPerBatch = 128;

/** Cuts the inputs of a run into pieces of work, in input order. */
export async function* piecesOf(
  found: FoundInputs,
  stdin: Chunks,
  follow: boolean,
  form: 'pages' | 'records',
): AsyncGenerator<Piece> {
  for (const problem of found.problems) yield { problem };
  const { files } = found;
  for (let first = 0; first < files.count;) {
    if (isRecords(files, first, form)) {
      const path = pathBytes(files, first);
      yield* records(fileChunks(path, follow), first, pathText(path));
      first++;
      continue;
    }
    let end = first + 1;
    while (end < files.count && end - first < filesPerBatch && !isRecords(files, end, form)) end++;
    yield { batch: { kind: 'files', first, end } };
    first = end;
  }
  if (found.stdin) yield* standardInput(stdin, form);
}

function isRecords(files: InputFiles, file: number, form: 'pages' | 'records'): boolean {
  return form === 'records' || files.form[file] === FileForm.records;
}

async function* records(chunks: Chunks, file: number, source: string): AsyncGenerator<Piece> {
  try {
    for await (const batch of lineBatches(decompressedChunks(chunks))) {
      if ('longLine' in batch) yield { problem: longLine(source, batch.longLine, batch.bytes) };
      else yield { batch: { kind: 'lines', file, ...batch } };
    }
  } catch (error) {
    yield { problem: problemOf(error, source) };
  }
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

/** Records when the first line is a JSON object, else all of it is one page. */
async function* standardInput(stdin: Chunks, form: 'pages' | 'records'): AsyncGenerator<Piece> {
  let parts: Uint8Array[] = [];
  let held = 0;
  let isPage: boolean | null = form === 'records' ? false : null;
  const chunks = decompressedChunks(stdin)[Symbol.asyncIterator]();
  const rest: Chunks = { [Symbol.asyncIterator]: () => chunks };
  try {
    while (isPage !== false) {
      const next = await chunks.next();
      if (next.done === true) break;
      parts.push(next.value);
      held += next.value.length;
      if (held > longestInput) throw new ReadFailure('too-large', 'too long for one page', held);
      if (isPage === null && next.value.includes(10)) {
        parts = [Buffer.concat(parts)];
        isPage = !opensRecords(parts[0]!);
      }
    }
  } catch (error) {
    yield { problem: problemOf(error, stdinName) };
    return;
  }
  const begun = Buffer.concat(parts);
  if (isPage === false || opensRecords(begun)) {
    yield* records(followedBy(begun, rest), -1, stdinName);
  } else yield { batch: { kind: 'text', bytes: new Uint8Array(begun) } };
}

async function* followedBy(first: Uint8Array, rest: Chunks): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first;
  yield* rest;
}
