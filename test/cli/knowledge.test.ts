import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folderWith } from '../helpers/folder.ts';
import { runTool, type ToolRun } from '../helpers/run-tool.ts';

const readme = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8');

/** The Finnish pack that the README shows. */
const pack = /```json\n(\{\n {2}"code": "fi",[\s\S]*?\n)```/u.exec(readme)![1]!;

const page = `Sataman lautta palaa liikenteeseen

Teksti Aino Virtanen

Sataman lautta palaa liikenteeseen maanantaina, kertoi kaupunki. Korjaus oli kallis ja se kesti koko talven.

Matkustajat ovat odottaneet lauttaa, sillä silta on ollut suljettuna marraskuusta asti, ja matka on pitkä.

Lue myös
Sillan maksut nousevat kolmatta vuotta
Kalastajat vastustavat uutta venesatamaa
Myrsky sulki rantapolun toukokuuhun asti

Avainsanat: lautat, satama, liikenne
`;

interface Split {
  readonly text: string;
  readonly blocks: readonly { readonly kind: string; readonly text: string }[];
}

function splitOf(run: ToolRun): Split {
  expect([run.code, run.stderr]).toEqual([0, '']);
  return JSON.parse(run.stdout) as Split;
}

const ofKind = ({ blocks }: Split, kind: string): string[] =>
  blocks.filter((block) => block.kind === kind).map(({ text }) => text);

test('the language pack of the README works', () => {
  const folder = folderWith({ 'fi.json': pack, 'page.txt': page });
  const run = splitOf(runTool(['split', '--pack', 'fi.json', 'page.txt'], { cwd: folder }));
  expect(ofKind(run, 'related').join('\n')).toContain('Lue myös');
  expect(ofKind(run, 'tags')).toEqual(['Avainsanat: lautat, satama, liikenne']);
  const article = runTool(['--pack', 'fi.json', 'page.txt', '-o', '-'], { cwd: folder });
  expect(JSON.parse(article.stdout)).toMatchObject({
    related: [
      'Sillan maksut nousevat kolmatta vuotta',
      'Kalastajat vastustavat uutta venesatamaa',
      'Myrsky sulki rantapolun toukokuuhun asti',
    ],
    tags: ['lautat', 'satama', 'liikenne'],
    metadata: { lang: 'fi', byline: 'Aino Virtanen' },
  });
});

test.each([
  ['not.json', 'language pack "not.json" is not JSON'],
  ['nowhere.json', 'language pack "nowhere.json": no such file or folder'],
  [
    'wrong.json',
    'language pack "wrong.json": scripts: found nothing, expected a list; ' +
      'markers[0].means: found "weather", expected one of related',
  ],
])('a pack that cannot be used ends the run: %s', (name, message) => {
  const wrong = {
    code: 'fi',
    name: 'Finnish',
    markers: [{ means: 'weather', where: 'line', texts: [] }],
  };
  const folder = folderWith({
    'not.json': '{',
    'wrong.json': JSON.stringify(wrong),
    'page.txt': page,
  });
  for (const command of [[], ['split'], ['explain']]) {
    const run = runTool([...command, '--pack', name, 'page.txt'], { cwd: folder });
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain(message);
  }
});

const appeal =
  'Our reporters can only do this work because readers like you support it, so please consider a small contribution today.';

/** A page of a site that ends every article with its appeal. */
function sitePage(number: number): string {
  const words = 'harbour council orchard railway winter museum teacher river library market'.split(
    ' ',
  );
  const sentences = [0, 1, 2].map((part) => {
    const told = words.map((word) => `${word}${number}${'abc'[part]}`);
    return `The ${told.slice(0, 5).join(' and the ')} were seen by the ${told.slice(5).join(' of the ')} on that day.`;
  });
  return [`Notes of day ${number} in town`, ...sentences, appeal].join('\n\n');
}

test('what learn saves serves a single page', () => {
  const folder = folderWith({ 'one.txt': sitePage(100) });
  mkdirSync(join(folder, 'pages'));
  for (let number = 0; number < 24; number++)
    writeFileSync(join(folder, `pages/${number}.txt`), sitePage(number));
  const learned = runTool(['learn', 'pages', '-o', 'p.json'], { cwd: folder });
  expect([learned.code, learned.stdout]).toEqual([0, '']);
  expect(learned.stderr).toMatch(/^ghirbal: learned 2 lines of 24 pages; "p\.json", \d+ B\n$/u);
  const [before, after] = [[], ['--profile', 'p.json']].map((option) =>
    splitOf(runTool(['split', ...option, 'one.txt'], { cwd: folder })),
  );
  expect(before!.text).toContain(appeal);
  expect(after!.text).not.toContain(appeal);
  expect(after!.text.length).toBeGreaterThan(before!.text.length - appeal.length - 4);
  expect(ofKind(after!, 'furniture')).toEqual([appeal]);
});

test('the same pages give the same profile, as files, as records and through a pipe', () => {
  const pages = Array.from({ length: 12 }, (_, number) => sitePage(number));
  const records = pages.map((text) => `${JSON.stringify({ text })}\n`).join('');
  const files = Object.fromEntries(pages.map((text, at) => [`page${at}.txt`, text]));
  const folder = folderWith({ 'pages.jsonl': records });
  mkdirSync(join(folder, 'pages'));
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(folder, 'pages', name), text);
  const profiles = [
    runTool(['learn', 'pages', '-o', '-'], { cwd: folder }),
    runTool(['learn', 'pages.jsonl', '-o', '-'], { cwd: folder }),
    runTool(['learn', '-o', '-'], { cwd: folder, stdin: records }),
  ];
  for (const { code, stdout } of profiles) {
    expect(code).toBe(0);
    expect(stdout).toBe(profiles[0]!.stdout);
  }
  expect(profiles[0]!.stdout).not.toContain('readers');
});

test('a profile is not written over another file unless told to', () => {
  const folder = folderWith({ 'profile.json': 'mine', 'page.txt': page });
  const refused = runTool(['learn', 'page.txt'], { cwd: folder });
  expect([refused.code, readFileSync(join(folder, 'profile.json'), 'utf8')]).toEqual([2, 'mine']);
  expect(refused.stderr).toContain('"profile.json" is there already');
  expect(runTool(['learn', 'page.txt', '--force'], { cwd: folder }).code).toBe(0);
  expect(readFileSync(join(folder, 'profile.json'), 'utf8')).toContain('ghirbal-profile');
});

test('a foreign or damaged profile is refused before anything is written', () => {
  const folder = folderWith({ 'page.txt': page, 'other.json': '{"version": 1}' });
  for (const name of ['other.json', 'page.txt', 'nowhere.json']) {
    const run = runTool(['--profile', name, 'page.txt', '-o', 'out'], { cwd: folder });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(`profile "${name}"`);
  }
});

test('learn reports what it could not read, and learns from the rest', () => {
  const folder = folderWith({ 'a.txt': page, 'b.txt': '\u0000\u0001\u0002\u0003'.repeat(100) });
  const run = runTool(['learn', '.', '-o', 'p.json'], { cwd: folder });
  expect(run.code).toBe(3);
  expect(run.stderr).toContain('b.txt');
  expect(run.stderr).toContain('of 1 page;');
});

test('precision keeps no more than the balance, recall no less', () => {
  const folder = folderWith({
    'page.txt': readFileSync(
      fileURLToPath(new URL('../pages/comment-thread.txt', import.meta.url)),
      'utf8',
    ),
  });
  const [precise, balanced, complete] = [['--precision'], [], ['--recall']].map(
    (option) => splitOf(runTool(['split', ...option, 'page.txt'], { cwd: folder })).text.length,
  );
  expect(precise).toBeLessThanOrEqual(balanced!);
  expect(complete).toBeGreaterThanOrEqual(balanced!);
  const both = runTool(['split', '--precision', '--recall', 'page.txt'], { cwd: folder });
  expect([both.code, both.stdout]).toEqual([2, '']);
});

test('a profile or pack that is no file is refused, one with a byte order mark is read', () => {
  const folder = folderWith({ 'page.txt': 'A page.\n', 'bom.json': '\uFEFF{}' });
  const device = runTool(['split', '--profile', '/dev/zero', 'page.txt'], { cwd: folder });
  expect([device.code, device.stderr.includes('it is no file')]).toEqual([2, true]);
  const marked = runTool(['split', '--pack', 'bom.json', 'page.txt'], { cwd: folder });
  expect([marked.code, marked.stderr.includes('is not JSON')]).toEqual([2, false]);
});
