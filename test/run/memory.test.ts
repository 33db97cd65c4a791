import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sizeInBytes } from '../../src/settings.ts';
import { folderWith } from '../helpers/folder.ts';
import { runTool } from '../helpers/run-tool.ts';
import { Pages } from '../speed/pages.ts';

const lists = ['cleaned', 'removed', 'rejected', 'clusters', 'problems'];

test('the output does not depend on the memory allowed', () => {
  // Some 60 rows a page: several times what the least memory holds.
  const made = new Pages(7);
  const pages = Array.from({ length: 400 }, (_, number) => [
    `pages/${number}.txt`,
    made.page(number).text,
  ]);
  const folder = folderWith(Object.fromEntries(pages) as Record<string, string>);
  const outputs = ['64K', '2G'].map((memory) => {
    const run = runTool(['pages', '-o', memory, '--memory', memory, '-q'], { cwd: folder });
    expect(run).toEqual({ code: 0, stdout: '', stderr: '' });
    return lists.map((name) => readFileSync(join(folder, memory, `${name}.jsonl`), 'utf8'));
  });
  expect(outputs[0]).toEqual(outputs[1]);
  expect(outputs[0]![1]).not.toBe('');
});

test.each([
  ['65536', 65_536],
  ['64K', 65_536],
  ['512M', 2 ** 29],
  ['2G', 2 ** 31],
  ['1T', 2 ** 40],
])('%s are %d bytes', (written, bytes) => {
  expect(sizeInBytes(written)).toBe(bytes);
});

test.each(['', 'M', '-1M', '1.5G', '2g', '10 M', '1M1', '9'.repeat(400)])(
  '"%s" is no size',
  (written) => {
    expect(sizeInBytes(written)).toBeNaN();
  },
);

test('a size that cannot be used is named', () => {
  const run = runTool(['.', '--memory', '12']);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain(
    'memory must be a size of 64K or more, such as 512M or 2G, not "12"',
  );
});
