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
import { CharacterClass, classCount, type ScannedPage } from '../text/scanned-page.ts';

/** A phrase of a language pack found on a line. */
export interface FoundMarker {
  readonly means: MarkerMeaning;
  readonly where: MarkerPlace;
  /** Words of the phrase. */
  readonly words: number;
}

/** Places that log-odds take: a power of 2, so that those of a word lie together in memory. */
export const oddsWidth = 8;

/** 32-bit words that hold a bit for each language. */
const languageWords = 3;
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
  readonly #slots: HashIndex;
  /** By slot: bits of `WordTrait`. Slot 0 is that of unknown words. */
  readonly #traits: Int32Array;
  /** By slot: bit n % 32 of word n >> 5 is set when language n uses it as a function word. */
  readonly #languages: Int32Array;
  /** By slot: `spokenKinds` log-odds and unused places; the first is `unknownOdds` for none. */
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
    this.#slots = new HashIndex(room);
    this.#traits = new Int32Array(room);
    this.#languages = new Int32Array(room * languageWords);
    this.#odds = new Int8Array(room * oddsWidth).fill(unknownOdds);
    for (let index = 0; index < packs.words.length; index++) {
      this.#traits[this.#slots.add(packs.words[index]!)] = packs.traits[index]!;
    }
    for (let index = 0; index < packs.functionWords.length; index++) {
      const slot = this.#slots.find(packs.functionWords[index]!);
      const language = packs.functionLanguages[index]!;
      this.#languages[slot * languageWords + (language >> 5)]! |= 1 << (language & 31);
    }
    this.#phrases = new HashIndex(packs.phrases.length);
    this.#meanings = new Int32Array(packs.phrases.length + 1);
    for (let index = 0; index < packs.phrases.length; index++) {
      this.#meanings[this.#phrases.add(packs.phrases[index]!)] = packs.phraseMeanings[index]!;
    }
    for (const [index, word] of kinds.words.keys.entries()) {
      const slot = this.#slots.add(word);
      this.#odds.set(oddsOf(kinds.words, index), slot * oddsWidth);
    }
    this.#lines = new HashIndex(kinds.lines.keys.length);
    this.#lineOdds = new Int8Array((kinds.lines.keys.length + 1) * oddsWidth).fill(unknownOdds);
    for (const [index, line] of kinds.lines.keys.entries()) {
      this.#lineOdds.set(oddsOf(kinds.lines, index), this.#lines.add(line) * oddsWidth);
    }
  }

  /**
   * What words say about kinds: log-odds of the word in a slot begin at `slot * oddsWidth`, and
   * the first is `unknownOdds` where nothing is known.
   */
  get wordOdds(): Int8Array {
    return this.#odds;
  }

  /** Log-odds of whole lines; those of a line begin at `lineOddsAt(hash)`. */
  get lineOdds(): Int8Array {
    return this.#lineOdds;
  }

  lineOddsAt(lineHash: number): number {
    return this.#lines.find(lineHash) * oddsWidth;
  }

  /** Where the lexicon keeps what it knows of a word; 0 for a word that no pack knows. */
  slotOf(word: number): number {
    return this.#slots.find(word);
  }

  /** Bits of `WordTrait` of the word in a slot. */
  traitsAt(slot: number): number {
    return this.#traits[slot]!;
  }

  /** Whether a language, by its index in `languages`, uses the word in a slot as a function word. */
  isFunctionWord(slot: number, language: number): boolean {
    return (
      ((this.#languages[slot * languageWords + (language >> 5)]! >>> (language & 31)) & 1) === 1
    );
  }

  /** What a phrase means at each place, see `meaningAt`; 0 when no pack has it. */
  meaningsOf(phrase: number): number {
    return this.#meanings[this.#phrases.find(phrase)]!;
  }

  /** Adds a vote to each language that uses the word in a slot as a function word. */
  voteAt(slot: number, votes: Float64Array): void {
    for (let group = 0; group < languageWords; group++) {
      let bits = this.#languages[slot * languageWords + group]!;
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
    if (this.#traits[slots[from]!]! & WordTrait.startsPhrase) {
      const row = line * classCount;
      const labelled =
        page.counts[row + CharacterClass.colon]! + page.counts[row + CharacterClass.pipe]! > 0;
      const marker = this.#wholeOrStart(page.words, from, to, labelled);
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
    labelled: boolean,
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
      if (labelled && meaningAt(means, labelPlace) > 0) {
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
      if ((this.#traits[slots[begin]!]! & WordTrait.startsAnywhere) === 0) continue;
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
      if ((this.#traits[slots[begin]!]! & WordTrait.startsPhrase) === 0) continue;
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

const [linePlace, labelPlace, startPlace, anywherePlace] = [
  places.indexOf('line'),
  places.indexOf('label'),
  places.indexOf('start'),
  places.indexOf('anywhere'),
];

function oddsOf({ odds }: { readonly odds: Int8Array }, index: number): Int8Array {
  return odds.subarray(index * spokenKinds, (index + 1) * spokenKinds);
}
