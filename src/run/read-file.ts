import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Decompress } from 'fzstd';
import { stampIn } from './stamp.ts';
import { type ProblemCode, systemCode, systemReason } from '../errors.ts';

/**
 * Longest page or record in bytes, after decompression. Far above any article; it keeps one
 * hostile file, such as a gigabyte of zeros in a megabyte of gzip, from taking all memory.
 */
export const longestInput: number = 16 * 2 ** 20;

/**
 * Most lines of a page. Columns take up to 2.5 KB a line, so a few megabytes of line ends would
 * take gigabytes; the longest articles have some thousand lines.
 */
export const mostLines = 100_000;

/** Whether a page has more lines than `mostLines`; a look that short pages do without. */
export function hasTooManyLines(bytes: Uint8Array): boolean {
  if (bytes.length <= mostLines) return false;
  let lines = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    const before = at === 0 ? 0 : bytes[at - 1]!;
    if (
      byte === 0x0a ||
      (byte === 0x0d && bytes[at + 1] !== 0x0a) ||
      // U+0085, U+2028 and U+2029 end lines too.
      (byte === 0x85 && before === 0xc2) ||
      ((byte | 1) === 0xa9 && before === 0x80 && bytes[at - 2] === 0xe2)
    ) {
      lines++;
    }
  }
  return lines > mostLines;
}

const firstBufferBytes = 1 << 18;
/** A buffer that a longer file made grow is let go with the next file. */
const keptBufferBytes = 1 << 22;

/** A file that could not be read: a `Problem` still without its path. */
export class ReadFailure extends Error {
  readonly code: ProblemCode;
  /** Bytes known to have been there. */
  readonly bytes: number;
  constructor(code: ProblemCode, message: string, bytes = 0) {
    super(message);
    this.code = code;
    this.bytes = bytes;
  }
}

/** The failure of a file system call as a `ReadFailure`. */
export function readFailure(error: unknown): ReadFailure {
  if (error instanceof ReadFailure) return error;
  const code = systemCode(error);
  if (code === 'ENOENT') return new ReadFailure('missing', 'no such file (ENOENT)');
  if (code === 'ELOOP') return new ReadFailure('link', 'a symbolic link, not followed (ELOOP)');
  return new ReadFailure('unreadable', systemReason(error));
}

/**
 * Opens a file for reading without ever waiting: a pipe without a writer does not block, and a
 * file that was replaced by a link since it was listed is refused.
 *
 * @throws ReadFailure
 */
export function openForReading(path: Buffer, follow: boolean): number {
  const noFollow = follow ? 0 : constants.O_NOFOLLOW;
  try {
    return openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | noFollow);
  } catch (error) {
    throw readFailure(error);
  }
}

/** Refuses what is no regular file. @throws ReadFailure */
export function assertRegularFile(descriptor: number): void {
  assertRegular(fstatSync(descriptor));
}

function assertRegular(status: Stats): void {
  if (status.isFile()) return;
  if (status.isDirectory()) throw new ReadFailure('not-a-file', 'a folder');
  throw new ReadFailure('not-a-file', 'a pipe, socket or device');
}

/**
 * Reads whole files into one buffer that is used again for the next file: `read` returns a view
 * that is good until then.
 */
export class FileReader {
  #buffer = Buffer.allocUnsafeSlow(firstBufferBytes);
  readonly #follow: boolean;
  /** Stamp of the file that `read` opened last, as it was before it was read; see `stampOf`. */
  stamp: readonly number[] | null = null;

  constructor(follow: boolean) {
    this.#follow = follow;
  }

  /** @throws ReadFailure when it cannot be read or is longer than `longestInput`. */
  read(path: Buffer): Uint8Array {
    if (this.#buffer.length > keptBufferBytes) {
      this.#buffer = Buffer.allocUnsafeSlow(firstBufferBytes);
    }
    this.stamp = null;
    const descriptor = openForReading(path, this.#follow);
    try {
      const status = fstatSync(descriptor);
      assertRegular(status);
      this.stamp = stampIn(status);
      let used = 0;
      for (;;) {
        if (used === this.#buffer.length) this.#grow(used, fstatSync(descriptor).size);
        const got = readSync(descriptor, this.#buffer, used, this.#buffer.length - used, null);
        used += got;
        // A file that holds what it said, and no more though there was room, need not be asked again.
        if (got === 0 || (used === status.size && used < this.#buffer.length)) break;
      }
      return this.#buffer.subarray(0, used);
    } catch (error) {
      throw readFailure(error);
    } finally {
      closeSync(descriptor);
    }
  }

  /** @param size - what the file says it holds; one more byte of room shows its end. */
  #grow(used: number, size: number): void {
    if (used > longestInput || size > longestInput) throw tooLarge(Math.max(used, size));
    const wanted = size > used ? size + 1 : used * 2;
    const grown = Buffer.allocUnsafeSlow(Math.min(wanted, longestInput + 1));
    this.#buffer.copy(grown, 0, 0, used);
    this.#buffer = grown;
  }
}

function tooLarge(bytes: number): ReadFailure {
  return new ReadFailure('too-large', `more than ${longestInput / 2 ** 20} MiB of text`, bytes);
}

export type Compression = 'gzip' | 'zstd' | null;

/** How data is compressed, told from its first bytes. */
export function compressionOf(bytes: Uint8Array): Compression {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip';
  if (bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd) {
    return 'zstd';
  }
  return null;
}

/**
 * The content of a page's file: decompressed when it is gzip or zstd, with any number of members
 * or frames, else as it is.
 *
 * @throws ReadFailure when damaged, cut short, or longer than `longestInput`.
 */
export function decompressed(bytes: Uint8Array): Uint8Array {
  const compression = compressionOf(bytes);
  if (compression === null) return bytes;
  if (compression === 'zstd') return unzstd(bytes);
  try {
    return gunzipSync(bytes, { maxOutputLength: longestInput });
  } catch (error) {
    if (systemCode(error) === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(bytes.length);
    throw new ReadFailure('damaged', `gzip: ${gzipReason(error)}`, bytes.length);
  }
}

/** What is wrong with gzip data, in words. */
export function gzipReason(error: unknown): string {
  if (systemCode(error) === 'Z_BUF_ERROR') return 'ends early';
  return error instanceof Error ? error.message : String(error);
}

function unzstd(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let total = 0;
  const decoder = new ZstdDecoder((part) => {
    total += part.length;
    if (total > longestInput) throw tooLarge(bytes.length);
    parts.push(part);
  });
  // In pieces, so that a small file that unpacks to gigabytes is stopped on the way.
  for (let at = 0; at < bytes.length; at += 1 << 16)
    decoder.push(bytes.subarray(at, at + (1 << 16)));
  decoder.finish();
  return Buffer.concat(parts);
}

/** fzstd's stream decoder with failures named, and an end that was cut off noticed. */
export class ZstdDecoder {
  readonly #decoder: Decompress;
  #pushed = 0;

  constructor(onPart: (part: Uint8Array) => void) {
    this.#decoder = new Decompress((part) => {
      if (part.length > 0) onPart(part.slice());
    });
  }

  /** @throws ReadFailure */
  push(part: Uint8Array): void {
    this.#pushed += part.length;
    this.#guard(() => this.#decoder.push(part.slice(), false));
  }

  /** @throws ReadFailure when the data ended inside a frame. */
  finish(): void {
    this.#guard(() => this.#decoder.push(new Uint8Array(0), true));
  }

  #guard(step: () => void): void {
    try {
      step();
    } catch (error) {
      if (error instanceof ReadFailure) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new ReadFailure('damaged', `zstd: ${reason}`, this.#pushed);
    }
  }
}
