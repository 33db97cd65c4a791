/** Columns that are stored as the bytes they are. */
const columnTypes = {
  Uint8Array,
  Uint16Array,
  Uint32Array,
  Int32Array,
  Float64Array,
} as const;
type ColumnName = keyof typeof columnTypes;

/** What stands in the JSON text for a column: its type, and where its bytes are after the text. */
interface StoredColumn {
  readonly column: ColumnName;
  readonly at: number;
  readonly length: number;
}

/** Names by which what JSON does not know is told; objects that have them are written another way. */
const marks = ['map', 'column', 'fields'] as const;

function isAmbiguous(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    marks.some((mark) => Object.hasOwn(value, mark))
  );
}

/** Bytes before the text: its length. */
const headBytes = 4;
/** Columns begin at multiples of the longest element. */
const alignment = 8;

/**
 * A value of objects, lists, maps, texts, numbers and typed arrays as bytes: JSON, and the columns
 * after it. The same value gives the same bytes, which `v8.serialize` does not promise: it tells
 * apart how the engine happens to hold a number.
 */
export function packValue(value: unknown): Buffer {
  const columns: Buffer[] = [];
  let used = 0;
  const text = JSON.stringify(value, (_key, inner: unknown) => {
    if (inner instanceof Map) return { map: [...(inner as Map<unknown, unknown>)] };
    if (!ArrayBuffer.isView(inner))
      return isAmbiguous(inner) ? { fields: Object.entries(inner) } : inner;
    const bytes = Buffer.from(inner.buffer, inner.byteOffset, inner.byteLength);
    const stored: StoredColumn = {
      column: inner.constructor.name as ColumnName,
      at: used,
      length: inner.byteLength,
    };
    columns.push(bytes, Buffer.alloc(aligned(bytes.length) - bytes.length));
    used += aligned(bytes.length);
    return stored;
  });
  const json = Buffer.from(text);
  const head = Buffer.alloc(headBytes);
  head.writeUInt32LE(json.length);
  const pad = Buffer.alloc(aligned(headBytes + json.length) - headBytes - json.length);
  return Buffer.concat([head, json, pad, ...columns]);
}

/** The value that `packValue` was given; shared memory comes back as memory of its own. */
export function unpackValue(bytes: Buffer): unknown {
  const length = bytes.readUInt32LE(0);
  const start = aligned(headBytes + length);
  const text = bytes.toString('utf8', headBytes, headBytes + length);
  return JSON.parse(text, (_key, inner: unknown) => {
    if (!isAmbiguous(inner)) return inner;
    if ('map' in inner) return new Map(inner.map as [unknown, unknown][]);
    if ('fields' in inner) return Object.fromEntries(inner.fields as [string, unknown][]);
    const { column, at, length: size } = inner as StoredColumn;
    // Copied, so that it begins where its elements may.
    const own = new Uint8Array(bytes.subarray(start + at, start + at + size));
    return new columnTypes[column](own.buffer);
  });
}

function aligned(length: number): number {
  return Math.ceil(length / alignment) * alignment;
}
