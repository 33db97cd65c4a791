import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { showOnGitHub } from '../../src/cli/github.ts';
import { defaultSettings } from '../../src/settings.ts';
import { reportOf } from '../report/html/report-for-tests.ts';
import { folderWith, pageAbout } from '../helpers/folder.ts';
import { runTool } from '../helpers/run-tool.ts';

test('--baseline fails when a run is worse than the one before, and says in what', () => {
  const page = pageAbout('Norwich');
  const folder = folderWith({ 'in/a.txt': page, 'in/b.txt': 'Quite another text about ships.' });
  const run = (...args: string[]) => runTool(['in', '-q', '--force', ...args], { cwd: folder });
  expect(run('-o', 'out').code).toBe(0);
  expect(run('-o', 'out', '--baseline', 'out/report.json')).toMatchObject({ code: 0, stderr: '' });
  writeFileSync(join(folder, 'in/b.txt'), page);
  writeFileSync(join(folder, 'in/c.txt'), '');
  writeFileSync(join(folder, 'in/d.txt'), Buffer.alloc(100));
  const worse = run('-n', '--baseline', 'out/report.json');
  expect(worse.code).toBe(1);
  expect(worse.stderr.split('\n').filter((line) => line.includes('gate failed'))).toEqual([
    'ghirbal: gate failed: 1 article stays, 2 in the baseline',
    'ghirbal: gate failed: 1 input is unusable, 0 in the baseline',
    'ghirbal: gate failed: 50.0 % of the articles are near-duplicates, 0.0 % in the baseline',
    'ghirbal: gate failed: 25.0 % of the pages are without an article, 0.0 % in the baseline',
  ]);
});

test('a baseline that is none ends the run before it begins', () => {
  const folder = folderWith({ 'in/a.txt': 'A page.', 'x.json': '{"totals": 1}', 'y.json': 'null' });
  for (const name of ['x.json', 'y.json', 'missing.json']) {
    const run = runTool(['in', '-n', '--baseline', name], { cwd: folder });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(`the baseline "${name}"`);
  }
});

test('--format github annotates files and writes the job summary', () => {
  const page = pageAbout('Norwich');
  const folder = folderWith({
    'in/a, 100%.txt': page,
    'in/b: copy.txt': page,
    'in/empty.txt': '',
    'in/r.jsonl': 'broken\n{}\n',
    'summary.md': 'Before.\n',
  });
  const run = runTool(['in', '--check', '-q', '--format', 'github'], {
    cwd: folder,
    env: { GITHUB_STEP_SUMMARY: join(folder, 'summary.md') },
  });
  expect(run.code).toBe(1);
  expect(run.stdout).toBe('');
  expect(run.stderr.split('\n').filter((line) => line.startsWith('::'))).toEqual([
    '::error title=Gate failed::1 page is a near-duplicate',
    '::error title=Gate failed::1 page holds no article',
    '::warning file=in/r.jsonl,line=1,title=Unusable input (not-json)::not JSON',
    '::warning file=in/r.jsonl,line=2,title=Unusable input (no-text)::no text in the field "text"',
    '::error file=in/b%3A copy.txt,title=Near-duplicate::a copy of a, 100%25.txt',
    '::error file=in/empty.txt,title=No article::empty',
  ]);
  const summary = readFileSync(join(folder, 'summary.md'), 'utf8');
  expect(summary.startsWith('Before.\n### ghirbal: 5 pages read\n\n- :x: 1 page ')).toBe(true);
  expect(summary).toContain('| removed | 1 | 20.0 % |');
});

test('no name or message can end an annotation or begin another', () => {
  const hostile = 'a\n::error::b\r,title=x:%0A';
  let written = '';
  const stderr = { write: (text: string) => (written += text) } as unknown as NodeJS.WriteStream;
  const report = reportOf('', {
    firstProblems: [{ source: hostile, line: 3, code: 'not-json', message: hostile }],
  });
  showOnGitHub(report, defaultSettings, [hostile], { env: {}, stderr: stderr as never });
  const lines = written.trimEnd().split('\n');
  expect(lines.slice(0, 2)).toEqual([
    '::error title=Gate failed::a%0A::error::b%0D,title=x:%250A',
    '::warning file=a%0A%3A%3Aerror%3A%3Ab%0D%2Ctitle=x%3A%250A,line=3,title=Unusable input (not-json)::a%0A::error::b%0D,title=x:%250A',
  ]);
});
