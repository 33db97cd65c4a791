import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LabelledPage } from '../../src/build/labelled-pages.ts';
import { randomSource } from '../../src/build/random-source.ts';
import { recombinedPages } from '../../src/build/recombined-pages.ts';
import type { BlockKind } from '../../src/split/block.ts';

const menu = 6;

/** A page whose every line says where it is from: menu, title, article and a list of others. */
function pageOf(domain: string, paragraphs: number, language = 'en'): LabelledPage {
  const lines: [string, BlockKind[]][] = [
    ...Array.from({ length: menu }, (_, at): [string, BlockKind[]] => [
      `${domain} menu ${at}`,
      ['furniture'],
    ]),
    [`${domain} title`, ['title']],
    ...Array.from({ length: paragraphs }, (_, at): [string, BlockKind[]] => [
      `${domain} body ${at} ${'word '.repeat(60)}`,
      ['body'],
    ]),
    ['', []],
    [`${domain} related`, ['related']],
  ];
  return {
    id: domain,
    set: 'made',
    domain,
    publishers: [domain],
    language,
    script: 'Latin',
    variant: 'page',
    pageType: 'article',
    text: lines.map(([text]) => text).join('\n'),
    allowed: lines.map(([, kinds]) => kinds),
  };
}

const pages = ['a', 'b', 'c', 'd', 'e'].map((domain, at) => pageOf(domain, at + 2));

test('every line keeps its label, and every publisher of a line is named', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      for (const { text, allowed, publishers, domain } of recombinedPages(
        pages,
        2,
        randomSource(seed),
      )) {
        const lines = text.split('\n');
        expect(lines).toHaveLength(allowed.length);
        for (const [at, line] of lines.entries()) {
          if (line === '') continue;
          const [from, part] = line.split(' ') as [string, string];
          expect(publishers).toContain(from);
          expect(allowed[at]).toEqual([part === 'menu' ? 'furniture' : part]);
        }
        expect(publishers[0]).toBe(domain);
        expect(new Set(publishers).size).toBe(publishers.length);
      }
    }),
  );
});

test('the article is all of another publisher, its paragraphs in order, under its own title', () => {
  const made = recombinedPages(pages, 3, randomSource(7));
  expect(made).toHaveLength(3 * pages.length);
  for (const { text, domain } of made) {
    const body = text.split('\n').filter((line) => line.includes(' body '));
    const [from] = body[0]!.split(' ') as [string];
    expect(from).not.toBe(domain);
    const article = pages.find((page) => page.domain === from)!;
    expect(body).toEqual(article.text.split('\n').filter((line) => line.includes(' body ')));
    expect(text).toContain(`${from} title`);
  }
});

test('the same seed gives the same pages', () => {
  expect(recombinedPages(pages, 2, randomSource(3))).toEqual(
    recombinedPages(pages, 2, randomSource(3)),
  );
});

test('a language that has choice enough is not mixed with others', () => {
  const french = ['f', 'g', 'h', 'i'].map((domain) => pageOf(domain, 3, 'fr'));
  const made = recombinedPages([...pages, ...french], 2, randomSource(5));
  const isFrench = (domain: string): boolean => french.some((page) => page.domain === domain);
  for (const { publishers } of made) expect(new Set(publishers.map(isFrench)).size).toBe(1);
});

test('pages that are no articles, or alone in their script, are left out', () => {
  const forum = { ...pageOf('x', 4), pageType: 'forum' };
  const alone = { ...pageOf('y', 4, 'th'), script: 'Thai' };
  const made = recombinedPages([...pages, forum, alone], 1, randomSource(1));
  expect(made.map(({ domain }) => domain)).toEqual(['a', 'b', 'c', 'd', 'e']);
});
