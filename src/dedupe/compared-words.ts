import { hashedWords } from '../text/fold.ts';
import { mix32 } from '../text/hash.ts';

/**
 * Letters of the alphabets that are written without spaces between words, by first and last code point: Thai,
 * Lao, Myanmar, Khmer, kana. Han characters are left out: two make a word, and there are thousands.
 */
const alphabets: readonly (readonly [first: number, last: number])[] = [
  [0x0e01, 0x0e5b],
  [0x0e81, 0x0edf],
  [0x1000, 0x109f],
  [0x1780, 0x17ff],
  [0x3041, 0x30ff],
  [0x31f0, 0x31ff],
  [0xa9e0, 0xa9fe],
  [0xaa60, 0xaa7f],
];

/** One in this many letters ends a group. */
const groupEnds = 4;
/** Letters in a group, at least and at most: a word has four or so. */
const fewestLetters = 2;
const mostLetters = 9;

let hashes: ReadonlySet<number> | null = null;
/** Per upper half of a hash: 1 when a letter has it. Nearly all words are told by one look. */
const halves = new Uint8Array(1 << 16);

/** The hashes that folding gives the letters, each of which is a word by itself. */
function letterHashes(): ReadonlySet<number> {
  if (hashes !== null) return hashes;
  const found = new Set<number>();
  for (const [first, last] of alphabets)
    for (let codePoint = first; codePoint <= last; codePoint++)
      for (const hash of hashedWords(String.fromCodePoint(codePoint)))
        // A digit is a figure like any other.
        if ((hash & 1) === 0) found.add(hash);
  for (const hash of found) halves[hash >>> 16] = 1;
  return (hashes = found);
}

/**
 * The words of a text as they are compared. Letters of scripts without spaces, which folding makes a word each, are
 * put together in groups the length of a word: any two texts share runs of a few letters. A group ends where
 * the last two letters say so, so that the same passage gives the same groups wherever it stands.
 *
 * @param words - folded words as hashes.
 * @returns the same array when it has no such letters.
 *
 * Source: content-defined chunking, A. Muthitacharoen et al., "A Low-bandwidth Network File System", 2001.
 */
export function comparedWords(words: Int32Array): Int32Array {
  const letters = letterHashes();
  const isLetter = (word: number): boolean => halves[word >>> 16] === 1 && letters.has(word);
  const first = words.findIndex(isLetter);
  if (first < 0) return words;
  const grouped = words.slice();
  let count = first;
  for (let at = first; at < words.length;) {
    if (!isLetter(words[at]!)) {
      grouped[count++] = words[at++]!;
      continue;
    }
    let group = words[at++]!;
    let size = 1;
    for (; at < words.length && size < mostLetters && isLetter(words[at]!); size++) {
      if (size >= fewestLetters && endsGroup(words[at - 2]!, words[at - 1]!)) break;
      group = mix32(Math.imul(group, groupOrder) + words[at++]!);
    }
    grouped[count++] = group & -2;
  }
  return grouped.subarray(0, count);
}

/** Odd multiplier that makes a group's hash depend on the order of its letters (2^32 / golden ratio). */
const groupOrder = 0x9e37_79b1;

function endsGroup(beforeLast: number, last: number): boolean {
  return (mix32(Math.imul(beforeLast, groupOrder) + last) >>> 0) % groupEnds === 0;
}
