import { packedFoldRules } from './fold-data.ts';

/** Actions as the scanner's loop tests them; the order matters there. */
export const FoldCode = {
  separator: 0,
  dropped: 1,
  /** One folded code point that continues or begins a word. */
  word: 2,
  /** One folded code point that is a word by itself. */
  ideograph: 3,
  /** Several code points of a word: the folded value is an index into `expansions`. */
  wordExpansion: 4,
  /** Several code points, each a word by itself: index into `expansions`. */
  ideographExpansion: 5,
  /** A Hangul syllable: taken apart into its two or three jamo by arithmetic. */
  hangul: 6,
} as const;

/** Bits of `reading` that hold the character class; the fold code stands above them. */
export const classBits = 5;
export const classMask = 31;

/**
 * How every code point is read. `reading[c]` is the character class plus the fold code shifted
 * by `classBits`; `folded[c]` the folded code point or expansion index. Both cover the Basic
 * Multilingual Plane; the rest is found by `readAstral`.
 */
export interface FoldTable {
  readonly reading: Uint8Array;
  readonly folded: Uint16Array;
  /** Runs of `length, code point...`; an index points at the length. 0 is a separator. */
  readonly expansions: Int32Array;
  /** First code point, reading, folded value of each run beyond U+FFFF, in order. */
  readonly astralStart: Int32Array;
  readonly astralReading: Uint8Array;
  readonly astralFolded: Int32Array;
  /** Per run: 1 when the folded value grows with the code point, 0 when it is one for all. */
  readonly astralStep: Uint8Array;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Variable-length numbers, five bits a character and a sixth that says more follow. */
function unpackNumbers(packed: string): Int32Array {
  const values = new Int32Array(packed.length);
  const digitOf = new Int8Array(128);
  for (let index = 0; index < alphabet.length; index++) digitOf[alphabet.charCodeAt(index)] = index;
  let count = 0;
  let value = 0;
  let shift = 0;
  for (let at = 0; at < packed.length; at++) {
    const digit = digitOf[packed.charCodeAt(at)]!;
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit < 32) {
      values[count++] = value;
      value = 0;
      shift = 0;
    }
  }
  return values.subarray(0, count);
}

/** Numbers as `unpackNumbers` reads them; used when the data file is written. */
export function packNumbers(values: readonly number[]): string {
  let packed = '';
  for (const value of values) {
    let rest = value;
    while (rest > 31) {
      packed += alphabet[(rest & 31) | 32];
      rest >>>= 5;
    }
    packed += alphabet[rest];
  }
  return packed;
}

let table: FoldTable | undefined;

/** The fold table, unpacked on first use (about a millisecond) and shared after. */
export function foldTable(): FoldTable {
  table ??= unpackFoldTable(packedFoldRules.runs, packedFoldRules.expansions);
  return table;
}

/** Runs are stored as length, reading, and folded value: 0, or zigzag delta plus 1, or index plus 1. */
function unpackFoldTable(packedRuns: string, packedExpansions: string): FoldTable {
  const runs = unpackNumbers(packedRuns);
  const reading = new Uint8Array(0x10000);
  const folded = new Uint16Array(0x10000);
  const astral: number[][] = [];
  let codePoint = 0;
  for (let at = 0; at < runs.length; at += 3) {
    const [length, read, stored] = [runs[at]!, runs[at + 1]!, runs[at + 2]!];
    const code = read >> classBits;
    const single = code === FoldCode.word || code === FoldCode.ideograph;
    const delta = single ? (stored >>> 1) ^ -(stored & 1) : 0;
    if (codePoint >= 0x10000) {
      astral.push([codePoint, read, single ? codePoint + delta : stored, single ? 1 : 0]);
      codePoint += length;
      continue;
    }
    for (let step = 0; step < length; step++, codePoint++) {
      reading[codePoint] = read;
      folded[codePoint] = single ? codePoint + delta : stored;
    }
  }
  return {
    reading,
    folded,
    expansions: unpackNumbers(packedExpansions),
    astralStart: Int32Array.from(astral, (run) => run[0]!),
    astralReading: Uint8Array.from(astral, (run) => run[1]!),
    astralFolded: Int32Array.from(astral, (run) => run[2]!),
    astralStep: Uint8Array.from(astral, (run) => run[3]!),
  };
}

/** Index of the run that holds a code point beyond U+FFFF, by binary search. */
export function astralRun(fold: FoldTable, codePoint: number): number {
  let low = 0;
  let high = fold.astralStart.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (fold.astralStart[middle]! <= codePoint) low = middle;
    else high = middle - 1;
  }
  return low;
}
