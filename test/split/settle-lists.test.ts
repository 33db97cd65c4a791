import { expect, test } from 'vitest';
import { blockKinds, type BlockKind } from '../../src/split/block.ts';
import { settleMarks } from '../../src/split/settle-lists.ts';
import { measured } from './lines.ts';

function settled(page: readonly (readonly [string, BlockKind])[]): BlockKind[] {
  const { lines } = measured(page.map(([text]) => text));
  const kinds = Uint8Array.from(page, ([, kind]) => blockKinds.indexOf(kind));
  settleMarks(lines, kinds);
  return Array.from(kinds, (kind) => blockKinds[kind]!);
}

test('marks on lines of their own between tags are of the tags', () => {
  const list: [string, BlockKind][] = [
    ['Harbour', 'tags'],
    ['/', 'furniture'],
    ['|', 'body'],
    ['Ferries', 'tags'],
  ];
  expect(settled(list)).toEqual(['tags', 'tags', 'tags', 'tags']);
});

test('marks that do not stand between items of one list stay as they are', () => {
  expect(
    settled([
      ['Harbour', 'tags'],
      ['*', 'furniture'],
      ['Museum sold', 'related'],
      ['*', 'furniture'],
    ]),
  ).toEqual(['tags', 'furniture', 'related', 'furniture']);
  expect(
    settled([
      ['The ferry runs again.', 'body'],
      ['***', 'furniture'],
      ['It stops at noon.', 'body'],
    ]),
  ).toEqual(['body', 'furniture', 'body']);
});
