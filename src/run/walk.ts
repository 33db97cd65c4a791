import { type Dirent, lstatSync, readdirSync, statSync } from 'node:fs';
import { type Problem, type ProblemCode, systemReason } from '../errors.ts';
import { listNames } from '../report/report.ts';
import { FileForm, pathText } from './input-list.ts';
import type { PathTest } from './glob-pattern.ts';

/** Endings of what is read from folders when no pattern is given. */
const formOfEnding: Readonly<Record<string, FileForm>> = {
  txt: FileForm.page,
  jsonl: FileForm.records,
  ndjson: FileForm.records,
  wet: FileForm.wet,
  tar: FileForm.tar,
  tgz: FileForm.tar,
  parquet: FileForm.parquet,
};
const ending = /\.([a-z]+)(?:\.gz|\.zst)?$/u;

/** Form that a file's name promises; `null` when it says nothing. */
export function formByName(name: string): FileForm | null {
  const [, word = ''] = ending.exec(name.toLowerCase()) ?? [];
  return Object.hasOwn(formOfEnding, word) ? formOfEnding[word]! : null;
}

export interface WalkOptions {
  /** Files to take, by path below the folder; `null` = those with a usual ending. */
  readonly take: PathTest | null;
  /** Files and folders to leave out. */
  readonly leave: PathTest;
  /** Follow symbolic links; a folder met twice is entered once. */
  readonly follow: boolean;
}

/** What a walk meets, in the order of the paths' bytes. */
export interface WalkVisitor {
  /** `form` is `null` when the name does not tell how to read the file. */
  file(path: Buffer, form: FileForm | null): void;
  /** A file whose name was not asked for. */
  passed(): void;
  /** A symbolic link that was not followed. */
  link(): void;
  problem(problem: Problem): void;
  /** A folder with the results of an earlier run: of its lists only the articles are visited. */
  results(folder: Buffer): void;
}

/** An entry of a folder; folders carry a final `/`, which puts whole paths in byte order. */
interface Entry {
  readonly name: Buffer;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

const slash = Buffer.from('/');

/**
 * Visits the files below a folder, depth first, in byte order of their paths: the same on every
 * machine, unlike the order of glob packages or `opendir`. Names are bytes throughout, so names
 * that are not UTF-8 can be opened. Nothing is opened but folders; what cannot be listed becomes a
 * problem and the walk goes on.
 *
 * @param root - the folder, with or without a final `/`.
 */
export function walkFolder(root: Buffer, options: WalkOptions, visitor: WalkVisitor): void {
  const entered = new Set<string>();
  const top = root.at(-1) === slash[0] ? root : Buffer.concat([root, slash]);
  // Folders still to be listed, the next one last; an explicit stack, so depth costs no frames.
  const waiting: { path: Buffer; entries: readonly Entry[]; next: number }[] = [];

  const enter = (path: Buffer): void => {
    if (options.follow && !firstVisit(path, entered)) return;
    let entries: readonly Entry[];
    try {
      entries = listFolder(path);
    } catch (error) {
      visitor.problem(problemOf(path, 'unreadable', `folder not listed: ${systemReason(error)}`));
      return;
    }
    // Whoever names patterns has said what is to be read.
    if (options.take === null && isOfResults(entries)) {
      visitor.results(path);
      entries = entries.filter(({ name }) => !isOtherList(name.toString('latin1')));
    }
    waiting.push({ path, entries, next: 0 });
  };

  enter(top);
  while (waiting.length > 0) {
    const folder = waiting.at(-1)!;
    const entry = folder.entries[folder.next++];
    if (entry === undefined) {
      waiting.pop();
      continue;
    }
    const path = Buffer.concat([folder.path, entry.name]);
    const below = pathText(path.subarray(top.length));
    const kind = entry.kind === 'link' && options.follow ? targetKind(path) : entry.kind;
    if (kind === 'folder') {
      if (options.leave(below.replace(/\/$/u, ''))) continue;
      enter(path.at(-1) === slash[0] ? path : Buffer.concat([path, slash]));
      continue;
    }
    const form = formByName(below);
    if (kind === 'link') {
      if (!options.leave(below)) visitor.link();
      continue;
    }
    const wanted = options.take === null ? form !== null : options.take(below);
    if (!wanted || options.leave(below)) visitor.passed();
    else if (kind === 'file') visitor.file(path, form);
    else visitor.problem(problemOf(path, 'not-a-file', 'a pipe, socket or device; not opened'));
  }
}

/** Lists of a run that hold no articles: read as records they would bring back what was removed. */
const otherLists: readonly string[] = listNames
  .filter((name) => name !== 'cleaned')
  .map((name) => `${name}.jsonl`);

/** Files that every output folder of a run has, whatever its articles come in. */
const resultNames: ReadonlySet<string> = new Set([...otherLists, 'report.json']);

function isOtherList(name: string): boolean {
  return otherLists.includes(name);
}

/** Whether a run has written a folder: its report and all its lists are there. */
function isOfResults(entries: readonly Entry[]): boolean {
  const found = entries.filter(({ name }) => resultNames.has(name.toString('latin1')));
  return found.length === resultNames.size;
}

function listFolder(path: Buffer): Entry[] {
  const entries = readdirSync(path, { withFileTypes: true, encoding: 'buffer' }).map(
    (entry): Entry => {
      const kind = entryKind(entry, path);
      return { name: kind === 'folder' ? Buffer.concat([entry.name, slash]) : entry.name, kind };
    },
  );
  return entries.sort((one, other) => Buffer.compare(one.name, other.name));
}

function entryKind(entry: Dirent<Buffer>, folder: Buffer): Entry['kind'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isFIFO() || entry.isSocket() || entry.isBlockDevice() || entry.isCharacterDevice()) {
    return 'other';
  }
  // Some network file systems leave the kind out of their listings.
  try {
    const status = lstatSync(Buffer.concat([folder, entry.name]));
    if (status.isFile()) return 'file';
    if (status.isDirectory()) return 'folder';
    return status.isSymbolicLink() ? 'link' : 'other';
  } catch {
    return 'file';
  }
}

function targetKind(path: Buffer): Entry['kind'] {
  try {
    const status = statSync(path);
    if (status.isFile()) return 'file';
    return status.isDirectory() ? 'folder' : 'other';
  } catch {
    return 'file'; // It leads nowhere: opening it will say so.
  }
}

function firstVisit(path: Buffer, entered: Set<string>): boolean {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    const key = `${dev}:${ino}`;
    if (entered.has(key)) return false;
    entered.add(key);
  } catch {
    // Listing it will fail too and be reported.
  }
  return true;
}

function problemOf(path: Buffer, code: ProblemCode, message: string): Problem {
  return { source: pathText(path), line: null, code, message, bytes: 0 };
}
