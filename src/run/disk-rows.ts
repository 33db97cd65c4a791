import type { Rows, RowStore } from '../dedupe/row-store.ts';
import type { Scratch } from './scratch.ts';
import { Spool } from './spool.ts';

/**
 * Partitions that rows fall into once they outgrow memory; one is in memory at a time, and the
 * join holds a copy of it. With 256 of them 64 MiB are enough for 1,070 million rows, which is
 * some 13 million documents.
 */
const partitionBits = 8;
const partitionCount = 1 << partitionBits;
/**
 * A row's partition are bits 21 to 28 of its hash: long texts only have hashes below 2^29, and
 * the low bits are what the join spreads the rows of a partition by.
 */
const partitionShift = 21;

/** A row in memory and on disk: its hash, then its document. */
const rowBytes = 8;
/** Room for this many rows to begin with. */
const firstRows = 1 << 12;

/**
 * Rows of the join, up to a bound in memory, beyond it in one scratch file. The file is a sequence
 * of runs: whenever memory is full, its rows are sorted by partition and appended. A partition is
 * read back from its place in every run, in order of the file.
 */
export class DiskRows implements RowStore {
  readonly #spool: Spool;
  /** Rows held at most: half of the bound, for sorting and the join hold a copy of what they work on. */
  readonly #mostRows: number;
  #hashes = new Uint32Array(0);
  #documents = new Uint32Array(0);
  #rows = 0;
  /** Where in the file, in rows, each partition of the first run ends, then of the second. */
  readonly #ends: number[] = [];

  /** @param memoryBytes - most bytes to hold, copies included. */
  constructor(scratch: Scratch, memoryBytes: number) {
    this.#spool = new Spool(scratch, 'rows', 0);
    this.#mostRows = Math.max(firstRows, Math.floor(memoryBytes / rowBytes / 2));
  }

  /** Everything is one partition as long as nothing is on disk. */
  get partitions(): number {
    return this.#ends.length === 0 ? 1 : partitionCount;
  }

  /** @throws OutputError when the scratch file cannot be written. */
  add(document: number, sample: Uint32Array): void {
    for (let at = 0; at < sample.length;) {
      if (this.#rows === this.#hashes.length) this.#makeRoom(sample.length - at);
      const count = Math.min(sample.length - at, this.#hashes.length - this.#rows);
      this.#hashes.set(sample.subarray(at, at + count), this.#rows);
      this.#documents.fill(document, this.#rows, this.#rows + count);
      this.#rows += count;
      at += count;
    }
  }

  /** @throws OutputError when the scratch file cannot be written or read. */
  take(partition: number): Rows {
    if (this.#ends.length === 0) {
      return {
        hashes: this.#hashes.subarray(0, this.#rows),
        documents: this.#documents.subarray(0, this.#rows),
      };
    }
    // From here on no more rows come: the last run is written and its memory let go.
    if (this.#rows > 0) this.#writeRun();
    this.#hashes = this.#documents = new Uint32Array(0);
    return this.#read(partition);
  }

  close(): void {
    this.#hashes = this.#documents = new Uint32Array(0);
    this.#rows = 0;
    this.#spool.close();
  }

  #makeRoom(wanted: number): void {
    if (this.#rows === this.#mostRows) {
      this.#writeRun();
      return;
    }
    const doubled = Math.max(firstRows, this.#rows * 2, this.#rows + wanted);
    const rows = Math.min(doubled, this.#mostRows);
    this.#hashes = withRoom(this.#hashes, rows);
    this.#documents = withRoom(this.#documents, rows);
  }

  #writeRun(): void {
    const places = new Uint32Array(partitionCount);
    for (let row = 0; row < this.#rows; row++) places[partitionOf(this.#hashes[row]!)]!++;
    const runStart = this.#spool.length / rowBytes;
    for (let partition = 0, sum = 0; partition < partitionCount; partition++) {
      const count = places[partition]!;
      places[partition] = sum;
      sum += count;
      this.#ends.push(runStart + sum);
    }
    const sorted = new Uint32Array(this.#rows * 2);
    for (let row = 0; row < this.#rows; row++) {
      const hash = this.#hashes[row]!;
      const place = places[partitionOf(hash)]!++;
      sorted[place * 2] = hash;
      sorted[place * 2 + 1] = this.#documents[row]!;
    }
    this.#spool.append(new Uint8Array(sorted.buffer));
    this.#rows = 0;
  }

  #read(partition: number): Rows {
    let total = 0;
    let longest = 0;
    for (let at = partition; at < this.#ends.length; at += partitionCount) {
      total += this.#rowsAt(at);
      longest = Math.max(longest, this.#rowsAt(at));
    }
    const hashes = new Uint32Array(total);
    const documents = new Uint32Array(total);
    const room = new Uint32Array(longest * 2);
    let row = 0;
    for (let run = partition; run < this.#ends.length; run += partitionCount) {
      const rows = room.subarray(0, this.#rowsAt(run) * 2);
      const start = this.#ends[run]! - this.#rowsAt(run);
      this.#spool.read(new Uint8Array(rows.buffer, 0, rows.byteLength), start * rowBytes);
      for (let at = 0; at < rows.length; at += 2, row++) {
        hashes[row] = rows[at]!;
        documents[row] = rows[at + 1]!;
      }
    }
    return { hashes, documents };
  }

  #rowsAt(place: number): number {
    return this.#ends[place]! - (this.#ends[place - 1] ?? 0);
  }
}

function partitionOf(hash: number): number {
  return (hash >>> partitionShift) & (partitionCount - 1);
}

function withRoom(values: Uint32Array, rows: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(rows);
  larger.set(values);
  return larger;
}
