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

/**
 * Runs work that a first signal ends in good order, scratch files removed; a second one ends the
 * program at once.
 */
export async function withSignals<T>(
  world: World,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const stopListening = (): void => signals.forEach((signal) => world.off(signal, listener));
  const listener = (signal: NodeJS.Signals): void => {
    stopListening();
    controller.abort(new Interrupted(signal as Signal));
  };
  signals.forEach((signal) => world.on(signal, listener));
  try {
    return await work(controller.signal);
  } finally {
    stopListening();
  }
}
