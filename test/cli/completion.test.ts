import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { completionFor, shells } from '../../src/cli/completion.ts';
import { flagsOf } from '../../src/cli/flags.ts';
import { commandNames, rowsOf } from '../../src/cli/options.ts';
import { UsageError } from '../../src/errors.ts';
import { folderWith } from '../helpers/folder.ts';

const isThere = (shell: string): boolean => spawnSync(shell, ['-c', 'exit']).status === 0;

/** What bash would offer for the last of some words. */
function offeredByBash(...words: string[]): string[] {
  const script = `${completionFor('bash')}
COMP_WORDS=("$@"); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
compopt() { :; }
_ghirbal
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', 'ghirbal', ...words], {
    cwd: folderWith({ 'seedlings/a.txt': '', 'spare.txt': '' }),
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return stdout.split('\n').filter(Boolean);
}

describe.each(shells)('%s', (shell) => {
  test('the script names every command and option', () => {
    const script = completionFor(shell);
    for (const command of commandNames) {
      if (command !== 'clean') expect(script).toContain(command);
      for (const [, row] of rowsOf(command)) expect(script).toContain(flagsOf(row).long);
    }
  });

  test.skipIf(!isThere(shell))('the shell takes the script', () => {
    const { status, stderr } = spawnSync(shell, ['-n', 'completion'], {
      cwd: folderWith({ completion: completionFor(shell) }),
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
  });
});

test('bash offers commands and files at first, then options and their values', () => {
  expect(offeredByBash('s').toSorted()).toEqual([
    'seedlings',
    'sign',
    'spare.txt',
    'spark',
    'split',
    'survey',
  ]);
  expect(offeredByBash('match', 'work', '--step', 'j')).toEqual(['join']);
  expect(offeredByBash('--thr')).toEqual(['--threshold']);
  expect(offeredByBash('pages', '--keep', 'e')).toEqual(['earliest']);
  expect(offeredByBash('pages', '--keep', '=', 'e')).toEqual(['earliest']);
  expect(offeredByBash('pages', '--color', '=')).toEqual(['auto', 'always', 'never']);
  expect(offeredByBash('split', '--no-')).toEqual(['--no-progress']);
  expect(offeredByBash('split', '--attr')).toEqual(['--attributes']);
  expect(offeredByBash('completion', 'z')).toEqual(['zsh']);
  // Left to the shell: names of files.
  expect(offeredByBash('pages', '-o', 's')).toEqual([]);
});

test.skipIf(!isThere('fish'))('fish offers commands, options and values with their meaning', () => {
  const offered = (line: string): string[] => {
    const script = `source completion.fish; complete -C '${line}'`;
    const { stdout } = spawnSync('fish', ['-c', script], {
      cwd: folderWith({ 'completion.fish': completionFor('fish') }),
      encoding: 'utf8',
    });
    return stdout.split('\n').filter(Boolean);
  };
  expect(offered('ghirbal spl')).toEqual([
    'split\tPrints what is what on each page, as one JSON object a line.',
  ]);
  expect(offered('ghirbal pages --keep e')).toEqual([
    'earliest\tlongest, first, newest, ... stays',
  ]);
  expect(offered('ghirbal split --attr')).toEqual([
    '--attributes\tspans by kind, as a Dolma attribute file holds them',
  ]);
  expect(offered('ghirbal pages --attr')).toEqual([]);
});

test('another shell is refused with those there are', () => {
  expect(() => completionFor('tcsh')).toThrow(UsageError);
});

test('the manual page has every option and no line that roff would take for a request', () => {
  const path = fileURLToPath(new URL('../../dist/man/ghirbal.1.gz', import.meta.url));
  const page = gunzipSync(readFileSync(path)).toString();
  for (const command of commandNames) {
    for (const [, row] of rowsOf(command)) {
      const long = `\\-\\-${flagsOf(row).long.replaceAll('-', '\\-')}`;
      expect([command, long, page.includes(long)]).toEqual([command, long, true]);
    }
  }
  const requests = page.split('\n').filter((line) => line.startsWith('.'));
  expect(
    requests.filter((line) => !/^\.(?:TH|SH|SS|TP|PP|B|I|br|nf|fi|RS|RE)\b/u.test(line)),
  ).toEqual([]);
});

test.skipIf(!isThere('man'))('man shows the manual page without a warning', () => {
  const page = fileURLToPath(new URL('../../dist/man/ghirbal.1.gz', import.meta.url));
  const { stdout, stderr } = spawnSync('man', ['--warnings', '-l', page], {
    encoding: 'utf8',
    env: { ...process.env, MANWIDTH: '80', LC_ALL: 'C.UTF-8' },
  });
  expect(stderr).toBe('');
  expect(stdout).toContain('-o, --output <path>');
});
