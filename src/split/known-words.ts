import type { MarkerMeaning } from '../language/pack.ts';
import { hashedWords } from '../text/fold.ts';
import { extendHash } from '../text/hash.ts';
import { WordTrait, meaningAt, meanings, phraseSeed, places } from './compiled-packs.ts';
import type { Lexicon } from './lexicon.ts';

/** What the language packs say of single strings. */
export class KnownWords {
  readonly #lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /**
   * Tells the function words of a language, by the hashes of folded words.
   *
   * @param language - its index in the lexicon; -1 has none.
   */
  functionWordsOf(language: number): (word: number) => boolean {
    if (language < 0) return () => false;
    return (word) => this.#lexicon.isFunctionWord(this.#lexicon.slotOf(word), language);
  }

  /**
   * Words of the longest phrase that begins a text and means this, wherever it may stand in a
   * line; 0 when there is none.
   */
  labelWordsOf(text: string, means: MarkerMeaning): number {
    const wanted = meanings.indexOf(means) + 1;
    let hash = phraseSeed;
    let longest = 0;
    for (const [at, word] of hashedWords(text).entries()) {
      hash = extendHash(hash, word);
      const phrase = this.#lexicon.meaningsOf(hash);
      if (phrase !== 0 && places.some((_, place) => meaningAt(phrase, place) === wanted))
        longest = at + 1;
    }
    return longest;
  }

  /** Whether a text is a phrase that means this, and nothing else. */
  means(text: string, meaning: MarkerMeaning): boolean {
    const words = hashedWords(text).length;
    return words > 0 && this.labelWordsOf(text, meaning) === words;
  }

  /** Whether a text is a phrase of the language packs, such as the name of a section. */
  isKnownPhrase(text: string): boolean {
    const phrase = hashedWords(text).reduce(extendHash, phraseSeed);
    return this.#lexicon.meaningsOf(phrase) !== 0;
  }

  /** Whether a word is a function word of any language. */
  isFunctionWord(text: string): boolean {
    const words = hashedWords(text);
    return words.some(
      (word) => (this.#lexicon.traitsAt(this.#lexicon.slotOf(word)) & WordTrait.function) !== 0,
    );
  }

  /** Whether a text is numbers and words of dates and clocks, and nothing else. */
  isLoneDate(text: string): boolean {
    let dated = 0;
    let others = 0;
    let year = false;
    for (const word of hashedWords(text)) {
      const trait = this.#lexicon.traitsAt(this.#lexicon.slotOf(word));
      if ((word & 1) === 1 || (trait & dateTraits) !== 0) dated++;
      else if ((trait & WordTrait.function) === 0) others++;
      year ||= (trait & WordTrait.year) !== 0;
    }
    return dated > 0 && others <= (year && dated >= fullDateWords ? 1 : 0);
  }
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
