import { isUtf8 } from 'node:buffer';
import { type Problem, type ProblemCode } from '../errors.ts';
import { type DocumentKey, keyOf } from '../dedupe/key.ts';
import {
  BodyPreparer,
  keepFigures,
  type PageInput,
  PagePreparer,
  type PreparedPage,
} from '../prepare-page.ts';
import { siteOf } from '../report/site.ts';
import { count, countSite, emptyTally, type Tally } from '../report/tally.ts';
import { joinShapes, shapeOf } from '../schema/value-shape.ts';
import type { PrepareSettings } from '../settings.ts';
import { blockKinds } from '../split/block.ts';
import type { SurveyColumns } from '../split/survey.ts';
import { asOwnPage, emittedArticles } from '../emitted-articles.ts';
import { decode, DecodeError } from '../text/decode.ts';
import { roomFor } from '../text/room.ts';
import { carriedFields, writeArticle } from './article-json.ts';
import { type InputFiles, pathBytes, pathText } from './input-list.ts';
import { JsonBytes } from './json-bytes.ts';
import type { MemberBatch, Named } from './member-batches.ts';
import { decompressed, FileReader, hasTooManyLines, mostLines, readFailure } from './read-file.ts';
import { partsBytes, idStart, writeAttributes, writeRejected, writeSplit } from './record-json.ts';
import { readRecord } from './read-record.ts';
import { stampOf } from './stamp.ts';
import { keptBytes, PageSampler, type SampledPage } from './samples.ts';
import { hashName } from './seen-names.ts';

/** What a run makes of its pages. */
export type RunForm =
  /** Pages are split; articles are written. */
  | 'articles'
  /** Texts are bodies already; nothing is split. */
  | 'bodies'
  /** Pages are split; their blocks are written. */
  | 'blocks';

/** What every worker is told once. */
export interface PrepareSetup {
  readonly files: InputFiles;
  readonly form: RunForm;
  readonly follow: boolean;
  /** Near-duplicates will be looked for: answer words and keys too. */
  readonly keys: boolean;
  readonly settings: PrepareSettings;
  /** Lines that a survey of the corpus found to be furniture; `null` without a survey. */
  readonly siteLines: SurveyColumns | null;
}

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

/**
 * The prepared documents of a batch in columns. Strings and objects would cost more to hand
 * between threads than to make; these move as they are.
 */
export interface PreparedBatch {
  /** Inputs in the batch: documents and problems. */
  readonly inputs: number;
  readonly documents: number;
  /** Stored records (see `RecordParts`), one after another, and where each ends. */
  readonly records: Uint8Array<ArrayBuffer>;
  readonly recordEnd: Uint32Array<ArrayBuffer>;
  /** 1 for a page without an article. */
  readonly rejected: Uint8Array<ArrayBuffer>;
  /** Two hashes of each id. */
  readonly idHash: Int32Array<ArrayBuffer>;
  /** Bytes, lines and blocks of each page: three numbers a document. */
  readonly sizes: Uint32Array<ArrayBuffer>;
  /** Folded words of the bodies, one after another, and where each body's end. */
  readonly words: Int32Array<ArrayBuffer>;
  readonly wordEnd: Uint32Array<ArrayBuffer>;
  /** 128-bit hash of each body: four numbers a document. */
  readonly exact: Uint32Array<ArrayBuffer>;
  /** Day of publication, counted from 1970-01-01; NaN when unknown. */
  readonly published: Float64Array<ArrayBuffer>;
  /** How many of title, date and byline each document has. */
  readonly completeness: Uint8Array<ArrayBuffer>;
  /** 1 for an article that was found inside the page of another one. */
  readonly embedded: Uint8Array<ArrayBuffer>;
  /** Number of the named input each document came from. */
  readonly inputNumber: Uint32Array<ArrayBuffer>;
  /** Sampled shingles, one document after another, and where each document's end. */
  readonly samples: Uint32Array<ArrayBuffer>;
  readonly sampleEnd: Uint32Array<ArrayBuffer>;
  readonly problems: readonly Problem[];
  /** Stamps of the files of a batch of files, in their order; see `stampOf`. */
  readonly stamps: Float64Array<ArrayBuffer>;
  readonly tally: Tally;
  /** Pages that may enter the sample which the report shows. */
  readonly sampled: readonly SampledPage[];
}

/** Where a document comes from: it is an input, or was found inside one. */
type Origin = 'page' | 'embedded';

/** Name that pages and records of standard input carry. */
export const stdinName = 'stdin';

/** Standard input is read after all files, whatever their number. */
const standardInputNumber = 0xffff_ffff;

/** Prepares batches, keeping its buffers and tables from one to the next. */
export class BatchPreparer {
  readonly #setup: PrepareSetup;
  readonly #reader: FileReader;
  readonly #preparer: PagePreparer | BodyPreparer;
  /** For articles found inside pages. */
  readonly #emitted = new BodyPreparer();
  readonly #guess: (sample: Uint8Array) => string | null;
  readonly #json = new JsonBytes();
  readonly #sampler = new PageSampler();
  #words = new Int32Array(firstWords);
  #batch = new OpenBatch();
  /** Number of the named input that is being prepared. */
  #inputNumber = 0;

  /** @param guess - guesses the encoding of a page in no encoding that is told by rule. */
  constructor(setup: PrepareSetup, guess: (sample: Uint8Array) => string | null) {
    this.#setup = setup;
    this.#guess = guess;
    this.#reader = new FileReader(setup.follow);
    this.#preparer =
      setup.form === 'bodies'
        ? new BodyPreparer()
        : new PagePreparer(setup.settings, setup.siteLines);
  }

  prepare(batch: Batch): PreparedBatch {
    this.#batch = new OpenBatch();
    this.#json.clear();
    if (batch.kind === 'files') {
      for (let file = batch.first; file < batch.end; file++) this.#file(file);
    } else {
      const { input } = this.#setup.files;
      this.#inputNumber = batch.file < 0 ? standardInputNumber : input[batch.file]!;
      if (batch.kind === 'lines') this.#lines(batch);
      else this.#members(batch);
    }
    return this.#finish();
  }

  #file(file: number): void {
    this.#inputNumber = this.#setup.files.input[file]!;
    const path = pathBytes(this.#setup.files, file);
    const source = pathText(path);
    let bytes: Uint8Array;
    try {
      bytes = decompressed(this.#reader.read(path));
    } catch (error) {
      const failure = readFailure(error);
      this.#problem(source, null, failure.code, failure.message, failure.bytes);
      return;
    } finally {
      this.#batch.stamps.push(...(this.#reader.stamp ?? stampOf(path)));
    }
    const skipped = this.#setup.files.idSkip[file]!;
    const id = skipped === 0 ? source : pathText(path.subarray(skipped));
    this.#page({ id, source, path: source }, null, bytes);
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
      this.#page({ id, source, path, ...(extra === null ? {} : { extra }) }, line, content);
    }
  }

  #page(
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
    this.#document(page, bytes.length, line);
  }

  #lines({ id, path, firstLine, bytes }: Batch & { readonly kind: 'lines' }): void {
    const { settings } = this.#setup;
    let line = firstLine;
    for (let start = 0; start < bytes.length; line++) {
      const newline = bytes.indexOf(10, start);
      const end = newline === -1 ? bytes.length : newline;
      const read = readRecord(bytes, start, end, settings, path, `${id}:${line}`);
      if (read !== null && 'code' in read) {
        this.#problem(path, line, read.code, read.message, end - start);
      } else if (read !== null) this.#document(read, end - start, line);
      start = end + 1;
    }
  }

  #document(page: PageInput, bytes: number, line: number | null): void {
    if (hasTooManyLines(page.bytes)) {
      this.#problem(page.path, line, 'too-large', `more than ${mostLines} lines`, bytes);
      return;
    }
    const start = this.#json.length;
    try {
      const emits = this.#setup.form === 'articles' && this.#setup.settings.embedded === 'emit';
      const prepared = this.#preparer.prepare(emits ? asOwnPage(page) : page);
      this.#store(prepared, start, bytes, 'page');
      if (emits) this.#emit(page, prepared);
    } catch (error) {
      // One page that the program fails on must not cost the others.
      this.#json.length = start;
      const reason = error instanceof Error ? error.message : String(error);
      this.#problem(page.path, line, 'failed', reason, bytes);
    }
  }

  /** Articles found inside a page, prepared like bodies that are given. */
  #emit(page: PageInput, prepared: PreparedPage): void {
    for (const input of emittedArticles(page, prepared))
      this.#store(this.#emitted.prepare(input), this.#json.length, 0, 'embedded');
  }

  #store(prepared: PreparedPage, start: number, bytes: number, origin: Origin): void {
    const { form, keys, settings } = this.#setup;
    const isArticle = prepared.status === 'article';
    if (form === 'blocks' && settings.attributes) writeAttributes(this.#json, prepared);
    else if (form === 'blocks') writeSplit(this.#json, prepared);
    else if (isArticle) writeArticle(this.#json, prepared, settings);
    else writeRejected(this.#json, prepared);
    const key = keys ? keyOf(isArticle ? prepared.words : noWords, settings.minWords) : null;
    // From here on nothing fails: a document is stored whole or not at all.
    const batch = this.#batch;
    const idEnd = this.#json.bytes.readUInt32LE(start);
    const record = start + partsBytes;
    hashName(this.#json.bytes, record + idStart + 1, record + idEnd - 1, batch.hash, 0);
    batch.idHash.push(batch.hash[0]!, batch.hash[1]!);
    batch.recordEnd.push(this.#json.length);
    batch.rejected.push(isArticle ? 0 : 1);
    // The page that carries an article counts its lines and blocks.
    if (origin === 'embedded') batch.sizes.push(0, 0, 0);
    else batch.sizes.push(bytes, prepared.lineCount, prepared.blocks.length);
    if (key !== null) this.#addKey(key, isArticle ? prepared.words : noWords);
    const { published, completeness } = keepFigures(prepared);
    batch.published.push(published);
    batch.completeness.push(completeness);
    batch.embedded.push(origin === 'embedded' ? 1 : 0);
    batch.inputNumber.push(this.#inputNumber);
    batch.addToTally(prepared, settings.minWords, origin);
    if (form === 'articles' && origin === 'page') {
      const sampled = this.#sampler.offer(prepared, batch.documents, batch.hash[0]!);
      if (sampled !== null) batch.sampled.push(sampled);
    }
    batch.documents++;
  }

  #addKey(key: DocumentKey, words: Int32Array): void {
    const batch = this.#batch;
    const used = batch.wordEnd.at(-1) ?? 0;
    if (used + words.length > this.#words.length) {
      const grown = new Int32Array(roomFor(used + words.length));
      grown.set(this.#words.subarray(0, used));
      this.#words = grown;
    }
    this.#words.set(words, used);
    batch.wordEnd.push(used + words.length);
    batch.exact.push(...key.exact);
    for (let at = 0; at < key.sample.length; at++) batch.samples.push(key.sample[at]!);
    batch.sampleEnd.push(batch.samples.length);
  }

  #problem(
    source: string,
    line: number | null,
    code: ProblemCode,
    message: string,
    bytes: number,
  ): void {
    this.#batch.problems.push({ source, line, code, message, bytes });
  }

  #finish(): PreparedBatch {
    const batch = this.#batch;
    return {
      inputs: batch.documents + batch.problems.length,
      documents: batch.documents,
      records: this.#json.take(),
      recordEnd: new Uint32Array(batch.recordEnd),
      rejected: new Uint8Array(batch.rejected),
      idHash: new Int32Array(batch.idHash),
      sizes: new Uint32Array(batch.sizes),
      words: this.#takeWords(batch.wordEnd.at(-1) ?? 0),
      wordEnd: new Uint32Array(batch.wordEnd),
      published: Float64Array.from(batch.published),
      completeness: Uint8Array.from(batch.completeness),
      embedded: Uint8Array.from(batch.embedded),
      inputNumber: Uint32Array.from(batch.inputNumber),
      exact: new Uint32Array(batch.exact),
      samples: new Uint32Array(batch.samples),
      sampleEnd: new Uint32Array(batch.sampleEnd),
      problems: batch.problems,
      stamps: Float64Array.from(batch.stamps),
      tally: batch.tally,
      sampled: batch.sampled,
    };
  }

  /** The batch's words in memory of their own; that of a huge page is handed on, not copied. */
  #takeWords(length: number): Int32Array<ArrayBuffer> {
    if (length < mostCopiedWords) return this.#words.slice(0, length);
    const words = this.#words.subarray(0, length);
    this.#words = new Int32Array(firstWords);
    return words;
  }
}

const firstWords = 1 << 14;
const mostCopiedWords = 1 << 20;

const noWords = new Int32Array(0);

/** Columns while they grow. */
class OpenBatch {
  documents = 0;
  readonly recordEnd: number[] = [];
  readonly rejected: number[] = [];
  readonly idHash: number[] = [];
  readonly sizes: number[] = [];
  readonly wordEnd: number[] = [];
  readonly exact: number[] = [];
  readonly samples: number[] = [];
  readonly sampleEnd: number[] = [];
  readonly problems: Problem[] = [];
  readonly stamps: number[] = [];
  readonly published: number[] = [];
  readonly completeness: number[] = [];
  readonly embedded: number[] = [];
  readonly inputNumber: number[] = [];
  readonly tally: Tally = emptyTally();
  readonly sampled: SampledPage[] = [];
  readonly hash = new Int32Array(2);

  addToTally(prepared: PreparedPage, minWords: number, origin: Origin): void {
    const { tally } = this;
    const { metadata } = prepared.article;
    const isPage = origin === 'page';
    if (isPage) this.#addPageToTally(prepared);
    countSite(tally.sites, siteOf(prepared.article.source), {
      pages: 1,
      rejected: prepared.status === 'rejected' ? 1 : 0,
      bytes: isPage ? prepared.page.lineStart[prepared.lineCount]! : 0,
      kept: isPage ? keptBytes(prepared) : 0,
    });
    if (prepared.status === 'rejected') {
      count(tally.rejections, prepared.reason ?? '');
      return;
    }
    count(tally.languages, metadata.lang);
    count(tally.scripts, metadata.script);
    if (metadata.words < minWords) tally.shortBodies++;
    tally.embedded += origin === 'embedded' ? 1 : metadata.embedded.length;
    const carried = Object.fromEntries(carriedFields(metadata.extra));
    tally.carried = joinShapes(tally.carried, shapeOf(carried));
  }

  #addPageToTally(prepared: PreparedPage): void {
    const { tally } = this;
    const { metadata } = prepared.article;
    for (const kind of blockKinds) {
      tally.kindBytes[kind] += prepared.kindBytes[kind];
      tally.kindLines[kind] += prepared.kindLines[kind];
    }
    for (const block of prepared.blocks) count(tally.reasons, block.reason);
    count(tally.encodings, metadata.encoding);
    tally.replacedCharacters += metadata.replaced_characters;
  }
}
