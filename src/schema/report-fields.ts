import { matchRules } from '../dedupe/match.ts';
import { problemCodes } from '../errors.ts';
import {
  type ClusterSummary,
  type DuplicateSummary,
  listNames,
  type ListSummary,
  outcomes,
  type ProblemSummary,
  type RejectionSummary,
  type RemovalSummary,
  type Report,
  type SiteSummary,
  type Totals,
} from '../report/report.ts';
import type { RepeatedLine, RepeatedLines } from '../report/repeated-lines.ts';
import {
  type SampleBlock,
  type SampleGroup,
  type SamplePage,
  sampleReasonNames,
  type SampleRemoval,
  type Samples,
  type SampleSpan,
} from '../report/samples.ts';
import { blockKinds, blockRoles, reasons } from '../split/block.ts';
import type { Field, Fields, FieldsOf } from './kind.ts';
import { share, text, texts, whole } from './record-fields.ts';

const flag = (means: string): Field => ({ kind: 'flag', means });
const counts = (means: string): Field => ({ kind: { values: 'whole' }, means });
const wholes = (means: string): Field => ({ kind: { list: 'whole' }, means });
const one = (fields: Fields, means: string): Field => ({ kind: { fields }, means });
const many = (fields: Fields, means: string): Field => ({ kind: { list: { fields } }, means });
const word = (words: readonly string[], means: string): Field => ({
  kind: { oneOf: words },
  means,
});

/** One object with the same fields under each of some names. */
function each(names: readonly string[], fields: Fields, means: string): Field {
  return one(Object.fromEntries(names.map((name) => [name, one(fields, name)])), means);
}

const totalsFields: FieldsOf<Totals> = {
  documents: whole('pages, records and inputs that could not be used'),
  bytes: whole('bytes read, after decompression'),
  lines: whole('lines of pages'),
  blocks: whole('blocks that pages were split into'),
};

const siteFields: FieldsOf<SiteSummary> = {
  site: text('host of an address, or folder of a path'),
  pages: whole('pages of the site'),
  removed: whole('of them near-duplicates that went'),
  rejected: whole('of them without an article'),
  bytes: whole('bytes read'),
  kept: whole('bytes of main body'),
  kinds: one(
    Object.fromEntries(blockKinds.map((kind) => [kind, whole('bytes')])),
    'bytes by kind of block',
  ),
};

const repeatedLineFields: FieldsOf<RepeatedLine> = {
  text: text('the line as it stood on the first page, shortened'),
  role: word(['', ...blockRoles], 'what it was cut as, empty for plain furniture'),
  pages: whole('pages of the site that it was cut from, as far as counted'),
};

const repeatedFields: FieldsOf<RepeatedLines> = {
  site: text('host of an address, or folder of a path'),
  lines: many(repeatedLineFields, 'its lines, those on most pages first'),
};

const problemFields: FieldsOf<ProblemSummary> = {
  source: text('input that could not be used, its name shortened'),
  line: whole('line or record of a file that holds many; 0 = the whole file'),
  code: word(Object.keys(problemCodes), 'what is wrong'),
  message: text('the same in words'),
};

const rejectedFields: FieldsOf<RejectionSummary> = {
  source: text('page without an article, its name shortened'),
  reason: text('why it holds none'),
};

const clusterFields: FieldsOf<ClusterSummary> = {
  keeper: text('id of the article that stays'),
  size: whole('pages of the group'),
};

const firstRemovalFields: FieldsOf<RemovalSummary> = {
  id: text('id of the near-duplicate'),
  source: text('address or path that it came from'),
  duplicateOf: text('id of the article that stays'),
  rule: word(matchRules, 'what told it'),
};

const duplicateFields: FieldsOf<DuplicateSummary> = {
  removed: whole('near-duplicates that went, or were marked'),
  clusters: whole('groups'),
  rules: counts('near-duplicates by what told them'),
  similarity: wholes('compared pairs by similarity, in 20 equal steps from 0 to 1'),
  removedByThreshold: wholes('pages that would go at the thresholds 0.05, 0.1, ... 1'),
  largest: many(clusterFields, 'the largest groups'),
  alarm: flag('the largest group holds over 1 % of the articles, and 20 or more'),
  first: many(firstRemovalFields, 'the first near-duplicates'),
  sizes: counts('groups by number of pages'),
};

const blockFields: FieldsOf<SampleBlock> = {
  kind: word(blockKinds, 'what the lines are'),
  role: { kind: { orNull: { oneOf: blockRoles } }, means: 'a finer name within the kind' },
  reason: word(Object.keys(reasons), 'why the lines were taken for it'),
  confidence: share('how sure the splitter is of the kind'),
  startLine: whole('first line, counted from 1'),
  endLine: whole('last line, counted from 1'),
  text: text('the lines, shortened where the page is long'),
  leftOut: whole('bytes after the text that were left out'),
};

const pageFields: FieldsOf<SamplePage> = {
  id: text('id of the page'),
  source: text('address or path that it came from'),
  outcome: word(['cleaned', 'removed', 'rejected'], 'what became of it'),
  duplicateOf: text('the page that stays in its place, empty unless it was removed'),
  why: { kind: { list: { oneOf: sampleReasonNames } }, means: 'why it was taken as a sample' },
  lang: text('code of its language, empty when unknown'),
  bytes: whole('size of its text'),
  kept: share('part of them that is main body'),
  confidence: share('confidence of its least sure block'),
  blocks: many(blockFields, 'its blocks, in order'),
  blocksLeftOut: whole('blocks at the end that were left out'),
};

const spanFields: FieldsOf<SampleSpan> = {
  text: text('a run of words'),
  shared: flag('both texts have it'),
  leftOut: whole('characters left out within it, or after it when it is the last'),
};

const removalFields: FieldsOf<SampleRemoval> = {
  id: text('id of the page that went'),
  rule: word(matchRules, 'what told that it is a near-duplicate'),
  jaccard: share('word runs common to both, as a share of those of either'),
  containment: share('part of the removed text that the kept one has'),
  wordsLost: whole('words of the removed text that the kept one lacks'),
  removed: many(spanFields, 'its text'),
  kept: many(spanFields, 'the text that stays'),
};

const groupFields: FieldsOf<SampleGroup> = {
  why: word(['large', 'doubtful'], 'why it was taken as a sample'),
  keeper: text('id of the article that stays'),
  size: whole('pages of the group'),
  removals: many(removalFields, 'pages that went, beside the one that stays'),
};

const sampleFields: FieldsOf<Samples> = {
  pages: many(pageFields, 'pages to look at'),
  groups: many(groupFields, 'groups to look at'),
};

const listFields: FieldsOf<ListSummary> = {
  files: texts('names of the files it is in, in order'),
  lines: whole('rows'),
  bytes: whole('bytes of the rows as JSON lines, before compression'),
  sha256: text('SHA-256 of those bytes, as hexadecimal digits'),
};

/** Fields of `report.json`. */
export const reportFields: FieldsOf<Report> = {
  schemaVersion: whole('version of this shape and of that of the lists'),
  ghirbal: text('version of the program'),
  form: word(['articles', 'bodies', 'blocks'], 'what the run made of its inputs'),
  inputs: texts('inputs as they were named'),
  settings: { kind: { values: 'any' }, means: 'settings that decide what is written' },
  totals: each(['inputs', ...outcomes], totalsFields, 'what came in, and what became of it'),
  kinds: each(
    blockKinds,
    {
      bytes: whole('bytes of the blocks of this kind'),
      lines: whole('lines of the blocks of this kind'),
    },
    'what pages are made of',
  ),
  reasons: counts('blocks by why they were taken for their kind'),
  languages: counts('articles by language'),
  scripts: counts('articles by script'),
  encodings: counts('pages by encoding'),
  replacedCharacters: whole('characters that could not be read'),
  embeddedArticles: whole('articles found inside pages of others'),
  shortBodies: whole('bodies too short to be compared but for exact copies'),
  repeatedIds: whole('records whose id was taken already; theirs got an ending'),
  passed: one(
    {
      files: whole('files that were not asked for'),
      links: whole('symbolic links that were not followed'),
    },
    'what was passed over in folders and archives',
  ),
  sites: many(siteFields, 'sites with most pages'),
  repeatedLines: many(repeatedFields, 'lines that sites repeat and that were cut'),
  rejections: counts('pages without an article by reason'),
  problems: counts('inputs that could not be used by code'),
  firstProblems: many(problemFields, 'the first of them'),
  firstRejected: many(rejectedFields, 'the first pages without an article'),
  duplicates: one(duplicateFields, 'what the comparison found'),
  samples: one(sampleFields, 'pages and groups to look at'),
  lists: each(listNames, listFields, 'the lists that were written'),
  timing: one({ seconds: { kind: 'number', means: 'time it took' } }, 'what differs between runs'),
};
