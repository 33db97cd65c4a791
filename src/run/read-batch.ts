import { isUtf8 } from 'node:buffer';
import type { Problem, ProblemCode } from '../errors.ts';
import type { PageInput } from '../prepare-page.ts';
import type { PrepareSettings } from '../settings.ts';
import { decode, DecodeError } from '../text/decode.ts';
import { type InputFiles, pathBytes, pathText } from './input-list.ts';
import type { MemberBatch, Named } from './member-batches.ts';
import { decompressed } from './decompress.ts';
import { readFailure } from './read-failure.ts';
import { FileReader, isHuge, lineEnds, mostLines } from './read-file.ts';
import { readRecord } from './read-record.ts';
import { stampOf } from './stamp.ts';

/** A piece of work, small enough that results wait little and large enough to be worth a message. */
export type Batch =
  /** Pages in files of their own: those numbered from `first` up to `end`. */
  | { readonly kind: 'files'; readonly first: number; readonly end: number }
  /** Lines of records; `file` is -1 for standard input. */
  | (Named & {
      readonly kind: 'lines';
      readonly file: number;
      readonly firstLine: number;
      readonly bytes: Uint8Array<ArrayBuffer>;
    })
  /** Pages that lie in one file or stream, side by side in memory. */
  | (MemberBatch & { readonly kind: 'members'; readonly file: number });

/** Pages in files of their own that a survey chose, by the numbers of the files. */
export interface ChosenFiles {
  readonly kind: 'chosen';
  readonly files: readonly number[];
}

/** How batches are read. */
export interface ReadSetup {
  readonly files: InputFiles;
  readonly follow: boolean;
  readonly settings: Pick<PrepareSettings, 'encoding' | 'textField' | 'idField'>;
}

/** A decoded page, and where it was found. */
export interface ReadPage {
  readonly page: PageInput;
  /** Size of the file or record. */
  readonly bytes: number;
  /** Line of the file that it stands on, counted from 1; `null` for a page in a file of its own. */
  readonly line: number | null;
  /** Number of the named input it came from. */
  readonly inputNumber: number;
  /** Whether preparing it takes much memory. */
  readonly isHuge: boolean;
}

/** Who is told of what is read. */
export interface PageVisitor {
  page(read: ReadPage): void;
  problem(problem: Problem): void;
  /** Told of each file of a batch of files, before what was in it; see `stampOf`. */
  file(stamp: readonly number[]): void;
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0d || byte === 0x09;
}

/** Name that pages and records of standard input carry. */
export const stdinName = 'stdin';

/** Standard input is read after all files, whatever their number. */
const standardInputNumber = 0xffff_ffff;

/** Reads and decodes the pages of batches, keeping its buffers from one to the next. */
export class BatchReader {
  readonly #setup: ReadSetup;
  readonly #guess: (sample: Uint8Array) => string | null;
  readonly #visitor: PageVisitor;
  readonly #reader: FileReader;
  #inputNumber = 0;

  /** @param guess - guesses the encoding of a page in no encoding that is told by rule. */
  constructor(
    setup: ReadSetup,
    guess: (sample: Uint8Array) => string | null,
    visitor: PageVisitor,
  ) {
    this.#setup = setup;
    this.#guess = guess;
    this.#visitor = visitor;
    this.#reader = new FileReader(setup.follow);
  }

  /** Reads all of a batch; each page is visited before the next is read. */
  read(batch: Batch | ChosenFiles): void {
    if (batch.kind === 'chosen') {
      for (const file of batch.files) this.#file(file);
      return;
    }
    if (batch.kind === 'files') {
      for (let file = batch.first; file < batch.end; file++) this.#file(file);
      return;
    }
    const { input } = this.#setup.files;
    this.#inputNumber = batch.file < 0 ? standardInputNumber : input[batch.file]!;
    if (batch.kind === 'lines') this.#lines(batch);
    else this.#members(batch);
  }

  #file(file: number): void {
    this.#inputNumber = this.#setup.files.input[file]!;
    const path = pathBytes(this.#setup.files, file);
    const source = pathText(path);
    let bytes: Uint8Array;
    try {
      bytes = this.#bytesOf(path);
    } catch (error) {
      const failure = readFailure(error);
      this.#problem(source, null, failure.code, failure.message, failure.bytes);
      return;
    }
    const skipped = this.#setup.files.idSkip[file]!;
    const id = skipped === 0 ? source : pathText(path.subarray(skipped));
    this.#decode({ id, source, path: source }, null, bytes);
  }

  #bytesOf(path: Buffer): Uint8Array {
    try {
      return decompressed(this.#reader.read(path));
    } finally {
      this.#visitor.file(this.#reader.stamp ?? stampOf(path));
    }
  }

  #members({ members, bytes }: MemberBatch): void {
    let start = 0;
    for (const { id, source, path, line, extra, end } of members) {
      const own = bytes.subarray(start, end);
      start = end;
      let content: Uint8Array;
      try {
        content = decompressed(own);
      } catch (error) {
        const failure = readFailure(error);
        this.#problem(path, line, failure.code, failure.message, failure.bytes);
        continue;
      }
      this.#decode({ id, source, path, ...(extra === null ? {} : { extra }) }, line, content);
    }
  }

  #decode(
    named: Pick<PageInput, 'id' | 'source' | 'path' | 'extra'>,
    line: number | null,
    bytes: Uint8Array,
  ): void {
    const { encoding } = this.#setup.settings;
    let page: PageInput;
    try {
      const decoded = decode(bytes, {
        guess: this.#guess,
        wellFormed: isUtf8(bytes),
        ...(encoding === '' ? {} : { encoding }),
      });
      page = { ...named, ...decoded };
    } catch (error) {
      if (!(error instanceof DecodeError)) throw error;
      this.#problem(named.path, line, error.code, error.message, bytes.length);
      return;
    }
    this.#page(page, bytes.length, line);
  }

  #lines({ id, path, firstLine, bytes }: Batch & { readonly kind: 'lines' }): void {
    const { settings } = this.#setup;
    let line = firstLine;
    for (let start = 0, at = 0; at < bytes.length; line++, at = start) {
      // Blank lines are passed over at once: a gigabyte of them is quickly made.
      while (isBlank(bytes[at])) at++;
      if (bytes[at] === 10 || at === bytes.length) {
        start = at + 1;
        continue;
      }
      const newline = bytes.indexOf(10, start);
      const end = newline === -1 ? bytes.length : newline;
      const read = readRecord(bytes, start, end, settings, path, `${id}:${line}`);
      if (read !== null && 'code' in read) {
        this.#problem(path, line, read.code, read.message, end - start);
      } else if (read !== null) this.#page(read, end - start, line);
      start = end + 1;
    }
  }

  #page(page: PageInput, bytes: number, line: number | null): void {
    const lines = lineEnds(page.bytes);
    if (lines > mostLines) {
      this.#problem(page.path, line, 'too-large', `more than ${mostLines} lines`, bytes);
      return;
    }
    const huge = isHuge(page.bytes.length, lines);
    this.#visitor.page({ page, bytes, line, inputNumber: this.#inputNumber, isHuge: huge });
  }

  #problem(
    source: string,
    line: number | null,
    code: ProblemCode,
    message: string,
    bytes: number,
  ): void {
    this.#visitor.problem({ source, line, code, message, bytes });
  }
}
