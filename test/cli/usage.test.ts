import { expect, test } from 'vitest';
import { similarName } from '../../src/cli/similar-name.ts';
import { folderWith, pageAbout } from '../helpers/folder.ts';
import { runShell, runTool } from '../helpers/run-tool.ts';

const names = ['split', 'explain', 'dedupe', 'compare', 'report', 'help'];

test.each([
  ['splt', 'split'],
  ['spilt', 'split'],
  ['dedup', 'dedupe'],
  ['expalin', 'explain'],
  ['compair', 'compare'],
  ['scraped', null],
  ['out', null],
  ['', null],
])('%j is taken for %j', (written, meant) => {
  expect(similarName(written, names)).toBe(meant);
});

test('a misspelt command gets a suggestion, unless a file or folder has its name', () => {
  const folder = folderWith({ 'page.txt': pageAbout('Norwich'), 'splt/a.txt': pageAbout('Ulm') });
  const run = runTool(['dedup', 'page.txt'], { cwd: folder });
  expect(run.code).toBe(2);
  expect(run.stderr).toContain('Did you mean "ghirbal dedupe"?');
  expect(runTool(['splt', '-n', '-q'], { cwd: folder }).code).toBe(0);
});

test('a misspelt option gets a suggestion', () => {
  const run = runTool(['--treshold', '0.5']);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain('Did you mean --threshold?');
});

test('no input at all is a mistake; an empty page is a page', () => {
  const folder = folderWith({});
  for (const line of ['ghirbal < /dev/null', 'ghirbal <&-', 'ghirbal split < /dev/null']) {
    const run = runShell(line, [], { cwd: folder });
    expect([line, run.code]).toEqual([line, 2]);
    expect(run.stderr).toContain('no input is named');
  }
  const piped = runShell('printf "" | ghirbal -o - --json -n', [], { cwd: folder });
  expect(piped.code).toBe(0);
  expect(JSON.parse(piped.stdout)).toMatchObject({ rejections: { empty: 1 } });
});
