import { createHash } from 'node:crypto';
import type { ListSummary } from '../report/report.ts';

/** Where the bytes of a list go. */
export interface Sink {
  write(bytes: Uint8Array): void | Promise<void>;
  /** Makes sure that all is written. */
  close(): void | Promise<void>;
}

/** Bytes collected before they are handed to the sink. */
const bufferBytes = 1 << 20;
const newline = Buffer.from('\n');

/** Writes a JSONL list, counting its lines and hashing its bytes on the way. */
export class ListWriter {
  readonly #sink: Sink;
  readonly #hash = createHash('sha256');
  #buffer = Buffer.allocUnsafeSlow(1 << 12);
  #used = 0;
  #bytes = 0;
  #lines = 0;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  /** Lines written so far. */
  get lines(): number {
    return this.#lines;
  }

  /** Whether `flush` is due; adding more still works and only costs memory. */
  get isFull(): boolean {
    return this.#used >= bufferBytes;
  }

  /** Adds part of a line. */
  part(bytes: Uint8Array): void {
    const needed = this.#used + bytes.length;
    if (needed > this.#buffer.length) {
      const grown = Buffer.allocUnsafeSlow(Math.max(needed, this.#buffer.length * 2));
      this.#buffer.copy(grown, 0, 0, this.#used);
      this.#buffer = grown;
    }
    this.#buffer.set(bytes, this.#used);
    this.#used = needed;
  }

  /** Adds a line that ends with a newline, or the last part of one. */
  line(bytes: Uint8Array): void {
    this.part(bytes);
    this.#lines++;
  }

  /** Adds a line given as text without its newline. */
  text(json: string): void {
    this.part(Buffer.from(json));
    this.line(newline);
  }

  async flush(): Promise<void> {
    if (this.#used === 0) return;
    const bytes = this.#buffer.subarray(0, this.#used);
    this.#hash.update(bytes);
    this.#bytes += this.#used;
    this.#used = 0;
    await this.#sink.write(bytes);
  }

  async finish(): Promise<Omit<ListSummary, 'files'>> {
    await this.flush();
    await this.#sink.close();
    return { lines: this.#lines, bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }
}
