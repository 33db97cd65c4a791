import { closeSync, openSync, readSync } from 'node:fs';
import { withId } from '../stored-record.ts';
import type { RenamedColumns } from './order-step.ts';
import type { DocumentColumns } from './sign-step.ts';
import { fileFor } from './task.ts';
import { type TaskInputs } from './task-inputs.ts';

/** Records are read in pieces of about this many bytes. */
const windowBytes = 1 << 20;

/** The stored records of a shard, with their final ids. */
export class RecordsReader {
  readonly count: number;
  readonly columns: DocumentColumns;
  /** Per document its number among the shard's articles, or -1. */
  readonly article: Int32Array;
  /** Per article its number among the shard's documents. */
  readonly documents: Uint32Array;
  readonly #descriptor: number;
  readonly #renamed: ReadonlyMap<number, string>;

  constructor(shard: number, inputs: TaskInputs) {
    const sign = { step: 'sign', number: shard } as const;
    this.columns = inputs.value(sign, 'documents') as DocumentColumns;
    const { rejected } = this.columns;
    this.count = rejected.length;
    const renamed = inputs.value(
      { step: 'order', number: 0 },
      fileFor('renamed', shard),
    ) as RenamedColumns;
    this.#renamed = new Map(renamed.ids.map((id, at) => [renamed.documents[at]!, id]));
    this.#descriptor = openSync(inputs.path(sign, 'records'), 'r');
    let articles = 0;
    this.article = Int32Array.from(rejected, (isRejected) => (isRejected === 1 ? -1 : articles++));
    this.documents = new Uint32Array(articles);
    this.article.forEach((article, document) => {
      if (article >= 0) this.documents[article] = document;
    });
  }

  /** One stored record. */
  record(document: number): Buffer {
    const start = this.#startOf(document);
    const stored = Buffer.allocUnsafeSlow(this.columns.recordEnd[document]! - start);
    this.#read(stored, start);
    return this.#named(document, stored);
  }

  /** The stored records in order; a record's bytes are good until the next one. */
  *records(): Generator<{ readonly document: number; readonly record: Buffer }> {
    const { recordEnd } = this.columns;
    let window = Buffer.allocUnsafeSlow(windowBytes);
    for (let first = 0; first < this.count;) {
      const from = this.#startOf(first);
      let end = first + 1;
      while (end < this.count && recordEnd[end]! - from <= windowBytes) end++;
      const length = recordEnd[end - 1]! - from;
      if (length > window.length) window = Buffer.allocUnsafeSlow(length);
      this.#read(window.subarray(0, length), from);
      for (let document = first; document < end; document++) {
        const stored = window.subarray(this.#startOf(document) - from, recordEnd[document]! - from);
        yield { document, record: this.#named(document, stored) };
      }
      first = end;
    }
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #startOf(document: number): number {
    return document === 0 ? 0 : this.columns.recordEnd[document - 1]!;
  }

  #named(document: number, stored: Buffer): Buffer {
    const id = this.#renamed.get(document);
    return id === undefined ? stored : withId(stored, id);
  }

  #read(into: Buffer, from: number): void {
    for (let done = 0; done < into.length;) {
      const got = readSync(this.#descriptor, into, done, into.length - done, from + done);
      if (got === 0) throw new RangeError('the file of records ends early');
      done += got;
    }
  }
}
