import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { comparisonPage } from '../../../src/report/html/comparison-page.ts';
import { mostPageBytes } from '../../../src/report/html/shell.ts';
import type { Report } from '../../../src/report/report.ts';
import { reportOf, samplePageOf } from './report-for-tests.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');

/** The page, white space between tags left out. */
function pageOf(before: Report, after: Report): string {
  const [one, other] = [
    { name: 'out/a', report: before },
    { name: 'out/b', report: after },
  ];
  return comparisonPage(one, other, sha256)
    .replace(/\s+/gu, ' ')
    .replace(/ ?(<[^>]*>) ?/gu, '$1');
}

function changed(text: string): Report {
  const page = samplePageOf(text);
  return reportOf(text, {
    ghirbal: '1.3.0',
    languages: { [text]: 6 },
    settings: { ...reportOf(text).settings, exclude: [text] },
    samples: { pages: [{ ...page, outcome: 'cleaned', kept: 0.75 }], groups: [] },
  });
}

test('what changed stands there with both values and the difference', () => {
  const page = pageOf(reportOf('news'), changed('news'));
  expect(page).toContain('By ghirbal 1.2.3, then by ghirbal 1.3.0.');
  expect(page).toContain('What changed from<bdi>out/a</bdi>to<bdi>out/b</bdi>.');
  expect(page).toContain('<th scope="row"><bdi>exclude</bdi></th><td><bdi>[]</bdi></td>');
  expect(page).toContain(
    '<bdi>ar</bdi></th><td class="number">6</td><td class="number">0</td><td class="number">-6</td>',
  );
  expect(page).toContain(
    '<bdi>cleaned</bdi></th><td class="number">4</td><td class="number">4</td><td class="number">0</td>',
  );
  expect(page).toContain('25.0 % main body before, 75.0 % after');
  expect(page).toContain('removed, a near-duplicate of<bdi>b.txt</bdi>; 25.0 % main body');
  expect(page).toContain('cleaned; 75.0 % main body');
});

test('the charts have both runs in their table', () => {
  const page = pageOf(reportOf('news'), reportOf('news'));
  const [, head] = /<table id="steps".*?<tr>(.*?)<\/tr>/u.exec(page)!;
  expect([...head!.matchAll(/>([^<]+)</gu)].map(([, name]) => name)).toEqual([
    'From',
    'To',
    'Pairs, before',
    'Pairs, after',
    'Removed, before',
    'Removed, after',
  ]);
  expect(page).toContain('data-columns="2 3"');
  expect(page).toContain('data-columns="4 5"');
});

test('runs that did not both compare pages have no charts of it', () => {
  const alone = reportOf('news', { settings: { dedupe: false } });
  expect(pageOf(alone, reportOf('news'))).not.toContain('id="steps"');
});

test('text from the corpus adds no element and no attribute', () => {
  const tags = (text: string): readonly string[] =>
    pageOf(reportOf(text), changed(text))
      .match(/<[^>]*>/gu)!
      .map((tag) => tag.replace(/="[^"]*"/gu, '=""'));
  const plain = tags('plain');
  expect(plain.length).toBeGreaterThan(100);
  for (const payload of ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' x='"])
    expect(tags(payload)).toEqual(plain);
});

test('stays within its size, and says how many samples found no room', () => {
  const samples = (kept: number): Report['samples'] => ({
    pages: Array.from({ length: 40 }, (_, at) => ({
      ...samplePageOf('"'.repeat(12_000), `${at}.txt`),
      kept,
    })),
    groups: [],
  });
  const page = pageOf(
    reportOf('news', { samples: samples(0.1) }),
    reportOf('news', { samples: samples(0.2) }),
  );
  expect(Buffer.byteLength(page)).toBeLessThanOrEqual(mostPageBytes);
  expect(page).toMatch(/\d+ more are in both report\.json/u);
});
