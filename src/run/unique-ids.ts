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
      const longer = this.claim(batch.idHash[at * 2]!, batch.idHash[at * 2 + 1]!, () => {
        records ??= storedRecords(batch);
        return JSON.parse(new StoredRecord(records[at]!).id) as string;
      });
      if (longer !== null) records![at] = withId(records![at]!, longer);
    }
    if (records === null) return batch;
    let end = 0;
    const joined = Buffer.concat(records);
    return {
      ...batch,
      records: new Uint8Array(joined),
      recordEnd: Uint32Array.from(records, (record: Buffer) => (end += record.length)),
    };
  }

  /**
   * Takes an id for the next record.
   *
   * @param one - `hashName` of the id, as the other number.
   * @param idOf - gives the id; asked only when it was taken before.
   * @returns the id the record has to have instead; `null` when its own is new.
   */
  claim(one: number, other: number, idOf: () => string): string | null {
    return this.#seen.add(one, other) ? null : this.#longer(idOf());
  }

  #longer(id: string): string {
    // Counted over the run, so that a million records of one id cost no more than a million others.
    for (let number = this.repeated + 2; ; number++) {
      const longer = `${id}~${number}`;
      const bytes = Buffer.from(safeJson(longer));
      hashName(bytes, 1, bytes.length - 1, this.#hash, 0);
      if (!this.#seen.add(this.#hash[0]!, this.#hash[1]!)) continue;
      this.repeated++;
      return longer;
    }
  }
}

function storedRecords(batch: PreparedBatch): Buffer[] {
  const bytes = Buffer.from(batch.records.buffer, batch.records.byteOffset, batch.records.length);
  return Array.from(batch.recordEnd, (end, at) =>
    bytes.subarray(at === 0 ? 0 : batch.recordEnd[at - 1]!, end),
  );
}
