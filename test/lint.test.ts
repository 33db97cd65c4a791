import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

test.each(['text', 'split', 'language', 'dedupe', 'report', 'schema'])(
  'the linter keeps files, threads and the command line out of src/%s',
  (folder) => {
    const scratch = mkdtempSync(join(root, 'src', folder, 'lint-'));
    try {
      const file = join(scratch, 'impure.ts');
      writeFileSync(
        file,
        `import { readFileSync } from 'node:fs';
import chalk from 'chalk';
import { runCorpus } from '../../run/clean-corpus.ts';
export const impure: unknown = [readFileSync, chalk, runCorpus, process.pid];
`,
      );
      const { status, stdout } = spawnSync('npx', ['oxlint', file], {
        cwd: root,
        encoding: 'utf8',
      });
      expect(status).not.toBe(0);
      for (const name of ["'node:fs'", "'chalk'", "'../../run/clean-corpus.ts'", "'process'"]) {
        expect(stdout).toContain(name);
      }
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  },
);
