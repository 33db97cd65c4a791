import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../helpers/folder.ts';
import { runTool } from '../helpers/run-tool.ts';

const story = (day: string): string =>
  `Harbour ferry late\n\nThe ferry left the harbour late on ${day}, said the keeper of the pier, because fog had come in from the sea and nobody could see the lights of the other side.\n`;

/** A folder with two runs over the same two pages. */
function folderWithRuns(): string {
  const folder = folderWith({ 'pages/a.txt': story('Monday'), 'pages/b.txt': story('Monday') });
  runTool(['pages', '-o', 'before', '-q'], { cwd: folder });
  runTool(['pages', '-o', 'after', '-q', '--no-dedupe'], { cwd: folder });
  return folder;
}

test('two runs side by side: every outcome, and what was set otherwise', () => {
  const folder = folderWithRuns();
  const { code, stdout } = runTool(['report', '--compare', 'before', 'after'], { cwd: folder });
  expect(code).toBe(0);
  expect(stdout).toContain('              1              2             +1  cleaned\n');
  expect(stdout).toContain('              1              0             -1  removed\n');
  expect(stdout).toContain('  dedupe: true -> false\n');
});

test('with -o the same as a page, in words on the terminal all the same', () => {
  const folder = folderWithRuns();
  const given = ['report', '--compare', 'before', 'after'];
  const { code, stdout, stderr } = runTool([...given, '-o', 'changes.html'], { cwd: folder });
  expect([code, stderr]).toEqual([0, 'ghirbal: made "changes.html"\n']);
  expect(stdout).toBe(runTool(given, { cwd: folder }).stdout);
  const page = readFileSync(join(folder, 'changes.html'), 'utf8');
  expect(page).toContain('<title>ghirbal: two runs</title>');
  expect(page).toContain('<bdi>dedupe</bdi>');
});

test('the report of one run goes where -o says, too, and not where runs go', () => {
  const folder = folderWithRuns();
  const { code } = runTool(['report', 'before', '-o', 'elsewhere.html'], { cwd: folder });
  expect(code).toBe(0);
  expect(readFileSync(join(folder, 'elsewhere.html'))).toEqual(
    readFileSync(join(folder, 'before/report.html')),
  );
  const env = { GHIRBAL_OUTPUT: 'nowhere.html' };
  expect(runTool(['report', 'before', '-q'], { cwd: folder, env }).code).toBe(0);
  expect(existsSync(join(folder, 'nowhere.html'))).toBe(false);
});

test('a page is never written over a list', () => {
  const folder = folderWithRuns();
  const list = join(folder, 'before/cleaned.jsonl');
  const bytes = readFileSync(list);
  const { code, stderr } = runTool(['report', 'before', '-o', list], { cwd: folder });
  expect(code).toBe(2);
  expect(stderr).toContain('a report is written to a page');
  expect(readFileSync(list)).toEqual(bytes);
});
