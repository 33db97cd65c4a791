import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runTool } from '../helpers/run-tool.ts';

const seeds = fileURLToPath(new URL('../../seeds', import.meta.url));

test('the lists of an earlier run are not read as pages, and that is said', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ghirbal-own-'));
  try {
    runTool([seeds, '-o', 'first', '-q'], { cwd: folder });
    const { code, stderr } = runTool(['first', '-n'], { cwd: folder });
    expect(code).toBe(0);
    expect(stderr.split('\n')[0]).toBe(
      'ghirbal: "first" holds results of ghirbal: its articles are read, its other lists are not',
    );
    expect(stderr).toContain('read                 5 pages');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('dedupe hands on the articles of an earlier run as they are', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ghirbal-own-'));
  try {
    runTool([seeds, '-o', 'first', '-q'], { cwd: folder });
    const { code } = runTool(['dedupe', 'first/cleaned.jsonl', '-o', 'second', '-q'], {
      cwd: folder,
    });
    const read = (name: string): unknown[] =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line): unknown => JSON.parse(line));
    expect(code).toBe(0);
    expect(read('second/cleaned.jsonl')).toEqual(read('first/cleaned.jsonl'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
