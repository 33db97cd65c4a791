import * as zlib from 'node:zlib';
import { UsageError } from '../errors.ts';
import { fieldsWith } from '../schema/article-schema.ts';
import { type OutputFormat, outputFormats, type Settings } from '../settings.ts';
import type { Sink } from './list-writer.ts';
import { parquetSink, parquetWriter } from './parquet-sink.ts';
import { memberSink } from './sinks.ts';

/** Format that the ending of a name stands for; `null` when it is none that articles come in. */
export function formatOfName(name: string): OutputFormat | null {
  // The longer endings come last in the list.
  return outputFormats.findLast((format) => name.endsWith(`.${format}`)) ?? null;
}

/** Makes the sink of a file in a format out of a sink for its bytes. */
export type Encoder = (inner: Sink) => Sink;

/**
 * What writes a format.
 *
 * @throws UsageError when this Node or this installation cannot.
 */
export async function encoderOf(format: OutputFormat, settings: Settings): Promise<Encoder> {
  switch (format) {
    case 'jsonl':
      return (inner) => inner;
    case 'jsonl.gz':
      return (inner) => memberSink(inner, (bytes) => zlib.gzipSync(bytes));
    case 'jsonl.zst': {
      const compress = zstdCompress();
      return (inner) => memberSink(inner, compress);
    }
    case 'parquet': {
      const library = await parquetWriter();
      const fields = fieldsWith(settings);
      return (inner) => parquetSink(library, inner, fields);
    }
  }
}

/** zstd came to Node in 22.15; the types of Node 20 do not know it. */
function zstdCompress(): (bytes: Uint8Array) => Uint8Array {
  const { zstdCompressSync } = zlib as { zstdCompressSync?: (bytes: Uint8Array) => Uint8Array };
  if (zstdCompressSync !== undefined) return zstdCompressSync;
  throw new UsageError(
    `Node ${process.versions.node} cannot write zstd; Node 22.15 and later can`,
    {
      hint: 'Write .jsonl.gz, or pipe: ghirbal ... -o - | zstd > out.jsonl.zst',
    },
  );
}

/** Digits of the numbers in the names of files that one list is cut into. */
const shardDigits = 5;

/**
 * A list in one file or, with a limit, in as many as it takes, cut between lines. There is always
 * at least one file.
 */
export class ShardedSink implements Sink {
  /** Names of the files begun so far. */
  readonly files: string[] = [];
  readonly #name: string;
  readonly #ending: string;
  readonly #limit: number;
  readonly #open: (name: string) => Sink;
  #file: Sink | null = null;
  #used = 0;

  /**
   * @param limit - bytes of lines in a file, before compression; a longer line has a file of its
   * own. Infinity = one file, whose name has no number.
   */
  constructor(name: string, ending: string, limit: number, open: (name: string) => Sink) {
    this.#name = name;
    this.#ending = ending;
    this.#limit = limit;
    this.#open = open;
  }

  /** @param bytes - whole lines. */
  async write(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length;) {
      const rest = bytes.subarray(at);
      const cut = cutOf(rest, this.#limit - this.#used, this.#used === 0);
      if (cut === 0) {
        await this.#end();
        continue;
      }
      await this.#current().write(rest.subarray(0, cut));
      this.#used += cut;
      at += cut;
    }
  }

  async close(): Promise<void> {
    this.#current();
    await this.#end();
  }

  #current(): Sink {
    if (this.#file === null) {
      const number = String(this.files.length).padStart(shardDigits, '0');
      const base = this.#limit === Infinity ? this.#name : `${this.#name}-${number}`;
      this.files.push(`${base}.${this.#ending}`);
      this.#file = this.#open(this.files.at(-1)!);
    }
    return this.#file;
  }

  async #end(): Promise<void> {
    await this.#file?.close();
    this.#file = null;
    this.#used = 0;
  }
}

/** Bytes of whole lines that fit; at least one line when `isEmpty`, though it be too long. */
function cutOf(lines: Uint8Array, room: number, isEmpty: boolean): number {
  if (lines.length <= room) return lines.length;
  const fitting = room <= 0 ? -1 : lines.lastIndexOf(10, room - 1);
  if (fitting >= 0 || !isEmpty) return fitting + 1;
  const first = lines.indexOf(10);
  return first === -1 ? lines.length : first + 1;
}

const articleFile = new RegExp(
  `^cleaned(?:-\\d{${shardDigits}})?\\.(?:${outputFormats.join('|').replaceAll('.', '\\.')})$`,
  'u',
);

/** Whether a name in an output folder is one that articles are written under. */
export function isArticleFile(name: string): boolean {
  return articleFile.test(name);
}
