import { expect, test } from 'vitest';
import {
  addRepeated,
  countRepeated,
  type RepeatedLine,
  repeatedSummaries,
  type RepeatedTally,
} from '../../src/report/repeated-lines.ts';

const line = (text: string): RepeatedLine => ({ text, role: 'navigation', pages: 1 });

test('lines are counted by site, those on most pages first', () => {
  const parts = [0, 1, 2].map((part) => {
    const tally: RepeatedTally = new Map();
    countRepeated(tally, 'a.example', 7, () => line('Menu'));
    if (part > 0) countRepeated(tally, 'a.example', 9, () => line('About us'));
    countRepeated(tally, 'b.example', 7, () => line('Menu'));
    countRepeated(tally, 'b.example', 7, () => line('never asked for'));
    return tally;
  });
  const whole: RepeatedTally = new Map();
  for (const part of parts) addRepeated(whole, part);
  expect(repeatedSummaries(whole)).toEqual([
    { site: 'b.example', lines: [{ ...line('Menu'), pages: 6 }] },
    {
      site: 'a.example',
      lines: [
        { ...line('Menu'), pages: 3 },
        { ...line('About us'), pages: 2 },
      ],
    },
  ]);
});

test('parts that are added up first give the same', () => {
  const parts = Array.from({ length: 8 }, (_, part) => {
    const tally: RepeatedTally = new Map();
    for (let site = 0; site < 60; site++) {
      for (let at = 0; at < 20; at++)
        countRepeated(tally, `s${site * part}`, at * part, () => line(`line ${at * part}`));
    }
    return tally;
  });
  const [atOnce, halves]: RepeatedTally[] = [new Map(), new Map()];
  for (const part of parts) addRepeated(atOnce!, part);
  for (const half of [parts.slice(0, 4), parts.slice(4)]) {
    const whole: RepeatedTally = new Map();
    for (const part of half) addRepeated(whole, part, true);
    addRepeated(halves!, whole);
  }
  expect(atOnce!.size).toBe(200);
  expect(atOnce!.get('s0')!.size).toBe(60);
  expect(halves).toEqual(atOnce);
});

test('memory and the report are bounded, however many sites and lines there are', () => {
  const tally: RepeatedTally = new Map();
  for (let site = 0; site < 1000; site++) {
    const part: RepeatedTally = new Map();
    for (let at = 0; at < 100; at++) countRepeated(part, `s${site}`, at, () => line(`line ${at}`));
    addRepeated(tally, part);
  }
  expect(tally.size).toBe(200);
  expect(tally.get('s0')!.size).toBe(60);
  const shown = repeatedSummaries(tally);
  expect(shown).toHaveLength(20);
  for (const { lines } of shown) expect(lines).toHaveLength(8);
});
