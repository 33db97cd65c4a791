import { safeJson } from '../report/safe-json.ts';
import { idStart, partsBytes } from './record-json.ts';

/** A record as it lies in the spool: four offsets, then the line; see `RecordParts`. */
export class StoredRecord {
  /** The line, its newline included. */
  readonly line: Buffer;
  readonly #idEnd: number;
  readonly #sourceStart: number;
  readonly #sourceEnd: number;
  readonly #clusterAt: number;

  constructor(stored: Buffer) {
    this.#idEnd = stored.readUInt32LE(0);
    this.#sourceStart = stored.readUInt32LE(4);
    this.#sourceEnd = stored.readUInt32LE(8);
    this.#clusterAt = stored.readUInt32LE(12);
    this.line = stored.subarray(partsBytes);
  }

  /** JSON text of the id. */
  get id(): string {
    return this.line.toString('utf8', idStart, this.#idEnd);
  }

  /** JSON text of the source. */
  get source(): string {
    return this.line.toString('utf8', this.#sourceStart, this.#sourceEnd);
  }

  /** What stands before the value of `cluster_size`, and after it. */
  aroundClusterSize(): readonly [Buffer, Buffer] {
    return [this.line.subarray(0, this.#clusterAt), this.line.subarray(this.#clusterAt + 1)];
  }
}

/** A stored record with another id. */
export function withId(stored: Buffer, id: string): Buffer {
  const idJson = Buffer.from(safeJson(id));
  const idEnd = stored.readUInt32LE(0);
  const renamed = Buffer.concat([
    stored.subarray(0, partsBytes + idStart),
    idJson,
    stored.subarray(partsBytes + idEnd),
  ]);
  const shift = idStart + idJson.length - idEnd;
  for (let part = 0; part < partsBytes; part += 4) {
    const offset = stored.readUInt32LE(part);
    if (offset > 0) renamed.writeUInt32LE(offset + shift, part);
  }
  return renamed;
}
