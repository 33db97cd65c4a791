import type { LanguagePack, MarkerMeaning, MarkerPlace } from '../language/pack.ts';
import { markerMeanings, markerPlaces } from '../language/pack.ts';
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
} as const;

/** A phrase of a language pack found on a line. */
export interface FoundMarker {
  readonly means: MarkerMeaning;
  readonly where: MarkerPlace;
  /** Words of the phrase. */
  readonly words: number;
}

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

type PhraseMeanings = Partial<Record<MarkerPlace, MarkerMeaning>>;

/**
 * The language packs compiled for use on folded words: what each word is known as, which
 * languages use it as a function word, and the marker phrases as sequences of word hashes.
 */
export class Lexicon {
  readonly languages: readonly string[];
  readonly #slots = new Map<number, number>();
  /** By slot: bits of `WordTrait`. Slot 0 is that of unknown words. */
  #traits = new Int32Array(1024);
  /** By slot: bit n % 32 of word n >> 5 is set when language n uses it as a function word. */
  #languages = new Int32Array(1024 * languageWords);
  readonly #phrases = new Map<number, PhraseMeanings>();
  /** First words of phrases that may stand anywhere. */
  readonly #anywhereStarts = new Set<number>();

  /** @param packs - where two packs give a phrase two meanings, the earlier pack's holds. */
  constructor(packs: readonly LanguagePack[]) {
    if (packs.length > mostLanguages) {
      throw new RangeError(`at most ${mostLanguages} language packs, not ${packs.length}`);
    }
    this.languages = packs.map((pack) => pack.code);
    for (const [index, pack] of packs.entries()) this.#addPack(pack, index);
    for (let year = 1300; year < 2200; year++) this.#addTrait(String(year), WordTrait.year);
    for (let day = 1; day <= 31; day++) {
      this.#addTrait(String(day), WordTrait.day);
      if (day < 10) this.#addTrait(`0${day}`, WordTrait.day);
    }
    for (const part of ['http', 'https', 'www', 'com', 'org', 'net', 'html', 'php']) {
      this.#addTrait(part, WordTrait.address);
    }
  }

  /** Where the lexicon keeps what it knows of a word; 0 for a word that no pack knows. */
  slotOf(word: number): number {
    return this.#slots.get(word) ?? 0;
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
   */
  markerOf(page: ScannedPage, line: number): FoundMarker | undefined {
    const first = page.firstWord[line]!;
    const end = page.firstWord[line + 1]!;
    if (first === end) return undefined;
    let from = first;
    let to = end;
    while (from < to - 1 && (page.words[from]! & 1) === 1) from++;
    while (to - 1 > from && (page.words[to - 1]! & 1) === 1) to--;
    const row = line * classCount;
    const labelled =
      page.counts[row + CharacterClass.colon]! + page.counts[row + CharacterClass.pipe]! > 0;
    return (
      this.#wholeOrStart(page.words, from, to, labelled) ??
      (end - first <= mostWordsAround ? this.#anywhere(page.words, first, end) : undefined)
    );
  }

  #wholeOrStart(
    words: Int32Array,
    from: number,
    to: number,
    labelled: boolean,
  ): FoundMarker | undefined {
    let label: FoundMarker | undefined;
    let start: FoundMarker | undefined;
    let hash = phraseSeed;
    const last = Math.min(to, from + mostPhraseWords);
    for (let at = from; at < last; at++) {
      hash = extendPhrase(hash, words[at]!);
      const phrase = this.#phrases.get(hash);
      if (phrase === undefined) continue;
      const count = at + 1 - from;
      if (at + 1 === to) {
        if (phrase.line) return { means: phrase.line, where: 'line', words: count };
        if (phrase.label) return { means: phrase.label, where: 'label', words: count };
      }
      if (phrase.label && labelled) label = { means: phrase.label, where: 'label', words: count };
      if (phrase.start) start = { means: phrase.start, where: 'start', words: count };
    }
    return label ?? start;
  }

  #anywhere(words: Int32Array, from: number, to: number): FoundMarker | undefined {
    for (let begin = from; begin < to; begin++) {
      if (!this.#anywhereStarts.has(words[begin]!)) continue;
      let hash = phraseSeed;
      for (let at = begin; at < Math.min(to, begin + mostPhraseWords); at++) {
        hash = extendPhrase(hash, words[at]!);
        const means = this.#phrases.get(hash)?.anywhere;
        if (means) return { means, where: 'anywhere', words: at + 1 - begin };
      }
    }
    return undefined;
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
    const hash = hashWord(word);
    let slot = this.#slots.get(hash);
    if (slot === undefined) {
      slot = this.#slots.size + 1;
      this.#slots.set(hash, slot);
      if (slot >= this.#traits.length) this.#makeRoom();
    }
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
  }

  #addPhrase(text: string, where: MarkerPlace, means: MarkerMeaning): void {
    const words = foldedWords(text).map(hashWord);
    if (words.length === 0) return;
    const hash = words.reduce(extendPhrase, phraseSeed);
    const phrase: PhraseMeanings = this.#phrases.get(hash) ?? {};
    phrase[where] ??= means;
    this.#phrases.set(hash, phrase);
    if (where === 'anywhere') this.#anywhereStarts.add(words[0]!);
  }
}

const phraseSeed = 0x2545f491;

function extendPhrase(hash: number, word: number): number {
  return mix32(Math.imul(hash, 0x9e3779b1) ^ word);
}

/** Index of a meaning in feature columns. */
export function meaningIndex(means: MarkerMeaning): number {
  return meanings.indexOf(means);
}

export { meanings as markerMeaningNames, places as markerPlaceNames };
