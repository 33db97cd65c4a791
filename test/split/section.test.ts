import { expect, test } from 'vitest';
import { sectionOf } from '../../src/split/section.ts';
import type { BlockKind, BlockRole } from '../../src/split/block.ts';
import { LineLabels } from '../../src/split/labels.ts';
import { measured } from './lines.ts';

/** The section read off lines whose kinds and roles are given. */
function sectionIn(page: readonly (readonly [string, BlockKind, BlockRole | null])[]): string {
  const { page: scanned, lines } = measured(page.map(([text]) => text));
  const labels = new LineLabels(page.length);
  for (const [line, [, kind, role]] of page.entries()) labels.set(line, kind, role, 'model', 1);
  return sectionOf(scanned, { labels, lines, siteRows: new Int32Array(0), language: 'en' });
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
  for (const line of ['13:19', '• pdf', 'Interviews (4)', 'Log out', 'Home > Island life']) {
    expect(sectionIn([[line, 'furniture', 'section'], title, text])).toBe('');
  }
});

test('a page without a headline, or a line below it, gives no section', () => {
  expect(sectionIn([['Island life', 'furniture', 'section'], text])).toBe('');
  expect(sectionIn([title, ['Island life', 'furniture', 'section'], text])).toBe('');
});
