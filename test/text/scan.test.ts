import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEntities } from '../../src/text/entities.ts';
import { classOfCodePoint, fold, foldedWords, hashWord } from '../../src/text/fold.ts';
import { Scanner } from '../../src/text/scan.ts';
import { CharacterClass, LineShape, classCount, shapeWidth } from '../../src/text/scanned-page.ts';

const encoder = new TextEncoder();
/** U+0085 is none beside what shows a byte of UTF-8: there it is such a byte itself, read as latin1. */
const lineBreak =
  /\r\n|[\n\r\u2028\u2029]|(?<![\u0080-\u0084\u0086-\u00bf\u00c2-\u00df]|[\u00c0-\u00f4](?=\u0085[\u0080-\u00bf]))\u0085/u;

const decodeUtf8 = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

function scanned(text: string) {
  return new Scanner().scan(encoder.encode(text));
}

/** Text of any script, with line ends, marks, surrogate pairs and odd characters among it. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\n', '\r\n', '\r', '\u0085', '\u2028', ' ', '. ', '؟ ', 'ﷺ', 'ﻻ', '한글'),
      fc.constantFrom(
        'كشفت',
        'إدارة',
        '٢٠٢٤',
        'Größe',
        '漢字',
        'ภาษา',
        '𝐛old',
        '½',
        '½x',
        '٣ب',
        '&amp;',
        '&#1593;',
        '&#x4e2d;',
        '&nbsp',
        '&none;',
        '&',
        ';',
      ),
    ),
  )
  .map((parts) => parts.join(''));

test('the words of a page are the hashes of its folded words, line by line', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const page = scanned(text);
      const lines = text.split(lineBreak);
      // A final line terminator ends the last line; it does not begin another.
      if (lines.length > 1 && lines.at(-1) === '') lines.pop();
      expect(page.lineCount).toBe(lines.length);
      for (const [index, line] of lines.entries()) {
        const words = page.words.slice(page.firstWord[index], page.firstWord[index + 1]);
        expect(Array.from(words)).toEqual(foldedWords(readEntities(line)).map(hashWord));
      }
    }),
    { numRuns: 500 },
  );
});

test('lines and their terminators cover every byte of the page', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const page = scanned(text);
      const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
      let rebuilt = '';
      for (let line = 0; line < page.lineCount; line++) {
        const [start, end] = [page.lineStart[line]!, page.lineEnd[line]!];
        const next = page.lineStart[line + 1]!;
        expect(start <= end && end <= next).toBe(true);
        rebuilt += decoder.decode(page.bytes.subarray(start, next));
      }
      expect(rebuilt).toBe(text.toWellFormed());
    }),
  );
});

test('class counts are those of the characters of the line', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const page = scanned(text);
      for (let line = 0; line < page.lineCount; line++) {
        const bytes = page.bytes.subarray(page.lineStart[line], page.lineEnd[line]);
        const expected = new Array<number>(classCount).fill(0);
        for (const character of readEntities(decodeUtf8(bytes))) {
          expected[classOfCodePoint(character.codePointAt(0)!)]!++;
        }
        const row = line * classCount;
        expect(Array.from(page.counts.subarray(row, row + classCount))).toEqual(expected);
      }
    }),
  );
});

test('a page read after a longer one shows nothing of it', () => {
  fc.assert(
    fc.property(anyText, anyText, (before, text) => {
      const scanner = new Scanner();
      scanner.scan(encoder.encode(before));
      const again = scanner.scan(encoder.encode(text));
      const fresh = scanned(text);
      expect(again.lineCount).toBe(fresh.lineCount);
      expect(again.words.slice(0, again.wordCount)).toEqual(fresh.words.slice(0, fresh.wordCount));
      const used = fresh.lineCount * shapeWidth;
      expect(again.shape.slice(0, used)).toEqual(fresh.shape.slice(0, used));
    }),
  );
});

test('any bytes are read without error and ill-formed ones count as damaged', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const page = new Scanner().scan(bytes);
      expect(page.lineStart[page.lineCount]).toBe(bytes.length);
    }),
  );
  const page = new Scanner().scan(Uint8Array.of(0x61, 0xff, 0xc0, 0xaf, 0xed, 0xa0, 0x80));
  expect(page.counts[CharacterClass.damaged]).toBe(6);
});

test('a word that begins with a digit has bit 0 set, any other has not', () => {
  const page = scanned('42 seats 4x4 x4 ٢٠٢٤');
  expect(Array.from(page.words.subarray(0, page.wordCount), (word) => word & 1)).toEqual([
    1, 0, 1, 0, 1,
  ]);
});

test('sentence ends are seen behind closing marks and in any script', () => {
  const ends = (line: string): number => scanned(line).shape[LineShape.endsSentence]!;
  for (const line of [
    'Done.',
    'He said "no."',
    '(So it is!)',
    '走了。',
    '「走了。」',
    'انتهى؟',
    'ہے۔',
    'है।',
  ]) {
    expect([line, ends(line)]).toEqual([line, 1]);
  }
  for (const line of ['Read more', 'v2.0 released', 'He said: "no', '']) {
    expect([line, ends(line)]).toEqual([line, 0]);
  }
});

test('the words before the first colon or bar are counted, those of a label', () => {
  const labelled = (line: string): number => scanned(line).shape[LineShape.labelWords]!;
  expect(labelled('Tags: harbour, ferry')).toBe(1);
  expect(labelled('اقرأ أيضا: الميناء')).toBe(2);
  expect(labelled('Related | More: news')).toBe(1);
  expect(labelled('标签：港口')).toBe(2);
  expect(labelled(': harbour')).toBe(0);
  expect(labelled('No label at all')).toBe(-1);
  expect(scanned('Tags: a\nNone').shape[shapeWidth + LineShape.labelWords]).toBe(-1);
});

test('folding is idempotent', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
    { numRuns: 1000 },
  );
});

test('spelling habits of Arabic script fold away', () => {
  const same: readonly (readonly [string, string])[] = [
    ['إدارة الأمم', 'اداره الامم'],
    ['مُحَمَّدٌ', 'محمد'],
    ['العـــربية', 'العربيه'],
    ['کتاب‌ی', 'كتابي'],
    ['ﻻ ﷲ', 'لا الله'],
    ['مستشفى', 'مستشفي'],
    ['۱۲۳ ٤٥', '123 45'],
    ['ہے', 'هي'],
    ['شيء', 'شئ'],
  ];
  for (const [a, b] of same) expect(fold(a)).toBe(fold(b));
});
