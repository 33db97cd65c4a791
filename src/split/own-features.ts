import {
  CharacterClass,
  LineShape,
  classCount,
  shapeWidth,
  type ScannedPage,
} from '../text/scanned-page.ts';
import { column, featureCount, logOf } from './feature-names.ts';
import type { VisibleLines } from './visible-lines.ts';

/** What can be said of a line by itself: its characters and its words. */
export function addOwnFeatures(matrix: Float32Array, page: ScannedPage, lines: VisibleLines): void {
  for (let k = 0; k < lines.count; k++) {
    const row = k * featureCount;
    addLetterFeatures(matrix, row, page, lines, k);
    addPunctuationFeatures(matrix, row, page, lines, k);
    matrix[row + column.bullet] = lines.bullet[k]!;
    matrix[row + column.numbered] = lines.numbered[k]!;
    matrix[row + column.date] = lines.date[k]!;
    matrix[row + column.year] = lines.year[k]!;
    matrix[row + column.numberShare] = lines.numbers[k]! / Math.max(1, lines.words[k]!);
    matrix[row + column.functionShare] = lines.functionShare[k]!;
    matrix[row + column.unsegmented] = lines.unsegmented[k]!;
    matrix[row + column.prose] = lines.prose[k]!;
    matrix[row + column.long] = lines.long[k]!;
  }
}

function addLetterFeatures(
  matrix: Float32Array,
  row: number,
  page: ScannedPage,
  lines: VisibleLines,
  k: number,
): void {
  const { counts, shape } = page;
  const at = lines.line[k]! * classCount;
  const shapeAt = lines.line[k]! * shapeWidth;
  const upper = counts[at + CharacterClass.upper]!;
  const cased = upper + counts[at + CharacterClass.lower]!;
  const letters =
    cased + counts[at + CharacterClass.caseless]! + counts[at + CharacterClass.unsegmented]!;
  const words = lines.words[k]!;
  const mostlyCased = cased * 2 > letters;
  matrix[row + column.length] = lines.logLength[k]!;
  matrix[row + column.words] = Math.log1p(lines.size[k]!);
  matrix[row + column.wordLength] = lines.unsegmented[k]
    ? unsegmentedWord
    : Math.min(longestWord, letters / Math.max(1, words));
  matrix[row + column.upperShare] = letters ? upper / letters : 0;
  matrix[row + column.capitalShare] =
    words && mostlyCased ? Math.min(1, shape[shapeAt + LineShape.capitalWords]! / words) : 0;
  matrix[row + column.startsCapital] = shape[shapeAt + LineShape.startsCapital]!;
  matrix[row + column.noLetters] = letters ? 0 : 1;
  matrix[row + column.cased] = mostlyCased ? 1 : 0;
  matrix[row + column.allCapitals] = letters > 4 && upper > 0.8 * letters ? 1 : 0;
}

/** Stands for the length of words where words are not told apart. */
const unsegmentedWord = 5;
const longestWord = 15;

function addPunctuationFeatures(
  matrix: Float32Array,
  row: number,
  page: ScannedPage,
  lines: VisibleLines,
  k: number,
): void {
  const { counts, shape } = page;
  const at = lines.line[k]! * classCount;
  const shapeAt = lines.line[k]! * shapeWidth;
  let all = 0;
  let punctuation = 0;
  for (let kind = 0; kind < countedClasses; kind++) {
    const count = counts[at + kind]!;
    all += count;
    if (kind >= CharacterClass.stop && kind <= CharacterClass.otherPunctuation)
      punctuation += count;
  }
  const characters = Math.max(1, all);
  const size = lines.size[k]!;
  const last = shape[shapeAt + LineShape.last]!;
  const stops = shape[shapeAt + LineShape.innerStops]!;
  const commas = counts[at + CharacterClass.comma]!;
  matrix[row + column.digitShare] = counts[at + CharacterClass.digit]! / characters;
  matrix[row + column.punctuationShare] = punctuation / characters;
  matrix[row + column.endsSentence] = lines.ends[k]!;
  matrix[row + column.endsColon] = last === CharacterClass.colon ? 1 : 0;
  matrix[row + column.endsQuote] = last === CharacterClass.quote ? 1 : 0;
  matrix[row + column.endsEllipsis] =
    last === CharacterClass.ellipsis || last === CharacterClass.separator ? 1 : 0;
  matrix[row + column.endsComma] = last === CharacterClass.comma ? 1 : 0;
  matrix[row + column.endsDigit] = last === CharacterClass.digit ? 1 : 0;
  matrix[row + column.innerStops] = logOf(stops);
  matrix[row + column.innerStopRate] = size ? Math.min(1, (stops * 5) / (size + 5)) : 0;
  matrix[row + column.commas] = logOf(commas);
  matrix[row + column.commaRate] = commas / Math.max(3, size);
  matrix[row + column.hash] = Math.min(3, counts[at + CharacterClass.hash]!);
  matrix[row + column.address] = lines.address[k]! || counts[at + CharacterClass.at]! > 0 ? 1 : 0;
  matrix[row + column.copyright] = counts[at + CharacterClass.copyright]! > 0 ? 1 : 0;
  matrix[row + column.pipes] = Math.min(6, counts[at + CharacterClass.pipe]!);
  matrix[row + column.separators] = Math.min(6, counts[at + CharacterClass.separator]!);
  matrix[row + column.dashes] = Math.min(4, counts[at + CharacterClass.dash]!);
  matrix[row + column.question] = counts[at + CharacterClass.question]! > 0 ? 1 : 0;
  matrix[row + column.brackets] = Math.min(3, counts[at + CharacterClass.bracketOpen]!);
  matrix[row + column.startsQuote] =
    shape[shapeAt + LineShape.first] === CharacterClass.quote ? 1 : 0;
  matrix[row + column.quotes] = logOf(counts[at + CharacterClass.quote]!);
  matrix[row + column.symbols] = Math.min(5, counts[at + CharacterClass.symbol]!);
}

const countedClasses = CharacterClass.damaged + 1;
