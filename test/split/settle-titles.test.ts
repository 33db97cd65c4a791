import { expect, test } from 'vitest';
import { blockKinds, type BlockKind } from '../../src/split/block.ts';
import { kindCount } from '../../src/split/line-model.ts';
import { settleTitles } from '../../src/split/settle-titles.ts';
import { measured } from './lines.ts';

const title = blockKinds.indexOf('title');
const furniture = blockKinds.indexOf('furniture');

type Page = readonly (readonly [text: string, probability: number])[];

/** Numbers of the lines that are titles in the end. */
function titles(page: Page): number[] {
  const kinds = settled(page);
  return [...kinds.keys()].filter((k) => kinds[k] === 'title');
}

/** Kinds in the end of lines that are titles with these probabilities, or else furniture, and of text below. */
function settled(page: Page, text: readonly string[] = []): BlockKind[] {
  const { page: scanned, lines } = measured([...page.map(([line]) => line), ...text]);
  const scores = new Float32Array(lines.count * kindCount).fill(-9);
  const kinds = new Uint8Array(lines.count).fill(blockKinds.indexOf('body'));
  for (const [k, [, probability]] of page.entries()) {
    scores[k * kindCount + title] = Math.log(probability);
    scores[k * kindCount + furniture] = Math.log(1 - probability);
    kinds[k] = probability > 0.5 ? title : furniture;
  }
  settleTitles(scanned, lines, scores, kinds);
  return Array.from(kinds, (kind) => blockKinds[kind]!);
}

const kicker = 'Coastal towns';
const headline = 'Old harbour to close for repairs until spring';
const dek =
  'The pier is unsafe since the storms of last winter, and the council found no money to mend it before now';

test('a page has one headline, the likeliest line, and none when no line is likely', () => {
  const far = ['a', 'b', 'c'].map((text): [string, number] => [text, 0.01]);
  const other: [string, number] = ['Ferry timetable changes again in June', 0.6];
  expect(titles([other, ...far, [headline, 0.9]])).toEqual([4]);
  expect(titles([[headline, 0.25]])).toEqual([]);
});

test('lines that nearly say the same as the headline are titles too', () => {
  expect(
    titles([
      [`${headline} today`, 0.25],
      [headline, 0.9],
    ]),
  ).toEqual([0, 1]);
});

test('the headline stands below a kicker of a few words, where it is likely by itself', () => {
  expect(
    titles([
      [kicker, 0.9],
      [headline, 0.4],
    ]),
  ).toEqual([1]);
  expect(
    titles([
      [kicker, 0.9],
      [headline, 0.2],
    ]),
  ).toEqual([0]);
  const far = ['a', 'b', 'c'].map((text): [string, number] => [text, 0.01]);
  expect(titles([[kicker, 0.9], ...far, [headline, 0.4]])).toEqual([0]);
  expect(
    titles([
      ['Harbour closes early', 0.9],
      ['And opens late too', 0.4],
    ]),
  ).toEqual([0]);
});

test('the headline stands above a longer line that tells the story, where it is nearly as likely', () => {
  expect(
    titles([
      [headline, 0.6],
      [dek, 0.9],
    ]),
  ).toEqual([0]);
  expect(
    titles([
      [headline, 0.4],
      [dek, 0.9],
    ]),
  ).toEqual([1]);
  expect(
    titles([
      ['In the harbour', 0.6],
      [dek, 0.9],
    ]),
  ).toEqual([1]);
});

const story =
  'The pier of the old harbour will stay closed until spring, the council of the town decided on Monday evening.';

test('a long line right below the headline that might be one is of the body, if that follows', () => {
  const page: Page = [
    [headline, 0.9],
    [dek, 0.8],
  ];
  expect(settled(page, [story])).toEqual(['title', 'body', 'body']);
  expect(settled(page)).toEqual(['title', 'furniture']);
  const second: Page = [
    [headline, 0.9],
    ['Council found no money to mend the pier', 0.8],
  ];
  expect(settled(second, [story])).toEqual(['title', 'furniture', 'body']);
  const far = ['a', 'b', 'c'].map((text): [string, number] => [text, 0.01]);
  expect(settled([[headline, 0.9], ...far, [dek, 0.8]], [story])[4]).toBe('furniture');
});
