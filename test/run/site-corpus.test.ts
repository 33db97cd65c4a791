import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runTool } from '../helpers/run-tool.ts';
import { madePage, madeParagraph, type MadePage, siteNames } from '../helpers/site-corpus.ts';

/**
 * What the survey of a corpus and a profile are worth, on sites whose pages repeat lines that read
 * like the articles around them. Floors leave room for other weights, not for a survey that fails.
 */
let folder: string;
const learnedPages = 24;
const sites = siteNames.map((name, site) => ({ name, site }));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ghirbal-sites-'));
  const pages = sites.flatMap(({ site }) =>
    Array.from({ length: learnedPages }, (_, seed) => madePage(site, seed)),
  );
  write('corpus', pages);
  // One of each site: no line can be known from these alone.
  write(
    'single',
    sites.map(({ site }) => madePage(site, 1000)),
  );
  runTool(['learn', 'corpus', '-o', 'sites.json'], { cwd: folder });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, pages: readonly MadePage[]): void {
  for (const { path, text } of pages) {
    mkdirSync(dirname(join(folder, name, path)), { recursive: true });
    writeFileSync(join(folder, name, path), text);
  }
}

/** Texts that `clean` makes of pages below a folder, by the end of their ids. */
function textsOf(name: string, options: readonly string[]): Map<string, string> {
  const run = runTool([name, ...options, '--no-dedupe', '-j', '1', '-o', '-', '-q'], {
    cwd: folder,
  });
  expect([run.code, run.stderr]).toEqual([0, '']);
  const records = run.stdout.trim().split('\n');
  return new Map(
    records.map((line) => {
      const { id, text } = JSON.parse(line) as { id: string; text: string };
      return [id, text];
    }),
  );
}

/** Share of a text's characters that are of the body, and share of the body that the text has. */
function scores(texts: ReadonlyMap<string, string>, pages: readonly MadePage[]): [number, number] {
  let right = 0;
  let given = 0;
  let wanted = 0;
  for (const { path, body } of pages) {
    const lines = (texts.get(path) ?? '').split('\n').filter((line) => line !== '');
    given += lines.join('').length;
    wanted += body.join('').length;
    right += lines.filter((line) => body.includes(line)).join('').length;
  }
  return [right / given, right / wanted];
}

describe('on pages of one site each', () => {
  test('without a corpus a good part of what is kept is the site’s', () => {
    const texts = textsOf('single', []);
    for (const { site } of sites) {
      const [precision, recall] = scores(texts, [madePage(site, 1000)]);
      expect(precision).toBeLessThan(0.85);
      expect(recall).toBeGreaterThan(0.97);
    }
  });

  test('a profile of the corpus tells the lines of each', () => {
    const texts = textsOf('single', ['--profile', 'sites.json']);
    for (const { site } of sites) {
      const [precision, recall] = scores(texts, [madePage(site, 1000)]);
      expect(precision).toBeGreaterThan(0.95);
      expect(recall).toBeGreaterThan(0.97);
    }
  });
});

test('a run over the corpus tells them by itself, folders by site or all in one', () => {
  const pages = sites.flatMap(({ site }) =>
    Array.from({ length: learnedPages }, (_, seed) => madePage(site, seed)),
  );
  const flat = pages.map((page) => ({ ...page, path: page.path.replace('/', '-') }));
  write('flat', flat);
  for (const [name, named] of [
    ['corpus', pages],
    ['flat', flat],
  ] as const) {
    const [precision, recall] = scores(textsOf(name, []), named);
    expect(precision).toBeGreaterThan(0.95);
    expect(recall).toBeGreaterThan(0.97);
  }
});

test('an agency text that every site carries is kept, whole or quoted', () => {
  const agency = Array.from({ length: 5 }, (_, at) => madeParagraph(0, 77_000 + at));
  const quoted = agency[0]!;
  const copies = sites.flatMap(({ name }, site) =>
    [0, 1].map((copy): MadePage => {
      const made = madePage(site, 500 + copy);
      // The text of the agency in place of the page's own, one paragraph edited on each.
      const edited = agency.map((text, at) =>
        at === 1 + ((site + copy) % 4) ? text.replace(/\w+/u, `Yesterday ${name}`) : text,
      );
      const first = made.text.indexOf(made.body[0]!);
      const last = made.text.indexOf(made.body.at(-1)!) + made.body.at(-1)!.length;
      const text = made.text.slice(0, first) + edited.join('\n\n') + made.text.slice(last);
      return { ...made, path: `${name}/agency-${copy}.txt`, text, body: edited };
    }),
  );
  const quotes = sites.map(({ name }, site): MadePage => {
    const page = madePage(site, 700, [quoted]);
    return { ...page, path: `${name}/quoted.txt` };
  });
  const others = sites.flatMap(({ site }) =>
    Array.from({ length: learnedPages }, (_, seed) => madePage(site, seed)),
  );
  write('agency', [...others, ...copies, ...quotes]);
  const texts = textsOf('agency', []);
  const [, recall] = scores(texts, [...copies, ...quotes]);
  expect(recall).toBeGreaterThan(0.97);
  for (const { path } of quotes) expect(texts.get(path)).toContain(quoted);
});
