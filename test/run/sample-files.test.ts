import { expect, test } from 'vitest';
import { FileForm, InputList } from '../../src/run/input-list.ts';
import { sampleFiles } from '../../src/run/sample-files.ts';

/** A list of files: so many pages in each folder, one folder after another. */
function listed(folders: Readonly<Record<string, number>>): ReturnType<InputList['finish']> {
  const list = new InputList();
  for (const [folder, count] of Object.entries(folders)) {
    for (let page = 0; page < count; page++)
      list.add(Buffer.from(`${folder}/${page}.txt`), 0, FileForm.page, 1);
  }
  return list.finish();
}

test('where there are few enough, all pages are taken', () => {
  expect(sampleFiles(listed({ a: 3, b: 2 }), 5)).toEqual([0, 1, 2, 3, 4]);
});

test('small folders give all their pages, large ones equally many, evenly', () => {
  const sample = sampleFiles(listed({ small: 20, large: 1000, larger: 4000 }), 220);
  const taken = [
    sample.filter((file) => file < 20),
    sample.filter((file) => file >= 20 && file < 1020),
    sample.filter((file) => file >= 1020),
  ];
  expect(taken.map((files) => files.length)).toEqual([20, 100, 100]);
  expect(taken[1]!.slice(0, 3)).toEqual([20, 30, 40]);
  expect(taken[2]!.slice(0, 3)).toEqual([1020, 1060, 1100]);
});

test('of very many folders some are taken, with enough pages each', () => {
  const folders = Object.fromEntries(
    Array.from({ length: 100 }, (_, number) => [`s${number}`, 40]),
  );
  const sample = sampleFiles(listed(folders), 160);
  expect(sample.length).toBe(160);
  expect(new Set(sample.map((file) => Math.floor(file / 40))).size).toBe(10);
});

test('files of records are left out', () => {
  const list = new InputList();
  list.add(Buffer.from('a.txt'), 0, FileForm.page, 1);
  list.add(Buffer.from('b.jsonl'), 0, FileForm.records, 1);
  expect(sampleFiles(list.finish(), 10)).toEqual([0]);
});
