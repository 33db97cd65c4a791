import type { Problem } from '../errors.ts';
import { type DocumentKey, keyOf } from '../dedupe/key.ts';
import {
  BodyPreparer,
  keepFigures,
  type PageInput,
  PagePreparer,
  type PreparedPage,
} from '../prepare-page.ts';
import { siteOf } from '../report/site.ts';
import { countRepeated } from '../report/repeated-lines.ts';
import { count, countSite, emptyTally, type Tally, zeroByKind } from '../report/tally.ts';
import { joinShapes, shapeOf } from '../schema/value-shape.ts';
import type { PrepareSettings } from '../settings.ts';
import { blockKinds } from '../split/block.ts';
import { lineText } from '../split/line-text.ts';
import { type SiteLineColumns, unitedSiteLines } from '../split/site-lines.ts';
import type { SplitKnowledge } from '../split/split-tools.ts';
import { asOwnPage, emittedArticles } from '../emitted-articles.ts';
import { roomFor } from '../text/room.ts';
import { carriedFields, writeArticle } from './article-json.ts';
import { collectGarbage } from './collect-garbage.ts';
import { JsonBytes } from './json-bytes.ts';
import { partsBytes, idStart, writeAttributes, writeRejected, writeSplit } from './record-json.ts';
import {
  type Batch,
  BatchReader,
  type Extent,
  type ReadPage,
  type ReadSetup,
} from './read-batch.ts';
import { keptBytes, PageSampler, type SampledPage, shortName } from './samples.ts';
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
export interface PrepareSetup extends ReadSetup {
  readonly form: RunForm;
  /** Near-duplicates will be looked for: answer words and keys too. */
  readonly keys: boolean;
  readonly settings: PrepareSettings;
  readonly knowledge: SplitKnowledge;
  /** Lines that a survey of the corpus found to be furniture; `null` without a survey. */
  readonly siteLines: SiteLineColumns | null;
}

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

/** What became of a batch, or of its beginning. */
export interface DonePart {
  readonly prepared: PreparedBatch;
  /** Files, members or lines of the batch that were prepared; `null`: all. */
  readonly done: number | null;
}

/**
 * Bytes of records and words that a batch is ended with: in two threads up to six batches wait for each other. Of pages
 * under 64 KB each no batch comes to so much.
 */
const fullBytes = 1 << 23;

/** Where a document comes from: it is an input, or was found inside one. */
type Origin = 'page' | 'embedded';

/** Prepares batches, keeping its buffers and tables from one to the next. */
export class BatchPreparer {
  readonly #setup: PrepareSetup;
  readonly #reader: BatchReader;
  readonly #knowledge: SplitKnowledge;
  #preparer: PagePreparer | BodyPreparer;
  /** For articles found inside pages. */
  readonly #emitted = new BodyPreparer();
  readonly #json = new JsonBytes();
  readonly #sampler = new PageSampler();
  #words = new Int32Array(firstWords);
  #batch = new OpenBatch();

  /** @param guess - guesses the encoding of a page in no encoding that is told by rule. */
  constructor(setup: PrepareSetup, guess: (sample: Uint8Array) => string | null) {
    this.#setup = setup;
    const isFull = (): boolean => this.#isFull;
    this.#reader = new BatchReader(setup, guess, {
      page: (read) => {
        if (read.isHuge) this.#huge(read);
        else this.#document(read);
      },
      problem: (problem) => this.#batch.problems.push(problem),
      file: (stamp) => this.#batch.stamps.push(...stamp),
      get isFull() {
        return isFull();
      },
    });
    const { knowledge, siteLines } = setup;
    this.#knowledge = {
      ...knowledge,
      siteLines: unitedSiteLines(knowledge.siteLines, siteLines),
    };
    this.#preparer = this.#newPreparer();
  }

  #newPreparer(): PagePreparer | BodyPreparer {
    const { form, settings } = this.#setup;
    return form === 'bodies' ? new BodyPreparer() : new PagePreparer(settings, this.#knowledge);
  }

  /**
   * Prepares a batch, or the beginning of it.
   *
   * @param extent - how much of it.
   */
  prepare(batch: Batch, extent: Extent): DonePart {
    this.#batch = new OpenBatch();
    this.#json.clear();
    const done = this.#reader.read(batch, extent);
    return { done, prepared: this.#finish() };
  }

  get #isFull(): boolean {
    return this.#json.length + (this.#batch.wordEnd.at(-1) ?? 0) * 4 > fullBytes;
  }

  /** A page whose memory is given back. */
  #huge(read: ReadPage): void {
    this.#document(read);
    // What grew with it is let go; it takes 0.1 s to make anew.
    this.#preparer = this.#newPreparer();
    collectGarbage();
  }

  #document({ page, bytes, line, inputNumber }: ReadPage): void {
    const start = this.#json.length;
    try {
      const prepared = this.#preparer.prepare(this.#emits ? asOwnPage(page) : page);
      this.#store(prepared, start, bytes, 'page', inputNumber);
      if (this.#emits) this.#emit(page, prepared, inputNumber);
    } catch (error) {
      // One page that the program fails on must not cost the others.
      this.#json.length = start;
      const message = error instanceof Error ? error.message : String(error);
      this.#batch.problems.push({ source: page.path, line, code: 'failed', message, bytes });
    }
  }

  /** Whether articles found inside pages become records of their own. */
  get #emits(): boolean {
    return this.#setup.form === 'articles' && this.#setup.settings.embedded === 'emit';
  }

  /** Articles found inside a page, prepared like bodies that are given. */
  #emit(page: PageInput, prepared: PreparedPage, inputNumber: number): void {
    for (const input of emittedArticles(page, prepared)) {
      const emitted = this.#emitted.prepare(input);
      this.#store(emitted, this.#json.length, 0, 'embedded', inputNumber);
    }
  }

  #store(
    prepared: PreparedPage,
    start: number,
    bytes: number,
    origin: Origin,
    inputNumber: number,
  ): void {
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
    batch.inputNumber.push(inputNumber);
    batch.addToTally(prepared, settings.minWords, origin, this.#emits);
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

function countRepeatedLines(tally: Tally, site: string, { repeated, page }: PreparedPage): void {
  for (const { line, known, role } of repeated) {
    countRepeated(tally.repeated, site, known, () => ({
      text: shortName(lineText(page, line)),
      role,
      pages: 1,
    }));
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

  /** @param emits - articles inside pages come by themselves, and are counted then. */
  addToTally(prepared: PreparedPage, minWords: number, origin: Origin, emits: boolean): void {
    const { tally } = this;
    const { metadata } = prepared.article;
    const isPage = origin === 'page';
    if (isPage) this.#addPageToTally(prepared);
    const site = siteOf(prepared.article.source);
    countRepeatedLines(tally, site, prepared);
    countSite(tally.sites, site, {
      pages: 1,
      rejected: prepared.status === 'rejected' ? 1 : 0,
      bytes: isPage ? prepared.page.lineStart[prepared.lineCount]! : 0,
      kept: isPage ? keptBytes(prepared) : 0,
      kinds: isPage ? prepared.kindBytes : zeroByKind(),
    });
    if (prepared.status === 'rejected') {
      count(tally.rejections, prepared.reason ?? '');
      return;
    }
    count(tally.languages, metadata.lang);
    count(tally.scripts, metadata.script);
    if (metadata.words < minWords) tally.shortBodies++;
    if (!isPage) tally.embedded++;
    else if (!emits) tally.embedded += prepared.embedded.length;
    const carried = [...carriedFields(metadata.extra)];
    // Nearly all pages carry nothing along.
    if (carried.length === 0) return;
    tally.carried = joinShapes(tally.carried, shapeOf(Object.fromEntries(carried)));
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
