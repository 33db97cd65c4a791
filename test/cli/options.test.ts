import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { helpOn, helpText, mainTopics, optionsText } from '../../src/cli/help.ts';
import {
  commandNames,
  defaultManners,
  mannerRows,
  rowsOf,
  settingRows,
} from '../../src/cli/options.ts';
import { readSettings, variableName } from '../../src/cli/read-settings.ts';
import { UsageError } from '../../src/errors.ts';
import { defaultSettings, resolveSettings } from '../../src/settings.ts';
import { folderWith } from '../helpers/folder.ts';
import { runTool } from '../helpers/run-tool.ts';

const rows = { ...settingRows, ...mannerRows };

test('the long name of every option is the name of its setting', () => {
  for (const [name, { flags }] of Object.entries(rows)) {
    const long = /--(?:no-)?([a-z0-9-]+)/u.exec(flags)![1]!;
    expect(long.replace(/-([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase())).toBe(name);
  }
});

test('no two options of a command share a flag', () => {
  for (const command of commandNames) {
    const flags = rowsOf(command).flatMap(([, row]) => row.flags.match(/--?[a-z0-9-]+/giu) ?? []);
    expect(new Set(flags).size).toBe(flags.length);
  }
});

test.each(commandNames)('help of %s names its options and fits a terminal', (command) => {
  const lines = helpText(command).trimEnd().split('\n');
  expect(lines.length).toBeLessThan(60);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  for (const [, row] of rowsOf(command)) {
    const text = command === 'clean' ? optionsText(null) : helpText(command);
    expect(text).toContain(row.flags);
    if (row.isRare !== true) expect(helpText(command)).toContain(row.flags);
  }
});

test('the main help names every topic that has more options than it shows', () => {
  const closing = helpText('clean')
    .split('\n')
    .find((line) => line.startsWith('More options:'))!;
  for (const topic of mainTopics) {
    const hasMore = rowsOf('clean').some(([, row]) => row.topic === topic && row.isRare === true);
    expect([topic, closing.includes(topic.toLowerCase())]).toEqual([topic, hasMore]);
    expect(helpOn(topic.toLowerCase())!.startsWith(`${topic}:\n`)).toBe(true);
  }
  expect(helpOn('nothing')).toBeNull();
  // The main command has no options of this one.
  expect(helpOn('parts')).toBeNull();
});

test('the defaults pass their own checks', () => {
  expect(resolveSettings({})).toEqual(defaultSettings);
  expect(readSettings({}, {})).toEqual({ settings: defaultSettings, manners: defaultManners });
});

test('options win over the environment, which wins over the config file', () => {
  const folder = folderWith({ 'c.json': '{"minWords": 1, "minKept": 1, "keep": "first"}' });
  const environment = {
    GHIRBAL_CONFIG: `${folder}/c.json`,
    GHIRBAL_MIN_WORDS: '2',
    GHIRBAL_MIN_KEPT: '2',
    GHIRBAL_DEDUPE: 'no',
  };
  const { settings } = readSettings({ minWords: 3 }, environment);
  expect(settings).toMatchObject({ minWords: 3, minKept: 2, keep: 'first', dedupe: false });
});

test('every setting has a variable of its own', () => {
  const names = Object.keys(rows).map(variableName);
  expect(new Set(names).size).toBe(names.length);
  expect(variableName('files0From')).toBe('GHIRBAL_FILES0_FROM');
});

test('a variable that is no setting is told of, with the name that was meant', () => {
  const environment = {
    GHIRBAL_MIN_WORD: '3',
    GHIRBAL_NO_DEDUPE: '1',
    GHIRBAL_MIN_KEPT: '1',
    'GHIRBAL_\u001b[2J': '',
    OTHER: '',
  };
  const { stderr, code } = runTool(['--print-config'], { env: environment });
  expect(code).toBe(0);
  expect(stderr.split('\n')).toEqual([
    'ghirbal: no setting has the variable GHIRBAL_\\x1b[2J: ignored',
    'ghirbal: no setting has the variable GHIRBAL_MIN_WORD: ignored; did you mean GHIRBAL_MIN_WORDS?',
    'ghirbal: no setting has the variable GHIRBAL_NO_DEDUPE: ignored; did you mean GHIRBAL_DEDUPE?',
    '',
  ]);
  expect(runTool(['--print-config', '-q'], { env: environment }).stderr).toBe('');
});

test('all complaints come at once, unknown settings among them', () => {
  const bad = { threshold: 2, keep: 'best', treshold: 1 };
  expect(() => resolveSettings(bad)).toThrow(UsageError);
  expect(() => resolveSettings(bad)).toThrow(/threshold must.*keep must.*no setting "treshold"/u);
});

test('an encoding that nobody knows ends the run before it begins', () => {
  expect(() => readSettings({ encoding: 'klingon' }, {})).toThrow(
    'encoding must be the name of an encoding, such as windows-1256, not "klingon"',
  );
  expect(readSettings({ encoding: 'Windows-1251' }, {}).settings.encoding).toBe('Windows-1251');
});

test('bounds of near-duplicates have nothing to do where none are looked for', () => {
  expect(() => readSettings({ dedupe: false, threshold: 0.5, keep: 'first' }, {})).toThrow(
    '--no-dedupe leaves nothing to do for --threshold and --keep',
  );
  // What stands in the environment or a config file is for other runs too.
  const { settings } = readSettings({ dedupe: false }, { GHIRBAL_THRESHOLD: '0.5' });
  expect(settings).toMatchObject({ dedupe: false, threshold: 0.5 });
});

test('a folder for scratch files that is not there is refused, not met later', () => {
  const { code, stderr } = runTool(['-', '-o', 'out', '--tmp', 'none'], {
    stdin: 'A page.\n',
    cwd: folderWith({}),
  });
  expect(code).toBe(2);
  expect(stderr).toContain('the folder for scratch files "none" is not there');
});

test('precision and recall cannot both be asked for', () => {
  expect(() => resolveSettings({ precision: true, recall: true })).toThrow(
    'precision and recall ask for opposite things',
  );
});

test('what --print-config prints serves as a config file: the next run does its work', () => {
  const folder = folderWith({ 'in/a.txt': 'A page.' });
  const { stdout } = runTool(['--print-config', '--min-words', '7'], { cwd: folder });
  writeFileSync(join(folder, 'ghirbal.config.json'), stdout);
  const run = runTool(['in', '--list'], { cwd: folder });
  expect(run).toMatchObject({ code: 0, stdout: 'in/a.txt\n' });
  const again = runTool(['--print-config'], { cwd: folder });
  expect(again.stdout).toBe(stdout);
});

test('a folder where one page is wanted is refused with what to name', () => {
  const folder = folderWith({ 'in/a.txt': 'A page.' });
  const run = runTool(['explain', 'in'], { cwd: folder });
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toContain('Name a file that holds one page.');
});
