import { expect, test } from 'vitest';
import type { BlockKind, BlockRole } from '../../src/split/block.ts';
import { rolesOf } from '../../src/split/roles.ts';
import { measured } from './lines.ts';

const prose =
  'The council met on Tuesday evening and decided, after a long debate, to keep the library open on Sundays.';

/** Roles of lines given with their kinds. */
function rolesIn(rows: readonly (readonly [BlockKind, string])[]): (BlockRole | null)[] {
  const { page, lines } = measured(rows.map(([, text]) => text));
  const kinds = rows.map(([kind]) => kind);
  return rolesOf(page, lines, kinds);
}

test('what stands between title and body is byline, date and share bar', () => {
  expect(
    rolesIn([
      ['title', 'Library stays open'],
      ['furniture', 'By Hannah Whitlock'],
      ['furniture', '12 March 2024'],
      ['furniture', 'Share this article'],
      ['body', prose],
    ]),
  ).toEqual([null, 'byline', 'date', 'share', null]);
});

test('short lines in a row are a menu, names of sections among them too', () => {
  const menu = ['Home', 'Sport', 'Business', 'Culture', 'Travel'];
  expect(rolesIn(menu.map((text) => ['furniture', text] as const))).toEqual(
    menu.map(() => 'navigation'),
  );
});

test('what stands under the heading of the comments is of them', () => {
  expect(
    rolesIn([
      ['body', prose],
      ['furniture', '4 comments'],
      ['furniture', 'Mark'],
      ['furniture', prose],
    ]),
  ).toEqual([null, 'comment', 'comment', 'comment']);
});

test('lists and subheadings of the body are told', () => {
  expect(
    rolesIn([
      ['body', prose],
      ['body', 'What was decided'],
      ['body', '- open on Sundays'],
      ['body', '- closed on Mondays'],
      ['body', 'And the money'],
      ['body', prose],
    ]),
  ).toEqual([null, 'subheading', 'list', 'list', 'subheading', null]);
});

test('a second article has a heading, a title, text and a source', () => {
  expect(
    rolesIn([
      ['embedded', 'Read also:'],
      ['embedded', 'Sources: library to close'],
      ['embedded', prose],
      ['embedded', 'Source: Valley News'],
    ]),
  ).toEqual(['heading', 'title', 'body', 'attribution']);
});

test('the number of a story is no source', () => {
  expect(rolesIn([['furniture', 'کد خبر: ۱۲۳۴۵۶']])).toEqual(['other']);
});
