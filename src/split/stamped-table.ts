import { mix32 } from '../text/hash.ts';

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
  /** Values by slot, three a slot. */
  values: Int32Array = new Int32Array(4096 * 3);

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
    this.values = new Int32Array(capacity * 3);
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
    this.values.fill(0, slot * 3, slot * 3 + 3);
    this.#size++;
    return slot;
  }
}
