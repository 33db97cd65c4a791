import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../../src/report/report.ts';
import { listNames } from '../../../src/report/report.ts';
import { runCorpus } from '../../../src/run/clean-corpus.ts';
import { findInputs } from '../../../src/run/find-inputs.ts';
import { openOutput } from '../../../src/run/output.ts';
import { readKnowledge } from '../../../src/run/read-knowledge.ts';
import { mergeParts } from '../../../src/run/shards/merge.ts';
import { type Plan, planRun } from '../../../src/run/shards/plan.ts';
import { runTask } from '../../../src/run/shards/run-task.ts';
import { WorkFolder } from '../../../src/run/shards/work-folder.ts';
import { resolveSettings, type Settings } from '../../../src/settings.ts';
import { Pages } from '../../speed/pages.ts';

const root = mkdtempSync(join(tmpdir(), 'ghirbal-parts-'));
const pages = join(root, 'pages');
const tool = fileURLToPath(new URL('../../../bin/ghirbal.js', import.meta.url));
const stdout = new Writable({ write: (_chunk, _encoding, done) => done() });

afterAll(() => rmSync(root, { recursive: true, force: true }), 60_000);

/** Notices of one form: enough that they are a crowd, every eighth one issued again. */
function notice(number: number): string {
  const day = (number % 8 === 7 ? number - 1 : number) + 1;
  const again =
    number % 8 === 7 ? 'The office repeats its notice for the day as follows here. ' : '';
  return [
    `Water supply notice ${day} of the district office for the coming days`,
    '',
    `${again}The district office informs all households that the supply of water in quarter ${day * 7} will be ` +
      `interrupted on day ${day} of the month from ${day % 12} until ${(day * 5) % 12} in the evening hours because ` +
      `of works on main ${day * 13}, and it asks everybody to store what they need before the works begin, to keep ` +
      `all taps closed while they last, and to call the number ${5000 + day * 3} when anything remains unclear.`,
  ].join('\n');
}

beforeAll(() => {
  mkdirSync(join(pages, 'notices'), { recursive: true });
  const made = new Pages(3);
  for (let number = 0; number < 500; number++) {
    const folder = join(pages, String(number % 7));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${number}.txt`), made.page(number).text);
  }
  for (let number = 0; number < 100; number++)
    writeFileSync(join(pages, 'notices', `${number}.txt`), notice(number));
  writeFileSync(join(pages, '3', 'empty.txt'), '');
  writeFileSync(join(pages, '5', 'not-text.txt'), Buffer.from([0, 1, 2, 0xff, 0, 0, 7]));
  const lines = (from: number, to: number): string =>
    Array.from({ length: to - from }, (_, at) =>
      // Ids come again, within a file and from file to file.
      JSON.stringify({
        id: `page-${(from + at) % 40}`,
        text: made.page(from + at).text,
        map: { column: at, fields: [] },
      }),
    ).join('\n');
  writeFileSync(join(pages, 'a.jsonl'), `${lines(300, 350)}\nno record\n`);
  writeFileSync(join(pages, 'z.jsonl'), `${lines(340, 390)}\n`);
}, 60_000);

async function plainRun(settings: Settings, form: Plan['form']): Promise<Report> {
  const nothing = (): undefined => undefined;
  return runCorpus({
    inputs: [pages],
    found: await findInputs([pages], settings, () => Promise.resolve(new Uint8Array(0))),
    form,
    settings,
    knowledge: readKnowledge(settings),
    output: await openOutput(settings, [pages], stdout),
    stdin: Readable.from([]),
    onProblem: nothing,
    onProgress: nothing,
    longStep: (step) => step(),
    signal: new AbortController().signal,
  });
}

async function planned(
  folder: string,
  settings: Settings,
  form: Plan['form'],
  shards: number,
  parts: number,
): Promise<WorkFolder> {
  const found = await findInputs([pages], settings, () => Promise.resolve(new Uint8Array(0)));
  const plan = planRun(
    { form, inputs: [pages], settings },
    readKnowledge(settings),
    found,
    shards,
    parts,
  );
  WorkFolder.create(folder, plan, found.files);
  return new WorkFolder(folder);
}

/** Does all tasks, those of each step last one first. @returns how many were not done before. */
async function doAll(work: WorkFolder): Promise<number> {
  const manners = { jobs: 1, onProblem: () => undefined, signal: new AbortController().signal };
  let done = 0;
  for (const { step, tasks } of work.plan.stages) {
    for (let number = tasks - 1; number >= 0; number--)
      if (await runTask(work, { step, number }, manners)) done++;
  }
  return done;
}

function lists(folder: string): Record<string, string> {
  return Object.fromEntries(
    listNames.map((name) => [name, readFileSync(join(folder, `${name}.jsonl`), 'utf8')]),
  );
}

const counts = (report: Report): unknown => ({ ...report, timing: null });

describe('a run in parts writes what one run writes', () => {
  const cases: readonly (readonly [string, number, number, Plan['form'], Partial<Settings>])[] = [
    ['one part', 1, 1, 'articles', {}],
    ['two shards', 2, 2, 'articles', {}],
    ['five shards, three parts of keys', 5, 3, 'articles', {}],
    ['eight shards', 8, 8, 'articles', {}],
    ['more shards than files of a kind, the first kept', 40, 2, 'articles', { keep: 'first' }],
    [
      'the earliest kept, duplicates marked',
      3,
      2,
      'articles',
      { keep: 'earliest', annotate: true },
    ],
    ['by threshold, blocks shown', 3, 5, 'articles', { threshold: 0.6, blocks: true }],
    ['carried articles apart', 3, 3, 'articles', { embedded: 'emit' }],
    ['fields as Dolma has them, less lost', 4, 2, 'articles', { schema: 'dolma', recall: true }],
    ['nothing compared', 3, 2, 'articles', { dedupe: false }],
  ];
  const reports = new Map<string, Report>();
  test.each(cases)('%s', { timeout: 300_000 }, async (name, shards, parts, form, given) => {
    const settings = resolveSettings({ ...given, jobs: 1 });
    const key = JSON.stringify([form, given]);
    const plain = join(root, Buffer.from(key).toString('base64url'));
    if (!reports.has(key)) reports.set(key, await plainRun({ ...settings, output: plain }, form));
    const work = await planned(join(root, `work of ${name}`), settings, form, shards, parts);
    await doAll(work);
    const output = join(root, `out of ${name}`);
    const merging = { ...settings, output };
    const opened = await openOutput(merging, [pages], stdout);
    const report = await mergeParts(work, merging, opened, false);
    expect(lists(output)).toEqual(lists(plain));
    expect(counts(report)).toEqual(counts(reports.get(key)!));
    expect(readFileSync(join(output, 'README.md'), 'utf8')).toBe(
      readFileSync(join(plain, 'README.md'), 'utf8'),
    );
  });

  test('the pages hold what makes it hard', () => {
    const [report] = reports.values();
    const { totals, duplicates, repeatedIds, repeatedLines, firstRejected } = report!;
    expect(totals.problems.documents).toBeGreaterThan(1);
    expect(totals.rejected.documents).toBeGreaterThan(0);
    expect(repeatedIds).toBeGreaterThan(40);
    expect(repeatedLines.length).toBeGreaterThan(0);
    expect(firstRejected.length).toBeGreaterThan(0);
    expect(duplicates.clusters).toBeGreaterThan(40);
    expect(Object.keys(duplicates.rules).length).toBeGreaterThan(2);
    const work = new WorkFolder(join(root, 'work of five shards, three parts of keys'));
    const crowded = [0, 1, 2].map(
      (number) => work.manifest({ step: 'facts', number })!.counts['crowded']!,
    );
    expect(crowded.reduce((sum, count) => sum + count)).toBeGreaterThan(40);
  });
});

describe('tasks can be done again', () => {
  test(
    'a finished task is not done again, one whose input changed is',
    { timeout: 120_000 },
    async () => {
      const folder = join(root, 'work of five shards, three parts of keys');
      const work = new WorkFolder(folder);
      expect(await doAll(work)).toBe(0);
      const before = readFileSync(join(folder, 'sign/00001/manifest.json'), 'utf8');
      rmSync(join(folder, 'sign/00001'), { recursive: true });
      expect(await doAll(work)).toBe(1);
      expect(readFileSync(join(folder, 'sign/00001/manifest.json'), 'utf8')).toBe(before);
    },
  );

  test('a step refuses to start on what is not done or was changed', async () => {
    const settings = resolveSettings({});
    const work = await planned(join(root, 'unfinished'), settings, 'articles', 2, 2);
    const manners = { jobs: 1, onProblem: () => undefined, signal: new AbortController().signal };
    await expect(runTask(work, { step: 'sign', number: 0 }, manners)).rejects.toThrow(
      'survey/00000 is not done',
    );
    const copy = join(root, 'changed');
    cpSync(join(root, 'work of two shards'), copy, { recursive: true });
    rmSync(join(copy, 'join'), { recursive: true });
    const rows = join(copy, 'sign/00001/rows.0');
    const bytes = readFileSync(rows);
    bytes[17]! ^= 1;
    writeFileSync(rows, bytes);
    await expect(
      runTask(new WorkFolder(copy), { step: 'join', number: 0 }, manners),
    ).rejects.toThrow('was changed after it was written');
  });

  test(
    'a shard that was killed leaves nothing that counts, and gives the same when done again',
    { timeout: 300_000 },
    async () => {
      const work = join(root, 'killed');
      const ghirbal = (...rest: readonly string[]): string =>
        spawnSync(process.execPath, [tool, ...rest], { encoding: 'utf8' }).stderr;
      ghirbal('plan', pages, '--work', work, '--shards', '4');
      ghirbal('survey', work);
      const signing = spawn(process.execPath, [tool, 'sign', work, '-j', '1'], { stdio: 'ignore' });
      const first = join(work, 'sign/00001/manifest.json');
      while (!existsSync(first) && signing.exitCode === null) await pause(5);
      signing.kill('SIGKILL');
      expect(existsSync(join(work, 'sign/00003'))).toBe(false);
      const { mtimeMs } = statSync(join(work, 'sign/00001/manifest.json'));
      expect(ghirbal('sign', work, '--shard', '2/2')).toMatch(
        /sign 2\/4 \(done before\)[^]*sign 4\/4: /u,
      );
      const elsewhere = join(work, 'sign/.00003-1-another-machine-Xy12Zz');
      mkdirSync(elsewhere);
      ghirbal('sign', work);
      expect(statSync(join(work, 'sign/00001/manifest.json')).mtimeMs).toBe(mtimeMs);
      // What the killed one left half done is gone; of other machines nothing is known yet.
      const left = (): string[] =>
        readdirSync(join(work, 'sign')).filter((name) => name.startsWith('.'));
      expect(left()).toEqual(['.00003-1-another-machine-Xy12Zz']);
      ghirbal('match', work);
      ghirbal('apply', work);
      const said = ghirbal('merge', work, '-o', join(root, 'out of killed'));
      expect(said).toContain('duplicates');
      expect(left()).toEqual([]);
      expect(lists(join(root, 'out of killed'))).toEqual(lists(join(root, 'out of two shards')));
    },
  );
});

describe('what cannot be done in parts is refused', () => {
  const ghirbal = (...rest: readonly string[]): readonly [number | null, string] => {
    const { status, stderr } = spawnSync(process.execPath, [tool, ...rest], {
      encoding: 'utf8',
      env: { ...process.env, GHIRBAL_CHECK: rest[0] === 'plan' ? '1' : '' },
    });
    return [status, stderr];
  };

  test('a run that writes nothing', () => {
    const work = join(root, 'refused');
    const [status, said] = ghirbal('plan', pages, '--work', work);
    expect(status).toBe(2);
    expect(said).toContain('a run in parts knows no check');
    expect(existsSync(work)).toBe(false);
  });

  test('lists apart in another format', () => {
    const out = join(root, 'refused output');
    const work = join(root, 'work of two shards');
    const [status, said] = ghirbal(
      'merge',
      work,
      '-o',
      out,
      '--apart',
      '--output-format',
      'jsonl.gz',
    );
    expect(status).toBe(2);
    expect(said).toContain('with --apart lists stay as they are');
    expect(existsSync(out)).toBe(false);
  });
});

test('merge writes the formats that a run writes', { timeout: 120_000 }, () => {
  const [out, work] = [join(root, 'compressed'), join(root, 'work of two shards')];
  const rest = ['--output-format', 'jsonl.gz', '--shard-size', '64K', '-q'];
  spawnSync(process.execPath, [tool, 'merge', work, '-o', out, ...rest]);
  const { lists: written } = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as Report;
  expect(written.cleaned.files.length).toBeGreaterThan(1);
  const joined = written.cleaned.files.map((name) => gunzipSync(readFileSync(join(out, name))));
  expect(Buffer.concat(joined).toString()).toBe(lists(join(root, 'out of two shards'))['cleaned']);
});

test('lists can stay apart, and the report names their files', { timeout: 120_000 }, () => {
  const [out, work] = [join(root, 'apart'), join(root, 'work of two shards')];
  spawnSync(process.execPath, [tool, 'merge', work, '-o', out, '--apart', '-q']);
  const { lists: written } = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as Report;
  const whole = lists(join(root, 'out of two shards'));
  expect(written.cleaned.files).toHaveLength(2);
  for (const name of listNames) {
    const joined = written[name].files.map((file) => readFileSync(join(out, file), 'utf8'));
    expect(joined.join('')).toBe(whole[name]);
  }
});
