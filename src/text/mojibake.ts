import type { ScannedPage } from './scanned-page.ts';

/**
 * Repairs UTF-8 that was once read as another encoding ("mojibake"), for reading it only: the
 * repaired lines stand for the original ones when a page is split and compared. What is written is
 * the original. Unrepaired, letters fall apart into signs, and the few short words that are
 * left look alike on every such page.
 */

/** Encodings that UTF-8 is misread as, those met most often first. Bytes they leave free show as latin1 has them. */
const encodings = [
  'windows-1252',
  'windows-1256',
  'windows-1251',
  'windows-1250',
  'windows-1254',
  'windows-1253',
  'windows-1257',
  'iso-8859-2',
  'macintosh',
  'koi8-r',
  'ibm866',
] as const;

/** One encoding that UTF-8 may have been misread as. */
interface Misreading {
  /** Byte that each character outside ASCII shows. */
  readonly byteOf: ReadonlyMap<number, number>;
}

/** A line or page is mojibake when it has so many characters that read as UTF-8 for each byte that does not. */
const goodPerBad = 4;
/** Pages with fewer misread pairs are taken as they are: real text has a few by chance. */
const fewestMisreadPairs = 3;
/** Highest code point that shows a byte in any of the encodings, all but one sign of Apple's. */
const lastShown = 0x25ff;

let known: readonly Misreading[] | null = null;
/** Per code point: bit i is set when it shows a lead byte, or a continuation byte, of UTF-8 in encoding i. */
const leads = new Uint16Array(lastShown + 1);
const continuations = new Uint16Array(lastShown + 1);

/** The encodings, once the tables of what they show are made. */
function misreadings(): readonly Misreading[] {
  known ??= encodings.map((name, at) => {
    const byteOf = new Map<number, number>();
    for (let byte = 0xff; byte >= 0x80; byte--) {
      // As a stream Node 20 reads bytes 80 to 9F right; see `decode.ts`.
      const shown = new TextDecoder(name).decode(Uint8Array.of(byte), { stream: true });
      for (const codePoint of byte < 0xa0 ? [byte, shown.codePointAt(0)!] : [shown.codePointAt(0)!])
        noteShown(byteOf, codePoint, byte, 1 << at);
    }
    return { byteOf };
  });
  return known;
}

function noteShown(
  byteOf: Map<number, number>,
  codePoint: number,
  byte: number,
  bit: number,
): void {
  if (codePoint > lastShown || codePoint === 0xfffd) return;
  byteOf.set(codePoint, byte);
  if (byte < 0xc0) continuations[codePoint]! |= bit;
  else if (byte >= 0xc2 && byte < 0xf5) leads[codePoint]! |= bit;
}

/** Which encodings show at least so many pairs of a lead and a continuation byte in a text, most pairs first. */
function likelyMisreadings(text: string, fewest: number): Misreading[] {
  const all = misreadings();
  const pairs = new Uint32Array(all.length);
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80 || unit > lastShown) {
      before = 0;
      continue;
    }
    let both = before & continuations[unit]!;
    for (let encoding = 0; both !== 0; encoding++, both >>>= 1) pairs[encoding]! += both & 1;
    before = leads[unit]!;
  }
  return [...all.keys()]
    .filter((encoding) => pairs[encoding]! >= fewest)
    .sort((a, b) => pairs[b]! - pairs[a]! || a - b)
    .map((encoding) => all[encoding]!);
}

/** A line of UTF-8 read as another encoding, read right; any other line as it is. */
export function readMojibake(line: string): string {
  return readAs(line, likelyMisreadings(line, 1));
}

function readAs(line: string, candidates: readonly Misreading[]): string {
  for (const { byteOf } of candidates) {
    const read = readBytes(line, byteOf);
    if (read !== null) return read;
  }
  return line;
}

/** The line with every whole character of UTF-8 in it read, or null when it has too few for what is none. */
function readBytes(line: string, byteOf: ReadonlyMap<number, number>): string | null {
  let read = '';
  let good = 0;
  let bad = 0;
  let tidied = 0;
  for (let at = 0; at < line.length; at++) {
    const unit = line.charCodeAt(at);
    if (unit < 0x80) {
      read += line[at]!;
      continue;
    }
    const length = characterLength(byteOf.get(unit));
    const codePoint = length === 0 ? -1 : codePointAt(line, at, length, byteOf);
    if (codePoint >= 0) {
      read += String.fromCodePoint(codePoint);
      at += length - 1;
      good++;
      continue;
    }
    if (length === 2 && line[at + 1] === ' ') {
      // Its other byte, A0 or 85, became a blank when white space was tidied: the letter is lost, the word whole.
      tidied++;
      at++;
    } else {
      bad++;
      read += line[at]!;
    }
  }
  return good > tidied && good >= goodPerBad * bad ? read : null;
}

/** Bytes in the character that a byte leads, 0 when it leads none. */
function characterLength(byte: number | undefined): number {
  if (byte === undefined || byte < 0xc2 || byte > 0xf4) return 0;
  return byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The code point that so many characters of a line are the bytes of, -1 when they are of none. */
function codePointAt(
  line: string,
  at: number,
  length: number,
  byteOf: ReadonlyMap<number, number>,
): number {
  const bytes = new Uint8Array(length);
  for (let step = 0; step < length; step++)
    bytes[step] = byteOf.get(line.charCodeAt(at + step)) ?? 0;
  try {
    return strictUtf8.decode(bytes).codePointAt(0)!;
  } catch {
    return -1;
  }
}

/** Line ends that a repaired line must not hold. */
const lineEnds = /[\n\r\u0085\u2028\u2029]/gu;
/** What was misread is misread again now and then; more often than this it is beyond repair. */
const mostTimes = 3;

/** The lines of a page as they were meant. None has a line end in it. */
export function repairLines(lines: readonly string[]): string[] {
  let repaired = lines;
  for (let time = 0; time < mostTimes; time++) {
    const candidates = likelyMisreadings(repaired.join('\n'), fewestMisreadPairs);
    if (candidates.length === 0) break;
    repaired = repaired.map((line) => readAs(line, candidates));
  }
  return repaired.map((line) => line.replace(lineEnds, ' '));
}

/**
 * True when a page may hold mojibake. Cheap, and wrong only by saying yes too often.
 *
 * All encodings show many continuation bytes as signs that are written with lead bytes C2 and E2;
 * text that was never misread has few of them for its letters.
 */
export function hasMojibake({ bytes, lineStart, lineCount, leadBytes }: ScannedPage): boolean {
  const signs = leadBytes[0xc2]! + leadBytes[0xe2]!;
  if (signs < fewestMisreadPairs) return false;
  let letters = -signs;
  for (let lead = 0xc2; lead < 0xf5; lead++) letters += leadBytes[lead]!;
  if (letters < fewestMisreadPairs || letters > signs * mostLettersPerSign) return false;
  const text = decoder.decode(bytes.subarray(0, lineStart[lineCount]));
  return likelyMisreadings(text, fewestMisreadPairs).length > 0;
}

/** Of the encodings, windows-1251 shows fewest continuation bytes as signs: one for three letters of Russian. */
const mostLettersPerSign = 6;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
