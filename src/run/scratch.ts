import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OutputError, systemReason } from '../errors.ts';

/** A folder for scratch files, made when the first one is needed. */
export class Scratch {
  readonly #parent: string;
  #path: string | null = null;

  /** @param parent - folder to make it in; '' = the system's own. */
  constructor(parent: string) {
    this.#parent = parent === '' ? tmpdir() : parent;
  }

  /** @throws OutputError when it cannot be made. */
  get path(): string {
    try {
      return (this.#path ??= mkdtempSync(join(this.#parent, 'ghirbal-')));
    } catch (error) {
      throw new OutputError(
        `scratch folder in ${JSON.stringify(this.#parent)}: ${systemReason(error)}`,
        { hint: 'Name another folder with --tmp.', cause: error },
      );
    }
  }

  remove(): void {
    if (this.#path !== null) rmSync(this.#path, { recursive: true, force: true });
    this.#path = null;
  }
}
