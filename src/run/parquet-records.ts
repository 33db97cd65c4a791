import { closeSync, fstatSync, readSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { decompress as unzstd } from 'fzstd';
import type * as Hyparquet from 'hyparquet';
import { systemCode } from '../errors.ts';
import { WrittenNumber } from '../text/exact-json.ts';
import type { Chunks } from './chunks.ts';
import { JsonBytes } from './json-bytes.ts';
import { ReadFailure, readFailure } from './read-failure.ts';
import { assertRegularFile, openForReading } from './read-file.ts';

/**
 * The rows of a Parquet file as JSON lines. One row group is held at a time; the file is read in
 * place, so it cannot come through a pipe.
 *
 * @throws ReadFailure when it is damaged, or the library that reads Parquet is not installed.
 */
export async function* parquetRecords(path: Buffer, follow: boolean): Chunks & AsyncGenerator {
  const library = await parquetReader();
  const descriptor = openForReading(path, follow);
  try {
    assertRegularFile(descriptor);
    const file = {
      byteLength: fstatSync(descriptor).size,
      slice: (start: number, end?: number) => slice(descriptor, start, end),
    };
    const metadata = await library.parquetMetadataAsync(file);
    let rowStart = 0;
    for (const group of metadata.row_groups) {
      const rowEnd = rowStart + Number(group.num_rows);
      yield jsonLines(
        await library.parquetReadObjects({ file, metadata, rowStart, rowEnd, compressors }),
      );
      rowStart = rowEnd;
    }
  } catch (error) {
    if (error instanceof ReadFailure || systemCode(error) !== '') throw readFailure(error);
    const reason = error instanceof Error ? error.message : String(error);
    throw new ReadFailure('damaged', `Parquet: ${reason}`);
  } finally {
    closeSync(descriptor);
  }
}

async function parquetReader(): Promise<typeof Hyparquet> {
  try {
    return await import('hyparquet');
  } catch {
    throw new ReadFailure(
      'unreadable',
      'Parquet needs the package hyparquet, which is not installed: npm install hyparquet',
    );
  }
}

/** What Parquet files are packed with, besides the Snappy that the library brings. */
const compressors = {
  GZIP: (bytes: Uint8Array): Uint8Array => gunzipSync(bytes),
  ZSTD: (bytes: Uint8Array): Uint8Array => unzstd(bytes),
};

function slice(descriptor: number, start: number, end?: number): ArrayBuffer {
  const { size } = fstatSync(descriptor);
  const from = start < 0 ? Math.max(0, size + start) : start;
  const bytes = new Uint8Array(Math.max(0, Math.min(end ?? size, size) - from));
  for (let used = 0; used < bytes.length;) {
    const got = readSync(descriptor, bytes, used, bytes.length - used, from + used);
    if (got === 0) throw new ReadFailure('damaged', 'Parquet: ends early');
    used += got;
  }
  return bytes.buffer;
}

function jsonLines(rows: readonly Record<string, unknown>[]): Uint8Array {
  const json = new JsonBytes();
  for (const row of rows) {
    json.value(plain(row));
    json.raw('\n');
  }
  return json.take();
}

/** A value of Parquet as JSON has it: whole numbers keep all digits, times are written out. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return new WrittenNumber(String(value));
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item)]));
}
