import { letGo } from './let-go.ts';

type Numbers = Uint8Array | Uint32Array | Int32Array | Float64Array;

/** A typed array that grows as it is filled: one number a document costs its own bytes only. */
export class Growing<T extends Numbers> {
  #values: T;
  readonly #make: (length: number) => T;
  length = 0;

  constructor(make: (length: number) => T) {
    this.#make = make;
    this.#values = make(1024);
  }

  push(value: number): void {
    this.#reserve(1);
    this.#values[this.length++] = value;
  }

  append(values: ArrayLike<number>): void {
    this.#reserve(values.length);
    this.#values.set(values, this.length);
    this.length += values.length;
  }

  at(index: number): number {
    return this.#values[index]!;
  }

  /** The filled part, as a view that holds until more is added. */
  get values(): T {
    return this.#values.subarray(0, this.length) as T;
  }

  #reserve(count: number): void {
    if (this.length + count <= this.#values.length) return;
    const grown = this.#make(Math.max(this.length + count, this.#values.length * 2));
    grown.set(this.values);
    letGo([this.#values]);
    this.#values = grown;
  }
}
