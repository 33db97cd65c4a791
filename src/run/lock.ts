import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { systemCode, UsageError } from '../errors.ts';
import { removeQuietly } from './remove-quietly.ts';
import { attempt } from './sinks.ts';

/** Name of the lock in a folder. */
export const lockName = 'lock';

/** A process, told apart from another that gets its number later. */
interface Owner {
  readonly pid: number;
  /** When it began, in the system's own count; '' where that cannot be told. */
  readonly began: string;
  readonly host: string;
}

/**
 * Takes the lock of a folder, or says who holds it. A lock left by a process that is gone is taken
 * over: also one whose number another process has by now, and one that was killed and waits to be
 * cleared away by its parent.
 *
 * @param folder - where the lock lies; must be there.
 * @param shown - the folder as the user knows it, for messages.
 * @throws UsageError when another run holds it; OutputError when it cannot be made.
 */
export function takeLock(folder: string, shown: string): void {
  const lock = join(folder, lockName);
  const own = join(folder, `${lockName}.${process.pid}`);
  const content = JSON.stringify(thisProcess());
  attempt('cannot make', own, () => {
    rmSync(own, { force: true });
    const descriptor = openSync(own, 'wx');
    try {
      writeSync(descriptor, content);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  });
  try {
    // A lock left behind is moved away once; whoever then comes second finds the other's.
    for (let tries = 0; ; tries++) {
      try {
        // A second name for a file that is whole: nobody ever reads half a lock.
        linkSync(own, lock);
        return;
      } catch (error) {
        if (systemCode(error) !== 'EEXIST' || tries === mostTries) {
          attempt('cannot make', lock, () => {
            throw error;
          });
        }
      }
      clearStale(lock, shown);
    }
  } finally {
    removeQuietly(own);
  }
}

const mostTries = 3;

function clearStale(lock: string, shown: string): void {
  const held = contentOf(lock);
  if (held === null) return;
  const owner = ownerIn(held);
  if (owner !== null) refuseLive(owner, lock, shown);
  const aside = `${lock}.${process.pid}.stale`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    attempt('cannot take over', lock, () => {
      throw error;
    });
  }
  // Somebody else may have taken it over in between: theirs is given back.
  if (contentOf(aside) !== held) {
    try {
      linkSync(aside, lock);
    } catch {
      // A third has it by now.
    }
  }
  removeQuietly(aside);
}

function refuseLive(owner: Owner, lock: string, shown: string): void {
  const elsewhere = owner.host !== hostname();
  if (!elsewhere && !isRunning(owner)) return;
  const where = elsewhere ? ` on ${owner.host}` : '';
  throw new UsageError(
    `another run (process ${owner.pid}${where}) writes into ${JSON.stringify(shown)} right now`,
    {
      hint: elsewhere
        ? `Wait for it, name another output folder, or remove ${lock} if that machine is gone.`
        : 'Wait for it, or name another output folder.',
    },
  );
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    return attempt('cannot read', path, () => {
      throw error;
    });
  }
}

/** Who made a lock; `null` for what is none. */
function ownerIn(content: string): Owner | null {
  try {
    const { pid, began, host } = JSON.parse(content) as Partial<Owner>;
    const isOwner = Number.isSafeInteger(pid) && pid! > 0 && typeof began === 'string';
    return isOwner && typeof host === 'string' ? { pid: pid!, began, host } : null;
  } catch {
    return null;
  }
}

function thisProcess(): Owner {
  return { pid: process.pid, began: processState(process.pid)?.began ?? '', host: hostname() };
}

/** Whether a process is still at work. @param began - '' when that is not known. */
export function isRunning({ pid, began }: Pick<Owner, 'pid' | 'began'>): boolean {
  if (!exists(pid)) return false;
  const state = processState(pid);
  if (state === null) return true;
  return !state.isDead && (began === '' || state.began === began);
}

/** Whether a process of this number is there, as far as can be told. */
export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

/** State and start of a process as Linux tells them (proc(5), fields 3 and 22); else `null`. */
function processState(pid: number): { readonly isDead: boolean; readonly began: string } | null {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The second field is a name in brackets that may hold anything, brackets and spaces too.
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    return { isDead: 'ZXx'.includes(fields[0]!), began: fields[19]! };
  } catch {
    return null;
  }
}
