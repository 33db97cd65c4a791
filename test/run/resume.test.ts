import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tarOf } from '../helpers/archives.ts';
import { withFault } from '../helpers/faulty-fs.ts';
import { folderWith, pageAbout } from '../helpers/folder.ts';
import { outputOf } from '../helpers/output-of.ts';
import { runHere } from '../helpers/run-here.ts';
import { madePage } from '../helpers/site-corpus.ts';
import type { ToolRun } from '../helpers/run-tool.ts';

/** More than two batches of files, some that cannot be used, and a file of records. */
function corpus(): string {
  const files: Record<string, string | Uint8Array> = {};
  for (let page = 0; page < 140; page++) {
    // Every tenth is a copy of the one before.
    files[`pages/${page}.txt`] = pageAbout(`Harbour ${page % 10 === 0 ? page + 1 : page}`);
  }
  files['pages/binary.txt'] = new Uint8Array(140);
  const records = Array.from({ length: 20 }, (_, at) =>
    JSON.stringify({ id: `r${at}`, text: pageAbout(`Village ${at}`) }),
  );
  files['pages/records.jsonl'] = `${records.join('\n')}\nnot json\n`;
  return folderWith(files);
}

const exitOfSomeUnusable = 3;

function run(cwd: string, output: string, ...options: string[]): Promise<ToolRun> {
  return runHere([join(cwd, 'pages'), '-o', join(cwd, output), '-j', '1', ...options]);
}

/** Leaves what a run leaves that fails when all is prepared, and gives the path of its journal. */
async function interruptedRun(cwd: string, output: string): Promise<string> {
  const disk = { call: 'renameSync', nth: 1, forGood: true, code: 'EROFS', below: cwd } as const;
  await withFault(disk, async () => {
    const { code, stderr } = await run(cwd, output);
    expect(stderr).toContain('the same command with --resume goes on');
    expect(code).toBe(4);
  });
  return join(cwd, output, '.ghirbal', 'journal');
}

test('a resumed run ends in the same bytes and prepares nothing again', async () => {
  const cwd = corpus();
  expect((await run(cwd, 'whole')).code).toBe(exitOfSomeUnusable);
  const journal = await interruptedRun(cwd, 'out');
  expect(existsSync(join(cwd, 'out/report.json'))).toBe(false);
  const before = statSync(journal).size;
  const pages = { call: 'openSync', nth: 1, forGood: true, code: 'EIO' } as const;
  let resumed: ToolRun = { code: null, stdout: '', stderr: '' };
  const isRead = await withFault({ ...pages, below: join(cwd, 'pages/1') }, async () => {
    resumed = await run(cwd, 'out', '--resume');
  });
  expect(isRead).toBe(false);
  expect(resumed.code).toBe(exitOfSomeUnusable);
  expect(resumed.stderr).not.toContain('begun anew');
  expect(before).toBeGreaterThan(50_000);
  expect(outputOf(join(cwd, 'out'))).toEqual(outputOf(join(cwd, 'whole')));
  expect(readdirSync(join(cwd, 'out'))).not.toContain('.ghirbal');
});

test('a journal that was cut anywhere, or damaged, is used as far as it is whole', async () => {
  const cwd = corpus();
  await run(cwd, 'whole');
  const whole = outputOf(join(cwd, 'whole'));
  const bytes = readFileSync(await interruptedRun(cwd, 'out'));
  for (const share of [0, 0.001, 0.2, 0.5, 0.8, 0.999, 1]) {
    const output = `cut-${share}`;
    mkdirSync(join(cwd, output, '.ghirbal'), { recursive: true });
    const journal = join(cwd, output, '.ghirbal/journal');
    writeFileSync(journal, bytes);
    truncateSync(journal, Math.floor(bytes.length * share));
    expect((await run(cwd, output, '--resume')).code).toBe(exitOfSomeUnusable);
    expect(outputOf(join(cwd, output))).toEqual(whole);
  }
  for (const share of [0.0001, 0.3, 0.7]) {
    const output = `damaged-${share}`;
    mkdirSync(join(cwd, output, '.ghirbal'), { recursive: true });
    const damaged = Buffer.from(bytes);
    damaged[Math.floor(bytes.length * share)]! ^= 0x55;
    writeFileSync(join(cwd, output, '.ghirbal/journal'), damaged);
    expect((await run(cwd, output, '--resume')).code).toBe(exitOfSomeUnusable);
    expect(outputOf(join(cwd, output))).toEqual(whole);
  }
});

test('a batch that huge pages divide is gone on with from any part of it', async () => {
  const files: Record<string, string> = {};
  for (let page = 10; page < 30; page++) {
    // Longer than a page that is prepared beside others, and quickly prepared.
    const rest = page % 4 === 3 ? `\n${'w'.repeat(2 ** 21)}\n` : '';
    files[`pages/${page}.txt`] = pageAbout(`Harbour ${page}`) + rest;
  }
  const breaks = '\\n'.repeat(30_000);
  const records = ['one', 'two', 'three'].map(
    (name) => `{"id":"${name}","text":${JSON.stringify(pageAbout(name)).slice(0, -1)}${breaks}"}`,
  );
  files['pages/records.jsonl'] = `${records.join('\n')}\n`;
  const cwd = folderWith(files);
  expect((await run(cwd, 'whole')).code).toBe(0);
  const whole = outputOf(join(cwd, 'whole'));
  const bytes = readFileSync(await interruptedRun(cwd, 'out'));
  for (const share of [0.1, 0.3, 0.5, 0.7, 0.9, 1]) {
    const output = `cut-${share}`;
    mkdirSync(join(cwd, output, '.ghirbal'), { recursive: true });
    const journal = join(cwd, output, '.ghirbal/journal');
    writeFileSync(journal, bytes);
    truncateSync(journal, Math.floor(bytes.length * share));
    const resumed = await run(cwd, output, '--resume');
    expect(resumed.code).toBe(0);
    if (share > 0.3) expect(resumed.stderr).not.toContain('begun anew');
    expect(outputOf(join(cwd, output))).toEqual(whole);
  }
});

test('what was prepared from other pages or by other settings is prepared again', async () => {
  const changes: readonly (readonly [string, (cwd: string) => void, readonly string[]])[] = [
    ['changed', (cwd) => writeFileSync(join(cwd, 'pages/7.txt'), pageAbout('Elsewhere')), []],
    ['touched', (cwd) => utimesSync(join(cwd, 'pages/7.txt'), 1, 1), []],
    ['added', (cwd) => writeFileSync(join(cwd, 'pages/70a.txt'), pageAbout('New town')), []],
    ['emptied', (cwd) => writeFileSync(join(cwd, 'pages/binary.txt'), 'x'), []],
    ['records', (cwd) => writeFileSync(join(cwd, 'pages/records.jsonl'), '{"text":"one"}\n'), []],
    ['settings', () => undefined, ['--min-words', '40']],
    ['matching', () => undefined, ['--no-dedupe']],
  ];
  for (const [output, change, options] of changes) {
    const cwd = corpus();
    await interruptedRun(cwd, output);
    change(cwd);
    const resumed = await run(cwd, output, '--resume', ...options);
    const fresh = await run(cwd, `${output}-fresh`, ...options);
    expect(resumed.code).toBe(fresh.code);
    expect(outputOf(join(cwd, output))).toEqual(outputOf(join(cwd, `${output}-fresh`)));
  }
});

const siteLine = '"site-line"';

/** Pages of one site, whose lines a survey tells by their number, or pages without such lines. */
function pagesNamed(
  ending: string,
  from: number,
  count: number,
  ofSite: boolean,
): [string, string][] {
  return Array.from({ length: count }, (_, at) => [
    `${from + at}${ending}`,
    ofSite ? madePage(0, from + at).text : pageAbout(`Harbour ${from + at}`),
  ]);
}

test('lines are surveyed again when a page changed that had been surveyed and not yet prepared', async () => {
  const files = pagesNamed('.txt', 0, 60, true).map(([name, text]) => [`pages/${name}`, text]);
  const cwd = folderWith(Object.fromEntries(files));
  const journal = await interruptedRun(cwd, 'out');
  for (const [name, text] of pagesNamed('.txt', 0, 60, false)) {
    writeFileSync(join(cwd, 'pages', name), text);
  }
  writeFileSync(join(cwd, 'pages/0.txt'), files[0]![1]!);
  await run(cwd, 'fresh');
  const fresh = outputOf(join(cwd, 'fresh'));
  expect(fresh['report.json']).not.toContain(siteLine);
  // Only the survey was done, nothing prepared.
  const bytes = readFileSync(journal);
  truncateSync(journal, 24 + bytes.readUInt32LE(0) + bytes.readUInt32LE(4));
  await run(cwd, 'out', '--resume');
  expect(outputOf(join(cwd, 'out'))).toEqual(fresh);
});

test('lines are surveyed again when other members of an archive are taken', async () => {
  const archive = await tarOf(
    Object.fromEntries([
      ...pagesNamed('.txt', 0, 20, false),
      ...pagesNamed('.txt', 20, 1, true),
      ...pagesNamed('.text', 30, 50, true),
    ]),
  );
  const cwd = folderWith({ 'pages/all.tar': archive });
  const globs = (...endings: string[]): string[] =>
    ['tar', ...endings].flatMap((ending) => ['--glob', `*.${ending}`]);
  const disk = { call: 'renameSync', nth: 1, forGood: true, code: 'EROFS', below: cwd } as const;
  await withFault(disk, async () => {
    await run(cwd, 'out', ...globs('txt', 'text'));
  });
  await run(cwd, 'out', '--resume', ...globs('txt'));
  await run(cwd, 'fresh', ...globs('txt'));
  const fresh = outputOf(join(cwd, 'fresh'));
  expect(fresh['report.json']).not.toContain(siteLine);
  expect(outputOf(join(cwd, 'out'))).toEqual(fresh);
});

test('settings that only judge what was prepared use it all the same', async () => {
  const cwd = corpus();
  await interruptedRun(cwd, 'out');
  const { stderr } = await run(cwd, 'out', '--resume', '-t', '0.5');
  await run(cwd, 'fresh', '-t', '0.5');
  expect(stderr).not.toContain('begun anew');
  expect(outputOf(join(cwd, 'out'))).toEqual(outputOf(join(cwd, 'fresh')));
});

test('an interrupted run is also begun anew without --resume, its leftovers gone', async () => {
  const cwd = corpus();
  await interruptedRun(cwd, 'out');
  expect((await run(cwd, 'out')).code).toBe(exitOfSomeUnusable);
  await run(cwd, 'fresh');
  expect(outputOf(join(cwd, 'out'))).toEqual(outputOf(join(cwd, 'fresh')));
});

test('there is nothing to resume in a folder that holds something else, or where none is written', async () => {
  const cwd = folderWith({ 'pages/a.txt': pageAbout('Sevenoaks'), 'out/notes.txt': 'mine' });
  const foreign = await run(cwd, 'out', '--resume');
  expect(foreign.code).toBe(2);
  expect(foreign.stderr).toContain('No run was begun there that --resume could go on with.');
  for (const options of [['-o', '-'], ['-o', 'x.jsonl'], ['--check']]) {
    const { code, stderr } = await runHere([join(cwd, 'pages'), '--resume', ...options]);
    expect(code).toBe(2);
    expect(stderr).toContain('--resume goes on with an output folder, and none is written');
  }
});

test('resuming where nothing was begun is a run from the beginning, and says so', async () => {
  const cwd = folderWith({ 'pages/a.txt': pageAbout('Sevenoaks') });
  const { code, stderr } = await run(cwd, 'out', '--resume');
  expect(code).toBe(0);
  expect(stderr).toContain('nothing to go on from; begun anew');
});

test('a finished run of other inputs is not replaced by --resume, one of the same inputs is', async () => {
  const cwd = folderWith({
    'pages/a.txt': pageAbout('Sevenoaks'),
    'other/b.txt': pageAbout('Deal'),
  });
  const out = join(cwd, 'out');
  await runHere([join(cwd, 'pages'), '-o', out]);
  const before = outputOf(out);
  const other = await runHere([join(cwd, 'other'), '-o', out, '--resume']);
  expect(other.code).toBe(2);
  expect(other.stderr).toContain('holds a finished run of other inputs');
  expect(outputOf(out)).toEqual(before);
  expect((await runHere([join(cwd, 'pages'), '-o', out, '--resume'])).code).toBe(0);
  expect(outputOf(out)).toEqual(before);
});

test.each([
  ['cannot be opened', 'openSync', 'EMFILE'],
  ['cannot be written', 'writeSync', 'ENOSPC'],
  ['cannot be cut', 'ftruncateSync', 'EIO'],
] as const)('a journal that %s costs the run nothing but the journal', async (_, call, code) => {
  const cwd = corpus();
  await run(cwd, 'whole');
  const fault = { call, nth: 1, forGood: true, code, below: join(cwd, 'out/.ghirbal/journal') };
  let result: ToolRun = { code: null, stdout: '', stderr: '' };
  const isMet = await withFault(fault, async () => {
    result = await run(cwd, 'out');
  });
  expect(isMet).toBe(true);
  expect(result.code).toBe(exitOfSomeUnusable);
  expect(result.stderr).toContain(`(${code}): --resume will have nothing to go on from\n`);
  expect(result.stderr.split('--resume').length).toBe(2);
  expect(outputOf(join(cwd, 'out'))).toEqual(outputOf(join(cwd, 'whole')));
});

test('on a full disk the journal makes room for the results', async () => {
  const cwd = corpus();
  await run(cwd, 'whole');
  for (const name of ['cleaned', 'report.json']) {
    const below = join(cwd, 'out/.ghirbal', name);
    const disk = { call: 'writeSync', nth: 1, forGood: false, code: 'ENOSPC', below } as const;
    let result: ToolRun = { code: null, stdout: '', stderr: '' };
    const isMet = await withFault(disk, async () => {
      result = await run(cwd, 'out', '--force');
    });
    expect([isMet, result.code]).toEqual([true, exitOfSomeUnusable]);
    expect(result.stderr).toContain('the disk is full: --resume will have nothing to go on from\n');
    expect(outputOf(join(cwd, 'out'))).toEqual(outputOf(join(cwd, 'whole')));
  }
});

test('a journal that cannot be read again is begun anew', async () => {
  const cwd = corpus();
  await run(cwd, 'whole');
  for (let nth = 1; nth < 8; nth++) {
    const below = await interruptedRun(cwd, 'out');
    let result: ToolRun = { code: null, stdout: '', stderr: '' };
    await withFault({ call: 'readSync', nth, forGood: true, code: 'EIO', below }, async () => {
      result = await run(cwd, 'out', '--resume');
    });
    expect(result.code).toBe(exitOfSomeUnusable);
    expect(result.stderr).toContain('(EIO): --resume will have nothing to go on from\n');
    expect(outputOf(join(cwd, 'out'))).toEqual(outputOf(join(cwd, 'whole')));
    rmSync(join(cwd, 'out'), { recursive: true });
  }
});
