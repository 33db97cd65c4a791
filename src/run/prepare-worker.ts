import { parentPort, workerData } from 'node:worker_threads';
import { guessEncoding } from './guess-encoding.ts';
import { BatchPreparer, type PrepareSetup } from './prepare-batch.ts';
import type { Batch } from './read-batch.ts';
import { transferables } from './prepare-pool.ts';

// Entry of a worker thread: one message in, one message out, in order.
const preparer = new BatchPreparer(workerData as PrepareSetup, guessEncoding);
parentPort!.on('message', (batch: Batch) => {
  const prepared = preparer.prepare(batch);
  parentPort!.postMessage(prepared, transferables(prepared));
});
