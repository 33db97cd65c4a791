import { createHash, type Hash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { InputError, OutputError, systemReason, UsageError } from '../../errors.ts';
import { version } from '../../version.ts';
import type { InputFiles } from '../input-list.ts';
import { attempt } from '../sinks.ts';
import { writeFully } from '../spool.ts';
import { packValue, unpackValue } from './packed-value.ts';
import { type Plan, workVersion } from './plan.ts';
import type { Stage, StepName } from './stages.ts';

/** One task of a step. */
export interface Task {
  readonly step: StepName;
  /** Counted from 0. */
  readonly number: number;
}

/** What a finished task says of itself. Holds no time and no place: a task done again says the same. */
export interface Manifest {
  readonly workVersion: number;
  readonly ghirbal: string;
  readonly step: StepName;
  readonly task: number;
  readonly tasks: number;
  /** SHA-256 of `plan.json`, which holds all settings. */
  readonly plan: string;
  /** SHA-256 of the manifest of every task whose files were used. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly counts: Readonly<Record<string, number>>;
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
}

const planName = 'plan.json';
const filesName = 'files';
const manifestName = 'manifest.json';
const readBytes = 1 << 20;

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
    } catch (error) {
      throw new InputError(`no plan in ${JSON.stringify(path)}: ${systemReason(error)}`, {
        hint: 'Make one with: ghirbal plan INPUTS --work FOLDER --shards COUNT',
        cause: error,
      });
    }
    this.plan = JSON.parse(text) as Plan;
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
      renameSync(part, join(path, name));
    };
    place(filesName, packValue(files));
    place(planName, Buffer.from(text));
    return true;
  }

  /** The list of input files. */
  get files(): InputFiles {
    return unpackValue(readFileSync(join(this.path, filesName))) as InputFiles;
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
   * @param work - reads what it needs through `Inputs`, writes through `Results`, and gives its counts.
   * @returns false when it was done already.
   */
  async run(
    task: Task,
    work: (
      inputs: Inputs,
      results: Results,
    ) => Promise<Record<string, number>> | Record<string, number>,
  ): Promise<boolean> {
    if (this.isDone(task)) return false;
    const final = this.#folderOf(task);
    const parent = join(this.path, task.step);
    attempt('cannot make the folder', parent, () => mkdirSync(parent, { recursive: true }));
    const part = attempt('cannot make a folder in', parent, () =>
      mkdtempSync(join(parent, `.${basename(final)}-`)),
    );
    try {
      const inputs = new Inputs(this);
      const results = new Results(part);
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

/** Path of a task's folder below the work folder: `sign/00003`. */
export function taskName({ step, number }: Task): string {
  return `${step}/${String(number).padStart(5, '0')}`;
}

/** Name of one of a step's files that are made for a task of a later step: `rows.7`. */
export function fileFor(name: string, task: number): string {
  return `${name}.${task}`;
}

/** Reads the files that a task's stage names as its needs, and remembers whose they are. */
export class Inputs {
  readonly used: Set<string> = new Set();
  readonly #work: WorkFolder;

  constructor(work: WorkFolder) {
    this.#work = work;
  }

  /** Path of a file of a finished task. @throws InputError when it is not finished or was changed. */
  path(task: Task, name: string): string {
    const manifest = this.#work.manifest(task);
    const folder = taskName(task);
    const noted = manifest?.files[name];
    if (noted === undefined) {
      throw new InputError(`${folder} is not done`, {
        hint: `Do it first: the step ${task.step} of this work folder.`,
      });
    }
    this.used.add(folder);
    const path = join(this.#work.path, folder, name);
    const size = existsSync(path) ? statSync(path).size : -1;
    if (size !== noted.bytes) {
      throw new InputError(
        `${JSON.stringify(path)} has ${size} bytes where its manifest says ${noted.bytes}`,
        { hint: `Remove ${JSON.stringify(join(this.#work.path, folder))} and do it again.` },
      );
    }
    return path;
  }

  /** All bytes of a file, compared with its checksum. */
  bytes(task: Task, name: string): Buffer {
    const path = this.path(task, name);
    const bytes = readFileSync(path);
    if (sha256(bytes) !== this.#work.manifest(task)!.files[name]!.sha256) {
      throw new InputError(`${JSON.stringify(path)} was changed after it was written`, {
        hint: `Remove ${JSON.stringify(join(this.#work.path, taskName(task)))} and do it again.`,
      });
    }
    return bytes;
  }

  /** A value that `Results.value` wrote. */
  value(task: Task, name: string): unknown {
    return unpackValue(this.bytes(task, name));
  }

  /** Unsigned 32-bit numbers that `Results.numbers` wrote. */
  numbers(task: Task, name: string): Uint32Array {
    const bytes = this.bytes(task, name);
    return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  }

  /** A count that a finished task gave. */
  count(task: Task, name: string): number {
    return this.#work.manifest(task)!.counts[name]!;
  }

  /** The tasks of a step. */
  tasksOf(step: StepName): readonly Task[] {
    return Array.from({ length: this.#work.stage(step).tasks }, (_, number) => ({ step, number }));
  }
}

/** The files of a task while they are written. */
export class Results {
  readonly #folder: string;
  readonly #open: Map<string, ResultFile> = new Map();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** A new file to append to. */
  file(name: string): ResultFile {
    const file = new ResultFile(join(this.#folder, name));
    this.#open.set(name, file);
    return file;
  }

  bytes(name: string, bytes: Uint8Array): void {
    this.file(name).append(bytes);
  }

  numbers(name: string, numbers: Uint32Array): void {
    this.bytes(name, new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
  }

  /** Plain objects, maps and typed arrays; see `packValue`. */
  value(name: string, value: unknown): void {
    this.bytes(name, packValue(value));
  }

  /** Path of a file that something else writes. */
  pathOf(name: string): string {
    return join(this.#folder, name);
  }

  /** Closes all files. @returns size and checksum of each, by name. */
  finish(): Manifest['files'] {
    for (const file of this.#open.values()) file.close();
    const files: Record<string, { bytes: number; sha256: string }> = {};
    for (const name of readdirSync(this.#folder).sort()) {
      const known = this.#open.get(name);
      files[name] =
        known === undefined
          ? summaryOf(join(this.#folder, name))
          : { bytes: known.bytes, sha256: known.sha256 };
    }
    return files;
  }
}

/** A file that is appended to, hashed on the way. */
export class ResultFile {
  readonly #path: string;
  readonly #descriptor: number;
  readonly #hash: Hash = createHash('sha256');
  bytes = 0;
  sha256 = '';

  constructor(path: string) {
    this.#path = path;
    this.#descriptor = attempt('cannot create', path, () => openSync(path, 'wx'));
  }

  append(bytes: Uint8Array): void {
    attempt('cannot write', this.#path, () => writeFully(this.#descriptor, bytes));
    this.#hash.update(bytes);
    this.bytes += bytes.length;
  }

  close(): void {
    closeSync(this.#descriptor);
    this.sha256 = this.#hash.digest('hex');
  }
}

function summaryOf(path: string): { bytes: number; sha256: string } {
  const hash = createHash('sha256');
  const descriptor = openSync(path, 'r');
  const room = Buffer.allocUnsafe(readBytes);
  let bytes = 0;
  for (let got = -1; got !== 0; bytes += got) {
    got = readSync(descriptor, room, 0, room.length, null);
    hash.update(room.subarray(0, got));
  }
  closeSync(descriptor);
  return { bytes, sha256: hash.digest('hex') };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
