import { describe, expect, test } from 'vitest';
import { ItemList, withoutLabel, withoutListMark } from '../../src/split/item-text.ts';
import { WordRuns, tagItems } from '../../src/split/tag-items.ts';
import { foldedWords, hashWord } from '../../src/text/fold.ts';

const runsOf = (text: string) => (): WordRuns =>
  new WordRuns(Int32Array.from(foldedWords(text), hashWord));
const none = runsOf('');

describe('tags of a line', () => {
  test.each([
    ['music, education, patrimony', ['music', 'education', 'patrimony']],
    ['مهرجان الخط، المدينة القديمة', ['مهرجان الخط', 'المدينة القديمة']],
    ['#ferry #harbour', ['ferry', 'harbour']],
    ['图书馆、江北新区', ['图书馆', '江北新区']],
    ['AC/DC | rock / metal', ['AC/DC', 'rock', 'metal']],
    ['Supreme Court', ['Supreme Court']],
  ])('are taken apart at separators: %s', (line, tags) => {
    expect(tagItems(line, true, none)).toEqual(tags);
  });

  test('without separators are runs of words that the article has', () => {
    const article = runsOf(
      'أعلن الجيش الإسرائيلي أن الشيخ تميم بن حمد وصل إلى القاهرة للقاء جو بايدن',
    );
    expect(tagItems('الجيش الإسرائيلي الشيخ تميم بن حمد القاهرة جو بايدن', true, article)).toEqual([
      'الجيش الإسرائيلي',
      'الشيخ تميم بن حمد',
      'القاهرة',
      'جو بايدن',
    ]);
  });

  test('leave words that the article does not have together', () => {
    const article = runsOf('The harbour ferry sails again');
    expect(tagItems('harbour ferry public transport', true, article)).toEqual([
      'harbour ferry',
      'public transport',
    ]);
  });

  test('set right behind each other are told apart by capitals', () => {
    const article = runsOf('Florida and New York wait for the Federal Reserve');
    expect(tagItems('FloridaFederal ReserveNew York', false, article)).toEqual([
      'Florida',
      'Federal Reserve',
      'New York',
    ]);
  });

  test('keep names with a capital inside', () => {
    expect(tagItems('YouTube', false, runsOf('a film on YouTube'))).toEqual(['YouTube']);
  });
});

test.each([
  ['• Museum sold', 'Museum sold'],
  ['3. Museum sold ›', 'Museum sold'],
  ['12) متحف', 'متحف'],
  ['5 sources tell of talks', '5 sources tell of talks'],
  ['--', ''],
])('list marks are stripped: %s', (line, item) => {
  expect(withoutListMark(line)).toBe(item);
});

test.each([
  ['المصدر: عربي21', 1, 'عربي21'],
  ['Read also: Museum sold: the facts', 2, 'Museum sold: the facts'],
  ['By Hannah Whitlock', 1, 'Hannah Whitlock'],
  ['来源：山城日报', 2, '山城日报'],
  ['Tags', 1, ''],
])('labels are stripped: %s', (line, words, rest) => {
  expect(withoutLabel(line, words)).toBe(rest);
});

test('items are kept once, in order, in the spelling that came first', () => {
  const list = new ItemList();
  for (const item of ['القاهرة', 'Café', 'القاهره', 'cafe', '12', '—']) list.add(item);
  expect(list.items).toEqual(['القاهرة', 'Café']);
});
