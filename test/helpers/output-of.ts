import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listNames } from '../../src/report/report.ts';

/** Lists and report of an output folder; the time it took and where the inputs lay left out. */
export function outputOf(folder: string): Record<string, string> {
  const names = [...listNames.map((name) => `${name}.jsonl`), 'report.json'];
  return Object.fromEntries(
    names.map((name) => [
      name,
      readFileSync(join(folder, name), 'utf8').replace(/"seconds": [\d.]+/u, ''),
    ]),
  );
}
