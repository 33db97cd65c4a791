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
