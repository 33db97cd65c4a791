import { mix32 } from '../text/hash.ts';

/** Numbers 32-bit keys from 1 in the order they are added, by open addressing over typed arrays. */
export class HashIndex {
  #keys = new Int32Array(1024);
  /** Number of the key in a cell, 0 for an empty cell. */
  #numbers = new Int32Array(1024);
  #size = 0;

  /** Number of a key, 0 when it was never added. */
  find(key: number): number {
    const mask = this.#keys.length - 1;
    let cell = mix32(key) & mask;
    let number = this.#numbers[cell]!;
    while (number !== 0 && this.#keys[cell] !== key) {
      cell = (cell + 1) & mask;
      number = this.#numbers[cell]!;
    }
    return number;
  }

  /** Number of a key, which is added when it is new. */
  add(key: number): number {
    const known = this.find(key);
    if (known !== 0) return known;
    if (this.#size * 4 >= this.#keys.length) this.#grow();
    this.#size++;
    this.#place(key, this.#size);
    return this.#size;
  }

  #place(key: number, number: number): void {
    const mask = this.#keys.length - 1;
    let cell = mix32(key) & mask;
    while (this.#numbers[cell] !== 0) cell = (cell + 1) & mask;
    this.#keys[cell] = key;
    this.#numbers[cell] = number;
  }

  #grow(): void {
    const keys = this.#keys;
    const numbers = this.#numbers;
    this.#keys = new Int32Array(keys.length * 2);
    this.#numbers = new Int32Array(keys.length * 2);
    for (let cell = 0; cell < keys.length; cell++) {
      if (numbers[cell]! > 0) this.#place(keys[cell]!, numbers[cell]!);
    }
  }
}
