import type { Problem } from '../errors.ts';
import { type InputFiles, pathBytes, pathText } from './input-list.ts';
import type { Batch, ChosenFiles } from './read-batch.ts';

const newline = 10;

/** Two batches that together are one, in its order; `null` for a batch of a single page. */
export function halvesOf(
  batch: Batch | ChosenFiles,
): readonly [Batch | ChosenFiles, Batch | ChosenFiles] | null {
  switch (batch.kind) {
    case 'chosen': {
      const { files } = batch;
      if (files.length < 2) return null;
      const middle = files.length >> 1;
      return [
        { ...batch, files: files.slice(0, middle) },
        { ...batch, files: files.slice(middle) },
      ];
    }
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
export function lostInputs(
  batch: Batch | ChosenFiles,
  files: InputFiles,
  reason: string,
): readonly Problem[] {
  const problem = {
    code: 'failed',
    message: `a worker thread was lost over it: ${reason}`,
  } as const;
  const lostFile = (file: number): Problem => ({
    ...problem,
    source: pathText(pathBytes(files, file)),
    line: null,
    bytes: 0,
  });
  switch (batch.kind) {
    case 'chosen':
      return batch.files.map(lostFile);
    case 'files':
      return Array.from({ length: batch.end - batch.first }, (_, at) => lostFile(batch.first + at));
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
