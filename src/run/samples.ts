import type { PreparedPage } from '../prepare-page.ts';
import {
  type SampleBlock,
  type SamplePage,
  type SampleReason,
  sampleReasonNames,
} from '../report/samples.ts';
import type { Block } from '../split/block.ts';
import { BestFew } from './best-few.ts';
import type { PreparedBatch } from './prepare-batch.ts';
import { StoredRecord } from './stored-record.ts';

/** Pages of each reason that enter the sample: 40 at most in all. */
const pagesOf: Readonly<Record<SampleReason, number>> = {
  cut: 10,
  unsure: 10,
  rejected: 6,
  large: 6,
  random: 8,
};

/** Text of a sample page, in bytes; longer pages are shortened block by block. */
const mostBytes = 12_000;
/** Blocks of a sample page; with the room each has at least, they fit into `mostBytes`. */
const mostBlocks = 150;
const leastBlockBytes = 64;
/** A page counts as cut when this share of it was, and as unsure from this much doubt about a block. */
const mostlyCut = 0.5;
const unsure = 0.2;
/** A name longer than this is shortened in the sample. */
const longestName = 300;

/** Scores of a page, the higher the worse; -1 where a reason does not apply to it. */
type Scores = Readonly<Record<SampleReason, number>>;

/** A page as a worker hands it on: its place in the batch, its scores, and what to show of it. */
export interface SampledPage {
  readonly at: number;
  /** Its id before ids are told apart, which ranks it among pages of the same score. */
  readonly key: string;
  readonly scores: Scores;
  readonly page: Omit<SamplePage, 'id' | 'outcome' | 'duplicateOf' | 'why'>;
}

type BestPages<T> = Readonly<Record<SampleReason, BestFew<T>>>;

function bestPages<T>(): BestPages<T> {
  return Object.fromEntries(
    sampleReasonNames.map((reason) => [reason, new BestFew<T>(pagesOf[reason])]),
  ) as BestPages<T>;
}

/**
 * Picks the pages of one worker that may enter the sample. It remembers the best it has seen, so
 * that after the first few hundred pages hardly any is decoded: a page costs a look at its blocks.
 */
export class PageSampler {
  readonly #best = bestPages<null>();

  /**
   * @param at - number of the page in its batch.
   * @param chance - a number that depends on the page's id only, evenly spread.
   * @returns the page when it is among the best of this worker so far, else `null`.
   */
  offer(prepared: PreparedPage, at: number, chance: number): SampledPage | null {
    const scores = scoresOf(prepared, chance);
    const { id } = prepared.article;
    let isTaken = false;
    for (const reason of sampleReasonNames) {
      const score = scores[reason];
      if (score < 0 || !this.#best[reason].takes(score, id)) continue;
      this.#best[reason].add(score, id, null);
      isTaken = true;
    }
    return isTaken ? { at, key: id, scores, page: shownPage(prepared) } : null;
  }
}

function scoresOf(prepared: PreparedPage, chance: number): Scores {
  const bytes = sizeOf(prepared);
  const isArticle = prepared.status === 'article';
  return {
    cut: isArticle && bytes > 0 ? scoreFrom(mostlyCut, 1 - keptBytes(prepared) / bytes) : -1,
    unsure: isArticle ? scoreFrom(unsure, 1 - leastConfidence(prepared.blocks)) : -1,
    rejected: isArticle || bytes === 0 ? -1 : bytes,
    large: bytes,
    random: chance >>> 0,
  };
}

function scoreFrom(least: number, score: number): number {
  return score < least ? -1 : score;
}

function sizeOf({ page, lineCount }: PreparedPage): number {
  return page.lineStart[lineCount]!;
}

/** Bytes that go into the text of the record. */
export function keptBytes({ body }: Pick<PreparedPage, 'body'>): number {
  let kept = 0;
  for (let at = 0; at < body.length; at += 3) kept += body[at + 1]! - body[at]!;
  return kept;
}

function leastConfidence(blocks: readonly Block[]): number {
  let least = 1;
  for (const { confidence } of blocks) if (confidence < least) least = confidence;
  return least;
}

function shownPage(prepared: PreparedPage): SampledPage['page'] {
  const { article, blocks } = prepared;
  const bytes = sizeOf(prepared);
  const shown = blocks.slice(0, mostBlocks);
  const room = roomForBlock(shown.map((block) => bytesOf(prepared, block)));
  return {
    source: shortName(article.source),
    lang: article.metadata.lang,
    bytes,
    kept: bytes === 0 ? 0 : rounded(keptBytes(prepared) / bytes),
    confidence: rounded(leastConfidence(blocks)),
    blocks: shown.map((block) => shownBlock(prepared, block, room)),
    blocksLeftOut: blocks.length - shown.length,
  };
}

function bytesOf({ page }: PreparedPage, { startLine, endLine }: Block): number {
  return page.lineEnd[endLine - 1]! - page.lineStart[startLine - 1]!;
}

/** Bytes that each block may show so that all together stay within `mostBytes`. */
function roomForBlock(sizes: readonly number[]): number {
  let room = mostBytes;
  while (
    room > leastBlockBytes &&
    sizes.reduce((sum, size) => sum + Math.min(size, room), 0) > mostBytes
  ) {
    room = Math.max(leastBlockBytes, Math.floor(room * 0.8));
  }
  return room;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function shownBlock(prepared: PreparedPage, block: Block, room: number): SampleBlock {
  const { kind, role, reason, confidence, startLine, endLine } = block;
  const { bytes, lineStart, lineEnd } = prepared.page;
  const start = lineStart[startLine - 1]!;
  const end = lineEnd[endLine - 1]!;
  let to = Math.min(end, start + room);
  // Not within a character.
  while (to < end && to > start && (bytes[to]! & 0xc0) === 0x80) to--;
  return {
    kind,
    role,
    reason,
    confidence: rounded(confidence),
    startLine,
    endLine,
    text: decoder.decode(bytes.subarray(start, to)),
    leftOut: end - to,
  };
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}

/** A name as the report shows it. */
export function shortName(name: string): string {
  return name.length <= longestName ? name : `${name.slice(0, longestName - 1).toWellFormed()}…`;
}

/** What became of a page, known once the groups are. */
export interface Fate {
  readonly outcome: 'removed';
  readonly duplicateOf: string;
}

/** A page that is in the sample, or would be if the run ended now. */
export interface Collected extends Omit<SampledPage, 'at'> {
  /** Its number in the run. */
  readonly document: number;
  readonly id: string;
  readonly outcome: 'cleaned' | 'rejected';
}

/** Puts the picks of all workers together; the same for any division of the pages among them. */
export class SampleCollection {
  readonly #best = bestPages<Collected>();

  /**
   * @param batch - with its final ids.
   * @param first - number in the run of the batch's first document.
   */
  add(batch: PreparedBatch, first: number): void {
    for (const { at, ...sampled } of batch.sampled) {
      this.offer({
        ...sampled,
        document: first + at,
        id: shortName(idOf(batch, at)),
        outcome: batch.rejected[at] === 1 ? 'rejected' : 'cleaned',
      });
    }
  }

  /** Takes a page, or passes it over when there are enough that are worse. */
  offer(page: Collected): void {
    for (const reason of sampleReasonNames) {
      if (page.scores[reason] >= 0) this.#best[reason].add(page.scores[reason], page.key, page);
    }
  }

  /** The pages, worst first, and why they are in the sample. */
  get collected(): ReadonlyMap<Collected, readonly SampleReason[]> {
    const why = new Map<Collected, SampleReason[]>();
    for (const reason of sampleReasonNames) {
      for (const page of this.#best[reason].values) {
        const reasons = why.get(page);
        if (reasons === undefined) why.set(page, [reason]);
        else reasons.push(reason);
      }
    }
    return why;
  }

  /**
   * The sample, worst first; a page that is in it for several reasons stands under the first.
   *
   * @param removalOf - whether a document was removed, and for which; `null` when it was not.
   */
  pages(removalOf: (document: number) => Fate | null): readonly SamplePage[] {
    return [...this.collected].map(([{ document, id, outcome, page }, reasons]) => ({
      id,
      outcome,
      duplicateOf: '',
      ...removalOf(document),
      why: reasons,
      ...page,
    }));
  }
}

function idOf({ records, recordEnd }: PreparedBatch, at: number): string {
  const bytes = Buffer.from(records.buffer, records.byteOffset, records.length);
  const stored = bytes.subarray(at === 0 ? 0 : recordEnd[at - 1]!, recordEnd[at]);
  return JSON.parse(new StoredRecord(stored).id) as string;
}
