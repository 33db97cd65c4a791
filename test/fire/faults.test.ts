import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type FaultyCall, withFault } from '../helpers/faulty-fs.ts';
import { folderWith, pageAbout } from '../helpers/folder.ts';
import { outputOf } from '../helpers/output-of.ts';
import { runHere } from '../helpers/run-here.ts';
import type { ToolRun } from '../helpers/run-tool.ts';

/** Calls that a run makes to write its output. */
const writing: readonly FaultyCall[] = [
  'openSync',
  'writeSync',
  'fsyncSync',
  'closeSync',
  'renameSync',
  'linkSync',
  'mkdirSync',
  'mkdtempSync',
  'readdirSync',
  'readFileSync',
  'rmSync',
  'rmdirSync',
  'unlinkSync',
  'statSync',
  'fstatSync',
  'ftruncateSync',
];
const codes: Readonly<Partial<Record<FaultyCall, string>>> = {
  writeSync: 'ENOSPC',
  mkdirSync: 'ENOSPC',
  openSync: 'EMFILE',
};
/** No call is made so often in a run of a few pages. */
const mostCalls = 60;

const notWritten = 4;

describe('a failing file system', () => {
  const files = {
    'pages/a.txt': pageAbout('Sevenoaks'),
    'pages/b.txt': pageAbout('Tonbridge'),
    'pages/copy.txt': pageAbout('Tonbridge'),
    'pages/empty.txt': '',
  };

  for (const forGood of [false, true]) {
    test.each(writing)(
      `%s that fails ${forGood ? 'for good' : 'once'} tears nothing`,
      async (call) => {
        const cwd = folderWith(files);
        const run = (): Promise<ToolRun> =>
          runHere([join(cwd, 'pages'), '-o', join(cwd, 'out'), '-j', '1']);
        await run();
        const whole = outputOf(join(cwd, 'out'));
        let faults = 0;
        for (let nth = 1; nth < mostCalls; nth++) {
          rmSync(join(cwd, 'out'), { recursive: true });
          let result: ToolRun = { code: null, stdout: '', stderr: '' };
          const fault = { call, nth, forGood, code: codes[call] ?? 'EIO', below: join(cwd, 'out') };
          const isMet = await withFault(fault, async () => {
            result = await run();
          });
          checkOutput(join(cwd, 'out'), result, whole);
          if (result.code !== 0) faults++;
          // With room again, the same command succeeds.
          if (!existsSync(join(cwd, 'out/report.json'))) expect((await run()).code).toBe(0);
          expect(outputOf(join(cwd, 'out'))).toEqual(whole);
          if (!isMet) break;
        }
        expect(faults).toBeLessThan(mostCalls - 2);
      },
    );
  }

  test('a run that replaces an older output leaves that whole or not at all vouched for', async () => {
    const cwd = folderWith(files);
    const older = folderWith({ 'pages/only.txt': pageAbout('Oldham') });
    const out = join(cwd, 'out');
    for (const call of ['writeSync', 'renameSync', 'fsyncSync', 'rmSync'] as const) {
      for (let nth = 1; nth < mostCalls; nth++) {
        await runHere([join(older, 'pages'), '-o', out, '-j', '1', '--force']);
        const before = outputOf(out);
        const fault = { call, nth, forGood: true, code: 'ENOSPC', below: out };
        const isMet = await withFault(fault, async () => {
          await runHere([join(cwd, 'pages'), '-o', out, '-j', '1', '--force']);
        });
        if (!isMet) break;
        // Where there is a report, it is of the lists beside it.
        if (existsSync(join(out, 'report.json'))) checkReport(out);
        else expect(before).not.toEqual({});
      }
    }
  });

  test('a run that keeps no journal and fails while its results come into place can be run again', async () => {
    const cwd = folderWith(files);
    const out = join(cwd, 'out');
    const run = (): Promise<ToolRun> => runHere(['-', '-o', out], [pageAbout('Sevenoaks')]);
    await run();
    const whole = outputOf(out);
    for (let nth = 1; nth < 9; nth++) {
      rmSync(out, { recursive: true });
      const fault = { call: 'renameSync', nth, forGood: true, code: 'EIO', below: out } as const;
      let result: ToolRun = { code: null, stdout: '', stderr: '' };
      expect(await withFault(fault, async () => void (result = await run()))).toBe(true);
      expect(result.code).toBe(notWritten);
      expect((await run()).code).toBe(0);
      expect(outputOf(out)).toEqual(whole);
    }
  });

  test.each(['openSync', 'readSync', 'fstatSync', 'closeSync'] as const)(
    'a page that cannot be read because %s fails costs only itself',
    async (call) => {
      const cwd = folderWith(files);
      const out = join(cwd, 'out');
      for (let nth = 1; nth < 12; nth++) {
        const fault = { call, nth, forGood: false, code: 'EIO', below: join(cwd, 'pages') };
        let result: ToolRun = { code: null, stdout: '', stderr: '' };
        await withFault(fault, async () => {
          result = await runHere([join(cwd, 'pages'), '-o', out, '-j', '1', '--force']);
        });
        expect([0, 3]).toContain(result.code);
        checkReport(out);
        const problems = readFileSync(join(out, 'problems.jsonl'), 'utf8');
        expect(problems === '').toBe(result.code === 0);
        if (problems !== '') expect(result.stderr).toContain('(unreadable)');
      }
    },
  );
});

/** What stands under a final name is whole; a failure is named and has its exit code. */
function checkOutput(out: string, result: ToolRun, whole: Readonly<Record<string, string>>): void {
  for (const name of existsSync(out) ? readdirSync(out) : []) {
    if (!(name in whole) || name === 'report.json') continue;
    expect(readFileSync(join(out, name), 'utf8')).toBe(whole[name]);
  }
  if (existsSync(join(out, 'report.json'))) expect(outputOf(out)).toEqual(whole);
  if (result.code === 0) {
    expect(outputOf(out)).toEqual(whole);
    return;
  }
  expect(result.code).toBe(notWritten);
  const line = result.stderr.split('\n').find((text) => !text.includes('--resume'));
  expect(line).toMatch(/^ghirbal: (?:cannot |scratch file )/u);
  expect(result.stderr).not.toContain('fault of the program');
}

function checkReport(out: string): void {
  const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as {
    readonly lists: Readonly<Record<string, { readonly bytes: number }>>;
  };
  for (const [name, { bytes }] of Object.entries(report.lists)) {
    expect(readFileSync(join(out, `${name}.jsonl`)).length).toBe(bytes);
  }
}
