import type { ScannedPage } from './scanned-page.ts';

/**
 * Repairs UTF-8 that was once read as windows-1252 or latin1 ("mojibake"), for reading it only:
 * the repaired lines stand for the original ones when a page is split and compared. What is
 * written is the original.
 */

/** What windows-1252 shows for the bytes 80 to 9F; the five unassigned ones show as themselves. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const byteOfCharacter = new Map<string, number>(
  Array.from(windows1252, (character, index) => [character, 0x80 + index] as const),
);

/**
 * A lead byte of UTF-8 followed by a continuation byte, both seen as windows-1252 characters.
 * Real text has such pairs now and then ("Ã©" in a text about encodings); a line is repaired
 * only when all of it reads as UTF-8.
 */
const misreadPair =
  /[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]/u;

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** A line of UTF-8 read as windows-1252, read right; any other line as it is. */
export function readMojibake(line: string): string {
  if (!misreadPair.test(line)) return line;
  const bytes = new Uint8Array(line.length);
  let length = 0;
  for (const character of line) {
    const codePoint = character.codePointAt(0)!;
    const byte = codePoint < 0x100 ? codePoint : byteOfCharacter.get(character);
    if (byte === undefined) return line;
    bytes[length++] = byte;
  }
  try {
    return strictUtf8.decode(bytes.subarray(0, length));
  } catch {
    return line;
  }
}

/** Line ends that a repaired line must not hold. */
const lineEnds = /[\n\r\u0085\u2028\u2029]/gu;

/** A line as it was meant. Never has a line end in it. */
export function repairLine(line: string): string {
  return readMojibake(line).replace(lineEnds, ' ');
}

/** Pages with fewer misread pairs are taken as they are: real text has a few by chance. */
const fewestMisreadPairs = 3;

/**
 * True when a page may hold mojibake: pairs of characters as misread UTF-8 has them. Cheap, and
 * wrong only by saying yes too often.
 */
export function hasMojibake({ bytes, lineStart, lineCount, leadBytes }: ScannedPage): boolean {
  if (leadBytes[0xc3]! < fewestMisreadPairs) return false;
  const page = bytes.subarray(0, lineStart[lineCount]);
  let pairs = 0;
  // U+00C2 to U+00F4, which show the lead bytes of UTF-8, are written C3 82 to C3 B4.
  for (let at = page.indexOf(0xc3); at >= 0; at = page.indexOf(0xc3, at + 1)) {
    const showsLead = page[at + 1]! >= 0x82 && page[at + 1]! <= 0xb4;
    if (showsLead && leadsOfContinuations.has(page[at + 2]!) && ++pairs >= fewestMisreadPairs) {
      return true;
    }
  }
  return false;
}

/** First bytes of the characters that windows-1252 shows for continuation bytes. */
const leadsOfContinuations = new Set([0xc2, 0xc5, 0xc6, 0xcb, 0xe2]);
