import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../helpers/folder.ts';
import { runTool } from '../helpers/run-tool.ts';

/** Stands for Spark: notes what it was given, and has the run end with 3. */
const submit = `#!/bin/bash
printf '%s\\n' "$@" > given
env > environment
before=
for word; do
  [[ $word = --ended=* ]] && printf 3 > "\${word#--ended=}"
  [[ $before = --config ]] && cp "$word" settings
  before=$word
done
exit 1
`;

function withSpark(files: Readonly<Record<string, string>>): string {
  const folder = folderWith({ ...files, 'spark/bin/spark-submit': submit });
  chmodSync(join(folder, 'spark/bin/spark-submit'), 0o755);
  return folder;
}

describe('ghirbal spark', () => {
  test('hands the driver all settings, and ends as the driver says, not as Spark does', () => {
    const cwd = withSpark({ 'ghirbal.config.json': '{"minWords": 7, "keep": "first"}' });
    const env = { SPARK_HOME: join(cwd, 'spark'), GHIRBAL_MIN_WORDS: '9' };
    const spark = ['--master', 'spark://h:1', '--conf', 'a=b', '--conf', 'c=d', '--shards', '3'];
    const { code } = runTool(
      ['spark', ...spark, '--keep', 'newest', '--bodies', '-o', 'out', 'in one', '--', '-odd'],
      { cwd, env },
    );
    expect(code).toBe(3);
    const given = readFileSync(join(cwd, 'given'), 'utf8').trimEnd().split('\n');
    const driver = given.findIndex((word) => word.endsWith('bin/ghirbal-spark.py'));
    const before = '--master spark://h:1 --conf a=b --conf c=d';
    expect(given.slice(0, driver).join(' ')).toBe(before);
    const toDriver = given.slice(driver + 1, given.indexOf('--'));
    expect(toDriver.filter((word) => !word.startsWith('--ended='))).toEqual([
      '--output=out',
      '--shards=3',
      '--parts=0',
      '--ghirbal=ghirbal',
      'in one',
      './-odd',
    ]);
    expect(given.at(-1)).toBe('--bodies');
    const settings = JSON.parse(readFileSync(join(cwd, 'settings'), 'utf8')) as unknown;
    expect(settings).toMatchObject({ minWords: 9, keep: 'newest' });
    expect(readFileSync(join(cwd, 'environment'), 'utf8')).not.toContain('GHIRBAL_');
  });

  test('on this machine alone runs this very program', () => {
    const cwd = withSpark({});
    runTool(['spark', 'pages', '-o', 'out'], { cwd, env: { SPARK_HOME: join(cwd, 'spark') } });
    const given = readFileSync(join(cwd, 'given'), 'utf8');
    expect(given).toContain('--master\nlocal[*]\n');
    expect(given).toMatch(/--ghirbal='.*node' '.*bin\/ghirbal\.js'\n/u);
  });

  test.each([
    ['no Spark', ['pages', '-o', 'out'], /cannot start "spark-submit".*\n.*pip install pyspark/u],
    ['no output', ['pages'], /name a folder to write, with --output/u],
    ['an output that is a file', ['pages', '-o', 'out.jsonl'], /spark writes a folder/u],
    ['no inputs', ['-o', 'out'], /missing required argument 'inputs'/u],
    ['no shards', ['pages', '-o', 'out', '--shards', '0'], /shards must be a whole number from 1/u],
    ['a wrong setting', ['pages', '-o', 'out', '--keep', 'all'], /keep/u],
    ['a profile that is not there', ['p', '-o', 'o', '--profile', 'none.json'], /none\.json/u],
  ])('%s is told before anything is started', (_, args, said) => {
    const cwd = folderWith({});
    const { code, stderr } = runTool(['spark', ...args], { cwd, env: { PATH: '/usr/bin:/bin' } });
    expect(stderr).toMatch(said);
    expect(code).toBe(2);
  });
});
