import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { settingRows } from '../../src/cli/options.ts';
import { optionName, repeatCommand } from '../../src/report/repeat-command.ts';
import { defaultSettings, settingNames } from '../../src/settings.ts';
import { reportOf } from './html/report-for-tests.ts';

test('every setting has the option that the command names', () => {
  for (const name of settingNames) {
    const flag =
      defaultSettings[name] === true ? `--no-${optionName(name).slice(2)}` : optionName(name);
    expect(settingRows[name].flags).toMatch(new RegExp(`${flag}( |$)`, 'u'));
  }
});

test('only what differs from the defaults is named', () => {
  const settings = { ...defaultSettings, dedupe: false, threshold: 0.8, exclude: ['a b', '*.x'] };
  expect(repeatCommand(reportOf('pages', { settings }))).toBe(
    "ghirbal pages --no-dedupe --threshold 0.8 --exclude 'a b' --exclude '*.x'",
  );
  expect(repeatCommand(reportOf('-x', { settings: {}, form: 'bodies' }))).toBe(
    'ghirbal dedupe ./-x',
  );
});

test('a shell reads back every name, however strange', () => {
  const names = ["it's", 'a\nb', 'c\u202ed\\e', '$(rm)', '`x`', 'é 字', '\u{e0041}', "q'\tq", '*'];
  for (const name of names) {
    const command = repeatCommand(reportOf(name, { settings: {} })).replace(
      'ghirbal',
      "printf '%s'",
    );
    const { stdout } = spawnSync('bash', ['-c', command], { env: { LC_ALL: 'C.UTF-8' } });
    expect(stdout.toString()).toBe(name);
  }
});
