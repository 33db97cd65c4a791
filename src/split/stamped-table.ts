import { mix32 } from '../text/hash.ts';

/** Numbers of a cell, a power of 2 so that no cell straddles a cache line: key, stamp, values. */
const cellWidth = 8;
const stampPlace = 1;
const firstValue = 2;
/** Values beside each key. */
const valueCount = 4;

const leastCapacity = 64;
/**
 * Most keys told apart: all further ones share one place. Only pages of megabytes have so many
 * words, and what the table would cost for all of them is many times their text.
 */
const mostKeys = 1 << 17;

/**
 * A set of 32-bit keys with four small numbers beside each, by open addressing over one typed
 * array. It is emptied in constant time by a new generation, so that one table serves page after
 * page; each page uses as much of it as it needs. Keys beyond `mostKeys` share one place.
 */
export class StampedTable {
  #mask = leastCapacity - 1;
  #generation = 0;
  #size = 0;
  /** Place of all keys beyond `mostKeys`. */
  #shared = 0;
  /** The values of the key at place `p`, as `add` gives it, begin at `values[p]`. */
  values: Int32Array = new Int32Array((leastCapacity + 1) * cellWidth);

  /** Forgets all keys and makes sure that so many more fit. */
  clear(expected: number): void {
    const keys = Math.min(expected, mostKeys);
    let capacity = leastCapacity;
    while (capacity < keys * 2) capacity *= 2;
    // One cell more, for keys beyond the most.
    if ((capacity + 1) * cellWidth > this.values.length) {
      this.values = new Int32Array((capacity + 1) * cellWidth);
      this.#generation = 0;
    }
    this.#mask = capacity - 1;
    this.#shared = capacity * cellWidth + firstValue;
    this.values.fill(0, this.#shared, this.#shared + valueCount);
    this.#generation++;
    this.#size = 0;
  }

  get size(): number {
    return this.#size;
  }

  /** Place of a key, -1 when it is not there. */
  find(key: number): number {
    const at = this.#cellOf(key);
    if (this.values[at + stampPlace] === this.#generation) return at + firstValue;
    return this.#size < mostKeys ? -1 : this.#shared;
  }

  /** Place of a key, which is added with values of 0 when it is not there. */
  add(key: number): number {
    const { values } = this;
    const at = this.#cellOf(key);
    if (values[at + stampPlace] === this.#generation) return at + firstValue;
    if (this.#size === mostKeys) return this.#shared;
    values[at] = key;
    values[at + stampPlace] = this.#generation;
    for (let value = 0; value < valueCount; value++) values[at + firstValue + value] = 0;
    this.#size++;
    return at + firstValue;
  }

  /** Where the key's cell begins, or the free one where it would be. */
  #cellOf(key: number): number {
    const { values } = this;
    const generation = this.#generation;
    const mask = this.#mask;
    let cell = mix32(key) & mask;
    while (values[cell * cellWidth + stampPlace] === generation) {
      if (values[cell * cellWidth] === key) break;
      cell = (cell + 1) & mask;
    }
    return cell * cellWidth;
  }
}
