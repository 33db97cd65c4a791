import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { InputError, UsageError } from '../../src/errors.ts';
import type { Report } from '../../src/report/report.ts';
import { clean } from '../../src/run/clean.ts';
import { folderWith, pageAbout } from '../helpers/folder.ts';

const files = {
  'a.txt': pageAbout('Norwich'),
  'b.txt': pageAbout('Norwich'),
  'c.txt': 'unlike any other: a note on the price of bread in the old market this week, and why',
  'd.txt': '',
};

test('articles come in input order and the report adds up', async () => {
  let report: Report | undefined;
  const ids: string[] = [];
  const onReport = (given: Report) => (report = given);
  for await (const { id } of clean([folderWith(files)], { onReport, minWords: 5 })) ids.push(id);
  expect(ids[0]).toBe('a.txt');
  expect(ids).not.toContain('b.txt');
  const { totals } = report!;
  expect(totals.inputs.documents).toBe(4);
  expect(totals.removed.documents).toBe(1);
});

test('articles inside pages are counted, whatever becomes of them', async () => {
  const seeds = fileURLToPath(new URL('../../seeds', import.meta.url));
  for (const embedded of ['keep', 'drop', 'emit'] as const) {
    let report: Report | undefined;
    const onReport = (given: Report) => (report = given);
    for await (const { id } of clean([seeds], { onReport, embedded })) expect(id).not.toBe('');
    expect([embedded, report!.embeddedArticles]).toEqual([embedded, 3]);
  }
});

test('a reader may leave early', async () => {
  const ids: string[] = [];
  for await (const { id } of clean([folderWith(files)], { dedupe: false })) {
    ids.push(id);
    break;
  }
  expect(ids).toEqual(['a.txt']);
});

test('what cannot work is said at the first step', async () => {
  await expect(clean(['/nowhere/at/all']).next()).rejects.toThrow(InputError);
  await expect(clean([folderWith(files)], { threshold: 2 }).next()).rejects.toThrow(UsageError);
});
