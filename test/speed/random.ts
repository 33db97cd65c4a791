/** Random numbers that a seed and a stream number decide: the same on every machine. */
export class Random {
  readonly #key: number;
  #count = 0;

  /** @param stream - numbers of different streams have nothing to do with each other. */
  constructor(seed: number, stream: number) {
    this.#key = spread(spread(seed) ^ Math.imul(stream + 1, 0x9e37_79b1));
  }

  /** From 0 to below 1. */
  share(): number {
    this.#count = (this.#count + 0x6d2b_79f5) | 0;
    // The key goes in twice: added once only, streams would be parts of one another.
    const mixed = spread(spread(this.#count ^ this.#key) + Math.imul(this.#key, 0x85eb_ca6b));
    return (mixed >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 to below `count`. */
  below(count: number): number {
    return Math.floor(this.share() * count);
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)]!;
  }

  /** Normally distributed, mean 0 and deviation 1, by the method of Box and Muller. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.share())) * Math.cos(2 * Math.PI * this.share());
  }
}

/** Every bit of the value decides about every bit of the result. */
function spread(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 15), 0x2c1b_3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a_2d39);
  return mixed ^ (mixed >>> 15);
}
