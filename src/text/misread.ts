/**
 * What stands between letters in text of any encoding: apostrophes and quotation marks, dashes and dots, joiners,
 * signs beside names, commas without their blank.
 */
const within = new Set(
  '’‘´ʼ΄·•…‐‑‒–—―«»‹›“”„‟®™°©²³½،؛؟־׳״\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f',
);
/** From here on stand scripts and signs that are set without blanks. */
const withoutBlanks = 0x2e80;
const letter = /^[\p{L}\p{M}]$/u;
const upper = /^\p{Lu}$/u;
const lower = /^\p{Ll}$/u;

/** A few such places are slips of the pen. */
const leastMisread = 3;
/**
 * Share of all characters beyond ASCII. Text of DOS and Mac code pages read as Windows' has a tenth and
 * more; where the two differ in one letter only (Mac and Windows Cyrillic), 1.5 %; text read rightly none.
 */
const mostMisread = 0.008;

/**
 * Whether text in a guessed encoding shows that the guess was wrong: signs or control characters
 * in the middle of words, capitals after small letters. Only what lies beyond ASCII is looked at.
 */
export function looksMisread(text: string): boolean {
  let beyond = 0;
  let misread = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    beyond++;
    if (code >= withoutBlanks) continue;
    const [before, own, after] = [text[at - 1] ?? ' ', text[at]!, text[at + 1] ?? ' '];
    if (within.has(own)) continue;
    const isSign =
      !letter.test(own) && letter.test(before) && (letter.test(after) || after > '\u007f');
    // Words run together, as menus come, have the capital between small letters of their alphabet.
    const isRunTogether = before > '\u007f' && after > '\u007f' && lower.test(after);
    const isLateCapital = upper.test(own) && lower.test(before) && !isRunTogether;
    if (isSign || isLateCapital) misread++;
  }
  return misread >= leastMisread && misread > mostMisread * beyond;
}

/** Marks of Thai, which stand on the consonant before them, in windows-874. */
function isThaiMark(byte: number): boolean {
  return byte === 0xd1 || (byte >= 0xd4 && byte <= 0xda) || (byte >= 0xe7 && byte <= 0xee);
}

/** Marks that must be seen: a sentence has as many. */
const leastThaiMarks = 8;

/**
 * Whether bytes are Thai in windows-874 (TIS-620): each mark stands on a consonant or another mark, which
 * text of other encodings does not keep up for a line. Detectors take it for Korean.
 */
export function isThai(bytes: Uint8Array): boolean {
  let marks = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if ((byte > 0xda && byte < 0xdf) || byte > 0xfb) return false;
    if (!isThaiMark(byte)) continue;
    const before = at === 0 ? 0 : bytes[at - 1]!;
    if (!isThaiMark(before) && (before < 0xa1 || before > 0xce)) return false;
    marks++;
  }
  return marks >= leastThaiMarks;
}
