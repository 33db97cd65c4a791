import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { listNames } from '../../src/report/report.ts';
import { folderWith } from '../helpers/folder.ts';
import { outputOf } from '../helpers/output-of.ts';
import { plainEnvironment } from '../helpers/run-tool.ts';
import { smallCorpus, writeFiles } from '../helpers/small-corpus.ts';
import { Random } from '../speed/random.ts';

const tool = fileURLToPath(new URL('../../bin/ghirbal.js', import.meta.url));

/** Runs that are killed; GHIRBAL_TEST_KILLS=200 for a long evening. */
const kills = Number(process.env['GHIRBAL_TEST_KILLS'] ?? (process.env['CI'] ? 50 : 12));
const names = [...listNames.map((name) => `${name}.jsonl`), 'report.json'];

/** Starts a run and kills it after a time, or as soon as a file is there. Whether it was killed. */
async function runKilled(
  args: readonly string[],
  cwd: string,
  when: { readonly milliseconds: number } | { readonly file: string } | null,
): Promise<boolean> {
  const env = plainEnvironment();
  const child = spawn(process.execPath, [tool, ...args], { cwd, env, stdio: 'ignore' });
  const ended = once(child, 'exit');
  const isOver = (): boolean => child.exitCode !== null || child.signalCode !== null;
  if (when !== null && 'file' in when) {
    while (!isOver() && !existsSync(when.file)) await wait(1);
    child.kill('SIGKILL');
  } else if (when !== null) {
    await Promise.race([wait(when.milliseconds), ended]);
    child.kill('SIGKILL');
  }
  await ended;
  return child.signalCode === 'SIGKILL';
}

test(
  `killed ${kills} times at any moment, a run leaves nothing half-written and can be finished`,
  { timeout: 60_000 + kills * 30_000 },
  async () => {
    const cwd = folderWith({});
    writeFiles(join(cwd, 'pages'), smallCorpus());
    const random = new Random(2026, 0);
    const args = (output: string): string[] => ['pages', '-o', output, '-q', '-j', '1'];
    const started = performance.now();
    await runKilled(args('whole'), cwd, null);
    const usual = performance.now() - started;
    const whole = outputOf(join(cwd, 'whole'));
    let killed = 0;
    for (let round = 0; round < kills; round++) {
      const out = join(cwd, 'out');
      rmSync(out, { recursive: true, force: true });
      // Every third is killed at the moment that a result appears.
      const moment =
        round % 3 === 2
          ? { file: join(out, names[random.below(names.length)]!) }
          : { milliseconds: random.below(Math.ceil(usual)) };
      if (await runKilled(args('out'), cwd, moment)) killed++;
      checkNothingTorn(out, whole);
      const resume = round % 2 === 0 ? ['--resume'] : [];
      if (round % 3 === 0) {
        await runKilled([...args('out'), '--resume'], cwd, {
          milliseconds: random.below(Math.ceil(usual)),
        });
        checkNothingTorn(out, whole);
      }
      if (!existsSync(join(out, 'report.json')) || resume.length > 0) {
        await runKilled([...args('out'), ...resume], cwd, null);
      }
      expect(outputOf(out)).toEqual(whole);
    }
    expect(killed).toBeGreaterThan(kills / 2);
  },
);

function checkNothingTorn(out: string, whole: Readonly<Record<string, string>>): void {
  for (const name of names) {
    if (!existsSync(join(out, name)) || name === 'report.json') continue;
    expect(readFileSync(join(out, name), 'utf8')).toBe(whole[name]);
  }
  // The report comes last.
  if (existsSync(join(out, 'report.json'))) expect(outputOf(out)).toEqual(whole);
}
