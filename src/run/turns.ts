import { setImmediate as nextTurn } from 'node:timers/promises';

const turnMilliseconds = 100;

/** Says when it is time to let signals and timers have a turn, and to show how far the run is. */
export class Turns {
  readonly #signal: AbortSignal;
  #next = performance.now() + turnMilliseconds;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** @throws the reason of the signal when the run is to end. */
  async due(): Promise<boolean> {
    if (performance.now() < this.#next) return false;
    await nextTurn();
    this.#signal.throwIfAborted();
    this.#next = performance.now() + turnMilliseconds;
    return true;
  }
}
