import { createHash, type Hash } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { attempt } from '../sinks.ts';
import { writeFully } from '../spool.ts';
import { packValue } from './packed-value.ts';
import type { Manifest } from './task.ts';

/** The files of a task while they are written. */
export class TaskResults {
  readonly #folder: string;
  readonly #open: Map<string, ResultFile> = new Map();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** A new file to append to. */
  file(name: string): ResultFile {
    const file = new ResultFile(join(this.#folder, name));
    this.#open.set(name, file);
    return file;
  }

  bytes(name: string, bytes: Uint8Array): void {
    this.file(name).append(bytes);
  }

  numbers(name: string, numbers: Uint32Array): void {
    this.bytes(name, new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
  }

  /** Plain objects, maps and typed arrays; see `packValue`. */
  value(name: string, value: unknown): void {
    this.bytes(name, packValue(value));
  }

  /** Closes all files. @returns size and checksum of each, by name. */
  finish(): Manifest['files'] {
    for (const file of this.#open.values()) file.close();
    const files: Record<string, { bytes: number; sha256: string }> = {};
    for (const name of [...this.#open.keys()].sort()) {
      const { bytes, sha256 } = this.#open.get(name)!;
      files[name] = { bytes, sha256 };
    }
    return files;
  }
}

/** A file that is appended to, hashed on the way. */
export class ResultFile {
  readonly #path: string;
  readonly #descriptor: number;
  readonly #hash: Hash = createHash('sha256');
  bytes = 0;
  sha256 = '';

  constructor(path: string) {
    this.#path = path;
    this.#descriptor = attempt('cannot create', path, () => openSync(path, 'wx'));
  }

  append(bytes: Uint8Array): void {
    attempt('cannot write', this.#path, () => writeFully(this.#descriptor, bytes));
    this.#hash.update(bytes);
    this.bytes += bytes.length;
  }

  close(): void {
    closeSync(this.#descriptor);
    this.sha256 = this.#hash.digest('hex');
  }
}
