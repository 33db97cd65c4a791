import type { ScannedPage } from './scanned-page.ts';

/**
 * Words in which letters of one script stand for those of another that look the same, as keyboards, OCR and spam
 * have them, are read in the script they were meant in. What is written is the original.
 */

/** Cyrillic letters and the Latin ones that look the same, capitals and small ones apart. */
const cyrillicTwins = 'АВЕЅІЈКМНОРСТУХаеѕіјорсухԁһԛԝ';
const latinTwins = 'ABESIJKMHOPCTYXaesijopcyxdhqw';

const toLatin = new Map<string, string>();
const toCyrillic = new Map<string, string>();
for (const [at, cyrillic] of Array.from(cyrillicTwins).entries()) {
  toLatin.set(cyrillic, latinTwins[at]!);
  toCyrillic.set(latinTwins[at]!, cyrillic);
}

const word = /[\p{L}\p{M}]+/gu;
const mixedPair = /[a-z][\u0400-\u052f]|[\u0400-\u052f][a-z]/iu;
const cyrillicLetter = /[\u0400-\u052f]/gu;
const latinLetter = /[a-z]/giu;

/** A line with its words of two scripts in one, where all letters of the other script have twins. */
export function readLookAlikes(line: string): string {
  if (!mixedPair.test(line)) return line;
  return line.replace(word, (found) => {
    if (!mixedPair.test(found)) return found;
    const latin = replaced(found, cyrillicLetter, toLatin);
    return latin ?? replaced(found, latinLetter, toCyrillic) ?? found;
  });
}

/** A word with each letter of one kind replaced by its twin, null when one has none. */
function replaced(
  text: string,
  letters: RegExp,
  twins: ReadonlyMap<string, string>,
): string | null {
  let isWhole = true;
  const read = text.replace(letters, (letter) => {
    const twin = twins.get(letter);
    if (twin === undefined) isWhole = false;
    return twin ?? letter;
  });
  return isWhole ? read : null;
}

/** Fewer Cyrillic letters make no difference to what a page is compared with. */
const fewestLetters = 3;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** True when a page has a word of Latin and Cyrillic letters. Cheap on pages that have none of the latter. */
export function hasLookAlikes({ bytes, lineStart, lineCount, leadBytes }: ScannedPage): boolean {
  if (leadBytes[0xd0]! + leadBytes[0xd1]! + leadBytes[0xd2]! + leadBytes[0xd4]! < fewestLetters)
    return false;
  return mixedPair.test(decoder.decode(bytes.subarray(0, lineStart[lineCount])));
}
