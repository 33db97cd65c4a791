import { matchRules } from '../dedupe/match.ts';
import { problemCodes } from '../errors.ts';
import type { Article, Metadata } from '../prepare-page.ts';
import type { ListName } from '../report/report.ts';
import { blockKinds, blockRoles, reasons } from '../split/block.ts';
import type { EmbeddedText } from '../split/fields.ts';
import type { Field, Fields, FieldsOf } from './kind.ts';

export const text = (means: string): Field => ({ kind: 'text', means });
export const whole = (means: string): Field => ({ kind: 'whole', means });
export const share = (means: string): Field => ({ kind: 'number', means: `${means}, 0 to 1` });
export const texts = (means: string): Field => ({ kind: { list: 'text' }, means });

const id = text('stable and unique: the path below the folder, or the id of the input record');
const source = text('address or path that the page came from');

const embeddedFields: FieldsOf<EmbeddedText> = {
  title: text('headline of the article, empty when it has none'),
  text: text('its text'),
};

/** Fields of `metadata`, but for those carried along from input records. */
export const metadataFields: FieldsOf<Omit<Metadata, 'extra'>> = {
  path: text('file it was in'),
  lang: text('code of the language, empty when unknown'),
  script: text('ISO 15924 code of the script'),
  encoding: text('encoding it was read from'),
  replaced_characters: whole('characters that could not be read'),
  byline: text('who wrote it, empty when the page does not say'),
  published: text('date of publication as YYYY-MM-DD, empty when none was found for certain'),
  section: text('section of the site, empty when the page does not say'),
  attribution: text('agency or publisher credited on the page, empty when none is'),
  words: whole('words of the text; each character of unsegmented scripts is one'),
  cluster_size: whole('pages of its near-duplicate group, itself included'),
  embedded: { kind: { list: { fields: embeddedFields } }, means: 'other articles on the page' },
};

/** Why a page went, or with --annotate would go. */
export const evidenceFields: Fields = {
  duplicate_of: text('id of the article that stays in its place'),
  jaccard: share('word runs common to both, as a share of those of either'),
  containment: share('part of the removed text that the kept one has'),
  words_lost: whole('words of the removed text that the kept one lacks'),
  rule: { kind: { oneOf: matchRules }, means: 'what told that it is a near-duplicate' },
};

/** What --annotate adds to `metadata`: the same, empty for an article that has no other like it. */
export const annotationFields: Fields = {
  ...evidenceFields,
  rule: { kind: { oneOf: ['', ...matchRules] }, means: 'what told that it is a near-duplicate' },
};

const blockFields: Fields = {
  kind: { kind: { oneOf: blockKinds }, means: 'what the lines are' },
  role: { kind: { orNull: { oneOf: blockRoles } }, means: 'a finer name within the kind' },
  startLine: whole('first line, counted from 1'),
  endLine: whole('last line, counted from 1'),
  start: whole('where it starts in the text of the page, in code points'),
  end: whole('where it ends, in code points'),
  reason: { kind: { oneOf: Object.keys(reasons) }, means: 'why the lines were taken for it' },
  text: text('the lines, not edited'),
};

/** The same fields, there only at times. */
export function optional(fields: Fields, when: string): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, { ...field, when }]),
  );
}

/** Fields of an article, wherever its schema has them. */
export const articleFields: FieldsOf<Article> = {
  id,
  text: text('the main body, not edited'),
  title: text('the headline, empty when none was found'),
  source,
  related: texts('headlines that lead to other pages'),
  tags: texts('keywords, topics and categories'),
  metadata: {
    kind: { fields: metadataFields, open: true },
    means: 'what else is known, and the fields of the input record that have no other place',
  },
};

export const blocksField: Field = {
  kind: { list: { fields: blockFields } },
  means: 'all of the page, in order',
};

/** Fields of the other records that are written. */
export const recordFields: {
  readonly [Name in Exclude<ListName, 'cleaned'> | 'split' | 'attributes']: Fields;
} = {
  removed: { id, source, ...evidenceFields },
  rejected: {
    id,
    source,
    reason: { kind: { oneOf: ['empty', 'no-body'] }, means: 'why it holds no article' },
  },
  problems: {
    source: text('input that could not be used'),
    line: whole('line or record of a file that holds many, counted from 1; 0 = the whole file'),
    code: { kind: { oneOf: Object.keys(problemCodes) }, means: 'what is wrong' },
    message: text('the same in words'),
  },
  clusters: {
    keeper: text('id of the article that stays'),
    members: texts('ids of the others'),
    size: whole('pages of the group, the keeper included'),
    sites: whole('different sites they came from'),
    weight: {
      kind: 'whole',
      means: 'how often to repeat the keeper when often copied text counts more',
    },
  },
  attributes: {
    id,
    attributes: {
      kind: { values: { list: { list: 'number' } } },
      means: 'for each kind of block its spans: start and end in code points, and confidence',
    },
  },
  split: {
    id,
    source,
    title: text('the headline'),
    text: text('the main body'),
    blocks: blocksField,
  },
};
