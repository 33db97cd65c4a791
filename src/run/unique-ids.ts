import { safeJson } from '../report/safe-json.ts';
import type { PreparedBatch } from './prepare-batch.ts';
import { hashName, SeenNames } from './seen-names.ts';
import { StoredRecord, withId } from './stored-record.ts';

/** Sees to it that no two records of a run have the same id. */
export class UniqueIds {
  readonly #seen = new SeenNames();
  readonly #hash = new Int32Array(2);
  /** Records that got another id. */
  repeated = 0;

  /** The batch with `~` and a number added to every id that came before, in input order. */
  settle(batch: PreparedBatch): PreparedBatch {
    let records: Buffer[] | null = null;
    for (let at = 0; at < batch.documents; at++) {
      const isNew = this.#seen.add(batch.idHash[at * 2]!, batch.idHash[at * 2 + 1]!);
      if (isNew) continue;
      records ??= storedRecords(batch);
      records[at] = this.#renamed(records[at]!);
      this.repeated++;
    }
    if (records === null) return batch;
    let end = 0;
    const joined = Buffer.concat(records);
    return {
      ...batch,
      records: new Uint8Array(joined),
      recordEnd: Uint32Array.from(records, (record) => (end += record.length)),
    };
  }

  #renamed(stored: Buffer): Buffer {
    const id = JSON.parse(new StoredRecord(stored).id) as string;
    // Counted over the run, so that a million records of one id cost no more than a million others.
    for (let number = this.repeated + 2; ; number++) {
      const longer = `${id}~${number}`;
      const bytes = Buffer.from(safeJson(longer));
      hashName(bytes, 1, bytes.length - 1, this.#hash, 0);
      if (this.#seen.add(this.#hash[0]!, this.#hash[1]!)) return withId(stored, longer);
    }
  }
}

function storedRecords(batch: PreparedBatch): Buffer[] {
  const bytes = Buffer.from(batch.records.buffer, batch.records.byteOffset, batch.records.length);
  return Array.from(batch.recordEnd, (end, at) =>
    bytes.subarray(at === 0 ? 0 : batch.recordEnd[at - 1]!, end),
  );
}
