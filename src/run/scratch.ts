import { mkdtempSync, openSync, rmdirSync, rmSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OutputError, systemReason } from '../errors.ts';
import type { SpareRoom } from './spare-room.ts';

/**
 * Gives scratch files. Each loses its name, and the folder it was made in, as soon as it is open:
 * nothing is left behind however the process ends, and only its owner can read it.
 */
export class Scratch {
  readonly #parent: string;
  /** Folders that could not go at once: Windows keeps the names of open files. */
  readonly #left: string[] = [];

  /** Room beside the files that is given up when there is none left for them. */
  readonly spare: SpareRoom | null;

  /** @param parent - folder to make the files in; '' = the system's own. */
  constructor(parent: string, spare: SpareRoom | null = null) {
    this.#parent = parent === '' ? tmpdir() : parent;
    this.spare = spare;
  }

  /**
   * @param name - what the file is called while it has a name.
   * @returns a descriptor open for reading and writing; the receiver closes it.
   * @throws OutputError when it cannot be made.
   */
  open(name: string): number {
    try {
      const folder = mkdtempSync(join(this.#parent, 'ghirbal-'));
      const path = join(folder, name);
      const descriptor = openSync(path, 'wx+', 0o600);
      try {
        unlinkSync(path);
        rmdirSync(folder);
      } catch {
        this.#left.push(folder);
      }
      return descriptor;
    } catch (error) {
      throw new OutputError(
        `scratch file in ${JSON.stringify(this.#parent)}: ${systemReason(error)}`,
        { hint: 'Name another folder with --tmp.', cause: error },
      );
    }
  }

  /** Removes what could not go before its file was closed. */
  remove(): void {
    for (const folder of this.#left.splice(0)) {
      try {
        rmSync(folder, { recursive: true, force: true });
      } catch {
        // The results are in place by now, or given up; only a folder of ours stays.
      }
    }
  }
}
