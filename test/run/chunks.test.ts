import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decompressedChunks } from '../../src/run/chunks.ts';
import { ReadFailure } from '../../src/run/read-file.ts';

const text = Array.from({ length: 2000 }, (_, line) => `line ${Math.sin(line)}\n`).join('');

async function unpacked(bytes: Uint8Array, piece = 1000) {
  const parts: Uint8Array[] = [];
  let failure = '';
  try {
    const source = (async function* () {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    })();
    for await (const part of decompressedChunks(source)) parts.push(part);
  } catch (error) {
    failure = error instanceof ReadFailure ? error.code : String(error);
  }
  return { text: Buffer.concat(parts).toString(), failure };
}

test('plain bytes pass through, however small the pieces', async () => {
  expect(await unpacked(Buffer.from(text), 1)).toEqual({ text, failure: '' });
});

test('gzip members are joined', async () => {
  const member = gzipSync(text);
  expect(await unpacked(Buffer.concat([member, member]))).toEqual({
    text: text + text,
    failure: '',
  });
});

test('all whole lines before a missing end are kept, and the damage is told', async () => {
  const cut = await unpacked(gzipSync(text).subarray(0, -2000));
  expect(cut.failure).toBe('damaged');
  expect(cut.text.length).toBeGreaterThan(text.length / 2);
  expect(text.startsWith(cut.text)).toBe(true);
});

test('a wrong checksum loses nothing and is told', async () => {
  const member = gzipSync(text);
  member.fill(1, member.length - 8, member.length - 4);
  expect(await unpacked(member)).toEqual({ text, failure: 'damaged' });
});

test('zstd frames are joined and a missing end is told', async () => {
  // One raw block each: "hello " as zstd writes it.
  const frame = Buffer.from('28b52ffd2006310000' + Buffer.from('hello ').toString('hex'), 'hex');
  expect(await unpacked(Buffer.concat([frame, frame]))).toEqual({
    text: 'hello hello ',
    failure: '',
  });
  expect((await unpacked(frame.subarray(0, -2))).failure).toBe('damaged');
});
