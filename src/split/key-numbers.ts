import { mix32 } from '../text/hash.ts';

/**
 * Most keys told apart: all further ones share one number. Only pages of megabytes have so many
 * words, and what columns for all of them would cost is many times their text.
 */
const mostKeys = 1 << 17;
const leastCapacity = 64;
/** Part of the cells that may be taken: fuller tables are searched for long, emptier ones leave the cache. */
const mostTaken = 0.75;
/** Stamps beyond this begin anew, before they leave 32 bits. */
const lastStamp = 2 ** 30;

/**
 * Numbers the 32-bit keys of a page from 1 in the order they come, by open addressing over one
 * typed array: what is known of a key stands in columns by its number. It is emptied in constant
 * time, so that one table serves page after page, and is as small as the page allows, to stay in
 * the nearest cache.
 */
export class KeyNumbers {
  /** Cells of a key and its stamp side by side: the number, plus those given on earlier pages. */
  #cells = new Int32Array(leastCapacity * 2);
  #capacity = leastCapacity;
  /** Stamps up to this one are of earlier pages: their cells are free. */
  #before = 0;
  /** Keys told apart: the largest number given, but for that of keys beyond `mostKeys`. */
  size = 0;

  /** Forgets all keys. @param expected - how many will come, to start with room for them. */
  clear(expected: number): void {
    const wanted = Math.min(expected, mostKeys) / mostTaken;
    let capacity = leastCapacity;
    while (capacity < wanted) capacity *= 2;
    this.#before += this.size;
    this.size = 0;
    this.#capacity = capacity;
    if (capacity * 2 > this.#cells.length || this.#before > lastStamp) {
      this.#cells = new Int32Array(Math.max(capacity * 2, this.#cells.length));
      this.#before = 0;
    }
  }

  /** Number of a key, which is added when it is not there. */
  add(key: number): number {
    const cells = this.#cells;
    const before = this.#before;
    const mask = this.#capacity - 1;
    let cell = mix32(key) & mask;
    let stamp = cells[cell * 2 + 1]!;
    while (stamp > before) {
      if (cells[cell * 2] === key) return stamp - before;
      cell = (cell + 1) & mask;
      stamp = cells[cell * 2 + 1]!;
    }
    if (this.size === mostKeys) return mostKeys + 1;
    this.size++;
    cells[cell * 2] = key;
    cells[cell * 2 + 1] = before + this.size;
    if (this.size > this.#capacity * mostTaken) this.#grow();
    return this.size;
  }

  #grow(): void {
    const keys = new Int32Array(this.size);
    for (let cell = 0; cell < this.#capacity; cell++) {
      const number = this.#cells[cell * 2 + 1]! - this.#before;
      if (number > 0) keys[number - 1] = this.#cells[cell * 2]!;
    }
    this.clear(this.size * 2);
    for (let at = 0; at < keys.length; at++) this.add(keys[at]!);
  }
}

/** Length of a column that has a place for the number of each of so many keys; 0 is no key's. */
export function columnLength(keys: number): number {
  return Math.min(keys, mostKeys) + 2;
}

/** Whether a number is that of all keys beyond those told apart. */
export function isShared(number: number): boolean {
  return number > mostKeys;
}
