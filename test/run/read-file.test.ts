import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FileReader, isHuge, lineEnds, longestInput, mostLines } from '../../src/run/read-file.ts';
import { folderWith } from '../helpers/folder.ts';

test.each([0, 1, 2 ** 18 - 1, 2 ** 18, 2 ** 18 + 1, 5 * 2 ** 20])(
  'a file of %d bytes is read whole, whatever was read before',
  (size) => {
    const content = Buffer.alloc(size, 'abc');
    const folder = folderWith({ 'a.txt': content, 'b.txt': 'short' });
    const reader = new FileReader(false);
    for (let time = 0; time < 2; time++) {
      expect(Buffer.compare(reader.read(Buffer.from(join(folder, 'a.txt'))), content)).toBe(0);
      expect(Buffer.from(reader.read(Buffer.from(join(folder, 'b.txt')))).toString()).toBe('short');
    }
  },
);

test('a file that is too long is refused by its size', () => {
  const folder = folderWith({});
  const path = join(folder, 'long.txt');
  writeFileSync(path, 'x');
  const reader = new FileReader(false);
  truncateSync(path, longestInput);
  expect(reader.read(Buffer.from(path)).length).toBe(longestInput);
  truncateSync(path, longestInput + 1);
  expect(() => reader.read(Buffer.from(path))).toThrow('more than 16 MiB of text');
});

test.each(['\n', '\r', '\r\n', '\u0085', '\u2028', '\u2029'])(
  'lines that end in %j are counted',
  (lineEnd) => {
    const lines = (count: number): Buffer => Buffer.from(`م${lineEnd}`.repeat(count));
    for (const count of [mostLines, mostLines + 1]) expect(lineEnds(lines(count))).toBe(count);
  },
);

test('letters that share bytes with line ends are no line ends', () => {
  expect(lineEnds(Buffer.from('مè…'.repeat(mostLines * 2)))).toBe(0);
});

test('a page is huge by its bytes or by its lines, and short ones are not counted', () => {
  expect(isHuge(2 ** 21, 0)).toBe(false);
  expect(isHuge(2 ** 21 + 1, 0)).toBe(true);
  expect(isHuge(0, 20_001)).toBe(true);
  expect(lineEnds(Buffer.alloc(20_000, '\n'))).toBe(0);
});
