import type { ScannedPage } from '../text/scanned-page.ts';
import type { BlockKind } from './block.ts';
import { column, featureCount } from './feature-names.ts';
import type { KnownWords } from './known-words.ts';
import { lineText } from './line-text.ts';
import type { VisibleLines } from './visible-lines.ts';

/** A credit stands behind a sentence or in brackets: "Photo: J. Miller", "(Image: Harbour Museum)", "AP Photo". */
const before = /[.!?…»”"’)\]]\s|\s[([]/gu;
/** What stands between a word such as "Photo" and a name; phrases of several words need none. */
const separator = /\s?[:/©]/u;
const phraseWords = 2;
/** So long a credit is, with the sign before it. */
const creditLength = 70;
/** Longer captions are paragraphs with a picture in them. */
const mostWords = 60;

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
  for (let k = 0; k < kinds.length; k++) {
    const mayEndInCredit = matrix[k * featureCount + column.creditAtEnd] === 1;
    if (kinds[k] !== 'body' || !mayEndInCredit || lines.size[k]! > mostWords) continue;
    const end = lineText(page, lines.line[k]!).slice(-creditLength);
    if (!endsInCredit(end, known)) continue;
    kinds[k] = 'furniture';
    captions.add(k);
  }
  return captions;
}

function endsInCredit(end: string, known: KnownWords): boolean {
  for (const { 0: sign, index } of end.matchAll(before)) {
    if (isCredit(end.slice(index + sign.length), known)) return true;
  }
  return false;
}

function isCredit(text: string, known: KnownWords): boolean {
  const label = text.search(separator);
  return (
    (label > 0 && known.means(text.slice(0, label), 'caption')) ||
    known.labelWordsOf(text, 'caption') >= phraseWords
  );
}
