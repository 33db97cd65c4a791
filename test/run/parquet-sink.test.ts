import { parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { carriedColumn, parquetSink, parquetWriter } from '../../src/run/parquet-sink.ts';
import type { Fields } from '../../src/schema/kind.ts';

const means = 'a field';
const fields: Fields = {
  id: { kind: 'text', means },
  words: { kind: 'whole', means },
  share: { kind: 'number', means },
  flag: { kind: 'flag', means },
  rule: { kind: { oneOf: ['a', 'b'] }, means },
  any: { kind: 'any', means },
  line: { kind: { orNull: 'whole' }, means },
  tags: { kind: { list: 'text' }, means },
  metadata: { kind: { fields: { path: { kind: 'text', means } }, open: true }, means },
};

const row = {
  id: 'a',
  words: 12,
  share: 0.5,
  flag: true,
  rule: 'b',
  any: { deep: [1, null] },
  line: 3,
  tags: ['x', 'y'],
  metadata: { path: 'p' },
};

/** Writes rows with a sink and gives the bytes of the file. */
async function written(columns: Fields, rows: readonly object[]): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let isClosed = false;
  const inner = {
    write: (bytes: Uint8Array) => void parts.push(bytes),
    close: () => void (isClosed = true),
  };
  const sink = parquetSink(await parquetWriter(), inner, columns);
  for (const each of rows) await sink.write(Buffer.from(`${JSON.stringify(each)}\n`));
  await sink.close();
  expect(isClosed).toBe(true);
  return Buffer.concat(parts);
}

function read(bytes: Buffer): Promise<Record<string, unknown>[]> {
  const file = new Uint8Array(bytes).buffer;
  return parquetReadObjects({ file });
}

test('every kind of field has a column that gives back what was written', async () => {
  const rows = await read(await written(fields, [row, { ...row, line: null, tags: [] }]));
  expect(rows).toEqual([
    { ...row, words: 12n, line: 3n, metadata: { path: 'p', [carriedColumn]: '' } },
    { ...row, words: 12n, line: null, tags: [], metadata: { path: 'p', [carriedColumn]: '' } },
  ]);
});

test('fields without a column are carried as JSON, in the object that holds them or beside', async () => {
  const [open] = await read(await written(fields, [{ ...row, metadata: { path: 'p', q: 1 } }]));
  expect(open!['metadata']).toEqual({ path: 'p', [carriedColumn]: '{"q":1}' });
  const flat: Fields = { id: { kind: 'text', means } };
  expect(await read(await written(flat, [{ id: 'a', q: [1] }, { id: 'b' }]))).toEqual([
    { id: 'a', [carriedColumn]: '{"q":[1]}' },
    { id: 'b', [carriedColumn]: '' },
  ]);
});

test('no row gives a file without rows', async () => {
  expect(await read(await written(fields, []))).toEqual([]);
});

test('an object whose keys are not known has no column', async () => {
  const values: Fields = { counts: { kind: { values: 'whole' }, means } };
  await expect(written(values, [])).rejects.toThrow('no column for counts: its keys are not known');
});
