import type { KeepColumns } from '../dedupe/keep-policy.ts';
import { collectGarbage } from './collect-garbage.ts';
import { DiskRows } from './disk-rows.ts';
import { Growing } from './growing.ts';
import type { PreparedBatch } from './prepare-batch.ts';
import type { Scratch } from './scratch.ts';
import { Spool } from './spool.ts';

/**
 * All documents of a run in input order. Their records and words lie in spools, their rows in a
 * store with a bound of its own. What grows in memory is 24 bytes a document, 46 more for an
 * article, and 11 to 22 for telling ids apart; an array that doubles reserves, but does not
 * touch, up to as much again. Matching adds some 70 bytes an article, 8 for each row it shares
 * with others, and 128 for each pair of look-alikes.
 */
export class Documents {
  readonly #records: Spool;
  readonly #words: Spool;
  readonly #recordEnd = new Growing((length) => new Float64Array(length));
  /** For each document its number among the articles, or -1. */
  readonly #article = new Growing((length) => new Int32Array(length));
  readonly #sizes = new Growing((length) => new Uint32Array(length));
  // By number among the articles:
  readonly #wordStart = new Growing((length) => new Float64Array(length));
  readonly #wordCount = new Growing((length) => new Int32Array(length));
  readonly #exact = new Growing((length) => new Uint32Array(length));
  readonly #document = new Growing((length) => new Uint32Array(length));
  readonly #published = new Growing((length) => new Float64Array(length));
  readonly #completeness = new Growing((length) => new Uint8Array(length));
  readonly #embedded = new Growing((length) => new Uint8Array(length));
  readonly #inputNumber = new Growing((length) => new Uint32Array(length));
  readonly #cache: { readonly article: number; readonly words: Int32Array }[] = [];
  /** Bytes of long texts that were read since garbage was collected. */
  #longRead = 0;
  /** A row per sampled shingle of each article. */
  readonly rows: DiskRows;

  /** @param memoryBytes - most bytes that the rows may hold in memory. */
  constructor(scratch: Scratch, memoryBytes: number) {
    this.rows = new DiskRows(scratch, memoryBytes);
    this.#records = new Spool(scratch, 'records');
    this.#words = new Spool(scratch, 'words');
  }

  get count(): number {
    return this.#article.length;
  }

  get articles(): number {
    return this.#document.length;
  }

  add(batch: PreparedBatch): void {
    const before = this.#records.length;
    this.#records.append(batch.records);
    this.#sizes.append(batch.sizes);
    const wordsBefore = this.#words.length / 4;
    this.#words.append(
      new Uint8Array(batch.words.buffer, batch.words.byteOffset, batch.words.byteLength),
    );
    for (let at = 0; at < batch.documents; at++) {
      this.#recordEnd.push(before + batch.recordEnd[at]!);
      if (batch.rejected[at] === 1) {
        this.#article.push(-1);
        continue;
      }
      const article = this.#document.length;
      const start = at === 0 ? 0 : batch.wordEnd[at - 1]!;
      this.#document.push(this.#article.length);
      this.#published.push(batch.published[at]!);
      this.#completeness.push(batch.completeness[at]!);
      this.#embedded.push(batch.embedded[at]!);
      this.#inputNumber.push(batch.inputNumber[at]!);
      this.#article.push(article);
      this.#wordStart.push(wordsBefore + start);
      this.#wordCount.push(batch.wordEnd[at]! - start);
      this.#exact.append(batch.exact.subarray(at * 4, at * 4 + 4));
      const sampleStart = at === 0 ? 0 : batch.sampleEnd[at - 1]!;
      this.rows.add(article, batch.samples.subarray(sampleStart, batch.sampleEnd[at]));
    }
  }

  /** Number of a document among the articles; -1 when it was rejected. */
  articleOf(document: number): number {
    return this.#article.at(document);
  }

  /** Number among all documents of an article. */
  documentOf(article: number): number {
    return this.#document.at(article);
  }

  get wordCounts(): Int32Array {
    return this.#wordCount.values;
  }

  /** What the policies for choosing a keeper look at, by article. */
  get keepColumns(): KeepColumns {
    return {
      words: this.#wordCount.values,
      published: this.#published.values,
      source: this.#inputNumber.values,
      completeness: this.#completeness.values,
      embedded: this.#embedded.values,
    };
  }

  get exact(): Uint32Array {
    return this.#exact.values;
  }

  sizesOf(document: number): {
    readonly bytes: number;
    readonly lines: number;
    readonly blocks: number;
  } {
    const at = document * 3;
    return {
      bytes: this.#sizes.at(at),
      lines: this.#sizes.at(at + 1),
      blocks: this.#sizes.at(at + 2),
    };
  }

  /** Folded words of an article's body, not to be changed. */
  wordsOf(article: number): Int32Array {
    const slot = article % cachedWords;
    const cached = this.#cache[slot];
    if (cached?.article === article) return cached.words;
    const words = this.#readWords(article);
    if (words.length <= longestCached) this.#cache[slot] = { article, words };
    return words;
  }

  #readWords(article: number): Int32Array {
    const words = new Int32Array(this.#wordCount.at(article));
    if (words.byteLength > longBytes) this.#makeRoom(words.byteLength);
    this.#words.read(new Uint8Array(words.buffer), this.#wordStart.at(article) * 4);
    return words;
  }

  /** Long texts are many megabytes each, and so are the tables that they are compared by. */
  #makeRoom(bytes: number): void {
    this.#longRead += bytes;
    if (this.#longRead < mostLongRead) return;
    collectGarbage();
    this.#longRead = bytes;
  }

  /** Stored record of one document. */
  recordOf(document: number): Buffer {
    const start = this.#recordStart(document);
    const record = Buffer.allocUnsafeSlow(this.#recordEnd.at(document) - start);
    this.#records.read(record, start);
    return record;
  }

  /** Visits the stored records in order; a record's bytes are good until the next one. */
  *records(): Generator<{ readonly document: number; readonly record: Buffer }> {
    let window = Buffer.allocUnsafeSlow(windowBytes);
    for (let first = 0; first < this.count;) {
      const from = this.#recordStart(first);
      let end = first + 1;
      while (end < this.count && this.#recordEnd.at(end) - from <= windowBytes) end++;
      const length = this.#recordEnd.at(end - 1) - from;
      if (length > window.length) window = Buffer.allocUnsafeSlow(length);
      this.#records.read(window.subarray(0, length), from);
      for (let document = first; document < end; document++) {
        const start = this.#recordStart(document) - from;
        yield { document, record: window.subarray(start, this.#recordEnd.at(document) - from) };
      }
      first = end;
    }
  }

  /** Lets go of words and rows once the groups are known. */
  forgetWords(): void {
    this.#cache.length = 0;
    this.#words.close();
    this.rows.close();
  }

  close(): void {
    this.rows.close();
    this.#words.close();
    this.#records.close();
  }

  #recordStart(document: number): number {
    return document === 0 ? 0 : this.#recordEnd.at(document - 1);
  }
}

/** Records are read back in pieces of about this many bytes. */
const windowBytes = 1 << 20;

/** Bytes of a text that is long; and bytes of long ones after which the memory of those before is freed. */
const longBytes = 1 << 20;
const mostLongRead = 1 << 24;

/** Bodies of look-alikes are asked for again and again: this many are kept, of at most so many words. */
const cachedWords = 1024;
const longestCached = 4096;
