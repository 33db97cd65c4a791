import { isUtf8 } from 'node:buffer';
import type { ProblemCode } from '../errors.ts';
import type { PageInput } from '../prepare-page.ts';
import type { PrepareSettings } from '../settings.ts';
import { parseExactly, WrittenNumber } from '../text/exact-json.ts';

const utf8 = new TextEncoder();
const blank = /^[\s\uFEFF]*$/u;

/** Fields that are read into their own place; the others travel in `metadata`. */
const sourceFields: readonly string[] = ['source', 'url'];

/** Which fields of a record hold what. */
export type RecordFields = Pick<PrepareSettings, 'textField' | 'idField'>;

/**
 * Reads one line of a JSONL file as a page.
 *
 * @param id - the id to use where the record has none.
 * @returns `null` for a blank line, a code and reason for one that cannot be used.
 */
export function readRecord(
  bytes: Uint8Array,
  start: number,
  end: number,
  settings: RecordFields,
  path: string,
  id: string,
): PageInput | { readonly code: ProblemCode; readonly message: string } | null {
  const line = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start);
  if (!isUtf8(line)) return { code: 'undecodable', message: 'bytes that are not UTF-8' };
  const json = line.toString('utf8').replace(/^\uFEFF/u, '');
  if (blank.test(json)) return null;
  let record: unknown;
  try {
    record = parseExactly(json);
  } catch (error) {
    const message = error instanceof RangeError ? error.message : 'not JSON';
    return { code: 'not-json', message };
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    return { code: 'not-an-object', message: 'JSON, but no object' };
  }
  const text = fieldOf(record, settings.textField);
  if (typeof text !== 'string') {
    return { code: 'no-text', message: `no text in the field "${settings.textField}"` };
  }
  const fields = record as Readonly<Record<string, unknown>>;
  const given = fieldOf(record, settings.idField);
  const source = sourceFields.map((name) => fields[name]).find(isText);
  return {
    id: idText(given) ?? id,
    source: source ?? path,
    path,
    bytes: utf8.encode(text),
    encoding: 'utf-8',
    replaced: text.isWellFormed() ? 0 : loneSurrogates(text),
    extra: otherFields(fields, settings),
  };
}

/** Halves of surrogate pairs that stand alone: each becomes U+FFFD. */
function loneSurrogates(text: string): number {
  let count = 0;
  for (const character of text) if (!character.isWellFormed()) count++;
  return count;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** Value of a field; dots lead into inner objects unless a field has that very name. */
function fieldOf(record: object, field: string): unknown {
  if (Object.hasOwn(record, field)) return (record as Record<string, unknown>)[field];
  let value: unknown = record;
  for (const name of field.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
      return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

/** An id as it was written; long numbers would lose their last digits as numbers. */
function idText(given: unknown): string | undefined {
  if (isText(given)) return given;
  if (given instanceof WrittenNumber) return given.digits;
  return typeof given === 'number' ? String(given) : undefined;
}

function otherFields(
  fields: Readonly<Record<string, unknown>>,
  { textField, idField }: RecordFields,
): Record<string, unknown> {
  return [textField, idField, ...sourceFields].reduce<Record<string, unknown>>(without, fields);
}

/** A record without one field, named as for `fieldOf`: the text is written once, wherever it stood. */
function without(
  record: Readonly<Record<string, unknown>>,
  field: string,
): Record<string, unknown> {
  const dot = Object.hasOwn(record, field) ? -1 : field.indexOf('.');
  const name = dot < 0 ? field : field.slice(0, dot);
  const inner = record[name];
  const isInside = dot >= 0 && typeof inner === 'object' && inner !== null && !Array.isArray(inner);
  // Object.fromEntries makes a field of "__proto__" too, where an assignment would not.
  return Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => {
      if (key !== name) return [[key, value]];
      if (dot < 0) return [];
      return [
        [key, isInside ? without(inner as Record<string, unknown>, field.slice(dot + 1)) : value],
      ];
    }),
  );
}
