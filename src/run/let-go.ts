import { MessageChannel, type MessagePort } from 'node:worker_threads';

let closed: MessagePort | null = null;

/**
 * Frees the memory of arrays now; they are empty afterwards. The engine would free it with the
 * next collection of garbage, and a thread that makes little garbage of its own, as the one that
 * collects what workers made, comes to that when some ten megabytes have gathered. Each array must
 * have memory of its own.
 *
 * What is moved to a port that is closed already is freed at once (the HTML standard, "message
 * port post message steps", has the move done before the port is looked at).
 */
export function letGo(arrays: readonly ArrayBufferView[]): void {
  if (closed === null) {
    closed = new MessageChannel().port1;
    closed.close();
  }
  closed.postMessage(
    null,
    arrays.flatMap(({ buffer, byteLength }) => (byteLength === 0 ? [] : [buffer as ArrayBuffer])),
  );
}
