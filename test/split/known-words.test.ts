import { expect, test } from 'vitest';
import { KnownWords } from '../../src/split/known-words.ts';
import { Lexicon } from '../../src/split/lexicon.ts';

const known = new KnownWords(new Lexicon());

test.each(['3 May 2020', '12:30', 'الأحد 3 مايو 2020', 'vor 3 Stunden', 'Posted 3 May 2020'])(
  'a date or time with nothing else is a lone date: %s',
  (text) => {
    expect(known.isLoneDate(text)).toBe(true);
  },
);

test.each([
  '3 عوامل تطور جازان الاقتصادية',
  '5 inspirierende Frauen',
  '5 women to watch in May',
  'Museum sold',
  '',
])('a headline with a figure is no date: %s', (text) => {
  expect(known.isLoneDate(text)).toBe(false);
});

test('labels are found in any language, the longest first', () => {
  expect(known.labelWordsOf('Written by Jane Miller', 'byline')).toBe(2);
  expect(known.labelWordsOf('بقلم سامر العلي', 'byline')).toBe(1);
  expect(known.labelWordsOf('Jane Miller', 'byline')).toBe(0);
  expect(known.isKnownPhrase('About the author')).toBe(true);
  expect(known.isKnownPhrase('Jane Miller')).toBe(false);
});

test('a phrase is told by its meaning only when it is all of the text', () => {
  expect(known.means('المزيد', 'more')).toBe(true);
  expect(known.means('المزيد من الأخبار السارة', 'more')).toBe(false);
  expect(known.means('المزيد', 'section')).toBe(false);
  expect(known.means('', 'more')).toBe(false);
});
