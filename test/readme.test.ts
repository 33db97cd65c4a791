import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tarOf, warcRecord } from './helpers/archives.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const tool = join(root, 'bin/ghirbal.js');

/** Code blocks of the README in one language. */
function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'gu'))].map(
    ([, code]) => code!,
  );
}

test('the options in the README are those of "ghirbal help options"', () => {
  const { stdout } = spawnSync(process.execPath, [tool, 'help', 'options'], { encoding: 'utf8' });
  expect(readme).toContain(`\`\`\`text\n${stdout}\`\`\``);
});

test('the README shows the summary that the seeds give', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ghirbal-readme-'));
  try {
    cpSync(join(root, 'seeds'), join(folder, 'seeds'), { recursive: true });
    const { stderr } = spawnSync(process.execPath, [tool, 'seeds', '-o', 'out'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const steady = (text: string): string => text.replaceAll(/ +[\d.]+ s +[\d,]+ pages\/s/gu, '');
    expect(steady(readme)).toContain(steady(stderr).trim());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

describe('every command of the README runs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ghirbal-readme-'));
  const path = `${join(folder, 'shims')}:${process.env['PATH']}`;
  const hasJq = spawnSync('jq', ['--version']).status === 0;

  beforeAll(async () => {
    for (const name of ['shims', 'crawl']) mkdirSync(join(folder, name));
    const shim = `#!/bin/sh\nexec "${process.execPath}" "${tool}" "$@"\n`;
    writeFileSync(join(folder, 'shims/ghirbal'), shim, { mode: 0o755 });
    writeFileSync(join(folder, 'shims/npx'), '#!/bin/sh\nexec "$@"\n', { mode: 0o755 });
    for (const name of ['seeds', 'scraped', 'corpus'])
      cpSync(join(root, 'seeds'), join(folder, name), { recursive: true });
    copyFileSync(join(root, 'seeds/000_f623b5f0eb2a4c74.txt'), join(folder, 'page.txt'));
    copyFileSync(join(folder, 'page.txt'), join(folder, 'crawl/one.text'));
    const record = JSON.stringify({
      id: '1',
      text: readFileSync(join(folder, 'page.txt'), 'utf8'),
    });
    for (const name of ['pages.jsonl', 'bodies.jsonl'])
      writeFileSync(join(folder, name), `${record}\n`);
    writeFileSync(join(folder, 'crawl.jsonl.gz'), gzipSync(`${record}\n`));
    const page = readFileSync(join(folder, 'page.txt'));
    writeFileSync(join(folder, 'crawl.warc.wet.gz'), gzipSync(warcRecord('conversion', page)));
    writeFileSync(join(folder, 'pages.tar'), await tarOf({ 'page.txt': page }));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const commands = blocks('sh')
    .flatMap((block) => block.split('\n'))
    .map((line) => line.replace(/\s+#.*$/u, '').replace(/^npm ci && /u, ''))
    .filter((line) => line !== '' && !line.startsWith('npm '));

  test.each(commands)('%s', (command) => {
    if (command.includes('jq') && !hasJq) return;
    if (/-o (out|unique)\b/u.test(command)) {
      for (const name of ['out', 'unique'])
        rmSync(join(folder, name), { recursive: true, force: true });
    }
    // The library's own limits are tried elsewhere; five pages cannot pass a gate of a thousand.
    const gate = command.includes('--min-kept 1000');
    const { status, stderr } = spawnSync('bash', ['-o', 'pipefail', '-c', command], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: path },
    });
    expect([
      command,
      status,
      gate ? '' : stderr.replaceAll(/^ghirbal 0.*$|^ghirbal: learned .*$|^ .*$|^$/gmu, '').trim(),
    ]).toEqual([command, gate ? 1 : 0, '']);
  });
});

test('the library example of the README compiles and runs', () => {
  const [imports, ...rest] = blocks('ts')[0]!.split('\n');
  const code = `${imports}
const [pageText, one, other] = ['A page.', 'one text', 'other text'] as const;
${rest.join('\n')}
console.log(blocks.length, title, tags, kept, removed);
export {};`;
  const folder = mkdtempSync(join(tmpdir(), 'ghirbal-readme-'));
  try {
    cpSync(join(root, 'seeds'), join(folder, 'scraped'), { recursive: true });
    mkdirSync(join(folder, 'node_modules', '@types'), { recursive: true });
    symlinkSync(root, join(folder, 'node_modules', 'ghirbal'), 'dir');
    for (const name of ['@types/node', 'undici-types']) {
      symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), 'dir');
    }
    writeFileSync(join(folder, 'example.mts'), code);
    const compiler = join(root, 'node_modules', '.bin', 'tsc');
    const options = ['--strict', '--module', 'nodenext', '--target', 'es2022', '--types', 'node'];
    const run = (command: string, args: readonly string[]): [number | null, string] => {
      const { status, stdout, stderr } = spawnSync(command, args, {
        cwd: folder,
        encoding: 'utf8',
      });
      return [status, status === 0 ? stderr : stdout + stderr];
    };
    expect(run(compiler, [...options, 'example.mts'])).toEqual([0, '']);
    expect(run(process.execPath, ['example.mjs'])).toEqual([0, '']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
