import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runShell } from '../helpers/run-tool.ts';

/**
 * Each folder below `test/cases/<topic>/` is a case: `cmd` is run by a shell in a copy of `input`;
 * stdout, stderr, exit code and the files it wrote below `out` must be those recorded beside it.
 * `npx vitest -u` records them.
 */
const root = fileURLToPath(new URL('.', import.meta.url));
const topics = readdirSync(root).filter((name) => statSync(join(root, name)).isDirectory());

describe.each(topics)('%s', (topic) => {
  test.each(readdirSync(join(root, topic)))('%s', async (name) => {
    const folder = join(root, topic, name);
    const work = mkdtempSync(join(tmpdir(), 'ghirbal-case-'));
    try {
      if (existsSync(join(folder, 'input'))) cpSync(join(folder, 'input'), work, { recursive: true });
      const { code, stdout, stderr } = runShell(readFileSync(join(folder, 'cmd'), 'utf8'), [], {
        cwd: work,
      });
      await expect(`${code}\n`).toMatchFileSnapshot(join(folder, 'exit'));
      await expect(steady(stdout)).toMatchFileSnapshot(join(folder, 'stdout'));
      await expect(steady(stderr)).toMatchFileSnapshot(join(folder, 'stderr'));
      for (const file of filesBelow(join(work, 'out'))) {
        const content = steady(readFileSync(file, 'utf8'));
        await expect(content).toMatchFileSnapshot(join(folder, 'out', relative(join(work, 'out'), file)));
      }
      if (existsSync(join(folder, 'out'))) {
        expect(filesBelow(join(work, 'out')).length).toBe(filesBelow(join(folder, 'out')).length);
      }
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  });
});

/** Output without what may differ from run to run: times, rates, version. */
function steady(text: string): string {
  return text
    .replace(/\s+[\d.]+ s {2}[\d,]+ pages\/s/gu, ' TIME')
    .replace(/"seconds": [\d.]+/gu, '"seconds": 0')
    .replace(/ghirbal(": "| )\d+\.\d+\.\d+/gu, 'ghirbal$1VERSION');
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    // The page has tests of its own, and changes with every word of its style.
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.html'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
