import { extendHash } from '../text/hash.ts';
import { roomFor } from '../text/room.ts';
import type { ScannedPage } from '../text/scanned-page.ts';
import { column, featureCount, logOf, signedLog } from './feature-names.ts';
import { columnLength, KeyNumbers } from './key-numbers.ts';
import type { Run } from './place-features.ts';
import type { VisibleLines } from './visible-lines.ts';

/** Words beyond this many say no more about how well a line fits the page's topic. */
const mostTopicWords = 12;
/** Lines up and down in which copies of other lines are counted. */
const nearLines = 4;
/** Prose lines up and down whose words count as those of the surroundings. */
const nearProse = 6;
/** Headlines have at least so many words of content, and at most so many words at all. */
const leastHeadlineUnits = 2;
const longestHeadline = 30;
/** A headline stands at most about so many lines above its text. */
const headlineReach = 60;
/** Headlines are seldom closed as sentences are. */
const closedHeadline = 0.6;

/** Columns of a row of the topic: what is known of a unit. */
const proseLines = 0;
const lastProse = 1;
const mainLines = 2;
const seenAt = 3;
const topicWidth = 4;

/** Stands in `#units` for a function word. */
const noContent = 0;

/**
 * What a line's words have to do with the rest of the page: the topic that its prose lines
 * share, the line that is likely their headline, word pairs that stand elsewhere too, and whole
 * lines that stand more than once.
 */
export class VocabularyFeatures {
  readonly #unitNumbers = new KeyNumbers();
  readonly #pairs = new KeyNumbers();
  readonly #copies = new KeyNumbers();
  /** By word of the page: number of the content unit that begins there, or `noContent`. */
  #units = new Int32Array(4096);
  /** By number of a unit: `topicWidth` numbers. */
  #topic = new Int32Array(8192 * topicWidth);
  /** By number of a unit: 1 when it stands in the headline. */
  #inHeadline = new Uint8Array(8192);
  /** By word of the page: number of the pair that begins there. */
  #pairAt = new Int32Array(4096);
  /** By number of a pair: first and last line with it, counted from 1. */
  #pairLines = new Int32Array(4096 * 2);
  /** Number of each line's words among those of all lines. */
  #copyOf = new Int32Array(256);
  /** By that number: how many lines have these words, and whether one of them was met. */
  #copyCounts = new Int32Array(256 * 2);

  /** @param main - the page's main run of prose. */
  add(matrix: Float32Array, page: ScannedPage, lines: VisibleLines, main: Run): void {
    this.#makeRoom(page.wordCount, lines.count);
    this.#numberUnits(page, lines);
    const prose = this.#gatherTopic(page, lines, main);
    const headline = this.#addTopic(matrix, page, lines, main);
    const headlineSize = this.#markHeadline(page, lines, headline);
    this.#addBelow(matrix, page, lines, prose, headline, headlineSize);
    this.#addPairs(matrix, page, lines);
    this.#addCopies(matrix, lines);
  }

  #makeRoom(words: number, lines: number): void {
    if (this.#units.length < words) {
      this.#units = new Int32Array(roomFor(words));
      this.#pairAt = new Int32Array(roomFor(words));
    }
    const units = columnLength(words);
    if (this.#inHeadline.length < units) {
      this.#topic = new Int32Array(roomFor(units) * topicWidth);
      this.#inHeadline = new Uint8Array(roomFor(units));
      this.#pairLines = new Int32Array(roomFor(units) * 2);
    }
    if (this.#copyOf.length < lines + 2) {
      this.#copyOf = new Int32Array(roomFor(lines + 2));
      this.#copyCounts = new Int32Array(roomFor(lines + 2) * 2);
    }
  }

  /**
   * Numbers what counts as a word of content: one that is no function word, or a pair of
   * characters in scripts without spaces.
   */
  #numberUnits(page: ScannedPage, lines: VisibleLines): void {
    const { isFunction } = lines;
    const { words } = page;
    const units = this.#units;
    const numbers = this.#unitNumbers;
    // Every second word of a text is one that was there before.
    numbers.clear(page.wordCount >> 1);
    for (let k = 0; k < lines.count; k++) {
      const isPair = lines.unsegmented[k] === 1;
      const end = unitEnd(page, lines, k);
      for (let word = page.firstWord[lines.line[k]!]!; word < end; word++) {
        if (isPair) units[word] = numbers.add(extendHash(words[word]!, words[word + 1]!));
        else units[word] = isFunction[word] === 1 ? noContent : numbers.add(words[word]!);
      }
    }
    const used = columnLength(numbers.size);
    this.#topic.fill(0, 0, used * topicWidth);
    this.#inHeadline.fill(0, 0, used);
  }

  /** Counts, for each content unit, the prose lines it stands in; the number of prose lines. */
  #gatherTopic(page: ScannedPage, lines: VisibleLines, main: Run): number {
    const units = this.#units;
    const topic = this.#topic;
    let prose = 0;
    for (let k = 0; k < lines.count; k++) {
      if (lines.prose[k] === 0) continue;
      prose++;
      const inMain = k >= main.first && k <= main.last ? 1 : 0;
      const end = unitEnd(page, lines, k);
      for (let word = page.firstWord[lines.line[k]!]!; word < end; word++) {
        const at = units[word]! * topicWidth;
        if (at === noContent || topic[at + lastProse] === prose) continue;
        topic[at + lastProse] = prose;
        topic[at + proseLines]!++;
        topic[at + mainLines]! += inMain;
      }
    }
    return prose;
  }

  /** Features of what stands on the page, and of what stands above; the likely headline's line. */
  #addTopic(matrix: Float32Array, page: ScannedPage, lines: VisibleLines, main: Run): number {
    const units = this.#units;
    const topic = this.#topic;
    let prose = 0;
    let headline = -1;
    let headlineScore = 0;
    for (let k = 0; k < lines.count; k++) {
      const own = lines.prose[k]!;
      const ownMain = own === 1 && k >= main.first && k <= main.last ? 1 : 0;
      const ownOther = own - ownMain;
      const first = page.firstWord[lines.line[k]!]!;
      const end = unitEnd(page, lines, k);
      let count = 0;
      let once = 0;
      let twice = 0;
      let inMain = 0;
      let outside = 0;
      let above = 0;
      for (let word = first; word < end; word++) {
        const at = units[word]! * topicWidth;
        if (at === noContent) continue;
        count++;
        const all = topic[at + proseLines]!;
        // Also true of a unit that no prose line has.
        if (all === own) {
          const seen = topic[at + seenAt]!;
          if (seen > 0 && prose - seen < nearProse) above++;
          continue;
        }
        const ofMain = topic[at + mainLines]!;
        once++;
        if (all - own > 1) twice++;
        if (ofMain > ownMain) inMain++;
        if (all - ofMain > ownOther) outside++;
        const seen = topic[at + seenAt]!;
        if (seen > 0 && prose - seen < nearProse) above++;
      }
      if (own === 1) {
        prose++;
        for (let word = first; word < end; word++)
          topic[units[word]! * topicWidth + seenAt] = prose;
      }
      const score = headlineScoreOf(lines, main, k, count, inMain);
      if (score > 0 && score >= headlineScore) {
        headlineScore = score;
        headline = k;
      }
      const row = k * featureCount;
      const share = count > 0 ? 1 / count : 0;
      matrix[row + column.vocabulary] = once * share;
      matrix[row + column.vocabularyWords] = Math.min(count, mostTopicWords) * once * share;
      matrix[row + column.vocabularyTwice] = twice * share;
      matrix[row + column.foreignWords] = logOf(count - once);
      matrix[row + column.mainWords] = inMain * share;
      matrix[row + column.otherWords] = outside * share;
      matrix[row + column.wordsAbove] = above * share;
    }
    return headline;
  }

  /** Marks the units of the line that is likely the headline; the number of different ones. */
  #markHeadline(page: ScannedPage, lines: VisibleLines, headline: number): number {
    if (headline < 0) return 0;
    let size = 0;
    const end = unitEnd(page, lines, headline);
    for (let word = page.firstWord[lines.line[headline]!]!; word < end; word++) {
      const unit = this.#units[word]!;
      if (unit === noContent || this.#inHeadline[unit] === 1) continue;
      this.#inHeadline[unit] = 1;
      size++;
    }
    return size;
  }

  /** Features of what stands below, and of the likely headline. */
  #addBelow(
    matrix: Float32Array,
    page: ScannedPage,
    lines: VisibleLines,
    allProse: number,
    headline: number,
    headlineSize: number,
  ): void {
    const units = this.#units;
    const topic = this.#topic;
    const inHeadline = this.#inHeadline;
    // Numbers above `allProse` were written by this pass, lower ones by the one downwards.
    let prose = allProse;
    for (let k = lines.count - 1; k >= 0; k--) {
      const first = page.firstWord[lines.line[k]!]!;
      const end = unitEnd(page, lines, k);
      let count = 0;
      let below = 0;
      let echoed = 0;
      for (let word = first; word < end; word++) {
        const unit = units[word]!;
        if (unit === noContent) continue;
        count++;
        echoed += inHeadline[unit]!;
        const seen = topic[unit * topicWidth + seenAt]!;
        if (seen > allProse && prose - seen < nearProse) below++;
      }
      if (lines.prose[k] === 1) {
        prose++;
        for (let word = first; word < end; word++)
          topic[units[word]! * topicWidth + seenAt] = prose;
      }
      const row = k * featureCount;
      const share = count > 0 ? 1 / count : 0;
      matrix[row + column.wordsBelow] = below * share;
      matrix[row + column.isHeadline] = k === headline ? 1 : 0;
      matrix[row + column.fromHeadline] = headline < 0 ? 0 : signedLog(k - headline);
      matrix[row + column.headlineWords] = echoed * share;
      matrix[row + column.headlineEcho] =
        headline < 0 || k === headline ? 0 : Math.min(1, echoed / headlineSize);
    }
  }

  #addPairs(matrix: Float32Array, page: ScannedPage, lines: VisibleLines): void {
    const pairs = this.#pairs;
    const pairAt = this.#pairAt;
    const pairLines = this.#pairLines;
    pairs.clear(page.wordCount);
    pairLines.fill(0, 0, columnLength(page.wordCount) * 2);
    for (let k = 0; k < lines.count; k++) {
      const end = pairEnd(page, lines, k);
      for (let word = page.firstWord[lines.line[k]!]!; word < end; word++) {
        const pair = pairs.add(pairKey(page, lines, k, word));
        pairAt[word] = pair;
        if (pairLines[pair * 2] === 0) pairLines[pair * 2] = k + 1;
        pairLines[pair * 2 + 1] = k + 1;
      }
    }
    for (let k = 0; k < lines.count; k++) {
      const first = page.firstWord[lines.line[k]!]!;
      const end = pairEnd(page, lines, k);
      let before = 0;
      let after = 0;
      let elsewhere = 0;
      for (let word = first; word < end; word++) {
        const pair = pairAt[word]! * 2;
        const earlier = pairLines[pair]! < k + 1 ? 1 : 0;
        const later = pairLines[pair + 1]! > k + 1 ? 1 : 0;
        before += earlier;
        after += later;
        elsewhere += earlier | later;
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
    const copyOf = this.#copyOf;
    const counts = this.#copyCounts;
    copies.clear(lines.count);
    counts.fill(0, 0, columnLength(lines.count) * 2);
    for (let k = 0; k < lines.count; k++) {
      copyOf[k] = copies.add(lines.hash[k]!) * 2;
      counts[copyOf[k]!]!++;
    }
    const isCopied = (k: number): number => (counts[copyOf[k]!]! > 1 ? 1 : 0);
    let near = 0;
    for (let k = 0; k < Math.min(nearLines, lines.count); k++) near += isCopied(k);
    for (let k = 0; k < lines.count; k++) {
      if (k + nearLines < lines.count) near += isCopied(k + nearLines);
      if (k > nearLines) near -= isCopied(k - nearLines - 1);
      const at = copyOf[k]!;
      const row = k * featureCount;
      matrix[row + column.copies] = Math.min(5, counts[at]! - 1);
      matrix[row + column.copiedBefore] = counts[at + 1]!;
      matrix[row + column.copiesNear] = near / (2 * nearLines + 1);
      counts[at + 1] = 1;
    }
  }
}

/**
 * How well a line suits the main run of prose as its headline: it stands above, not far, is no
 * prose itself, and shares words with it, of which it has not too many others. 0 for no headline.
 */
function headlineScoreOf(
  lines: VisibleLines,
  main: Run,
  k: number,
  units: number,
  inMain: number,
): number {
  if (units < leastHeadlineUnits || lines.size[k]! > longestHeadline) return 0;
  if (main.first >= 0 && k > main.first) return 0;
  if (lines.prose[k] === 1 && k !== main.first) return 0;
  const near = main.first < 0 ? 0 : Math.max(0, 1 - (main.first - k) / headlineReach);
  const shape = lines.ends[k] === 1 ? closedHeadline : 1;
  return (inMain / Math.sqrt(units)) * (0.4 + near) * shape;
}

/** Index after the last word of a line that begins a content unit. */
function unitEnd(page: ScannedPage, lines: VisibleLines, k: number): number {
  return page.firstWord[lines.line[k]! + 1]! - lines.unsegmented[k]!;
}

/** A word and the next, or three characters of scripts without spaces; a lone word is a pair of itself. */
function pairKey(page: ScannedPage, lines: VisibleLines, k: number, word: number): number {
  const end = page.firstWord[lines.line[k]! + 1]!;
  if (word + 1 === end) return page.words[word]!;
  const pair = extendHash(page.words[word]!, page.words[word + 1]!);
  return lines.unsegmented[k] === 1 && word + 2 < end
    ? extendHash(pair, page.words[word + 2]!)
    : pair;
}

/** Index after the last word of a line that begins a pair. */
function pairEnd(page: ScannedPage, lines: VisibleLines, k: number): number {
  const first = page.firstWord[lines.line[k]!]!;
  const end = page.firstWord[lines.line[k]! + 1]!;
  return end - first > 1 ? end - 1 : end;
}
