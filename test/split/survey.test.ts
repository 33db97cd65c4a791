import { expect, test } from 'vitest';
import { LineSurvey, SiteLines } from '../../src/split/survey.ts';
import { Scanner } from '../../src/text/scan.ts';

const scan = (text: string) => new Scanner().scan(new TextEncoder().encode(text));
const words =
  'river stone paper window garden market letter winter castle bridge silver forest music doctor summer'.split(
    ' ',
  );

/** A story of its own for each number: long lines of words that only it has. */
const story = (number: number): string =>
  [0, 1, 2].map((part) => words.map((word) => `${word}${number}x${part}`).join(' ')).join('\n');
const page = (number: number, furniture: string): string =>
  `${furniture}\n${story(number)}\nComments (${number})`;

function surveyed(pages: readonly string[]): SiteLines {
  const survey = new LineSurvey();
  for (const text of pages) survey.add(scan(text));
  return new SiteLines(survey.furniture());
}

test('a line on many pages that tell different stories is furniture', () => {
  const lines = surveyed(
    Array.from({ length: 12 }, (_, number) => page(number, 'Home | World | Sport')),
  );
  const asked = scan('Home | World | Sport\nComments (99)\nA line of its own');
  expect([0, 1, 2].map((line) => lines.pagesWith(asked, line))).toEqual([12, 12, 0]);
});

test('the paragraphs of a story with many copies are not furniture', () => {
  const copies = Array.from({ length: 40 }, () => story(7));
  const lines = surveyed(copies);
  expect([0, 1, 2].map((line) => lines.pagesWith(scan(story(7)), line))).toEqual([0, 0, 0]);
});

test('a line on three pages is not enough', () => {
  const lines = surveyed([1, 2, 3].map((number) => page(number, 'Read more')));
  expect(lines.pagesWith(scan('Read more'), 0)).toBe(0);
});

test('parts counted apart add up to the whole, in any order', () => {
  const pages = Array.from({ length: 30 }, (_, number) =>
    page(number, number % 2 ? 'Menu' : 'Home'),
  );
  const whole = new LineSurvey();
  for (const text of pages) whole.add(scan(text));
  const parts = [new LineSurvey(), new LineSurvey(), new LineSurvey()];
  for (const [index, text] of pages.entries()) parts[index % 3]!.add(scan(text));
  for (const order of [
    [0, 1, 2],
    [2, 0, 1],
  ]) {
    const merged = new LineSurvey();
    for (const part of order) merged.merge(parts[part]!.columns());
    expect(merged.columns()).toEqual(whole.columns());
    expect(merged.furniture()).toEqual(whole.furniture());
  }
});

test('a survey of thousands of lines keeps them all apart', () => {
  const survey = new LineSurvey();
  for (let number = 0; number < 2000; number++) survey.add(scan(page(number, 'Top')));
  const { keys, counts } = survey.columns();
  expect(keys.length).toBe(2000 * 3 + 2);
  expect(Math.max(...counts)).toBe(2000);
});
