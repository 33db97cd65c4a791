import { fstatSync, readFileSync } from 'node:fs';
import { OutputError, systemReason, UsageError } from '../errors.ts';
import { type Report, reportSchemaVersion } from '../report/report.ts';
import { safeJson } from '../report/safe-json.ts';
import { isClosedStream } from '../run/closed-stream.ts';
import { runCorpus } from '../run/clean-corpus.ts';
import { findInputs, type FoundInputs } from '../run/find-inputs.ts';
import { pathBytes, pathText } from '../run/input-list.ts';
import { openOutput, outputKind } from '../run/output.ts';
import type { RunForm } from '../run/prepare-batch.ts';
import { readKnowledge } from '../run/read-knowledge.ts';
import type { Settings } from '../settings.ts';
import { Complaints } from './complaints.ts';
import { type Baseline, exitCodeOf, failedGates } from './exit-code.ts';
import type { World } from './main.ts';
import type { Manners } from './options.ts';
import { ProgressLine } from './progress.ts';
import { readAll } from './read-all.ts';
import { readSettings } from './read-settings.ts';
import { withSignals } from './signals.ts';
import { printable, quoted } from './terminal.ts';

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
    // As a config file these two would have every later run print and do nothing, or read another.
    const shown = { ...settings, ...manners, printConfig: undefined, config: undefined };
    world.stdout.write(`${safeJson(shown, 2)}\n`);
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
  const isImplied = named.length === 0 && !isFromList;
  if (isImplied && !manners.list && hasNoInput(world.stdin)) {
    throw new UsageError('nothing to read: no input is named, and none comes in', {
      hint: 'Name a folder, a file or a pattern, or pipe pages in.',
    });
  }
  const inputs = isImplied ? ['-'] : named;
  if (inputs.includes('-') && settings.files0From === '-') {
    throw new UsageError('standard input cannot be both the list of files and an input');
  }
  if (
    (inputs.includes('-') || settings.files0From === '-') &&
    world.stdin === process.stdin &&
    isClosedStream(0)
  ) {
    throw new UsageError('standard input is closed', {
      hint: 'Give it a file or a pipe, or name the inputs.',
    });
  }
  if ((writesRecords || manners.json) && world.stdout === process.stdout && isClosedStream(1)) {
    throw new OutputError('standard output is closed');
  }
  const found = await findInputs(inputs, settings, () => readAll(world.stdin));
  if (!manners.quiet) tellOfResults(found, world);
  if (manners.list) {
    await printList(found, world);
    return;
  }
  const baseline = settings.baseline === '' ? null : readBaseline(settings.baseline);
  const report = await runVisibly(form, inputs, found, settings, manners, world);
  const failed = failedGates(report, settings, baseline);
  world.exitCode = exitCodeOf(report, settings, failed);
  await showReport(report, settings, manners, failed, world);
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
  // Read first, so that nothing is begun with a file that cannot be used.
  const knowledge = readKnowledge(settings);
  try {
    // The output is opened inside, so that no signal can leave its folder and lock behind.
    return await withSignals(world, async (signal, longStep) =>
      runCorpus({
        inputs,
        found,
        form,
        settings,
        knowledge,
        output: await openOutput(settings, inputs, world.stdout),
        stdin: world.stdin,
        onProblem: (problem) => {
          line?.clear();
          complaints.add(problem);
        },
        onProgress: (progress) => line?.show(progress),
        onResumed: (pieces) => {
          if (pieces === 0 && !manners.quiet) say('nothing to go on from; begun anew');
        },
        onUnkept: (reason) => {
          if (!manners.quiet) say(`${printable(reason)}: --resume will have nothing to go on from`);
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
  failed: readonly string[],
  world: World,
): Promise<void> {
  const { links } = report.passed;
  if (links > 0 && !manners.quiet) {
    const them = links === 1 ? '1 symbolic link was' : `${links} symbolic links were`;
    world.stderr.write(`ghirbal: ${them} not followed; --follow follows them\n`);
  }
  if (manners.json) world.stdout.write(`${safeJson(report, 2)}\n`);
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
  if (manners.format === 'github') {
    const { showOnGitHub } = await import('./github.ts');
    showOnGitHub(report, settings, failed, world);
  }
  for (const gate of failed) {
    world.stderr.write(`${colours.red('ghirbal:')} gate failed: ${gate}\n`);
  }
  if (settings.check) {
    const { removalLines } = await import('./removals.ts');
    for (const line of removalLines(report)) world.stderr.write(`${line}\n`);
  }
}

/** Whether standard input is a terminal, closed or /dev/null: nobody has sent anything. */
function hasNoInput(stdin: World['stdin']): boolean {
  try {
    return fstatSync(stdin.fd).isCharacterDevice();
  } catch {
    // A stream without a file behind it, or one that is closed, which reads as empty.
    return false;
  }
}

/** @throws UsageError when it is no report of ghirbal. */
export function readBaseline(path: string): Baseline {
  const name = JSON.stringify(path);
  let report: Partial<Report> | null;
  try {
    report = JSON.parse(readFileSync(path, 'utf8')) as Partial<Report> | null;
  } catch (error) {
    throw new UsageError(`the baseline ${name} cannot be read: ${systemReason(error)}`, {
      hint: 'Name the report.json of an earlier run, or what --json printed.',
      cause: error,
    });
  }
  const { schemaVersion, totals, duplicates } = report ?? {};
  if (schemaVersion !== reportSchemaVersion || totals === undefined || duplicates === undefined) {
    throw new UsageError(`the baseline ${name} is no report of this version of ghirbal`, {
      hint: 'Name the report.json of an earlier run, or what --json printed.',
    });
  }
  return { totals, duplicates };
}

/** Says that lists of earlier runs were passed over. */
function tellOfResults({ results }: FoundInputs, world: World): void {
  const [first, ...others] = results;
  if (first === undefined) return;
  const more = others.length === 0 ? '' : ` (and ${others.length} more such folders)`;
  world.stderr.write(
    `ghirbal: ${quoted(first)} holds results of ghirbal: its articles are read, its other lists are not${more}\n`,
  );
}

async function printList(found: FoundInputs, world: World): Promise<void> {
  for (let file = 0; file < found.files.count; file++) {
    const path = pathText(pathBytes(found.files, file));
    // Raw in a pipe, where the next program must be able to open it.
    world.stdout.write(`${world.stdout.isTTY ? printable(path) : path}\n`);
  }
  if (found.stdin) world.stdout.write('-\n');
}
