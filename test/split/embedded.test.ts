import { expect, test } from 'vitest';
import { findEmbedded } from '../../src/split/embedded.ts';
import { measured } from './lines.ts';

const harbour = [
  'The harbour ferry carried its first passengers in four months on Tuesday, after both engines had been replaced.',
  'The operator said that the harbour ferry would run every twenty minutes from Monday on, and later in the summer.',
];
const glass = [
  'The furnaces of the oldest glassworks in the valley are burning again for the first time in sixty years.',
  'Four young glassblowers have rented the hall of the glassworks, and they began to sell vases there last week.',
];
const find = (texts: readonly string[]): object[] => {
  const { page, lines } = measured(texts);
  return findEmbedded(page, lines);
};

test('a heading, a headline and prose after the source line are a second article', () => {
  const page = [
    ...harbour,
    'Source: Harbour Herald',
    'Read also:',
    'Glassworks reopened',
    ...glass,
  ];
  expect(find(page)).toEqual([{ heading: 3, title: 4, end: 7, isApart: true }]);
});

test('after the source line a heading and a paragraph are a second article without a headline', () => {
  const paragraph = `${glass[0]} ${glass[1]}`;
  const page = [...harbour, 'Source: Harbour Herald', 'Read also:', paragraph, glass[1]!];
  expect(find(page)).toEqual([{ heading: 3, title: 4, end: 6, isApart: true }]);
  expect(find([...harbour, 'Read also:', paragraph, glass[1]!])).toEqual([]);
});

test('headlines without prose are no article', () => {
  const page = [...harbour, 'Read also:', 'Glassworks reopened', 'Museum sold', 'Trains late'];
  expect(find(page)).toEqual([]);
});

test('a headline in the middle of an article that goes on is no second article', () => {
  const page = [harbour[0]!, 'Read also:', 'New engines for the harbour ferry', harbour[1]!];
  expect(find(page)).toEqual([]);
});

test('a second article ends where a list of others begins', () => {
  const page = [...harbour, 'Tags: ferry', 'Read also:', 'Glassworks reopened', ...glass];
  expect(find([...page, 'Related articles', 'Museum sold', 'Trains late'])).toEqual([
    { heading: 3, title: 4, end: 7, isApart: true },
  ]);
});

test('a source line after a second article is part of it when the first one has named its own', () => {
  const second = ['Read also:', 'Glassworks reopened', ...glass, 'Source: Valley News'];
  expect(find([...harbour, 'Source: Harbour Herald', ...second])).toMatchObject([{ end: 8 }]);
  expect(find([...harbour, 'Tags: ferry', ...second])).toMatchObject([{ end: 7 }]);
});
