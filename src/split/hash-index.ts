import { mix32 } from '../text/hash.ts';

/** Numbers 32-bit keys from 1 in the order they are added, by open addressing over a typed array. */
export class HashIndex {
  /** Cells of a key and its number side by side, for one look at memory; number 0 is an empty cell. */
  #cells: Int32Array;
  #mask: number;
  #size = 0;

  /** @param expected - keys that will be added, to start with room for them. */
  constructor(expected = 0) {
    let capacity = 1024;
    while (capacity < expected * spareCells) capacity *= 2;
    this.#cells = new Int32Array(capacity * 2);
    this.#mask = capacity - 1;
  }

  /** Number of keys, which is the largest number given. */
  get size(): number {
    return this.#size;
  }

  /** Number of a key, 0 when it was never added. */
  find(key: number): number {
    const cells = this.#cells;
    const mask = this.#mask;
    let cell = mix32(key) & mask;
    let number = cells[cell * 2 + 1]!;
    while (number !== 0 && cells[cell * 2] !== key) {
      cell = (cell + 1) & mask;
      number = cells[cell * 2 + 1]!;
    }
    return number;
  }

  /** Number of a key, which is added when it is new. */
  add(key: number): number {
    const known = this.find(key);
    if (known !== 0) return known;
    if (this.#size * spareCells > this.#mask) this.#grow();
    this.#size++;
    this.#place(key, this.#size);
    return this.#size;
  }

  #place(key: number, number: number): void {
    let cell = mix32(key) & this.#mask;
    while (this.#cells[cell * 2 + 1] !== 0) cell = (cell + 1) & this.#mask;
    this.#cells[cell * 2] = key;
    this.#cells[cell * 2 + 1] = number;
  }

  #grow(): void {
    const cells = this.#cells;
    this.#cells = new Int32Array(cells.length * 2);
    this.#mask = this.#cells.length / 2 - 1;
    for (let cell = 0; cell < cells.length; cell += 2) {
      if (cells[cell + 1]! > 0) this.#place(cells[cell]!, cells[cell + 1]!);
    }
  }
}

/** Cells for each key: most words looked up are not there, and find an empty cell at once. */
const spareCells = 4;
