import { CharacterClass } from './scanned-page.ts';

/**
 * What folding does with a code point. `word` characters make words, `separator` characters end
 * them, `dropped` ones vanish without ending one, and an `ideograph` is a word by itself.
 */
export type FoldAction = 'separator' | 'dropped' | 'word' | 'ideograph';

/** How one code point is read: its class, and what becomes of it in the folded form. */
export interface FoldRule {
  readonly characterClass: CharacterClass;
  readonly action: FoldAction;
  /** Folded code points; 0 stands for a separator among them. Empty unless `word` or `ideograph`. */
  readonly folded: readonly number[];
}

const wordCharacter = /^[\p{L}\p{N}\p{M}]$/u;
const letter = /^\p{L}$/u;
const number = /^\p{N}$/u;
const decimalDigit = /^\p{Nd}$/u;
const mark = /^\p{M}$/u;
const upperCase = /^[\p{Lu}\p{Lt}]$/u;
const lowerCase = /^\p{Ll}$/u;
const whiteSpace = /^\p{White_Space}$/u;
const formatCharacter = /^[\p{Cf}\p{Variation_Selector}]$/u;
const otherCharacter = /^\p{C}$/u;
const dashes = /^[\p{Pd}\u2212]$/u;
const openings = /^\p{Ps}$/u;
const closings = /^\p{Pe}$/u;
const punctuation = /^\p{P}$/u;
const symbols = /^\p{S}$/u;
const quotationMarks = /^[\p{Pi}\p{Pf}\p{Quotation_Mark}`´]$/u;

/**
 * Scripts written without spaces between words. Each of their characters counts as a word, as
 * no cheap rule finds their words and shingles of characters compare them as well.
 */
const unsegmented =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc\uff70]$/u;

/**
 * Marks that spelling leaves out at will: accents, vowel points, cantillation, dakuten, nukta,
 * and the vowel and tone signs above and below unsegmented scripts. Vowel signs of the Indic
 * scripts are letters in all but name and stay.
 */
const optionalMarks =
  /^[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u093c\u09bc\u0a3c\u0abc\u0b3c\u3099\u309a]$/u;

/** Letters one spelling has for another's, by what they fold to. Applied after NFKD and lower case. */
const letterTwins: readonly (readonly [string, string])[] = [
  // Arabic script: alef forms, alef maqsura and the yehs, teh marbuta and the hehs, kafs, noons.
  ['\u0627', '\u0671\u0672\u0673\u0675'],
  ['\u064a', '\u0649\u06cc\u06cd\u06d0\u06d2\u0678'],
  ['\u0647', '\u0629\u06be\u06c1\u06c3\u06d5'],
  ['\u0643', '\u06a9\u06aa'],
  ['\u06af', '\u06ab'],
  ['\u0646', '\u06ba'],
  // Greek final sigma; Latin letters that no decomposition takes apart.
  ['\u03c3', '\u03c2'],
  ['ss', '\u00df'],
  ['o', '\u00f8'],
  ['l', '\u0142'],
  ['d', '\u0111'],
  ['h', '\u0127'],
  ['i', '\u0131'],
  ['ae', '\u00e6'],
  ['oe', '\u0153'],
  ['d', '\u00f0'],
  ['th', '\u00fe'],
  // Khmer and Thai have no case; the Cyrillic palochka is written with the Latin-like capital.
  ['\u04cf', '\u04c0'],
];

/** Written or left out at will: tatweel and the hamza that stands alone. */
const optionalLetters = new Set([0x0640, 0x0621]);

const twinOf = new Map<number, readonly number[]>(
  letterTwins.flatMap(([target, twins]) =>
    Array.from(twins, (twin) => [twin.codePointAt(0)!, codePointsOf(target)] as const),
  ),
);

/** Classes that no Unicode property gives, by their characters. */
const classesByCharacter: readonly (readonly [CharacterClass, string])[] = [
  [CharacterClass.stop, '.!。！．｡۔।॥။။።։።។៕།‼'],
  [CharacterClass.question, '?？؟\u037e⁇⁈⁉፧‽'],
  [CharacterClass.ellipsis, '…⋯'],
  [CharacterClass.comma, ',;،؛、，；､﹐﹑﹔٬፣፤'],
  [CharacterClass.colon, ':：﹕፡'],
  [CharacterClass.pipe, '|¦｜‖│┃'],
  [CharacterClass.separator, '‹›<>→←↑↓⇒·・∙⋅/\\⁄∕／＼〉>＞'],
  [CharacterClass.bullet, '•◦‣●○■□▪▫◆◇★☆✓✔✦▶►▸▻➤➔❯*＊⁃※'],
  [CharacterClass.hash, '#＃'],
  [CharacterClass.at, '@＠'],
  [CharacterClass.copyright, '©®™℗℠'],
  [CharacterClass.damaged, '\ufffd'],
];

const listedClass = new Map<string, CharacterClass>(
  classesByCharacter.flatMap(([characterClass, characters]) =>
    Array.from(characters, (character) => [character, characterClass] as const),
  ),
);

/**
 * The definition of folding, one code point at a time: NFKD, lower case, optional marks and
 * letters dropped, spelling twins and both kana joined, every decimal digit to its ASCII value. It asks the
 * running engine's Unicode data and is slow; `fold-data.ts` holds its result for good, so that
 * every version of the engine folds alike.
 *
 * Source: Unicode Standard Annex 15 (normalisation forms); the Arabic-script table follows the
 * spelling habits of Arabic, Persian and Urdu news that make re-issues differ.
 */
export function foldRuleOf(codePoint: number): FoldRule {
  const character = String.fromCodePoint(codePoint);
  const characterClass = classOf(codePoint, character);
  if (formatCharacter.test(character)) return { characterClass, action: 'dropped', folded: [] };
  if (!wordCharacter.test(character)) return { characterClass, action: 'separator', folded: [] };
  const folded = foldedCodePoints(character);
  if (folded.every((unit) => unit === 0)) {
    return { characterClass, action: folded.length > 0 ? 'separator' : 'dropped', folded: [] };
  }
  const apart = folded.some((unit) => unsegmented.test(String.fromCodePoint(unit)));
  return { characterClass, action: apart ? 'ideograph' : 'word', folded };
}

function classOf(codePoint: number, character: string): CharacterClass {
  const listed = listedClass.get(character);
  if (listed !== undefined) return listed;
  if (whiteSpace.test(character)) return CharacterClass.space;
  if (mark.test(character) && !formatCharacter.test(character)) return CharacterClass.mark;
  if (unsegmented.test(character) && letter.test(character)) return CharacterClass.unsegmented;
  if (upperCase.test(character)) return CharacterClass.upper;
  if (lowerCase.test(character)) return CharacterClass.lower;
  if (letter.test(character)) return CharacterClass.caseless;
  if (number.test(character)) return CharacterClass.digit;
  if (formatCharacter.test(character) || otherCharacter.test(character)) {
    return CharacterClass.invisible;
  }
  if (quotationMarks.test(character)) return CharacterClass.quote;
  if (dashes.test(character)) return CharacterClass.dash;
  if (openings.test(character)) return CharacterClass.bracketOpen;
  if (closings.test(character)) return CharacterClass.bracketClose;
  if (codePoint >= 0x2190 && codePoint <= 0x21ff) return CharacterClass.separator;
  if (punctuation.test(character)) return CharacterClass.otherPunctuation;
  return symbols.test(character) ? CharacterClass.symbol : CharacterClass.invisible;
}

function foldedCodePoints(character: string): readonly number[] {
  const folded: number[] = [];
  for (const unit of character.normalize('NFKD').toLowerCase().normalize('NFKD')) {
    const codePoint = unit.codePointAt(0)!;
    if (optionalLetters.has(codePoint) || formatCharacter.test(unit)) continue;
    if (mark.test(unit) && !isSpacing(unit) && optionalMarks.test(unit)) continue;
    const twin = twinOf.get(codePoint);
    if (twin !== undefined) folded.push(...twin);
    else if (katakana.test(unit)) folded.push(codePoint - kanaStep);
    else if (decimalDigit.test(unit)) folded.push(0x30 + digitValue(codePoint));
    else folded.push(wordCharacter.test(unit) ? codePoint : 0);
  }
  return folded;
}

/** Katakana that has a hiragana twin, which stands so far before it. */
const katakana = /^[\u30a1-\u30f6]$/u;
const kanaStep = 0x60;

const spacingMark = /^\p{Mc}$/u;

function isSpacing(character: string): boolean {
  return spacingMark.test(character);
}

/** Decimal digits stand in runs of ten from 0 to 9; only a few runs touch, each a multiple of ten long. */
function digitValue(codePoint: number): number {
  let first = codePoint;
  while (decimalDigit.test(String.fromCodePoint(first - 1))) first--;
  return (codePoint - first) % 10;
}

function codePointsOf(text: string): readonly number[] {
  return Array.from(text, (character) => character.codePointAt(0)!);
}
