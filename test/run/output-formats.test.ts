import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as zlib from 'node:zlib';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, test } from 'vitest';
import { articleSchemas } from '../../src/settings.ts';
import { folderWith, pageAbout } from '../helpers/folder.ts';
import { runTool } from '../helpers/run-tool.ts';

const record = {
  id: 7,
  text: pageAbout('Dover'),
  url: 'https://example.org/dover',
  rank: 1.5,
  title: 'Of the input',
  big: 12,
};
const inputs = {
  'in/a.txt': pageAbout('Norwich'),
  'in/b.txt': pageAbout('Ipswich'),
  'in/c.jsonl': `${JSON.stringify(record)}\n`,
};

/** Runs the tool over the inputs and gives the folder it worked in. */
function cleaned(...args: string[]): string {
  const folder = folderWith(inputs);
  expect(runTool(['in', '-o', 'out', '--no-dedupe', '-q', ...args], { cwd: folder })).toMatchObject(
    { code: 0, stderr: '' },
  );
  return folder;
}

function read(folder: string, name: string): Buffer {
  return readFileSync(join(folder, 'out', name));
}

const plain = (folder: string): string => read(folder, 'cleaned.jsonl').toString();

test('shards hold the same lines as one file, cut between lines', () => {
  const whole = plain(cleaned());
  const lines = whole.split('\n').slice(0, -1);
  const size = Math.max(...lines.map((line) => Buffer.byteLength(line) + 1));
  const folder = cleaned('--shard-size', String(size));
  const names = readdirSync(join(folder, 'out')).filter((name) => name.startsWith('cleaned'));
  expect(names).toEqual(['cleaned-00000.jsonl', 'cleaned-00001.jsonl', 'cleaned-00002.jsonl']);
  expect(names.map((name) => read(folder, name).toString())).toEqual(
    lines.map((line) => `${line}\n`),
  );
  const report = JSON.parse(read(folder, 'report.json').toString()) as {
    lists: { cleaned: { files: string[]; bytes: number } };
  };
  expect(report.lists.cleaned).toMatchObject({ files: names, bytes: Buffer.byteLength(whole) });
});

test('a line longer than a shard has a file of its own; no line gives one empty file', () => {
  expect(readdirSync(join(cleaned('--shard-size', '1'), 'out'))).toContain('cleaned-00002.jsonl');
  const folder = folderWith({ 'in/empty.txt': '' });
  expect(runTool(['in', '-o', 'out', '--shard-size', '1', '-q'], { cwd: folder }).code).toBe(0);
  expect(read(folder, 'cleaned-00000.jsonl')).toHaveLength(0);
});

test('a run replaces the articles of an earlier one, however many files they were in', () => {
  const folder = cleaned('--shard-size', '1');
  const again = ['in', '-o', 'out', '-q', '--force', '--output-format', 'jsonl.gz'];
  expect(runTool(again, { cwd: folder }).code).toBe(0);
  expect(readdirSync(join(folder, 'out')).filter((name) => name.startsWith('cleaned'))).toEqual([
    'cleaned.jsonl.gz',
  ]);
});

test('gzip holds the same lines, in a folder, a file and a pipe', () => {
  const whole = plain(cleaned());
  const folder = cleaned('--output-format', 'jsonl.gz');
  expect(zlib.gunzipSync(read(folder, 'cleaned.jsonl.gz')).toString()).toBe(whole);
  runTool(['in', '-o', 'x.jsonl.gz', '--no-dedupe', '-q'], { cwd: folder });
  expect(zlib.gunzipSync(readFileSync(join(folder, 'x.jsonl.gz'))).toString()).toBe(whole);
  const piped = spawnSync(
    'bash',
    [
      '-c',
      `"$@" | gunzip`,
      'bash',
      process.execPath,
      join(import.meta.dirname, '../../bin/ghirbal.js'),
      'in',
      '-o',
      '-',
      '--output-format',
      'jsonl.gz',
      '--no-dedupe',
      '-q',
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  expect(piped.stdout).toBe(whole);
});

test('zstd is written where Node can, and refused with a way out where it cannot', () => {
  const folder = folderWith(inputs);
  const run = runTool(['in', '-o', 'out.jsonl.zst', '--no-dedupe', '-q'], { cwd: folder });
  const { zstdDecompressSync } = zlib as { zstdDecompressSync?: (bytes: Uint8Array) => Buffer };
  if (zstdDecompressSync === undefined) {
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('| zstd >');
    expect(existsSync(join(folder, 'out.jsonl.zst'))).toBe(false);
  } else {
    expect(run.code).toBe(0);
    const bytes = zstdDecompressSync(readFileSync(join(folder, 'out.jsonl.zst')));
    expect(bytes.toString()).toBe(plain(cleaned()));
  }
});

test('Parquet has a column for each field, and others as JSON', async () => {
  const folder = cleaned('--output-format', 'parquet', '--blocks');
  const file = await asyncBufferFromFile(join(folder, 'out/cleaned.parquet'));
  const rows = (await parquetReadObjects({ file })) as Record<string, never>[];
  const lines = plain(cleaned('--blocks'))
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as { metadata: Record<string, unknown> });
  const others = { rank: 1.5, title: 'Of the input', big: 12 };
  const expected = lines.map((line) => {
    const { rank, title, big, ...metadata } = line.metadata;
    expect(rank === undefined || title === others.title || big === others.big).toBe(true);
    return {
      ...line,
      metadata: { ...metadata, carried: rank === undefined ? '' : JSON.stringify(others) },
    };
  });
  const numbers = (_: string, value: unknown): unknown =>
    typeof value === 'bigint' ? Number(value) : value;
  expect(JSON.parse(JSON.stringify(rows, numbers))).toEqual(expected);
});

test('Parquet is read with the fields and the digits that it has', () => {
  const folder = folderWith({});
  const buffer = parquetWriteBuffer({
    columnData: [
      { name: 'id', data: ['a', 'b'], type: 'STRING' },
      { name: 'content', data: [pageAbout('Dover'), pageAbout('Ulm')], type: 'STRING' },
      { name: 'count', data: [9_007_199_254_740_993n, 1n], type: 'INT64' },
      { name: 'at', data: [new Date(0), new Date(1000)], type: 'TIMESTAMP' },
    ],
  });
  writeFileSync(join(folder, 'pages.parquet'), new Uint8Array(buffer));
  const args = ['pages.parquet', '--text-field', 'content', '-o', '-', '-q', '--no-dedupe'];
  const run = runTool(args, { cwd: folder });
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(run.stdout).toContain('"count":9007199254740993,"at":"1970-01-01T00:00:00.000Z"');
  expect(run.stdout.split('\n').filter(Boolean)).toHaveLength(2);
  writeFileSync(join(folder, 'cut.parquet'), new Uint8Array(buffer).subarray(0, 500));
  const cut = runTool(['cut.parquet', '-n', '-q'], { cwd: folder });
  expect(cut).toMatchObject({ code: 3 });
  expect(cut.stderr).toContain('damaged');
});

test('schemas arrange the same fields, and none is lost', () => {
  const keys = Object.fromEntries(
    articleSchemas.map((schema) => {
      const last = plain(cleaned('--schema', schema)).trimEnd().split('\n').at(-1)!;
      const parsed = JSON.parse(last) as Record<string, unknown>;
      const inner = Object.keys(parsed['metadata'] ?? {});
      return [schema, [Object.keys(parsed), inner]];
    }),
  );
  const first = ['path', 'lang', 'script', 'encoding', 'replaced_characters', 'byline'];
  const rest = ['published', 'section', 'attribution', 'words', 'cluster_size', 'embedded'];
  const metadata = [...first, ...rest];
  const carried = ['rank', 'input_title', 'big'];
  expect(keys).toEqual({
    full: [
      ['id', 'text', 'title', 'source', 'related', 'tags', 'metadata'],
      [...metadata, 'rank', 'title', 'big'],
    ],
    flat: [['id', 'text', 'title', 'source', 'related', 'tags', ...metadata, ...carried], []],
    dolma: [
      ['id', 'text', 'source', 'created', 'metadata'],
      ['title', 'related', 'tags', ...metadata, ...carried],
    ],
    datatrove: [
      ['id', 'text', 'metadata'],
      ['title', 'source', 'related', 'tags', ...metadata, ...carried],
    ],
  });
});

test('a README of somebody else is not replaced by the dataset card', () => {
  const folder = folderWith({ ...inputs, 'out/README.md': 'Mine.\n' });
  const args = ['in', '-o', 'out', '-q', '--force'];
  expect(runTool(args, { cwd: folder }).code).toBe(0);
  expect(read(folder, 'README.md').toString()).toBe('Mine.\n');
  writeFileSync(join(folder, 'out/README.md'), 'Old\n<!-- written by ghirbal -->\n');
  expect(runTool(args, { cwd: folder }).code).toBe(0);
  expect(read(folder, 'README.md').toString()).toContain('config_name: cleaned');
});

test('several files cannot be one output', () => {
  const folder = folderWith(inputs);
  const run = runTool(['in', '-o', 'x.jsonl', '--shard-size', '1M'], { cwd: folder });
  expect(run.code).toBe(2);
  expect(run.stderr).toContain('--shard-size');
});
