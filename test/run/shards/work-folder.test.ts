import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { InputError, OutputError, UsageError } from '../../../src/errors.ts';
import { findInputs } from '../../../src/run/find-inputs.ts';
import { readKnowledge } from '../../../src/run/read-knowledge.ts';
import { planRun } from '../../../src/run/shards/plan.ts';
import { taskName } from '../../../src/run/shards/task.ts';
import { WorkFolder } from '../../../src/run/shards/work-folder.ts';
import { defaultSettings } from '../../../src/settings.ts';
import { folderWith, pageAbout } from '../../helpers/folder.ts';

/** A planned work folder of two shards; `make` plans it again. */
async function planned(): Promise<{ path: string; make: (shards: number) => boolean }> {
  const folder = folderWith({ 'in/a.txt': pageAbout('Ayton'), 'in/b.txt': pageAbout('Beeford') });
  const inputs = [join(folder, 'in')];
  const found = await findInputs(inputs, defaultSettings, () => Promise.resolve(Buffer.alloc(0)));
  const path = join(folder, 'work');
  const make = (shards: number): boolean => {
    const given = { form: 'articles', inputs, settings: defaultSettings } as const;
    const plan = planRun(given, readKnowledge(defaultSettings), found, shards, 0);
    return WorkFolder.create(path, plan, found.files);
  };
  expect(make(2)).toBe(true);
  return { path, make };
}

test('the same plan may be made again, another one may not', async () => {
  const { path, make } = await planned();
  expect(make(2)).toBe(false);
  expect(() => make(3)).toThrow(`${JSON.stringify(path)} holds another plan`);
  expect(readdirSync(path).sort()).toEqual(['files', 'plan.json']);
});

test('a folder without a plan, with a damaged one or one of another version is refused', async () => {
  const { path } = await planned();
  expect(() => new WorkFolder(join(path, 'none'))).toThrow(InputError);
  const plan = join(path, 'plan.json');
  const text = readFileSync(plan, 'utf8');
  writeFileSync(plan, text.slice(0, text.length >> 1));
  expect(() => new WorkFolder(path)).toThrow(InputError);
  writeFileSync(plan, text.replace(/"ghirbal": "[^"]*"/u, '"ghirbal": "0.0.1"'));
  expect(() => new WorkFolder(path)).toThrow(UsageError);
  writeFileSync(plan, text.replace(/"workVersion": \d+/u, '"workVersion": 1'));
  expect(() => new WorkFolder(path)).toThrow(UsageError);
});

test('a work folder that cannot be made is an error that names it', async () => {
  const { path } = await planned();
  const inFile = join(path, 'plan.json', 'work');
  const other = new WorkFolder(path);
  expect(() => WorkFolder.create(inFile, other.plan, other.files)).toThrow(OutputError);
  mkdirSync(join(path, 'taken', 'files', 'x'), { recursive: true });
  expect(() => WorkFolder.create(join(path, 'taken'), other.plan, other.files)).toThrow(
    'cannot rename',
  );
});

test('a task that fails leaves nothing, one that is done is not done again', async () => {
  const { path } = await planned();
  const work = new WorkFolder(path);
  const task = { step: 'survey', number: 0 } as const;
  const failing = work.run(task, () => {
    throw new Error('torn');
  });
  await expect(failing).rejects.toThrow('torn');
  expect(readdirSync(join(path, 'survey'))).toEqual([]);
  let done = 0;
  const once = (): Promise<boolean> =>
    work.run(task, () => {
      done++;
      return { pages: 2 };
    });
  expect([await once(), await once(), done]).toEqual([true, false, 1]);
  expect(work.manifest(task)).toMatchObject({ counts: { pages: 2 } });
  // What was made from another plan does not count, and gives way.
  const manifest = join(path, 'survey', readdirSync(join(path, 'survey'))[0]!, 'manifest.json');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/"plan": "../u, '"plan": "zz'));
  expect(work.manifest(task)).toBeNull();
  expect([await once(), done]).toEqual([true, 2]);
});

test('what tasks that were killed left is removed, that of tasks at work is not', async () => {
  const { path } = await planned();
  const work = new WorkFolder(path);
  const name = basename(taskName({ step: 'survey', number: 0 }));
  const of = (pid: number, host: string): string =>
    join(path, 'survey', `.${name}-${pid}-${host}-abcdef`);
  const gone = of(2 ** 30, hostname());
  const elsewhere = of(2 ** 30, `not-${hostname()}`);
  const here = of(process.pid, hostname());
  for (const folder of [gone, elsewhere, here]) mkdirSync(folder, { recursive: true });
  await work.run({ step: 'survey', number: 0 }, () => ({ pages: 0 }));
  expect([gone, elsewhere, here].map((folder) => existsSync(folder))).toEqual([false, true, true]);
  work.removeAllLeft();
  expect(readdirSync(join(path, 'survey')).filter((left) => left.startsWith('.'))).toEqual([]);
});
