import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { expect, test } from 'vitest';
import { dedupe, fold, split } from '../src/index.ts';
import { folderWith } from './helpers/folder.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const pages = ['000_f623b5f0eb2a4c74', '003_e32d0e883a6e0a7c'].map((name) =>
  readFileSync(join(root, `seeds/${name}.txt`), 'utf8'),
);

/** The pure half of the library as one script for a browser; `null` without the bundler. */
async function bundled(): Promise<string | null> {
  // It comes with the test runner, and is not a dependency of its own.
  const bundler = await import('rolldown').catch(() => null);
  if (bundler === null) return null;
  const entry = join(folderWith({}), 'entry.js');
  const library = JSON.stringify(join(root, 'dist/index.js'));
  writeFileSync(entry, `export { split, fold, dedupe } from ${library};\n`);
  const bundle = await bundler.rolldown({ input: entry, platform: 'browser', logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'iife', name: 'ghirbal' });
  expect(output).toHaveLength(1);
  return output[0].code;
}

/** What the library makes of some pages, in a form that can leave a browser. */
const program = `JSON.stringify([
  ghirbal.fold('إدارةُ الأُمَم'),
  pages.map((page) => ghirbal.split(page)),
  ghirbal.dedupe([...pages, ghirbal.fold(pages[0])].map((text, at) => ({ id: String(at), text }))),
])`;

const expected: unknown = JSON.parse(
  JSON.stringify([
    fold('إدارةُ الأُمَم'),
    pages.map((page) => split(page)),
    dedupe([...pages, fold(pages[0]!)].map((text, at) => ({ id: String(at), text }))),
  ]),
);

test('split, fold and dedupe bundle to a script without Node, which gives the same', async ({
  skip,
}) => {
  const code = await bundled();
  if (code === null) return skip('no bundler beside the test runner');
  expect(code).not.toMatch(/\bnode:|\brequire\(|\bprocess\.|\bBuffer\./u);
  // A context with nothing of Node: the language, and three names of the web platform.
  const context = vm.createContext({ TextDecoder, TextEncoder, atob, pages });
  vm.runInContext(code, context);
  expect(JSON.parse(vm.runInContext(program, context) as string)).toEqual(expected);
});

const browser = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
);

test('the bundle gives the same in a browser', { timeout: 120_000 }, async ({ skip }) => {
  const code = browser === undefined ? null : await bundled();
  if (browser === undefined || code === null) return skip('no Chromium, or no bundler');
  const inline = (script: string): string =>
    `<script>${script.replaceAll('</script', String.raw`<\/script`)}</script>`;
  // Base64, so that nothing of the answer is taken for markup.
  const answer = `const bytes = new TextEncoder().encode(${program});
    document.body.textContent = 'answer:' + btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) + ':';`;
  const folder = folderWith({
    'page.html': `<!doctype html><meta charset="utf-8"><body>${inline(`const pages = ${JSON.stringify(pages)};`)}${inline(code)}${inline(answer)}`,
  });
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const { stdout } = spawnSync(
    browser,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      ...quiet,
      `--user-data-dir=${join(folder, 'profile')}`,
      '--dump-dom',
      `file://${join(folder, 'page.html')}`,
    ],
    { encoding: 'utf8', timeout: 90_000, maxBuffer: 2 ** 28 },
  );
  const [, base64] = /answer:([A-Za-z0-9+/=]+):/u.exec(stdout) ?? [];
  expect(JSON.parse(Buffer.from(base64 ?? '', 'base64').toString('utf8'))).toEqual(expected);
});
