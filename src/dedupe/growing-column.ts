/** A column of unsigned 32-bit numbers that grows at its end. */
export class GrowingColumn {
  #held = new Uint32Array(1 << 12);
  /** Numbers in the column. */
  length = 0;

  push(value: number): void {
    if (this.length === this.#held.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.#held);
      this.#held = larger;
    }
    this.#held[this.length++] = value;
  }

  at(index: number): number {
    return this.#held[index]!;
  }

  /** The numbers, without a copy; good until the next push. */
  get values(): Uint32Array {
    return this.#held.subarray(0, this.length);
  }
}
