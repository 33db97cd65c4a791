import { Growing } from '../growing.ts';
import { fileFor } from './task.ts';
import type { ResultFile, TaskResults } from './task-results.ts';

/** Numbers held before they are written, over all files. */
const mostHeld = 1 << 20;

/** Numbers that go to the tasks of a later step: a file for each task. */
export class DividedNumbers {
  readonly #files: readonly ResultFile[];
  readonly #held: readonly Growing<Uint32Array>[];
  #count = 0;
  /** Bytes written so far, and held. */
  bytes = 0;

  constructor(results: TaskResults, name: string, tasks: number) {
    this.#files = Array.from({ length: tasks }, (_, task) => results.file(fileFor(name, task)));
    this.#held = this.#files.map(() => new Growing((length) => new Uint32Array(length)));
  }

  append(task: number, values: ArrayLike<number>): void {
    this.#held[task]!.append(values);
    this.#count += values.length;
    this.bytes += values.length * 4;
    if (this.#count > mostHeld) this.finish();
  }

  /** Writes what is held. */
  finish(): void {
    for (const [task, held] of this.#held.entries()) {
      const { buffer, byteOffset, byteLength } = held.values;
      if (byteLength > 0) this.#files[task]!.append(new Uint8Array(buffer, byteOffset, byteLength));
      held.length = 0;
    }
    this.#count = 0;
  }
}
