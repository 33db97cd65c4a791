import { mix32 } from '../text/hash.ts';

/** Values beside each key. */
export const tableWidth = 4;

/**
 * A set of 32-bit keys with small numbers beside each, by open addressing over typed arrays. It is emptied
 * in constant time by a new generation, so that one table serves page after page.
 */
export class StampedTable {
  #keys = new Int32Array(4096);
  #stamps = new Int32Array(4096);
  #mask = 4095;
  #generation = 0;
  #size = 0;
  /** Values by slot, `tableWidth` a slot. */
  values: Int32Array = new Int32Array(4096 * tableWidth);

  /** Forgets all keys and makes sure that so many more fit. */
  clear(expected: number): void {
    let capacity = this.#mask + 1;
    while (capacity < expected * 2) capacity *= 2;
    if (capacity > this.#mask + 1) this.#allocate(capacity);
    this.#generation++;
    this.#size = 0;
  }

  #allocate(capacity: number): void {
    this.#keys = new Int32Array(capacity);
    this.#stamps = new Int32Array(capacity);
    this.values = new Int32Array(capacity * tableWidth);
    this.#mask = capacity - 1;
    this.#generation = 0;
  }

  get size(): number {
    return this.#size;
  }

  /** Slot of a key, -1 when it is not there. */
  find(key: number): number {
    let slot = mix32(key) & this.#mask;
    while (this.#stamps[slot] === this.#generation) {
      if (this.#keys[slot] === key) return slot;
      slot = (slot + 1) & this.#mask;
    }
    return -1;
  }

  /** Slot of a key, which is added with values of 0 when it is not there. */
  add(key: number): number {
    let slot = mix32(key) & this.#mask;
    while (this.#stamps[slot] === this.#generation) {
      if (this.#keys[slot] === key) return slot;
      slot = (slot + 1) & this.#mask;
    }
    this.#stamps[slot] = this.#generation;
    this.#keys[slot] = key;
    const at = slot * tableWidth;
    this.values[at] = 0;
    this.values[at + 1] = 0;
    this.values[at + 2] = 0;
    this.values[at + 3] = 0;
    this.#size++;
    return slot;
  }
}
