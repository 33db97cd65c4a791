import { isUtf8 } from 'node:buffer';

/** How a file is read: as one page of text, one record a line, or as what holds many pages. */
export const FileForm = { page: 0, records: 1, wet: 2, tar: 3, parquet: 4 } as const;
export type FileForm = (typeof FileForm)[keyof typeof FileForm];

/**
 * The files of a run in input order, packed: a million names cost some 60 MB instead of some
 * 300 MB as strings, and worker threads read the same memory.
 */
export interface InputFiles {
  readonly count: number;
  /** All paths one after another, as the bytes the file system gave. */
  readonly paths: Uint8Array;
  /** End of each path in `paths`. */
  readonly pathEnd: Uint32Array;
  /** Length of the part of each path that its pages' ids leave out. */
  readonly idSkip: Uint16Array;
  /** A `FileForm` each. */
  readonly form: Uint8Array;
  /** Number of the named input that each file came from, in the order of naming. */
  readonly input: Uint32Array;
}

/** Collects `InputFiles`. */
export class InputList {
  count = 0;
  #paths = Buffer.allocUnsafeSlow(1 << 14);
  #used = 0;
  #pathEnd = new Uint32Array(256);
  #idSkip = new Uint16Array(256);
  #form = new Uint8Array(256);
  #input = new Uint32Array(256);

  add(path: Uint8Array, idSkip: number, form: FileForm, input: number): void {
    if (this.#used + path.length > this.#paths.length) {
      const grown = Buffer.allocUnsafeSlow(Math.max(this.#paths.length * 2, this.#used * 2));
      this.#paths.copy(grown, 0, 0, this.#used);
      this.#paths = grown;
    }
    if (this.count === this.#form.length) {
      this.#pathEnd = grow(this.#pathEnd, Uint32Array);
      this.#idSkip = grow(this.#idSkip, Uint16Array);
      this.#form = grow(this.#form, Uint8Array);
      this.#input = grow(this.#input, Uint32Array);
    }
    this.#paths.set(path, this.#used);
    this.#used += path.length;
    this.#pathEnd[this.count] = this.#used;
    this.#idSkip[this.count] = idSkip;
    this.#form[this.count] = form;
    this.#input[this.count] = input;
    this.count++;
  }

  /** The list in shared memory, so that worker threads see it without a copy. */
  finish(): InputFiles {
    const { count } = this;
    return {
      count,
      paths: shared(this.#paths.subarray(0, this.#used), Uint8Array),
      pathEnd: shared(this.#pathEnd.subarray(0, count), Uint32Array),
      idSkip: shared(this.#idSkip.subarray(0, count), Uint16Array),
      form: shared(this.#form.subarray(0, count), Uint8Array),
      input: shared(this.#input.subarray(0, count), Uint32Array),
    };
  }
}

type Column = Uint8Array | Uint16Array | Uint32Array;
type ColumnType<T extends Column> = new (source: number | ArrayBufferLike) => T;

function grow<T extends Column>(column: T, Type: ColumnType<T>): T {
  const grown = new Type(column.length * 2);
  grown.set(column);
  return grown;
}

function shared<T extends Column>(column: T, Type: ColumnType<T>): T {
  const copy = new Type(new SharedArrayBuffer(column.byteLength));
  copy.set(column);
  return copy;
}

/** Path of one file, as bytes to open it with. */
export function pathBytes(files: InputFiles, file: number): Buffer {
  const start = file === 0 ? 0 : files.pathEnd[file - 1]!;
  // Copied, for the file system functions take no shared memory.
  return Buffer.from(files.paths.slice(start, files.pathEnd[file]).buffer);
}

/** A backslash that would look like the beginning of a written byte. */
const ambiguous = /\\(?=x[0-9a-f]{2})/gu;

/**
 * A path as text. Bytes that are not UTF-8 are written `\xHH`, and so is a backslash that stands
 * before `xHH` in the name itself: no two names look the same, and the raw name can be worked out.
 */
export function pathText(path: Uint8Array): string {
  const bytes = Buffer.from(path.buffer, path.byteOffset, path.byteLength);
  if (isUtf8(bytes)) return unambiguous(bytes.toString('utf8'));
  let text = '';
  let good = '';
  let at = 0;
  while (at < bytes.length) {
    const length = validLength(bytes, at);
    if (length === 0) {
      text += `${unambiguous(good)}\\x${bytes[at]!.toString(16).padStart(2, '0')}`;
      good = '';
    } else good += bytes.toString('utf8', at, at + length);
    at += length || 1;
  }
  return text + unambiguous(good);
}

function unambiguous(text: string): string {
  return text.replace(ambiguous, '\\x5c');
}

function validLength(bytes: Buffer, at: number): number {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length++) {
    if (isUtf8(bytes.subarray(at, at + length))) return length;
  }
  return 0;
}
