import { closeSync, readSync, writeSync } from 'node:fs';
import { OutputError, systemReason } from '../errors.ts';
import { letGo } from './let-go.ts';
import type { Scratch } from './scratch.ts';
import type { SpareRoom } from './spare-room.ts';

/** A spool stays in memory up to this size: small runs touch no scratch file. */
const usualMemoryBytes = 1 << 23;

/**
 * Bytes that are appended, then read again by offset: in memory while they are few, else in a
 * scratch file.
 */
export class Spool {
  readonly #scratch: Scratch;
  readonly #name: string;
  readonly #memoryBytes: number;
  #memory: Buffer = Buffer.alloc(0);
  #descriptor = -1;
  /** Bytes appended. */
  length = 0;

  /**
   * @param name - what its scratch file holds, for messages.
   * @param memoryBytes - most bytes to keep in memory.
   */
  constructor(scratch: Scratch, name: string, memoryBytes: number = usualMemoryBytes) {
    this.#scratch = scratch;
    this.#name = name;
    this.#memoryBytes = memoryBytes;
  }

  /** @throws OutputError when the scratch file cannot be written. */
  append(bytes: Uint8Array): void {
    if (this.#descriptor < 0 && this.length + bytes.length <= this.#memoryBytes) {
      if (this.length + bytes.length > this.#memory.length) {
        const wanted = Math.min((this.length + bytes.length) * 2, this.#memoryBytes);
        const grown = Buffer.allocUnsafeSlow(wanted);
        this.#memory.copy(grown, 0, 0, this.length);
        letGo([this.#memory]);
        this.#memory = grown;
      }
      this.#memory.set(bytes, this.length);
      this.length += bytes.length;
      return;
    }
    this.#attempt(() => {
      if (this.#descriptor < 0) this.#openFile();
      writeFully(this.#descriptor, bytes, this.#scratch.spare);
      this.length += bytes.length;
    });
  }

  /** Fills `into` with the bytes from `offset` on. */
  read(into: Uint8Array, offset: number): void {
    if (this.#descriptor < 0) {
      this.#memory.copy(into, 0, offset, offset + into.length);
      return;
    }
    this.#attempt(() => {
      for (let done = 0; done < into.length;) {
        const got = readSync(this.#descriptor, into, done, into.length - done, offset + done);
        if (got === 0) throw new Error('it ends early');
        done += got;
      }
    });
  }

  close(): void {
    this.#forget();
    if (this.#descriptor < 0) return;
    try {
      closeSync(this.#descriptor);
    } catch {
      // Nobody reads it any more.
    }
    this.#descriptor = -1;
  }

  #openFile(): void {
    this.#descriptor = this.#scratch.open(this.#name);
    writeFully(this.#descriptor, this.#memory.subarray(0, this.length), this.#scratch.spare);
    this.#forget();
  }

  #forget(): void {
    letGo([this.#memory]);
    this.#memory = Buffer.alloc(0);
  }

  #attempt(step: () => void): void {
    try {
      step();
    } catch (error) {
      if (error instanceof OutputError) throw error;
      throw new OutputError(`scratch file of ${this.#name}: ${systemReason(error)}`, {
        hint: 'Make room there, or name another folder with --tmp.',
        cause: error,
      });
    }
  }
}

/**
 * Writes all bytes at the end of a file; one system call may take only some.
 *
 * @param spare - room that is given up when the disk is full.
 */
export function writeFully(
  descriptor: number,
  bytes: Uint8Array,
  spare: SpareRoom | null = null,
): void {
  for (let done = 0; done < bytes.length;) {
    let written: number;
    try {
      written = writeSync(descriptor, bytes, done, bytes.length - done);
    } catch (error) {
      if (spare?.isFreedAfter(error) === true) continue;
      throw error;
    }
    if (written === 0) throw new Error('nothing could be written');
    done += written;
  }
}
