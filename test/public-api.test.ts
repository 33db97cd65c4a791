import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as ghirbal from '../src/index.ts';

const seeds = new URL('../seeds/', import.meta.url);

test('the library exports these names and no others', () => {
  expect(Object.keys(ghirbal).sort()).toEqual([
    'AccountingError',
    'GhirbalError',
    'InputError',
    'OutputError',
    'PackError',
    'ProfileError',
    'UsageError',
    'blockKinds',
    'blockRoles',
    'checkPack',
    'clean',
    'dedupe',
    'defaultSettings',
    'fold',
    'languagePacks',
    'readProfile',
    'reasons',
    'resolveSettings',
    'split',
    'splitter',
  ]);
});

test('split gives spans of the text that was given', () => {
  for (const name of readdirSync(seeds)) {
    const text = readFileSync(new URL(name, seeds), 'utf8');
    const lines = text.split('\n');
    for (const { startLine, endLine, start, end } of ghirbal.split(text).blocks) {
      expect(text.slice(start, end)).toBe(lines.slice(startLine - 1, endLine).join('\n'));
    }
  }
});

test('dedupe finds an article again in other spelling', () => {
  const text = readFileSync(new URL('000_f623b5f0eb2a4c74.txt', seeds), 'utf8');
  const respelled = text.replaceAll(/[أإآ]/gu, 'ا').replaceAll('ة', 'ه');
  const { kept, removed } = ghirbal.dedupe([
    { id: 'first', text },
    { id: 'again', text: respelled },
  ]);
  expect([...kept]).toHaveLength(1);
  expect(removed).toHaveLength(1);
});

test('clean gives the articles of a folder', async () => {
  const titles: string[] = [];
  for await (const article of ghirbal.clean([new URL('.', seeds).pathname]))
    titles.push(article.id);
  expect(titles).toEqual(readdirSync(seeds).sort());
});
