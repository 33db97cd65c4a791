import type { LanguagePack, MarkerMeaning, MarkerPlace } from '../language/pack.ts';
import { markerMeanings, markerPlaces } from '../language/pack.ts';
import { hashedWords } from '../text/fold.ts';
import { extendHash } from '../text/hash.ts';
import { fromBase64 } from './base64.ts';
import { monthTable, type MonthTable } from './iso-date.ts';
import { packedPacks } from './packs-data.ts';
import { fromVariableBytes } from './variable-bytes.ts';

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

/** Places and meanings in the order in which phrases number them. */
export const places: readonly MarkerPlace[] = Object.keys(markerPlaces) as MarkerPlace[];
export const meanings: readonly MarkerMeaning[] = Object.keys(markerMeanings) as MarkerMeaning[];

/** Bits a place takes in a phrase's entry; its value there is 1 plus the meaning's index, 0 for none. */
const placeBits = 6;

/** Language packs made ready for use on folded words. */
export interface CompiledPacks {
  readonly languages: readonly string[];
  /** The usual script of each language. */
  readonly scripts: readonly string[];
  readonly months: MonthTable;
  /** Hashes of words, and bits of `WordTrait` for each. */
  readonly words: Int32Array;
  readonly traits: Int32Array;
  /** Hashes of function words, and the index of a language that uses each; in pairs of columns. */
  readonly functionWords: Int32Array;
  readonly functionLanguages: Int32Array;
  /** Hashes of phrases, and what each means: `placeBits` bits a place. */
  readonly phrases: Int32Array;
  readonly phraseMeanings: Int32Array;
}

/** Compiled packs as the data file holds them: columns one after another, base64. */
export interface PackedPacks {
  readonly languages: readonly string[];
  readonly scripts: readonly string[];
  readonly months: readonly (readonly [string, number])[];
  readonly lengths: readonly [number, number, number];
  /** Words, function words and phrases: 32-bit little-endian. */
  readonly hashes: string;
  /** Traits, languages and meanings, see `toVariableBytes`. */
  readonly numbers: string;
}

let builtIn: CompiledPacks | undefined;

/** The packs that ghirbal brings, compiled beforehand; a test holds them to the packs themselves. */
export function builtInPacks(): CompiledPacks {
  builtIn ??= unpackPacks(packedPacks);
  return builtIn;
}

function unpackPacks(packed: PackedPacks): CompiledPacks {
  const { languages, scripts, months, lengths } = packed;
  const hashes = new Int32Array(fromBase64(packed.hashes).buffer);
  const numbers = Int32Array.from(fromVariableBytes(fromBase64(packed.numbers)));
  const first = lengths[0];
  const second = first + lengths[1];
  const columnsOf = (values: Int32Array): [Int32Array, Int32Array, Int32Array] => [
    values.subarray(0, first),
    values.subarray(first, second),
    values.subarray(second),
  ];
  const [words, functionWords, phrases] = columnsOf(hashes);
  const [traits, functionLanguages, phraseMeanings] = columnsOf(numbers);
  return {
    languages,
    scripts,
    months: new Map(months),
    words,
    traits,
    functionWords,
    functionLanguages,
    phrases,
    phraseMeanings,
  };
}

/** Compiles packs. @param packs - where two give a phrase two meanings, the earlier one's holds. */
export function compilePacks(packs: readonly LanguagePack[]): CompiledPacks {
  const compiler = new PackCompiler();
  for (const [index, pack] of packs.entries()) compiler.add(pack, index);
  compiler.addCommonWords();
  return {
    languages: packs.map(({ code }) => code),
    scripts: packs.map(({ scripts }) => scripts[0] ?? ''),
    months: monthTable(packs),
    ...compiler.columns(),
  };
}

class PackCompiler {
  readonly #traits = new Map<number, number>();
  readonly #functionWords: number[] = [];
  readonly #functionLanguages: number[] = [];
  readonly #phrases = new Map<number, number>();

  add(pack: LanguagePack, index: number): void {
    for (const { texts, where, means } of pack.markers) {
      for (const text of texts) this.#addPhrase(text, where, means);
    }
    for (const text of pack.functionWords) {
      const word = this.#addTrait(text, WordTrait.function);
      if (word === undefined) continue;
      this.#functionWords.push(word);
      this.#functionLanguages.push(index);
    }
    const addAll = (texts: readonly string[], trait: number): void => {
      for (const text of texts) this.#addTrait(text, trait);
    };
    for (const { names } of pack.months) addAll(names, WordTrait.month);
    for (const days of pack.weekdays) addAll(days, WordTrait.weekday);
    addAll(pack.relativeTime.ago, WordTrait.ago);
    addAll(pack.relativeTime.units, WordTrait.timeUnit);
    addAll(pack.relativeTime.moments, WordTrait.moment);
  }

  /** Words that mean the same in every language: years, days of the month, parts of addresses. */
  addCommonWords(): void {
    for (let year = 1300; year < 2200; year++) this.#addTrait(String(year), WordTrait.year);
    for (let day = 1; day <= 31; day++) {
      this.#addTrait(String(day), WordTrait.day);
      if (day < 10) this.#addTrait(`0${day}`, WordTrait.day);
    }
    for (const part of ['http', 'https', 'www', 'com', 'org', 'net', 'html', 'php']) {
      this.#addTrait(part, WordTrait.address);
    }
  }

  columns(): Pick<
    CompiledPacks,
    'words' | 'traits' | 'functionWords' | 'functionLanguages' | 'phrases' | 'phraseMeanings'
  > {
    return {
      words: Int32Array.from(this.#traits.keys()),
      traits: Int32Array.from(this.#traits.values()),
      functionWords: Int32Array.from(this.#functionWords),
      functionLanguages: Int32Array.from(this.#functionLanguages),
      phrases: Int32Array.from(this.#phrases.keys()),
      phraseMeanings: Int32Array.from(this.#phrases.values()),
    };
  }

  /** Marks the word; names of several words mark their last, which is the one they differ by. */
  #addTrait(text: string, trait: number): number | undefined {
    const word = hashedWords(text).at(-1);
    if (word === undefined) return undefined;
    this.#traits.set(word, (this.#traits.get(word) ?? 0) | trait);
    return word;
  }

  #addPhrase(text: string, where: MarkerPlace, means: MarkerMeaning): void {
    const words = hashedWords(text);
    if (words.length === 0) return;
    const phrase = words.reduce(extendHash, phraseSeed);
    const known = this.#phrases.get(phrase) ?? 0;
    const place = places.indexOf(where);
    const added = meaningAt(known, place) === 0 ? placeOf(meanings.indexOf(means) + 1, place) : 0;
    this.#phrases.set(phrase, known | added);
    const begins =
      where === 'anywhere'
        ? WordTrait.startsPhrase | WordTrait.startsAnywhere
        : WordTrait.startsPhrase;
    this.#traits.set(words[0]!, (this.#traits.get(words[0]!) ?? 0) | begins);
  }
}

/** 1 plus the index of what a phrase means at a place, 0 when it means nothing there. */
export function meaningAt(phrase: number, place: number): number {
  return (phrase >>> (place * placeBits)) & ((1 << placeBits) - 1);
}

/** What `meaningAt` reads, put in its place. */
export function placeOf(meaning: number, place: number): number {
  return meaning << (place * placeBits);
}

/** Hash of a phrase without words yet; `extendHash` adds one. */
export const phraseSeed = 0x2545f491;
