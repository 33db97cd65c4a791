import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decompressedChunks } from '../../src/run/chunks.ts';
import { decompressed } from '../../src/run/decompress.ts';
import { ReadFailure } from '../../src/run/read-failure.ts';
import { zstdFrame } from '../helpers/archives.ts';

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

test('zstd may begin with a frame for other programs', async () => {
  const other = Buffer.from('5a2a4d1804000000abcdabcd', 'hex').subarray(0, 12);
  for (const bytes of [
    Buffer.concat([other, zstdFrame(text)]),
    Buffer.concat([other, zstdFrame(text), other]),
  ]) {
    expect(await unpacked(bytes, 3)).toEqual({ text, failure: '' });
    expect(Buffer.from(decompressed(bytes)).toString()).toBe(text);
  }
  expect(await unpacked(other)).toEqual({ text: '', failure: '' });
  expect((await unpacked(other.subarray(0, -1))).failure).toBe('damaged');
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

/** Ten times "hello", as the zstd tool packs it: a compressed block and a checksum. */
const packed = Buffer.from('28b52ffd04586500003068656c6c6f200100ca598a140b0f88', 'hex');
const unpackedText = 'hello hello hello hello hello hello hello hello hello hello';

test('zstd frames of the zstd tool are read, however small the pieces', async () => {
  for (const piece of [1, 2, 7, 1000]) {
    expect(await unpacked(packed, piece)).toEqual({ text: unpackedText, failure: '' });
    expect(await unpacked(Buffer.concat([packed, packed]), piece)).toEqual({
      text: unpackedText + unpackedText,
      failure: '',
    });
  }
});

test.each([
  ['a wrong checksum', (frame: Buffer) => void (frame[frame.length - 1]! ^= 1)],
  ['a letter that was changed', (frame: Buffer) => void (frame[12]! ^= 1)],
])('%s of a zstd frame loses nothing and is told', async (_, damage) => {
  const frame = Buffer.from(packed);
  damage(frame);
  const { text: out, failure } = await unpacked(frame);
  expect(failure).toBe('damaged');
  expect(out.length).toBe(unpackedText.length);
});

test('every end of a zstd frame that is missing is told', async () => {
  for (let length = 4; length < packed.length; length++) {
    expect(`${length} ${(await unpacked(packed.subarray(0, length))).failure}`).toBe(
      `${length} damaged`,
    );
  }
});

test('zstd frames for other programs are passed over', async () => {
  const other = Buffer.from('502a4d1803000000616263', 'hex');
  expect(await unpacked(Buffer.concat([packed, other, packed]), 3)).toEqual({
    text: unpackedText + unpackedText,
    failure: '',
  });
  expect((await unpacked(Buffer.concat([packed, other.subarray(0, -1)]))).failure).toBe('damaged');
});

test.each([
  ['text after a frame', Buffer.concat([packed, Buffer.from('and so on')]), 'damaged'],
  ['a size that its head does not promise', '28b52ffd200731000068656c6c6f20', 'damaged'],
  ['a block of no kind', '28b52ffd200637000068656c6c6f20', 'damaged'],
  ['a block longer than its window', '28b52ffd200639000068656c6c6f2020', 'damaged'],
  ['a dictionary', '28b52ffd21010631000068656c6c6f20', 'damaged'],
  ['a window of two gigabytes', '28b52ffd00a831000068656c6c6f20', 'too-large'],
])('zstd data with %s is refused', async (_, data, failure) => {
  const bytes = typeof data === 'string' ? Buffer.from(data, 'hex') : data;
  expect((await unpacked(bytes)).failure).toBe(failure);
});

test('a few bytes of zstd that unpack to gigabytes come out in small parts', async () => {
  // A window of 128 KiB, and blocks that say: the letter a, 131,072 times.
  const head = Buffer.from('28b52ffd0038', 'hex');
  const block = Buffer.from('02001061', 'hex');
  const bomb = Buffer.concat([head, ...Array.from({ length: 30_000 }, () => block)]);
  let parts = 0;
  const source = (async function* () {
    yield bomb;
  })();
  for await (const part of decompressedChunks(source)) {
    expect(part.length).toBeLessThanOrEqual(2 ** 17);
    if (++parts === 20) break;
  }
  expect(process.memoryUsage().arrayBuffers).toBeLessThan(2 ** 26);
  expect(() => decompressed(bomb)).toThrow('more than 16 MiB of text');
});
