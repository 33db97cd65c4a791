import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportPage } from '../../../src/report/html/page.ts';
import { mostPageBytes } from '../../../src/report/html/shell.ts';
import { reportOf, sampleGroupOf, samplePageOf } from './report-for-tests.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');
const pageOf = (...given: Parameters<typeof reportOf>): string =>
  reportPage(reportOf(...given), sha256);

/** Tags with their attribute names, values left out. */
function skeleton(page: string): string[] {
  const tags = page
    .replace(/<(style|script)>[^]*?<\/\1>/gu, '<$1></$1>')
    .match(/<[^>]*>/gu)!
    .map((tag) => tag.replace(/="[^"]*"/gu, '=""'));
  return tags;
}

const payloads = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><style>body{display:none}</style>',
  '<!-- -->',
  '</details></main><base href=//evil>',
  '${alert(1)}`',
  'javascript:alert(1)',
  '\u202egnp.exe\u202c',
  '&lt;script&gt;',
  '__proto__',
];

test.each(payloads)('text from the corpus adds no element and no attribute: %s', (payload) => {
  expect(skeleton(pageOf(payload))).toEqual(skeleton(pageOf('plain')));
});

test('no text at all adds an element or an attribute', () => {
  const plain = skeleton(pageOf('plain'));
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
      // Empty names are shown in words of our own, and two counts may have one name.
      fc.pre(!['utf-8', ''].includes(text));
      expect(skeleton(pageOf(text))).toEqual(plain);
    }),
    { numRuns: 50 },
  );
});

test('its policy allows its own style and script by their hashes, and nothing else', () => {
  const page = pageOf('plain');
  const inside = (tag: string): string => page.split(`<${tag}>`)[1]!.split(`</${tag}>`)[0]!;
  const policy = /Content-Security-Policy" content="([^"]*)"/u.exec(page)![1]!;
  expect(policy.replaceAll('&#39;', "'")).toBe(
    `default-src 'none'; style-src 'sha256-${sha256(inside('style'))}'; script-src 'sha256-${sha256(inside('script'))}'; base-uri 'none'; form-action 'none'`,
  );
  expect(page).not.toMatch(/\sstyle=|\son[a-z]+=|<a href="(?!#)|\ssrc=|url\(/u);
});

test('the numbers stand on the page and add up', () => {
  const page = pageOf('plain');
  expect(page).toContain('10 inputs = 4 cleaned + 3 removed + 2 rejected + 1 problems');
});

test('scraped text takes its own direction and language', () => {
  const page = pageOf('نص عربي');
  for (const [tag] of page.matchAll(/<[^>]*class="scraped"[^>]*>/gu)) {
    expect(tag).toContain('dir="rtl"');
  }
  expect(page).toContain('<del class="scraped" dir="rtl" lang="ar">نص عربي');
  expect(page).toContain('<mark>نص عربي</mark>');
  // White space shows there: none of ours may come in.
  expect(page).not.toMatch(/class="scraped"[^>]*>\s/u);
});

test('stays within its size however much escaping a hostile corpus needs', () => {
  const worst = '"'.repeat(12_000);
  const pages = Array.from({ length: 40 }, (_, at) => samplePageOf(worst, `${at}.txt`));
  const groups = Array.from({ length: 16 }, () => sampleGroupOf(worst));
  const names = Object.fromEntries(
    Array.from({ length: 5000 }, (_, at) => [`${at}${'&'.repeat(1000)}`, 1]),
  );
  const page = pageOf(worst, { samples: { pages, groups }, encodings: names, languages: names });
  expect(Buffer.byteLength(page)).toBeLessThanOrEqual(mostPageBytes);
  expect(page).toMatch(/\d+ more sample pages are in report\.json/u);
});

test('headings, landmarks and captions in order', () => {
  const outline = [
    ...pageOf('text of the corpus').matchAll(
      /<(header|nav|main|footer|h[1-4]|caption|figcaption|form|summary)\b[^>]*>([^]*?)(?=<\/)/gu,
    ),
  ].map(([, tag, text]) =>
    `${tag}: ${text!
      .replace(/<[^>]*>/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim()
      .slice(0, 70)}`.trim(),
  );
  expect(outline).toMatchInlineSnapshot(`
    [
      "header: ghirbal report",
      "nav: Sums",
      "main: What became of the inputs",
      "caption: Inputs and outcomes; each column adds up",
      "h2: Where the text went",
      "figcaption: All pages, in bytes, by kind of block",
      "caption: Text by kind of block",
      "caption: Why blocks got their kind",
      "h2: Sites",
      "caption: Pages and text by site",
      "h2: Repeated lines that were cut",
      "summary: text of the corpus",
      "h2: Near-duplicates",
      "figcaption: Pairs of pages that were compared, by how alike they are",
      "figcaption: Pages that would go if similarity alone decided, by threshold",
      "summary: Both charts as a table",
      "caption: Similarity in 20 steps",
      "caption: Removed pages by rule",
      "caption: Groups by their number of pages",
      "h2: Sample pages",
      "form: Search",
      "summary: site/a.txt",
      "h3: As scraped",
      "h3: Text kept",
      "h2: Merged pages",
      "summary: b.txt",
      "h3: a.txt",
      "h4: Removed: a.txt",
      "h4: Kept: b.txt",
      "h2: Languages and encodings",
      "caption: Articles by language",
      "caption: Articles by script",
      "caption: Pages by encoding",
      "caption: What else was met",
      "h2: Problems and rejected pages",
      "caption: Problems by kind",
      "caption: Rejected pages by reason",
      "caption: Inputs that could not be used",
      "h2: Settings and how to repeat this",
      "summary: All settings",
      "caption: Settings that decide what is written",
      "footer: Made by ghirbal 1.2.3. The same in figures: report.json, beside this p",
    ]
  `);
});

test('a run that split nothing shows no blocks, one that compared nothing no groups', () => {
  const bodies = pageOf('plain', { form: 'bodies' });
  expect(bodies).not.toContain('id="pages"');
  const alone = pageOf('plain', { settings: { dedupe: false } });
  expect(alone).not.toContain('id="groups"');
  expect(alone).toContain('Pages were not compared');
});
