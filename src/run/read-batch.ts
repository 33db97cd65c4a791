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

/**
 * How much of a batch is read: up to the first huge page, or until what came of it is much already; its first page
 * alone, huge or not; all.
 */
export type Extent = 'up-to-huge' | 'first' | 'all';

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
  /** Told of each file of a batch of files, after what was in it; see `stampOf`. */
  file(stamp: readonly number[]): void;
  /** Whether what came of the batch is so much that the rest is better read later. */
  readonly isFull: boolean;
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
  #extent: Extent = 'all';
  /** A page of the batch was put off. */
  #isPutOff = false;

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

  /**
   * Reads a batch, all of it or its beginning; each page is visited before the next is read.
   *
   * @returns files, members or lines that were read, see `cutBatch`; `null`: all.
   */
  read(batch: Batch | ChosenFiles, extent: Extent): number | null {
    this.#extent = extent;
    this.#isPutOff = false;
    if (batch.kind === 'chosen') return this.#files(batch.files);
    if (batch.kind === 'files') return this.#files(range(batch.first, batch.end));
    const { input } = this.#setup.files;
    this.#inputNumber = batch.file < 0 ? standardInputNumber : input[batch.file]!;
    return batch.kind === 'lines' ? this.#lines(batch) : this.#members(batch);
  }

  /** Whether a batch is read on after a page. */
  #goesOn(): boolean {
    return this.#extent === 'all' || (this.#extent === 'up-to-huge' && !this.#visitor.isFull);
  }

  #files(files: Iterable<number>): number | null {
    let done = 0;
    for (const file of files) {
      this.#file(file);
      if (this.#isPutOff) return done;
      done++;
      if (!this.#goesOn()) return done;
    }
    return null;
  }

  #file(file: number): void {
    this.#inputNumber = this.#setup.files.input[file]!;
    const path = pathBytes(this.#setup.files, file);
    const source = pathText(path);
    let bytes: Uint8Array | null = null;
    try {
      bytes = decompressed(this.#reader.read(path));
    } catch (error) {
      const failure = readFailure(error);
      this.#problem(source, null, failure.code, failure.message, failure.bytes);
    }
    const stamp = this.#reader.stamp ?? stampOf(path);
    if (bytes !== null) {
      const skipped = this.#setup.files.idSkip[file]!;
      const id = skipped === 0 ? source : pathText(path.subarray(skipped));
      this.#decode({ id, source, path: source }, null, bytes);
    }
    if (!this.#isPutOff) this.#visitor.file(stamp);
  }

  #members({ members, bytes }: MemberBatch): number | null {
    let start = 0;
    let done = 0;
    for (const { id, source, path, line, extra, end } of members) {
      const own = bytes.subarray(start, end);
      start = end;
      let content: Uint8Array | null = null;
      try {
        content = decompressed(own);
      } catch (error) {
        const failure = readFailure(error);
        this.#problem(path, line, failure.code, failure.message, failure.bytes);
      }
      const named = { id, source, path, ...(extra === null ? {} : { extra }) };
      if (content !== null) this.#decode(named, line, content);
      if (this.#isPutOff) return done;
      done++;
      if (!this.#goesOn()) return done;
    }
    return null;
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

  #lines({ id, path, firstLine, bytes }: Batch & { readonly kind: 'lines' }): number | null {
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
      if (this.#isPutOff) return line - firstLine;
      if (!this.#goesOn()) return line + 1 - firstLine;
    }
    return null;
  }

  #page(page: PageInput, bytes: number, line: number | null): void {
    const lines = lineEnds(page.bytes);
    if (lines > mostLines) {
      this.#problem(page.path, line, 'too-large', `more than ${mostLines} lines`, bytes);
      return;
    }
    const huge = isHuge(page.bytes.length, lines);
    this.#isPutOff = huge && this.#extent === 'up-to-huge';
    if (this.#isPutOff) return;
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

function* range(first: number, end: number): Generator<number> {
  for (let number = first; number < end; number++) yield number;
}
