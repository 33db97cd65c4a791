import { expect, test } from 'vitest';
import { sourceOf, writerBesideDate, writerOf } from '../../src/split/byline.ts';
import { KnownWords } from '../../src/split/known-words.ts';
import { Lexicon } from '../../src/split/lexicon.ts';

const known = new KnownWords(new Lexicon());

test.each([
  ['By Maria Lindt', 'Maria Lindt'],
  ['9/5/2024 | By Maria Lindt', 'Maria Lindt'],
  ['Von Jonas Krüger', 'Jonas Krüger'],
  ['5/7/2021 | Por Pablo Ruiz', 'Pablo Ruiz'],
  ['Par Claire Morel', 'Claire Morel'],
  ['بقلم: سامر العلي', 'سامر العلي'],
  ['كتب خالد بن فهد', 'خالد بن فهد'],
  ['- Jane Miller', 'Jane Miller'],
  ['By Jane Miller on March 10, 2015 at 08:05', 'Jane Miller'],
  ['By Jane Miller22 Dec 2016', 'Jane Miller'],
  ['By Jane Miller May 4, 2024', 'Jane Miller'],
  ['By Jane MillerPublished: Jan 29, 2025', 'Jane Miller'],
  ['By Jane Miller and Tom de Witt, Staff', 'Jane Miller and Tom de Witt, Staff'],
  ['By Jane Miller and Tom de Witt, Local reporters', 'Jane Miller and Tom de Witt'],
  ['By Jane Miller, Senior political editor', 'Jane Miller'],
  ['作者：林小雨', '林小雨'],
])('a byline loses its prefix and its date: %s', (line, writer) => {
  expect(writerOf(line, known)).toBe(writer);
});

test.each([
  'الترا فلسطين | فريق التحرير',
  'منى عبدالله - الرياض',
  'Sammy Davis Jr.',
  'Maria de la Cruz',
  'Staff reporter | Jane Miller',
])('a byline that is a name or a desk is kept as it is: %s', (line) => {
  expect(writerOf(line, known)).toBe(line);
});

test.each([
  'Jane Miller wrote this for the paper that she has worked for since spring',
  'The ferry sails again. Jane',
  'Who is Jane?',
  'Jane Miller www.example.org',
  'Jane Miller https://example.org/jane',
  'Share by email',
  'Search Menu',
  'Politics',
  'Jane Miller / Agency',
  'About the author',
  'رئيس التحرير',
  'في بيتنا رجل',
  '出国前后关注点大不同',
])('a sentence, a long line, a web address or a phrase is no byline: %s', (line) => {
  expect(writerOf(line, known)).toBe('');
});

test.each([
  ['7-نوفمبر-2020 | خالد بن فهد', 'خالد بن فهد'],
  ['Jane Miller | 7 May 2020', 'Jane Miller'],
  ['7 May 2020 | By Jane', 'Jane'],
])('a name beside a date is the writer: %s', (line, writer) => {
  expect(writerBesideDate(line, known)).toBe(writer);
});

test.each([
  '7 May 2020',
  '7 May 2020 | 12:30',
  '7 May 2020 | Politics',
  '7 May 2020 | read by many people',
  '7 May 2020 | About the author',
  '7 May 2020 | 3 comments below',
  '7 May 2020 | Jane Miller | Paris',
])('what else stands beside a date is no writer: %s', (line) => {
  expect(writerBesideDate(line, known)).toBe('');
});

test('a source is a name, not a sentence, a headline or a heading', () => {
  expect(sourceOf('وكالة الأنباء المحلية', known)).toBe('وكالة الأنباء المحلية');
  expect(sourceOf('The Daily Ledger', known)).toBe('The Daily Ledger');
  expect(sourceOf('https://example.org', known)).toBe('https://example.org');
  expect(sourceOf('The minister said on Monday that all would be well', known)).toBe('');
  expect(sourceOf('The ministry denied everything.', known)).toBe('');
  expect(sourceOf('Riva)', known)).toBe('');
  expect(sourceOf('About the author', known)).toBe('');
  expect(sourceOf('صحيفة الوئام: رسالة نفير', known)).toBe('');
});

test('a byline of a megabyte is none, and told at once', () => {
  const started = performance.now();
  expect(writerOf(`By ${'Jane '.repeat(200_000)}`, known)).toBe('');
  expect(performance.now() - started).toBeLessThan(5000);
});
