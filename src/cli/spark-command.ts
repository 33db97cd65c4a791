import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemReason, UsageError } from '../errors.ts';
import { outputKind } from '../run/output.ts';
import { readKnowledge } from '../run/read-knowledge.ts';
import { defaultSettings, type Settings } from '../settings.ts';
import { exitCodes } from './exit-code.ts';
import type { World } from './main.ts';
import { checkCounts, readPartOptions } from './part-options.ts';
import { withSignals } from './signals.ts';

const driver = fileURLToPath(new URL('../../bin/ghirbal-spark.py', import.meta.url));

/**
 * `ghirbal spark`: hands the shipped driver to `spark-submit`, with all settings resolved.
 *
 * @throws UsageError when `spark-submit` is not there.
 */
export async function sparkCommand(
  inputs: readonly string[],
  given: Record<string, unknown>,
  world: World,
): Promise<void> {
  const { settings, manners, parts: asked } = readPartOptions(given, world.env);
  checkCounts(asked);
  if (given['output'] === undefined) {
    throw new UsageError('name a folder to write, with --output');
  }
  if (outputKind(settings.output) !== 'folder') throw new UsageError('spark writes a folder');
  // Whatever is wrong with them is told before a cluster is asked for anything.
  readKnowledge(settings);
  const scratch = mkdtempSync(join(tmpdir(), 'ghirbal-spark-'));
  try {
    const config = join(scratch, 'settings.json');
    const ended = join(scratch, 'ended');
    writeFileSync(config, JSON.stringify(settingsElsewhere(settings)));
    const named: Readonly<Record<string, string>> = {
      '--output': settings.output,
      '--ended': ended,
      '--shards': String(asked.shards),
      '--parts': String(asked.parts),
      '--ghirbal': asked.ghirbal === '' ? usualGhirbal(asked.master, world) : asked.ghirbal,
    };
    const words = [
      '--master',
      asked.master,
      ...asked.conf.flatMap((setting) => ['--conf', setting]),
      driver,
      ...Object.entries(named).map(([name, value]) => `${name}=${value}`),
      ...(manners.quiet ? ['--quiet'] : []),
      // What begins with a dash is a name too.
      ...inputs.map((input) => (input.startsWith('-') ? `./${input}` : input)),
      '--',
      '--config',
      config,
      ...(asked.bodies ? ['--bodies'] : []),
    ];
    await submit(words, world);
    world.exitCode = endOf(ended);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** What runs ghirbal where no other command is named: on this machine this very program. */
function usualGhirbal(master: string, { argv }: World): string {
  return master.startsWith('local') ? `${quoted(argv[0]!)} ${quoted(argv[1]!)}` : 'ghirbal';
}

/** A word as a shell reads it. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", `'"'"'`)}'`;
}

/** The settings for a process in another folder. */
function settingsElsewhere(settings: Settings): Settings {
  const { profile, pack } = settings;
  return {
    ...settings,
    output: defaultSettings.output,
    profile: profile === '' ? '' : resolve(profile),
    pack: pack.map((path) => resolve(path)),
  };
}

/** Runs `spark-submit` to its end; a signal ends it, too. */
async function submit(words: readonly string[], world: World): Promise<void> {
  const home = world.env['SPARK_HOME'];
  const program = home === undefined ? 'spark-submit' : join(home, 'bin/spark-submit');
  // All settings are in the file: a variable would win over it.
  const environment = Object.entries(world.env).filter(([name]) => !name.startsWith('GHIRBAL_'));
  await withSignals(world, async (signal) => {
    await new Promise<void>((ended, failed) => {
      const child = spawn(program, words, {
        env: Object.fromEntries(environment),
        // Spark shows what the driver says, all of it words, on standard output.
        stdio: ['ignore', 2, 2],
      });
      signal.addEventListener('abort', () => child.kill('SIGTERM'));
      child.on('error', (error) =>
        failed(
          new UsageError(`cannot start ${JSON.stringify(program)}: ${systemReason(error)}`, {
            hint: 'Install Spark, with Python and a JRE (pip install pyspark), or set SPARK_HOME.',
            cause: error,
          }),
        ),
      );
      child.on('exit', () => ended());
    });
    signal.throwIfAborted();
  });
}

/** What the driver ended with; it says so in a file, as `spark-submit` has codes of its own. */
function endOf(path: string): number {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch {
    return exitCodes.notWritten;
  }
}
