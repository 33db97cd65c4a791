import { expect, test } from 'vitest';
import type { Member, MemberProblem } from '../../src/run/member-batches.ts';
import { ReadFailure } from '../../src/run/read-failure.ts';
import { wetPages } from '../../src/run/wet-pages.ts';
import { warcRecord } from '../helpers/archives.ts';

async function* cut(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** What a WET file gives: members, problems, and how it is damaged, '' = not at all. */
async function read(
  bytes: Buffer,
  size = 1 << 16,
): Promise<{ members: Member[]; problems: MemberProblem['problem'][]; damage: string }> {
  const members: Member[] = [];
  const problems: MemberProblem['problem'][] = [];
  try {
    for await (const each of wetPages(cut(bytes, size), { id: 'f', path: 'f.wet' })) {
      if ('bytes' in each) members.push(each);
      else problems.push(each.problem);
    }
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    expect(error.code).toBe('damaged');
    return { members, problems, damage: error.message };
  }
  return { members, problems, damage: '' };
}

const page = warcRecord('conversion', 'A page.', { 'WARC-Record-ID': '<urn:1>' });
const begins = 'WARC/1.0\r\n';

test.each([
  ['another kind of file', 'Not a record\r\n', 'no record where one should begin'],
  ['a line without end', 'x'.repeat(70_000), 'no record where one should begin'],
  ['blank lines without end', '\n'.repeat(1 << 20), 'no record where one should begin'],
  ['a head without length', `${begins}WARC-Type: conversion\r\n\r\n`, 'no Content-Length'],
  ['a length below zero', `${begins}Content-Length: -1\r\n\r\n`, 'no Content-Length'],
  ['a length that is no number', `${begins}Content-Length: 1e999\r\n\r\n`, 'no Content-Length'],
  ['a head of too many lines', begins + 'A: b\r\n'.repeat(1001), 'its head does not end'],
  ['a head with an endless line', `${begins}A: ${'b'.repeat(70_000)}`, 'its head does not end'],
  ['a head that is cut', `${begins}Content-Le`, 'its head does not end'],
  [
    'a page that is cut',
    `${begins}WARC-Type: conversion\r\nContent-Length: 9\r\n\r\nhalf`,
    'ends early',
  ],
  ['a record about others that is cut', `${begins}Content-Length: 9\r\n\r\nhalf`, 'ends early'],
])('after %s the pages before it are there', async (_, after, reason) => {
  const bytes = Buffer.concat([page, Buffer.from(after)]);
  for (const size of [1 << 16, 1000]) {
    const { members, damage } = await read(bytes, size);
    expect(members.map(({ id }) => id)).toEqual(['urn:1']);
    expect(damage).toBe(`WET record 2: ${reason}`);
  }
});

test('blank lines, LF alone and any cut of the bytes change nothing', async () => {
  const bytes = Buffer.concat([Buffer.from('\n\r\n'), page, Buffer.from('\n'.repeat(5000)), page]);
  const whole = await read(bytes);
  expect(whole).toMatchObject({ damage: '', problems: [] });
  expect(whole.members.map(({ line }) => line)).toEqual([1, 2]);
  expect(await read(bytes, 1)).toEqual(whole);
  const bare = Buffer.from(bytes.toString().replaceAll('\r\n', '\n'));
  expect((await read(bare)).members.map(({ bytes: own }) => Buffer.from(own).toString())).toEqual([
    'A page.',
    'A page.',
  ]);
  expect(await read(Buffer.alloc(0))).toEqual({ members: [], problems: [], damage: '' });
});

test('a page says of itself what its head does not', async () => {
  const head = 'no colon\r\n: no name\r\nCONTENT-LENGTH: 2\r\nwarc-type: conversion\r\n';
  const { members } = await read(Buffer.from(`${begins}${head}\r\nhi`));
  expect(members).toMatchObject([{ id: 'f:1', source: 'f.wet', path: 'f.wet', line: 1 }]);
  expect(members[0]!.extra).toEqual({ date: '', content_language: '' });
});

test('a page that is too long is named and passed over, what is no text is counted', async () => {
  const long = Buffer.alloc(17 * 2 ** 20, 'x');
  const { members, problems, damage } = await read(
    Buffer.concat([
      warcRecord('conversion', long),
      warcRecord('resource', '<p>', { 'Content-Type': 'text/html' }),
      Buffer.from(`${begins}WARC-Type: resource\nContent-Length: 1\n\n?`),
      warcRecord('request', 'GET /', {}),
      warcRecord('resource', 'Text.', { 'Content-Type': 'TEXT/PLAIN; charset=utf-8' }),
    ]),
  );
  expect(damage).toBe('');
  expect(members.map(({ line }) => line)).toEqual([5]);
  expect(problems.map(({ line, code, bytes }) => [line, code, bytes])).toEqual([
    [1, 'too-large', long.length],
    [null, 'no-text', 0],
  ]);
  expect(problems[1]!.message).toMatch(/^2 records without plain text/u);
});
