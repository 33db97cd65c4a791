import { expect, test } from 'vitest';
import { sectionOf } from '../../src/split/section.ts';
import type { BlockKind, BlockRole } from '../../src/split/block.ts';
import { LineLabels } from '../../src/split/labels.ts';
import { KnownWords } from '../../src/split/known-words.ts';
import { Lexicon } from '../../src/split/lexicon.ts';
import { measured } from './lines.ts';

const known = new KnownWords(new Lexicon());

/** The section read off lines whose kinds and roles are given. */
function sectionIn(page: readonly (readonly [string, BlockKind, BlockRole | null])[]): string {
  const { page: scanned, lines } = measured(page.map(([text]) => text));
  const labels = new LineLabels(page.length);
  for (const [line, [, kind, role]] of page.entries()) labels.set(line, kind, role, 'model', 1);
  return sectionOf(scanned, { labels, lines, siteRows: new Int32Array(0), language: 'en' }, known);
}

const title = ['Ferry returns after winter repairs', 'title', null] as const;
const text = [
  'The ferry between the two islands runs again since Monday, the town said on its site.',
  'body',
  null,
] as const;

test('the short line above the headline is the section', () => {
  expect(sectionIn([['Island life', 'furniture', 'section'], title, text])).toBe('Island life');
});

test('a known name of a section counts before another line nearer to the headline', () => {
  expect(
    sectionIn([
      ['Politics', 'furniture', 'section'],
      ['Island life', 'furniture', 'section'],
      title,
      text,
    ]),
  ).toBe('Politics');
});

test('what lies far above, holds figures or marks, or is a known phrase of another kind is none', () => {
  const far = Array.from({ length: 4 }, () => ['…', 'furniture', 'other'] as const);
  expect(sectionIn([['Island life', 'furniture', 'section'], ...far, title, text])).toBe('');
  for (const line of ['13:19', '• pdf', 'Interviews (4)', 'Log out', 'Harbour > Island life']) {
    expect(sectionIn([[line, 'furniture', 'section'], title, text])).toBe('');
  }
});

test('a page without a headline, or a line below it, gives no section', () => {
  expect(sectionIn([['Island life', 'furniture', 'section'], text])).toBe('');
  expect(sectionIn([title, ['Island life', 'furniture', 'section'], text])).toBe('');
});

test('the last step of a path from the home page is the section, whatever the role of its line', () => {
  const sectionAt = (path: string): string =>
    sectionIn([
      ['Politics', 'furniture', 'section'],
      [path, 'furniture', 'navigation'],
      title,
      text,
    ]);
  expect(sectionAt('Home > News > Island life')).toBe('Island life');
  expect(sectionAt('الرئيسية » أخبار محلية')).toBe('أخبار محلية');
  expect(sectionAt('ホーム > 地域')).toBe('地域');
  expect(sectionAt('Home / Islands / Ferry returns after winter repairs')).toBe('Islands');
  expect(sectionAt('Home > Page 12')).toBe('Politics');
  expect(sectionAt('Home | News | Sport')).toBe('Politics');
  expect(sectionAt('Home > A > B > C > D')).toBe('Politics');
  expect(sectionAt('Home > Ferry returns after winter repairs')).toBe('Politics');
});
