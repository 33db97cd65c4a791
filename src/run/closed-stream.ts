import { fstatSync, readFileSync, statSync } from 'node:fs';

/** Open for reading and writing, in the flags that Linux shows (open(2)). */
const readWrite = 2;
const openFlags = /^flags:\s*([0-7]+)$/mu;

/**
 * Whether a standard stream was closed when the program was started. Node then puts the null
 * device in its place, open for reading and writing, where a shell opens it for one of the two.
 * False where the system does not tell.
 */
export function isClosedStream(descriptor: 0 | 1): boolean {
  try {
    if (fstatSync(descriptor).rdev !== statSync('/dev/null').rdev) return false;
    const flags = openFlags.exec(readFileSync(`/proc/self/fdinfo/${descriptor}`, 'latin1'));
    return flags !== null && (Number.parseInt(flags[1]!, 8) & 3) === readWrite;
  } catch {
    return false;
  }
}
