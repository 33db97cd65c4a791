import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { formOfStart } from '../../src/run/content-form.ts';
import { FileForm } from '../../src/run/input-list.ts';
import { tarOf, warcRecord, zstdFrame } from '../helpers/archives.ts';
import { folderWith, pageAbout } from '../helpers/folder.ts';
import { runTool } from '../helpers/run-tool.ts';

interface Row {
  readonly id: string;
  readonly source: string;
  readonly title: string;
  readonly metadata: Readonly<Record<string, unknown>>;
}

function rows(jsonLines: string): Row[] {
  return jsonLines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
}

const towns = ['Norwich', 'Ipswich', 'Dover'];

const wet = Buffer.concat([
  warcRecord('warcinfo', 'Software: none\r\n', { 'Content-Type': 'application/warc-fields' }),
  ...towns.map((town) =>
    warcRecord('conversion', pageAbout(town), {
      'WARC-Target-URI': `https://www.example.org/${town}`,
      'WARC-Record-ID': `<urn:uuid:${town}>`,
      'WARC-Date': '2026-02-03T04:05:06Z',
      'WARC-Identified-Content-Language': 'eng',
    }),
  ),
]);

const ways: readonly (readonly [string, (bytes: Uint8Array) => Uint8Array])[] = [
  ['plain', (bytes) => bytes],
  ['gzip', (bytes) => gzipSync(bytes)],
  ['zstd', (bytes) => zstdFrame(bytes)],
  [
    'gzip of two members',
    (bytes) => Buffer.concat([gzipSync(bytes.subarray(0, 700)), gzipSync(bytes.subarray(700))]),
  ],
  [
    'zstd of two frames',
    (bytes) => Buffer.concat([zstdFrame(bytes.subarray(0, 700)), zstdFrame(bytes.subarray(700))]),
  ],
];

describe.each(ways)('%s', (_, pack) => {
  test('a WET file is told by its content and gives a page a record', () => {
    const folder = folderWith({ crawl: pack(wet) });
    const run = runTool(['crawl', '-o', '-', '-q', '--no-dedupe'], { cwd: folder });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(rows(run.stdout).map(({ id, source }) => [id, source])).toEqual(
      towns.map((town) => [`urn:uuid:${town}`, `https://www.example.org/${town}`]),
    );
    expect(rows(run.stdout)[0]).toMatchObject({
      title: 'Council of Norwich agrees on the new plan for the harbour',
      metadata: { path: 'crawl', date: '2026-02-03T04:05:06Z', content_language: 'eng' },
    });
  });

  test('a tar archive is told by its content and read like a folder', async () => {
    const tar = await tarOf({
      'pages/': '',
      './pages/a.txt': pageAbout('Norwich'),
      'pages/b.txt.gz': gzipSync(pageAbout('Ipswich')),
      'pages/c.jsonl': `${JSON.stringify({ text: pageAbout('Dover') })}\nbroken\n`,
      'pages/picture.png': Buffer.alloc(3000, 1),
      'pages/link.txt -> a.txt': '',
      'pages/binary.txt': Buffer.alloc(3000),
    });
    const folder = folderWith({ archive: pack(tar) });
    const run = runTool(['archive', '-o', 'out', '-q', '--no-dedupe'], { cwd: folder });
    expect(run.code).toBe(3);
    const read = (name: string) => readFileSync(join(folder, 'out', name), 'utf8');
    expect(rows(read('cleaned.jsonl')).map(({ id }) => id)).toEqual([
      'archive/pages/a.txt',
      'archive/pages/b.txt.gz',
      'archive/pages/c.jsonl:1',
    ]);
    expect(rows(read('problems.jsonl'))).toEqual([
      expect.objectContaining({ source: 'archive/pages/c.jsonl', line: 2, code: 'not-json' }),
      expect.objectContaining({ source: 'archive/pages/binary.txt', line: 0, code: 'binary' }),
    ]);
    const report = JSON.parse(read('report.json')) as { passed: unknown };
    expect(report.passed).toEqual({ files: 1, links: 1 });
  });
});

test('standard input may be a WET file or an archive', async () => {
  expect(
    rows(runTool(['-', '-o', '-', '-q', '--no-dedupe'], { stdin: gzipSync(wet) }).stdout),
  ).toHaveLength(3);
  const tar = await tarOf({ 'a.txt': pageAbout('Norwich') });
  expect(rows(runTool(['-', '-o', '-', '-q', '--no-dedupe'], { stdin: tar }).stdout)[0]!.id).toBe(
    'stdin/a.txt',
  );
});

test('--glob and --exclude choose among the files of an archive', async () => {
  const folder = folderWith({
    'a.tar': await tarOf({
      'one.md': pageAbout('Norwich'),
      'two.txt': pageAbout('Ipswich'),
      'old/three.md': pageAbout('Dover'),
    }),
  });
  const run = runTool(
    ['a.tar', '--glob', '*.md', '--exclude', 'old/**', '-o', '-', '-q', '--no-dedupe'],
    {
      cwd: folder,
    },
  );
  expect(rows(run.stdout).map(({ id }) => id)).toEqual(['a.tar/one.md']);
});

test('what lies before damage is kept, and the damage is told', async () => {
  const tar = await tarOf(
    Object.fromEntries(towns.map((town) => [`${town}.txt`, pageAbout(town)])),
  );
  const folder = folderWith({
    'in/cut.tar': tar.subarray(0, 3100),
    'in/cut.wet': wet.subarray(0, wet.length - 700),
    'in/cut.wet.gz': gzipSync(wet).subarray(0, -20),
    'in/torn.wet': Buffer.concat([wet, Buffer.from('no record')]),
  });
  const run = runTool(['in', '-n', '--json', '-q', '--no-dedupe'], { cwd: folder });
  expect(run.code).toBe(3);
  const report = JSON.parse(run.stdout) as {
    totals: { inputs: { documents: number } };
    firstProblems: { source: string; message: string }[];
  };
  expect(report.firstProblems.map(({ source, message }) => [source, message])).toEqual([
    ['in/cut.tar', 'tar: Tar archive is truncated.'],
    ['in/cut.wet', 'WET record 4: ends early'],
    ['in/cut.wet.gz', 'gzip: ends early'],
    ['in/torn.wet', 'WET record 5: no record where one should begin'],
  ]);
  // Two whole pages of each cut file, three of the others, and a row for each damage.
  expect(report.totals.inputs.documents).toBe(1 + 2 + 2 + 3 + 4);
});

test('HTML in a WARC file is told of once, and not taken for text', () => {
  const html = { 'Content-Type': 'application/http; msgtype=response' };
  const folder = folderWith({
    'a.warc': Buffer.concat([
      warcRecord('response', '<p>One</p>', html),
      warcRecord('response', '<p>Two</p>', html),
      warcRecord('resource', pageAbout('Norwich'), { 'WARC-Target-URI': 'file:///a.txt' }),
    ]),
  });
  const run = runTool(['a.warc', '-o', '-', '-q', '--no-dedupe'], { cwd: folder });
  expect(run.code).toBe(3);
  expect(rows(run.stdout).map(({ id, source }) => [id, source])).toEqual([
    ['a.warc:3', 'file:///a.txt'],
  ]);
  expect(run.stderr).toContain('2 records without plain text');
});

test('records stream from standard input as they come, however short', () => {
  expect(formOfStart(Buffer.from('{"text":"a"}\n'), false)).toBe(FileForm.records);
  expect(formOfStart(Buffer.from('A page\n'), false)).toBe(FileForm.page);
  expect(formOfStart(Buffer.from('{"text":'), false)).toBeNull();
  expect(formOfStart(Buffer.from('{"text":'), true)).toBe(FileForm.page);
  // What holds NUL bytes may be an archive until a whole header is there.
  expect(formOfStart(Buffer.from('a\0\n'), false)).toBeNull();
  expect(formOfStart(Buffer.alloc(512), false)).toBeNull();
});

test('files that are not wanted are passed over wherever they lie in an archive', async () => {
  // Of many sizes, so that their ends fall everywhere in the pieces that the archive is read in.
  const members = Array.from({ length: 120 }, (_, at): [string, string] =>
    at % 3 === 0
      ? [`${at}.txt`, pageAbout(`Town ${at}`)]
      : [`${at}.html`, 'x'.repeat((at * 7919) % 40_000)],
  );
  const archive = await tarOf(Object.fromEntries(members));
  const folder = folderWith({ 'all.tar': archive, 'all.tar.gz': gzipSync(archive) });
  for (const name of ['all.tar', 'all.tar.gz']) {
    const run = runTool([name, '-o', '-', '-q', '--no-dedupe'], { cwd: folder });
    expect(run.code).toBe(0);
    expect(rows(run.stdout)).toHaveLength(40);
  }
});
