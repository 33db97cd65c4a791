import type { Problem } from '../errors.ts';
import { pathBytes, pathText } from './input-list.ts';
import type { PrepareSetup } from './prepare-batch.ts';
import type { Batch } from './read-batch.ts';

const newline = 10;

/** Two batches that together are one, in its order; `null` for a batch of a single page. */
export function halvesOf(batch: Batch): readonly [Batch, Batch] | null {
  switch (batch.kind) {
    case 'files': {
      if (batch.end - batch.first < 2) return null;
      const middle = (batch.first + batch.end) >> 1;
      return [
        { ...batch, end: middle },
        { ...batch, first: middle },
      ];
    }
    case 'lines': {
      const middle = middleLine(batch.bytes);
      if (middle === 0) return null;
      const head = batch.bytes.slice(0, middle);
      const firstLine = batch.firstLine + linesIn(head);
      return [
        { ...batch, bytes: head },
        { ...batch, firstLine, bytes: batch.bytes.slice(middle) },
      ];
    }
    case 'members': {
      const { members, bytes } = batch;
      if (members.length < 2) return null;
      const middle = members.length >> 1;
      const cut = members[middle - 1]!.end;
      return [
        { ...batch, members: members.slice(0, middle), bytes: bytes.slice(0, cut) },
        {
          ...batch,
          members: members.slice(middle).map((member) => ({ ...member, end: member.end - cut })),
          bytes: bytes.slice(cut),
        },
      ];
    }
  }
}

/** Offset after a line's end as near to the middle as there is one; 0 for a single line. */
function middleLine(bytes: Uint8Array): number {
  if (bytes.length < 2) return 0;
  const middle = bytes.length >> 1;
  // The last byte ends the last line: to cut behind it would leave nothing.
  const before = bytes.lastIndexOf(newline, Math.min(middle, bytes.length - 2)) + 1;
  if (before > 0) return before;
  const after = bytes.indexOf(newline, middle) + 1;
  return after < bytes.length ? after : 0;
}

function linesIn(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte === newline) count++;
  return count;
}

/** The inputs of a batch that cost a worker thread, as problems. */
export function lostInputs(batch: Batch, setup: PrepareSetup, reason: string): readonly Problem[] {
  const problem = {
    code: 'failed',
    message: `a worker thread was lost over it: ${reason}`,
  } as const;
  switch (batch.kind) {
    case 'files':
      return Array.from({ length: batch.end - batch.first }, (_, at) => ({
        ...problem,
        source: pathText(pathBytes(setup.files, batch.first + at)),
        line: null,
        bytes: 0,
      }));
    case 'lines':
      return [{ ...problem, source: batch.path, line: batch.firstLine, bytes: batch.bytes.length }];
    case 'members':
      return batch.members.map(({ path, line }) => ({
        ...problem,
        source: path,
        line,
        bytes: batch.bytes.length,
      }));
  }
}
