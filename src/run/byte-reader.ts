import type { Chunks } from './chunks.ts';

/** Reads a source of bytes by lines and by counts, holding no more of it than was asked for. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array(0);
  #isEnded = false;

  constructor(chunks: Chunks) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Up to `count` bytes; fewer only at the end of the source. */
  async take(count: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let missing = count;
    while (missing > 0 && (await this.#hasMore())) {
      const part = this.#held.subarray(0, missing);
      this.#held = this.#held.subarray(part.length);
      parts.push(part);
      missing -= part.length;
    }
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  }

  /** Passes over bytes. @returns how many there were. */
  async skip(count: number): Promise<number> {
    let missing = count;
    while (missing > 0 && (await this.#hasMore())) {
      const passed = Math.min(missing, this.#held.length);
      this.#held = this.#held.subarray(passed);
      missing -= passed;
    }
    return count - missing;
  }

  /**
   * A line without its end, CR LF or LF; the last one may have none.
   *
   * @returns `null` at the end of the source, and for a line of more than `most` bytes.
   */
  async line(most: number): Promise<string | null> {
    const parts: Uint8Array[] = [];
    let length = 0;
    while (await this.#hasMore()) {
      const end = this.#held.indexOf(10);
      const part = this.#held.subarray(0, end === -1 ? this.#held.length : end);
      parts.push(part);
      length += part.length;
      if (length > most) return null;
      this.#held = this.#held.subarray(end === -1 ? part.length : end + 1);
      if (end !== -1) break;
    }
    if (parts.length === 0) return null;
    return Buffer.concat(parts).toString('utf8').replace(/\r$/u, '');
  }

  /** Passes over line ends. @returns how many bytes there were, or more than `most`. */
  async lineEnds(most: number): Promise<number> {
    let passed = 0;
    while (passed <= most && (await this.#hasMore())) {
      let at = 0;
      while (this.#held[at] === 10 || this.#held[at] === 13) at++;
      if (at === 0) break;
      this.#held = this.#held.subarray(at);
      passed += at;
    }
    return passed;
  }

  /** Whether the source goes on. */
  async isAtEnd(): Promise<boolean> {
    return !(await this.#hasMore());
  }

  async #hasMore(): Promise<boolean> {
    while (this.#held.length === 0 && !this.#isEnded) {
      const next = await this.#chunks.next();
      if (next.done === true) this.#isEnded = true;
      else this.#held = next.value;
    }
    return this.#held.length > 0;
  }
}
