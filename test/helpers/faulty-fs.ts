import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** Functions of `node:fs` that a fault can be put into. */
export type FaultyCall =
  | 'openSync'
  | 'writeSync'
  | 'readSync'
  | 'fsyncSync'
  | 'closeSync'
  | 'renameSync'
  | 'linkSync'
  | 'mkdirSync'
  | 'mkdtempSync'
  | 'readdirSync'
  | 'readFileSync'
  | 'rmSync'
  | 'rmdirSync'
  | 'unlinkSync'
  | 'statSync'
  | 'fstatSync'
  | 'ftruncateSync';

export interface Fault {
  readonly call: FaultyCall;
  /** The call that fails, counted from 1 among those that touch `below`. */
  readonly nth: number;
  /** Whether all later ones fail too. */
  readonly forGood: boolean;
  readonly code: string;
  /** Only calls about this folder, or descriptors opened below it, count. */
  readonly below: string;
}

/**
 * Does something while the file system fails once, or from one call on.
 *
 * @returns whether the fault was met.
 */
export async function withFault(fault: Fault, action: () => Promise<void>): Promise<boolean> {
  const functions = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
  const { openSync, closeSync } = functions as {
    readonly openSync: (...args: unknown[]) => unknown;
    readonly closeSync: (...args: unknown[]) => unknown;
  };
  const original = functions[fault.call]!;
  const inside = new Set<unknown>();
  let count = 0;
  const isMeant = (subject: unknown): boolean =>
    inside.has(subject) || (isPath(subject) && String(subject).startsWith(fault.below));
  functions['openSync'] = (...args) => {
    const descriptor = openSync(...args);
    if (isPath(args[0]) && String(args[0]).startsWith(fault.below)) inside.add(descriptor);
    return descriptor;
  };
  functions['closeSync'] = (...args) => {
    inside.delete(args[0]);
    return closeSync(...args);
  };
  const watched = fault.call === 'openSync' || fault.call === 'closeSync';
  const inner = watched ? functions[fault.call]! : original;
  functions[fault.call] = (...args) => {
    if (isMeant(args[0])) {
      count++;
      if (count === fault.nth || (fault.forGood && count > fault.nth)) {
        // A close that fails has closed all the same.
        if (fault.call === 'closeSync') inner(...args);
        throw Object.assign(new Error(`${fault.code}: ${fault.call}`), { code: fault.code });
      }
    }
    return inner(...args);
  };
  syncBuiltinESMExports();
  try {
    await action();
  } finally {
    functions[fault.call] = original;
    functions['openSync'] = openSync;
    functions['closeSync'] = closeSync;
    syncBuiltinESMExports();
  }
  return count >= fault.nth;
}

function isPath(value: unknown): boolean {
  return typeof value === 'string' || Buffer.isBuffer(value);
}
