import { execFileSync } from 'node:child_process';
import fs, { chmodSync, symlinkSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Problem } from '../../src/errors.ts';
import { compilePatterns } from '../../src/run/glob-pattern.ts';
import { pathText } from '../../src/run/input-list.ts';
import { walkFolder, type WalkOptions } from '../../src/run/walk.ts';
import { folderWith } from '../helpers/folder.ts';

const nothing = compilePatterns([]);
const usual: WalkOptions = { take: null, leave: nothing, follow: false };

function walked(folder: string, options: WalkOptions = usual) {
  const files: string[] = [];
  const problems: Problem[] = [];
  let passed = 0;
  let links = 0;
  walkFolder(Buffer.from(folder), options, {
    file: (path) => files.push(pathText(path).slice(folder.length + 1)),
    passed: () => passed++,
    link: () => links++,
    results: () => undefined,
    problem: (problem) => problems.push(problem),
  });
  return { files, problems, passed, links };
}

test('files come in the byte order of their whole paths', () => {
  const folder = folderWith({ 'b.txt': '', 'a/z.txt': '', 'a.txt': '', 'ä.txt': '', 'B.txt': '' });
  expect(walked(folder).files).toEqual(['B.txt', 'a.txt', 'a/z.txt', 'b.txt', 'ä.txt']);
});

test('other endings are passed over and counted, upper case endings are not', () => {
  const folder = folderWith({ 'a.TXT': '', 'b.html': '', 'c.jsonl.gz': '', 'd.txt.zst': '' });
  expect(walked(folder)).toMatchObject({ files: ['a.TXT', 'c.jsonl.gz', 'd.txt.zst'], passed: 1 });
});

test('of the results of a run only the articles are visited, unless patterns ask for more', () => {
  const lists = ['cleaned', 'clusters', 'problems', 'rejected', 'removed'];
  const files = Object.fromEntries(lists.map((name) => [`all/out/${name}.jsonl`, '']));
  const folder = folderWith({
    ...files,
    'all/out/report.json': '',
    'all/page.txt': '',
    // No run leaves these without its report.
    'all/own/removed.jsonl': '',
  });
  const read = ['all/out/cleaned.jsonl', 'all/own/removed.jsonl', 'all/page.txt'];
  expect(walked(folder).files).toEqual(read);
  const every = { ...usual, take: compilePatterns(['*.jsonl']) };
  expect(walked(folder, every).files.length).toBe(lists.length + 1);
});

test('patterns choose by name or by path, and leave out files and folders', () => {
  const folder = folderWith({ 'a.md': '', 'x/b.md': '', 'x/c.txt': '', 'y/d.md': '' });
  const options = { take: compilePatterns(['*.md']), leave: compilePatterns(['y']), follow: false };
  expect(walked(folder, options).files).toEqual(['a.md', 'x/b.md']);
  expect(walked(folder, { ...options, take: compilePatterns(['x/*']) }).files).toEqual([
    'x/b.md',
    'x/c.txt',
  ]);
});

test('links are not followed unless asked for, and a loop ends', () => {
  const folder = folderWith({ 'a/x.txt': '' });
  symlinkSync('..', join(folder, 'a', 'loop'));
  symlinkSync('a/x.txt', join(folder, 'l.txt'));
  expect(walked(folder)).toMatchObject({ files: ['a/x.txt'], links: 2 });
  expect(walked(folder, { ...usual, follow: true }).files).toEqual(['a/x.txt', 'l.txt']);
});

test('followed links that lead nowhere are files still to be opened, devices are problems', () => {
  const folder = folderWith({});
  symlinkSync('nowhere.txt', join(folder, 'dangling.txt'));
  symlinkSync('/dev/null', join(folder, 'device.txt'));
  const { files, problems } = walked(folder, { ...usual, follow: true });
  expect(files).toEqual(['dangling.txt']);
  expect(problems.map(({ code, source }) => `${code} ${source.split('/').at(-1)}`)).toEqual([
    'not-a-file device.txt',
  ]);
});

test('where listings leave kinds out, files are looked at', () => {
  const folder = folderWith({ 'a.txt': '', 'sub/b.txt': '' });
  symlinkSync('a.txt', join(folder, 'link.txt'));
  execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
  const { readdirSync } = fs;
  const no = (): boolean => false;
  const kinds = { isFile: no, isDirectory: no, isSymbolicLink: no, isFIFO: no, isSocket: no };
  const devices = { isBlockDevice: no, isCharacterDevice: no };
  // As a network file system lists them; one file vanishes before it is looked at.
  const listing = (path: Buffer): unknown[] => [
    ...readdirSync(path, { encoding: 'buffer' }).map((name) => ({ name, ...kinds, ...devices })),
    { name: Buffer.from('gone.txt'), ...kinds, ...devices },
  ];
  fs.readdirSync = listing as unknown as typeof readdirSync;
  syncBuiltinESMExports();
  try {
    const { files, problems, links } = walked(folder);
    expect(files).toEqual(['a.txt', 'gone.txt', 'sub/b.txt', 'sub/gone.txt']);
    expect(links).toBe(1);
    expect(problems.length).toBe(1);
  } finally {
    fs.readdirSync = readdirSync;
    syncBuiltinESMExports();
  }
});

test('a pipe is not opened but listed as a problem', () => {
  const folder = folderWith({ 'a.txt': '' });
  execFileSync('mkfifo', [join(folder, 'p.txt')]);
  const { files, problems } = walked(folder);
  expect(files).toEqual(['a.txt']);
  expect(problems.map(({ code }) => code)).toEqual(['not-a-file']);
});

test('names that are not UTF-8 are shown with their raw bytes', () => {
  const folder = folderWith({});
  writeFileSync(
    Buffer.concat([Buffer.from(`${folder}/a`), Buffer.of(0xff), Buffer.from('.txt')]),
    '',
  );
  expect(walked(folder).files).toEqual(['a\\xff.txt']);
});

test('no two names look the same, and each can be told from its text', () => {
  const raw = fc.uint8Array({ minLength: 1, maxLength: 12 });
  const tricky = fc
    .array(fc.constantFrom('\\', 'x', '5c', 'ff', 'é', '\\xff', '\\x5c'), { maxLength: 8 })
    .map((parts) => new Uint8Array(Buffer.from(parts.join(''))));
  fc.assert(
    fc.property(fc.oneof(raw, tricky), (name) => {
      const parts = pathText(name).split(/\\x([0-9a-f]{2})/u);
      const bytes = parts.map((part, at) => Buffer.from(part, at % 2 === 1 ? 'hex' : 'utf8'));
      expect(Buffer.concat(bytes)).toEqual(Buffer.from(name));
    }),
  );
});

test.skipIf(process.getuid?.() === 0)('a folder that cannot be listed costs only itself', () => {
  const folder = folderWith({ 'a.txt': '', 'locked/b.txt': '' });
  chmodSync(join(folder, 'locked'), 0);
  const { files, problems } = walked(folder);
  chmodSync(join(folder, 'locked'), 0o755);
  expect(files).toEqual(['a.txt']);
  expect(problems[0]).toMatchObject({ code: 'unreadable' });
});
