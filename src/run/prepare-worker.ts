import { parentPort, workerData } from 'node:worker_threads';
import type { SiteLineColumns } from '../split/site-lines.ts';
import { guessEncoding } from './guess-encoding.ts';
import { HugeTurn } from './huge-turn.ts';
import { BatchPreparer } from './prepare-batch.ts';
import { type ThreadMessage, type WorkerSetup, transferables } from './prepare-thread.ts';
import { BatchSurveyor } from './survey-batch.ts';

// Entry of a worker thread: one answer to each task, in order.
const { setup, turn } = workerData as WorkerSetup;
let siteLines: SiteLineColumns | null = null;
// Made when they are asked for: a run may need only one of them.
let surveyor: BatchSurveyor | null = null;
let preparer: BatchPreparer | null = null;

parentPort!.on('message', (message: ThreadMessage) => {
  if ('siteLines' in message) {
    siteLines = message.siteLines;
    return;
  }
  if (message.step === 'survey') {
    surveyor ??= new BatchSurveyor(setup, () => undefined);
    const surveyed = surveyor.survey(message.batch);
    parentPort!.postMessage({ surveyed }, transferables(surveyed));
    return;
  }
  surveyor = null;
  preparer ??= new BatchPreparer({ ...setup, siteLines }, guessEncoding, new HugeTurn(turn));
  const prepared = preparer.prepare(message.batch);
  parentPort!.postMessage({ prepared }, transferables(prepared));
});
