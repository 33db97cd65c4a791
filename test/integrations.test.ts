import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { optionsText } from '../src/cli/help.ts';
import { folderWith, pageAbout } from './helpers/folder.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const tool = join(root, 'bin/ghirbal.js');

/** The script of the action, as the runner would hand it to bash. */
function actionScript(): string {
  const action = readFileSync(join(root, '.github/actions/ghirbal/action.yml'), 'utf8');
  const [, script] = /run: \|\n([\s\S]*)$/u.exec(action) ?? [];
  return script!.replaceAll(/^ {8}/gmu, '');
}

test('the GitHub Action hands on names and options as they are, and fails as the gate does', () => {
  const page = pageAbout('Norwich');
  const folder = folderWith({ 'my pages/$(touch ran).txt': page, 'my pages/b.txt': page });
  const shims = join(folder, 'shims');
  mkdirSync(shims);
  // In place of npx, which would fetch the package: what stands after "--" is run.
  const shim = `#!/bin/bash\necho "$3" > "${folder}/package"\nwhile [ "$1" != -- ]; do shift; done\nshift 2\nexec "${process.execPath}" "${tool}" "$@"\n`;
  writeFileSync(join(shims, 'npx'), shim, { mode: 0o755 });
  const run = (options: string, version: string) =>
    spawnSync('bash', ['-e', '-o', 'pipefail', '-c', actionScript()], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        PATH: `${shims}:${process.env['PATH']}`,
        INPUTS: 'my pages\n\n',
        OPTIONS: options,
        VERSION: version,
      },
    });
  const checked = run('--check\n--quiet\n', 'latest');
  expect(checked.status).toBe(1);
  expect(checked.stderr).toContain('::error file=my pages/b.txt,title=Near-duplicate::');
  expect(readFileSync(join(folder, 'package'), 'utf8')).toBe('ghirbal@latest\n');
  expect(run('--check\n--max-duplicates=60', './here').status).toBe(0);
  expect(readFileSync(join(folder, 'package'), 'utf8')).toBe('./here\n');
  expect(spawnSync('ls', ['ran'], { cwd: folder }).status).not.toBe(0);
});

test('the pre-commit hook names the command and options that there are', () => {
  const hook = readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8');
  const [, entry] = /entry: (.*)/u.exec(hook) ?? [];
  const [npx, yes, command, ...options] = entry!.split(' ');
  expect([npx, yes, command]).toEqual(['npx', '--yes', 'ghirbal']);
  for (const option of options) expect(optionsText(null)).toContain(option);
  const page = pageAbout('Norwich');
  const other = readFileSync(join(root, 'seeds/000_f623b5f0eb2a4c74.txt'));
  const folder = folderWith({ 'a.txt': page, 'b.txt': page, 'c.txt': other });
  const run = (...files: string[]) =>
    spawnSync(process.execPath, [tool, ...options, ...files], { cwd: folder }).status;
  expect([run('a.txt', 'c.txt'), run('a.txt', 'b.txt')]).toEqual([0, 1]);
});

test('the Dockerfile copies what there is and runs what is installed', () => {
  const file = readFileSync(join(root, '.docker/Dockerfile'), 'utf8');
  const tracked = spawnSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).stdout;
  const copied = [...file.matchAll(/^COPY (?!--)(.*) \S+$/gmu)].flatMap(([, names]) =>
    names!.split(' '),
  );
  expect(copied.length).toBeGreaterThan(3);
  for (const name of copied) expect(tracked).toMatch(new RegExp(`^${name}(?:/|$)`, 'mu'));
  expect(file).toContain('ENTRYPOINT ["ghirbal"]');
});
