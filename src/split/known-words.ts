import { hashedWords } from '../text/fold.ts';
import { extendHash } from '../text/hash.ts';
import {
  WordTrait,
  builtInPacks,
  meaningAt,
  meanings,
  phraseSeed,
  places,
} from './compiled-packs.ts';
import type { MarkerMeaning } from '../language/pack.ts';

/** What the language packs say of words and phrases, to look up for single strings. */
interface KnownWords {
  /** Bits of `WordTrait` by hash of the folded word. */
  readonly traits: ReadonlyMap<number, number>;
  /** What a phrase means at each place, by hash of the phrase. */
  readonly phrases: ReadonlyMap<number, number>;
}

let known: KnownWords | undefined;
const functionWords = new Map<number, ReadonlySet<number>>();

function knownWords(): KnownWords {
  const packs = builtInPacks();
  return (known ??= {
    traits: new Map(Array.from(packs.words, (word, at) => [word, packs.traits[at]!])),
    phrases: new Map(Array.from(packs.phrases, (word, at) => [word, packs.phraseMeanings[at]!])),
  });
}

/** Hashes of the function words of a language. @param language - its index in the packs, or -1. */
export function functionWordsOf(language: number): ReadonlySet<number> {
  let words = functionWords.get(language);
  if (words === undefined) {
    const packs = builtInPacks();
    words = new Set(
      packs.functionWords.filter((_, at) => packs.functionLanguages[at] === language),
    );
    functionWords.set(language, words);
  }
  return words;
}

/**
 * Words of the longest phrase that begins a text and means this, wherever it may stand in a
 * line; 0 when there is none.
 */
export function labelWordsOf(text: string, means: MarkerMeaning): number {
  const { phrases } = knownWords();
  const wanted = meanings.indexOf(means) + 1;
  let hash = phraseSeed;
  let longest = 0;
  for (const [at, word] of hashedWords(text).entries()) {
    hash = extendHash(hash, word);
    const phrase = phrases.get(hash) ?? 0;
    if (phrase !== 0 && places.some((_, place) => meaningAt(phrase, place) === wanted))
      longest = at + 1;
  }
  return longest;
}

/** Whether a text is a phrase of the language packs, such as the name of a section. */
export function isKnownPhrase(text: string): boolean {
  const phrase = hashedWords(text).reduce(extendHash, phraseSeed);
  return knownWords().phrases.has(phrase);
}

const dateTraits =
  WordTrait.month |
  WordTrait.weekday |
  WordTrait.ago |
  WordTrait.timeUnit |
  WordTrait.moment |
  WordTrait.year |
  WordTrait.day;
/** Words of a date among which one more may stand: "Posted 3 May 2020". */
const fullDateWords = 3;

/** Whether a text is numbers and words of dates and clocks, and nothing else. */
export function isLoneDate(text: string): boolean {
  const { traits } = knownWords();
  let dated = 0;
  let others = 0;
  let year = false;
  for (const word of hashedWords(text)) {
    const trait = traits.get(word) ?? 0;
    if ((word & 1) === 1 || (trait & dateTraits) !== 0) dated++;
    else if ((trait & WordTrait.function) === 0) others++;
    year ||= (trait & WordTrait.year) !== 0;
  }
  return dated > 0 && others <= (year && dated >= fullDateWords ? 1 : 0);
}
