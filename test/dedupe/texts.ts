import { hashWord } from '../../src/text/fold.ts';

/** Words of a text as the engine sees them. */
export function wordsOf(text: string): Int32Array {
  return Int32Array.from(text.split(' ').filter(Boolean), hashWord);
}

/** Numbers that look random and are the same on every run: a linear congruential generator. */
export function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A text of words nobody else uses, so that no two such texts share anything. */
export function article(name: string, words: number): string[] {
  return Array.from({ length: words }, (_, at) => `${name}w${at}`);
}
