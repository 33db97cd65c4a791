import type { SchemaElement } from 'hyparquet';
import type * as HyparquetWriter from 'hyparquet-writer';
import { UsageError } from '../errors.ts';
import type { Fields, Kind } from '../schema/kind.ts';
import { version } from '../version.ts';
import type { Sink } from './list-writer.ts';

type Library = typeof HyparquetWriter;

/**
 * Loads the library that writes Parquet, which is installed by those who use it.
 *
 * @throws UsageError when it is not there.
 */
export async function parquetWriter(): Promise<Library> {
  try {
    return await import('hyparquet-writer');
  } catch (error) {
    throw new UsageError('Parquet needs the package hyparquet-writer, which is not installed', {
      hint: 'npm install hyparquet-writer, beside ghirbal; or write .jsonl.gz, which most tools read.',
      cause: error,
    });
  }
}

/** Bytes of JSON lines in a row group: large enough to compress, small enough to hold in memory. */
const rowGroupBytes = 32 * 2 ** 20;
/** Where fields of input records go that have no column of their own, as JSON. */
export const carriedColumn = 'carried';

/** Takes JSON lines and gives the bytes of a Parquet file with a column for each of the fields. */
export function parquetSink(library: Library, inner: Sink, fields: Fields): Sink {
  const columns = columnsOf(fields);
  const bytes = new library.ByteWriter();
  const writer = new library.ParquetWriter({
    writer: bytes,
    schema: [{ name: 'root', num_children: Object.keys(columns).length }, ...elementsOf(columns)],
    createdBy: `ghirbal ${version}`,
  });
  let rows: Record<string, unknown>[] = [];
  let held = 0;
  const handOn = async (): Promise<void> => {
    // Copied, for the writer goes on in the same memory; `offset` goes on counting.
    const done = bytes.getBytes().slice();
    bytes.index = 0;
    if (done.length > 0) await inner.write(done);
  };
  const flush = async (): Promise<void> => {
    if (rows.length === 0) return;
    const columnData = Object.keys(columns).map((name) => ({
      name,
      data: rows.map((row) => row[name]),
    }));
    const rowGroupSize = rows.length;
    rows = [];
    held = 0;
    await writer.write({ columnData, rowGroupSize });
    await handOn();
  };
  return {
    write: async (lines) => {
      for (const line of Buffer.from(lines).toString('utf8').split('\n')) {
        if (line === '') continue;
        rows.push(valueOf(JSON.parse(line), { fields: columns }) as Record<string, unknown>);
        held += line.length;
        if (held >= rowGroupBytes) await flush();
      }
    },
    close: async () => {
      await flush();
      await writer.finish();
      await handOn();
      await inner.close();
    },
  };
}

/** The fields, with a place for others where an object may hold them. */
function columnsOf(fields: Fields): Fields {
  const carried = { kind: 'text', means: 'other fields as JSON' } as const;
  const inner = Object.entries(fields).map(([name, field]) => {
    const isOpen = typeof field.kind === 'object' && 'open' in field.kind;
    if (!isOpen) return [name, field];
    return [
      name,
      { ...field, kind: { fields: { ...field.kind.fields, [carriedColumn]: carried } } },
    ];
  });
  const isFlat = !Object.hasOwn(fields, 'metadata');
  const columns = Object.fromEntries(inner) as Fields;
  return isFlat ? { ...columns, [carriedColumn]: carried } : columns;
}

function elementsOf(fields: Fields): SchemaElement[] {
  return Object.entries(fields).flatMap(([name, { kind }]) => elementOf(name, kind));
}

function elementOf(name: string, kind: Kind): SchemaElement[] {
  const repetition_type = 'REQUIRED' as const;
  const string = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;
  switch (kind) {
    case 'text':
      return [{ name, ...string, repetition_type }];
    case 'whole':
      return [{ name, type: 'INT64', repetition_type }];
    case 'number':
      return [{ name, type: 'DOUBLE', repetition_type }];
    case 'flag':
      return [{ name, type: 'BOOLEAN', repetition_type }];
    case 'any':
      return [{ name, type: 'BYTE_ARRAY', converted_type: 'JSON', repetition_type }];
  }
  if ('oneOf' in kind) return [{ name, ...string, repetition_type }];
  if ('orNull' in kind) {
    const [own, ...rest] = elementOf(name, kind.orNull);
    return [{ ...own!, repetition_type: 'OPTIONAL' }, ...rest];
  }
  if ('list' in kind) {
    return [
      { name, converted_type: 'LIST', num_children: 1, repetition_type },
      { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
      ...elementOf('element', kind.list),
    ];
  }
  if ('values' in kind) throw new TypeError(`no column for ${name}: its keys are not known`);
  return [
    { name, num_children: Object.keys(kind.fields).length, repetition_type },
    ...elementsOf(kind.fields),
  ];
}

/** A value as the library takes it for its column. */
function valueOf(value: unknown, kind: Kind): unknown {
  if (kind === 'whole') return BigInt(value as number);
  if (typeof kind === 'string' || 'oneOf' in kind || 'values' in kind) return value;
  if ('orNull' in kind) return value === null ? null : valueOf(value, kind.orNull);
  if ('list' in kind) return (value as unknown[]).map((item) => valueOf(item, kind.list));
  const object = value as Readonly<Record<string, unknown>>;
  const others = Object.entries(object).filter(([name]) => !Object.hasOwn(kind.fields, name));
  return Object.fromEntries(
    Object.entries(kind.fields).map(([name, field]) => {
      if (name !== carriedColumn) return [name, valueOf(object[name], field.kind)];
      return [name, others.length === 0 ? '' : JSON.stringify(Object.fromEntries(others))];
    }),
  );
}
