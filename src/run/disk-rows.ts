import type { Rows, RowStore } from '../dedupe/row-store.ts';
import { letGo } from './let-go.ts';
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
/** However little memory is allowed, so many rows are held. */
const leastRows = 1 << 12;
/**
 * Rows in a chunk: memory grows by 2 MiB, without a copy of what is there already, and a partition's part of a
 * run on disk is 8 KiB.
 */
const chunkRows = 1 << 18;

/** A part of the file: the rows of one chunk, sorted by partition. */
interface SortedRun {
  /** Rows of the file before it. */
  readonly start: number;
  /** Where in it, in rows, each partition ends. */
  readonly ends: Uint32Array;
}

/**
 * Rows of the join, up to a bound in memory, beyond it in one scratch file. The file is a sequence
 * of runs: once memory is full, each chunk is sorted by partition and appended, and so is every one after it as
 * soon as it is full. A partition is read back from its place in every run, in order of the file.
 */
export class DiskRows implements RowStore {
  readonly #spool: Spool;
  /** Rows held at most: half of the bound, for sorting and the join hold a copy of what they work on. */
  readonly #mostRows: number;
  /** All are full but the last one. */
  #chunks: Rows[] = [];
  /** Rows in the chunks. */
  #rows = 0;
  readonly #runs: SortedRun[] = [];

  /** @param memoryBytes - most bytes to hold, copies included. */
  constructor(scratch: Scratch, memoryBytes: number) {
    this.#spool = new Spool(scratch, 'rows', 0);
    this.#mostRows = Math.max(leastRows, Math.floor(memoryBytes / rowBytes / 2));
  }

  /** Everything is one partition as long as nothing is on disk. */
  get partitions(): number {
    return this.#runs.length === 0 ? 1 : partitionCount;
  }

  /** @throws OutputError when the scratch file cannot be written. */
  add(document: number, sample: Uint32Array): void {
    for (let at = 0; at < sample.length;) {
      if (this.#isFull) this.#spill();
      const used = this.#rows % chunkRows;
      if (used === 0) this.#chunks.push(withRoom(Math.min(chunkRows, this.#mostRows - this.#rows)));
      const { hashes, documents } = this.#chunks.at(-1)!;
      const count = Math.min(sample.length - at, hashes.length - used);
      hashes.set(sample.subarray(at, at + count), used);
      documents.fill(document, used, used + count);
      this.#rows += count;
      at += count;
    }
  }

  /** @throws OutputError when the scratch file cannot be written or read. */
  take(partition: number): Rows {
    if (this.#runs.length === 0) {
      if (this.#chunks.length !== 1 || this.#chunks[0]!.hashes.length > this.#rows) this.#join();
      return this.#chunks[0]!;
    }
    // From here on no more rows come: the last run is written and its memory let go.
    if (this.#rows > 0) this.#spill();
    return this.#read(partition);
  }

  close(): void {
    this.#forget();
    this.#spool.close();
  }

  #forget(): void {
    for (const { hashes, documents } of this.#chunks) letGo([hashes, documents]);
    this.#chunks = [];
    this.#rows = 0;
  }

  /** Makes one chunk of all, just as long as they are. */
  #join(): void {
    const joined = withRoom(this.#rows);
    for (const [at, { hashes, documents }] of this.#chunks.entries()) {
      const start = at * chunkRows;
      const used = Math.min(chunkRows, this.#rows - start);
      joined.hashes.set(hashes.subarray(0, used), start);
      joined.documents.set(documents.subarray(0, used), start);
      letGo([hashes, documents]);
    }
    this.#chunks = [joined];
  }

  /** Whether what is held goes to disk before more comes. */
  get #isFull(): boolean {
    const isOnDisk = this.#runs.length > 0;
    return this.#rows === this.#mostRows || (isOnDisk && this.#rows === chunkRows);
  }

  /** Moves all chunks to disk, each as a run. */
  #spill(): void {
    for (const [at, chunk] of this.#chunks.entries()) {
      this.#writeRun(chunk, Math.min(chunkRows, this.#rows - at * chunkRows));
    }
    this.#forget();
  }

  #writeRun({ hashes, documents }: Rows, count: number): void {
    const places = new Uint32Array(partitionCount);
    for (let row = 0; row < count; row++) places[partitionOf(hashes[row]!)]!++;
    for (let partition = 0, sum = 0; partition < partitionCount; partition++) {
      const rows = places[partition]!;
      places[partition] = sum;
      sum += rows;
    }
    const sorted = new Uint32Array(count * 2);
    for (let row = 0; row < count; row++) {
      const hash = hashes[row]!;
      const place = places[partitionOf(hash)]!++;
      sorted[place * 2] = hash;
      sorted[place * 2 + 1] = documents[row]!;
    }
    // By now each partition's place has come to its end.
    this.#runs.push({ start: this.#spool.length / rowBytes, ends: places });
    this.#spool.append(new Uint8Array(sorted.buffer));
    letGo([sorted]);
  }

  #read(partition: number): Rows {
    let total = 0;
    let longest = 0;
    for (const run of this.#runs) {
      const { start, end } = placeIn(run, partition);
      total += end - start;
      longest = Math.max(longest, end - start);
    }
    const hashes = new Uint32Array(total);
    const documents = new Uint32Array(total);
    const room = new Uint32Array(longest * 2);
    let row = 0;
    for (const run of this.#runs) {
      const { start, end } = placeIn(run, partition);
      const rows = room.subarray(0, (end - start) * 2);
      this.#spool.read(new Uint8Array(rows.buffer, 0, rows.byteLength), start * rowBytes);
      for (let at = 0; at < rows.length; at += 2, row++) {
        hashes[row] = rows[at]!;
        documents[row] = rows[at + 1]!;
      }
    }
    return { hashes, documents };
  }
}

/** Where in the file, in rows, a partition of a run lies. */
function placeIn(
  { start, ends }: SortedRun,
  partition: number,
): { readonly start: number; readonly end: number } {
  const before = partition === 0 ? 0 : ends[partition - 1]!;
  return { start: start + before, end: start + ends[partition]! };
}

function partitionOf(hash: number): number {
  return (hash >>> partitionShift) & (partitionCount - 1);
}

function withRoom(rows: number): Rows {
  return { hashes: new Uint32Array(rows), documents: new Uint32Array(rows) };
}
