import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutBatch, pagesIn, restOf } from '../../src/run/cut-batch.ts';
import { halvesOf, lostInputs } from '../../src/run/halves.ts';
import { FileForm, InputList } from '../../src/run/input-list.ts';
import type { Batch, ChosenFiles } from '../../src/run/read-batch.ts';

/** Batches of one page each, by halving again and again. */
function singles(batch: Batch | ChosenFiles): readonly (Batch | ChosenFiles)[] {
  const halves = halvesOf(batch);
  return halves === null ? [batch] : halves.flatMap(singles);
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text));
}

const named = { id: 'r', path: 'r.jsonl', file: 0 } as const;

test('files are halved down to one each, in order', () => {
  expect(singles({ kind: 'files', first: 3, end: 8 })).toEqual(
    [3, 4, 5, 6, 7].map((first) => ({ kind: 'files', first, end: first + 1 })),
  );
});

test('so are files that were chosen', () => {
  expect(singles({ kind: 'chosen', files: [2, 5, 11] })).toEqual(
    [2, 5, 11].map((file) => ({ kind: 'chosen', files: [file] })),
  );
});

test('lines are halved down to one each, with their numbers, whatever they hold', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1 }), fc.boolean(), (texts, isEnded) => {
      const lines = texts.map((text) => text.replaceAll('\n', ' '));
      const whole = lines.join('\n') + (isEnded ? '\n' : 'x');
      const found = singles({ kind: 'lines', ...named, firstLine: 7, bytes: bytesOf(whole) });
      const parts = found.map((batch) =>
        batch.kind === 'lines' ? Buffer.from(batch.bytes).toString() : '',
      );
      expect(parts.join('')).toBe(whole);
      expect(parts.length).toBe(lines.length);
      found.forEach((batch, at) => expect(batch).toMatchObject({ firstLine: 7 + at }));
    }),
  );
});

test('pages of one stream are halved down to one each, with their bytes', () => {
  const texts = ['one', '', 'three', 'four'];
  let end = 0;
  const members = texts.map((text, at) => ({
    id: `m${at}`,
    source: 's',
    path: 'p',
    line: at,
    extra: null,
    end: (end += text.length),
  }));
  const found = singles({ kind: 'members', file: -1, members, bytes: bytesOf(texts.join('')) });
  expect(
    found.map((batch) =>
      batch.kind === 'members'
        ? [batch.members.length, batch.members[0]!.id, Buffer.from(batch.bytes).toString()]
        : [],
    ),
  ).toEqual(texts.map((text, at) => [1, `m${at}`, text]));
});

test('what was lost is named with its line or record', () => {
  const list = new InputList();
  list.add(Buffer.from('pages/a.txt'), 0, FileForm.page, 1);
  const files = list.finish();
  const lost = (batch: Batch | ChosenFiles): unknown =>
    lostInputs(batch, files, 'why').map(({ source, line, bytes }) => ({ source, line, bytes }));
  expect(lost({ kind: 'files', first: 0, end: 1 })).toEqual([
    { source: 'pages/a.txt', line: null, bytes: 0 },
  ]);
  expect(lost({ kind: 'chosen', files: [0] })).toEqual([
    { source: 'pages/a.txt', line: null, bytes: 0 },
  ]);
  expect(lost({ kind: 'lines', ...named, firstLine: 9, bytes: bytesOf('abc\n') })).toEqual([
    { source: 'r.jsonl', line: 9, bytes: 4 },
  ]);
  const member = { id: 'm', source: 's', path: 'p.wet', line: 4, extra: null, end: 2 };
  expect(lost({ kind: 'members', file: 0, members: [member], bytes: bytesOf('ab') })).toEqual([
    { source: 'p.wet', line: 4, bytes: 2 },
  ]);
});

test('what is left of a batch after its first pages is the batch without them', () => {
  const files = { kind: 'files', first: 3, end: 8 } as const;
  expect(restOf(files, 2)).toEqual({ kind: 'files', first: 5, end: 8 });
  expect(restOf(files, 5)).toBeNull();
  expect(restOf(files, null)).toBeNull();
  const lines = { kind: 'lines', ...named, firstLine: 7, bytes: bytesOf('a\n\nc') } as const;
  expect(pagesIn(lines)).toBe(3);
  expect(restOf(lines, 0)).toEqual(lines);
  expect(cutBatch(lines, 2).map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([
    'a\n\n',
    'c',
  ]);
});
