import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedLines } from '../../src/cli/marked-lines.ts';
import { cutToWidth, fitted, fittedEnd, textWidth } from '../../src/cli/text-width.ts';

const marking = { before: '[-', after: '-]', paint: (text: string) => text };

test('wide characters take two columns, marks and formats none', () => {
  expect(textWidth('abc')).toBe(3);
  expect(textWidth('字字')).toBe(4);
  expect(textWidth('مُدَرِّس')).toBe(4);
  expect(textWidth('e\u0301')).toBe(1);
  expect(textWidth('\u2068ab\u2069')).toBe(2);
});

test('no part is wider than asked for unless one character is, and none is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 20 }), (text, most) => {
      const parts = cutToWidth(text, most);
      expect(parts.join('')).toBe(text);
      for (const part of parts) expect(textWidth(part)).toBeLessThanOrEqual(most);
    }),
  );
});

test('what is cut short says so, at the side that was cut', () => {
  expect(fitted('字字字', 5)).toBe('字字…');
  expect(fitted('abc', 3)).toBe('abc');
  expect(fittedEnd('folder/page.txt', 9)).toBe('…page.txt');
  expect(fittedEnd('page.txt', 8)).toBe('page.txt');
});

test('words that differ are marked, across lines too, and paragraphs stay apart', () => {
  const lines = markedLines(
    [
      { text: 'one two\n\n\nthree ', shared: true },
      { text: 'four five six seven', shared: false },
      { text: ' eight', shared: true },
    ],
    marking,
    12,
  );
  expect(lines.map(({ text }) => text)).toEqual([
    'one two',
    '',
    'three [-four',
    'five six',
    'seven-]',
    'eight',
  ]);
});

test('a text without spaces gets none, and fills its lines', () => {
  const lines = markedLines(
    [
      { text: '渡轮周', shared: true },
      { text: '一', shared: false },
      { text: '很晚才离开，港口。', shared: true },
    ],
    marking,
    16,
  );
  expect(lines.map(({ text }) => text)).toEqual(['渡轮周[-一-]很晚', '才离开，港口。']);
});

test('nothing from a page can move the cursor, and right-to-left lines are isolated', () => {
  const [line] = markedLines([{ text: '\u001b[2Jكلمة\u202e', shared: true }], marking, 40);
  expect(line!.text).toBe('\u2068\\x1b[2Jكلمة\\u{202e}\u2069');
});

test('every line fits', () => {
  const span = fc.record({ text: fc.string({ unit: 'grapheme' }), shared: fc.boolean() });
  fc.assert(
    fc.property(fc.array(span), fc.integer({ min: 8, max: 40 }), (spans, columns) => {
      for (const { text, width } of markedLines(spans, marking, columns)) {
        expect(width).toBeLessThanOrEqual(columns);
        expect(textWidth(text)).toBe(width);
      }
    }),
  );
});
