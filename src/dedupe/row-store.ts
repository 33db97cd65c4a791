/** Rows of one partition: column arrays of equal length, free to be changed by the reader. */
export interface Rows {
  readonly hashes: Uint32Array;
  readonly documents: Uint32Array;
}

/**
 * Where the rows of the join wait between signing and matching: in memory here, in files for a
 * large run. Rows with equal hashes must come back in the same partition; order within a
 * partition is free.
 */
export interface RowStore {
  readonly partitions: number;
  /** Adds a row per sampled hash of a document. */
  add(document: number, sample: Uint32Array): void;
  /** Takes the rows of a partition, numbered from 0; called once per partition. */
  take(partition: number): Rows;
}

/** Rows in growing arrays, 8 bytes each, in a single partition. */
export class MemoryRows implements RowStore {
  readonly partitions = 1;
  #hashes = new Uint32Array(1 << 12);
  #documents = new Uint32Array(1 << 12);
  #rows = 0;

  add(document: number, sample: Uint32Array): void {
    const rows = this.#rows + sample.length;
    if (rows > this.#hashes.length) {
      this.#hashes = grown(this.#hashes, rows);
      this.#documents = grown(this.#documents, rows);
    }
    this.#hashes.set(sample, this.#rows);
    this.#documents.fill(document, this.#rows, rows);
    this.#rows = rows;
  }

  take(_partition: number): Rows {
    return {
      hashes: this.#hashes.subarray(0, this.#rows),
      documents: this.#documents.subarray(0, this.#rows),
    };
  }
}

function grown(values: Uint32Array, needed: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(needed, values.length * 2));
  larger.set(values);
  return larger;
}
