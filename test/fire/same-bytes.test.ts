import { renameSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../helpers/folder.ts';
import { outputOf } from '../helpers/output-of.ts';
import { runTool } from '../helpers/run-tool.ts';
import { smallCorpus, writeFiles } from '../helpers/small-corpus.ts';

interface Variation {
  readonly name: string;
  readonly options?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly prepare?: (folder: string) => void;
  readonly isReversed?: boolean;
}

const variations: readonly Variation[] = [
  { name: 'two workers', options: ['-j', '2'] },
  { name: 'eight workers', options: ['-j', '8'] },
  { name: 'the least memory', options: ['--memory', '64K'] },
  { name: 'a zone far east', env: { TZ: 'Pacific/Kiritimati' } },
  { name: 'a zone far west, Turkish', env: { TZ: 'America/Adak', LC_ALL: 'tr_TR.UTF-8' } },
  { name: 'Arabic with its digits', env: { LC_ALL: 'ar_EG.UTF-8', LANG: 'ar_EG.UTF-8' } },
  { name: 'no locale', env: { LC_ALL: 'C' } },
  { name: 'a small heap', env: { NODE_OPTIONS: '--max-old-space-size=200' } },
  { name: 'files made in another order', isReversed: true },
  {
    name: 'files of another age',
    prepare: (folder) => {
      for (const [name] of smallCorpus()) utimesSync(join(folder, 'pages', name), 1, 1);
    },
  },
  {
    name: 'a page that was renamed and renamed back',
    prepare: (folder) => {
      renameSync(join(folder, 'pages/copy.txt'), join(folder, 'pages/other.txt'));
      renameSync(join(folder, 'pages/other.txt'), join(folder, 'pages/copy.txt'));
    },
  },
];

function outputWith(variation: Variation): Record<string, string> {
  const folder = folderWith({});
  const files = smallCorpus();
  writeFiles(join(folder, 'pages'), variation.isReversed === true ? files.toReversed() : files);
  variation.prepare?.(folder);
  const jobs = variation.options?.includes('-j') === true ? [] : ['-j', '1'];
  const run = runTool(['pages', '-o', 'out', '-q', ...jobs, ...(variation.options ?? [])], {
    cwd: folder,
    env: variation.env ?? {},
  });
  expect(run.code).toBe(3);
  return outputOf(join(folder, 'out'));
}

test('the same input gives the same bytes', { timeout: 600_000 }, () => {
  const usual = outputWith({ name: 'as usual' });
  expect(usual['removed.jsonl']).not.toBe('');
  for (const variation of variations) {
    expect({ [variation.name]: outputWith(variation) }).toEqual({ [variation.name]: usual });
  }
});
