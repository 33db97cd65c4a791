import type { World } from './main.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
type Signal = (typeof signals)[number];

/** The run was ended by a signal. */
export class Interrupted extends Error {
  readonly signal: Signal;
  constructor(signal: Signal) {
    super(`ended by ${signal}`);
    this.signal = signal;
  }
}

/** Does a step that hears no signal until it is done. */
export type LongStep = <T>(step: () => T) => T;

/**
 * Runs work that a first signal ends in good order, scratch files removed; a second one ends the
 * program at once, and so does the first during a long step.
 */
export async function withSignals<T>(
  world: World,
  work: (signal: AbortSignal, longStep: LongStep) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const stopListening = (): void => signals.forEach((signal) => world.off(signal, listener));
  const listener = (signal: NodeJS.Signals): void => {
    stopListening();
    controller.abort(new Interrupted(signal as Signal));
  };
  const listen = (): void => signals.forEach((signal) => world.on(signal, listener));
  // Without a listener the system ends the program by itself: nothing has a final name by then,
  // scratch files have none at all, and the next run takes the lock over.
  const longStep: LongStep = (step) => {
    stopListening();
    try {
      return step();
    } finally {
      listen();
    }
  };
  listen();
  try {
    return await work(controller.signal, longStep);
  } finally {
    stopListening();
  }
}
