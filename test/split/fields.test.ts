import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { split } from '../../src/split/split.ts';

const read = (name: string): string =>
  readFileSync(new URL(`../pages/${name}.txt`, import.meta.url), 'utf8');

test('the fields of a news page are clean', () => {
  const page = split(read('english-news'));
  expect(page.title).toBe('Harbour ferry returns to service after winter repairs');
  expect(page.byline).toBe('Hannah Whitlock');
  expect(page.tags).toEqual(['Ferries', 'Harbour', 'Public transport']);
  expect(page.related).toEqual([
    'Bridge tolls to rise for the third year in a row',
    'Fishermen protest against plans for a new marina',
    'Storm damage leaves coastal path closed until May',
  ]);
});

test('bullets and labels are stripped from Arabic lists', () => {
  const page = split(read('arabic-news'));
  expect(page.byline).toBe('سامر العلي');
  expect(page.attribution).toBe('وكالة الأنباء المحلية');
  expect(page.tags).toEqual(['ميناء الرمال', 'التجارة', 'الشحن البحري', 'غرفة التجارة']);
  expect(page.related[1]).toBe('البنك المركزي يعلن تثبيت سعر الفائدة حتى نهاية العام');
});

test('a second article has its own title and text, and tags without separators are taken apart', () => {
  const page = split(read('two-articles'));
  expect(page.embedded).toHaveLength(1);
  expect(page.embedded[0]!.title).toBe('منتخب كرة السلة يتأهل إلى نهائيات كأس آسيا بعد فوز صعب');
  expect(page.embedded[0]!.text.split('\n')).toHaveLength(3);
  expect(page.tags).toEqual([
    'مهرجان الخط العربي',
    'المدينة القديمة',
    'المعرض الرئيسي',
    'ليلى الحسني',
  ]);
});

const listOf = (...items: string[]): readonly string[] =>
  split([news, '', 'Related articles', ...items.map((item) => `• ${item}`)].join('\n')).related;
const news = read('english-news').split('Related')[0]!;

test('related headlines keep their first word, their figures and their quotation marks', () => {
  const items = [
    'Interview with the harbour master on a long winter',
    '5 women who changed the coast for good in May',
    'Ferry to the isles is «as good as new»',
    'Who pays for the new bridge that the town wants, and who will be the one to sail under it?',
  ];
  expect(listOf(...items)).toEqual(items);
});

test('HTML entities in fields are read', () => {
  expect(listOf('The harbour&#x27;s new pier', 'Storm &amp; damage on the coast')).toEqual([
    "The harbour's new pier",
    'Storm & damage on the coast',
  ]);
  const page = split(
    news.replace('ferry returns', 'ferry&#039;s return').replace('Whitlock', 'O&#39;Hara'),
  );
  expect(page.title).toBe("Harbour ferry's return to service after winter repairs");
  expect(page.byline).toBe("Hannah O'Hara");
});

test('the date between related headlines is not one of them, a headline that names a month is', () => {
  expect(listOf('Bridge tolls to rise again', '3 May 2020', '5 boats to see in May')).toEqual([
    'Bridge tolls to rise again',
    '5 boats to see in May',
  ]);
});
