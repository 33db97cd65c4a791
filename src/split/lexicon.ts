import { mostPhraseWords, type MarkerMeaning, type MarkerPlace } from '../language/pack.ts';
import {
  WordTrait,
  builtInPacks,
  meaningAt,
  meanings,
  phraseSeed,
  places,
  type CompiledPacks,
} from './compiled-packs.ts';
import { extendHash } from '../text/hash.ts';
import { HashIndex } from './hash-index.ts';
import { spokenKinds, unknownOdds, wordKinds, type WordKinds } from './word-kinds.ts';
import { WordTable, firstColumn, recordWidth, userColumns } from './word-table.ts';
import { LineShape, shapeWidth, type ScannedPage } from '../text/scanned-page.ts';

/** A phrase of a language pack found on a line. */
export interface FoundMarker {
  readonly means: MarkerMeaning;
  readonly where: MarkerPlace;
  /** Words of the phrase. */
  readonly words: number;
}

/** Places that the log-odds of a line take: a power of 2, so that they lie together in memory. */
const lineOddsWidth = 8;

/** 32-bit words that hold a bit for each language. */
const languageWords = 3;

/**
 * Columns of a word's record: bits of `WordTrait`; bit n % 32 of column n >> 5 of the languages,
 * set when language n uses it as a function word; and a byte for each of its log-odds.
 */
const traitsColumn = firstColumn;
const languagesColumn = traitsColumn + 1;
const oddsColumn = languagesColumn + languageWords;
const bytesPerColumn = 4;
if (oddsColumn + spokenKinds / bytesPerColumn > firstColumn + userColumns) {
  throw new RangeError('what is known of a word does not fit its record');
}
/** Language packs one lexicon can hold. */
export const mostLanguages: number = 32 * languageWords;

/** Lines of more words are no headings, and phrases anywhere in them say nothing. */
const mostWordsAround = 16;

/** Credits stand within so many words of a line's end. */
const creditReach = 4;
const credits: ReadonlySet<MarkerMeaning> = new Set(['caption', 'byline', 'attribution']);

/**
 * The language packs compiled for use on folded words: what each word is known as, which
 * languages use it as a function word, which kinds of line it speaks for, and the marker phrases
 * as sequences of word hashes.
 */
export class Lexicon {
  readonly languages: readonly string[];
  /** The usual script of each language. */
  readonly scripts: readonly string[];
  readonly #words: WordTable;
  /** The words' records: that of slot n begins at `n * recordWidth`; slot 0 is that of unknown words. */
  readonly #records: Int32Array<ArrayBuffer>;
  /** The bytes of the records. */
  readonly #odds: Int8Array;
  readonly #lines: HashIndex;
  /** Log-odds of whole lines, laid out as those of words. */
  readonly #lineOdds: Int8Array;
  readonly #phrases: HashIndex;
  /** By index in `#phrases`: what the phrase means at each place, `placeBits` bits a place. */
  readonly #meanings: Int32Array;
  readonly #found = new Map<number, FoundMarker>();

  /**
   * @param packs - compiled language packs.
   * @param kinds - words and lines that speak for kinds.
   */
  constructor(packs: CompiledPacks = builtInPacks(), kinds: WordKinds = wordKinds()) {
    if (packs.languages.length > mostLanguages) {
      throw new RangeError(
        `at most ${mostLanguages} language packs, not ${packs.languages.length}`,
      );
    }
    this.languages = packs.languages;
    this.scripts = packs.scripts;
    const room = kinds.words.keys.length + packs.words.length + 1;
    this.#words = new WordTable(room);
    this.#records = this.#words.records;
    this.#odds = new Int8Array(this.#records.buffer);
    for (let at = this.wordOddsAt(0); at < this.#odds.length; at += recordWidth * bytesPerColumn) {
      this.#odds[at] = unknownOdds;
    }
    for (let index = 0; index < packs.words.length; index++) {
      const slot = this.#words.add(packs.words[index]!);
      this.#records[slot * recordWidth + traitsColumn] = packs.traits[index]!;
    }
    for (let index = 0; index < packs.functionWords.length; index++) {
      const slot = this.#words.find(packs.functionWords[index]!);
      const language = packs.functionLanguages[index]!;
      this.#records[slot * recordWidth + languagesColumn + (language >> 5)]! |=
        1 << (language & 31);
    }
    this.#phrases = new HashIndex(packs.phrases.length);
    this.#meanings = new Int32Array(packs.phrases.length + 1);
    for (let index = 0; index < packs.phrases.length; index++) {
      this.#meanings[this.#phrases.add(packs.phrases[index]!)] = packs.phraseMeanings[index]!;
    }
    for (let index = 0; index < kinds.words.keys.length; index++) {
      const at = this.wordOddsAt(this.#words.add(kinds.words.keys[index]!));
      copyOdds(kinds.words.odds, index, this.#odds, at);
    }
    const lineCount = kinds.lines.keys.length;
    this.#lines = new HashIndex(lineCount);
    this.#lineOdds = new Int8Array((lineCount + 1) * lineOddsWidth).fill(unknownOdds);
    for (let index = 0; index < lineCount; index++) {
      const at = this.#lines.add(kinds.lines.keys[index]!) * lineOddsWidth;
      copyOdds(kinds.lines.odds, index, this.#lineOdds, at);
    }
  }

  /**
   * What words say about kinds: log-odds of the word in a slot begin at `wordOddsAt(slot)`, and
   * the first is `unknownOdds` where nothing is known. What lies between is not odds.
   */
  get wordOdds(): Int8Array {
    return this.#odds;
  }

  wordOddsAt(slot: number): number {
    return (slot * recordWidth + oddsColumn) * bytesPerColumn;
  }

  /** Log-odds of whole lines; those of a line begin at `lineOddsAt(hash)`. */
  get lineOdds(): Int8Array {
    return this.#lineOdds;
  }

  lineOddsAt(lineHash: number): number {
    return this.#lines.find(lineHash) * lineOddsWidth;
  }

  /** Where the lexicon keeps what it knows of a word; 0 for a word that no pack knows. */
  slotOf(word: number): number {
    return this.#words.find(word);
  }

  /** Bits of `WordTrait` of the word in a slot. */
  traitsAt(slot: number): number {
    return this.#records[slot * recordWidth + traitsColumn]!;
  }

  /** Whether a language, by its index in `languages`, uses the word in a slot as a function word. */
  isFunctionWord(slot: number, language: number): boolean {
    const bits = this.#records[slot * recordWidth + languagesColumn + (language >> 5)]!;
    return ((bits >>> (language & 31)) & 1) === 1;
  }

  /** What a phrase means at each place, see `meaningAt`; 0 when no pack has it. */
  meaningsOf(phrase: number): number {
    return this.#meanings[this.#phrases.find(phrase)]!;
  }

  /** Adds a vote to each language that uses the word in a slot as a function word. */
  voteAt(slot: number, votes: Float64Array): void {
    for (let group = 0; group < languageWords; group++) {
      let bits = this.#records[slot * recordWidth + languagesColumn + group]!;
      while (bits !== 0) {
        const bit = 31 - Math.clz32(bits & -bits);
        votes[group * 32 + bit]!++;
        bits &= bits - 1;
      }
    }
  }

  /**
   * The phrase that says most about a line, if any: one that is the whole line first, then a
   * label, a start, and last one anywhere in it. Numbers before and after a phrase that is the
   * whole line do not count ("12 comments", "Comments (12)").
   *
   * @param slots - slot of each word of the page.
   */
  markerOf(page: ScannedPage, line: number, slots: Int32Array): FoundMarker | undefined {
    const first = page.firstWord[line]!;
    const end = page.firstWord[line + 1]!;
    if (first === end) return undefined;
    let from = first;
    let to = end;
    while (from < to - 1 && (page.words[from]! & 1) === 1) from++;
    while (to - 1 > from && (page.words[to - 1]! & 1) === 1) to--;
    if (this.traitsAt(slots[from]!) & WordTrait.startsPhrase) {
      const labelEnd = first + page.shape[line * shapeWidth + LineShape.labelWords]!;
      const marker = this.#wholeOrStart(page.words, from, to, labelEnd);
      if (marker !== undefined) return marker;
    }
    return end - first <= mostWordsAround
      ? this.#anywhere(page.words, slots, first, end)
      : undefined;
  }

  #wholeOrStart(
    words: Int32Array,
    from: number,
    to: number,
    labelEnd: number,
  ): FoundMarker | undefined {
    let label = 0;
    let start = 0;
    let labelWords = 0;
    let startWords = 0;
    let hash = phraseSeed;
    const last = Math.min(to, from + mostPhraseWords);
    for (let at = from; at < last; at++) {
      hash = extendHash(hash, words[at]!);
      const phrase = this.#phrases.find(hash);
      if (phrase === 0) continue;
      const means = this.#meanings[phrase]!;
      const count = at + 1 - from;
      if (at + 1 === to) {
        if (meaningAt(means, linePlace) > 0) return this.#marker(means, linePlace, count);
        if (meaningAt(means, labelPlace) > 0) return this.#marker(means, labelPlace, count);
      }
      if (isLabel(words, at + 1, labelEnd) && meaningAt(means, labelPlace) > 0) {
        label = means;
        labelWords = count;
      }
      if (meaningAt(means, startPlace) > 0) {
        start = means;
        startWords = count;
      }
    }
    if (label > 0) return this.#marker(label, labelPlace, labelWords);
    return start > 0 ? this.#marker(start, startPlace, startWords) : undefined;
  }

  #anywhere(
    words: Int32Array,
    slots: Int32Array,
    from: number,
    to: number,
  ): FoundMarker | undefined {
    for (let begin = from; begin < to; begin++) {
      if ((this.traitsAt(slots[begin]!) & WordTrait.startsAnywhere) === 0) continue;
      let hash = phraseSeed;
      const last = Math.min(to, begin + mostPhraseWords);
      for (let at = begin; at < last; at++) {
        hash = extendHash(hash, words[at]!);
        const means = this.#meanings[this.#phrases.find(hash)]!;
        if (meaningAt(means, anywherePlace) > 0) {
          return this.#marker(means, anywherePlace, at + 1 - begin);
        }
      }
    }
    return undefined;
  }

  /** Whether one of a line's last words begins a phrase that credits a writer, source or picture. */
  endsInCredit(page: ScannedPage, line: number, slots: Int32Array): boolean {
    const end = page.firstWord[line + 1]!;
    const from = Math.max(page.firstWord[line]!, end - creditReach);
    for (let begin = from; begin < end; begin++) {
      if ((this.traitsAt(slots[begin]!) & WordTrait.startsPhrase) === 0) continue;
      let hash = phraseSeed;
      for (let at = begin; at < end; at++) {
        hash = extendHash(hash, page.words[at]!);
        const means = this.#meanings[this.#phrases.find(hash)]!;
        for (let place = 0; means !== 0 && place < places.length; place++) {
          const meaning = meaningAt(means, place);
          if (meaning > 0 && credits.has(meanings[meaning - 1]!)) return true;
        }
      }
    }
    return false;
  }

  /** One object for each meaning, place and length: pages find the same few again and again. */
  #marker(phrase: number, place: number, words: number): FoundMarker {
    const meaning = meaningAt(phrase, place) - 1;
    const key = (meaning * places.length + place) * 32 + words;
    let marker = this.#found.get(key);
    if (marker === undefined) {
      marker = { means: meanings[meaning]!, where: places[place]!, words };
      this.#found.set(key, marker);
    }
    return marker;
  }
}

/** Whether a phrase that ends at `end` is all there is before a colon or bar, but for numbers. */
function isLabel(words: Int32Array, end: number, labelEnd: number): boolean {
  for (let at = end; at < labelEnd; at++) if ((words[at]! & 1) === 0) return false;
  return end <= labelEnd;
}

const [linePlace, labelPlace, startPlace, anywherePlace] = [
  places.indexOf('line'),
  places.indexOf('label'),
  places.indexOf('start'),
  places.indexOf('anywhere'),
];

function copyOdds(odds: Int8Array, index: number, to: Int8Array, at: number): void {
  for (let kind = 0; kind < spokenKinds; kind++) to[at + kind] = odds[index * spokenKinds + kind]!;
}
