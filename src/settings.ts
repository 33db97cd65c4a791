import type { KeepPolicy } from './dedupe/keep-policy.ts';
import { UsageError } from './errors.ts';
import { isEncoding } from './text/decode.ts';

/** Which page of a group of near-duplicates stays. */
export const keepPolicies: readonly KeepPolicy[] = [
  'longest',
  'first',
  'earliest',
  'newest',
  'source-order',
  'most-complete',
];

/** How articles are written. */
export const outputFormats = ['jsonl', 'jsonl.gz', 'jsonl.zst', 'parquet'] as const;
export type OutputFormat = (typeof outputFormats)[number];

/** Arrangements of an article's fields; see `articleShapes`. */
export const articleSchemas = ['full', 'flat', 'dolma', 'datatrove'] as const;
export type ArticleSchema = (typeof articleSchemas)[number];

export const embeddedPolicies = ['keep', 'drop', 'emit'] as const;
export type EmbeddedPolicy = (typeof embeddedPolicies)[number];

/** What decides how one page is prepared; sent to every worker thread. */
export interface PrepareSettings {
  /** Encoding of all pages, a name the Encoding Standard knows; '' = told from each page. */
  readonly encoding: string;
  /** Articles found inside pages: in `metadata.embedded`, left out, or records of their own. */
  readonly embedded: EmbeddedPolicy;
  /** Put the page's blocks into its record. */
  readonly blocks: boolean;
  /** `split` writes spans by kind, as Dolma's attribute files hold them, not records. */
  readonly attributes: boolean;
  /** Which fields records have, and where. */
  readonly schema: ArticleSchema;
  /** Field of an input record that holds the text; dots lead into inner objects. */
  readonly textField: string;
  /** Field of an input record that holds its id; dots lead into inner objects. */
  readonly idField: string;
  /** Bodies of fewer words than this are compared by the exact rule only. */
  readonly minWords: number;
}

/** What the splitter goes by; the files are read before the first page is. */
export interface SplitSettings {
  /** Lines that may be body or not are not, rather. */
  readonly precision: boolean;
  /** Lines that may be body or not are, rather. */
  readonly recall: boolean;
  /** File that `ghirbal learn` wrote; '' = none. */
  readonly profile: string;
  /** JSON files with language packs to be used beside the built-in ones. */
  readonly pack: readonly string[];
}

/** What decides which pages are near-duplicates and which of them stay. */
export interface MatchSettings {
  readonly dedupe: boolean;
  /**
   * Share of common word runs (Jaccard), 0 to 1, from which two bodies are near-duplicates;
   * `null` = judged by evidence: what each has of the other, where, and whether facts differ.
   */
  readonly threshold: number | null;
  /** Share of the removed body found in the kept one, 0 to 1, that is enough; `null` likewise. */
  readonly containment: number | null;
  /** Most words of a removed body that the kept one may lack; -1 = no bound of its own. */
  readonly maxLost: number;
  readonly minWords: number;
  readonly keep: KeepPolicy;
}

/** All that a run depends on besides its inputs. Each field is set; see `resolveSettings`. */
export interface Settings extends PrepareSettings, SplitSettings, MatchSettings {
  /** Folder, a file whose ending is one of `outputFormats`, or `-` for standard output. */
  readonly output: string;
  /** Format of the articles, where the name of the output does not tell. */
  readonly outputFormat: OutputFormat;
  /** Size from which the articles go on in another file, such as `256M`; '' = one file. */
  readonly shardSize: string;
  /** Keep near-duplicates in the output, marked, instead of removing them. */
  readonly annotate: boolean;
  /** Patterns of the files to take from folders; none = the usual endings. */
  readonly glob: readonly string[];
  /** Patterns of the files and folders to leave out. */
  readonly exclude: readonly string[];
  /** Follow symbolic links. */
  readonly follow: boolean;
  /** File with more inputs, each ended by a NUL byte; `-` = standard input; '' = none. */
  readonly files0From: string;
  /** Worker threads; 0 = one per core. */
  readonly jobs: number;
  /**
   * Most memory for the rows that near-duplicates are found by, such as `512M` or `2G`; beyond it
   * they go to a scratch file. The output is the same.
   */
  readonly memory: string;
  /** Folder for scratch files; '' = inside the output folder. */
  readonly tmp: string;
  /** Write into a folder that holds files already. */
  readonly force: boolean;
  /** Go on from what an interrupted run left in the output folder. */
  readonly resume: boolean;
  /** Do all the work, write nothing. */
  readonly dryRun: boolean;
  /** Write nothing, and fail when a page would be removed or rejected. */
  readonly check: boolean;
  /** Report of an earlier run that this one must not be worse than; '' = none. */
  readonly baseline: string;
  /** Highest share of near-duplicates in percent before the run fails; 100 = any. */
  readonly maxDuplicates: number;
  /** Fewest articles that must stay. */
  readonly minKept: number;
  /** Most inputs that may be unusable before the run fails; -1 = any, reported by exit code 3. */
  readonly maxProblems: number;
}

/** The defaults; `src/dedupe` says where those that tell near-duplicates come from. */
export const defaultSettings: Settings = {
  output: 'ghirbal-out',
  outputFormat: 'jsonl',
  shardSize: '',
  encoding: '',
  embedded: 'keep',
  blocks: false,
  attributes: false,
  schema: 'full',
  textField: 'text',
  idField: 'id',
  precision: false,
  recall: false,
  profile: '',
  pack: [],
  dedupe: true,
  threshold: null,
  containment: null,
  maxLost: -1,
  minWords: 20,
  keep: 'longest',
  annotate: false,
  glob: [],
  exclude: [],
  follow: false,
  files0From: '',
  jobs: 0,
  // The rows of some 60,000 pages. More gains nothing: 100,000 bodies took 24.3 s of CPU with 256M,
  // 21.3 s with 64M and 20.2 s with 16M, for small partitions are joined in the caches.
  memory: '64M',
  tmp: '',
  force: false,
  resume: false,
  dryRun: false,
  check: false,
  baseline: '',
  maxDuplicates: 100,
  minKept: 0,
  maxProblems: -1,
};

/** A value of the wrong kind or out of range, as a sentence; `null` when it is fine. */
type Rule = (value: unknown) => string | null;

const text: Rule = (value) => (typeof value === 'string' ? null : 'must be text');
const encoding: Rule = (value) =>
  value === '' || (typeof value === 'string' && isEncoding(value))
    ? null
    : 'must be the name of an encoding, such as windows-1256';
const flag: Rule = (value) => (typeof value === 'boolean' ? null : 'must be true or false');
const texts: Rule = (value) =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')
    ? null
    : 'must be a list of texts';
const name: Rule = (value) =>
  typeof value === 'string' && value !== '' ? null : 'must not be empty';
const ratio: Rule = (value) =>
  value === null || (typeof value === 'number' && value >= 0 && value <= 1)
    ? null
    : 'must be a number from 0 to 1, such as 0.8 for 80 %';
const percent: Rule = (value) =>
  typeof value === 'number' && value >= 0 && value <= 100
    ? null
    : 'must be a number from 0 to 100, without the % sign';
const oneOf =
  (names: readonly string[]): Rule =>
  (value) =>
    typeof value === 'string' && names.includes(value) ? null : `must be ${names.join(' or ')}`;
const wholeFrom =
  (least: number, most: number): Rule =>
  (value) =>
    Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most
      ? null
      : `must be a whole number from ${least} to ${most}`;

const sizeForm = /^(\d{1,12})([KMGT]?)$/u;

/** Bytes of a size such as `512M`; units are powers of 1024. NaN when it is none. */
export function sizeInBytes(written: string): number {
  const [, count, unit] = sizeForm.exec(written) ?? [];
  return unit === undefined ? NaN : Number(count) * 1024 ** ' KMGT'.indexOf(unit || ' ');
}

/** With less, the files of scratch rows would come in pieces of a few bytes. */
const leastMemory = '64K';
const size: Rule = (value) =>
  typeof value === 'string' && sizeInBytes(value) >= sizeInBytes(leastMemory)
    ? null
    : `must be a size of ${leastMemory} or more, such as 512M or 2G`;

const sizeOrNone: Rule = (value) =>
  value === '' || (typeof value === 'string' && sizeInBytes(value) > 0)
    ? null
    : 'must be a size such as 256M or 2G';

/** More threads than this only cost memory: each has its own tables and buffers. */
export const mostJobs = 256;
const mostCount = 2 ** 50;

const rules: { readonly [Name in keyof Settings]: Rule } = {
  output: name,
  outputFormat: oneOf(outputFormats),
  shardSize: sizeOrNone,
  encoding,
  embedded: oneOf(embeddedPolicies),
  blocks: flag,
  attributes: flag,
  schema: oneOf(articleSchemas),
  textField: name,
  idField: name,
  precision: flag,
  recall: flag,
  profile: text,
  pack: texts,
  dedupe: flag,
  threshold: ratio,
  containment: ratio,
  maxLost: wholeFrom(-1, 1_000_000),
  minWords: wholeFrom(0, 100_000),
  keep: oneOf(keepPolicies),
  annotate: flag,
  glob: texts,
  exclude: texts,
  follow: flag,
  files0From: text,
  jobs: wholeFrom(0, mostJobs),
  memory: size,
  tmp: text,
  force: flag,
  resume: flag,
  dryRun: flag,
  check: flag,
  baseline: text,
  maxDuplicates: percent,
  minKept: wholeFrom(0, mostCount),
  maxProblems: wholeFrom(-1, mostCount),
};

/** Names of all settings, in the order of the defaults. */
export const settingNames: readonly (keyof Settings)[] = Object.keys(
  defaultSettings,
) as (keyof Settings)[];

/**
 * Fills in the defaults and checks every value.
 *
 * @param given - any of the settings; `undefined` means not given.
 * @throws UsageError naming every setting that cannot be used, not only the first.
 */
export function resolveSettings(given: { readonly [Name in keyof Settings]?: unknown }): Settings {
  const complaints: string[] = [];
  const settled: Record<string, unknown> = { ...defaultSettings };
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined) continue;
    if (!Object.hasOwn(rules, key)) {
      complaints.push(`there is no setting "${key}"`);
      continue;
    }
    const complaint = rules[key as keyof Settings](value);
    if (complaint === null) settled[key] = value;
    else complaints.push(`${key} ${complaint}, not ${JSON.stringify(value)}`);
  }
  if (settled['annotate'] === true && settled['dedupe'] === false) {
    complaints.push('annotate marks near-duplicates, so dedupe must not be off');
  }
  if (settled['precision'] === true && settled['recall'] === true) {
    complaints.push('precision and recall ask for opposite things; give one of them');
  }
  if (complaints.length > 0) throw new UsageError(complaints.join('; '));
  return settled as unknown as Settings;
}
