import { lstatSync, rmdirSync, unlinkSync } from 'node:fs';

/** Removes a file or an empty folder; what cannot be removed is left to the next run. */
export function removeQuietly(path: string): void {
  try {
    if (lstatSync(path).isDirectory()) rmdirSync(path);
    else unlinkSync(path);
  } catch {
    // Gone already, or not ours to remove.
  }
}
