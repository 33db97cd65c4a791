import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runTool } from '../helpers/run-tool.ts';
import { madePage, siteNames } from '../helpers/site-corpus.ts';

const leftOutNote = /\[…[^\]]*\]/gu;
const arabicOrHebrew = /[\p{Script=Arabic}\p{Script=Hebrew}]/gu;
const letters = /\p{L}/gu;

/** The report in a real browser. Without a Chromium on the machine there is nothing to try. */
const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => existsSync(path),
);

const hostile = [
  '<script>document.title = "taken over"</script>',
  '<img src=x onerror="document.title = \'taken over\'">',
  '</style><style>body { display: none }</style>',
  '<base href="https://example.org/"><link rel="stylesheet" href="https://example.org/x.css">',
  '"><svg onload="document.title = 1">',
];

describe.skipIf(chromium === undefined)('in a browser', { timeout: 180_000 }, () => {
  let folder: string;
  let browser: Browser;
  const complaints: string[] = [];
  const requests: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ghirbal-browser-'));
    const pages = join(folder, 'pages');
    siteNames.forEach((name, site) => {
      mkdirSync(join(pages, name), { recursive: true });
      for (let seed = 0; seed < 14; seed++) {
        const { text } = madePage(site, seed);
        writeFileSync(join(pages, name, `${seed}.txt`), `${text}\n\n${hostile.join('\n\n')}\n`);
      }
      // A copy, so that there is a group to show.
      writeFileSync(join(pages, name, 'copy.txt'), `${madePage(site, 0).text}\n\nAgain.\n`);
    });
    writeFileSync(join(pages, 'broken.txt'), Buffer.from([0, 1, 2, 3]));
    runTool([pages, '-o', join(folder, 'out')]);
    runTool([pages, '-o', join(folder, 'other'), '--threshold', '0.3', '--precision']);
    const compared = ['report', '--compare', join(folder, 'out'), join(folder, 'other')];
    runTool([...compared, '-o', join(folder, 'changes.html')]);
    const { chromium: launcher } = await import('playwright-core');
    browser = await launcher.launch({ executablePath: chromium!, args: ['--no-sandbox'] });
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function opened(
    options: Parameters<Browser['newPage']>[0] = {},
    name = 'out/report.html',
  ): Promise<Page> {
    const page = await browser.newPage(options);
    // A busy machine takes its time.
    page.setDefaultTimeout(120_000);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(join(folder, name)).href);
    return page;
  }

  test('it opens without an error, and asks for nothing but itself', async () => {
    const page = await opened();
    expect(await page.title()).toBe('ghirbal report');
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
    expect(statSync(join(folder, 'out/report.html')).size).toBeLessThanOrEqual(2_000_000);
    await page.close();
  });

  test('a hostile corpus runs nothing and restyles nothing', async () => {
    const page = await opened();
    await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true;');
    expect(await page.title()).toBe('ghirbal report');
    expect(
      await page.locator('main img, main base, main link, main style, main script').count(),
    ).toBe(0);
    expect(await page.evaluate('getComputedStyle(document.body).display')).toBe('block');
    expect(await page.locator('main').textContent()).toContain('<script>document.title');
    await page.close();
  });

  test('the filters leave the pages that were asked for, and say how many', async () => {
    const page = await opened();
    const shown = page.locator('.sample-page:visible');
    const all = await shown.count();
    expect(all).toBeGreaterThan(10);
    await page.selectOption('select[name=site]', { index: 1 });
    const ofSite = await shown.count();
    expect(ofSite).toBeGreaterThan(0);
    expect(ofSite).toBeLessThan(all);
    expect(await page.locator('#filter-status').textContent()).toContain(String(ofSite));
    await page.selectOption('select[name=site]', '');
    await page.selectOption('select[name=kind]', 'title');
    expect(await shown.count()).toBeGreaterThan(0);
    await page.selectOption('select[name=kind]', '');
    await page.selectOption('select[name=reason]', 'random');
    const random = await shown.count();
    expect(random).toBeGreaterThan(0);
    expect(random).toBeLessThan(all);
    await page.selectOption('select[name=reason]', '');
    await page.fill('input[name=words]', 'no page has these words');
    expect(await shown.count()).toBe(0);
    await page.fill('input[name=words]', 'sahifa.example');
    expect(await shown.count()).toBeGreaterThan(0);
    await page.fill('input[name=words]', '');
    expect(await shown.count()).toBe(all);
    await page.close();
  });

  test('marks on letters, tatweel and line breaks make no difference to the search', async () => {
    const page = await opened();
    const shown = page.locator('.sample-page:visible');
    const texts = await page.locator('.sample-page .scraped[dir=rtl]').allTextContents();
    const word = /\p{Script=Arabic}{4,}/u.exec(texts.join(' '))![0];
    await page.fill('input[name=words]', word);
    const plain = await shown.count();
    expect(plain).toBeGreaterThan(0);
    await page.fill('input[name=words]', `${word.slice(0, 2)}\u0640\u064e${word.slice(2)}`);
    expect(await shown.count()).toBe(plain);
    await page.close();
  });

  test('the charts show the numbers of the table, on hover each its own', async () => {
    const page = await opened();
    const cells = (column: number): Promise<string[]> =>
      page.locator(`#steps tbody td:nth-child(${column})`).allTextContents();
    const [pairs, removed] = await Promise.all([cells(3), cells(4)]);
    const bars = await page.locator('figure.chart .ct-bar title').allTextContents();
    expect(bars).toHaveLength(20);
    expect(bars[0]).toBe(`0.00 to 0.05: ${pairs[0]!.trim()} (Pairs)`);
    expect(bars[19]).toBe(`0.95 to 1.00: ${pairs[19]!.trim()} (Pairs)`);
    const points = await page.locator('figure.chart .ct-point title').allTextContents();
    expect(points).toHaveLength(20);
    expect(points[9]).toBe(`0.50: ${removed[9]!.trim()} (Removed at threshold “To”)`);
    expect(await page.locator('figure.chart:visible').count()).toBe(2);
    expect(await page.locator('#steps').isVisible()).toBe(false);
    await page.getByText('Both charts as a table').click();
    expect(await page.locator('#steps').isVisible()).toBe(true);
    await page.close();
  });

  test('the labels of a chart stay inside it, and are as large as text, on any window', async () => {
    for (const width of [390, 1180]) {
      const page = await opened({ viewport: { width, height: 900 } });
      const places = await page.evaluate<{ inside: boolean; size: number }[]>(`
        [...document.querySelectorAll('figure.chart')].flatMap((figure) => {
          const frame = figure.getBoundingClientRect();
          return [...figure.querySelectorAll('.plot text')].map((text) => {
            const { left, right, height } = text.getBoundingClientRect();
            return { inside: left >= frame.left && right <= frame.right, size: height };
          });
        })`);
      expect(places.length).toBeGreaterThan(12);
      for (const { inside, size } of places) {
        expect(inside).toBe(true);
        expect(size).toBeGreaterThan(12);
      }
      await page.close();
    }
  });

  test('the page of two runs opens without an error and fits every window, its charts with both', async () => {
    for (const width of [390, 1180]) {
      const page = await opened({ viewport: { width, height: 900 } }, 'changes.html');
      expect(await page.locator('.ct-line').count()).toBe(4);
      expect(await page.locator('.ct-point title').count()).toBe(80);
      const over = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect([width, over]).toEqual([width, 0]);
      await page.close();
    }
    expect(complaints).toEqual([]);
  });

  test('without script the numbers stand open in their table, and no empty chart', async () => {
    const page = await opened({ javaScriptEnabled: false });
    expect(await page.locator('#steps').isVisible()).toBe(true);
    expect(await page.locator('figure.chart').first().isVisible()).toBe(false);
    expect(await page.locator('#filter').isVisible()).toBe(false);
    expect(await page.locator('.sample-page').first().isVisible()).toBe(true);
    await page.close();
  });

  test('scraped text takes the direction of its script, the page around it stays', async () => {
    const page = await opened();
    await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true;');
    const directions = await page.evaluate<[string, string][]>(
      '[...document.querySelectorAll(".scraped")].map((one) => [getComputedStyle(one).direction, one.textContent])',
    );
    const isRight = (text: string): boolean => {
      const scraped = text.replace(leftOutNote, '');
      const right = scraped.match(arabicOrHebrew)?.length ?? 0;
      return right * 2 > (scraped.match(letters)?.length ?? 0);
    };
    expect(directions.some(([, text]) => isRight(text))).toBe(true);
    for (const [direction, text] of directions) {
      expect([text, direction]).toEqual([text, isRight(text) ? 'rtl' : 'ltr']);
    }
    expect(await page.evaluate('getComputedStyle(document.body).direction')).toBe('ltr');
    await page.close();
  });

  test.each([
    ['phone', 380],
    ['tablet', 800],
    ['desk', 1400],
  ] as const)('on a %s nothing runs out of the window, in both themes', async (name, width) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await opened({ viewport: { width, height: 900 }, colorScheme });
      const over = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect([name, colorScheme, over]).toEqual([name, colorScheme, 0]);
      const pictures = process.env['GHIRBAL_SCREENSHOTS'];
      if (pictures !== undefined)
        await page.screenshot({
          path: join(pictures, `${name}-${colorScheme}.png`),
          fullPage: true,
        });
      await page.close();
    }
  });

  test('axe finds nothing serious in either theme', async () => {
    const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
    const themes = ['light', 'dark'] as const;
    const runs = ['out/report.html', 'changes.html'].flatMap((name) =>
      themes.map((colorScheme) => ({ name, colorScheme })),
    );
    for (const { name, colorScheme } of runs) {
      // The page's own policy allows no script of others, and that is what axe is.
      const page = await browser.newPage({ colorScheme, bypassCSP: true });
      await page.goto(pathToFileURL(join(folder, name)).href);
      await page.evaluate(readFileSync(source, 'utf8'));
      const found = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: {
            run(): Promise<{
              violations: { id: string; impact: string; nodes: { html: string }[] }[];
            }>;
          };
        };
        const { violations } = await axe.run();
        return violations
          .filter(({ impact }) => ['serious', 'critical'].includes(impact))
          .map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)}`);
      });
      expect([name, colorScheme, found]).toEqual([name, colorScheme, []]);
      await page.close();
    }
  });
});

test.runIf(chromium === undefined)('without Chromium the report is not tried in a browser', () => {
  expect(fileURLToPath(import.meta.url)).toContain('browser');
});
