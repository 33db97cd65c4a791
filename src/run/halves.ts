import type { Problem } from '../errors.ts';
import { type InputFiles, pathBytes, pathText } from './input-list.ts';
import { cutBatch, pagesIn } from './cut-batch.ts';
import type { Batch, ChosenFiles } from './read-batch.ts';

/** Two batches that together are one, in its order; `null` for a batch of a single page. */
export function halvesOf(
  batch: Batch | ChosenFiles,
): readonly [Batch | ChosenFiles, Batch | ChosenFiles] | null {
  const pages = pagesIn(batch);
  return pages < 2 ? null : cutBatch(batch, pages >> 1);
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
