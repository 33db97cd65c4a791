import type { Problem } from '../errors.ts';

/** A source of pages: how ids in it begin, and how messages and metadata name it. */
export interface Named {
  readonly id: string;
  readonly path: string;
}

/** A page inside a larger file or stream, with its bytes. */
export interface Member {
  readonly id: string;
  readonly source: string;
  readonly path: string;
  /** Number of the record it is in its file, counted from 1; `null` where names tell. */
  readonly line: number | null;
  readonly bytes: Uint8Array;
  /** Fields that travel in the metadata of its record. */
  readonly extra: Readonly<Record<string, unknown>> | null;
}

/** Something inside a larger file that cannot be used. */
export interface MemberProblem {
  readonly problem: Problem;
}

/** Pages of one file, their bytes joined: made to be handed to a worker thread. */
export interface MemberBatch {
  readonly members: readonly (Omit<Member, 'bytes'> & {
    /** Where its bytes end; they start where those of the one before end. */
    readonly end: number;
  })[];
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A batch is handed on when it has this many pages or bytes: see `filesPerBatch`. */
const membersPerBatch = 128;
const batchBytes = 1 << 20;

/** Joins pages as they come. */
export class MemberCollector {
  #members: Member[] = [];
  #bytes = 0;

  get isFull(): boolean {
    return this.#members.length >= membersPerBatch || this.#bytes >= batchBytes;
  }

  add(member: Member): void {
    this.#members.push(member);
    this.#bytes += member.bytes.length;
  }

  /** The pages since the last call; `null` when there are none. */
  take(): MemberBatch | null {
    if (this.#members.length === 0) return null;
    const bytes = new Uint8Array(this.#bytes);
    let end = 0;
    const members = this.#members.map(({ bytes: own, ...rest }) => {
      bytes.set(own, end);
      end += own.length;
      return { ...rest, end };
    });
    this.#members = [];
    this.#bytes = 0;
    return { members, bytes };
  }
}
