import type { Writable } from 'node:stream';
import type { Progress } from '../run/clean-corpus.ts';

const leastMilliseconds = 100;
const eraseLine = '\r\u001b[K';

/** One line on a terminal that is written over, at most ten times a second. */
export class ProgressLine {
  readonly #stream: Writable;
  readonly #started = performance.now();
  #shownAt = 0;
  #isShown = false;

  constructor(stream: Writable) {
    this.#stream = stream;
  }

  show({ step, done, of }: Progress): void {
    const now = performance.now();
    if (now - this.#shownAt < leastMilliseconds) return;
    this.#shownAt = now;
    const seconds = Math.max(0.001, (now - this.#started) / 1000);
    const part = of === null || of === 0 ? '' : ` of ${of} (${Math.floor((done * 100) / of)} %)`;
    const rate = step === 'preparing' ? `, ${Math.round(done / seconds)} pages/s` : '';
    this.#isShown = true;
    this.#stream.write(`${eraseLine}ghirbal: ${step} ${done}${part}${rate}`);
  }

  /** Takes the line away, so that other words can be written. */
  clear(): void {
    if (this.#isShown) this.#stream.write(eraseLine);
    this.#isShown = false;
  }
}
