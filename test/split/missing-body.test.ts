import { expect, test } from 'vitest';
import { blockKinds, type BlockKind } from '../../src/split/block.ts';
import { kindCount } from '../../src/split/line-model.ts';
import { findMissingBody } from '../../src/split/missing-body.ts';
import { all, measured } from './lines.ts';

const body = blockKinds.indexOf('body');

/** Kinds of the lines afterwards, when the model thinks body as likely as stated. */
function found(
  texts: readonly string[],
  kinds: readonly BlockKind[],
  probability: number | readonly number[],
): BlockKind[] {
  const { lines } = measured(texts);
  const scores = new Float32Array(texts.length * kindCount).fill(-9);
  for (const k of texts.keys()) {
    const own = typeof probability === 'number' ? probability : probability[k]!;
    scores[k * kindCount + body] = Math.log(own);
  }
  const result = [...kinds];
  findMissingBody(lines, scores, result);
  return result;
}

const verse = [
  'The harbour lights are low tonight',
  'and no one walks along the quay',
  'the gulls have folded up their flight',
  'the nets are drying by the sea',
  'my father mended them with twine',
  'and sang of winters on the ice',
  'his hands were older once than mine',
  'he never told a story twice',
];

test('even lines that could be an article are the body of a page that has none', () => {
  expect(found(verse, all('furniture', 8), 0.2)).toEqual(all('body', 8));
});

test('verse ends where a menu begins', () => {
  const page = ['Home', 'Contact us', ...verse, 'About this site'];
  expect(found(page, all('furniture', 11), 0.2)).toEqual([
    ...all('furniture', 2),
    ...all('body', 8),
    'furniture',
  ]);
});

test('lines that are too few, uneven, listed or unlikely are no verse', () => {
  const furniture = all('furniture', 8);
  expect(found(verse.slice(1), furniture.slice(1), 0.19)).toEqual(furniture.slice(1));
  expect(found(verse, furniture, 0.05)).toEqual(furniture);
  const listed = verse.map((line) => `• ${line}`);
  expect(found(listed, furniture, 0.19)).toEqual(furniture);
  const uneven = verse.map((line, at) =>
    at % 2 === 0 ? line : line.split(' ').slice(0, 3).join(' '),
  );
  expect(found(uneven, furniture, 0.19)).toEqual(furniture);
});

test('a page that has paragraphs keeps its furniture', () => {
  const paragraph =
    'The ferry between the two islands runs again since Monday, the town said on its site, and takes cars as before.';
  const kinds: BlockKind[] = ['body', ...all('furniture', 8)];
  expect(found([paragraph, ...verse], kinds, 0.9)).toEqual(kinds);
});

test('verses between some that are body already are found, too', () => {
  const kinds = verse.map((_, at): BlockKind => (at % 3 === 1 ? 'body' : 'related'));
  expect(found(verse, kinds, 0.2)).toEqual(all('body', 8));
  expect(found(verse.slice(1), kinds.slice(1), 0.2)).toEqual(kinds.slice(1));
});

test('without verse the likeliest paragraph is the body, if it is not unlikely', () => {
  const page = [
    'Home',
    'The pool is closed for repairs until the second week of March',
    'Tickets bought before that day are valid all through the summer',
    'Contact',
  ];
  const furniture = all('furniture', 4);
  expect(found(page, furniture, [0.5, 0.3, 0.4, 0.5])).toEqual([
    'furniture',
    'furniture',
    'body',
    'furniture',
  ]);
  expect(found(page, furniture, [0.5, 0.1, 0.1, 0.5])).toEqual(furniture);
});

test('sentences taken for the headline are the body of a page without another', () => {
  const notice =
    'The pool is closed. It opens again in March, when the new tiles are laid and the water is warm, the town said.';
  expect(found(['Home', notice], ['furniture', 'title'], 0.1)).toEqual(['furniture', 'body']);
});
