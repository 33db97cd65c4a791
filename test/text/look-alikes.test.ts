import { expect, test } from 'vitest';
import { Analyser } from '../../src/text/analyse.ts';
import { readLookAlikes } from '../../src/text/look-alikes.ts';

test('letters of the other script are read as those they look like', () => {
  expect(readLookAlikes('Thе рrime ministеr')).toBe('The prime minister');
  expect(readLookAlikes('cтоимоcть, Mоcква')).toBe('стоимость, Москва');
});

test('words that mix scripts on purpose, or not at all, stay as they are', () => {
  for (const line of [
    'Москва и Paris',
    'IT-специалист',
    'Яндекс.Go',
    'интернет-dealerы',
    'сор cop',
  ])
    expect(readLookAlikes(line)).toBe(line);
});

test('a page is compared by what its letters look like', () => {
  const words = (text: string): number[] => {
    const { meant } = new Analyser().analyse(new TextEncoder().encode(text));
    return [...meant.words.subarray(0, meant.wordCount)];
  };
  expect(words('Thе рrіme ministеr sрoke')).toEqual(words('The prime minister spoke'));
});
