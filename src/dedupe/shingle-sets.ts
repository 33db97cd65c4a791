import { roomFor } from '../text/room.ts';
import { fillShingles } from './shingles.ts';

/** Words in a shingle of the reported similarity: what most tools and papers mean by it. */
export const similarityWords = 5;

/** Sizes of two sets of shingles and of what they share. */
export interface SetSizes {
  readonly left: number;
  readonly right: number;
  readonly shared: number;
}

/**
 * Compares the exact set of shingles of one text with those of others. Load one text, then
 * compare any number; the tables are used again.
 */
export class ShingleSets {
  /** What the loaded text has. Its turns tell which of it the compared text was seen to have too. */
  readonly #loaded = new StampedTable();
  /** What only the compared text has. */
  readonly #other = new StampedTable();
  #shingles = new Uint32Array(1 << 10);

  /** @param words - folded words of the text to compare others with. */
  load(words: Int32Array): void {
    const loaded = this.#loaded;
    const count = this.#fill(words);
    loaded.clear(count);
    for (let at = 0; at < count; at++) loaded.add(this.#shingles[at]!);
  }

  /** @returns sizes with `left` the loaded text and `right` this one. */
  compare(words: Int32Array): SetSizes {
    const [loaded, other] = [this.#loaded, this.#other];
    const count = this.#fill(words);
    const shingles = this.#shingles;
    other.clear(count);
    const turn = loaded.nextTurn();
    let shared = 0;
    for (let at = 0; at < count; at++) {
      const shingle = shingles[at]!;
      const slot = loaded.slotOf(shingle);
      if (loaded.stamps[slot] !== loaded.stamp) other.add(shingle);
      else if (loaded.turns[slot] !== turn) {
        loaded.turns[slot] = turn;
        shared++;
      }
    }
    return { left: loaded.size, right: shared + other.size, shared };
  }

  #fill(words: Int32Array): number {
    if (this.#shingles.length < words.length)
      this.#shingles = new Uint32Array(roomFor(words.length));
    return fillShingles(words, similarityWords, this.#shingles);
  }
}

/** A table has twice as many slots as hashes; that of a huge text, whose memory counts, is filled to three quarters. */
const hugeRoom = 1 << 20;

/** A set of 32-bit hashes that is emptied without touching its table: old entries carry an old stamp. */
class StampedTable {
  keys = new Uint32Array(16);
  stamps = new Uint32Array(16);
  /** Empty until a turn is asked for. */
  turns = new Uint32Array(0);
  stamp = 0;
  size = 0;
  #mask = 15;
  #turn = 0;

  /** Empties the set. @param room - most hashes that will be added. */
  clear(room: number): void {
    let slots = 16;
    const least = room < hugeRoom ? room * 2 : (room * 4) / 3;
    while (slots < least) slots *= 2;
    if (slots > this.keys.length) {
      this.keys = new Uint32Array(slots);
      this.stamps = new Uint32Array(slots);
    }
    this.#mask = slots - 1;
    this.stamp = next(this.stamp, this.stamps);
    this.size = 0;
  }

  /** A number no entry carries as its turn. */
  nextTurn(): number {
    if (this.turns.length < this.keys.length) this.turns = new Uint32Array(this.keys.length);
    return (this.#turn = next(this.#turn, this.turns));
  }

  add(key: number): void {
    const slot = this.slotOf(key);
    if (this.stamps[slot] === this.stamp) return;
    this.keys[slot] = key;
    this.stamps[slot] = this.stamp;
    this.size++;
  }

  /** Where the hash is, or would be. */
  slotOf(key: number): number {
    const { keys, stamps, stamp } = this;
    const mask = this.#mask;
    let slot = key & mask;
    while (stamps[slot] === stamp && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }
}

function next(stamp: number, stamps: Uint32Array): number {
  if (stamp < 0xffff_ffff) return stamp + 1;
  stamps.fill(0);
  return 1;
}
