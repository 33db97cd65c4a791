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
  readonly #files: Map<string, ResultFile> = new Map();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** A new file to append to. */
  file(name: string): ResultFile {
    const file = new ResultFile(join(this.#folder, name));
    this.#files.set(name, file);
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

  /** @returns size and checksum of each file, by name. */
  finish(): Manifest['files'] {
    const files: Record<string, { bytes: number; sha256: string }> = {};
    for (const name of [...this.#files.keys()].sort()) {
      const { bytes, sha256 } = this.#files.get(name)!;
      files[name] = { bytes, sha256 };
    }
    return files;
  }
}

/** A file that is appended to, hashed on the way. Not kept open: a task may have more files than a process may. */
export class ResultFile {
  readonly #path: string;
  readonly #hash: Hash = createHash('sha256');
  bytes = 0;

  constructor(path: string) {
    this.#path = path;
    attempt('cannot create', path, () => closeSync(openSync(path, 'wx')));
  }

  append(bytes: Uint8Array): void {
    attempt('cannot write', this.#path, () => {
      const descriptor = openSync(this.#path, 'a');
      try {
        writeFully(descriptor, bytes);
      } finally {
        closeSync(descriptor);
      }
    });
    this.#hash.update(bytes);
    this.bytes += bytes.length;
  }

  /** Checksum of all that was appended; nothing is appended after it. */
  get sha256(): string {
    return this.#hash.digest('hex');
  }
}
