/** 32-bit numbers that each record takes: a power of 2, so that none straddles a cache line. */
export const recordWidth = 8;

/** Columns of a record; those between are the user's. */
const keyColumn = 0;
const takenColumn = recordWidth - 1;

/** First column of a record that is the user's, and the number of them. */
export const firstColumn = 1;
export const userColumns: number = recordWidth - 2;

/**
 * A table of folded words with a record beside each, by open addressing: a look-up and all that
 * is known of a word come out of one cache line. Record 0 is that of words not in the table.
 */
export class WordTable {
  /** Records one after another, `recordWidth` numbers each: that of record r begins at `r * recordWidth`. */
  readonly records: Int32Array<ArrayBuffer>;
  readonly #mask: number;
  /**
   * A bit by the upper bits of each word's hash. Most words looked up are not in the table; nine
   * in ten of those are told by these 32 KB, which stay in the cache, and not by the table.
   */
  readonly #present = new Int32Array(1 << (filterBits - 5));

  /** @param most - words that will be added, at most. */
  constructor(most: number) {
    let capacity = 1024;
    while (capacity < most * 2) capacity *= 2;
    this.#mask = capacity - 1;
    this.records = new Int32Array((capacity + 1) * recordWidth);
  }

  /** Index of a word's record, 0 when the word is not there. @param word - its hash, as the scanner gives it. */
  find(word: number): number {
    const bit = word >>> (32 - filterBits);
    if (((this.#present[bit >>> 5]! >>> (bit & 31)) & 1) === 0) return 0;
    const record = this.#cellOf(word);
    return this.records[record * recordWidth + takenColumn] === 1 ? record : 0;
  }

  /** Index of a word's record, which is added, all zeros, when the word is new. */
  add(word: number): number {
    const record = this.#cellOf(word);
    const at = record * recordWidth;
    if (this.records[at + takenColumn] === 1) return record;
    this.records[at + keyColumn] = word;
    this.records[at + takenColumn] = 1;
    const bit = word >>> (32 - filterBits);
    this.#present[bit >>> 5]! |= 1 << (bit & 31);
    return record;
  }

  /** The word's record, or the free one where it would be. Scanned hashes are mixed well already. */
  #cellOf(word: number): number {
    const { records } = this;
    const mask = this.#mask;
    // Bit 0 only tells numbers from words.
    let cell = (word >>> 1) & mask;
    let at = (cell + 1) * recordWidth;
    while (records[at + takenColumn] === 1 && records[at + keyColumn] !== word) {
      cell = (cell + 1) & mask;
      at = (cell + 1) * recordWidth;
    }
    return cell + 1;
  }
}

const filterBits = 18;
