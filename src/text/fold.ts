import { FoldCode, astralRun, classBits, classMask, foldTable } from './fold-table.ts';
import { hashPrime, hashSeed, mix32 } from './hash.ts';
import type { CharacterClass } from './scanned-page.ts';

/**
 * The folded words of a text, in order: the form in which texts are compared. Case, accents,
 * vowel points, tatweel and invisible characters are gone; compatibility forms are taken apart;
 * the Arabic-script letters that spelling habits exchange are one; decimal digits are ASCII.
 * Characters of scripts written without spaces are words by themselves.
 *
 * This is the slow and obvious twin of what `Scanner` does on bytes; a test holds them together.
 */
export function foldedWords(text: string): string[] {
  const table = foldTable();
  const words: string[] = [];
  let word = '';
  const endWord = (): void => {
    if (word !== '') words.push(word);
    word = '';
  };
  const add = (codePoint: number, alone: boolean): void => {
    if (codePoint === 0 || alone) endWord();
    if (codePoint === 0) return;
    word += String.fromCodePoint(codePoint);
    if (alone) endWord();
  };
  for (const character of text) {
    const codePoint = character.codePointAt(0)!;
    const { code, value } = readingOf(codePoint);
    if (code === FoldCode.separator) endWord();
    else if (code === FoldCode.word) add(value, false);
    else if (code === FoldCode.ideograph) add(value, true);
    else if (code === FoldCode.hangul) word += character.normalize('NFD');
    else if (code !== FoldCode.dropped) {
      const length = table.expansions[value]!;
      for (const unit of table.expansions.subarray(value + 1, value + 1 + length)) {
        add(unit, code === FoldCode.ideographExpansion);
      }
    }
  }
  endWord();
  return words;
}

/**
 * The folded form of a text: its folded words with one space between. Two texts that differ
 * only in spelling habits, encoding forms, punctuation or spacing fold alike. Folding a folded
 * text changes nothing.
 */
export function fold(text: string): string {
  return foldedWords(text).join(' ');
}

const startsWithDigit = /^[0-9]/u;

/** Hash of one folded word, equal to the scanner's: 32 bits, bit 0 set when it begins with a digit. */
export function hashWord(foldedWord: string): number {
  let hash = hashSeed;
  for (const character of foldedWord) hash = Math.imul(hash ^ character.codePointAt(0)!, hashPrime);
  return (mix32(hash) & -2) | (startsWithDigit.test(foldedWord) ? 1 : 0);
}

/** Class of a code point, as the scanner counts it. */
export function classOfCodePoint(codePoint: number): CharacterClass {
  return readingOf(codePoint).characterClass;
}

function readingOf(codePoint: number): {
  readonly characterClass: CharacterClass;
  readonly code: number;
  readonly value: number;
} {
  const table = foldTable();
  let read: number;
  let value: number;
  if (codePoint < 0x10000) {
    read = table.reading[codePoint]!;
    value = table.folded[codePoint]!;
  } else {
    const run = astralRun(table, codePoint);
    read = table.astralReading[run]!;
    value =
      table.astralFolded[run]! + table.astralStep[run]! * (codePoint - table.astralStart[run]!);
  }
  return { characterClass: (read & classMask) as CharacterClass, code: read >> classBits, value };
}
