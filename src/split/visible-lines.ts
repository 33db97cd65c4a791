import {
  CharacterClass,
  LineShape,
  classCount,
  shapeWidth,
  type ScannedPage,
} from '../text/scanned-page.ts';
import { extendHash } from '../text/hash.ts';
import { roomFor } from '../text/room.ts';
import { WordTrait } from './compiled-packs.ts';
import type { FoundMarker, Lexicon } from './lexicon.ts';

/**
 * What is measured on each visible line of a page, in columns: index k is the k-th line that is
 * not blank. Kept from page to page; a page's answers hold until the next `measure`.
 */
export class VisibleLines {
  readonly #lexicon: Lexicon;
  /** Number of visible lines. */
  count = 0;
  /** Line of the page, counted from 0. */
  line: Int32Array = new Int32Array(256);
  /**
   * Length in characters as prose of an alphabet would have them: an ideograph, kana or Hangul
   * syllable says as much as 2.2 letters (their texts are shorter by that factor).
   */
  length: Float64Array = new Float64Array(256);
  /** Logarithm of one plus the length. */
  logLength: Float64Array = new Float64Array(256);
  /** Length in words; characters of unsegmented scripts count half a word. */
  size: Float64Array = new Float64Array(256);
  words: Int32Array = new Int32Array(256);
  /** 1 when most of the line's words are characters of scripts written without spaces. */
  unsegmented: Uint8Array = new Uint8Array(256);
  /** 1 when the line ends as a sentence does. */
  ends: Uint8Array = new Uint8Array(256);
  /** Share of function words of the page's language; 0.3 when its words are not known. */
  functionShare: Float64Array = new Float64Array(256);
  /** 1 for lines long enough and closed enough to be sentences. */
  prose: Uint8Array = new Uint8Array(256);
  long: Uint8Array = new Uint8Array(256);
  numbers: Int32Array = new Int32Array(256);
  /** 1 when the line holds a date, absolute or relative. */
  date: Uint8Array = new Uint8Array(256);
  year: Uint8Array = new Uint8Array(256);
  address: Uint8Array = new Uint8Array(256);
  bullet: Uint8Array = new Uint8Array(256);
  numbered: Uint8Array = new Uint8Array(256);
  /** Hash of the line's words; 0 for lines without words. */
  hash: Int32Array = new Int32Array(256);
  /** Blank lines before it, at most 3. */
  blanksBefore: Uint8Array = new Uint8Array(256);
  marker: (FoundMarker | undefined)[] = [];
  /** Language most of whose function words the page uses, -1 when none stands out. */
  language = -1;
  #votes: Float64Array;
  /** Lexicon slot of each word of the page. */
  slots: Int32Array = new Int32Array(4096);
  /** By word of the page: 1 when it is a function word of the page's language. */
  isFunction: Uint8Array = new Uint8Array(4096);

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#votes = new Float64Array(96);
  }

  measure(page: ScannedPage): void {
    this.#makeRoom(page);
    this.#readWords(page);
    let k = 0;
    let previous = -1;
    for (let line = 0; line < page.lineCount; line++) {
      if (page.shape[line * shapeWidth + LineShape.first]! < 0) continue;
      this.line[k] = line;
      this.blanksBefore[k] = previous < 0 ? 0 : Math.min(3, line - previous - 1);
      this.#measureLine(page, line, k);
      previous = line;
      k++;
    }
    this.count = k;
    this.marker.length = k;
  }

  /** Looks every word up once, and finds the page's language by its function words. */
  #readWords(page: ScannedPage): void {
    const votes = this.#votes.fill(0);
    for (let word = 0; word < page.wordCount; word++) {
      const slot = this.#lexicon.slotOf(page.words[word]!);
      this.slots[word] = slot;
      if ((this.#lexicon.traitsAt(slot) & WordTrait.function) !== 0) {
        this.#lexicon.voteAt(slot, votes);
      }
    }
    this.language = -1;
    let most = Math.max(leastVotes - 1, leastVoteShare * page.wordCount);
    for (let language = 0; language < this.#lexicon.languages.length; language++) {
      if (votes[language]! > most) {
        most = votes[language]!;
        this.language = language;
      }
    }
    for (let word = 0; word < page.wordCount; word++) {
      const slot = this.slots[word]!;
      const known = slot > 0 && this.language >= 0;
      this.isFunction[word] = known && this.#lexicon.isFunctionWord(slot, this.language) ? 1 : 0;
    }
  }

  #measureLine(page: ScannedPage, line: number, k: number): void {
    const { counts, shape } = page;
    const row = line * classCount;
    const shapeRow = line * shapeWidth;
    const first = page.firstWord[line]!;
    const end = page.firstWord[line + 1]!;
    const wordCount = end - first;
    const ideographs = counts[row + CharacterClass.unsegmented]!;
    const unsegmented = ideographs * 2 > wordCount;
    const caseless = counts[row + CharacterClass.caseless]!;
    const visible = visibleCharacters(counts, row);
    let functionWords = 0;
    let months = 0;
    let weekdays = 0;
    let years = 0;
    let days = 0;
    let numbers = 0;
    let ago = 0;
    let units = 0;
    let moments = 0;
    let addresses = 0;
    let hash = wordCount === 0 ? 0 : lineSeed;
    for (let word = first; word < end; word++) {
      const value = page.words[word]!;
      hash = extendHash(hash, value);
      numbers += value & 1;
      const slot = this.slots[word]!;
      if (slot === 0) continue;
      functionWords += this.isFunction[word]!;
      const traits = this.#lexicon.traitsAt(slot);
      if ((traits & ~WordTrait.function) === 0) continue;
      if (traits & WordTrait.month) months++;
      if (traits & WordTrait.weekday) weekdays++;
      if (traits & WordTrait.year) years++;
      if (traits & WordTrait.day) days++;
      if (traits & WordTrait.ago) ago++;
      if (traits & WordTrait.timeUnit) units++;
      if (traits & WordTrait.moment) moments++;
      if (traits & WordTrait.address) addresses++;
    }
    const hangul = page.leadBytes[0xea]! + page.leadBytes[0xeb]! + page.leadBytes[0xec]! > 0;
    const extra = ideographs + (hangul ? caseless : 0);
    this.length[k] = visible + (unsegmented ? 0 : Math.max(0, wordCount - 1)) + wideness * extra;
    this.logLength[k] = Math.log1p(this.length[k]);
    this.size[k] = unsegmented ? wordCount / 2 : wordCount;
    this.words[k] = wordCount;
    this.unsegmented[k] = unsegmented ? 1 : 0;
    this.ends[k] = shape[shapeRow + LineShape.endsSentence]!;
    this.functionShare[k] =
      this.language < 0 || wordCount === 0 ? unknownShare : functionWords / wordCount;
    const isLong =
      this.length[k] >= longLine && (this.ends[k] === 1 || this.functionShare[k] > 0.25);
    this.long[k] = isLong ? 1 : 0;
    this.prose[k] = isLong || (this.length[k] >= proseLine && this.ends[k] === 1) ? 1 : 0;
    this.numbers[k] = numbers;
    this.year[k] = years > 0 ? 1 : 0;
    const absolute = (months > 0 && numbers > 0) || (years > 0 && (days >= 2 || numbers >= 3));
    const relative =
      (ago > 0 && units > 0) || (weekdays > 0 && numbers > 0) || (moments > 0 && wordCount <= 4);
    this.date[k] = absolute || relative ? 1 : 0;
    this.address[k] = addresses > 0 ? 1 : 0;
    const lead = shape[shapeRow + LineShape.first]!;
    const listMark = lead === CharacterClass.bullet || lead === CharacterClass.dash;
    this.bullet[k] = listMark && wordCount > 0 ? 1 : 0;
    this.numbered[k] =
      lead === CharacterClass.digit && wordCount > 1 && (page.words[first]! & 1) === 1 ? 1 : 0;
    this.hash[k] = hash;
    this.marker[k] = this.#lexicon.markerOf(page, line, this.slots);
  }

  #makeRoom(page: ScannedPage): void {
    if (this.slots.length < page.wordCount) {
      this.slots = new Int32Array(roomFor(page.wordCount));
      this.isFunction = new Uint8Array(roomFor(page.wordCount));
    }
    if (this.line.length >= page.lineCount) return;
    const room = roomFor(page.lineCount);
    this.line = new Int32Array(room);
    this.length = new Float64Array(room);
    this.logLength = new Float64Array(room);
    this.size = new Float64Array(room);
    this.words = new Int32Array(room);
    this.unsegmented = new Uint8Array(room);
    this.ends = new Uint8Array(room);
    this.functionShare = new Float64Array(room);
    this.prose = new Uint8Array(room);
    this.long = new Uint8Array(room);
    this.numbers = new Int32Array(room);
    this.date = new Uint8Array(room);
    this.year = new Uint8Array(room);
    this.address = new Uint8Array(room);
    this.bullet = new Uint8Array(room);
    this.numbered = new Uint8Array(room);
    this.hash = new Int32Array(room);
    this.blanksBefore = new Uint8Array(room);
  }
}

/** A page's language is guessed from at least so many function words, */
const leastVotes = 3;
/** and so large a share of all words: prose has a fifth or more, other languages' words hardly any. */
const leastVoteShare = 0.04;
/** Stands for the share of function words where the language is not known: that of prose. */
const unknownShare = 0.3;
/** Letters beyond the first that a wide character is worth. */
const wideness = 1.2;
/** Length from which a line is long, whether or not it is closed. */
const longLine = 120;
/** Length from which a closed line counts as prose: two short clauses. */
const proseLine = 80;
const lineSeed = 0x3c6ef372;

function visibleCharacters(counts: Int32Array, row: number): number {
  let sum = 0;
  for (let column = CharacterClass.lower; column < CharacterClass.invisible; column++) {
    sum += counts[row + column]!;
  }
  return sum + counts[row + CharacterClass.damaged]!;
}
