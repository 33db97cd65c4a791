import { expect, test } from 'vitest';
import { blockKinds, type BlockKind } from '../../src/split/block.ts';
import { kindCount } from '../../src/split/line-model.ts';
import { settleFacts } from '../../src/split/settle-facts.ts';
import { measured } from './lines.ts';

const body = blockKinds.indexOf('body');

/** Kinds of the lines afterwards, when the model thinks body as likely as stated on all of them. */
function settled(
  page: readonly (readonly [string, BlockKind])[],
  probability: number,
): BlockKind[] {
  const { lines } = measured(page.map(([text]) => text));
  const scores = new Float32Array(page.length * kindCount).fill(-9);
  for (const k of page.keys()) scores[k * kindCount + body] = Math.log(probability);
  const kinds = Uint8Array.from(page, ([, kind]) => blockKinds.indexOf(kind));
  settleFacts(lines, scores, kinds);
  return Array.from(kinds, (kind) => blockKinds[kind]!);
}

const title: [string, BlockKind] = ['Tides at the old harbour this weekend', 'title'];
const rows: [string, BlockKind][] = [
  ['First high tide: 4:52', 'furniture'],
  ['First low tide: 10:12', 'furniture'],
  ['Second high tide: 17:20', 'furniture'],
];
const text: [string, BlockKind] = [
  'The harbour office asks all who sail on these days to keep clear of the pier and of the fishing boats.',
  'body',
];

test('rows of figures that lead up to a paragraph are of the body', () => {
  expect(settled([title, ...rows, text], 0.15)).toEqual(['title', 'body', 'body', 'body', 'body']);
});

test('rows stay furniture where the model thinks so, where they are few, and away from text', () => {
  const kindsOf = (page: readonly (readonly [string, BlockKind])[]): BlockKind[] =>
    page.map(([, kind]) => kind);
  const unlikely = [title, ...rows, text];
  expect(settled(unlikely, 0.05)).toEqual(kindsOf(unlikely));
  const few = [title, ...rows.slice(1), text];
  expect(settled(few, 0.15)).toEqual(kindsOf(few));
  const below = [title, text, ...rows];
  expect(settled(below, 0.15)).toEqual(kindsOf(below));
});

test('a date, a counter and a byline are no rows: they are not alike', () => {
  const page: [string, BlockKind][] = [
    title,
    ['3 May 2020, last seen at 12:30 by all of us', 'furniture'],
    ['1204 views', 'furniture'],
    ['Jane Miller', 'furniture'],
    text,
  ];
  expect(settled(page, 0.15)).toEqual(page.map(([, kind]) => kind));
});
