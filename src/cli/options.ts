import { matchSteps } from '../run/shards/stages.ts';
import {
  articleSchemas,
  defaultSettings,
  embeddedPolicies,
  keepPolicies,
  outputFormats,
  type Settings,
} from '../settings.ts';

/** The commands; `clean` is the one without a name. */
export const commandNames = [
  'clean',
  'split',
  'explain',
  'dedupe',
  'compare',
  'learn',
  'report',
  'plan',
  'survey',
  'sign',
  'match',
  'apply',
  'merge',
  'spark',
  'help',
  'completion',
] as const;
export type CommandName = (typeof commandNames)[number];

/** What options are about, in the order in which help shows them. */
export const topics = [
  'Output',
  'Splitting',
  'Near-duplicates',
  'Reading',
  'Resources',
  'Gates',
  'Parts',
  'Manners',
] as const;
export type Topic = (typeof topics)[number];

/** How a run shows itself; decides nothing about what is written. */
export interface Manners {
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** Print the report to standard output. */
  readonly json: boolean;
  /** Messages as text, or as GitHub shows them beside the code. */
  readonly format: 'text' | 'github';
  readonly color: 'auto' | 'always' | 'never';
  readonly progress: boolean;
  /** Put two runs side by side. */
  readonly compare: boolean;
  /** Print the files that would be read, and stop. */
  readonly list: boolean;
  /** Print the settings that would be used, and stop. */
  readonly printConfig: boolean;
  /** JSON file with settings; '' = `ghirbal.config.json` in the working folder, if there. */
  readonly config: string;
}

export const defaultManners: Manners = {
  quiet: false,
  verbose: false,
  json: false,
  format: 'text',
  compare: false,
  color: 'auto',
  progress: true,
  list: false,
  printConfig: false,
  config: '',
};

/** Everything about one option; help, check and documentation are made from it. */
export interface OptionRow {
  /** As commander reads it; the long name in camel case is the setting. */
  readonly flags: string;
  /** One line, without the default. */
  readonly help: string;
  /** The same for commands that mean it otherwise. */
  readonly helpFor?: Partial<Record<CommandName, string>>;
  readonly topic: Topic;
  readonly commands: readonly CommandName[];
  /** Left out of `ghirbal --help`, which must fit a screen; `ghirbal help TOPIC` shows it. */
  readonly isRare?: true;
  /** Reads the value; what it cannot read it hands on as it is, for the check to complain of. */
  readonly parse?: (text: string, before: unknown) => unknown;
  /** What the default is called where its value says little. */
  readonly fallback?: string;
  readonly choices?: readonly string[];
}

const all = commandNames.filter((name) => name !== 'help' && name !== 'completion');
const runs: readonly CommandName[] = ['clean', 'dedupe'];
/** The same run, at once or planned in parts. */
const planned: readonly CommandName[] = [...runs, 'plan', 'spark'];
const pages: readonly CommandName[] = ['clean', 'split'];
const matching: readonly CommandName[] = [...planned, 'compare'];
const splitting: readonly CommandName[] = [...pages, 'plan', 'spark', 'explain', 'compare'];
const listing: readonly CommandName[] = [...pages, 'dedupe', 'learn', 'plan'];
const reading: readonly CommandName[] = [...listing, 'spark'];
/** Commands that do parts of a planned run. */
const parts: readonly CommandName[] = ['survey', 'sign', 'match', 'apply'];

function number(text: string): unknown {
  return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);
}

function addTo(text: string, before: unknown): unknown {
  return Array.isArray(before) ? [...(before as unknown[]), text] : [text];
}

/** One row per setting; a forgotten one does not compile. */
export const settingRows: { readonly [Name in keyof Settings]: OptionRow } = {
  output: {
    flags: '-o, --output <path>',
    help: 'folder, .jsonl[.gz|.zst], .parquet, -',
    helpFor: { learn: 'file to write', report: 'page to write, FILE.html' },
    topic: 'Output',
    commands: [...runs, 'learn', 'report', 'merge', 'spark'],
  },
  outputFormat: {
    flags: '--output-format <as>',
    help: 'jsonl, jsonl.gz, jsonl.zst or parquet',
    topic: 'Output',
    commands: [...runs, 'merge'],
    choices: outputFormats,
  },
  shardSize: {
    flags: '--shard-size <size>',
    help: 'start another file after so many bytes',
    topic: 'Output',
    commands: [...runs, 'merge'],
    fallback: 'one file',
    isRare: true,
  },
  schema: {
    flags: '--schema <name>',
    help: 'fields as full, flat, dolma or datatrove',
    topic: 'Output',
    commands: planned,
    choices: articleSchemas,
  },
  force: {
    flags: '--force',
    help: 'write into a folder that is not empty',
    topic: 'Output',
    commands: [...runs, 'learn', 'merge'],
  },
  resume: {
    flags: '--resume',
    help: 'go on with a run that was interrupted',
    topic: 'Output',
    commands: runs,
  },
  annotate: {
    flags: '--annotate',
    help: 'keep near-duplicates, marked in metadata',
    topic: 'Output',
    commands: planned,
  },
  blocks: {
    flags: '--blocks',
    help: 'put the blocks of each page into its record',
    topic: 'Output',
    commands: ['clean', 'plan', 'spark'],
  },
  attributes: {
    flags: '--attributes',
    help: 'spans by kind, as a Dolma attribute file holds them',
    topic: 'Output',
    commands: ['split'],
  },
  embedded: {
    flags: '--embedded <policy>',
    help: 'articles inside: keep, drop, emit',
    topic: 'Output',
    commands: ['clean', 'plan', 'spark'],
    choices: embeddedPolicies,
  },
  precision: {
    flags: '--precision',
    help: 'keep less that may not be of the article',
    topic: 'Splitting',
    commands: splitting,
  },
  recall: {
    flags: '--recall',
    help: 'lose less that may be of the article',
    topic: 'Splitting',
    commands: splitting,
  },
  profile: {
    flags: '--profile <file>',
    help: 'what ghirbal learn wrote about such pages',
    topic: 'Splitting',
    commands: splitting,
  },
  pack: {
    flags: '--pack <file>',
    help: 'language pack of your own, repeatable',
    topic: 'Splitting',
    commands: splitting,
    parse: addTo,
  },
  dedupe: {
    flags: '--no-dedupe',
    help: 'keep near-duplicates; pipes then stream',
    topic: 'Near-duplicates',
    commands: ['clean', 'plan', 'spark'],
  },
  threshold: {
    flags: '-t, --threshold <ratio>',
    help: 'similarity from which pages go',
    topic: 'Near-duplicates',
    commands: matching,
    parse: number,
    fallback: 'by evidence',
  },
  containment: {
    flags: '--containment <ratio>',
    help: 'part found in the kept page',
    topic: 'Near-duplicates',
    commands: matching,
    parse: number,
    fallback: 'by evidence',
    isRare: true,
  },
  maxLost: {
    flags: '--max-lost <words>',
    help: 'most words that may be lost',
    topic: 'Near-duplicates',
    commands: matching,
    parse: number,
    fallback: 'no limit',
    isRare: true,
  },
  minWords: {
    flags: '--min-words <count>',
    help: 'shorter bodies only match exact copies',
    topic: 'Near-duplicates',
    commands: matching,
    parse: number,
  },
  keep: {
    flags: '--keep <policy>',
    help: 'longest, first, newest, ... stays',
    topic: 'Near-duplicates',
    commands: matching,
    choices: keepPolicies,
  },
  glob: {
    flags: '--glob <pattern>',
    help: 'files to take, repeatable',
    topic: 'Reading',
    commands: reading,
    parse: addTo,
    fallback: 'by their endings',
  },
  exclude: {
    flags: '--exclude <pattern>',
    help: 'files and folders to leave out, repeatable',
    topic: 'Reading',
    commands: reading,
    parse: addTo,
    isRare: true,
  },
  follow: {
    flags: '--follow',
    help: 'follow symbolic links in folders',
    topic: 'Reading',
    commands: listing,
    isRare: true,
  },
  files0From: {
    flags: '--files0-from <file>',
    help: 'more inputs, ended by NUL bytes; - = stdin',
    topic: 'Reading',
    commands: listing,
    isRare: true,
  },
  encoding: {
    flags: '--encoding <name>',
    help: 'encoding of all pages',
    topic: 'Reading',
    commands: [...reading, 'explain', 'compare'],
    isRare: true,
    fallback: 'told from each',
  },
  textField: {
    flags: '--text-field <name>',
    help: 'JSONL field with the text, a.b looks into a',
    topic: 'Reading',
    commands: reading,
  },
  idField: {
    flags: '--id-field <name>',
    help: 'JSONL field with the id',
    topic: 'Reading',
    commands: reading,
    isRare: true,
  },
  jobs: {
    flags: '-j, --jobs <count>',
    help: 'threads; the output is the same',
    topic: 'Resources',
    commands: [...pages, 'dedupe', 'sign'],
    parse: number,
    fallback: 'all cores',
  },
  memory: {
    flags: '--memory <size>',
    help: 'for matching; more goes to disk',
    topic: 'Resources',
    commands: runs,
    isRare: true,
  },
  tmp: {
    flags: '-T, --tmp <folder>',
    help: 'folder for scratch files',
    topic: 'Resources',
    commands: runs,
    fallback: 'the output folder',
    isRare: true,
  },
  dryRun: {
    flags: '-n, --dry-run',
    help: 'do all the work, write nothing',
    topic: 'Gates',
    commands: runs,
  },
  check: {
    flags: '--check',
    help: 'write nothing, exit 1 if a page would go',
    topic: 'Gates',
    commands: runs,
  },
  baseline: {
    flags: '--baseline <report>',
    help: 'exit 1 if worse than in that report.json',
    topic: 'Gates',
    commands: runs,
  },
  maxDuplicates: {
    flags: '--max-duplicates <n>',
    help: 'exit 1 for more than n % near-duplicates',
    topic: 'Gates',
    commands: planned,
    parse: number,
  },
  minKept: {
    flags: '--min-kept <n>',
    help: 'exit 1 for fewer articles',
    topic: 'Gates',
    commands: planned,
    parse: number,
  },
  maxProblems: {
    flags: '--max-problems <n>',
    help: 'exit 1 for more unusable inputs',
    topic: 'Gates',
    commands: planned,
    parse: number,
    fallback: '3 if any',
  },
};

export const mannerRows: { readonly [Name in keyof Manners]: OptionRow } = {
  quiet: { flags: '-q, --quiet', help: 'errors only', topic: 'Manners', commands: all },
  verbose: {
    flags: '-v, --verbose',
    help: 'show all unusable inputs, not 50 of a kind',
    topic: 'Manners',
    commands: [...pages, 'dedupe'],
  },
  json: {
    flags: '--json',
    help: 'result as JSON on standard output',
    topic: 'Manners',
    commands: ['clean', 'dedupe', 'explain', 'compare', 'report', 'merge'],
  },
  compare: {
    flags: '--compare',
    help: 'two runs side by side: what changed',
    topic: 'Manners',
    commands: ['report'],
  },
  format: {
    flags: '--format <name>',
    help: 'messages as text or github annotations',
    topic: 'Manners',
    commands: runs,
    choices: ['text', 'github'],
  },
  color: {
    flags: '--color <when>',
    help: 'auto, always or never',
    topic: 'Manners',
    commands: all,
    choices: ['auto', 'always', 'never'],
    isRare: true,
  },
  progress: {
    flags: '--no-progress',
    help: 'no progress line',
    topic: 'Manners',
    commands: [...pages, 'dedupe'],
    isRare: true,
  },
  list: {
    flags: '--list',
    help: 'print the files that would be read',
    topic: 'Manners',
    commands: [...pages, 'dedupe', 'survey', 'sign'],
    isRare: true,
  },
  printConfig: {
    flags: '--print-config',
    help: 'print the settings that would be used',
    topic: 'Manners',
    commands: [...pages, 'dedupe'],
    isRare: true,
  },
  config: {
    flags: '--config <file>',
    help: 'JSON file with settings',
    topic: 'Manners',
    commands: all,
    isRare: true,
    fallback: 'ghirbal.config.json',
  },
};

/** Options of the commands that plan a run in parts and do them. */
export interface PartOptions {
  /** Folder that the parts share. */
  readonly work: string;
  readonly shards: number;
  /** 0: as many as shards. */
  readonly parts: number;
  /** Texts are bodies already, as for `dedupe`. */
  readonly bodies: boolean;
  /** Which tasks to do: the third of every eight is `3/8`. */
  readonly shard: string;
  readonly step: string;
  /** Lists stay in parts. */
  readonly apart: boolean;
  /** Address of the Spark cluster, as `spark-submit` takes it. */
  readonly master: string;
  /** Settings of Spark: `NAME=VALUE`. */
  readonly conf: readonly string[];
  /** Command that runs ghirbal on every machine of the cluster; '' = see `usualGhirbal`. */
  readonly ghirbal: string;
}

export const defaultPartOptions: PartOptions = {
  work: 'ghirbal-work',
  shards: 8,
  parts: 0,
  bodies: false,
  shard: '1/1',
  step: '',
  apart: false,
  master: 'local[*]',
  conf: [],
  ghirbal: '',
};

export const partRows: { readonly [Name in keyof PartOptions]: OptionRow } = {
  work: {
    flags: '-w, --work <folder>',
    help: 'folder that all parts share',
    topic: 'Parts',
    commands: ['plan'],
  },
  shards: {
    flags: '--shards <count>',
    help: 'parts of the input',
    topic: 'Parts',
    commands: ['plan', 'spark'],
    parse: number,
  },
  parts: {
    flags: '--parts <count>',
    help: 'parts of the keys and pairs',
    topic: 'Parts',
    commands: ['plan', 'spark'],
    parse: number,
    fallback: 'as --shards',
  },
  bodies: {
    flags: '--bodies',
    help: 'texts are clean: nothing is split, as for dedupe',
    topic: 'Parts',
    commands: ['plan', 'spark'],
  },
  shard: {
    flags: '--shard <part>',
    help: 'i/n: do the i-th of every n tasks only',
    topic: 'Parts',
    commands: parts,
  },
  step: {
    flags: '--step <name>',
    help: 'do this step of match only',
    topic: 'Parts',
    commands: ['match'],
    choices: matchSteps,
    fallback: 'all, in order',
  },
  apart: {
    flags: '--apart',
    help: 'a file for each shard, not one list',
    topic: 'Parts',
    commands: ['merge'],
  },
  master: {
    flags: '--master <url>',
    help: 'where Spark is: spark://host:7077, yarn',
    topic: 'Parts',
    commands: ['spark'],
  },
  conf: {
    flags: '--conf <setting>',
    help: 'name=value for Spark, repeatable',
    topic: 'Parts',
    commands: ['spark'],
    parse: addTo,
    fallback: 'none',
  },
  ghirbal: {
    flags: '--ghirbal <command>',
    help: 'what runs ghirbal on its machines',
    topic: 'Parts',
    commands: ['spark'],
    fallback: 'ghirbal',
  },
};

/** Where `ghirbal learn` writes to when it is not told. */
export const usualProfile = 'profile.json';

/** The default of an option of a command in words, for help. */
export function defaultText(command: CommandName, name: string, row: OptionRow): string | null {
  if (command === 'learn' && name === 'output') return usualProfile;
  if (command === 'report' && name === 'output') return null;
  if (command === 'spark' && name === 'output') return 'to be named';
  if (row.fallback !== undefined) return row.fallback;
  const defaults = { ...defaultSettings, ...defaultManners, ...defaultPartOptions };
  const value = defaults[name as keyof typeof defaults];
  if (typeof value === 'boolean') return null;
  return String(value) === '' ? null : String(value);
}

/** The rows a command knows, in the order of the tables. */
export function rowsOf(command: CommandName): readonly (readonly [string, OptionRow])[] {
  const rows = [settingRows, partRows, mannerRows].flatMap((table) => Object.entries(table));
  return rows
    .filter(([, row]) => row.commands.includes(command))
    .map(([name, row]) => [name, { ...row, help: row.helpFor?.[command] ?? row.help }]);
}
