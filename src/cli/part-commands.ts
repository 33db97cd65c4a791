import { UsageError } from '../errors.ts';
import { findInputs } from '../run/find-inputs.ts';
import { type InputFiles, pathBytes, pathText } from '../run/input-list.ts';
import { openOutput, outputKind } from '../run/output.ts';
import { readKnowledge } from '../run/read-knowledge.ts';
import { mergeParts, placeParts } from '../run/shards/merge.ts';
import { type Plan, planRun } from '../run/shards/plan.ts';
import { runTask } from '../run/shards/run-task.ts';
import { matchSteps, type StepName } from '../run/shards/stages.ts';
import { type Task } from '../run/shards/task.ts';
import { WorkFolder } from '../run/shards/work-folder.ts';
import { surveyedFiles } from '../run/survey-pages.ts';
import { Complaints } from './complaints.ts';
import { exitCodeOf, failedGates } from './exit-code.ts';
import type { World } from './main.ts';
import type { Manners } from './options.ts';
import { checkCounts, readPartOptions } from './part-options.ts';
import { readBaseline, showReport } from './run-command.ts';
import { withSignals } from './signals.ts';

type Given = Record<string, unknown>;

/** `ghirbal plan`: settles what the parts of a run read, and how. */
export async function planCommand(
  named: readonly string[],
  given: Given,
  world: World,
): Promise<void> {
  const { settings, manners, parts: asked } = readPartOptions(given, world.env);
  checkCounts(asked);
  if (named.includes('-') || settings.files0From === '-') {
    throw new UsageError('a run in parts reads files; standard input cannot be read twice');
  }
  const refused = (['resume', 'dryRun', 'check'] as const).filter((name) => settings[name]);
  if (refused.length > 0) throw new UsageError(`a run in parts knows no ${refused.join(', ')}`);
  const knowledge = readKnowledge(settings);
  const found = await findInputs(named, settings, () => Promise.resolve(new Uint8Array(0)));
  const form = asked.bodies ? 'bodies' : 'articles';
  const plan = planRun(
    { form, inputs: named, settings },
    knowledge,
    found,
    asked.shards,
    asked.parts,
  );
  const isNew = WorkFolder.create(asked.work, plan, found.files);
  tell(
    `${isNew ? 'planned' : 'already planned'} ${found.files.count} files in ${plan.shards} shards`,
    manners,
    world,
  );
}

/** `ghirbal survey`, `sign`, `match` and `apply`: tasks of a planned run. */
export async function partCommand(
  verb: 'survey' | 'sign' | 'match' | 'apply',
  folder: string,
  given: Given,
  world: World,
): Promise<void> {
  const { settings, manners, parts } = readPartOptions(given, world.env);
  const work = new WorkFolder(folder);
  if (manners.list) {
    const { files } = work;
    for (const file of filesOf(verb, work.plan, files, parts.shard))
      world.stdout.write(`${pathText(pathBytes(files, file))}\n`);
    return;
  }
  const every = verb === 'match' ? matchSteps : [verb];
  const steps = parts.step === '' ? every : [parts.step as StepName];
  const complaints = new Complaints(world.stderr, manners.verbose);
  try {
    await withSignals(world, async (signal) => {
      for (const step of steps) {
        const { tasks } = work.stage(step);
        for (const number of chosenTasks(parts.shard, tasks)) {
          signal.throwIfAborted();
          const task: Task = { step, number };
          const isNew = await runTask(work, task, {
            jobs: settings.jobs,
            onProblem: (problem) => complaints.add(problem),
            signal,
          });
          const counts = Object.entries(work.manifest(task)!.counts).map(
            ([name, count]) => `${name} ${count}`,
          );
          tell(
            `${step} ${number + 1}/${tasks}${isNew ? '' : ' (done before)'}: ${counts.join(', ')}`,
            manners,
            world,
          );
        }
      }
    });
  } finally {
    complaints.finish();
  }
}

/** The files that the chosen tasks of a step read, by number. */
function* filesOf(verb: string, plan: Plan, files: InputFiles, shard: string): Generator<number> {
  if (verb === 'survey') {
    yield* surveyedFiles(files);
    return;
  }
  for (const task of chosenTasks(shard, plan.shards)) {
    const end = plan.shardEnd[task]!;
    for (let file = plan.shardEnd[task - 1] ?? 0; file < end; file++) yield file;
  }
}

/** `ghirbal merge`: the finished parts as one output folder. */
export async function mergeCommand(folder: string, given: Given, world: World): Promise<void> {
  const { settings: asked, manners, parts } = readPartOptions(given, world.env);
  const work = new WorkFolder(folder);
  const { output, outputFormat, shardSize, force } = asked;
  if (outputKind(output) !== 'folder') throw new UsageError('merge writes a folder');
  if (parts.apart && (outputFormat !== 'jsonl' || shardSize !== '')) {
    throw new UsageError('with --apart lists stay as they are: JSONL, a file for each shard');
  }
  const settings = { ...work.plan.settings, output, outputFormat, shardSize, force };
  const baseline = settings.baseline === '' ? null : readBaseline(settings.baseline);
  const opened = await openOutput(settings, work.plan.inputs, world.stdout);
  const report = await withSignals(world, () => mergeParts(work, settings, opened, parts.apart));
  if (parts.apart) placeParts(work, output);
  const failed = failedGates(report, settings, baseline);
  world.exitCode = exitCodeOf(report, settings, failed);
  await showReport(report, settings, manners, failed, world);
}

/** Tasks `i - 1`, `i - 1 + n`, `i - 1 + 2 n`, ... for `i/n`. */
function* chosenTasks(shard: string, tasks: number): Generator<number> {
  const [, which, every] = /^(\d{1,6})\/(\d{1,6})$/u.exec(shard) ?? [];
  const [first, step] = [Number(which), Number(every)];
  if (!(first >= 1 && first <= step)) {
    throw new UsageError(`--shard must be like 3/8, not ${JSON.stringify(shard)}`, {
      hint: 'It does the third of every eight tasks.',
    });
  }
  for (let task = first - 1; task < tasks; task += step) yield task;
}

function tell(line: string, manners: Manners, world: World): void {
  if (!manners.quiet) world.stderr.write(`  ${line}\n`);
}
