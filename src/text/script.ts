import { letterScriptOf } from './letter-scripts.ts';
import { CharacterClass, classCount, type ScannedPage } from './scanned-page.ts';

/** Scripts by the lead bytes of their UTF-8 letters: [first, last, ISO 15924 code, letters a character is worth]. */
const leadByteScripts: readonly (readonly [number, number, string, number])[] = [
  [0xc3, 0xca, 'Latn', 1],
  [0xce, 0xcf, 'Grek', 1],
  [0xd0, 0xd3, 'Cyrl', 1],
  [0xd4, 0xd5, 'Armn', 1],
  [0xd6, 0xd7, 'Hebr', 1],
  [0xd8, 0xdb, 'Arab', 1],
  [0xe3, 0xe3, 'Jpan', 2],
  [0xe4, 0xe9, 'Hani', 2],
  [0xea, 0xed, 'Kore', 2],
];

/** E0 and E1 lead the scripts of India and South-East Asia, Ethiopic, Georgian and others. */
const sharedLeads = [0xe0, 0xe1] as const;
/** DC to DF lead Syriac, Thaana and N'Ko; F0 leads Adlam and others, and emoji. */
const rareLeads = [0xdc, 0xdd, 0xde, 0xdf, 0xf0] as const;
/** EA leads Hangul together with EB and EC, and Yi, Javanese, Cham and others without them. */
const firstHangul = 0xea;
const otherHangul = [0xeb, 0xec] as const;
/** Bytes of a page that its letters are looked at one by one in; more say no more. */
const mostLookedAt = 1 << 20;

/**
 * ISO 15924 code of the script most letters of a page are in, `Zyyy` when it has none.
 *
 * @param languageScript - script of the page's language: decides among scripts that share lead bytes.
 */
export function scriptOf(page: ScannedPage, languageScript: string): string {
  let best = 0;
  let script = 'Zyyy';
  const offer = (code: string, letters: number): void => {
    if (letters <= best) return;
    best = letters;
    script = code;
  };
  for (const [first, last, code, worth] of leadByteScripts) {
    let count = 0;
    for (let byte = first; byte <= last; byte++) count += page.leadBytes[byte]!;
    offer(code, count * worth);
  }
  const sumOf = (leads: readonly number[]): number =>
    leads.reduce((sum, byte) => sum + page.leadBytes[byte]!, 0);
  const shared = sumOf(sharedLeads);
  const isNamed = languageScript !== 'Latn' && languageScript !== '';
  if (isNamed) offer(languageScript, shared);
  const latin = asciiAndLatinLetters(page);
  const unnamed = (isNamed ? 0 : shared) + sumOf(rareLeads);
  // Georgian, Cherokee and Adlam have case, so `latin` may count their letters, too.
  const isUnnamed = unnamed > Math.max(best, latin - unnamed);
  offer('Latn', latin);
  const isNoHangul = script === 'Kore' && page.leadBytes[firstHangul]! > sumOf(otherHangul);
  if (isUnnamed || isNoHangul) return letterScriptOf(textOf(page)) || script;
  const kana = page.leadBytes[0xe3]!;
  // Japanese mixes kana with Han; a tenth of kana tells it from Chinese with its punctuation.
  if (script === 'Hani' && kana * 2 > best / 5) return languageScript === 'Jpan' ? 'Jpan' : script;
  return script;
}

const decoder = new TextDecoder();

function textOf({ bytes, lineStart, lineCount }: ScannedPage): string {
  return decoder.decode(bytes.subarray(0, Math.min(lineStart[lineCount]!, mostLookedAt)));
}

function asciiAndLatinLetters(page: ScannedPage): number {
  let cased = 0;
  for (let line = 0; line < page.lineCount; line++) {
    const row = line * classCount;
    cased += page.counts[row + CharacterClass.lower]! + page.counts[row + CharacterClass.upper]!;
  }
  const otherCased = [0xce, 0xcf, 0xd0, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5];
  return cased - otherCased.reduce((sum, byte) => sum + page.leadBytes[byte]!, 0);
}
