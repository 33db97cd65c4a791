import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import {
  fieldsOf,
  jsonSchema,
  type SchemaName,
  schemaNames,
} from '../../src/schema/json-schema.ts';
import type { Fields, Kind } from '../../src/schema/kind.ts';
import { folderWith, pageAbout } from '../helpers/folder.ts';
import { runTool } from '../helpers/run-tool.ts';

const shipped = fileURLToPath(new URL('../../dist/schema/', import.meta.url));
const lists = ['cleaned', 'removed', 'rejected', 'problems', 'clusters'] as const;

function rows(jsonLines: string): unknown[] {
  return jsonLines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);
}

/** Where a value holds a field that is not named, or a word that is not listed. */
function unnamed(value: unknown, kind: Kind, path = ''): string[] {
  if (typeof kind === 'string') return [];
  if ('orNull' in kind) return value === null ? [] : unnamed(value, kind.orNull, path);
  if ('oneOf' in kind)
    return kind.oneOf.includes(value as string) ? [] : [`${path}=${JSON.stringify(value)}`];
  if ('list' in kind) {
    return (value as unknown[]).flatMap((item) => unnamed(item, kind.list, `${path}[]`));
  }
  const object = Object.entries(value as object) as [string, unknown][];
  if ('values' in kind) return object.flatMap(([, item]) => unnamed(item, kind.values, path));
  return object.flatMap(([name, item]) => {
    const field = kind.fields[name];
    if (field === undefined)
      return kind.open === true || name === 'rank' ? [] : [`${path}.${name}`];
    return unnamed(item, field.kind, `${path}.${name}`);
  });
}

function fieldCount(fields: Fields): number {
  return Object.keys(fields).length;
}

/** Everything that runs over inputs of all kinds wrote, by the schema that is meant for it. */
function writtenFiles(): Record<SchemaName, unknown[]> {
  const page = pageAbout('Norwich');
  const record = { id: 1, text: pageAbout('Ulm'), url: 'https://e.org/1', rank: 3 };
  const folder = folderWith({
    'in/a.txt': page,
    'in/b.txt': page,
    'in/empty.txt': '',
    'in/zeros.txt': Buffer.alloc(100),
    'in/c.jsonl': `${JSON.stringify(record)}\nbroken\n`,
  });
  for (const args of [
    ['-o', 'out'],
    ['-o', 'marked', '--annotate', '--blocks'],
  ]) {
    expect(runTool(['in', '-q', ...args], { cwd: folder }).code).toBe(3);
  }
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const withSchema = (schema: string): unknown[] => {
    const args = ['in', '-o', '-', '-q', '--blocks', '--annotate', '--schema', schema];
    return rows(runTool(args, { cwd: folder }).stdout);
  };
  const ofLists = lists.map((name) => [
    name,
    [...rows(read(`out/${name}.jsonl`)), ...rows(read(`marked/${name}.jsonl`))],
  ]);
  return {
    ...Object.fromEntries(ofLists),
    'cleaned-flat': withSchema('flat'),
    'cleaned-dolma': withSchema('dolma'),
    'cleaned-datatrove': withSchema('datatrove'),
    report: [JSON.parse(read('out/report.json')), JSON.parse(read('marked/report.json'))],
    attributes: rows(runTool(['split', 'in', '--attributes', '-q'], { cwd: folder }).stdout),
    split: rows(runTool(['split', 'in', '-q'], { cwd: folder }).stdout),
  } as Record<SchemaName, unknown[]>;
}

test(
  'what is written is what the schemas say, and no field is missing from them',
  { timeout: 120_000 },
  () => {
    const written = writtenFiles();
    for (const name of schemaNames) {
      const validate = new Ajv2020({ allErrors: true }).compile(jsonSchema(name));
      expect([name, written[name].length > 0]).toEqual([name, true]);
      for (const value of written[name]) {
        validate(value);
        expect([name, validate.errors]).toEqual([name, null]);
        expect([name, unnamed(value, { fields: fieldsOf(name) })]).toEqual([name, []]);
      }
    }
  },
);

test.each(schemaNames)('the package has the schema of %s', (name) => {
  const schema = JSON.parse(readFileSync(join(shipped, `${name}.json`), 'utf8')) as object;
  expect(schema).toEqual(jsonSchema(name));
  expect(schema).toHaveProperty('$id', `urn:ghirbal:schema:1:${name}`);
  expect(Object.keys((schema as { properties: object }).properties)).toHaveLength(
    fieldCount(fieldsOf(name)),
  );
});

test('a schema refuses a record that lacks a field or holds another type, and takes more fields', () => {
  const validate = new Ajv2020().compile(jsonSchema('rejected'));
  const row = { id: 'a', source: 'b', reason: 'empty' };
  expect(validate(row)).toBe(true);
  expect(validate({ ...row, later: 1 })).toBe(true);
  expect(validate({ ...row, id: 1 })).toBe(false);
  expect(validate({ id: 'a', source: 'b' })).toBe(false);
});
