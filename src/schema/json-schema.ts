import { reportSchemaVersion } from '../report/report.ts';
import type { ArticleSchema } from '../settings.ts';
import { fieldsOfSchema } from './article-schema.ts';
import type { Fields, Kind } from './kind.ts';
import { recordFields } from './record-fields.ts';
import { reportFields } from './report-fields.ts';

const titles = {
  cleaned: 'An article that stays: a line of cleaned.jsonl',
  'cleaned-flat': 'The same with --schema flat',
  'cleaned-dolma': 'The same with --schema dolma',
  'cleaned-datatrove': 'The same with --schema datatrove',
  removed: 'A near-duplicate that went: a line of removed.jsonl',
  rejected: 'A page without an article: a line of rejected.jsonl',
  problems: 'An input that could not be used: a line of problems.jsonl',
  clusters: 'A group of near-duplicates: a line of clusters.jsonl',
  split: 'What is what on a page: a line of what "ghirbal split" prints',
  attributes: 'Spans by kind: a line of what "ghirbal split --attributes" prints',
  report: 'The summary of a run: report.json',
} as const;

/** Files that have a schema. */
export type SchemaName = keyof typeof titles;
export const schemaNames: readonly SchemaName[] = Object.keys(titles) as SchemaName[];

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema of a file that ghirbal writes. Objects may hold fields that it does not name:
 * later versions may add some without raising `schemaVersion`.
 */
export function jsonSchema(name: SchemaName): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:ghirbal:schema:${reportSchemaVersion}:${name}`,
    title: titles[name],
    description: `schemaVersion ${reportSchemaVersion}`,
    ...objectSchema(fieldsOf(name)),
  };
}

/** The fields that a schema is made from. */
export function fieldsOf(name: SchemaName): Fields {
  if (name === 'report') return reportFields;
  if (name === 'cleaned') return fieldsOfSchema('full');
  return name in recordFields
    ? recordFields[name as keyof typeof recordFields]
    : fieldsOfSchema(name.slice('cleaned-'.length) as ArticleSchema);
}

function objectSchema(fields: Fields): JsonSchema {
  const properties = Object.entries(fields).map(([name, { kind, means, when }]) => [
    name,
    { description: when === undefined ? means : `${means} (${when})`, ...kindSchema(kind) },
  ]);
  const required = Object.entries(fields)
    .filter(([, { when }]) => when === undefined)
    .map(([name]) => name);
  return { type: 'object', properties: Object.fromEntries(properties) as JsonSchema, required };
}

function kindSchema(kind: Kind): JsonSchema {
  switch (kind) {
    case 'any':
      return {};
    case 'text':
      return { type: 'string' };
    case 'whole':
      return { type: 'integer' };
    case 'number':
      return { type: 'number' };
    case 'flag':
      return { type: 'boolean' };
  }
  // No enum: a value that a later version adds must not fail the schema of this one.
  if ('oneOf' in kind) return { type: 'string', examples: kind.oneOf };
  if ('orNull' in kind) return { anyOf: [kindSchema(kind.orNull), { type: 'null' }] };
  if ('list' in kind) return { type: 'array', items: kindSchema(kind.list) };
  if ('values' in kind) return { type: 'object', additionalProperties: kindSchema(kind.values) };
  return objectSchema(kind.fields);
}
