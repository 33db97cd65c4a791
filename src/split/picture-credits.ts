import { CharacterClass, classCount, type ScannedPage } from '../text/scanned-page.ts';
import type { BlockKind } from './block.ts';
import { column, featureCount } from './feature-names.ts';
import type { KnownWords } from './known-words.ts';
import { lineText } from './line-text.ts';
import type { VisibleLines } from './visible-lines.ts';

/** A credit stands behind a sentence or in brackets: "Photo: J. Miller", "(Image: Harbour Museum)", "AP Photo". */
const before = /[.!?…»”"’]\s|[.)\]]?\s[([/|–-]\s?|[)\]]\s|[。！？」】（【]/gu;
const closing = /^[)\]]/u;
/** What stands between a word such as "Photo" and a name; phrases of several words need none. */
const separator = /\s?[:/©=：／＝]\s?/u;
const phraseWords = 2;
/** With a number, or a word that sentences go on with, no name begins. */
const firstWord = /^[\p{L}\p{M}\p{N}]+/u;
const number = /^\p{N}/u;
/** So long a credit is, with the sign before it. */
const creditLength = 70;
/** Longer captions are paragraphs with a picture in them. */
const mostWords = 60;
/** If captions were more than this share of an article's words, they are what it has to say. */
const mostCaptions = 0.5;

/**
 * Takes captions out of the body: sentences about a picture, on the article's topic, that end
 * with who took it. Corrects `kinds` in place.
 *
 * @param matrix - the features of each line, which tell lines that may end in a credit.
 * @returns the captions, as indexes of visible lines.
 */
export function dropCaptions(
  page: ScannedPage,
  lines: VisibleLines,
  matrix: Float32Array,
  known: KnownWords,
  kinds: BlockKind[],
): Set<number> {
  const captions = new Set<number>();
  let words = 0;
  let captionWords = 0;
  for (const [k, kind] of kinds.entries()) {
    if (kind !== 'body') continue;
    words += lines.size[k]!;
    if (lines.size[k]! > mostWords || !mayEndInCredit(page, lines, matrix, k)) continue;
    const end = lineText(page, lines.line[k]!).slice(-creditLength);
    if (!endsInCredit(end, known)) continue;
    captions.add(k);
    captionWords += lines.size[k]!;
  }
  if (captionWords > words * mostCaptions) return new Set();
  for (const k of captions) kinds[k] = 'furniture';
  return captions;
}

/** What can be told without the line's text. */
function mayEndInCredit(
  { counts }: ScannedPage,
  lines: VisibleLines,
  matrix: Float32Array,
  k: number,
): boolean {
  if (matrix[k * featureCount + column.creditAtEnd] === 1) return true;
  const row = lines.line[k]! * classCount;
  const { colon, separator: slash, copyright } = CharacterClass;
  return counts[row + colon]! + counts[row + slash]! + counts[row + copyright]! > 0;
}

function endsInCredit(end: string, known: KnownWords): boolean {
  for (const { 0: sign, index } of end.matchAll(before)) {
    const text = end.slice(index + sign.length);
    // "(l.) Getty Images" may end a sentence, "(l.) Photo: J. Miller" does not.
    if (isLabelled(text, known)) return true;
    if (!closing.test(sign) && known.labelWordsOf(text, 'caption') >= phraseWords) return true;
  }
  return false;
}

/** A word such as "Photo", a sign and a name. */
function isLabelled(text: string, known: KnownWords): boolean {
  const sign = separator.exec(text);
  if (sign === null || !known.means(text.slice(0, sign.index), 'caption')) return false;
  const word = firstWord.exec(text.slice(sign.index + sign[0].length))?.[0];
  if (word === undefined) return true;
  const goesOn = word === word.toLowerCase() && known.isFunctionWord(word);
  return !number.test(word) && !goesOn;
}
