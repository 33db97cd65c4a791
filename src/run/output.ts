import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, isAbsolute } from 'node:path';
import type { Writable } from 'node:stream';
import { OutputError, systemCode, UsageError } from '../errors.ts';
import { type ListName, listNames } from '../report/report.ts';
import type { Settings } from '../settings.ts';
import { ListWriter, type Sink } from './list-writer.ts';
import { makeFolder } from './make-folder.ts';
import { attempt, fileSink, gzipSink, nowhere, streamSink } from './sinks.ts';

/**
 * Where a run's results go. Nothing stands under a final name before it is whole; `finish` puts
 * everything in place, the report last, and `abandon` leaves nothing behind.
 */
export interface Output {
  readonly lists: Readonly<Record<ListName, ListWriter>>;
  /** Folder for scratch files that this output suggests; '' = none. */
  readonly scratch: string;
  /**
   * Puts the finished lists in place, then the report.
   *
   * @param page - makes the report as HTML; asked only where there is room for it.
   */
  finish(report: string, page: () => string): void;
  abandon(): void;
}

/** What kind of output a name means. */
export function outputKind(output: string): 'stdout' | 'file' | 'folder' {
  if (output === '-') return 'stdout';
  return /\.jsonl(?:\.gz)?$/u.test(output) ? 'file' : 'folder';
}

/**
 * Opens the output of a run, refusing early what cannot work.
 *
 * @param inputs - names of the inputs, which the output must not touch.
 * @throws UsageError when the place is taken or overlaps the input; OutputError when it cannot be
 * written.
 */
export function openOutput(
  settings: Settings,
  inputs: readonly string[],
  stdout: Writable,
): Output {
  if (settings.dryRun || settings.check) return loose(nowhere);
  const kind = outputKind(settings.output);
  if (kind === 'stdout') return loose(streamSink(stdout));
  refuseOverlap(settings.output, inputs);
  return kind === 'file' ? openFile(settings) : openFolder(settings);
}

/** Articles go to a sink as they come; the other lists are only counted. */
export function streamedOutput(sink: Sink): Output {
  return loose(sink);
}

function loose(sink: Sink, finish = (): void => undefined, abandon = finish): Output {
  return {
    lists: listsTo((name) => (name === 'cleaned' ? sink : nowhere)),
    scratch: '',
    finish,
    abandon,
  };
}

function listsTo(sinkOf: (name: ListName) => Sink): Readonly<Record<ListName, ListWriter>> {
  return Object.fromEntries(
    listNames.map((name) => [name, new ListWriter(sinkOf(name))]),
  ) as unknown as Readonly<Record<ListName, ListWriter>>;
}

function openFile({ output, force }: Settings): Output {
  if (!force && existsSync(output)) {
    throw new UsageError(`the output file ${JSON.stringify(output)} is there already`, {
      hint: 'Name another one, or replace it with --force.',
    });
  }
  const folder = dirname(output);
  attempt('cannot make the folder', folder, () => makeFolder(folder));
  const part = join(folder, `.${basename(output)}.${process.pid}.part`);
  const file = fileSink(part);
  const finish = (): void => {
    attempt('cannot rename to', output, () => renameSync(part, output));
    syncFolder(folder);
  };
  return loose(output.endsWith('.gz') ? gzipSink(file) : file, finish, () =>
    rmSync(part, { force: true }),
  );
}

/** Folder inside the output folder where a run works until it is done. */
const workName = '.ghirbal';
export const reportName = 'report.json';
export const pageName = 'report.html';

/** Endings of formats that a user who names them expects, and ghirbal does not write. */
const otherFormats = /\.(?:json|csv|tsv|txt|parquet|zst|gz|tar|zip)$/iu;

function openFolder({ output, force }: Settings): Output {
  if (otherFormats.test(output) && !existsSync(output)) {
    throw new UsageError(`the output ${JSON.stringify(output)} is named like a file`, {
      hint: 'Name a folder, or a file ending in .jsonl or .jsonl.gz.',
    });
  }
  const isNew = !existsSync(output);
  if (!isNew && !statSync(output).isDirectory()) {
    throw new UsageError(`the output ${JSON.stringify(output)} is a file`, {
      hint: 'Name a folder, or a file ending in .jsonl or .jsonl.gz.',
    });
  }
  attempt('cannot make the folder', output, () => makeFolder(output));
  const work = join(output, workName);
  const names = attempt('cannot list', output, () => readdirSync(output));
  // The work folder without a report is what a run leaves that was killed: taken over.
  const isUnfinished = names.includes(workName) && !names.includes(reportName);
  if (!force && !isUnfinished && names.some((name) => name !== workName)) {
    throw new UsageError(`the output folder ${JSON.stringify(output)} is not empty`, {
      hint: 'Name another one, or write into it with --force.',
    });
  }
  attempt('cannot make the folder', work, () => makeFolder(work));
  const lock = join(work, 'lock');
  takeLock(lock, output);
  for (const name of readdirSync(work)) {
    if (name !== 'lock') rmSync(join(work, name), { recursive: true, force: true });
  }
  const fileName = (name: ListName): string => `${name}.jsonl`;
  const abandon = (): void => {
    rmSync(work, { recursive: true, force: true });
    if (isNew && readdirSync(output).length === 0) rmSync(output, { recursive: true });
  };
  try {
    return {
      lists: listsTo((name) => fileSink(join(work, fileName(name)))),
      scratch: work,
      finish: (report, page) => {
        const place = (name: string): void => {
          const path = join(output, name);
          attempt('cannot rename to', path, () => renameSync(join(work, name), path));
        };
        // An older report must not vouch for the new lists.
        attempt('cannot remove', join(output, reportName), () =>
          rmSync(join(output, reportName), { force: true }),
        );
        listNames.forEach((name) => place(fileName(name)));
        syncFolder(output);
        const add = (name: string, text: string): void => {
          const file = fileSink(join(work, name));
          void file.write(Buffer.from(text));
          void file.close();
          place(name);
        };
        add(pageName, page());
        add(reportName, report);
        syncFolder(output);
        rmSync(work, { recursive: true, force: true });
      },
      abandon,
    };
  } catch (error) {
    abandon();
    throw error;
  }
}

/** Makes the lock file of a run; one left by a process that is gone is taken over. */
function takeLock(lock: string, output: string): void {
  for (let attempts = 0; ; attempts++) {
    try {
      const descriptor = openSync(lock, 'wx');
      writeSync(descriptor, `${process.pid}\n`);
      closeSync(descriptor);
      return;
    } catch (error) {
      if (systemCode(error) !== 'EEXIST' || attempts > 0) {
        attempt('cannot make', lock, () => {
          throw error;
        });
      }
    }
    const owner = Number(readFileSync(lock, 'utf8'));
    if (isRunning(owner)) {
      throw new UsageError(
        `another run (process ${owner}) writes into ${JSON.stringify(output)} right now`,
        { hint: 'Wait for it, or name another output folder.' },
      );
    }
    rmSync(lock, { force: true });
  }
}

function isRunning(process_: number): boolean {
  if (!Number.isSafeInteger(process_) || process_ <= 0) return false;
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

/** Makes renames last through a power cut. */
function syncFolder(folder: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(folder, 'r');
  } catch {
    return; // Windows opens no folders, and needs no sync of them.
  }
  try {
    attempt('cannot sync', folder, () => fsyncSync(descriptor));
  } finally {
    closeSync(descriptor);
  }
}

function refuseOverlap(output: string, inputs: readonly string[]): void {
  const target = realPath(output);
  for (const input of inputs) {
    if (input === '-' || !existsSync(input)) continue;
    const source = realPath(input);
    const below = relative(source, target);
    const isInside = below === '' || (!below.startsWith('..') && !isAbsolute(below));
    if (!isInside) continue;
    throw new UsageError(
      `the output ${JSON.stringify(output)} lies in the input ${JSON.stringify(input)}`,
      { hint: 'Name a folder elsewhere with -o; the input is never written to.' },
    );
  }
}

/** Real path of something that may not be there yet. */
function realPath(path: string): string {
  const whole = resolve(path);
  let there = whole;
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  try {
    return join(realpathSync(there), relative(there, whole));
  } catch (error) {
    throw new OutputError(`cannot resolve ${JSON.stringify(path)}`, { cause: error });
  }
}
