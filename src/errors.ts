/**
 * What can go wrong. One bad input is a value, `Problem`: it is counted and listed while the run
 * goes on. A run that cannot go on throws one of the classes below: what is wrong, with the name
 * or value at fault, and what to do next. Any other error that escapes is a bug.
 */

/** Why an input could not be used, with the words that `--help` and reports use for it. */
export const problemCodes = {
  missing: 'no such file or folder',
  unreadable: 'could not be read',
  'not-a-file': 'neither a file nor a folder',
  link: 'a symbolic link, not followed without --follow',
  'too-large': 'larger than the limit for one page',
  damaged: 'compressed data ends early or is damaged',
  binary: 'not text',
  undecodable: 'text in no encoding that could be told',
  'unknown-encoding': 'an encoding with no such name',
  'not-json': 'not JSON',
  'not-an-object': 'JSON, but no object',
  'no-text': 'no text in the field that should hold it',
  failed: 'the program failed on it',
} as const;
export type ProblemCode = keyof typeof problemCodes;

/** One input that could not be used. */
export interface Problem {
  /** Path of the file as the user named it; bytes that are not UTF-8 are written `\xHH`. */
  readonly source: string;
  /** Line of a JSONL file or record of a WET file, counted from 1; `null` when it is about the whole file. */
  readonly line: number | null;
  readonly code: ProblemCode;
  /** One sentence without the path. */
  readonly message: string;
  /** Size of the input where it is known, else 0. */
  readonly bytes: number;
}

interface Details {
  /** What to do next, a sentence. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/** Root of the errors that a caller may want to tell apart from bugs. */
export class GhirbalError extends Error {
  override readonly name: string = 'GhirbalError';
  readonly hint: string | null;
  constructor(message: string, details: Details = {}) {
    super(message, 'cause' in details ? { cause: details.cause } : {});
    this.hint = details.hint ?? null;
  }
}

/** Options or settings that cannot be used. */
export class UsageError extends GhirbalError {
  override readonly name = 'UsageError';
}

/** There is nothing to read. */
export class InputError extends GhirbalError {
  override readonly name = 'InputError';
}

/** Results could not be written: no room, no permission, a failed sync or rename. */
export class OutputError extends GhirbalError {
  override readonly name = 'OutputError';
}

/** The reader of standard output went away (`| head`). */
export class ReaderGone extends GhirbalError {
  override readonly name = 'ReaderGone';
}

/** Counts that must add up did not: a fault of the program, never passed over in silence. */
export class AccountingError extends GhirbalError {
  override readonly name = 'AccountingError';
}

/** The system's short name of a failure, such as `ENOENT`; '' when there is none. */
export function systemCode(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** A failure of the file system in a few words, with its code. */
export function systemReason(error: unknown): string {
  const code = systemCode(error);
  const words: Record<string, string> = {
    EACCES: 'permission denied',
    EPERM: 'not permitted',
    ENOENT: 'no such file or folder',
    ENOSPC: 'no space left on the disk',
    EDQUOT: 'disk quota used up',
    EROFS: 'the file system is read-only',
    EISDIR: 'is a folder',
    ENOTDIR: 'part of the path is no folder',
    ELOOP: 'a symbolic link, or a loop of them',
    EMFILE: 'too many open files',
    EIO: 'input or output error',
    ENAMETOOLONG: 'the name is too long',
    EFBIG: 'the file would be too large',
    EXDEV: 'on another file system',
    EEXIST: 'something of that name is there already',
  };
  if (code !== '') return words[code] === undefined ? code : `${words[code]} (${code})`;
  return error instanceof Error ? error.message : String(error);
}
