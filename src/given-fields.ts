import type { PageFields } from './split/fields.ts';
import type { Metadata } from './prepare-page.ts';

/** Metadata that a record may bring along; what depends on this run's comparison is counted anew. */
type GivenMetadata = Pick<
  Metadata,
  'path' | 'lang' | 'encoding' | 'byline' | 'published' | 'section' | 'attribution' | 'embedded'
>;

/** What a record says of its text, in ghirbal's own places. */
export interface GivenFields {
  readonly fields: Pick<PageFields, 'title' | 'related' | 'tags'>;
  readonly metadata: Partial<GivenMetadata>;
  /** Fields that have no place here: they travel as they are. */
  readonly rest: Readonly<Record<string, unknown>>;
}

const textKeys = [
  'path',
  'lang',
  'encoding',
  'byline',
  'published',
  'section',
  'attribution',
] as const satisfies readonly (keyof GivenMetadata)[];

/**
 * Reads the fields of a record whose text is clean already, so that ghirbal's own output goes
 * through it unharmed. A value of another type than ghirbal's stays among the rest.
 */
export function givenFields(extra: Readonly<Record<string, unknown>> = {}): GivenFields {
  const rest = new Map(Object.entries(extra));
  const take = <T>(key: string, fits: (value: unknown) => value is T, otherwise: T): T => {
    const value = rest.get(key);
    if (!fits(value)) return otherwise;
    rest.delete(key);
    return value;
  };
  const fields = {
    title: take('title', isText, ''),
    related: take('related', isTexts, []),
    tags: take('tags', isTexts, []),
  };
  const { adopted, left } = readMetadata(rest.get('metadata'));
  if (left !== null) rest.set('metadata', left);
  const byline = take('byline', isText, '');
  const published = dateGiven(rest);
  return {
    fields,
    metadata: {
      ...(byline === '' ? {} : { byline }),
      ...(published === '' ? {} : { published }),
      ...adopted,
    },
    rest: Object.fromEntries(rest),
  };
}

/** Where records of crawlers and corpora have the date of publication, the surest first. */
const dateKeys = [
  'published',
  'date_published',
  'publish_date',
  'pub_date',
  'date',
  'created',
  'timestamp',
] as const;

/** A date, or a time of which only the day is read. */
export const isoDay: RegExp = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?=$|[T ])/u;

/** The date that a record gives beside its text, as YYYY-MM-DD; '' when it gives none that is certain. */
function dateGiven(rest: Map<string, unknown>): string {
  for (const key of dateKeys) {
    const value = rest.get(key);
    const day = isText(value) ? isoDay.exec(value)?.[0] : undefined;
    if (day === undefined) continue;
    // Said in full by the record's own field; any other one travels on as it is.
    if (key === 'published' && value === day) rest.delete(key);
    return day;
  }
  return '';
}

function readMetadata(value: unknown): {
  readonly adopted: Partial<GivenMetadata>;
  readonly left: Readonly<Record<string, unknown>> | null;
} {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { adopted: {}, left: null };
  }
  const left = new Map<string, unknown>(Object.entries(value));
  const adopted: { -readonly [Key in keyof GivenMetadata]?: GivenMetadata[Key] } = {};
  for (const key of textKeys) {
    const given = left.get(key);
    if (!isText(given)) continue;
    adopted[key] = given;
    left.delete(key);
  }
  const embedded = left.get('embedded');
  if (isEmbedded(embedded)) {
    adopted.embedded = embedded;
    left.delete('embedded');
  }
  // Counted anew: the old counts say nothing of this run.
  for (const key of ['script', 'words', 'cluster_size', 'replaced_characters']) left.delete(key);
  return { adopted, left: Object.fromEntries(left) };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}

function isEmbedded(value: unknown): value is Metadata['embedded'] {
  return (
    Array.isArray(value) &&
    value.every(
      (item: unknown) =>
        typeof item === 'object' &&
        item !== null &&
        isText((item as { title?: unknown }).title) &&
        isText((item as { text?: unknown }).text),
    )
  );
}
