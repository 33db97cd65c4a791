import type { Writable } from 'node:stream';
import type { Problem, ProblemCode } from '../errors.ts';
import { printable, quoted } from './terminal.ts';

/** Problems of one kind that are shown one by one; the others are counted. */
const shownOfAKind = 50;

/** Writes a line for every input that cannot be used. */
export class Complaints {
  readonly #stream: Writable;
  readonly #most: number;
  readonly #counts = new Map<ProblemCode, number>();

  constructor(stream: Writable, showAll: boolean) {
    this.#stream = stream;
    this.#most = showAll ? Infinity : shownOfAKind;
  }

  add(problem: Problem): void {
    const count = (this.#counts.get(problem.code) ?? 0) + 1;
    this.#counts.set(problem.code, count);
    if (count <= this.#most) this.#stream.write(`${problemLine(problem)}\n`);
  }

  /** Says how many more there were. */
  finish(): void {
    for (const [code, count] of this.#counts) {
      if (count <= this.#most) continue;
      this.#stream.write(`ghirbal: and ${count - this.#most} more (${code}); -v shows all\n`);
    }
  }
}

/** One physical line about one input. */
export function problemLine({ source, line, code, message }: Problem): string {
  const at = line === null ? '' : `:${line}`;
  return `ghirbal: ${quoted(source)}${at}: ${printable(message)} (${code})`;
}
