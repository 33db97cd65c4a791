/** What a field of a record may hold. */
export type Kind =
  | 'text'
  | 'whole'
  | 'number'
  | 'flag'
  | { readonly oneOf: readonly string[] }
  | { readonly orNull: Kind }
  | { readonly list: Kind }
  /** An object with these fields; `open` ones may hold others as well. */
  | { readonly fields: Fields; readonly open?: true }
  /** An object with any keys and values of one kind. */
  | { readonly values: Kind }
  /** Any value that JSON has. */
  | 'any';

/** One field. Every record has it, unless `when` says otherwise. */
export interface Field {
  readonly kind: Kind;
  /** What it holds, in a phrase. */
  readonly means: string;
  /** When it is there; a field without this always is. */
  readonly when?: string;
}

export type Fields = Readonly<Record<string, Field>>;

/** A row for each field of a type: one that is forgotten does not compile. */
export type FieldsOf<T> = { readonly [Name in keyof T]-?: Field };
