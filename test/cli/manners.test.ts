import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folderWith, pageAbout } from '../helpers/folder.ts';
import { plainEnvironment, runShell, runTool } from '../helpers/run-tool.ts';

const tool = fileURLToPath(new URL('../../bin/ghirbal.js', import.meta.url));

/** Enough pages that worker threads are started; every tenth is a copy of the one before. */
function manyPages(): string {
  const pages: Record<string, string> = {};
  let state = 1;
  const word = (): string => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8).toString(36);
  };
  let text = '';
  for (let page = 0; page < 1400; page++) {
    if (page % 10 !== 9) text = `${Array.from({ length: 60 }, word).join(' ')}.\n`;
    pages[`in/${page}.txt`] = text;
  }
  pages['in/empty.txt'] = '';
  pages['in/records.jsonl'] = '{"id":"0.txt","text":"same id"}\nbroken\n';
  return folderWith(pages);
}

test('the output is the same for any number of workers', () => {
  const folder = manyPages();
  for (const jobs of ['1', '2', '5']) {
    const run = runTool(['in', '-o', `out${jobs}`, '-j', jobs, '-q'], { cwd: folder });
    expect(run.code).toBe(3);
  }
  for (const name of readdirSync(join(folder, 'out1'))) {
    const read = (jobs: number) =>
      readFileSync(join(folder, `out${jobs}`, name), 'utf8').replace(/"seconds": [\d.]+/u, '');
    expect(read(2)).toBe(read(1));
    expect(read(5)).toBe(read(1));
  }
});

test('a reader that goes away ends a run quietly with 0', () => {
  const folder = manyPages();
  const { stdout, stderr } = runShell(
    'ghirbal split in | head -n 1 > /dev/null; echo "${PIPESTATUS[0]}"',
    [],
    { cwd: folder },
  );
  expect(stdout).toBe('0\n');
  expect(
    stderr
      .split('\n')
      .filter((line) => !line.includes('records.jsonl'))
      .join(''),
  ).toBe('');
});

test('a signal ends a run in good order: nothing is left, the shell sees the signal', () => {
  const folder = manyPages();
  // The list of inputs is a pipe that stays open: the run is waiting when the signal comes.
  const { stdout } = runShell(
    'mkfifo p; sleep 20 > p & holder=$!; ghirbal - -o out < p & run=$!; sleep 2; kill -TERM $(pgrep -P $run || echo $run); wait $run; echo $?; kill $holder',
    [],
    { cwd: folder },
  );
  expect(stdout).toBe('143\n');
  expect(existsSync(join(folder, 'out', 'cleaned.jsonl'))).toBe(false);
});

test('Ctrl-C, however early, ends a run with 130 in good order, and leaves nothing', async () => {
  const cwd = folderWith({});
  for (let run = 0; run < 5; run++) {
    // Standard input is a pipe that stays open: the run would wait for ever.
    const { ended, child } = started(cwd);
    while (!existsSync(join(cwd, 'out'))) await wait(1);
    child.kill('SIGINT');
    // A shell shows 128 and the signal's number, which is 2.
    expect(await ended).toEqual([null, 'SIGINT']);
    expect(readdirSync(cwd, { recursive: true })).toEqual([]);
  }
});

test('a second Ctrl-C ends a run at once', async () => {
  const cwd = folderWith({});
  const { ended, child } = started(cwd);
  while (!existsSync(join(cwd, 'out/.ghirbal/lock'))) await wait(1);
  const began = performance.now();
  while (child.kill('SIGINT') && child.exitCode === null && child.signalCode === null) {
    await wait(1);
  }
  expect(await ended).toEqual([null, 'SIGINT']);
  expect(performance.now() - began).toBeLessThan(5000);
  expect(existsSync(join(cwd, 'out/cleaned.jsonl'))).toBe(false);
});

/** A run that waits for its standard input. */
function started(cwd: string): { readonly child: ChildProcess; readonly ended: Promise<unknown> } {
  const child = spawn(process.execPath, [tool, '-', '-o', 'out', '-q'], {
    cwd,
    env: plainEnvironment(),
  });
  return { child, ended: once(child, 'close') };
}

test('two runs into one folder at a time are refused, a dead one is taken over', () => {
  const folder = folderWith({ 'in/a.txt': pageAbout('Norwich') });
  mkdirSync(join(folder, 'out/.ghirbal'), { recursive: true });
  const lockOf = (pid: number): string => JSON.stringify({ pid, began: '', host: hostname() });
  writeFileSync(join(folder, 'out/.ghirbal/lock'), lockOf(process.pid));
  const refused = runTool(['in', '-o', 'out'], { cwd: folder });
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('another run');
  writeFileSync(join(folder, 'out/.ghirbal/lock'), lockOf(999_999_999));
  expect(runTool(['in', '-o', 'out', '-q'], { cwd: folder }).code).toBe(0);
  expect(readdirSync(join(folder, 'out'))).not.toContain('.ghirbal');
});

test('the output may not lie in the input', () => {
  const folder = folderWith({ 'in/a.txt': pageAbout('Norwich') });
  expect(runTool(['in', '-o', 'in/out'], { cwd: folder }).code).toBe(2);
  expect(runTool(['.', '-o', 'in'], { cwd: folder }).code).toBe(2);
  expect(readdirSync(join(folder, 'in'))).toEqual(['a.txt']);
});

test('gates fail with 1 and forgive unusable inputs only when asked', () => {
  const folder = folderWith({ 'in/a.txt': pageAbout('Norwich'), 'in/b.txt': Buffer.alloc(100) });
  const codeWith = (...args: string[]) =>
    runTool(['in', '-n', '-q', ...args], { cwd: folder }).code;
  expect(codeWith()).toBe(3);
  expect(codeWith('--max-problems', '1')).toBe(0);
  expect(codeWith('--max-problems', '0')).toBe(1);
  expect(codeWith('--min-kept', '2')).toBe(1);
});
