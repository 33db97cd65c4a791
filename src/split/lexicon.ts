import type { LanguagePack, MarkerMeaning, MarkerPlace } from '../language/pack.ts';
import { markerMeanings, markerPlaces } from '../language/pack.ts';
import { HashIndex } from './hash-index.ts';
import { spokenKinds, unknownOdds, wordKinds, type WordKinds } from './word-kinds.ts';
import { foldedWords, hashWord } from '../text/fold.ts';
import { mix32 } from '../text/hash.ts';
import { CharacterClass, classCount, type ScannedPage } from '../text/scanned-page.ts';

/** Bits of what a word is known as, in any language. */
export const WordTrait = {
  function: 1,
  month: 2,
  weekday: 4,
  ago: 8,
  timeUnit: 16,
  moment: 32,
  /** A year from 1300 to 2199: Gregorian and both Hijri calendars. */
  year: 64,
  /** A number from 1 to 31. */
  day: 128,
  /** Part of a web address. */
  address: 256,
  /** First word of a phrase. */
  startsPhrase: 512,
  /** First word of a phrase that may stand anywhere in a line. */
  startsAnywhere: 1024,
} as const;

/** A phrase of a language pack found on a line. */
export interface FoundMarker {
  readonly means: MarkerMeaning;
  readonly where: MarkerPlace;
  /** Words of the phrase. */
  readonly words: number;
}

/** Places that log-odds take: a power of 2, so that those of a word lie together in memory. */
export const oddsWidth = 8;

/** About as many words are in the built-in packs. */
const expectedPackWords = 8000;

/** 32-bit words that hold a bit for each language. */
const languageWords = 3;
/** Language packs one lexicon can hold. */
export const mostLanguages: number = 32 * languageWords;

/** Longest phrase of the built-in packs, and the most words a user's may have. */
export const mostPhraseWords: number = 26;
/** Lines of more words are no headings, and phrases anywhere in them say nothing. */
const mostWordsAround = 16;

const places = Object.keys(markerPlaces) as readonly MarkerPlace[];
const meanings = Object.keys(markerMeanings) as readonly MarkerMeaning[];

/** Credits stand within so many words of a line's end. */
const creditReach = 4;
const credits: ReadonlySet<MarkerMeaning> = new Set(['caption', 'byline', 'attribution']);

/** Bits a place takes in a phrase's entry; its value there is 1 plus the meaning's index, 0 for none. */
const placeBits = 6;

/**
 * The language packs compiled for use on folded words: what each word is known as, which
 * languages use it as a function word, which kinds of line it speaks for, and the marker phrases
 * as sequences of word hashes.
 */
export class Lexicon {
  readonly languages: readonly string[];
  readonly #slots: HashIndex;
  /** By slot: bits of `WordTrait`. Slot 0 is that of unknown words. */
  #traits = new Int32Array(1024);
  /** By slot: bit n % 32 of word n >> 5 is set when language n uses it as a function word. */
  #languages = new Int32Array(1024 * languageWords);
  /** By slot: `spokenKinds` log-odds and unused places; the first is `unknownOdds` for none. */
  #odds = new Int8Array(1024 * oddsWidth).fill(unknownOdds);
  readonly #lines: HashIndex;
  /** Log-odds of whole lines, laid out as those of words. */
  readonly #lineOdds: Int8Array;
  readonly #phrases = new HashIndex();
  /** By index in `#phrases`: what the phrase means at each place, `placeBits` bits a place. */
  #meanings = new Int32Array(4096);
  readonly #found = new Map<number, FoundMarker>();

  /**
   * @param packs - where two packs give a phrase two meanings, the earlier pack's holds.
   * @param kinds - words and lines that speak for kinds.
   */
  constructor(packs: readonly LanguagePack[], kinds: WordKinds = wordKinds()) {
    if (packs.length > mostLanguages) {
      throw new RangeError(`at most ${mostLanguages} language packs, not ${packs.length}`);
    }
    this.languages = packs.map((pack) => pack.code);
    this.#slots = new HashIndex(kinds.words.keys.length + expectedPackWords);
    for (const [index, pack] of packs.entries()) this.#addPack(pack, index);
    for (let year = 1300; year < 2200; year++) this.#addTrait(String(year), WordTrait.year);
    for (let day = 1; day <= 31; day++) {
      this.#addTrait(String(day), WordTrait.day);
      if (day < 10) this.#addTrait(`0${day}`, WordTrait.day);
    }
    for (const part of ['http', 'https', 'www', 'com', 'org', 'net', 'html', 'php']) {
      this.#addTrait(part, WordTrait.address);
    }
    for (const [index, word] of kinds.words.keys.entries()) {
      const slot = this.#addWordTrait(word, 0);
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
      hash = extendPhrase(hash, words[at]!);
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
        hash = extendPhrase(hash, words[at]!);
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
        hash = extendPhrase(hash, page.words[at]!);
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

  #addPack(pack: LanguagePack, index: number): void {
    for (const group of pack.markers) {
      for (const text of group.texts) this.#addPhrase(text, group.where, group.means);
    }
    for (const word of pack.functionWords) {
      const slot = this.#addTrait(word, WordTrait.function);
      if (slot > 0) this.#languages[slot * languageWords + (index >> 5)]! |= 1 << (index & 31);
    }
    for (const { names } of pack.months)
      for (const name of names) this.#addTrait(name, WordTrait.month);
    for (const days of pack.weekdays)
      for (const day of days) this.#addTrait(day, WordTrait.weekday);
    for (const word of pack.relativeTime.ago) this.#addTrait(word, WordTrait.ago);
    for (const word of pack.relativeTime.units) this.#addTrait(word, WordTrait.timeUnit);
    for (const word of pack.relativeTime.moments) this.#addTrait(word, WordTrait.moment);
  }

  /** Marks the word; names of several words mark their last, which is the one they differ by. */
  #addTrait(text: string, trait: number): number {
    const word = foldedWords(text).at(-1);
    if (word === undefined) return 0;
    return this.#addWordTrait(hashWord(word), trait);
  }

  #addWordTrait(word: number, trait: number): number {
    const slot = this.#slots.add(word);
    if (slot >= this.#traits.length) this.#makeRoom();
    this.#traits[slot]! |= trait;
    return slot;
  }

  #makeRoom(): void {
    const traits = new Int32Array(this.#traits.length * 2);
    traits.set(this.#traits);
    this.#traits = traits;
    const languages = new Int32Array(this.#languages.length * 2);
    languages.set(this.#languages);
    this.#languages = languages;
    const odds = new Int8Array(this.#odds.length * 2).fill(unknownOdds);
    odds.set(this.#odds);
    this.#odds = odds;
  }

  #addPhrase(text: string, where: MarkerPlace, means: MarkerMeaning): void {
    const words = foldedWords(text).map(hashWord);
    if (words.length === 0) return;
    const phrase = this.#phrases.add(words.reduce(extendPhrase, phraseSeed));
    if (phrase >= this.#meanings.length) {
      const larger = new Int32Array(this.#meanings.length * 2);
      larger.set(this.#meanings);
      this.#meanings = larger;
    }
    const place = places.indexOf(where);
    if (meaningAt(this.#meanings[phrase]!, place) === 0) {
      this.#meanings[phrase]! |= (meanings.indexOf(means) + 1) << (place * placeBits);
    }
    this.#addWordTrait(words[0]!, WordTrait.startsPhrase);
    if (place === anywherePlace) this.#addWordTrait(words[0]!, WordTrait.startsAnywhere);
  }
}

const [linePlace, labelPlace, startPlace, anywherePlace] = [
  places.indexOf('line'),
  places.indexOf('label'),
  places.indexOf('start'),
  places.indexOf('anywhere'),
];

/** 1 plus the index of what a phrase means at a place, 0 when it means nothing there. */
function meaningAt(phrase: number, place: number): number {
  return (phrase >>> (place * placeBits)) & ((1 << placeBits) - 1);
}

function oddsOf({ odds }: { readonly odds: Int8Array }, index: number): Int8Array {
  return odds.subarray(index * spokenKinds, (index + 1) * spokenKinds);
}

const phraseSeed = 0x2545f491;

function extendPhrase(hash: number, word: number): number {
  return mix32(Math.imul(hash, 0x9e3779b1) ^ word);
}
