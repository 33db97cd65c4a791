import { type ProblemCode, systemCode, systemReason } from '../errors.ts';

/** A file that could not be read: a `Problem` still without its path. */
export class ReadFailure extends Error {
  readonly code: ProblemCode;
  /** Bytes known to have been there. */
  readonly bytes: number;
  constructor(code: ProblemCode, message: string, bytes = 0) {
    super(message);
    this.code = code;
    this.bytes = bytes;
  }
}

/** The failure of a file system call as a `ReadFailure`. */
export function readFailure(error: unknown): ReadFailure {
  if (error instanceof ReadFailure) return error;
  const code = systemCode(error);
  if (code === 'ENOENT') return new ReadFailure('missing', 'no such file (ENOENT)');
  if (code === 'ELOOP') return new ReadFailure('link', 'a symbolic link, not followed (ELOOP)');
  return new ReadFailure('unreadable', systemReason(error));
}
