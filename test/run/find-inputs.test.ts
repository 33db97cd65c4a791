import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { findInputs, type FoundInputs } from '../../src/run/find-inputs.ts';
import { FileForm, pathBytes } from '../../src/run/input-list.ts';
import { defaultSettings, type Settings } from '../../src/settings.ts';
import { folderWith } from '../helpers/folder.ts';

const isLinux = process.platform === 'linux';

function find(
  inputs: readonly string[],
  settings: Partial<Settings> = {},
  stdin = '',
): Promise<FoundInputs> {
  return findInputs(inputs, { ...defaultSettings, ...settings }, () =>
    Promise.resolve(Buffer.from(stdin)),
  );
}

/** Last names of the files found. */
function names({ files }: FoundInputs): string[] {
  return Array.from({ length: files.count }, (_, at) => pathBytes(files, at).toString()).map(
    (path) => path.slice(path.lastIndexOf('/') + 1),
  );
}

const codes = ({ problems }: FoundInputs): string[] =>
  problems.map(({ code, message }) => `${code}: ${message}`);

test('a list of names may end without a NUL byte, and come from a file or standard input', async () => {
  const folder = folderWith({ 'a.txt': 'a', 'b.txt': 'b' });
  const list = `${join(folder, 'b.txt')}\0\0${join(folder, 'a.txt')}`;
  writeFileSync(join(folder, 'list'), list);
  for (const files0From of ['-', join(folder, 'list')]) {
    expect(names(await find([], { files0From }, list))).toEqual(['b.txt', 'a.txt']);
  }
  await expect(find([], { files0From: join(folder, 'none') })).rejects.toThrow(
    'none": no such file or folder (ENOENT)',
  );
});

test('what is named and cannot be read is told by what it is, and the rest is found', async () => {
  const folder = folderWith({ 'a.txt': 'a' });
  symlinkSync('nowhere', join(folder, 'dangling.txt'));
  const found = await find([
    join(folder, 'a.txt'),
    join(folder, 'none.txt'),
    join(folder, 'a.txt/inside.txt'),
    join(folder, 'dangling.txt'),
  ]);
  expect(names(found)).toEqual(['a.txt']);
  expect(codes(found)).toEqual([
    'missing: no such file or folder',
    'unreadable: part of the path is no folder (ENOTDIR)',
    'unreadable: a symbolic link that leads nowhere',
  ]);
});

test.runIf(isLinux)('pipes and devices are named and not opened', async () => {
  const folder = folderWith({});
  execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
  const found = await find([join(folder, 'pipe.txt'), '/dev/null']);
  expect(codes(found)).toEqual([
    'not-a-file: a pipe, socket or device; pipes are read as -',
    'not-a-file: a pipe, socket or device; pipes are read as -',
  ]);
});

test('nothing found at all is an error that says what to name', async () => {
  const folder = folderWith({ 'a.html': 'a' });
  await expect(find([join(folder, 'none')])).rejects.toThrow(InputError);
  await expect(find([folder])).rejects.toThrow(`no page found in ${JSON.stringify(folder)}`);
  await expect(find([join(folder, '*.txt')])).rejects.toThrow('no file matches the pattern');
});

test.runIf(isLinux)('a pattern that meets what cannot be listed gives the rest', async () => {
  const folder = folderWith({ 'in/a.md': 'a' });
  mkdirSync(join(folder, 'in/loop'));
  symlinkSync('self', join(folder, 'in/loop/self'));
  const found = await find([join(folder, 'in/loop/self/*'), join(folder, 'in/*.md')]);
  expect(names(found)).toEqual(['a.md']);
  expect(found.problems.length).toBeGreaterThan(0);
});

test('a file named twice is read once, and a folder gives its files once more only if new', async () => {
  const folder = folderWith({ 'a.txt': 'a', 'b.txt': 'b' });
  const found = await find([join(folder, 'b.txt'), folder, join(folder, 'b.txt')]);
  expect(names(found)).toEqual(['b.txt', 'a.txt']);
  expect(Array.from(found.files.input)).toEqual([1, 2]);
});

test('a file whose name does not tell is known by how it begins', async () => {
  const record = '{"text":"a"}\n';
  const utf16 = Buffer.from(record, 'utf16le');
  const files: Readonly<Record<string, readonly [string | Uint8Array, FileForm]>> = {
    page: ['A page.\n', FileForm.page],
    records: [record, FileForm.records],
    packed: [gzipSync(record), FileForm.records],
    utf16: [Buffer.concat([utf16, Buffer.alloc(512, utf16)]), FileForm.records],
    // A last line may lack its end.
    short: ['{"text":"a"}', FileForm.records],
    wet: ['WARC/1.0\r\n', FileForm.wet],
    // Reading it as a page will say that it is damaged.
    cut: [gzipSync(record).subarray(0, 12), FileForm.page],
    long: [Buffer.alloc(17 * 2 ** 20, 'x'), FileForm.page],
    empty: ['', FileForm.page],
  };
  const folder = folderWith(
    Object.fromEntries(Object.entries(files).map(([name, [content]]) => [name, content])),
  );
  const found = await find(Object.keys(files).map((name) => join(folder, name)));
  expect(Object.fromEntries(names(found).map((name, at) => [name, found.files.form[at]]))).toEqual(
    Object.fromEntries(Object.entries(files).map(([name, [, form]]) => [name, form])),
  );
});
