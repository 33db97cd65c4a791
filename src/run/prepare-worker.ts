import { parentPort, workerData } from 'node:worker_threads';
import { guessEncoding } from './guess-encoding.ts';
import { HugeTurn } from './huge-turn.ts';
import { BatchPreparer } from './prepare-batch.ts';
import type { Batch } from './read-batch.ts';
import { type ThreadSetup, transferables } from './prepare-pool.ts';

// Entry of a worker thread: one message in, one message out, in order.
const { setup, turn } = workerData as ThreadSetup;
const preparer = new BatchPreparer(setup, guessEncoding, new HugeTurn(turn));
parentPort!.on('message', (batch: Batch) => {
  const prepared = preparer.prepare(batch);
  parentPort!.postMessage(prepared, transferables(prepared));
});
