import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { InputError, OutputError, systemReason, UsageError } from '../../errors.ts';
import type { SplitKnowledge } from '../../split/split-tools.ts';
import { version } from '../../version.ts';
import type { InputFiles } from '../input-list.ts';
import { isRunning } from '../lock.ts';
import { attempt } from '../sinks.ts';
import { packValue, unpackValue } from './packed-value.ts';
import { type Plan, workVersion } from './plan.ts';
import type { Stage, StepName } from './stages.ts';
import { type Manifest, sha256, type Task, taskName } from './task.ts';
import { TaskInputs } from './task-inputs.ts';
import { TaskResults } from './task-results.ts';

const planName = 'plan.json';
const filesName = 'files';
const manifestName = 'manifest.json';

/**
 * The folder that the parts of a run share. Each task writes into a folder of its own, which gets its
 * name when all in it is written: a task that was killed leaves nothing that looks finished, and of
 * two machines that do the same task the second one's work is dropped.
 */
export class WorkFolder {
  readonly path: string;
  readonly plan: Plan;
  readonly #planHash: string;

  /** @throws InputError when there is no plan, UsageError when it is another version's. */
  constructor(path: string) {
    this.path = path;
    let text: string;
    try {
      text = readFileSync(join(path, planName), 'utf8');
      this.plan = JSON.parse(text) as Plan;
    } catch (error) {
      throw new InputError(`no plan in ${JSON.stringify(path)}: ${systemReason(error)}`, {
        hint: 'Make one with: ghirbal plan INPUTS --work FOLDER --shards COUNT',
        cause: error,
      });
    }
    if (this.plan.workVersion !== workVersion || this.plan.ghirbal !== version) {
      throw new UsageError(
        `${JSON.stringify(path)} was planned by ghirbal ${this.plan.ghirbal}, this is ${version}`,
        { hint: 'Use the same version for all parts of a run.' },
      );
    }
    this.#planHash = sha256(Buffer.from(text));
  }

  /** Makes a work folder. @returns false when it holds this very plan already. */
  static create(path: string, plan: Plan, files: InputFiles): boolean {
    const text = `${JSON.stringify(plan, null, 2)}\n`;
    if (existsSync(join(path, planName))) {
      if (readFileSync(join(path, planName), 'utf8') === text) return false;
      throw new UsageError(`${JSON.stringify(path)} holds another plan`, {
        hint: 'Name a new folder with --work, or remove this one.',
      });
    }
    attempt('cannot make the folder', path, () => mkdirSync(path, { recursive: true }));
    const place = (name: string, bytes: Uint8Array): void => {
      const part = join(path, `.${name}.${process.pid}.part`);
      attempt('cannot write', part, () => writeFileSync(part, bytes));
      attempt('cannot rename', part, () => renameSync(part, join(path, name)));
    };
    place(filesName, packValue(files));
    place(planName, Buffer.from(text));
    return true;
  }

  /** The list of input files. */
  get files(): InputFiles {
    return unpackValue(readFileSync(join(this.path, filesName))) as InputFiles;
  }

  /** What pages are split by, as it was when the run was planned. */
  get knowledge(): SplitKnowledge {
    return unpackValue(Buffer.from(this.plan.knowledge, 'base64')) as SplitKnowledge;
  }

  stage(step: StepName): Stage {
    return this.plan.stages.find((stage) => stage.step === step)!;
  }

  /** What a finished task says of itself; `null` when it is not finished. */
  manifest({ step, number }: Task): Manifest | null {
    const path = join(this.#folderOf({ step, number }), manifestName);
    if (!existsSync(path)) return null;
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    return manifest.plan === this.#planHash ? manifest : null;
  }

  /** Whether a task is done, on what its inputs hold now. */
  isDone(task: Task): boolean {
    const manifest = this.manifest(task);
    return (
      manifest !== null &&
      Object.entries(manifest.inputs).every(([name, hash]) => this.#hashOfManifest(name) === hash)
    );
  }

  /**
   * Does a task, unless it is done already.
   *
   * @param work - reads what it needs through `TaskInputs`, writes through `TaskResults`, and gives its counts.
   * @returns false when it was done already.
   */
  async run(
    task: Task,
    work: (
      inputs: TaskInputs,
      results: TaskResults,
    ) => Promise<Record<string, number>> | Record<string, number>,
  ): Promise<boolean> {
    if (this.isDone(task)) return false;
    const final = this.#folderOf(task);
    const parent = join(this.path, task.step);
    attempt('cannot make the folder', parent, () => mkdirSync(parent, { recursive: true }));
    const part = attempt('cannot make a folder in', parent, () => {
      removeLeft(parent, `.${basename(final)}-`);
      return mkdtempSync(join(parent, `.${basename(final)}-${process.pid}-${hostname()}-`));
    });
    try {
      const inputs = new TaskInputs(this);
      const results = new TaskResults(part);
      const counts = await work(inputs, results);
      const manifest: Manifest = {
        workVersion,
        ghirbal: version,
        step: task.step,
        task: task.number,
        tasks: this.stage(task.step).tasks,
        plan: this.#planHash,
        inputs: Object.fromEntries(
          [...inputs.used].sort().map((name) => [name, this.#hashOfManifest(name)!]),
        ),
        counts,
        files: results.finish(),
      };
      const text = `${JSON.stringify(manifest, null, 2)}\n`;
      attempt('cannot write', part, () => writeFileSync(join(part, manifestName), text));
      this.#place(part, final, task);
      return true;
    } finally {
      rmSync(part, { recursive: true, force: true });
    }
  }

  /** Removes what tasks that were killed left half done; for when all tasks are done. */
  removeAllLeft(): void {
    for (const { step } of this.plan.stages) {
      const parent = join(this.path, step);
      if (!existsSync(parent)) continue;
      for (const name of readdirSync(parent))
        if (name.startsWith('.')) rmSync(join(parent, name), { recursive: true, force: true });
    }
  }

  #place(part: string, final: string, task: Task): void {
    // What stands there was made from other inputs, or by a machine that was faster.
    if (existsSync(final) && !this.isDone(task)) rmSync(final, { recursive: true, force: true });
    try {
      renameSync(part, final);
    } catch (error) {
      if (!this.isDone(task)) {
        throw new OutputError(`cannot rename to ${JSON.stringify(final)}: ${systemReason(error)}`, {
          cause: error,
        });
      }
    }
  }

  #folderOf({ step, number }: Task): string {
    return join(this.path, taskName({ step, number }));
  }

  #hashOfManifest(name: string): string | null {
    const path = join(this.path, name, manifestName);
    return existsSync(path) ? sha256(readFileSync(path)) : null;
  }
}

/** Removes what processes of this machine that are gone left of a task. */
function removeLeft(parent: string, start: string): void {
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(start)) continue;
    const [, owner, host] = /^(\d+)-(.*)-[^-]{6}$/u.exec(name.slice(start.length)) ?? [];
    if (host === hostname() && !isRunning({ pid: Number(owner), began: '' }))
      rmSync(join(parent, name), { recursive: true, force: true });
  }
}
