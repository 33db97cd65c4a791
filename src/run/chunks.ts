import { closeSync, readSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { compressionOf, gzipReason } from './decompress.ts';
import { ReadFailure, readFailure } from './read-failure.ts';
import { assertRegularFile, openForReading } from './read-file.ts';
import { ZstdDecoder } from './zstd-decoder.ts';

/** Bytes of a source in pieces, in order; each piece is the receiver's to keep. */
export type Chunks = AsyncIterable<Uint8Array>;

const fileChunkBytes = 1 << 18;

/** A file's bytes as they are. @throws ReadFailure */
export async function* fileChunks(path: Buffer, follow: boolean): Chunks & AsyncGenerator {
  const descriptor = openForReading(path, follow);
  try {
    assertRegularFile(descriptor);
    for (;;) {
      const chunk = Buffer.allocUnsafeSlow(fileChunkBytes);
      const got = readSync(descriptor, chunk, 0, chunk.length, null);
      if (got === 0) return;
      yield chunk.subarray(0, got);
    }
  } catch (error) {
    throw readFailure(error);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * The same bytes until the signal is given, whose reason is then thrown at once: also while a
 * slow source is waited for.
 */
export async function* untilAborted(chunks: Chunks, signal: AbortSignal): Chunks & AsyncGenerator {
  signal.throwIfAborted();
  const source = chunks[Symbol.asyncIterator]();
  const aborted = new Promise<never>((_, refuse) => {
    signal.addEventListener('abort', () => refuse(signal.reason as Error), { once: true });
  });
  // Nobody may be waiting when it comes.
  aborted.catch(() => undefined);
  for (;;) {
    const next = await Promise.race([source.next(), aborted]);
    if (next.done === true) return;
    yield next.value;
  }
}

/** The same bytes, ended with the piece in which so many are reached. */
export async function* firstOf(chunks: Chunks, most: number): Chunks & AsyncGenerator {
  let given = 0;
  for await (const chunk of chunks) {
    yield chunk;
    given += chunk.length;
    if (given >= most) return;
  }
}

/** The same bytes, with the first piece holding at least `least` of them where there are so many. */
export async function* withFirstOf(chunks: Chunks, least: number): Chunks & AsyncGenerator {
  let first: Uint8Array | null = new Uint8Array(0);
  for await (const chunk of chunks) {
    if (first === null) {
      yield chunk;
      continue;
    }
    first = first.length === 0 ? chunk : Buffer.concat([first, chunk]);
    if (first.length < least) continue;
    yield first;
    first = null;
  }
  if (first !== null && first.length > 0) yield first;
}

const magicBytes = 4;

/**
 * Decompresses gzip and zstd, told from the first bytes; passes anything else through. Whatever
 * was unpacked before damage or a missing end is given out before the failure is thrown.
 *
 * @throws ReadFailure
 */
export async function* decompressedChunks(chunks: Chunks): Chunks & AsyncGenerator {
  const pieces = withFirstOf(chunks, magicBytes)[Symbol.asyncIterator]();
  const first = await pieces.next();
  if (first.done === true) return;
  const all = (async function* (): AsyncGenerator<Uint8Array> {
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => pieces };
  })();
  const compression = compressionOf(first.value);
  if (compression === 'gzip') yield* gunzipped(all);
  else if (compression === 'zstd') yield* unzstded(all);
  else yield* all;
}

async function* unzstded(chunks: Chunks): AsyncGenerator<Uint8Array> {
  const decoder = new ZstdDecoder();
  for await (const chunk of chunks) yield* decoder.unpack(chunk);
  decoder.finish();
}

/**
 * zlib drops what one call unpacked when that call ends in an error, so calls are kept short, and
 * the end of the data, where a wrong checksum shows, is fed byte by byte.
 */
const gunzipPieceBytes = 1 << 14;
const gunzipTailBytes = 64;

async function* gunzipped(chunks: Chunks): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: 1 << 16 });
  let parts: Uint8Array[] = [];
  let failure: unknown = null;
  // After an error zlib calls back for nothing: whoever waits is released here.
  let release = (): void => undefined;
  gunzip.on('data', (part: Uint8Array) => parts.push(part));
  gunzip.on('end', () => release());
  gunzip.on('error', (error) => {
    failure = error;
    release();
  });
  const step = (action: (done: () => void) => void): Promise<void> =>
    new Promise((done) => {
      release = done;
      if (failure === null) action(done);
      else done();
    });
  try {
    let held: Uint8Array = new Uint8Array(0);
    for await (const chunk of chunks) {
      const data: Uint8Array = Buffer.concat([held, chunk]);
      const end = Math.max(0, data.length - gunzipTailBytes);
      for (let at = 0; at < end; at += gunzipPieceBytes) {
        if (failure !== null) break;
        const piece = data.subarray(at, Math.min(end, at + gunzipPieceBytes));
        await step((done) => gunzip.write(piece, done));
        yield* parts;
        parts = [];
      }
      held = data.subarray(end);
      if (failure !== null) break;
    }
    for (let at = 0; at < held.length; at++) {
      await step((done) => gunzip.write(held.subarray(at, at + 1), done));
    }
    // The end is told by the event, when all has come out.
    await step(() => gunzip.end());
    yield* parts;
  } finally {
    gunzip.destroy();
  }
  if (failure !== null) throw new ReadFailure('damaged', `gzip: ${gzipReason(failure)}`);
}
