import type { LanguagePack } from '../language/pack.ts';
import {
  builtInPacks,
  compilePacks,
  meaningAt,
  placeOf,
  places,
  type CompiledPacks,
} from './compiled-packs.ts';
import { mostLanguages } from './lexicon.ts';

/**
 * The built-in packs with a user's own beside them. A pack with the code of a built-in one adds to
 * that language. Where both say what a phrase means or which month a name is, the user's own holds,
 * and of two of the user's the first.
 *
 * @throws RangeError for more languages than a lexicon can hold.
 */
export function packsWith(own: readonly LanguagePack[]): CompiledPacks {
  return own.length === 0 ? builtInPacks() : merged(compilePacks(own), builtInPacks());
}

/** Languages that a user's packs can add to the built-in ones. */
export function mostOwnLanguages(): number {
  return mostLanguages - builtInPacks().languages.length;
}

function merged(own: CompiledPacks, builtIn: CompiledPacks): CompiledPacks {
  const languages = [...new Set([...builtIn.languages, ...own.languages])];
  if (languages.length > mostLanguages) {
    throw new RangeError(`at most ${mostOwnLanguages()} languages beside the built-in ones`);
  }
  const scripts = languages.map((code) => {
    const known = builtIn.languages.indexOf(code);
    return known < 0 ? own.scripts[own.languages.indexOf(code)]! : builtIn.scripts[known]!;
  });
  const traits = table(builtIn.words, builtIn.traits);
  for (const [word, trait] of table(own.words, own.traits)) {
    traits.set(word, (traits.get(word) ?? 0) | trait);
  }
  const phrases = table(builtIn.phrases, builtIn.phraseMeanings);
  for (const [phrase, means] of table(own.phrases, own.phraseMeanings)) {
    phrases.set(phrase, overruled(phrases.get(phrase) ?? 0, means));
  }
  const ownIndex = (language: number): number => languages.indexOf(own.languages[language]!);
  return {
    languages,
    scripts,
    months: new Map([...builtIn.months, ...own.months]),
    words: Int32Array.from(traits.keys()),
    traits: Int32Array.from(traits.values()),
    functionWords: Int32Array.of(...builtIn.functionWords, ...own.functionWords),
    functionLanguages: Int32Array.of(
      ...builtIn.functionLanguages,
      ...own.functionLanguages.map(ownIndex),
    ),
    phrases: Int32Array.from(phrases.keys()),
    phraseMeanings: Int32Array.from(phrases.values()),
  };
}

function table(keys: Int32Array, values: Int32Array): Map<number, number> {
  return new Map(Array.from(keys, (key, at) => [key, values[at]!]));
}

/** What a phrase means when `own` is asked first, place by place. */
function overruled(known: number, own: number): number {
  let means = 0;
  for (let place = 0; place < places.length; place++) {
    means |= placeOf(meaningAt(own, place) || meaningAt(known, place), place);
  }
  return means;
}
