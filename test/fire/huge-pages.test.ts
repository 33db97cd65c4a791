import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HugeTurn } from '../../src/run/huge-turn.ts';
import { folderWith, pageAbout } from '../helpers/folder.ts';
import { outputOf } from '../helpers/output-of.ts';
import { runTool } from '../helpers/run-tool.ts';

test('huge pages and records nested beyond reason come out the same from one thread and from three', () => {
  const files: Record<string, string> = {};
  // Files of records come first, and so much of them is prepared before threads start.
  const pad = 'x'.repeat(200_000);
  for (let at = 0; at < 12; at++) {
    const nested = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    const deep = `{"id":"deep","text":"t","in":${nested}}`;
    files[`in/a${at}.jsonl`] =
      `${JSON.stringify({ text: pageAbout(`Record ${at}`), pad })}\n${deep}\n`;
  }
  for (let at = 0; at < 40; at++) {
    // Longer than a page that threads prepare side by side, and quickly prepared.
    const rest = at % 8 === 3 ? `\n${'w'.repeat(2 ** 21)}\n` : '';
    files[`in/z/${at}.txt`] = pageAbout(`Page ${at}`) + rest;
  }
  const cwd = folderWith(files);
  const [one, three] = ['1', '3'].map((jobs) => {
    const run = runTool(['in', '-o', jobs, '-j', jobs, '-q', '--no-dedupe'], { cwd });
    expect(run.code).toBe(3);
    return outputOf(join(cwd, jobs));
  });
  expect(one!['problems.jsonl']!.split('nested deeper than 200 levels').length - 1).toBe(12);
  expect(three).toEqual(one);
});

test('a turn is given back by a step that fails, and freed for a thread that is gone', () => {
  const state = HugeTurn.newState();
  const turn = new HugeTurn(state);
  expect(turn.during(() => state[0])).toBe(1);
  expect(() =>
    turn.during(() => {
      throw new Error('torn');
    }),
  ).toThrow('torn');
  expect(state[0]).toBe(0);
  Atomics.store(state, 0, 1);
  HugeTurn.free(state);
  expect(turn.during(() => 'done')).toBe('done');
});
