import type { Batch, ChosenFiles } from './read-batch.ts';

const newline = 10;

/** Pages that a batch may hold: its files or members, or its lines. */
export function pagesIn(batch: Batch | ChosenFiles): number {
  switch (batch.kind) {
    case 'chosen':
      return batch.files.length;
    case 'files':
      return batch.end - batch.first;
    case 'members':
      return batch.members.length;
    case 'lines': {
      const { bytes } = batch;
      let lines = 0;
      for (const byte of bytes) if (byte === newline) lines++;
      // The last one may lack its end.
      return bytes.length > 0 && bytes.at(-1) !== newline ? lines + 1 : lines;
    }
  }
}

/**
 * Cuts a batch into two that together are it, in its order.
 *
 * @param pages - how many of its files, members or lines the first one holds; see `pagesIn`.
 */
export function cutBatch<B extends Batch | ChosenFiles>(batch: B, pages: number): readonly [B, B] {
  return cut(batch, pages) as readonly (Batch | ChosenFiles)[] as readonly [B, B];
}

function cut(
  batch: Batch | ChosenFiles,
  pages: number,
): readonly [Batch | ChosenFiles, Batch | ChosenFiles] {
  switch (batch.kind) {
    case 'chosen': {
      const { files } = batch;
      return [
        { ...batch, files: files.slice(0, pages) },
        { ...batch, files: files.slice(pages) },
      ];
    }
    case 'files': {
      const middle = batch.first + pages;
      return [
        { ...batch, end: middle },
        { ...batch, first: middle },
      ];
    }
    case 'lines': {
      const { bytes, firstLine } = batch;
      let end = 0;
      for (let line = 0; line < pages; line++) end = bytes.indexOf(newline, end) + 1;
      return [
        { ...batch, bytes: bytes.slice(0, end) },
        { ...batch, firstLine: firstLine + pages, bytes: bytes.slice(end) },
      ];
    }
    case 'members': {
      const { members, bytes } = batch;
      const end = members[pages - 1]?.end ?? 0;
      return [
        { ...batch, members: members.slice(0, pages), bytes: bytes.slice(0, end) },
        {
          ...batch,
          members: members.slice(pages).map((member) => ({ ...member, end: member.end - end })),
          bytes: bytes.slice(end),
        },
      ];
    }
  }
}

/**
 * What is left of a batch; `null` when that is nothing.
 *
 * @param done - pages that are done; `null`: all.
 */
export function restOf<B extends Batch | ChosenFiles>(batch: B, done: number | null): B | null {
  return done === null || done >= pagesIn(batch) ? null : cutBatch(batch, done)[1];
}
