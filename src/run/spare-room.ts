import { systemCode } from '../errors.ts';

/** What the system says when there is no room left for a file. */
const fullCodes: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);

/** Room on a disk that a run can give up: what is kept there only saves work to a later run. */
export class SpareRoom {
  #giveUp: (() => void) | null = null;

  /** @param giveUp - frees the room. */
  offer(giveUp: () => void): void {
    this.#giveUp = giveUp;
  }

  /** Frees the room if a step of writing failed for want of it. @returns whether to try again. */
  isFreedAfter(error: unknown): boolean {
    const giveUp = this.#giveUp;
    if (giveUp === null || !fullCodes.has(systemCode(error))) return false;
    this.#giveUp = null;
    giveUp();
    return true;
  }
}
