import { lstatSync, readFileSync, type Stats, statSync } from 'node:fs';
import pLimit from 'p-limit';
import { InputError, type Problem, type ProblemCode, systemReason } from '../errors.ts';
import type { Settings } from '../settings.ts';
import { decompressedChunks, fileChunks } from './chunks.ts';
import { formOfStart } from './content-form.ts';
import { compilePatterns, isPattern } from './glob-pattern.ts';
import { FileForm, type InputFiles, InputList, pathText } from './input-list.ts';
import { ReadFailure } from './read-failure.ts';
import { longestInput } from './read-file.ts';
import { hashName, SeenNames } from './seen-names.ts';
import { formByName, walkFolder, type WalkOptions, type WalkVisitor } from './walk.ts';

/** What the inputs named on the command line come to. */
export interface FoundInputs {
  readonly files: InputFiles;
  /** Standard input is read after the files. */
  readonly stdin: boolean;
  /** What could not be listed, in the order it was met. */
  readonly problems: readonly Problem[];
  /** Files in folders whose name was not asked for. */
  readonly passed: number;
  /** Symbolic links in folders that were not followed. */
  readonly links: number;
  /** Folders with results of earlier runs, of which only the articles are read. */
  readonly results: readonly string[];
}

/** Looking into named files costs a wait each on a network disk: this many wait together. */
const peeksAtOnce = 32;
/** Names looked at in one go, so that a list of millions never becomes as many promises. */
const namesPerRound = 1024;

/**
 * Turns folders, files, patterns and lists of names into an ordered list of files: inputs in the
 * order given, within a folder or pattern in byte order, each path once.
 *
 * @param inputs - names as given; `-` is standard input.
 * @param readStdin - reads standard input to its end, for `--files0-from -`.
 * @throws InputError when nothing at all was found.
 */
export async function findInputs(
  inputs: readonly string[],
  settings: Settings,
  readStdin: () => Promise<Uint8Array>,
): Promise<FoundInputs> {
  const listed = await namesFromList(settings.files0From, readStdin);
  const named = inputs.filter((name) => name !== '-');
  const finder = new Finder(settings, named.length + listed.length > 1);
  for (const name of named) {
    if (isPattern(name) && statusOf(name) === null) await finder.pattern(name);
    else await finder.names([Buffer.from(name)]);
  }
  for (let at = 0; at < listed.length; at += namesPerRound) {
    await finder.names(listed.slice(at, at + namesPerRound));
  }
  const found = finder.finish(inputs.includes('-'));
  const onlyMissing = found.problems.every((problem) => problem.code === 'missing');
  if (found.files.count === 0 && !found.stdin && onlyMissing) throw nothingFound(found, named);
  return found;
}

function nothingFound(found: FoundInputs, named: readonly string[]): InputError {
  const missing = found.problems[0];
  if (missing !== undefined) {
    return new InputError(`${JSON.stringify(missing.source)}: ${missing.message}`, {
      hint: 'Name a folder, a file, a quoted pattern such as "pages/**/*.txt", or - for standard input.',
    });
  }
  return new InputError(
    `no page found in ${named.map((name) => JSON.stringify(name)).join(', ')}`,
    {
      hint: 'Folders give files ending in .txt, .jsonl, .wet, .tar or .parquet (also .gz, .zst). Name others with --glob "*.text".',
    },
  );
}

async function namesFromList(
  list: string,
  readStdin: () => Promise<Uint8Array>,
): Promise<readonly Buffer[]> {
  if (list === '') return [];
  let bytes: Buffer;
  try {
    bytes = list === '-' ? Buffer.from(await readStdin()) : readFileSync(list);
  } catch (error) {
    throw new InputError(`list of files ${JSON.stringify(list)}: ${systemReason(error)}`, {
      cause: error,
    });
  }
  const names: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(0, at);
    const stop = end === -1 ? bytes.length : end;
    if (stop > at) names.push(bytes.subarray(at, stop));
    at = stop + 1;
  }
  return names;
}

/** Which names of a folder or an archive are asked for. */
export function namesWanted({
  glob,
  exclude,
}: Pick<Settings, 'glob' | 'exclude'>): Pick<WalkOptions, 'take' | 'leave'> {
  return {
    take: glob.length === 0 ? null : compilePatterns(glob),
    leave: compilePatterns(exclude),
  };
}

class Finder {
  readonly #list = new InputList();
  readonly #problems: Problem[] = [];
  readonly #seen = new SeenNames();
  readonly #hash = new Int32Array(2);
  readonly #settings: Settings;
  readonly #several: boolean;
  readonly #limit = pLimit(peeksAtOnce);
  #passed = 0;
  /** Number of the named input whose files are being added. */
  #input = 0;
  #links = 0;
  readonly #results: string[] = [];

  /** @param several - more than one input: ids then keep the whole path, so that they differ. */
  constructor(settings: Settings, several: boolean) {
    this.#settings = settings;
    this.#several = several;
  }

  finish(stdin: boolean): FoundInputs {
    return {
      files: this.#list.finish(),
      stdin,
      problems: this.#problems,
      passed: this.#passed,
      links: this.#links,
      results: this.#results,
    };
  }

  /**
   * Adds names that stand for themselves: folders are walked, files are taken.
   *
   * @param eachAnInput - false when they are the matches of one pattern.
   */
  async names(names: readonly Buffer[], eachAnInput = true): Promise<void> {
    const peeks = names.map((path) => {
      const status = statusOf(path);
      if (typeof status === 'string') return status;
      if (status === null) return 'missing' as const;
      if (status.isDirectory()) return 'folder' as const;
      if (!status.isFile()) return 'not-a-file' as const;
      return formByName(pathText(path)) ?? this.#limit(() => formByContent(path));
    });
    for (const [at, path] of names.entries()) {
      const found = await peeks[at]!;
      if (eachAnInput) this.#input++;
      if (found === 'folder') this.#walk(path);
      else if (found === 'missing') this.#problem(path, 'missing', 'no such file or folder');
      else if (found === 'not-a-file') {
        this.#problem(path, 'not-a-file', 'a pipe, socket or device; pipes are read as -');
      } else if (typeof found === 'string') this.#problem(path, 'unreadable', found);
      else this.#add(path, this.#several ? leadLength(path) : baseStart(path), found);
    }
  }

  /** Adds the files that match a quoted pattern. */
  async pattern(pattern: string): Promise<void> {
    this.#input++;
    const { default: glob } = await import('fast-glob');
    const options = {
      dot: true,
      followSymbolicLinks: this.#settings.follow,
      ignore: [...this.#settings.exclude],
    };
    let paths: string[];
    try {
      paths = await glob(pattern, options);
    } catch (error) {
      this.#problem(Buffer.from(pattern), 'unreadable', systemReason(error));
      paths = await glob(pattern, { ...options, suppressErrors: true });
    }
    if (paths.length === 0) {
      this.#problem(Buffer.from(pattern), 'missing', 'no file matches the pattern');
    }
    const sorted = paths.map((path) => Buffer.from(path)).sort((a, b) => Buffer.compare(a, b));
    for (let at = 0; at < sorted.length; at += namesPerRound) {
      await this.names(sorted.slice(at, at + namesPerRound), false);
    }
  }

  #walk(folder: Buffer): void {
    const { follow } = this.#settings;
    const skip = this.#several ? leadLength(folder) : withSlash(folder);
    const visitor: WalkVisitor = {
      file: (path, form) => this.#add(path, skip, form ?? FileForm.page),
      passed: () => this.#passed++,
      link: () => this.#links++,
      problem: (problem) => this.#problems.push(problem),
      results: (path) => this.#results.push(pathText(path.subarray(0, -1))),
    };
    walkFolder(folder, { ...namesWanted(this.#settings), follow }, visitor);
  }

  #add(path: Buffer, idSkip: number, form: FileForm): void {
    if (this.#several) {
      hashName(path, 0, path.length, this.#hash, 0);
      if (!this.#seen.add(this.#hash[0]!, this.#hash[1]!)) return;
    }
    this.#list.add(path, idSkip, form, this.#input);
  }

  #problem(path: Buffer, code: ProblemCode, message: string): void {
    this.#problems.push({ source: pathText(path), line: null, code, message, bytes: 0 });
  }
}

/** A named link is followed, as every shell tool does. `null`: not there; text: why not known. */
function statusOf(path: Buffer | string): Stats | string | null {
  try {
    return statSync(path);
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') return systemReason(error);
  }
  try {
    lstatSync(path);
    return 'a symbolic link that leads nowhere';
  } catch {
    return null;
  }
}

/** How a file is to be read whose name does not tell. */
async function formByContent(path: Buffer): Promise<FileForm> {
  try {
    let start: Uint8Array = new Uint8Array(0);
    for await (const chunk of decompressedChunks(fileChunks(path, true))) {
      start = Buffer.concat([start, chunk]);
      const form = formOfStart(start, false);
      if (form !== null) return form;
      if (start.length > longestInput) return FileForm.page;
    }
    return formOfStart(start, true)!;
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    // Reading it as a page meets the same failure and reports it.
  }
  return FileForm.page;
}

function baseStart(path: Buffer): number {
  return path.lastIndexOf('/') + 1;
}

function withSlash(folder: Buffer): number {
  return folder.length + (folder.at(-1) === 0x2f ? 0 : 1);
}

/** Length of what leads a path without naming anything: `/`, `./` and `../`. */
function leadLength(path: Buffer): number {
  return /^(?:\.{0,2}\/)*/u.exec(path.toString('latin1'))![0].length;
}
