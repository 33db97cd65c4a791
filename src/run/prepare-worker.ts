import { parentPort, workerData } from 'node:worker_threads';
import { PrepareHere, type WorkerSetup } from './prepare-here.ts';
import { type ThreadMessage, transferables } from './prepare-thread.ts';
import { keepYoungGenerationSmall } from './young-generation.ts';

// Entry of a worker thread: one answer to each task, in order.
keepYoungGenerationSmall();
const here = new PrepareHere(workerData as WorkerSetup);

parentPort!.on('message', (message: ThreadMessage) => {
  if ('siteLines' in message) {
    here.goBy(message.siteLines);
  } else if (message.step === 'survey') {
    const surveyed = here.survey(message.batch);
    parentPort!.postMessage({ surveyed }, transferables(surveyed));
  } else {
    const prepared = here.prepare(message.batch);
    parentPort!.postMessage({ prepared }, transferables(prepared));
  }
});
