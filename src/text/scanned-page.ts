/**
 * A page after one pass over its bytes: where its lines are, its words as hashes, and what
 * each line is made of. All later work (splitting, comparing) reads these numbers; strings are
 * made only of what is written or shown.
 *
 * The arrays belong to the scanner and are filled anew by its next scan: copy what must last.
 * They may be longer than used; `lineCount` and `wordCount` say how much is meant.
 */
export interface ScannedPage {
  /** The page as UTF-8, without byte order mark; well formed (see `decode`). */
  readonly bytes: Uint8Array;
  /** Lines of the page, blank ones included; at least 1. */
  readonly lineCount: number;
  /** Byte offset of each line's first byte; `lineStart[lineCount]` is the page's length. */
  readonly lineStart: Int32Array;
  /** Byte offset just after each line's last byte, its line terminator left out. */
  readonly lineEnd: Int32Array;
  /** Index in `words` of each line's first word; `firstWord[lineCount]` is `wordCount`. */
  readonly firstWord: Int32Array;
  readonly wordCount: number;
  /**
   * Hash of each folded word, in page order; bit 0 is set when the word begins with a digit.
   * Scripts written without spaces give one word a character.
   */
  readonly words: Int32Array;
  /** Character counts: `counts[line * classCount + CharacterClass.x]`, in code points. */
  readonly counts: Int32Array;
  /** More of each line: `shape[line * shapeWidth + LineShape.x]`. */
  readonly shape: Int32Array;
  /** How often each UTF-8 lead byte of a non-ASCII character occurs on the page: its scripts. */
  readonly leadBytes: Int32Array;
}

/** What a character is, as far as splitting cares. The order is the order of the count columns. */
export const CharacterClass = {
  space: 0,
  lower: 1,
  upper: 2,
  /** Letters of scripts without case, written with spaces: Arabic, Hebrew, Devanagari, Hangul. */
  caseless: 3,
  /** Characters that are words by themselves: Han, Kana, Thai, Lao, Khmer, Myanmar. */
  unsegmented: 4,
  digit: 5,
  /** Sentence ends other than question marks: . ! and their kin in other scripts. */
  stop: 6,
  question: 7,
  ellipsis: 8,
  comma: 9,
  colon: 10,
  /** Every quotation mark, angle quotes included. */
  quote: 11,
  bracketOpen: 12,
  bracketClose: 13,
  /** | and its kin. */
  pipe: 14,
  /** Arrows, chevrons, middle dots, and slashes: what stands between items of a trail. */
  separator: 15,
  /** Bullets, stars and squares used as list marks. */
  bullet: 16,
  dash: 17,
  hash: 18,
  at: 19,
  /** Copyright, registered and trade marks. */
  copyright: 20,
  otherPunctuation: 21,
  symbol: 22,
  /** Marks that belong to the letter before them. */
  mark: 23,
  /** Control and format characters, variation selectors, byte order marks inside the text. */
  invisible: 24,
  /** Replacement character: bytes that were no text. */
  damaged: 25,
} as const;
export type CharacterClass = (typeof CharacterClass)[keyof typeof CharacterClass];

/** Width of a row of `counts`. */
export const classCount = 32;

/** Columns of `shape`. */
export const LineShape = {
  /** Class of the first visible character; -1 on blank lines. */
  first: 0,
  /** Class of the next visible character that does not continue a word; -1 when there is none. */
  second: 1,
  /** Class of the last visible character; -1 on blank lines. */
  last: 2,
  /** 1 when the line ends a sentence: a stop, question mark or ellipsis, or one before closing marks. */
  endsSentence: 3,
  /** Sentence ends inside the line: followed by white space, or of a script without spaces. */
  innerStops: 4,
  /** Words that begin with a capital. */
  capitalWords: 5,
  /** Byte offset of the first visible character; the line's end on blank lines. */
  visibleStart: 6,
  /** Byte offset just after the last visible character; the line's start on blank lines. */
  visibleEnd: 7,
  /** 1 when the first letter or digit of the line is a capital letter. */
  startsCapital: 8,
  /** Words before the line's first colon or bar, -1 without one: those of a label, if it is one. */
  labelWords: 9,
} as const;

/** Width of a row of `shape`. */
export const shapeWidth = 12;
