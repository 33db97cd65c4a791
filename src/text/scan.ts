import {
  FoldCode,
  astralRun,
  classBits,
  classMask,
  foldTable,
  type FoldTable,
} from './fold-table.ts';
import { ampersandByte, entityBody, entityCodePoint, entityLength } from './entities.ts';
import { hashPrime, hashSeed, mix32 } from './hash.ts';
import {
  CharacterClass,
  LineShape,
  classCount,
  shapeWidth,
  type ScannedPage,
} from './scanned-page.ts';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const nextLine = 0x85;
const lineSeparator = 0x2028;
const paragraphSeparator = 0x2029;

/** Bits of `traits`: what a class means for the ends of lines and sentences. */
const unseen = 1;
const endsSentence = 2;
const closesSentence = 4;
const endsLabel = 8;

/** Traits of each class, by class. */
const traits = new Uint8Array(classCount);
traits[CharacterClass.space] = unseen;
traits[CharacterClass.invisible] = unseen | closesSentence;
traits[CharacterClass.stop] = endsSentence;
traits[CharacterClass.question] = endsSentence;
traits[CharacterClass.ellipsis] = endsSentence;
traits[CharacterClass.quote] = closesSentence;
traits[CharacterClass.bracketClose] = closesSentence;
traits[CharacterClass.mark] = closesSentence;
traits[CharacterClass.colon] = endsLabel;
traits[CharacterClass.pipe] = endsLabel;

/** How much longer the list of words becomes when it is full. */
const wordGrowth = 1.5;

/**
 * A page of so many bytes is given room for its words at once, one in six bytes: growing would leave as much memory
 * again behind, which nobody frees while the page is scanned.
 */
const longPage = 1 << 21;
const bytesOfWord = 6;

/** Stops beyond this code point are wide: no space follows them. */
const lastNarrowStop = 0x2fff;

/**
 * Reads pages: one pass over UTF-8 bytes gives the line table, the folded words as hashes and
 * the make-up of each line. HTML entities left in the text are read as what they stand for. A scanner keeps its arrays from page to page, so
 * its answer holds until its next scan.
 *
 * Bytes that are not well-formed UTF-8 are taken as damaged characters, one each; give it the
 * bytes of `decode` and there are none.
 */
export class Scanner {
  readonly #fold: FoldTable = foldTable();
  #lineStart = new Int32Array(1024);
  #lineEnd = new Int32Array(1024);
  #firstWord = new Int32Array(1024);
  #counts = new Int32Array(1024 * classCount);
  #shape = new Int32Array(1024 * shapeWidth);
  #words = new Int32Array(16384);
  readonly #leadBytes = new Int32Array(256);
  #wordCount = 0;
  #hash = hashSeed;
  #digitFirst = 0;
  #inWord = false;

  /**
   * @param bytes - the page as UTF-8.
   * @param length - how many of the bytes are the page.
   */
  scan(bytes: Uint8Array, length: number = bytes.length): ScannedPage {
    this.#wordCount = 0;
    this.#leadBytes.fill(0);
    if (length > longPage && this.#words.length < length / bytesOfWord) {
      this.#words = new Int32Array(length / bytesOfWord);
    }
    let line = 0;
    let at = 0;
    do {
      if (line + 2 > this.#lineStart.length) this.#makeRoomForLines();
      this.#lineStart[line] = at;
      this.#firstWord[line] = this.#wordCount;
      at = this.#scanLine(bytes, at, length, line);
      line++;
    } while (at < length);
    this.#lineStart[line] = length;
    this.#firstWord[line] = this.#wordCount;
    return {
      bytes,
      lineCount: line,
      lineStart: this.#lineStart,
      lineEnd: this.#lineEnd,
      firstWord: this.#firstWord,
      wordCount: this.#wordCount,
      words: this.#words,
      counts: this.#counts,
      shape: this.#shape,
      leadBytes: this.#leadBytes,
    };
  }

  /** Scans one line and returns the offset after its terminator. */
  #scanLine(bytes: Uint8Array, start: number, length: number, line: number): number {
    const { reading, folded } = this.#fold;
    // Copies, as reading a member of another module costs more than the rest of the loop's body.
    const { word, separator, dropped } = FoldCode;
    const upper = CharacterClass.upper;
    const classTraits = traits;
    const ampersand = ampersandByte;
    const codeShift = classBits;
    const mask = classMask;
    const prime = hashPrime;
    const seed = hashSeed;
    let words = this.#words;
    const counts = this.#counts;
    const leadBytes = this.#leadBytes;
    const row = line * classCount;
    counts.fill(0, row, row + classCount);
    let wordCount = this.#wordCount;
    let at = start;
    let next = start;
    let lineEnd = length;
    let hash = hashSeed;
    let digitFirst = 0;
    let inWord = false;
    let first = -1;
    let second = -1;
    let last = -1;
    let visibleStart = -1;
    let visibleEnd = start;
    let ended = 0;
    let pendingStop = 0;
    let innerStops = 0;
    let capitalWords = 0;
    let startsCapital = -1;
    let labelWords = -1;
    const firstWord = wordCount;
    for (;;) {
      at = next;
      if (at >= length) break;
      const byte = bytes[at]!;
      let codePoint = byte;
      if (byte < 0x80) {
        next = at + 1;
        if (byte === lineFeed || byte === carriageReturn) {
          lineEnd = at;
          if (byte === carriageReturn && bytes[next] === lineFeed && next < length) next++;
          break;
        }
        if (byte === ampersand) {
          // An ampersand that is an entity itself begins another one: what was escaped twice.
          for (let before = at; codePoint === ampersand; before = next - 1) {
            const entity = entityLength(bytes, before, length);
            const meant = entity > 0 ? entityCodePoint(entityBody(bytes, before, entity)) : -1;
            if (meant < 0) break;
            codePoint = meant;
            next = before + entity;
          }
        }
      } else {
        leadBytes[byte]!++;
        codePoint = -1;
        next = at + 1;
        if (byte < 0xe0) {
          const b = bytes[at + 1]! ^ 0x80;
          if (byte >= 0xc2 && at + 1 < length && b < 0x40) {
            codePoint = ((byte & 31) << 6) | b;
            next = at + 2;
          }
        } else if (byte < 0xf0) {
          const b = bytes[at + 1]! ^ 0x80;
          const c = bytes[at + 2]! ^ 0x80;
          if (at + 2 < length && b < 0x40 && c < 0x40) {
            const value = ((byte & 15) << 12) | (b << 6) | c;
            if (value >= 0x800 && (value & 0xf800) !== 0xd800) {
              codePoint = value;
              next = at + 3;
            }
          }
        } else if (byte < 0xf5) {
          const b = bytes[at + 1]! ^ 0x80;
          const c = bytes[at + 2]! ^ 0x80;
          const d = bytes[at + 3]! ^ 0x80;
          if (at + 3 < length && b < 0x40 && c < 0x40 && d < 0x40) {
            const value = ((byte & 7) << 18) | (b << 12) | (c << 6) | d;
            if (value >= 0x10000 && value <= 0x10ffff) {
              codePoint = value;
              next = at + 4;
            }
          }
        }
        if (codePoint < 0) codePoint = 0xfffd;
        else if (
          (codePoint === nextLine && !isMisreadByte(bytes, at, length)) ||
          codePoint === lineSeparator ||
          codePoint === paragraphSeparator
        ) {
          lineEnd = at;
          break;
        }
      }

      let read: number;
      let value: number;
      if (codePoint < 0x10000) {
        read = reading[codePoint]!;
        value = folded[codePoint]!;
      } else {
        const run = astralRun(this.#fold, codePoint);
        read = this.#fold.astralReading[run]!;
        value = this.#fold.astralFolded[run]!;
        if (this.#fold.astralStep[run] === 1) value += codePoint - this.#fold.astralStart[run]!;
      }
      const characterClass = read & mask;
      const code = read >> codeShift;
      counts[row + characterClass]!++;

      if (code === word) {
        hash = Math.imul(hash ^ value, prime);
        last = characterClass;
        if (!inWord) {
          inWord = true;
          ended = 0;
          pendingStop = 0;
          digitFirst = (value - 0x30) >>> 0 < 10 ? 1 : 0;
          if (characterClass === upper) capitalWords++;
          if (startsCapital < 0) startsCapital = characterClass === upper ? 1 : 0;
          if (visibleStart < 0) {
            visibleStart = at;
            first = characterClass;
          } else if (second < 0) second = characterClass;
        }
        // What follows in the word, as far as it is of one or two bytes, as nearly all text is:
        // a shorter way to the same numbers.
        while (next + 1 < length) {
          const lead = bytes[next]!;
          let point = lead;
          if (lead >= 0x80) {
            const b = bytes[next + 1]! ^ 0x80;
            if (lead < 0xc2 || lead >= 0xe0 || b >= 0x40) break;
            point = ((lead & 31) << 6) | b;
          }
          const pointRead = reading[point]!;
          if (pointRead >> codeShift !== word) break;
          if (lead >= 0x80) {
            leadBytes[lead]!++;
            next++;
          }
          next++;
          last = pointRead & mask;
          counts[row + last]!++;
          hash = Math.imul(hash ^ folded[point]!, prime);
        }
        visibleEnd = next;
        continue;
      }
      if (code === separator) {
        if (inWord) {
          if (wordCount === words.length) words = this.#makeRoomForWords();
          words[wordCount++] = (mix32(hash) & -2) | digitFirst;
          hash = seed;
          inWord = false;
        }
      } else if (code !== dropped) {
        if (!inWord && characterClass === upper) capitalWords++;
        if (startsCapital < 0) startsCapital = characterClass === upper ? 1 : 0;
        this.#hash = hash;
        this.#digitFirst = digitFirst;
        this.#inWord = inWord;
        this.#wordCount = wordCount;
        this.#addUncommon(code, codePoint, value);
        hash = this.#hash;
        digitFirst = this.#digitFirst;
        inWord = this.#inWord;
        wordCount = this.#wordCount;
        words = this.#words;
      }

      const trait = classTraits[characterClass]!;
      if ((trait & unseen) !== 0) {
        innerStops += pendingStop;
        pendingStop = 0;
        continue;
      }
      last = characterClass;
      visibleEnd = next;
      if (visibleStart < 0) {
        visibleStart = at;
        first = characterClass;
      } else if (second < 0) second = characterClass;
      if ((trait & endsSentence) !== 0) {
        ended = 1;
        if (codePoint > lastNarrowStop) innerStops++;
        else pendingStop = 1;
      } else if ((trait & closesSentence) === 0) {
        ended = 0;
        pendingStop = 0;
        if ((trait & endsLabel) !== 0 && labelWords < 0) labelWords = wordCount - firstWord;
      }
    }
    if (inWord) {
      if (wordCount === words.length) words = this.#makeRoomForWords();
      words[wordCount++] = (mix32(hash) & -2) | digitFirst;
    }
    this.#wordCount = wordCount;
    this.#lineEnd[line] = lineEnd;
    const shape = this.#shape;
    const shapeRow = line * shapeWidth;
    shape[shapeRow + LineShape.first] = first;
    shape[shapeRow + LineShape.second] = second;
    shape[shapeRow + LineShape.last] = last;
    shape[shapeRow + LineShape.endsSentence] = ended;
    shape[shapeRow + LineShape.innerStops] = innerStops;
    shape[shapeRow + LineShape.capitalWords] = capitalWords;
    shape[shapeRow + LineShape.visibleStart] = visibleStart < 0 ? lineEnd : visibleStart;
    shape[shapeRow + LineShape.visibleEnd] = visibleEnd;
    shape[shapeRow + LineShape.startsCapital] = startsCapital === 1 ? 1 : 0;
    shape[shapeRow + LineShape.labelWords] = labelWords;
    return next;
  }

  /** Characters that fold to several, or stand alone; kept out of the loop above, which they slow. */
  #addUncommon(code: number, codePoint: number, value: number): void {
    if (code === FoldCode.hangul) {
      const syllable = codePoint - 0xac00;
      this.#continueWord(0x1100 + Math.floor(syllable / 588));
      this.#continueWord(0x1161 + Math.floor((syllable % 588) / 28));
      if (syllable % 28 > 0) this.#continueWord(0x11a7 + (syllable % 28));
      return;
    }
    if (code === FoldCode.ideograph) {
      this.#addIdeograph(value);
      return;
    }
    const { expansions } = this.#fold;
    const end = value + expansions[value]!;
    for (let index = value + 1; index <= end; index++) {
      const unit = expansions[index]!;
      if (unit === 0) this.#endWord();
      else if (code === FoldCode.wordExpansion) this.#continueWord(unit);
      else this.#addIdeograph(unit);
    }
  }

  #continueWord(codePoint: number): void {
    if (!this.#inWord) this.#digitFirst = (codePoint - 0x30) >>> 0 < 10 ? 1 : 0;
    this.#hash = Math.imul(this.#hash ^ codePoint, hashPrime);
    this.#inWord = true;
  }

  #addIdeograph(codePoint: number): void {
    this.#endWord();
    this.#continueWord(codePoint);
    this.#endWord();
  }

  #endWord(): void {
    if (!this.#inWord) return;
    if (this.#wordCount === this.#words.length) this.#makeRoomForWords();
    this.#words[this.#wordCount++] = (mix32(this.#hash) & -2) | this.#digitFirst;
    this.#hash = hashSeed;
    this.#inWord = false;
  }

  #makeRoomForWords(): Int32Array<ArrayBuffer> {
    const larger = new Int32Array(Math.ceil(this.#words.length * wordGrowth));
    larger.set(this.#words);
    this.#words = larger;
    return larger;
  }

  #makeRoomForLines(): void {
    this.#lineStart = grown(this.#lineStart);
    this.#lineEnd = grown(this.#lineEnd);
    this.#firstWord = grown(this.#firstWord);
    this.#counts = grown(this.#counts);
    this.#shape = grown(this.#shape);
  }
}

/**
 * Whether the U+0085 at an offset is no line end but a byte of UTF-8 that was read as latin1: it comes after what
 * shows a lead byte of two or a continuation byte, or before one of these.
 */
function isMisreadByte(bytes: Uint8Array, at: number, length: number): boolean {
  const [lead, trail] = [at < 2 ? 0 : bytes[at - 2]!, at < 2 ? 0 : bytes[at - 1]!];
  if ((lead === 0xc2 && trail !== nextLine) || (lead === 0xc3 && trail >= 0x82 && trail <= 0x9f))
    return true;
  return lead === 0xc3 && trail <= 0xb4 && at + 3 < length && bytes[at + 2] === 0xc2;
}

function grown(values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(values.length * 2);
  larger.set(values);
  return larger;
}
