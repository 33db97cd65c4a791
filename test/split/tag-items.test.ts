import { describe, expect, test } from 'vitest';
import {
  ItemList,
  withoutClosedLabel,
  withoutLabel,
  withoutListMark,
} from '../../src/split/item-text.ts';
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

  test('leave out a menu: an unknown run that is long or says a word twice', () => {
    const article = runsOf('قال البيت الأبيض إن بايدن يتابع صفقة غزة');
    const menu = 'سياسة اقتصاد رياضة مقالات صحافة أفكار عالم الفن';
    expect(tagItems(`${menu} البيت الأبيض بايدن`, true, article)).toEqual([
      'البيت الأبيض',
      'بايدن',
    ]);
    expect(tagItems('سياسة سياسة دولية سياسة البيت الأبيض', true, article)).toEqual([
      'البيت الأبيض',
    ]);
  });

  test('are no function words, and a long phrase of the article is taken apart at them', () => {
    const caption = 'الرئيس جو بايدن مع أمير قطر الشيخ تميم';
    const words = new Set(['مع', 'في'].map((word) => hashWord(foldedWords(word)[0]!)));
    expect(
      tagItems(`${caption} دبلوماسية في القاهرة`, true, runsOf(`${caption} في القاهرة`), (word) =>
        words.has(word),
      ),
    ).toEqual(['الرئيس جو بايدن', 'أمير قطر الشيخ تميم', 'دبلوماسية', 'القاهرة']);
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
  ['» Museum sold »', 'Museum sold'],
  ['« متحف للبيع', 'متحف للبيع'],
  ['Museum sold -', 'Museum sold'],
  ['* Museum sold', 'Museum sold'],
  ['» Report on «Museum» »', 'Report on «Museum»'],
])('list marks are stripped: %s', (line, item) => {
  expect(withoutListMark(line)).toBe(item);
});

test.each([
  '«التوسع الأطلسي»',
  'عـراب الإفـك «2»',
  '»Mutter« verkauft ihr »Museum«',
  '‹Museum› sold to ‹friends›',
  '*Exclusive* report on the museum',
])('quotation marks and emphasis with a partner in the item are kept: %s', (item) => {
  expect(withoutListMark(item)).toBe(item);
});

test('marks without end are stripped in linear time', () => {
  for (const mark of ['»', '*', '«', '- ', '•', '›', '*a ']) {
    const started = performance.now();
    withoutListMark(mark.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(1000);
  }
});

test.each([
  ['Read also: Museum sold: the facts', 2, 'Museum sold: the facts'],
  ['اقرأ أيضا | متحف للبيع', 2, 'متحف للبيع'],
  ['حوار واشنطن والقاهرة', 1, 'حوار واشنطن والقاهرة'],
  ['Related fears: the facts', 1, 'Related fears: the facts'],
])('labels are stripped where a colon or bar closes them: %s', (line, words, rest) => {
  expect(withoutClosedLabel(line, words)).toBe(rest);
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
