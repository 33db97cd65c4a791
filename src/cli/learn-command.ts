import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { InputError, OutputError, systemReason, UsageError } from '../errors.ts';
import { bytesText, counted } from '../report/numbers.ts';
import { findInputs } from '../run/find-inputs.ts';
import { surveyAll } from '../run/survey-pages.ts';
import { defaultSettings, type Settings } from '../settings.ts';
import { writeProfile } from '../split/profile.ts';
import { Complaints } from './complaints.ts';
import { exitCodes } from './exit-code.ts';
import type { World } from './main.ts';
import { usualProfile } from './options.ts';
import { readAll } from './read-all.ts';
import { readSettings } from './read-settings.ts';
import { withSignals } from './signals.ts';
import { quoted } from './terminal.ts';

/** `ghirbal learn`: saves which lines many pages of a corpus have in common. */
export async function learn(
  named: readonly string[],
  options: Record<string, unknown>,
  world: World,
): Promise<void> {
  const { settings, manners } = readSettings(options, world.env);
  const output = profilePath(settings);
  const inputs = named.length === 0 && settings.files0From === '' ? ['-'] : named;
  const found = await findInputs(inputs, settings, () => readAll(world.stdin));
  const complaints = new Complaints(world.stderr, manners.verbose);
  let unusable = 0;
  const columns = await withSignals(world, (signal) =>
    surveyAll({
      found,
      setup: { files: found.files, follow: settings.follow, settings },
      stdin: world.stdin,
      onProblem: (problem) => {
        unusable++;
        complaints.add(problem);
      },
      signal,
    }),
  );
  complaints.finish();
  if (columns.pages === 0) throw new InputError('no page could be read, so nothing was learned');
  const profile = writeProfile(columns);
  if (output === '-') world.stdout.write(profile);
  else writeWhole(output, profile, world.pid);
  if (!manners.quiet) {
    const lines = counted(columns.keys.length, 'line');
    const pages = counted(columns.pages, 'page');
    const size = bytesText(profile.length);
    world.stderr.write(`ghirbal: learned ${lines} of ${pages}; ${quoted(output)}, ${size}\n`);
  }
  if (unusable > 0) world.exitCode = exitCodes.someUnusable;
}

/** @throws UsageError when it would overwrite a file without being told to. */
function profilePath({ output, force }: Settings): string {
  const path = output === defaultSettings.output ? usualProfile : output;
  if (path !== '-' && existsSync(path) && !force) {
    throw new UsageError(`${quoted(path)} is there already`, {
      hint: 'Name another file with -o, or give --force.',
    });
  }
  return path;
}

/** Writes a file under a temporary name first, so that it is never there by half. */
function writeWhole(path: string, text: string, pid: number): void {
  const part = `${path}.${pid}.part`;
  try {
    const descriptor = openSync(part, 'wx');
    try {
      writeSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw new OutputError(`cannot write ${quoted(path)}: ${systemReason(error)}`, { cause: error });
  }
}
