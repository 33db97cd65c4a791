import {
  FoldCode,
  astralRun,
  classBits,
  classMask,
  foldTable,
  type FoldTable,
} from './fold-table.ts';
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
  const words = new WordStrings();
  readWords(text, words);
  return words.words;
}

/**
 * The hashes of the folded words of a text, in order, as the scanner gives them: what
 * `foldedWords(text).map(hashWord)` is, without making the words.
 */
export function hashedWords(text: string): number[] {
  const words = new WordHashes();
  const { reading, folded } = foldTable();
  for (let at = 0; at < text.length;) {
    // Nearly all characters are units by themselves that words are made of.
    const start = at;
    let hash = words.hash;
    let code: number = FoldCode.word;
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      // Half a character is for `readCharacter`.
      code = (unit & 0xf800) === surrogates ? -1 : reading[unit]! >> classBits;
      if (code !== FoldCode.word) break;
      hash = Math.imul(hash ^ folded[unit]!, hashPrime);
    }
    if (at > start) words.goOn(folded[text.charCodeAt(start)]!, hash);
    if (code === FoldCode.separator) {
      words.end();
      at++;
    } else if (code !== FoldCode.word) at = readCharacter(text, at, words);
  }
  words.end();
  return words.words;
}

/** Upper bits of both halves of a surrogate pair. */
const surrogates = 0xd800;

/** Takes the folded code points of words one by one. */
interface WordSink {
  add(codePoint: number): void;
  /** Ends the word, if one is begun. */
  end(): void;
}

class WordStrings implements WordSink {
  readonly words: string[] = [];
  #word = '';

  add(codePoint: number): void {
    this.#word += String.fromCodePoint(codePoint);
  }

  end(): void {
    if (this.#word !== '') this.words.push(this.#word);
    this.#word = '';
  }
}

class WordHashes implements WordSink {
  readonly words: number[] = [];
  /** Of the word that is begun. */
  hash: number = hashSeed;
  #isOpen = false;
  #isNumber = false;

  add(codePoint: number): void {
    this.goOn(codePoint, Math.imul(this.hash ^ codePoint, hashPrime));
  }

  /** Takes several code points, by the first of them and the hash that the word has with them. */
  goOn(first: number, hash: number): void {
    if (!this.#isOpen) this.#isNumber = isAsciiDigit(first);
    this.hash = hash;
    this.#isOpen = true;
  }

  end(): void {
    if (this.#isOpen) this.words.push(wordHash(this.hash, this.#isNumber));
    this.hash = hashSeed;
    this.#isOpen = false;
  }
}

function readWords(text: string, sink: WordSink): void {
  for (let at = 0; at < text.length;) at = readCharacter(text, at, sink);
  sink.end();
}

/** Gives the folded code points of the character at an offset. @returns the offset after it. */
function readCharacter(text: string, at: number, sink: WordSink): number {
  const table = foldTable();
  const codePoint = text.codePointAt(at)!;
  const run = codePoint > 0xffff ? astralRun(table, codePoint) : -1;
  const code = (run < 0 ? table.reading[codePoint]! : table.astralReading[run]!) >> classBits;
  if (code === FoldCode.word) sink.add(foldedCodePoint(table, codePoint, run));
  else if (code === FoldCode.separator) sink.end();
  else if (code === FoldCode.ideograph) addAlone(sink, foldedCodePoint(table, codePoint, run));
  else if (code === FoldCode.hangul) addHangul(sink, codePoint);
  else if (code !== FoldCode.dropped) {
    const value = foldedCodePoint(table, codePoint, run);
    const end = value + table.expansions[value]!;
    for (let index = value + 1; index <= end; index++) {
      const unit = table.expansions[index]!;
      if (unit === 0) sink.end();
      else if (code === FoldCode.ideographExpansion) addAlone(sink, unit);
      else sink.add(unit);
    }
  }
  return at + (codePoint > 0xffff ? 2 : 1);
}

/** What a code point folds to: a code point, or an index into the table's expansions. */
function foldedCodePoint(table: FoldTable, codePoint: number, run: number): number {
  if (run < 0) return table.folded[codePoint]!;
  return table.astralFolded[run]! + table.astralStep[run]! * (codePoint - table.astralStart[run]!);
}

function addAlone(sink: WordSink, codePoint: number): void {
  sink.end();
  sink.add(codePoint);
  sink.end();
}

function addHangul(sink: WordSink, codePoint: number): void {
  for (const jamo of String.fromCodePoint(codePoint).normalize('NFD')) {
    sink.add(jamo.codePointAt(0)!);
  }
}

/**
 * The folded form of a text: its folded words with one space between. Two texts that differ
 * only in spelling habits, encoding forms, punctuation or spacing fold alike. Folding a folded
 * text changes nothing.
 */
export function fold(text: string): string {
  return foldedWords(text).join(' ');
}

/** Hash of one folded word, equal to the scanner's: 32 bits, bit 0 set when it begins with a digit. */
export function hashWord(foldedWord: string): number {
  let hash = hashSeed;
  for (const character of foldedWord) hash = Math.imul(hash ^ character.codePointAt(0)!, hashPrime);
  return wordHash(hash, isAsciiDigit(foldedWord.charCodeAt(0)));
}

function wordHash(hash: number, isNumber: boolean): number {
  return (mix32(hash) & -2) | (isNumber ? 1 : 0);
}

function isAsciiDigit(codePoint: number): boolean {
  return codePoint >= 0x30 && codePoint <= 0x39;
}

/** Class of a code point, as the scanner counts it. */
export function classOfCodePoint(codePoint: number): CharacterClass {
  const table = foldTable();
  const read =
    codePoint < 0x10000
      ? table.reading[codePoint]!
      : table.astralReading[astralRun(table, codePoint)]!;
  return (read & classMask) as CharacterClass;
}
