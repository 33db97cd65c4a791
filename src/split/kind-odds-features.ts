import type { ScannedPage } from '../text/scanned-page.ts';
import { column, featureCount, logOf } from './feature-names.ts';
import type { Lexicon } from './lexicon.ts';
import type { VisibleLines } from './visible-lines.ts';
import { oddsScale, spokenKinds, unknownOdds } from './word-kinds.ts';

/** Columns of the sums, the largest odds and the whole line's odds, one a kind in `blockKinds` order. */
const sums = column.oddsBody;
const largest = column.bestBody;
const wholeLine = column.lineBody;

/** Words that speak against a kind more than this (in units of `oddsScale`) count as this. */
const leastOdds = -2 * oddsScale;

/** What a line's words, and the line as a whole, say about its kind wherever they stand. */
export function addKindOddsFeatures(
  matrix: Float32Array,
  page: ScannedPage,
  lines: VisibleLines,
  lexicon: Lexicon,
): void {
  const { wordOdds, lineOdds } = lexicon;
  for (let k = 0; k < lines.count; k++) {
    const row = k * featureCount;
    const first = page.firstWord[lines.line[k]!]!;
    const end = page.firstWord[lines.line[k]! + 1]!;
    let known = 0;
    let body = 0;
    let title = 0;
    let related = 0;
    let tags = 0;
    let furniture = 0;
    let mostBody = leastOdds;
    let mostTitle = leastOdds;
    let mostRelated = leastOdds;
    let mostTags = leastOdds;
    let mostFurniture = leastOdds;
    for (let word = first; word < end; word++) {
      const at = lexicon.wordOddsAt(lines.slots[word]!);
      const ofBody = wordOdds[at]!;
      if (ofBody === unknownOdds) continue;
      const ofTitle = wordOdds[at + 1]!;
      const ofRelated = wordOdds[at + 2]!;
      const ofTags = wordOdds[at + 3]!;
      const ofFurniture = wordOdds[at + 4]!;
      known++;
      body += ofBody;
      title += ofTitle;
      related += ofRelated;
      tags += ofTags;
      furniture += ofFurniture;
      if (ofBody > mostBody) mostBody = ofBody;
      if (ofTitle > mostTitle) mostTitle = ofTitle;
      if (ofRelated > mostRelated) mostRelated = ofRelated;
      if (ofTags > mostTags) mostTags = ofTags;
      if (ofFurniture > mostFurniture) mostFurniture = ofFurniture;
    }
    const share = 1 / (oddsScale * Math.sqrt(known + 1));
    matrix[row + sums] = body * share;
    matrix[row + sums + 1] = title * share;
    matrix[row + sums + 2] = related * share;
    matrix[row + sums + 3] = tags * share;
    matrix[row + sums + 4] = furniture * share;
    matrix[row + largest] = mostBody / oddsScale;
    matrix[row + largest + 1] = mostTitle / oddsScale;
    matrix[row + largest + 2] = mostRelated / oddsScale;
    matrix[row + largest + 3] = mostTags / oddsScale;
    matrix[row + largest + 4] = mostFurniture / oddsScale;
    matrix[row + column.oddsShare] = known / Math.max(1, end - first);
    matrix[row + column.oddsWords] = logOf(known);
    const at = lexicon.lineOddsAt(lines.hash[k]!);
    const lineKnown = lineOdds[at] !== unknownOdds;
    matrix[row + column.lineKnown] = lineKnown ? 1 : 0;
    for (let kind = 0; kind < spokenKinds; kind++) {
      matrix[row + wholeLine + kind] = lineKnown ? lineOdds[at + kind]! / oddsScale : 0;
    }
  }
}
