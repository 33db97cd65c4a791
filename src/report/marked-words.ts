import { type AlignedRun, alignWords } from '../dedupe/compare-texts.ts';
import { readEntities } from '../text/entities.ts';
import { hashedWords } from '../text/fold.ts';

/** A run of a text: words that the other text has too, or words that only this one has. */
export interface MarkedSpan {
  readonly text: string;
  readonly shared: boolean;
}

/** Two texts, cut into runs; the runs of each text put together are the text. */
export interface MarkedTexts {
  readonly left: readonly MarkedSpan[];
  readonly right: readonly MarkedSpan[];
}

/** A passage of at least so many words that stands elsewhere in the other text has moved; fewer may recur by chance. */
const movedWords = 5;

/**
 * Marks the words that only one of two texts has, as the comparison sees it: spelling habits,
 * punctuation and layout make no difference, and a passage that moved is still shared. Takes time
 * nearly linear in both lengths.
 */
export function markDifferences(left: string, right: string): MarkedTexts {
  const [ofLeft, ofRight] = [tokensOf(left), tokensOf(right)];
  const inLeft = new Uint8Array(ofLeft.words.length);
  const inRight = new Uint8Array(ofRight.words.length);
  for (const run of alignWords(ofLeft.words, ofRight.words)) {
    if (!isShared(run)) continue;
    inLeft.fill(1, run.leftStart, run.leftEnd);
    inRight.fill(1, run.rightStart, run.rightEnd);
  }
  return { left: spansOf(left, ofLeft, inLeft), right: spansOf(right, ofRight, inRight) };
}

function isShared({
  kind,
  elsewhere,
  leftStart,
  leftEnd,
  rightStart,
  rightEnd,
}: AlignedRun): boolean {
  const words = Math.max(leftEnd - leftStart, rightEnd - rightStart);
  return kind === 'same' || (elsewhere && words >= movedWords);
}

/** Scripts without spaces between words, as part of a character class: each character is a word. */
export const unspaced: string =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const token = new RegExp(`[${unspaced}]\\p{M}*|[^\\s${unspaced}]+`, 'gu');

interface Tokens {
  /** Where each token starts and ends, in UTF-16 units: two numbers a token. */
  readonly bounds: readonly number[];
  /** Hashes of the folded words, and up to which word each token goes. */
  readonly words: Int32Array;
  readonly wordEnd: readonly number[];
}

function tokensOf(text: string): Tokens {
  const bounds: number[] = [];
  const words: number[] = [];
  const wordEnd: number[] = [];
  for (const { 0: found, index } of text.matchAll(token)) {
    bounds.push(index, index + found.length);
    words.push(...hashedWords(readEntities(found)));
    wordEnd.push(words.length);
  }
  return { bounds, words: Int32Array.from(words), wordEnd };
}

function spansOf(text: string, { bounds, wordEnd }: Tokens, sharedWords: Uint8Array): MarkedSpan[] {
  const spans: MarkedSpan[] = [];
  let start = 0;
  let end = 0;
  let shared = true;
  for (let at = 0; at < wordEnd.length; at++) {
    const first = at === 0 ? 0 : wordEnd[at - 1]!;
    // A token without a word, such as a dash, goes with the one before it.
    let now: boolean = first === wordEnd[at]! ? shared : true;
    for (let word = first; word < wordEnd[at]!; word++) if (sharedWords[word] === 0) now = false;
    if (now !== shared) {
      // Space between the two belongs to the shared one, so that marks hold words only.
      const border = now ? end : bounds[at * 2]!;
      if (border > start) spans.push({ text: text.slice(start, border), shared });
      start = border;
      shared = now;
    }
    end = bounds[at * 2 + 1]!;
  }
  if (!shared && end < text.length) {
    spans.push({ text: text.slice(start, end), shared });
    start = end;
    shared = true;
  }
  if (start < text.length) spans.push({ text: text.slice(start), shared });
  return spans;
}
