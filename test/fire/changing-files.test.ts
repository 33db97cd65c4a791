import { execFileSync } from 'node:child_process';
import fs, {
  appendFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, pageAbout } from '../helpers/folder.ts';
import { runHere } from '../helpers/run-here.ts';
import type { ToolRun } from '../helpers/run-tool.ts';

/** Runs the tool; when it opens `a.txt`, the first page, something is done to the others. */
async function runChanging(cwd: string, change: () => void): Promise<ToolRun> {
  const { openSync } = fs;
  let isDone = false;
  fs.openSync = (path, ...others) => {
    if (!isDone && String(path).endsWith('/a.txt')) {
      isDone = true;
      change();
    }
    return openSync(path, ...others);
  };
  syncBuiltinESMExports();
  try {
    return await runHere([
      join(cwd, 'pages'),
      '-o',
      join(cwd, 'out'),
      '--no-dedupe',
      '-j',
      '1',
      '-q',
    ]);
  } finally {
    fs.openSync = openSync;
    syncBuiltinESMExports();
  }
}

const secret = 'The secret of the outside is the word rhododendron and nothing but that word.\n';

const changes: readonly (readonly [string, number, (page: string, cwd: string) => void])[] = [
  ['vanishes', 3, (page) => rmSync(page)],
  ['grows', 0, (page) => appendFileSync(page, `${pageAbout('Grown')}\n`.repeat(1000))],
  ['shrinks', 0, (page) => truncateSync(page, 40)],
  ['is emptied', 0, (page) => truncateSync(page, 0)],
  ['becomes a link', 3, (page, cwd) => (rmSync(page), symlinkSync(join(cwd, 'secret.txt'), page))],
  ['becomes a folder', 3, (page) => (rmSync(page), mkdirSync(page))],
  ['becomes a pipe', 3, (page) => (rmSync(page), void execFileSync('mkfifo', [page]))],
  ['becomes a file of zeros', 3, (page) => writeFileSync(page, new Uint8Array(500))],
  ['turns huge', 3, (page) => truncateSync(page, 2 ** 30)],
  ['loses its folder', 3, (_, cwd) => rmSync(join(cwd, 'pages/sub'), { recursive: true })],
];

test.each(changes)(
  'a page that %s while the run goes on costs at most itself',
  async (_, code, change) => {
    const cwd = folderWith({
      'pages/a.txt': pageAbout('Abingdon'),
      'pages/sub/m.txt': pageAbout('Middleton'),
      'pages/z.txt': pageAbout('Zennor'),
      'secret.txt': secret,
    });
    const run = await runChanging(cwd, () => change(join(cwd, 'pages/sub/m.txt'), cwd));
    expect(run.code).toBe(code);
    const read = (name: string): string => readFileSync(join(cwd, 'out', `${name}.jsonl`), 'utf8');
    expect(read('cleaned')).toContain('Abingdon');
    expect(read('cleaned')).toContain('Zennor');
    expect(read('cleaned') + read('rejected')).not.toContain('rhododendron');
    const problems = read('problems').split('\n').slice(0, -1);
    expect(problems.length).toBe(code === 0 ? 0 : 1);
    for (const problem of problems) expect(problem).toContain('sub/m.txt');
  },
);
