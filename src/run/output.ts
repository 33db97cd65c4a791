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
} from 'node:fs';
import { basename, dirname, join, relative, resolve, isAbsolute } from 'node:path';
import type { Writable } from 'node:stream';
import { OutputError, UsageError } from '../errors.ts';
import { type ListName, listNames, type Report } from '../report/report.ts';
import { cardMark } from '../report/dataset-card.ts';
import { type Settings, sizeInBytes } from '../settings.ts';
import {
  type Encoder,
  encoderOf,
  formatOfName,
  isArticleFile,
  ShardedSink,
} from './article-files.ts';
import { ListWriter, type Sink } from './list-writer.ts';
import { makeFolder } from './make-folder.ts';
import { exists, lockName, takeLock } from './lock.ts';
import { removeQuietly } from './remove-quietly.ts';
import { attempt, fileSink, nowhere, streamSink } from './sinks.ts';
import { SpareRoom } from './spare-room.ts';

/**
 * Where a run's results go. Nothing stands under a final name before it is whole; `finish` puts
 * everything in place, the report last, and `abandon` leaves nothing behind.
 */
export interface Output {
  readonly lists: Readonly<Record<ListName, ListWriter>>;
  /** Names of the files that a list is in; known when the list is finished. */
  readonly files: (list: ListName) => readonly string[];
  /** Folder for scratch files that this output suggests; '' = none. */
  readonly scratch: string;
  /** File for the journal of prepared pages; '' = none is kept. */
  readonly journal: string;
  /** Whoever keeps that file offers it here: results come before it when the disk is full. */
  readonly spare: SpareRoom;
  /**
   * Puts the finished lists in place, then the report.
   *
   * @param others - makes files for people, by name; asked only where there is room for them.
   */
  finish(report: string, others: () => Readonly<Record<string, string>>): void;
  /** @param keepsJournal - leave the journal for a run that goes on from it. */
  abandon(keepsJournal: boolean): void;
}

/** What kind of output a name means. */
export function outputKind(output: string): 'stdout' | 'file' | 'folder' {
  if (output === '-') return 'stdout';
  return formatOfName(output) === null ? 'folder' : 'file';
}

/**
 * Opens the output of a run, refusing early what cannot work.
 *
 * @param inputs - names of the inputs, which the output must not touch.
 * @throws UsageError when the place is taken or overlaps the input; OutputError when it cannot be
 * written.
 */
export async function openOutput(
  settings: Settings,
  inputs: readonly string[],
  stdout: Writable,
): Promise<Output> {
  const kind = outputKind(settings.output);
  if (settings.resume && (kind !== 'folder' || settings.dryRun || settings.check)) {
    throw new UsageError('--resume goes on with an output folder, and none is written', {
      hint: 'Name the folder with -o, or leave --resume out.',
    });
  }
  if (settings.tmp !== '' && !isFolder(settings.tmp)) {
    throw new UsageError(
      `the folder for scratch files ${JSON.stringify(settings.tmp)} is not there`,
      {
        hint: 'Make it, or name another with --tmp.',
      },
    );
  }
  if (settings.dryRun || settings.check) return loose(nowhere);
  if (kind !== 'folder' && settings.shardSize !== '') {
    throw new UsageError('--shard-size makes several files, and the output is one', {
      hint: 'Name a folder with -o.',
    });
  }
  const named = kind === 'file' ? formatOfName(settings.output) : null;
  const encode = await encoderOf(named ?? settings.outputFormat, settings);
  if (kind === 'stdout') return loose(encode(streamSink(stdout)));
  refuseOverlap(settings.output, inputs);
  return kind === 'file' ? openFile(settings, encode) : openFolder(settings, inputs, encode);
}

function isFolder(path: string): boolean {
  const status = attempt('cannot look at', path, () => statSync(path, { throwIfNoEntry: false }));
  return status?.isDirectory() === true;
}

/** Articles go to a sink as they come; the other lists are only counted. */
export function streamedOutput(sink: Sink): Output {
  return loose(sink);
}

function loose(
  sink: Sink,
  finish: () => void = () => undefined,
  abandon: () => void = () => undefined,
): Output {
  return {
    lists: listsTo((name) => (name === 'cleaned' ? sink : nowhere)),
    files: () => [],
    scratch: '',
    journal: '',
    spare: new SpareRoom(),
    finish,
    abandon,
  };
}

function listsTo(sinkOf: (name: ListName) => Sink): Readonly<Record<ListName, ListWriter>> {
  return Object.fromEntries(
    listNames.map((name) => [name, new ListWriter(sinkOf(name))]),
  ) as unknown as Readonly<Record<ListName, ListWriter>>;
}

function openFile({ output, force }: Settings, encode: Encoder): Output {
  if (!force && existsSync(output)) {
    throw new UsageError(`the output file ${JSON.stringify(output)} is there already`, {
      hint: 'Name another one, or replace it with --force.',
    });
  }
  const folder = dirname(output);
  attempt('cannot make the folder', folder, () => makeFolder(folder));
  removeStaleParts(folder, basename(output));
  const part = join(folder, `.${basename(output)}.${process.pid}.part`);
  const file = fileSink(part);
  const finish = (): void => {
    attempt('cannot rename to', output, () => renameSync(part, output));
    syncFolder(folder);
  };
  return loose(encode(file), finish, () => removeQuietly(part));
}

/** Removes what runs that were killed left beside an output file. */
function removeStaleParts(folder: string, name: string): void {
  const [start, end] = [`.${name}.`, '.part'];
  for (const other of attempt('cannot list', folder, () => readdirSync(folder))) {
    if (!other.startsWith(start) || !other.endsWith(end)) continue;
    const pid = other.slice(start.length, -end.length);
    if (wholeNumber.test(pid) && !exists(Number(pid))) removeQuietly(join(folder, other));
  }
}

const wholeNumber = /^[1-9]\d{0,9}$/u;

/** Folder inside the output folder where a run works until it is done. */
const workName = '.ghirbal';
const journalName = 'journal';
export const reportName = 'report.json';
export const pageName = 'report.html';
/** The dataset card; by this name Hugging Face and people find it. */
export const cardName = 'README.md';

/** Endings of formats that a user who names them expects, and ghirbal does not write. */
const otherFormats = /\.(?:json|csv|tsv|txt|parquet|zst|gz|tar|zip)$/iu;

function openFolder(settings: Settings, inputs: readonly string[], encode: Encoder): Output {
  const { output, resume } = settings;
  if (otherFormats.test(output) && !existsSync(output)) {
    throw new UsageError(`the output ${JSON.stringify(output)} is named like a file`, {
      hint: 'Name a folder, or a file ending in .jsonl, .jsonl.gz, .jsonl.zst or .parquet.',
    });
  }
  const isNew = !existsSync(output);
  if (!isNew && !isFolder(output)) {
    throw new UsageError(`the output ${JSON.stringify(output)} is a file`, {
      hint: 'Name a folder, or a file ending in .jsonl, .jsonl.gz, .jsonl.zst or .parquet.',
    });
  }
  attempt('cannot make the folder', output, () => makeFolder(output));
  if (isNew) syncFolder(dirname(resolve(output)));
  const work = join(output, workName);
  refuseForeign(
    output,
    attempt('cannot list', output, () => readdirSync(output)),
    settings,
    inputs,
  );
  // Whoever has just finished there may take the folder away before the lock is in it.
  attempt('cannot make the folder', work, () => makeFolder(work));
  takeLock(work, output);
  const journal = join(work, journalName);
  const spare = new SpareRoom();
  const sharded = shardedLists(work, settings, encode, spare);
  const abandon = (keepsJournal: boolean): void => {
    const isHalfPlaced = holdsListsAlone(output);
    clearWork(work, keepsJournal, isHalfPlaced);
    if (isNew && !keepsJournal && !isHalfPlaced) removeQuietly(output);
  };
  try {
    attempt('cannot clear', work, () => {
      for (const name of readdirSync(work)) {
        if (name === lockName || (resume && name === journalName)) continue;
        rmSync(join(work, name), { recursive: true, force: true });
      }
    });
    return {
      lists: listsTo((name) => sharded.get(name)!),
      files: (name) => sharded.get(name)!.files,
      scratch: work,
      journal,
      spare,
      finish: (report, others) => {
        const place = (name: string): void => {
          const path = join(output, name);
          attempt('cannot rename to', path, () => renameSync(join(work, name), path));
        };
        const add = (name: string, text: string): void => {
          const file = fileSink(join(work, name), spare);
          void file.write(Buffer.from(text));
          void file.close();
        };
        const people = Object.entries(others()).filter(
          ([name]) => name !== cardName || isOurCard(join(output, name)),
        );
        for (const [name, text] of people) add(name, text);
        add(reportName, report);
        const older = attempt('cannot list', output, () => readdirSync(output)).filter(
          isArticleFile,
        );
        // An older report must not vouch for the new lists.
        attempt('cannot remove', join(output, reportName), () =>
          rmSync(join(output, reportName), { force: true }),
        );
        // Nor must articles of an earlier run, in other files, be read along with these.
        for (const name of older) {
          attempt('cannot remove', join(output, name), () => rmSync(join(output, name)));
        }
        syncFolder(output);
        for (const { files } of sharded.values()) files.forEach(place);
        for (const [name] of people) place(name);
        syncFolder(output);
        place(reportName);
        syncFolder(output);
        clearWork(work, false, false);
      },
      abandon,
    };
  } catch (error) {
    abandon(resume);
    throw error;
  }
}

/** The lists of an output folder, each in its file or files below the work folder. */
function shardedLists(
  work: string,
  { outputFormat, shardSize }: Settings,
  encode: Encoder,
  spare: SpareRoom,
): ReadonlyMap<ListName, ShardedSink> {
  const limit = shardSize === '' ? Infinity : sizeInBytes(shardSize);
  const open = (file: string): Sink => fileSink(join(work, file), spare);
  return new Map(
    listNames.map((name) => [
      name,
      name === 'cleaned'
        ? new ShardedSink(name, outputFormat, limit, (file) => encode(open(file)))
        : new ShardedSink(name, 'jsonl', Infinity, open),
    ]),
  );
}

/** Whether a card may stand under this name: nothing is there, or one that ghirbal wrote. */
function isOurCard(path: string): boolean {
  return !existsSync(path) || readFileSync(path, 'utf8').includes(cardMark);
}

/** Refuses a folder with something in it that no option allows to be replaced. */
function refuseForeign(
  output: string,
  names: readonly string[],
  { force, resume }: Pick<Settings, 'force' | 'resume'>,
  inputs: readonly string[],
): void {
  const others = names.filter((name) => name !== workName);
  if (force || others.length === 0) return;
  // The work folder without a report is what a run leaves that was killed: taken over.
  const isUnfinished = names.includes(workName) && !names.includes(reportName);
  const isOurs = names.includes(workName) || names.includes(reportName);
  if (isUnfinished) return;
  if (resume && isOurs) {
    if (!names.includes(reportName) || isRunOf(join(output, reportName), inputs)) return;
    throw new UsageError(`${JSON.stringify(output)} holds a finished run of other inputs`, {
      hint: 'Name another folder, or replace it with --force.',
    });
  }
  throw new UsageError(`the output folder ${JSON.stringify(output)} is not empty`, {
    hint: resume
      ? 'No run was begun there that --resume could go on with.'
      : 'Name another one, or write into it with --force.',
  });
}

/** Whether a report is of a run of these inputs; one that cannot be read is of none. */
function isRunOf(report: string, inputs: readonly string[]): boolean {
  try {
    const named = (JSON.parse(readFileSync(report, 'utf8')) as Partial<Report>).inputs;
    return JSON.stringify(named) === JSON.stringify(inputs);
  } catch {
    return false;
  }
}

/**
 * Empties and removes the work folder: the lock last, so that no other run begins in it before.
 * Results are in place or given up by now; what cannot be removed is left to the next run.
 *
 * @param keepsFolder - leave the folder itself: the sign that a run was begun and not finished.
 */
function clearWork(work: string, keepsJournal: boolean, keepsFolder: boolean): void {
  let names: readonly string[] = [];
  try {
    names = readdirSync(work);
  } catch {
    // The next run clears it.
  }
  for (const name of names) {
    if (name === lockName || (keepsJournal && name === journalName)) continue;
    removeQuietly(join(work, name));
  }
  removeQuietly(join(work, lockName));
  // Not empty when a journal stays, or when another run has begun there.
  if (!keepsFolder) removeQuietly(work);
}

/** Whether lists stand in a folder without a report that vouches for them: they came half-way into place. */
function holdsListsAlone(output: string): boolean {
  try {
    const names = readdirSync(output);
    const isList = (name: string): boolean =>
      isArticleFile(name) || listNames.some((list) => name === `${list}.jsonl`);
    return !names.includes(reportName) && names.some(isList);
  } catch {
    return false;
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
    attempt('cannot close', folder, () => closeSync(descriptor));
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
