import type { ParsedTarEntry } from 'modern-tar';
import type { Chunks } from './chunks.ts';
import { FileForm } from './input-list.ts';
import type { Member, MemberProblem, Named } from './member-batches.ts';
import { ReadFailure } from './read-failure.ts';
import { longestInput } from './read-file.ts';
import { formByName, type WalkOptions } from './walk.ts';

/** A file of records inside an archive; it must be read before the next entry is asked for. */
export interface MemberRecords {
  readonly records: Chunks;
  readonly id: string;
  readonly path: string;
}

/** An entry that was left out: a file that was not asked for, or a link. */
export interface PassedOver {
  readonly passed: 'file' | 'link';
}

/**
 * Reads the files of a tar archive as if they lay in a folder of its name: those whose names are
 * asked for, pages whole and records as a stream. Entries that are no files are passed over.
 *
 * @param archive - names of the archive, to which those of the files in it are added.
 * @throws ReadFailure where the archive is damaged; what came before it has been given out.
 */
export async function* tarPages(
  chunks: Chunks,
  archive: Named,
  options: Pick<WalkOptions, 'take' | 'leave'>,
): AsyncGenerator<Member | MemberRecords | MemberProblem | PassedOver> {
  const { createTarDecoder } = await import('modern-tar');
  const decoder = createTarDecoder({ strict: true }) as TransformStream<Uint8Array, ParsedTarEntry>;
  // A failing source ends the stream: an error in it would take along entries not yet read.
  let failure: unknown = null;
  const source = streamOf(chunks, (error) => (failure = error));
  try {
    for await (const entry of source.pipeThrough(decoder)) {
      yield* entryOf(entry, archive, options);
    }
  } catch (error) {
    if (failure !== null) throw failure;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ReadFailure('damaged', `tar: ${reason}`);
  }
  if (failure !== null) throw failure;
}

async function* entryOf(
  { header, body }: ParsedTarEntry,
  archive: Named,
  options: Pick<WalkOptions, 'take' | 'leave'>,
): AsyncGenerator<Member | MemberRecords | MemberProblem | PassedOver> {
  const name = header.name.replace(/^(?:\.?\/)+/u, '');
  const form = formByName(name);
  const isWanted = options.take === null ? form !== null : options.take(name);
  const isFile = header.type === undefined || header.type === 'file';
  if (!isFile || !isWanted || options.leave(name)) {
    await passOver(body);
    if (isFile) yield { passed: 'file' };
    else if (header.type === 'symlink' || header.type === 'link') yield { passed: 'link' };
    return;
  }
  const id = `${archive.id}/${name}`;
  const path = `${archive.path}/${name}`;
  if (form === FileForm.records) {
    yield { records: body, id, path };
    return;
  }
  if (header.size > longestInput) {
    await passOver(body);
    const message = `more than ${longestInput / 2 ** 20} MiB of text`;
    yield {
      problem: { source: path, line: null, code: 'too-large', message, bytes: header.size },
    };
    return;
  }
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  yield { id, source: path, path, line: null, bytes: Buffer.concat(parts), extra: null };
}

/**
 * Reads a member to its end. Cancelling its stream instead can leave the decoder waiting for ever,
 * when the member's bytes have not all come yet.
 */
async function passOver(body: ReadableStream<Uint8Array>): Promise<void> {
  const reader = body.getReader();
  while (!(await reader.read()).done) continue;
}

function streamOf(chunks: Chunks, onFailure: (error: unknown) => void): ReadableStream<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const next = await source.next();
          if (next.done === true) controller.close();
          else controller.enqueue(next.value);
        } catch (error) {
          onFailure(error);
          controller.close();
        }
      },
      async cancel() {
        await source.return?.();
      },
    },
    // Nothing is read ahead of what is asked for.
    { highWaterMark: 0 },
  );
}
