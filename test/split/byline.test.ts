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
])('a byline loses its prefix and its date: %s', (line, writer) => {
  expect(writerOf(line, known)).toBe(writer);
});

test.each([
  'الترا فلسطين | فريق التحرير',
  'منى عبدالله - الرياض',
  'Sammy Davis Jr.',
  'Staff reporter',
])('a byline that is a name or a desk is kept as it is: %s', (line) => {
  expect(writerOf(line, known)).toBe(line);
});

test.each([
  'Jane Miller wrote this for the paper that she has worked for since spring',
  'The ferry sails again. Jane',
  'Who is Jane?',
  'Jane Miller www.example.org',
  'Jane Miller https://example.org/jane',
])('a sentence, a long line or a web address is no byline: %s', (line) => {
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

test('a source is a name, not a sentence or a headline', () => {
  expect(sourceOf('وكالة الأنباء المحلية')).toBe('وكالة الأنباء المحلية');
  expect(sourceOf('The Daily Ledger')).toBe('The Daily Ledger');
  expect(sourceOf('https://example.org')).toBe('https://example.org');
  expect(sourceOf('The minister said on Monday that all would be well')).toBe('');
  expect(sourceOf('The ministry denied everything.')).toBe('');
  expect(sourceOf('صحيفة الوئام: رسالة نفير')).toBe('');
});
