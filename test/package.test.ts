import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { version } from '../src/version.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as {
  version: string;
  bin: Record<string, string>;
  dependencies: Record<string, string>;
};

interface Lock {
  packages: Record<string, { dev?: boolean; hasInstallScript?: boolean; resolved?: string }>;
}
const lock = JSON.parse(readFileSync(`${root}/package-lock.json`, 'utf8')) as Lock;

test('the version is the same everywhere', () => {
  expect(version).toBe(manifest.version);
  expect(readFileSync(`${root}/CHANGELOG.md`, 'utf8')).toContain(`## ${manifest.version}`);
});

test('the command is called ghirbal', () => {
  expect(manifest.bin).toEqual({ ghirbal: 'bin/ghirbal.js' });
});

test('no package that users install runs a script when it is installed', () => {
  const installed = Object.entries(lock.packages).filter(([name, { dev }]) => name !== '' && !dev);
  expect(installed.filter(([, entry]) => entry.hasInstallScript)).toEqual([]);
  expect(installed.length).toBeLessThanOrEqual(30);
});

test('the lock file names no download addresses', () => {
  expect(Object.values(lock.packages).filter(({ resolved }) => resolved?.includes('://'))).toEqual(
    [],
  );
});

/** The files of types that a file of types refers to, itself included. */
function typesNeededBy(first: string): readonly string[] {
  const needed = [first];
  for (const name of needed) {
    const text = readFileSync(`${root}/${name}`, 'utf8');
    for (const [, path] of text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/gu)) {
      const other = join(dirname(name), path!.replace(/\.[jt]s$/u, '.d.ts'));
      if (!needed.includes(other)) needed.push(other);
    }
  }
  return needed;
}

test('the package holds the built tool and nothing of its making', () => {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  ) as [{ files: { path: string }[]; unpackedSize: number }];
  const names = packed.files.map(({ path }) => path);
  expect(names).toContain('bin/ghirbal.js');
  expect(names).toContain('dist/cli/main.js');
  expect(names).toContain('dist/index.d.ts');
  expect(names.filter((name) => /^(src|test|seeds)\/|^dist\/build\//u.test(name))).toEqual([]);
  expect(packed.unpackedSize).toBeLessThan(2_000_000);
  expect(typesNeededBy('dist/index.d.ts').filter((name) => !names.includes(name))).toEqual([]);
});

test('the top level holds only what the design names', () => {
  const allowed = new Set([
    'bin',
    'src',
    'test',
    'seeds',
    'package.json',
    'tsconfig.json',
    'README.md',
    'LICENSE',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'package-lock.json',
  ]);
  const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' });
  const top = new Set(
    tracked
      .split('\n')
      .filter(Boolean)
      .map((path) => path.split('/')[0]!),
  );
  expect([...top].filter((name) => !name.startsWith('.') && !allowed.has(name))).toEqual([]);
  expect(readdirSync(`${root}/seeds`)).toHaveLength(5);
});
