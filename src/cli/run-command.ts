import { UsageError } from '../errors.ts';
import type { Report } from '../report/report.ts';
import { decompressedChunks } from '../run/chunks.ts';
import { runCorpus } from '../run/clean-corpus.ts';
import { findInputs, type FoundInputs } from '../run/find-inputs.ts';
import { pathBytes, pathText } from '../run/input-list.ts';
import { openOutput, outputKind } from '../run/output.ts';
import type { RunForm } from '../run/prepare-batch.ts';
import type { Settings } from '../settings.ts';
import { Complaints } from './complaints.ts';
import { exitCodeOf, failedGates } from './exit-code.ts';
import type { World } from './main.ts';
import type { Manners } from './options.ts';
import { ProgressLine } from './progress.ts';
import { readSettings } from './read-settings.ts';
import { withSignals } from './signals.ts';

/** `ghirbal`, `ghirbal split` and `ghirbal dedupe`: one run over many inputs. */
export async function runCommand(
  form: RunForm,
  named: readonly string[],
  options: Record<string, unknown>,
  world: World,
): Promise<void> {
  const { settings: asked, manners } = readSettings(options, world.env);
  // `split` prints as it goes: nothing is compared, and nothing but records is written.
  const settings = form === 'blocks' ? { ...asked, output: '-', dedupe: false } : asked;
  if (manners.printConfig) {
    world.stdout.write(`${JSON.stringify({ ...settings, ...manners }, null, 2)}\n`);
    return;
  }
  const writesRecords =
    outputKind(settings.output) === 'stdout' && !settings.dryRun && !settings.check;
  if (manners.json && writesRecords) {
    throw new UsageError('--json and records cannot both go to standard output', {
      hint: 'Write the records elsewhere with -o.',
    });
  }
  const isFromList = settings.files0From !== '';
  const inputs = named.length === 0 && !isFromList ? ['-'] : named;
  if (inputs.includes('-') && settings.files0From === '-') {
    throw new UsageError('standard input cannot be both the list of files and an input');
  }
  const found = await findInputs(inputs, settings, () => readAll(world.stdin));
  if (manners.list) {
    await printList(found, world);
    return;
  }
  const report = await runVisibly(form, inputs, found, settings, manners, world);
  world.exitCode = exitCodeOf(report, settings);
  await showReport(report, settings, manners, world);
}

async function runVisibly(
  form: RunForm,
  inputs: readonly string[],
  found: FoundInputs,
  settings: Settings,
  manners: Manners,
  world: World,
): Promise<Report> {
  const isVisible = manners.progress && !manners.quiet && world.stderr.isTTY && !world.env['CI'];
  const line = isVisible && world.env['TERM'] !== 'dumb' ? new ProgressLine(world.stderr) : null;
  const say = (words: string): void => {
    line?.clear();
    world.stderr.write(`ghirbal: ${words}\n`);
  };
  const complaints = new Complaints(world.stderr, manners.verbose);
  try {
    return await withSignals(world, (signal, longStep) =>
      runCorpus({
        inputs,
        found,
        form,
        settings,
        output: openOutput(settings, inputs, world.stdout),
        stdin: world.stdin,
        onProblem: (problem) => {
          line?.clear();
          complaints.add(problem);
        },
        onProgress: (progress) => line?.show(progress),
        onResumed: (pieces) => {
          if (pieces === 0 && !manners.quiet) say('nothing to go on from; begun anew');
        },
        onKept: () => say('what was prepared is kept: the same command with --resume goes on'),
        longStep,
        signal,
      }),
    );
  } finally {
    line?.clear();
    complaints.finish();
  }
}

/** Tells how a run ended, and which gates it did not pass. */
export async function showReport(
  report: Report,
  settings: Settings,
  manners: Manners,
  world: World,
): Promise<void> {
  if (manners.json) world.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  const { coloursFor, isColoured } = await import('./terminal.ts');
  const colours = coloursFor(isColoured(world.stderr, manners.color, world.env));
  if (report.form !== 'blocks' && !manners.quiet) {
    const { summaryLines } = await import('./summary.ts');
    const isKept = !settings.dryRun && !settings.check;
    const output = isKept ? settings.output : 'nothing written';
    const lines = [...summaryLines(report, settings, output, colours)];
    if (isKept && outputKind(output) === 'folder')
      lines.push('', `  report       ${output}/report.html`);
    world.stderr.write(`${lines.join('\n')}\n`);
  }
  for (const gate of failedGates(report, settings)) {
    world.stderr.write(`${colours.red('ghirbal:')} gate failed: ${gate}\n`);
  }
  if (settings.check) {
    const { removalLines } = await import('./removals.ts');
    for (const line of removalLines(report)) world.stderr.write(`${line}\n`);
  }
}

async function printList(found: FoundInputs, world: World): Promise<void> {
  const { printable } = await import('./terminal.ts');
  for (let file = 0; file < found.files.count; file++) {
    const path = pathText(pathBytes(found.files, file));
    // Raw in a pipe, where the next program must be able to open it.
    world.stdout.write(`${world.stdout.isTTY ? printable(path) : path}\n`);
  }
  if (found.stdin) world.stdout.write('-\n');
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of decompressedChunks(stream)) parts.push(part);
  return Buffer.concat(parts);
}
