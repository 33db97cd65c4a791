import { type Stats, statSync } from 'node:fs';

/** Numbers in a stamp. */
export const stampWidth = 3;

/**
 * What tells that a file is still the one that was read: its size, and when its content and its
 * place in the file system were last changed. NaN throughout for a file that is not there.
 */
export function stampOf(path: Buffer): readonly number[] {
  try {
    return stampIn(statSync(path));
  } catch {
    return [NaN, NaN, NaN];
  }
}

/** The same from what the system said of an open file. */
export function stampIn({ size, mtimeMs, ctimeMs }: Stats): readonly number[] {
  return [size, mtimeMs, ctimeMs];
}
