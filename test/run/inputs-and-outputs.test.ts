import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { folderWith, pageAbout } from '../helpers/folder.ts';
import { runHere } from '../helpers/run-here.ts';

const record = (id: string, topic: string): string =>
  JSON.stringify({ id, text: pageAbout(topic), n: 12_345_678_901_234_567_890n.toString() });

function idsOf(jsonl: string): string[] {
  return jsonl
    .split('\n')
    .slice(0, -1)
    .map((line) => (JSON.parse(line) as { readonly id: string }).id);
}

test('standard input is records when its first line is one, else a page, plain or compressed', async () => {
  const records = `${record('a', 'Ashford')}\n${record('b', 'Barnet')}\n`;
  for (const content of [records, gzipSync(records)]) {
    const { code, stdout } = await runHere(['-', '-o', '-', '--no-dedupe', '-q'], [content]);
    expect([code, idsOf(stdout)]).toEqual([0, ['a', 'b']]);
  }
  const page = pageAbout('Cobham');
  const { stdout } = await runHere(['-', '-o', '-', '-q'], [page.slice(0, 50), page.slice(50)]);
  expect(idsOf(stdout)).toEqual(['stdin']);
  const cut = await runHere(['-', '-o', '-', '-q'], [gzipSync(records).subarray(0, 100)]);
  expect(cut.code).toBe(3);
  expect(cut.stderr).toContain('"stdin": gzip: ends early (damaged)');
});

test('an id that comes again gets an ending, whatever it is made of', async () => {
  const lines = ['same', 'same', '\u0085', '\u0085'].map((id, at) => record(id, `Town ${at}`));
  const { stdout } = await runHere(
    ['-', '-o', '-', '--no-dedupe', '-q'],
    [`${lines.join('\n')}\n`],
  );
  expect(idsOf(stdout)).toEqual(['same', 'same~2', '\u0085', '\u0085~3']);
});

test('files, patterns and lists of names come to the same pages', async () => {
  const cwd = folderWith({
    'in/a.txt': pageAbout('Ashford'),
    'in/deep/b.text': pageAbout('Barnet'),
    'in/c.jsonl': `${record('c', 'Cobham')}\n`,
    'in/skip.txt': pageAbout('Skipton'),
  });
  const at = (name: string): string => join(cwd, name);
  const out = async (...args: string[]): Promise<number> => {
    const { code, stdout } = await runHere([...args, '-o', '-', '--no-dedupe', '-q']);
    expect(code).toBe(0);
    return idsOf(stdout).length;
  };
  expect(await out(at('in'))).toBe(3);
  expect(await out(at('in'), '--glob', '**/*.text')).toBe(1);
  expect(await out(at('in'), '--exclude', 'skip.*', '--exclude', 'deep')).toBe(2);
  expect(await out(at('in/**/*.{txt,text}'))).toBe(3);
  expect(await out(at('in/a.txt'), at('in/a.txt'), at('in/c.jsonl'))).toBe(2);
  writeFileSync(at('list'), `${at('in/a.txt')}\0${at('in/deep')}\0`);
  symlinkSync('a.txt', at('in/link.txt'));
  mkdirSync(at('in/empty'));
  expect(await out('--files0-from', at('list'))).toBe(1);
  expect(await out(at('in'), '--follow')).toBe(4);
});

test('one file of records, plain or compressed, is written whole under its name', async () => {
  const cwd = folderWith({ 'in/a.txt': pageAbout('Ashford'), 'in/b.txt': pageAbout('Barnet') });
  const run = (name: string, ...options: string[]): ReturnType<typeof runHere> =>
    runHere([join(cwd, 'in'), '-o', join(cwd, name), '--no-dedupe', '-q', ...options]);
  // What a run left that was killed is cleared away, what a live one works on is not.
  for (const pid of [999_999_999, process.ppid])
    writeFileSync(join(cwd, `.x.jsonl.${pid}.part`), '');
  expect((await run('x.jsonl')).code).toBe(0);
  expect((await run('x.jsonl.gz')).code).toBe(0);
  const plain = readFileSync(join(cwd, 'x.jsonl'), 'utf8');
  expect(idsOf(plain)).toEqual(['a.txt', 'b.txt']);
  expect(gunzipSync(readFileSync(join(cwd, 'x.jsonl.gz'))).toString()).toBe(plain);
  expect((await run('x.jsonl')).code).toBe(2);
  expect((await run('x.jsonl', '--force')).code).toBe(0);
  expect(() => readFileSync(join(cwd, '.x.jsonl.999999999.part'))).toThrow('ENOENT');
  readFileSync(join(cwd, `.x.jsonl.${process.ppid}.part`));
});

test('blocks of pages are written by split and with --blocks', async () => {
  const cwd = folderWith({ 'a.txt': pageAbout('Ashford') });
  const split = await runHere(['split', join(cwd, 'a.txt')]);
  const marked = await runHere([join(cwd, 'a.txt'), '-o', '-', '--blocks', '-q']);
  for (const { stdout } of [split, marked]) expect(stdout).toContain('"blocks":[{"kind":"title"');
});
