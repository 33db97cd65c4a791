import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { letGo } from './let-go.ts';
import { ReadFailure, readFailure } from './read-failure.ts';
import { stampIn } from './stamp.ts';

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

/**
 * From here on a page is huge: preparing 16 MiB of text or 100,000 lines takes 200 MB, less than this
 * at most 60.
 */
const hugeBytes = 1 << 21;
const hugeLines = 20_000;

/** Whether a page takes memory that is worth giving back; `lines` as `lineEnds` counts them. */
export function isHuge(bytes: number, lines: number): boolean {
  return bytes > hugeBytes || lines > hugeLines;
}

/** Line ends of a page, 0 for pages so short that it does not matter. */
export function lineEnds(bytes: Uint8Array): number {
  if (bytes.length <= hugeLines) return 0;
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
  return lines;
}

const firstBufferBytes = 1 << 18;
/** A buffer that a longer file made grow is let go with the next file. */
const keptBufferBytes = 1 << 22;

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
      this.#letGo();
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
    this.#letGo();
    this.#buffer = grown;
  }

  #letGo(): void {
    letGo([this.#buffer]);
  }
}

/** The failure of what is longer than `longestInput`, of which so many bytes are known. */
export function tooLarge(bytes: number): ReadFailure {
  return new ReadFailure('too-large', `more than ${longestInput / 2 ** 20} MiB of text`, bytes);
}
