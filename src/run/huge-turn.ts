/** Memory that threads share: whether one of them is at a huge page. */
export type HugeTurnState = Int32Array<SharedArrayBuffer>;

/** Milliseconds that a thread waits at most: memory is the lesser evil then. */
const longestWait = 10_000;

/**
 * Lets one thread at a time prepare a huge page: each takes some 200 MB while it is at it, and threads that meet
 * theirs together would take that many times as much.
 */
export class HugeTurn {
  readonly #state: HugeTurnState;

  constructor(state: HugeTurnState) {
    this.#state = state;
  }

  /** State of a turn that nobody has taken. */
  static newState(): HugeTurnState {
    return new Int32Array(new SharedArrayBuffer(4));
  }

  /** Does a step when no other thread is at one. */
  during<T>(step: () => T): T {
    while (Atomics.compareExchange(this.#state, 0, 0, 1) !== 0) {
      if (Atomics.wait(this.#state, 0, 1, longestWait) === 'timed-out') break;
    }
    try {
      return step();
    } finally {
      HugeTurn.free(this.#state);
    }
  }

  /** Gives the turn back, also for a thread that cannot. */
  static free(state: HugeTurnState): void {
    Atomics.store(state, 0, 0);
    Atomics.notify(state, 0, 1);
  }
}
