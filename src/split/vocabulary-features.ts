import { extendHash } from '../text/hash.ts';
import { roomFor } from '../text/room.ts';
import type { ScannedPage } from '../text/scanned-page.ts';
import { column, featureCount, logOf, signedLog } from './feature-names.ts';
import type { Run } from './place-features.ts';
import { StampedTable } from './stamped-table.ts';
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

/** What the topic table holds for a word. */
const proseLines = 0;
const lastProse = 1;
const mainLines = 2;
const seenAt = 3;

/** Stands in `#slots` for a function word; -1 for a word of content that no prose line has. */
const noContent = -2;

/**
 * What a line's words have to do with the rest of the page: the topic that its prose lines
 * share, the line that is likely their headline, word pairs that stand elsewhere too, and whole
 * lines that stand more than once.
 */
export class VocabularyFeatures {
  readonly #topic = new StampedTable();
  readonly #pairs = new StampedTable();
  readonly #copies = new StampedTable();
  readonly #headline = new Headline();
  /** Place in the topic table of each word of the page; after that, in theirs of each pair. */
  #slots = new Int32Array(4096);
  /** Place in the table of copies of each line. */
  #copySlots = new Int32Array(256);

  /** @param main - the page's main run of prose. */
  add(matrix: Float32Array, page: ScannedPage, lines: VisibleLines, main: Run): void {
    if (this.#slots.length < page.wordCount) {
      this.#slots = new Int32Array(roomFor(page.wordCount));
    }
    if (this.#copySlots.length < lines.count)
      this.#copySlots = new Int32Array(roomFor(lines.count));
    const prose = this.#gatherTopic(page, lines, main);
    const headline = this.#addTopic(matrix, page, lines, main);
    this.#headline.choose(page, lines, headline);
    this.#addBelow(matrix, page, lines, prose);
    this.#addPairs(matrix, page, lines);
    this.#addCopies(matrix, lines);
  }

  /** Counts, for each content word, the prose lines it stands in; the number of prose lines. */
  #gatherTopic(page: ScannedPage, lines: VisibleLines, main: Run): number {
    const topic = this.#topic;
    topic.clear(page.wordCount + 1);
    const values = topic.values;
    let prose = 0;
    for (let k = 0; k < lines.count; k++) {
      if (lines.prose[k] === 0) continue;
      prose++;
      const inMain = k >= main.first && k <= main.last ? 1 : 0;
      const end = unitEnd(page, lines, k);
      for (let word = page.firstWord[lines.line[k]!]!; word < end; word++) {
        const unit = contentUnit(page, lines, k, word);
        if (unit === 0) {
          this.#slots[word] = noContent;
          continue;
        }
        const at = topic.add(unit);
        this.#slots[word] = at;
        if (values[at + lastProse] === prose) continue;
        values[at + lastProse] = prose;
        values[at + proseLines]!++;
        values[at + mainLines]! += inMain;
      }
    }
    return prose;
  }

  /** Features of what stands on the page, and of what stands above; the likely headline's line. */
  #addTopic(matrix: Float32Array, page: ScannedPage, lines: VisibleLines, main: Run): number {
    const values = this.#topic.values;
    const slots = this.#slots;
    let prose = 0;
    let headline = -1;
    let headlineScore = 0;
    for (let k = 0; k < lines.count; k++) {
      const own = lines.prose[k]!;
      const ownMain = own === 1 && k >= main.first && k <= main.last ? 1 : 0;
      const ownOther = own - ownMain;
      const first = page.firstWord[lines.line[k]!]!;
      const end = unitEnd(page, lines, k);
      let units = 0;
      let once = 0;
      let twice = 0;
      let inMain = 0;
      let outside = 0;
      let above = 0;
      for (let word = first; word < end; word++) {
        if (own === 0) {
          const unit = contentUnit(page, lines, k, word);
          slots[word] = unit === 0 ? noContent : this.#topic.find(unit);
        }
        const at = slots[word]!;
        if (at === noContent) continue;
        units++;
        if (at < 0) continue;
        const others = values[at + proseLines]! - own;
        const mainOthers = values[at + mainLines]! - ownMain;
        if (others > 0) once++;
        if (others > 1) twice++;
        if (mainOthers > 0) inMain++;
        if (values[at + proseLines]! - values[at + mainLines]! - ownOther > 0) outside++;
        const seen = values[at + seenAt]!;
        if (seen > 0 && prose - seen < nearProse) above++;
      }
      if (own === 1) {
        prose++;
        for (let word = first; word < end; word++) {
          if (slots[word]! >= 0) values[slots[word]! + seenAt] = prose;
        }
      }
      const score = headlineScoreOf(lines, main, k, units, inMain);
      if (score > 0 && score >= headlineScore) {
        headlineScore = score;
        headline = k;
      }
      const row = k * featureCount;
      const share = units > 0 ? 1 / units : 0;
      matrix[row + column.vocabulary] = once * share;
      matrix[row + column.vocabularyWords] = Math.min(units, mostTopicWords) * once * share;
      matrix[row + column.vocabularyTwice] = twice * share;
      matrix[row + column.foreignWords] = logOf(units - once);
      matrix[row + column.mainWords] = inMain * share;
      matrix[row + column.otherWords] = outside * share;
      matrix[row + column.wordsAbove] = above * share;
    }
    return headline;
  }

  /** Features of what stands below, and of the likely headline. */
  #addBelow(matrix: Float32Array, page: ScannedPage, lines: VisibleLines, allProse: number): void {
    const values = this.#topic.values;
    const slots = this.#slots;
    const headline = this.#headline;
    // Numbers above `allProse` were written by this pass, lower ones by the one downwards.
    let prose = allProse;
    for (let k = lines.count - 1; k >= 0; k--) {
      const first = page.firstWord[lines.line[k]!]!;
      const end = unitEnd(page, lines, k);
      let units = 0;
      let below = 0;
      let echoed = 0;
      for (let word = first; word < end; word++) {
        const slot = slots[word]!;
        if (slot === noContent) continue;
        units++;
        if (headline.mayHold(page.words[word]!)) {
          if (headline.holds(contentUnit(page, lines, k, word))) echoed++;
        }
        if (slot < 0) continue;
        const seen = values[slot + seenAt]!;
        if (seen > allProse && prose - seen < nearProse) below++;
      }
      if (lines.prose[k] === 1) {
        prose++;
        for (let word = first; word < end; word++) {
          if (slots[word]! >= 0) values[slots[word]! + seenAt] = prose;
        }
      }
      const row = k * featureCount;
      const share = units > 0 ? 1 / units : 0;
      const { line } = headline;
      matrix[row + column.wordsBelow] = below * share;
      matrix[row + column.isHeadline] = k === line ? 1 : 0;
      matrix[row + column.fromHeadline] = line < 0 ? 0 : signedLog(k - line);
      matrix[row + column.headlineWords] = echoed * share;
      matrix[row + column.headlineEcho] =
        line < 0 || k === line ? 0 : Math.min(1, echoed / headline.size);
    }
  }

  #addPairs(matrix: Float32Array, page: ScannedPage, lines: VisibleLines): void {
    const pairs = this.#pairs;
    const slots = this.#slots;
    pairs.clear(page.wordCount + 1);
    const values = pairs.values;
    for (let k = 0; k < lines.count; k++) {
      const end = pairEnd(page, lines, k);
      for (let word = page.firstWord[lines.line[k]!]!; word < end; word++) {
        // Values: first and last line of the pair, both counted from 1.
        const slot = pairs.add(pairAt(page, lines, k, word));
        slots[word] = slot;
        if (values[slot] === 0) values[slot] = k + 1;
        values[slot + 1] = k + 1;
      }
    }
    for (let k = 0; k < lines.count; k++) {
      const first = page.firstWord[lines.line[k]!]!;
      const end = pairEnd(page, lines, k);
      let before = 0;
      let after = 0;
      let elsewhere = 0;
      for (let word = first; word < end; word++) {
        const at = slots[word]!;
        const earlier = values[at]! < k + 1;
        const later = values[at + 1]! > k + 1;
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
    const values = copies.values;
    for (let k = 0; k < lines.count; k++) {
      slots[k] = copies.add(lines.hash[k]!);
      values[slots[k]!]!++;
    }
    const isCopied = (k: number): number => (values[slots[k]!]! > 1 ? 1 : 0);
    let near = 0;
    for (let k = 0; k < Math.min(nearLines, lines.count); k++) near += isCopied(k);
    for (let k = 0; k < lines.count; k++) {
      if (k + nearLines < lines.count) near += isCopied(k + nearLines);
      if (k > nearLines) near -= isCopied(k - nearLines - 1);
      const at = slots[k]!;
      const row = k * featureCount;
      matrix[row + column.copies] = Math.min(5, values[at]! - 1);
      matrix[row + column.copiedBefore] = values[at + 1]!;
      matrix[row + column.copiesNear] = near / (2 * nearLines + 1);
      values[at + 1] = 1;
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

/** The words of the line that is likely the headline. */
class Headline {
  line = -1;
  size = 0;
  readonly #units = new StampedTable();
  /** A bit for each of 1024 values of a word's middle bits: most words are ruled out by it. */
  readonly #bits = new Int32Array(32);

  choose(page: ScannedPage, lines: VisibleLines, line: number): void {
    this.line = line;
    this.#units.clear(64);
    this.#bits.fill(0);
    if (line >= 0) {
      const end = unitEnd(page, lines, line);
      for (let word = page.firstWord[lines.line[line]!]!; word < end; word++) {
        const unit = contentUnit(page, lines, line, word);
        if (unit === 0) continue;
        this.#units.add(unit);
        const bits = page.words[word]!;
        this.#bits[(bits >>> 8) & 31]! |= 1 << ((bits >>> 13) & 31);
      }
    }
    this.size = this.#units.size;
  }

  /** Whether the headline may have a unit that begins with the word. */
  mayHold(word: number): boolean {
    return ((this.#bits[(word >>> 8) & 31]! >>> ((word >>> 13) & 31)) & 1) === 1;
  }

  holds(unit: number): boolean {
    return this.#units.find(unit) >= 0;
  }
}

/**
 * What counts as a word of content: one that is no function word, or a pair of characters in
 * scripts without spaces; 0 for a function word.
 */
function contentUnit(page: ScannedPage, lines: VisibleLines, k: number, word: number): number {
  if (lines.unsegmented[k] === 1) return extendHash(page.words[word]!, page.words[word + 1]!);
  return lines.isFunction[word] === 1 ? 0 : page.words[word]!;
}

/** Index after the last word of a line that begins a content unit. */
function unitEnd(page: ScannedPage, lines: VisibleLines, k: number): number {
  return page.firstWord[lines.line[k]! + 1]! - lines.unsegmented[k]!;
}

/** A word and the next, or three characters of scripts without spaces; a lone word is a pair of itself. */
function pairAt(page: ScannedPage, lines: VisibleLines, k: number, word: number): number {
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
