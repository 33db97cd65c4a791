import { expect, test } from 'vitest';
import type { BlockKind } from '../../src/split/block.ts';
import { LineLabels } from '../../src/split/labels.ts';
import { titleOf } from '../../src/split/title-text.ts';
import { measured } from './lines.ts';

function titleIn(page: readonly (readonly [text: string, kind: BlockKind])[]): string {
  const { page: scanned, lines } = measured(page.map(([text]) => text));
  const labels = new LineLabels(page.length);
  for (const [line, [, kind]] of page.entries()) labels.set(line, kind, null, 'model', 1);
  return titleOf(scanned, { labels, lines, siteRows: new Int32Array(0), language: 'en' });
}

const site = ['City Gazette', 'furniture'] as const;

test.each([' | ', ' - ', ' – ', ' » ', '»'])(
  'the name of the site behind "%s" is left out',
  (mark) => {
    const title = `Ferry returns after winter repairs${mark}City Gazette`;
    expect(titleIn([site, [title, 'title']])).toBe('Ferry returns after winter repairs');
  },
);

test('what stands nowhere else by itself is of the headline', () => {
  const title = 'Ferry returns after winter repairs - City Gazette';
  expect(
    titleIn([
      ['Harbour News', 'furniture'],
      [title, 'title'],
    ]),
  ).toBe(title);
  expect(
    titleIn([
      ['City Gazette', 'body'],
      [title, 'title'],
    ]),
  ).toBe(title);
  expect(
    titleIn([
      ['The City Gazette', 'furniture'],
      [title, 'title'],
    ]),
  ).toBe(title);
});

test('short headlines and long names are left whole', () => {
  const short = 'Ferry returns - City Gazette';
  expect(titleIn([site, [short, 'title']])).toBe(short);
  const name = 'the oldest paper of the coast';
  const long = `Ferry returns after winter repairs | ${name}`;
  expect(
    titleIn([
      [name, 'furniture'],
      [long, 'title'],
    ]),
  ).toBe(long);
  expect(
    titleIn([
      ['***', 'furniture'],
      ['Ferry returns after winter repairs | ***', 'title'],
    ]),
  ).toBe('Ferry returns after winter repairs | ***');
});

test('a page without a headline has no title', () => {
  expect(titleIn([site])).toBe('');
});
