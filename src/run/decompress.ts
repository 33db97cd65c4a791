import { gunzipSync } from 'node:zlib';
import { systemCode } from '../errors.ts';
import { ReadFailure } from './read-failure.ts';
import { longestInput, tooLarge } from './read-file.ts';
import { beginsFrame, ZstdDecoder } from './zstd-decoder.ts';

export type Compression = 'gzip' | 'zstd' | null;

/** How data is compressed, told from its first bytes. */
export function compressionOf(bytes: Uint8Array): Compression {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip';
  return beginsFrame(bytes) ? 'zstd' : null;
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
  const decoder = new ZstdDecoder();
  const parts: Uint8Array[] = [];
  let total = 0;
  for (const part of decoder.unpack(bytes)) {
    total += part.length;
    // A small file that unpacks to gigabytes is stopped on the way.
    if (total > longestInput) throw tooLarge(bytes.length);
    parts.push(part);
  }
  decoder.finish();
  return Buffer.concat(parts);
}
