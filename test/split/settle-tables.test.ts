import { expect, test } from 'vitest';
import { blockKinds, type BlockKind } from '../../src/split/block.ts';
import { settleTables } from '../../src/split/settle-tables.ts';
import { measured } from './lines.ts';

type Line = readonly [text: string, kind: BlockKind];

function settled(lines: readonly Line[]): BlockKind[] {
  const { page, lines: visible } = measured(lines.map(([text]) => text));
  const kinds = Uint8Array.from(lines, ([, kind]) => blockKinds.indexOf(kind));
  settleTables(page, visible, kinds);
  return Array.from(kinds, (kind) => blockKinds[kind]!);
}

const text: Line = [
  'Prices of homes rose in all but one of the months of the year, as the table shows.',
  'body',
];
const menu: Line = ['Contact us', 'furniture'];
const rows: readonly Line[] = [
  ['Month\tChange', 'furniture'],
  ['1/1/2013\t+12.8%', 'furniture'],
  ['1/2/2013\t+9.1%', 'related'],
];

test('a table above or below a line of the body is of the body', () => {
  const table = rows.map(([row]): Line => [row, 'furniture']);
  expect(settled([text, ...table, menu])).toEqual(['body', 'body', 'body', 'body', 'furniture']);
  expect(settled([menu, ...table, text])).toEqual(['furniture', 'body', 'body', 'body', 'body']);
  expect(settled([text, ...rows, text])).toEqual(Array(5).fill('body'));
});

test('a table among furniture, two rows, and lines with spaces stay what they were', () => {
  for (const page of [
    [menu, ...rows, menu],
    [text, ...rows.slice(1), menu],
    [text, ...rows.map(([row, kind]): Line => [row.replace('\t', ' '), kind]), menu],
    [text, ...rows.map(([row, kind]): Line => [`\t${row.replace('\t', ' ')}\t`, kind]), menu],
  ]) {
    expect(settled(page)).toEqual(page.map(([, kind]) => kind));
  }
});

test('menus between tabs are no tables, nor lists with bullets', () => {
  const menu3: Line[] = ['Home\tNews', 'Sport\tCulture', 'Terms\tPrivacy'].map((row) => [
    row,
    'furniture',
  ]);
  expect(settled([text, ...menu3])).toEqual(['body', ...menu3.map(() => 'furniture')]);
  const list: Line[] = rows.map(([row, kind]) => [`•\t${row}`, kind]);
  expect(settled([text, ...list, text])).toEqual([text, ...list, text].map(([, kind]) => kind));
});

test('rows with headlines are of the body only inside it', () => {
  const dated: Line[] = [
    '12 May\tMayor opens a school',
    '13 May\tTrains late',
    '14 May\tBridge closed',
  ].map((row) => [row, 'related']);
  expect(settled([text, ...dated])).toEqual(['body', ...dated.map(() => 'related')]);
  expect(settled([text, ...dated, text])).toEqual(Array(5).fill('body'));
});

test('titles and tags in a row with tabs are not touched', () => {
  const page: Line[] = [text, ['1\tValley', 'title'], ['2\tHill', 'tags'], rows[1]!];
  expect(settled(page)).toEqual(['body', 'title', 'tags', 'body']);
});
