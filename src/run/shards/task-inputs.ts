import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../errors.ts';
import { unpackValue } from './packed-value.ts';
import type { StepName } from './stages.ts';
import { sha256, type Task, taskName } from './task.ts';
import type { WorkFolder } from './work-folder.ts';

/** Reads the files that a task's stage names as its needs, and remembers whose they are. */
export class TaskInputs {
  readonly used: Set<string> = new Set();
  readonly #work: WorkFolder;

  constructor(work: WorkFolder) {
    this.#work = work;
  }

  /** Path of a file of a finished task. @throws InputError when it is not finished or was changed. */
  path(task: Task, name: string): string {
    const manifest = this.#work.manifest(task);
    const folder = taskName(task);
    const noted = manifest?.files[name];
    if (noted === undefined) {
      throw new InputError(`${folder} is not done`, {
        hint: `Do it first: the step ${task.step} of this work folder.`,
      });
    }
    this.used.add(folder);
    const path = join(this.#work.path, folder, name);
    const size = existsSync(path) ? statSync(path).size : -1;
    if (size !== noted.bytes) {
      throw new InputError(
        `${JSON.stringify(path)} has ${size} bytes where its manifest says ${noted.bytes}`,
        { hint: `Remove ${JSON.stringify(join(this.#work.path, folder))} and do it again.` },
      );
    }
    return path;
  }

  /** All bytes of a file, compared with its checksum. */
  bytes(task: Task, name: string): Buffer {
    const path = this.path(task, name);
    const bytes = readFileSync(path);
    if (sha256(bytes) !== this.#work.manifest(task)!.files[name]!.sha256) {
      throw new InputError(`${JSON.stringify(path)} was changed after it was written`, {
        hint: `Remove ${JSON.stringify(join(this.#work.path, taskName(task)))} and do it again.`,
      });
    }
    return bytes;
  }

  /** A value that `TaskResults.value` wrote. */
  value(task: Task, name: string): unknown {
    return unpackValue(this.bytes(task, name));
  }

  /** Unsigned 32-bit numbers that `TaskResults.numbers` wrote. */
  numbers(task: Task, name: string): Uint32Array {
    const bytes = this.bytes(task, name);
    return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  }

  /** A count that a finished task gave. */
  count(task: Task, name: string): number {
    return this.#work.manifest(task)!.counts[name]!;
  }

  /** The tasks of a step. */
  tasksOf(step: StepName): readonly Task[] {
    return Array.from({ length: this.#work.stage(step).tasks }, (_, number) => ({ step, number }));
  }
}
