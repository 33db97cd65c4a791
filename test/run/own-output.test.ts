import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runTool } from '../helpers/run-tool.ts';

const seeds = fileURLToPath(new URL('../../seeds', import.meta.url));

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
