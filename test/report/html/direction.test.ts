import { expect, test } from 'vitest';
import {
  directed,
  directionMarks,
  directionOf,
  withMarks,
} from '../../../src/report/html/direction.ts';

test.each([
  ['(CNN)-- وصل الوفد إلى الميناء صباح اليوم', 'rtl'],
  ['דו״ח: BBC ביקרה בנמל', 'rtl'],
  ['The ferry to الدوحة sails on Monday', 'ltr'],
  ['新闻：轮渡周一启航', 'ltr'],
  ['12:30 - 45 %', 'auto'],
  ['', 'auto'],
])('"%s" is read %s', (text, direction) => {
  expect(directionOf(text)).toBe(direction);
});

test('a line that begins with a letter of the other direction gets a mark, and no other line', () => {
  const text = '(CNN) - وصل الرئيس اليوم\nوصل CNN الرئيس\n12:30\nThe word سلام';
  expect(directed(text)).toBe(`\u200f${text}`);
  expect(directed('سلام is a word of Arabic')).toBe('\u200eسلام is a word of Arabic');
});

test('marks stand at the same places when a text is put together of parts', () => {
  const text = 'وصل\nCNN وصل الرئيس\n(AFP) وصل الرئيس';
  const marks = directionMarks(text);
  expect([...marks.keys()]).toEqual([4, 19]);
  for (let cut = 0; cut <= text.length; cut++) {
    const parts = withMarks(text.slice(0, cut), 0, marks) + withMarks(text.slice(cut), cut, marks);
    expect(parts).toBe(directed(text));
  }
});
