import { closeSync, fsyncSync, openSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { OutputError, ReaderGone, systemCode, systemReason } from '../errors.ts';
import type { Sink } from './list-writer.ts';
import type { SpareRoom } from './spare-room.ts';
import { writeFully } from './spool.ts';

/** Runs a step of writing; its failure becomes an error that names step and path. */
export function attempt<T>(step: string, path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new OutputError(`${step} ${JSON.stringify(path)}: ${systemReason(error)}`, {
      cause: error,
    });
  }
}

/**
 * A new file, flushed to the disk when closed.
 *
 * @param spare - room that is given up when the disk is full.
 * @throws OutputError
 */
export function fileSink(path: string, spare: SpareRoom | null = null): Sink {
  // Opened to fail when the name is taken, so a link that waits there is never written through.
  const descriptor = attempt('cannot create', path, () => openSync(path, 'wx', 0o666));
  return {
    write: (bytes) => attempt('cannot write', path, () => writeFully(descriptor, bytes, spare)),
    close: () => {
      try {
        attempt('cannot sync', path, () => fsyncSync(descriptor));
      } finally {
        attempt('cannot close', path, () => closeSync(descriptor));
      }
    },
  };
}

/** Compresses what goes into another sink: one member or frame a call, which readers join. */
export function memberSink(inner: Sink, compress: (bytes: Uint8Array) => Uint8Array): Sink {
  let isEmpty = true;
  return {
    write: (bytes) => {
      isEmpty = false;
      return inner.write(compress(bytes));
    },
    close: async () => {
      if (isEmpty) await inner.write(compress(new Uint8Array(0)));
      await inner.close();
    },
  };
}

/**
 * A stream, waiting whenever it asks to; the stream stays open.
 *
 * @throws ReaderGone when nobody reads it any more.
 */
export function streamSink(stream: Writable): Sink {
  return {
    write: (bytes) =>
      new Promise((resolve, reject) => {
        // Copied, for the caller uses its buffer again before the stream is done with it.
        stream.write(Buffer.from(bytes), (error) => {
          if (error == null) resolve();
          else if (systemCode(error) === 'EPIPE') reject(new ReaderGone('the reader went away'));
          else reject(new OutputError(`standard output: ${systemReason(error)}`, { cause: error }));
        });
      }),
    close: () => undefined,
  };
}

/** Takes everything and keeps nothing. */
export const nowhere: Sink = { write: () => undefined, close: () => undefined };
