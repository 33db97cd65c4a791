import { mix32 } from '../text/hash.ts';
import type { ScannedPage } from '../text/scanned-page.ts';
import { column, featureCount, logOf } from './feature-names.ts';
import { StampedTable } from './stamped-table.ts';
import type { VisibleLines } from './visible-lines.ts';

/** Words beyond this many say no more about how well a line fits the page's topic. */
const mostTopicWords = 12;
/** Lines up and down in which copies of other lines are counted. */
const nearLines = 4;

/**
 * What a line's words have to do with the rest of the page: the topic that its prose lines
 * share, word pairs that stand elsewhere too, and whole lines that stand more than once.
 */
export class VocabularyFeatures {
  readonly #topic = new StampedTable();
  readonly #pairs = new StampedTable();
  readonly #copies = new StampedTable();
  /** Table slot of each pair of the page, in order; of each line's copy entry. */
  #slots = new Int32Array(4096);
  #copySlots = new Int32Array(256);

  add(matrix: Float32Array, page: ScannedPage, lines: VisibleLines): void {
    if (this.#slots.length < page.wordCount) this.#slots = new Int32Array(page.wordCount * 2);
    if (this.#copySlots.length < lines.count) this.#copySlots = new Int32Array(lines.count * 2);
    this.#gatherTopic(page, lines);
    this.#addTopic(matrix, page, lines);
    this.#addPairs(matrix, page, lines);
    this.#addCopies(matrix, lines);
  }

  /** Counts, for each content word, the prose lines it stands in. */
  #gatherTopic(page: ScannedPage, lines: VisibleLines): void {
    const topic = this.#topic;
    topic.clear(page.wordCount + 1);
    for (let k = 0; k < lines.count; k++) {
      if (lines.prose[k] === 0) continue;
      const end = page.firstWord[lines.line[k]! + 1]! - lines.unsegmented[k]!;
      for (let word = page.firstWord[lines.line[k]!]!; word < end; word++) {
        const unit = contentUnit(page, lines, k, word);
        if (unit === 0) continue;
        const at = topic.add(unit) * 3;
        if (topic.values[at + 1] === k + 1) continue;
        topic.values[at + 1] = k + 1;
        topic.values[at]!++;
      }
    }
  }

  #addTopic(matrix: Float32Array, page: ScannedPage, lines: VisibleLines): void {
    const topic = this.#topic;
    for (let k = 0; k < lines.count; k++) {
      const own = lines.prose[k]!;
      let units = 0;
      let once = 0;
      let twice = 0;
      const end = page.firstWord[lines.line[k]! + 1]! - lines.unsegmented[k]!;
      for (let word = page.firstWord[lines.line[k]!]!; word < end; word++) {
        const unit = contentUnit(page, lines, k, word);
        if (unit === 0) continue;
        units++;
        const slot = topic.find(unit);
        if (slot < 0) continue;
        const others = topic.values[slot * 3]! - own;
        if (others > 0) once++;
        if (others > 1) twice++;
      }
      const row = k * featureCount;
      matrix[row + column.vocabulary] = units ? once / units : 0;
      matrix[row + column.vocabularyWords] = units
        ? (Math.min(units, mostTopicWords) * once) / units
        : 0;
      matrix[row + column.vocabularyTwice] = units ? twice / units : 0;
      matrix[row + column.foreignWords] = logOf(units - once);
    }
  }

  #addPairs(matrix: Float32Array, page: ScannedPage, lines: VisibleLines): void {
    const pairs = this.#pairs;
    const slots = this.#slots;
    pairs.clear(page.wordCount + 1);
    for (let k = 0; k < lines.count; k++) {
      const end = pairEnd(page, lines, k);
      for (let word = page.firstWord[lines.line[k]!]!; word < end; word++) {
        // Values: first and last line of the pair, both counted from 1.
        const slot = pairs.add(pairAt(page, lines, k, word));
        slots[word] = slot;
        if (pairs.values[slot * 3] === 0) pairs.values[slot * 3] = k + 1;
        pairs.values[slot * 3 + 1] = k + 1;
      }
    }
    for (let k = 0; k < lines.count; k++) {
      const first = page.firstWord[lines.line[k]!]!;
      const end = pairEnd(page, lines, k);
      let before = 0;
      let after = 0;
      let elsewhere = 0;
      for (let word = first; word < end; word++) {
        const at = slots[word]! * 3;
        const earlier = pairs.values[at]! < k + 1;
        const later = pairs.values[at + 1]! > k + 1;
        if (earlier) before++;
        if (later) after++;
        if (earlier || later) elsewhere++;
      }
      const share = 1 / Math.max(1, end - first);
      const row = k * featureCount;
      matrix[row + column.pairsElsewhere] = elsewhere * share;
      matrix[row + column.pairsBefore] = before * share;
      matrix[row + column.pairsAfter] = after * share;
    }
  }

  #addCopies(matrix: Float32Array, lines: VisibleLines): void {
    const copies = this.#copies;
    const slots = this.#copySlots;
    copies.clear(lines.count + 1);
    for (let k = 0; k < lines.count; k++) {
      slots[k] = copies.add(lines.hash[k]!);
      copies.values[slots[k]! * 3]!++;
    }
    const isCopied = (k: number): number => (copies.values[slots[k]! * 3]! > 1 ? 1 : 0);
    let near = 0;
    for (let k = 0; k < Math.min(nearLines, lines.count); k++) near += isCopied(k);
    for (let k = 0; k < lines.count; k++) {
      if (k + nearLines < lines.count) near += isCopied(k + nearLines);
      if (k > nearLines) near -= isCopied(k - nearLines - 1);
      const at = slots[k]! * 3;
      const row = k * featureCount;
      matrix[row + column.copies] = Math.min(5, copies.values[at]! - 1);
      matrix[row + column.copiedBefore] = copies.values[at + 1]!;
      matrix[row + column.copiesNear] = near / (2 * nearLines + 1);
      copies.values[at + 1] = 1;
    }
  }
}

/**
 * What counts as a word of content: one that is no function word, or a pair of characters in
 * scripts without spaces; 0 for a function word.
 */
function contentUnit(page: ScannedPage, lines: VisibleLines, k: number, word: number): number {
  if (lines.unsegmented[k] === 1) return pairHash(page.words[word]!, page.words[word + 1]!);
  return lines.isFunction[word] === 1 ? 0 : page.words[word]!;
}

function pairHash(a: number, b: number): number {
  return mix32(Math.imul(a, 0x9e3779b1) ^ b);
}

/** A word and the next, or three characters of scripts without spaces; a lone word is a pair of itself. */
function pairAt(page: ScannedPage, lines: VisibleLines, k: number, word: number): number {
  const end = page.firstWord[lines.line[k]! + 1]!;
  if (word + 1 === end) return page.words[word]!;
  const pair = pairHash(page.words[word]!, page.words[word + 1]!);
  return lines.unsegmented[k] === 1 && word + 2 < end
    ? pairHash(pair, page.words[word + 2]!)
    : pair;
}

/** Index after the last word of a line that begins a pair. */
function pairEnd(page: ScannedPage, lines: VisibleLines, k: number): number {
  const first = page.firstWord[lines.line[k]!]!;
  const end = page.firstWord[lines.line[k]! + 1]!;
  return end - first > 1 ? end - 1 : end;
}
