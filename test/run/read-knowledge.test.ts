import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readKnowledge } from '../../src/run/read-knowledge.ts';
import { mostOwnLanguages } from '../../src/split/own-packs.ts';
import { folderWith } from '../helpers/folder.ts';

const nothing = { precision: false, recall: false, profile: '', pack: [] };

const packOf = (code: string): string =>
  JSON.stringify({
    code,
    name: `Language ${code}`,
    scripts: ['Latn'],
    markers: [{ means: 'tags', where: 'label', texts: [`tags of ${code}`] }],
  });

test('a leaning is one of three', () => {
  expect(readKnowledge(nothing).leaning).toBe('balanced');
  expect(readKnowledge({ ...nothing, precision: true }).leaning).toBe('precision');
  expect(readKnowledge({ ...nothing, recall: true }).leaning).toBe('recall');
});

test('there may be so many languages, several packs of one count once', () => {
  const codes = Array.from(
    { length: mostOwnLanguages() + 1 },
    (_, at) => `q${String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26))}`,
  );
  const folder = folderWith(Object.fromEntries(codes.map((code) => [code, packOf(code)])));
  const pack = codes.map((code) => join(folder, code));
  expect(readKnowledge({ ...nothing, pack: pack.slice(1) }).packs).toHaveLength(codes.length - 1);
  const twice = [...pack.slice(1), pack[1]!];
  expect(readKnowledge({ ...nothing, pack: twice }).packs).toHaveLength(codes.length);
  expect(() => readKnowledge({ ...nothing, pack })).toThrow(
    `at most ${mostOwnLanguages()} language packs, not ${codes.length}`,
  );
});

test('of the faults of a pack the first are named, the others counted', () => {
  const markers = Array.from({ length: 20 }, () => ({
    means: 'nonsense',
    where: 'line',
    texts: ['x'],
  }));
  const wrong = JSON.stringify({ code: 'fi', name: 'F', scripts: ['Latn'], markers });
  const folder = folderWith({
    'wrong.json': wrong,
    'one.json': wrong.replace(/\[\{.*\]/u, '[{}]'),
  });
  expect(() => readKnowledge({ ...nothing, pack: [join(folder, 'wrong.json')] })).toThrow(
    /; and \d+ more$/u,
  );
  expect(() => readKnowledge({ ...nothing, pack: [join(folder, 'one.json')] })).not.toThrow(
    / more$/u,
  );
});

test('a file that is far too large, or no file, is not read', () => {
  const folder = folderWith({});
  const huge = join(folder, 'huge.json');
  writeFileSync(huge, '');
  truncateSync(huge, 2 ** 26 + 1);
  expect(() => readKnowledge({ ...nothing, profile: huge })).toThrow('it is larger than 64 MiB');
  expect(() => readKnowledge({ ...nothing, pack: [folder] })).toThrow('it is no file');
});
