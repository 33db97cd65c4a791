import { letGo } from './let-go.ts';

/**
 * Remembers names by a 64-bit hash, some 16 bytes each: two of ten million names are taken for the
 * same with a chance of 1 in 300,000, and then one only gets a longer id.
 */
export class SeenNames {
  #slots = new Int32Array(1 << 11);
  #count = 0;

  /** Adds a name. @returns whether it is new. */
  add(one: number, other: number): boolean {
    // An empty slot is two zeros.
    const low = one === 0 && other === 0 ? 1 : one;
    if (!this.#insert(low, other)) return false;
    this.#count++;
    if (this.#count * 8 > this.#slots.length * 3) this.#grow();
    return true;
  }

  #insert(one: number, other: number): boolean {
    const slots = this.#slots;
    const mask = slots.length - 2;
    let at = (one << 1) & mask;
    while (slots[at] !== 0 || slots[at + 1] !== 0) {
      if (slots[at] === one && slots[at + 1] === other) return false;
      at = (at + 2) & mask;
    }
    slots[at] = one;
    slots[at + 1] = other;
    return true;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 2) {
      if (old[at] !== 0 || old[at + 1] !== 0) this.#insert(old[at]!, old[at + 1]!);
    }
    letGo([old]);
  }
}

/**
 * Two 32-bit hashes of a name's bytes, into `out[at]` and `out[at + 1]`.
 *
 * FNV-1a (Fowler, Noll, Vo) with two primes, each ended by the 32-bit finaliser of MurmurHash3.
 */
export function hashName(
  bytes: Uint8Array,
  start: number,
  end: number,
  out: Int32Array,
  at: number,
): void {
  let one = 0x811c9dc5 | 0;
  let other = 0x1b873593 | 0;
  for (let index = start; index < end; index++) {
    const byte = bytes[index]!;
    one = Math.imul(one ^ byte, 0x01000193);
    other = Math.imul(other ^ byte, 0x5bd1e995) ^ (other >>> 15);
  }
  out[at] = finish(one);
  out[at + 1] = finish(other);
}

function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
