import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { systemCode } from '../errors.ts';

/**
 * Makes a folder and those above it that are missing; one that is there already is fine.
 *
 * Level by level, for the recursive form of `mkdirSync` never ends where a folder exists and
 * yet cannot hold another, as in /proc (seen on Node 20).
 */
export function makeFolder(folder: string): void {
  const missing: string[] = [];
  for (let at = resolve(folder); !isFolder(at); at = dirname(at)) {
    missing.push(at);
    if (dirname(at) === at) break;
  }
  for (const path of missing.toReversed()) {
    try {
      mkdirSync(path);
    } catch (error) {
      // Somebody else may have been quicker.
      if (systemCode(error) !== 'EEXIST' || !isFolder(path)) throw error;
    }
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
