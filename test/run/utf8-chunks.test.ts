import { expect, test } from 'vitest';
import { ReadFailure } from '../../src/run/read-failure.ts';
import { utf8Chunks } from '../../src/run/utf8-chunks.ts';

async function* cut(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Buffer, size: number): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of utf8Chunks(cut(bytes, size))) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

const records = '{"text":"Straße خبر 😀"}\n{"text":"x"}\n';
const little = Buffer.from(records, 'utf16le');
const big = Buffer.from(little).swap16();

test.each([
  ['UTF-8', Buffer.from(records)],
  ['UTF-16', little],
  ['UTF-16 of the other byte order', big],
  ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), little])],
  ['the other with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), big])],
])('records in %s are read as they are, however the bytes arrive', async (_, bytes) => {
  for (const size of [1, 3, 1000]) expect(await read(bytes, size)).toBe(records);
});

test('what is too short to tell is passed on', async () => {
  for (const text of ['', 'a', '{}']) expect(await read(Buffer.from(text), 1)).toBe(text);
});

test('half a character, and UTF-32, are told', async () => {
  await expect(read(little.subarray(0, -1), 9)).rejects.toThrow(ReadFailure);
  await expect(read(Buffer.concat([little, Buffer.from([0, 0xd8, 10, 0])]), 9)).rejects.toThrow(
    'UTF-16 with half a character in it',
  );
  const wide = Buffer.from([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0]);
  await expect(read(wide, 100)).rejects.toThrow('records in UTF-32, not UTF-8');
});
