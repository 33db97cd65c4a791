import { parentPort, workerData } from 'node:worker_threads';
import { PrepareHere, type ThreadSetup } from './prepare-here.ts';
import { type ThreadMessage, transferables } from './prepare-thread.ts';
import { keepYoungGenerationSmall } from './young-generation.ts';

// Entry of a worker thread: one answer to each task, in order.
keepYoungGenerationSmall();
const here = new PrepareHere(workerData as ThreadSetup);

parentPort!.on('message', (message: ThreadMessage) => {
  if ('siteLines' in message) {
    here.goBy(message.siteLines);
  } else if (message.step === 'survey') {
    const part = here.survey(message.batch, message.extent);
    parentPort!.postMessage(part, transferables(part.surveyed));
  } else {
    const part = here.prepare(message.batch, message.extent);
    parentPort!.postMessage(part, transferables(part.prepared));
  }
});
