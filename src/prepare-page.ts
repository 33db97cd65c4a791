import { comparedWords } from './dedupe/compared-words.ts';
import { givenFields, isoDay, type GivenFields } from './given-fields.ts';
import type { PrepareSettings } from './settings.ts';
import type { Block, BlockKind, BlockRole } from './split/block.ts';
import { readFields, type EmbeddedText, type PageFields } from './split/fields.ts';
import { isoDate } from './split/iso-date.ts';
import type { Lexicon } from './split/lexicon.ts';
import { noKnowledge, type SplitKnowledge, SplitTools } from './split/split-tools.ts';
import type { SplitPage } from './split/splitter.ts';
import { Analyser } from './text/analyse.ts';
import { roomFor } from './text/room.ts';
import type { ScannedPage } from './text/scanned-page.ts';
import { scriptOf } from './text/script.ts';

/** A page as it reaches the core: decoded, and named. */
export interface PageInput {
  readonly id: string;
  readonly source: string;
  /** Path of the file it was in, '' when there is none. */
  readonly path: string;
  /** Well-formed UTF-8 without byte order mark. */
  readonly bytes: Uint8Array;
  /** Encoding it was read from. */
  readonly encoding: string;
  /** Characters that could not be read. */
  readonly replaced: number;
  /** Fields of an input record that ghirbal does not use; they go on in the metadata. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** What is known of an article beside its text. Every record has every key. */
export interface Metadata {
  readonly path: string;
  /** Code of the language, '' when unknown. */
  readonly lang: string;
  /** ISO 15924 code. */
  readonly script: string;
  readonly encoding: string;
  readonly replaced_characters: number;
  readonly byline: string;
  /** Date of publication as YYYY-MM-DD, '' when none was found for certain. */
  readonly published: string;
  readonly section: string;
  readonly attribution: string;
  /** Words of the text; each character of unsegmented scripts is one. */
  readonly words: number;
  /** Pages of its near-duplicate group, itself included; settled after matching. */
  readonly cluster_size: number;
  readonly embedded: readonly EmbeddedText[];
  readonly extra: Readonly<Record<string, unknown>>;
}

/** An article, as `cleaned.jsonl` holds it. */
export interface Article {
  readonly id: string;
  /** The main body, not edited: its lines, and a blank line where the page had one. */
  readonly text: string;
  readonly title: string;
  readonly source: string;
  readonly related: readonly string[];
  readonly tags: readonly string[];
  readonly metadata: Metadata;
}

/** A furniture line that the page's site is known to repeat. */
export interface RepeatedOnPage {
  /** Line of the page, counted from 0. */
  readonly line: number;
  /** Number of the line in what is known of sites. */
  readonly known: number;
  readonly role: BlockRole | '';
}

/** One page, made ready to be compared and written. */
export interface PreparedPage {
  readonly status: 'article' | 'rejected';
  /** Why it was rejected: nothing visible on it, or no main body found. */
  readonly reason: 'empty' | 'no-body' | null;
  /** The article but for its text, which stays in the page's bytes; see `body` and `bodyText`. */
  readonly article: Omit<Article, 'text'>;
  /**
   * Where the text lies in the page's bytes: three numbers for each of its lines, the first and
   * last byte offset and 1 when a blank line stands before it. Holds until the next page.
   */
  readonly body: readonly number[];
  /** Folded words of the main body as they are compared; holds until the next page. */
  readonly words: Int32Array;
  readonly blocks: readonly Block[];
  /** Other articles on the page, whether or not its record holds them. */
  readonly embedded: readonly EmbeddedText[];
  /** Furniture that is known of the page's site. */
  readonly repeated: readonly RepeatedOnPage[];
  /** The page's own bytes and lines; hold until the next page. */
  readonly page: ScannedPage;
  readonly lineCount: number;
  readonly kindBytes: Readonly<Record<BlockKind, number>>;
  readonly kindLines: Readonly<Record<BlockKind, number>>;
}

/**
 * Prepares pages: scan, split, read the fields, gather the body's words. One page in, one value
 * out; the preparer only keeps tables and buffers from one to the next.
 */
export class PagePreparer {
  readonly #settings: PrepareSettings;
  readonly #analyser = new Analyser();
  readonly #tools: SplitTools;
  #words = new Int32Array(4096);

  constructor(settings: PrepareSettings, knowledge: SplitKnowledge = noKnowledge) {
    this.#settings = settings;
    this.#tools = new SplitTools(knowledge);
  }

  prepare(input: PageInput): PreparedPage {
    const { original, meant } = this.#analyser.analyse(input.bytes);
    const split = this.#tools.splitter.split(meant);
    const body = bodyLines(split);
    const words = this.#gatherWords(meant, body);
    const reason = split.lines.count === 0 ? 'empty' : words.length === 0 ? 'no-body' : null;
    const blocks = split.labels.blocks();
    const fields = readFields(original, split, this.#tools.known);
    return {
      status: reason === null ? 'article' : 'rejected',
      reason,
      article: this.#article(input, fields, meant, split, words.length),
      body: bodySpans(original, split, body),
      words: comparedWords(words),
      blocks,
      embedded: fields.embedded,
      repeated: repeatedLines(split),
      page: original,
      lineCount: original.lineCount,
      ...shares(original, blocks),
    };
  }

  #article(
    input: PageInput,
    fields: PageFields,
    meant: ScannedPage,
    split: SplitPage,
    words: number,
  ): Omit<Article, 'text'> {
    const { lexicon, months } = this.#tools;
    return articleOf(input, fields, {
      lang: split.language,
      script: scriptOf(meant, scriptOfLanguage(lexicon, split.language)),
      words,
      published: isoDate(fields.date, months),
      keepEmbedded: this.#settings.embedded === 'keep',
    });
  }

  #gatherWords(page: ScannedPage, body: readonly number[]): Int32Array {
    const [first, last] = [body[0], body.at(-1)];
    if (first === undefined || last === undefined) return noWords;
    const from = page.firstWord[first]!;
    const to = page.firstWord[last + 1]!;
    // Lines in one piece need no copy; blank lines between them have no words.
    if (wordsOfLines(page, body) === to - from) return page.words.subarray(from, to);
    if (this.#words.length < to - from) this.#words = new Int32Array(roomFor(to - from));
    let count = 0;
    for (const line of body) {
      const words = page.words.subarray(page.firstWord[line], page.firstWord[line + 1]);
      this.#words.set(words, count);
      count += words.length;
    }
    return this.#words.subarray(0, count);
  }
}

const noWords = new Int32Array(0);

function wordsOfLines(page: ScannedPage, lines: readonly number[]): number {
  let count = 0;
  for (const line of lines) count += page.firstWord[line + 1]! - page.firstWord[line]!;
  return count;
}

const millisecondsPerDay = 86_400_000;

/** What the policies for choosing which of a group stays look at. */
export interface KeepFigures {
  /** Day of publication, counted from 1970-01-01; NaN when unknown. */
  readonly published: number;
  /** How many of title, date and byline the page has. */
  readonly completeness: number;
}

export function keepFigures({ article }: Pick<PreparedPage, 'article'>): KeepFigures {
  const { title, metadata } = article;
  // Only days in this form mean the same on every machine.
  const day = isoDay.exec(metadata.published)?.[0];
  return {
    published: day === undefined ? NaN : Date.parse(day) / millisecondsPerDay,
    completeness:
      Number(title !== '') + Number(metadata.published !== '') + Number(metadata.byline !== ''),
  };
}

/** Prepares texts that are bodies already: all of a text is its main body. */
export class BodyPreparer {
  readonly #analyser = new Analyser();

  prepare(input: PageInput): PreparedPage {
    const { original, meant } = this.#analyser.analyse(input.bytes);
    const empty = meant.wordCount === 0;
    const given = givenFields(input.extra);
    const blocks: Block[] = [
      {
        kind: 'body',
        role: null,
        startLine: 1,
        endLine: original.lineCount,
        reason: 'given',
        confidence: 1,
      },
    ];
    return {
      status: empty ? 'rejected' : 'article',
      reason: empty ? 'empty' : null,
      article: withGiven(
        articleOf(
          { ...input, extra: given.rest },
          { ...noFields, ...given.fields },
          {
            lang: '',
            script: scriptOf(meant, ''),
            words: meant.wordCount,
            published: '',
            keepEmbedded: false,
          },
        ),
        given,
      ),
      body: empty ? [] : [0, input.bytes.length, 0],
      words: comparedWords(meant.words.subarray(0, meant.wordCount)),
      blocks,
      embedded: [],
      repeated: [],
      page: original,
      lineCount: original.lineCount,
      ...shares(original, blocks),
    };
  }
}

/** An article with the metadata that its record brought along. */
function withGiven(
  article: Omit<Article, 'text'>,
  { metadata }: GivenFields,
): Omit<Article, 'text'> {
  return { ...article, metadata: { ...article.metadata, ...metadata } };
}

const noFields: PageFields = {
  title: '',
  related: [],
  tags: [],
  byline: '',
  attribution: '',
  section: '',
  date: '',
  embedded: [],
};

interface Found {
  readonly lang: string;
  readonly script: string;
  readonly words: number;
  readonly published: string;
  readonly keepEmbedded: boolean;
}

function articleOf(input: PageInput, fields: PageFields, found: Found): Omit<Article, 'text'> {
  return {
    id: input.id,
    title: fields.title,
    source: input.source,
    related: fields.related,
    tags: fields.tags,
    metadata: {
      path: input.path,
      lang: found.lang,
      script: found.script,
      encoding: input.encoding,
      replaced_characters: input.replaced,
      byline: fields.byline,
      published: found.published,
      section: fields.section,
      attribution: fields.attribution,
      words: found.words,
      cluster_size: 1,
      embedded: found.keepEmbedded ? fields.embedded : [],
      extra: input.extra ?? {},
    },
  };
}

function repeatedLines({ labels, lines, siteRows }: SplitPage): RepeatedOnPage[] {
  const repeated: RepeatedOnPage[] = [];
  for (let k = 0; k < lines.count; k++) {
    const line = lines.line[k]!;
    if (siteRows[k]! < 0 || labels.kind(line) !== 'furniture') continue;
    repeated.push({ line, known: siteRows[k]!, role: labels.role(line) ?? '' });
  }
  return repeated;
}

/** Lines of the main body, paragraphs said again left out. */
function bodyLines({ labels, lines }: SplitPage): number[] {
  const body: number[] = [];
  for (let k = 0; k < lines.count; k++) {
    const line = lines.line[k]!;
    if (labels.kind(line) === 'body' && labels.role(line) !== 'repeat') body.push(line);
  }
  return body;
}

function bodySpans(page: ScannedPage, { lines }: SplitPage, body: readonly number[]): number[] {
  const spans: number[] = [];
  let next = 0;
  let blanks = 0;
  for (let k = 0; k < lines.count && next < body.length; k++) {
    const line = lines.line[k]!;
    if (next > 0) blanks += lines.blanksBefore[k]!;
    if (line !== body[next]) continue;
    spans.push(...trimmed(page, line), blanks > 0 ? 1 : 0);
    blanks = 0;
    next++;
  }
  return spans;
}

/**
 * First and last byte offset of a line without the blanks around it. Invisible characters stay:
 * one half of a pair of direction marks must not go without the other.
 */
function trimmed(page: ScannedPage, line: number): [number, number] {
  let start = page.lineStart[line]!;
  let end = page.lineEnd[line]!;
  for (let blank = blankAt(page.bytes, start, end); blank > 0;) {
    start += blank;
    blank = blankAt(page.bytes, start, end);
  }
  for (let blank = blankBefore(page.bytes, start, end); blank > 0;) {
    end -= blank;
    blank = blankBefore(page.bytes, start, end);
  }
  return [start, end];
}

/** Bytes of the blank at an offset: a space, a tab, a no-break or an ideographic space; 0 for none. */
function blankAt(bytes: Uint8Array, at: number, end: number): number {
  if (at >= end) return 0;
  if (bytes[at] === 0x20 || bytes[at] === 0x09) return 1;
  if (bytes[at] === 0xc2 && bytes[at + 1] === 0xa0) return 2;
  return bytes[at] === 0xe3 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0x80 ? 3 : 0;
}

function blankBefore(bytes: Uint8Array, start: number, end: number): number {
  for (const width of [1, 2, 3]) {
    if (end - width >= start && blankAt(bytes, end - width, end) === width) return width;
  }
  return 0;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of a prepared page as a string. */
export function bodyText({ page, body }: Pick<PreparedPage, 'page' | 'body'>): string {
  let text = '';
  for (let at = 0; at < body.length; at += 3) {
    if (at > 0) text += body[at + 2] === 1 ? '\n\n' : '\n';
    text += decoder.decode(page.bytes.subarray(body[at], body[at + 1]));
  }
  return text;
}

function shares(
  page: ScannedPage,
  blocks: readonly Block[],
): Pick<PreparedPage, 'kindBytes' | 'kindLines'> {
  const kindBytes = { ...noShare };
  const kindLines = { ...noShare };
  for (const { kind, startLine, endLine } of blocks) {
    kindBytes[kind] += page.lineStart[endLine]! - page.lineStart[startLine - 1]!;
    kindLines[kind] += endLine - startLine + 1;
  }
  return { kindBytes, kindLines };
}

const noShare: Readonly<Record<BlockKind, number>> = {
  body: 0,
  title: 0,
  related: 0,
  tags: 0,
  furniture: 0,
  embedded: 0,
};

function scriptOfLanguage({ languages, scripts }: Lexicon, code: string): string {
  return scripts[languages.indexOf(code)] ?? '';
}
