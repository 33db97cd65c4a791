import type { Article } from '../prepare-page.ts';
import type { ArticleSchema } from '../settings.ts';
import type { Field, Fields } from './kind.ts';
import { fieldsOfShape, isMixed, type ObjectShape, type Shape } from './value-shape.ts';
import {
  annotationFields,
  articleFields,
  blocksField,
  metadataFields,
  optional,
  text,
} from './record-fields.ts';

/** Fields of an article that some schemas keep at the top and others in `metadata`. */
export type MovingField = Exclude<keyof Article, 'id' | 'text' | 'metadata'> | 'created';

/** Where a schema has which fields; `id` and `text` come first in each. */
export interface ArticleShape {
  readonly top: readonly MovingField[];
  /** At the start of the metadata. */
  readonly inner: readonly MovingField[];
  /** Blocks, where they are asked for, end the record; else they end its metadata. */
  readonly blocksAtTop: boolean;
  /** There is no `metadata`: what it would hold stands at the top. */
  readonly isFlat: boolean;
}

/**
 * `full` is ghirbal's own; `flat` suits tables; `dolma` and `datatrove` hold at the top what the
 * document formats of those tools name, and nothing else.
 */
export const articleShapes: Readonly<Record<ArticleSchema, ArticleShape>> = {
  full: {
    top: ['title', 'source', 'related', 'tags'],
    inner: [],
    blocksAtTop: true,
    isFlat: false,
  },
  flat: {
    top: ['title', 'source', 'related', 'tags'],
    inner: [],
    blocksAtTop: true,
    isFlat: true,
  },
  dolma: {
    top: ['source', 'created'],
    inner: ['title', 'related', 'tags'],
    blocksAtTop: false,
    isFlat: false,
  },
  datatrove: {
    top: [],
    inner: ['title', 'source', 'related', 'tags'],
    blocksAtTop: false,
    isFlat: false,
  },
};

const created: Field = text(
  'time of publication as Dolma writes it, empty when no date was found for certain',
);

/** What decides which of its fields an article has. */
export interface ArticleParts {
  readonly schema: ArticleSchema;
  readonly blocks: boolean;
  readonly annotate: boolean;
}

/** The fields of articles that are written with these settings, but for those carried along. */
export function fieldsWith({ schema, blocks, annotate }: ArticleParts): Fields {
  return arranged(schema, blocks ? blocksField : null, annotate ? annotationFields : {});
}

/** The fields that articles of a schema can have, with any settings. */
export function fieldsOfSchema(schema: ArticleSchema): Fields {
  const blocks = { ...blocksField, when: 'with --blocks' };
  return arranged(schema, blocks, optional(annotationFields, 'with --annotate'));
}

/**
 * The same fields with those that the articles carried along from their input.
 *
 * @returns `null` when a carried field has values of several kinds.
 */
export function withCarried(fields: Fields, carried: Shape): Fields | null {
  if (typeof carried === 'string' || !('object' in carried) || isMixed(carried)) return null;
  const { metadata } = fields;
  if (metadata === undefined) return { ...fields, ...carriedBeside(carried, fields) };
  const { fields: inner } = metadata.kind as { readonly fields: Fields };
  const kind = { fields: { ...inner, ...carriedBeside(carried, inner) }, open: true } as const;
  return { ...fields, metadata: { ...metadata, kind } };
}

/** Fields of a carried object under the names that they are written under; see `carriedName`. */
function carriedBeside(carried: ObjectShape, own: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fieldsOfShape(carried)).map(([name, field]) => [
      carriedName(name, Object.keys(own)),
      field,
    ]),
  );
}

/** Names that settings may put beside the carried fields: these give way in any case. */
const reserved: ReadonlySet<string> = new Set(['blocks', ...Object.keys(annotationFields)]);

/** The name under which a field of the input is written beside others. */
export function carriedName(name: string, taken: readonly string[]): string {
  return taken.includes(name) || reserved.has(name) ? `input_${name}` : name;
}

function arranged(schema: ArticleSchema, blocks: Field | null, annotations: Fields): Fields {
  const { top, inner, blocksAtTop, isFlat } = articleShapes[schema];
  const { id, text: body, metadata, ...moving } = { ...articleFields, created };
  const named = (names: readonly MovingField[]): Fields =>
    Object.fromEntries(names.map((name) => [name, moving[name]]));
  const blocksIf = (isHere: boolean): Fields => (blocks !== null && isHere ? { blocks } : {});
  const inside = {
    ...named(inner),
    ...metadataFields,
    ...annotations,
    ...blocksIf(!blocksAtTop),
  };
  return {
    id,
    text: body,
    ...named(top),
    ...(isFlat ? inside : { metadata: { ...metadata, kind: { fields: inside, open: true } } }),
    ...blocksIf(blocksAtTop),
  };
}
