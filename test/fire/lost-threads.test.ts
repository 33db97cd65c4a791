import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, pageAbout } from '../helpers/folder.ts';
import { runTool } from '../helpers/run-tool.ts';

/** Read first and in this thread: so much of records comes before threads are started. */
const recordFiles = 10;
const pad = 'x'.repeat(250_000);

/** Loaded by every thread: what a worker opens by this name ends it. */
function loseWorkersOver(name: string, how: string): string {
  const code =
    `import fs from'node:fs';import{isMainThread}from'node:worker_threads';` +
    `import{syncBuiltinESMExports}from'node:module';const{openSync}=fs;` +
    `if(!isMainThread)fs.openSync=(path,...others)=>{if(String(path).endsWith(${JSON.stringify(name)})){${how}}` +
    `return openSync(path,...others)};syncBuiltinESMExports();`;
  return `--import=data:text/javascript,${encodeURIComponent(code)}`;
}

function corpus(): string {
  const files: Record<string, string> = {};
  for (let at = 0; at < recordFiles; at++) {
    files[`pages/a${at}.jsonl`] = `${JSON.stringify({ text: pageAbout(`Record ${at}`), pad })}\n`;
  }
  for (let at = 10; at < 30; at++) files[`pages/z/${at}.txt`] = pageAbout(`Page ${at}`);
  return folderWith(files);
}

test.each([
  ['ends its thread', 'process.exit(7)'],
  ['takes all memory', 'const held=[];for(;;)held.push(new Array(1e5).fill({}))'],
])('a page that %s is found among the others and named; they all come out', (_, how) => {
  const cwd = corpus();
  const options = ['pages', '-o', 'out', '-j', '2', '--no-dedupe'];
  const { code, stderr } = runTool(options, {
    cwd,
    env: { NODE_OPTIONS: `${loseWorkersOver('17.txt', how)} --max-old-space-size=128` },
    timeout: 240_000,
  });
  expect(code).toBe(3);
  expect(stderr).toContain('ghirbal: "pages/z/17.txt": a worker thread was lost over it: ');
  const read = (name: string): string[] =>
    readFileSync(join(cwd, 'out', `${name}.jsonl`), 'utf8')
      .split('\n')
      .slice(0, -1);
  expect(read('problems').length).toBe(1);
  expect(read('cleaned').map((line) => (JSON.parse(line) as { id: string }).id)).toEqual([
    ...Array.from({ length: recordFiles }, (_unused, at) => `a${at}.jsonl:1`),
    ...Array.from({ length: 20 }, (_unused, at) => `z/${at + 10}.txt`).filter(
      (name) => name !== 'z/17.txt',
    ),
  ]);
});

test('threads that end whatever they are given end the run, which says what to try', () => {
  const cwd = corpus();
  const { code, stderr } = runTool(['pages', '-o', 'out', '-j', '2'], {
    cwd,
    env: { NODE_OPTIONS: loseWorkersOver('', 'process.exit(7)') },
    timeout: 240_000,
  });
  expect(code).toBe(4);
  expect(stderr).toContain('ghirbal: worker threads end as soon as they begin: ');
  expect(stderr).toContain('Try --jobs 1');
});
