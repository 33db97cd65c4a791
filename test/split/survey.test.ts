import { expect, test } from 'vitest';
import { SiteLines, unitedSiteLines } from '../../src/split/site-lines.ts';
import { LineSurvey } from '../../src/split/survey.ts';
import { PageNotes, type SurveyedPages } from '../../src/split/surveyed-pages.ts';
import { Scanner } from '../../src/text/scan.ts';

const scan = (text: string) => new Scanner().scan(new TextEncoder().encode(text));
/** What a survey looks at of one page. */
function noted(text: string, site: number): SurveyedPages {
  const notes = new PageNotes();
  notes.add(scan(text), site);
  return notes.take();
}
const words =
  'river stone paper window garden market letter winter castle bridge silver forest music doctor summer'.split(
    ' ',
  );

/** A long line of words that only this number and part have. */
const paragraph = (number: number, part: string): string =>
  words.map((word) => `${word}${number}x${part}`).join(' ');
/** A story of its own for each number. */
const story = (number: number): string =>
  ['a', 'b', 'c'].map((part) => paragraph(number, part)).join('\n');
const page = (number: number, furniture: string): string =>
  `${furniture}\n${story(number)}\nComments (${number})`;

function surveyed(pages: readonly string[], siteOf: (page: number) => number = () => 0): SiteLines {
  const survey = new LineSurvey();
  for (const [number, text] of pages.entries()) survey.add(noted(text, siteOf(number)));
  return new SiteLines(survey.furniture());
}

function pagesWith(lines: SiteLines, asked: string): number[] {
  const scanned = scan(asked);
  return Array.from({ length: scanned.lineCount }, (_, line) => lines.pagesWith(scanned, line));
}

const numbered = <Item>(length: number, make: (number: number) => Item): Item[] =>
  Array.from({ length }, (_, number) => make(number));

test('a line on many pages that tell different stories is furniture', () => {
  const lines = surveyed(numbered(12, (number) => page(number, 'Home | World | Sport')));
  const asked = 'Home | World | Sport\nComments (99)\nA line of its own';
  expect(pagesWith(lines, asked)).toEqual([12, 12, 0]);
});

test('so is a disclaimer that is longer than the stories it stands under', () => {
  const disclaimer = numbered(4, (part) => paragraph(777, `d${part}`)).join('\n');
  const lines = surveyed(numbered(12, (number) => page(number, disclaimer)));
  expect(pagesWith(lines, disclaimer)).toEqual([12, 12, 12, 12]);
  expect(pagesWith(lines, story(3))).toEqual([0, 0, 0]);
});

test.each([8, 40, 400])('paragraphs of a story with %i copies are not furniture', (copies) => {
  const lines = surveyed(
    numbered(copies, (number) => `${words[number % 15]}\n${story(7)}\nComments (${number})`),
  );
  expect(pagesWith(lines, story(7))).toEqual([0, 0, 0]);
});

test.each([8, 40, 400])('nor are those of %i copies each edited elsewhere', (copies) => {
  const edited = (number: number): string =>
    story(7)
      .split('\n')
      .map((line, at) =>
        at === number % 3 ? line.replace(words[number % 15]!, `edit${number}`) : line,
      )
      .join('\n');
  expect(pagesWith(surveyed(numbered(copies, edited)), story(7))).toEqual([0, 0, 0]);
});

test('nor is a quotation that single pages of many sites share', () => {
  const quote = paragraph(500, 'q');
  const pages = numbered(12, (number) => page(number, quote));
  expect(pagesWith(surveyed(pages, Math.floor), quote)).toEqual([0]);
  expect(pagesWith(surveyed(pages), quote)).toEqual([12]);
});

test('nor are lines of numbers alone: tables of all pages have them', () => {
  const lines = surveyed(
    numbered(12, (number) => page(number, `${number}.5\t${number * 3} %\n$${number},000`)),
  );
  expect(pagesWith(lines, '7.5\t21 %\n$9,000\nComments (99)')).toEqual([0, 0, 12]);
});

test('a line on three pages is not enough', () => {
  const lines = surveyed(numbered(3, (number) => page(number, 'Read more')));
  expect(pagesWith(lines, 'Read more')).toEqual([0]);
});

test('pages without any long line say nothing of what stands on them', () => {
  const lines = surveyed(numbered(20, (number) => `Home\nSport\n${words[number % 15]}`));
  expect(pagesWith(lines, 'Home\nSport')).toEqual([0, 0]);
});

test('characters of scripts without spaces tell stories apart', () => {
  const sentence = (from: number): string =>
    String.fromCodePoint(...numbered(60, (at) => 0x4e00 + ((from * 977 + at * 131) % 8000)));
  const menu = '首页新闻';
  const told = surveyed(numbered(10, (number) => `${menu}\n${sentence(number)}`));
  expect(pagesWith(told, menu)).toEqual([10]);
  const copied = surveyed(numbered(10, () => `${menu}\n${sentence(1)}`));
  expect(pagesWith(copied, menu)).toEqual([0]);
});

test('memory is bounded: lines met once are forgotten, those of sites are not', () => {
  const survey = new LineSurvey(1000);
  for (let number = 0; number < 2000; number++) survey.add(noted(page(number, 'Top'), 0));
  const lines = new SiteLines(survey.furniture());
  expect(pagesWith(lines, 'Top\nComments (1)')).toEqual([2000, 2000]);
});

test('two surveys together know the lines of both, with the higher count', () => {
  const survey = (menus: readonly string[], pages: number): LineSurvey => {
    const made = new LineSurvey();
    for (let number = 0; number < pages; number++)
      made.add(noted(page(number, menus.join('\n')), 0));
    return made;
  };
  const one = survey(['Menu', 'Home'], 9).furniture();
  const other = survey(['Home', 'Search'], 12).furniture();
  const united = unitedSiteLines(one, other)!;
  expect(united).toEqual(unitedSiteLines(other, one));
  expect(pagesWith(new SiteLines(united), 'Menu\nHome\nSearch')).toEqual([9, 12, 12]);
  expect(unitedSiteLines(one, null)).toBe(one);
});

test('pages noted together count as pages noted one by one', () => {
  const texts = numbered(30, (number) =>
    number % 7 === 0 ? 'Home' : page(number, number % 2 ? 'Top' : 'Bottom\nTop'),
  );
  const notes = new PageNotes();
  for (const [number, text] of texts.entries()) notes.add(scan(text), number % 3);
  const [together, one] = [new LineSurvey(), new LineSurvey()];
  together.add(notes.take());
  for (const [number, text] of texts.entries()) one.add(noted(text, number % 3));
  expect(together.furniture()).toEqual(one.furniture());
  expect(notes.take().lineEnd).toHaveLength(0);
  expect(together.pages).toBe(30);
});
