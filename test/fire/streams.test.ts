import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, pageAbout } from '../helpers/folder.ts';
import { runShell } from '../helpers/run-tool.ts';

const isLinux = process.platform === 'linux';

test.runIf(isLinux)('a closed standard input is no empty page', () => {
  for (const line of ['ghirbal - -o - <&-', 'ghirbal --files0-from - <&-']) {
    const { code, stderr } = runShell(line, [], { cwd: folderWith({}) });
    expect(code).toBe(2);
    expect(stderr).toContain('ghirbal: standard input is closed');
  }
  const implied = runShell('ghirbal -o out <&-', [], { cwd: folderWith({}) });
  expect(implied.code).toBe(2);
  expect(implied.stderr).toContain('ghirbal: nothing to read');
  const { code } = runShell('ghirbal - -o - -q </dev/null', []);
  expect(code).toBe(0);
});

test.runIf(isLinux)('a closed standard output is no place for records', () => {
  const cwd = folderWith({ 'pages/a.txt': pageAbout('Sevenoaks') });
  for (const line of ['ghirbal pages -o - >&-', 'ghirbal pages -n --json >&-']) {
    const { code, stderr } = runShell(line, [], { cwd });
    expect(code).toBe(4);
    expect(stderr).toContain('ghirbal: standard output is closed');
  }
  expect(runShell('ghirbal pages -o - -q >/dev/null', [], { cwd }).code).toBe(0);
  expect(runShell('ghirbal pages -o out -q >&-', [], { cwd }).code).toBe(0);
});

test.runIf(isLinux)('a full disk behind standard output is named', () => {
  const cwd = folderWith({ 'pages/a.txt': pageAbout('Sevenoaks') });
  const { code, stderr } = runShell('ghirbal pages -o - -q >/dev/full', [], { cwd });
  expect(code).toBe(4);
  expect(stderr).toContain('ghirbal: standard output: no space left on the disk (ENOSPC)');
});

test.runIf(isLinux)('words that cannot be told change nothing', () => {
  const cwd = folderWith({ 'pages/a.txt': pageAbout('Sevenoaks') });
  for (const [at, where] of ['/dev/full', '&-'].entries()) {
    expect(runShell(`ghirbal pages -o out${at} 2>${where}`, [], { cwd }).code).toBe(0);
    expect(existsSync(join(cwd, `out${at}/report.json`))).toBe(true);
  }
});

test.runIf(isLinux)('too few open files end a run with one line, if they end it', () => {
  const { code, stderr } = runShell('ulimit -n 40; ghirbal seeds -n -q', []);
  // Newer versions of Node may do with fewer.
  if (code === 0) return;
  expect(code).toBe(2);
  expect(stderr).toMatch(/^ghirbal: cannot load its own files: .*\n {9}Install it anew/u);
});
