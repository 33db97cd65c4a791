import { expect, test } from 'vitest';
import { findRepeats } from '../../src/split/repeats.ts';
import { all, measured } from './lines.ts';

const first =
  'The river authority has warned that the water may rise by up to two metres at the weekend in the valley.';
const other =
  'Farmers were asked to move their animals from the meadows below the weir before Friday evening comes.';
const repeatsOf = (texts: readonly string[]): number[] => {
  const { page, lines, matrix } = measured(texts);
  return [...findRepeats(page, lines, all('body', lines.count), matrix)];
};

test('a paragraph said twice repeats where it stands the second time', () => {
  expect(repeatsOf([first, other, first])).toEqual([2]);
});

test('so does one with a word before it and a word changed', () => {
  expect(repeatsOf([first, other, `Meanwhile ${first.replace('weekend', 'holiday')}`])).toEqual([
    2,
  ]);
});

test('a paragraph that shares a sentence with an earlier one does not', () => {
  expect(repeatsOf([first, `${other} ${first}`, other])).toEqual([2]);
});

test('short lines may stand twice', () => {
  expect(repeatsOf([first, 'Row, row, row your boat', other, 'Row, row, row your boat'])).toEqual(
    [],
  );
});

test('only paragraphs of the body are looked at', () => {
  const { page, lines, matrix } = measured([first, other, first]);
  expect(findRepeats(page, lines, ['furniture', 'body', 'body'], matrix)).toEqual(new Set());
});
