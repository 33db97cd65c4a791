import type { MatchRule } from '../dedupe/match.ts';
import type { BlockKind } from '../split/block.ts';
import type { Settings } from '../settings.ts';
import type { ProblemCode } from '../errors.ts';
import type { RepeatedLines } from './repeated-lines.ts';
import type { Samples } from './samples.ts';

/** Version of the shape below; additions keep it, anything else raises it. */
export const reportSchemaVersion = 1;

/** The lists a run writes, in the order they are put in place. */
export const listNames = ['cleaned', 'removed', 'rejected', 'problems', 'clusters'] as const;
export type ListName = (typeof listNames)[number];

/** A list that was written: enough to check it later. */
export interface ListSummary {
  /** Names of the files it is in, in order; none when it was not kept. */
  readonly files: readonly string[];
  readonly lines: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** What inputs come to. `documents` counts pages, records and inputs that could not be used. */
export interface Totals {
  documents: number;
  /** Bytes read, as they came (compressed pages: unpacked). */
  bytes: number;
  lines: number;
  blocks: number;
}

/** Where inputs can end; each is in exactly one. */
export const outcomes = ['cleaned', 'removed', 'rejected', 'problems'] as const;
export type Outcome = (typeof outcomes)[number];

/** A group of near-duplicates. */
export interface ClusterSummary {
  readonly keeper: string;
  readonly size: number;
}

/** What came from one site, the host of an address or the folder of a path. */
export interface SiteSummary {
  readonly site: string;
  readonly pages: number;
  readonly removed: number;
  readonly rejected: number;
  readonly bytes: number;
  /** Bytes of main body. */
  readonly kept: number;
  /** Bytes by kind of block. */
  readonly kinds: Readonly<Record<BlockKind, number>>;
}

/** An input that could not be used, its name and message shortened. */
export interface ProblemSummary {
  readonly source: string;
  /** Line of a JSONL file or record of a WET file, counted from 1; 0 when it is about the whole file. */
  readonly line: number;
  readonly code: ProblemCode;
  readonly message: string;
}

/** A page without an article, its name shortened. */
export interface RejectionSummary {
  readonly source: string;
  readonly reason: string;
}

/** The summary of a run, as `report.json` holds it. No clock value outside `timing`. */
export interface Report {
  readonly schemaVersion: number;
  readonly ghirbal: string;
  readonly form: string;
  readonly inputs: readonly string[];
  readonly settings: Partial<Settings>;
  /** `inputs` is the sum of the other four. */
  readonly totals: Readonly<Record<'inputs' | Outcome, Totals>>;
  /** What the pages are made of. */
  readonly kinds: Readonly<Record<BlockKind, { readonly bytes: number; readonly lines: number }>>;
  readonly reasons: Readonly<Record<string, number>>;
  readonly languages: Readonly<Record<string, number>>;
  readonly scripts: Readonly<Record<string, number>>;
  readonly encodings: Readonly<Record<string, number>>;
  readonly replacedCharacters: number;
  readonly embeddedArticles: number;
  readonly shortBodies: number;
  /** Records whose id was taken already; theirs got an ending. */
  readonly repeatedIds: number;
  /** Files in folders that were not asked for, and links that were not followed. */
  readonly passed: { readonly files: number; readonly links: number };
  /** Sites with most pages, and, when there are more, the others as one. */
  readonly sites: readonly SiteSummary[];
  /** Lines that sites repeat and that were cut; as far as they were counted. */
  readonly repeatedLines: readonly RepeatedLines[];
  readonly rejections: Readonly<Record<string, number>>;
  readonly problems: Readonly<Partial<Record<ProblemCode, number>>>;
  /** The first of them, in input order. */
  readonly firstProblems: readonly ProblemSummary[];
  /** The first pages without an article, in input order. */
  readonly firstRejected: readonly RejectionSummary[];
  readonly duplicates: DuplicateSummary;
  readonly samples: Samples;
  readonly lists: Readonly<Record<ListName, ListSummary>>;
  readonly timing: { readonly seconds: number };
}

/** A near-duplicate by name. */
export interface RemovalSummary {
  readonly id: string;
  readonly source: string;
  readonly duplicateOf: string;
  readonly rule: MatchRule;
}

export interface DuplicateSummary {
  readonly removed: number;
  readonly clusters: number;
  readonly rules: Readonly<Record<string, number>>;
  /** Pairs compared, by similarity, in 20 equal steps from 0 to 1. */
  readonly similarity: readonly number[];
  /** Pages that would go at the thresholds 0.05, 0.1, ... 1. */
  readonly removedByThreshold: readonly number[];
  readonly largest: readonly ClusterSummary[];
  /** The largest group holds over 1 % of the articles: more often a template than an article. */
  readonly alarm: boolean;
  /** The first near-duplicates, in input order. */
  readonly first: readonly RemovalSummary[];
  /** Groups by the number of their pages: `2`, `3`, `4`, `5`, `6-10`, `11-100`, ... */
  readonly sizes: Readonly<Record<string, number>>;
}

const sizeSteps = [2, 3, 4, 5, 10, 100, 1000, 10_000, 100_000] as const;

/** Groups of each size counted in steps that keep the table short; steps nobody is in are left out. */
export function countSizes(sizes: ReadonlyMap<number, number>): Record<string, number> {
  const counts: number[] = Array.from({ length: sizeSteps.length + 1 }, () => 0);
  for (const [size, groups] of sizes) {
    const step = sizeSteps.findIndex((most) => size <= most);
    counts[step === -1 ? sizeSteps.length : step]! += groups;
  }
  const named: Record<string, number> = {};
  counts.forEach((count, step) => {
    if (count > 0) named[sizeStepName(step)] = count;
  });
  return named;
}

function sizeStepName(step: number): string {
  const most = sizeSteps[step];
  const least = step === 0 ? 2 : sizeSteps[step - 1]! + 1;
  if (most === undefined) return `${least} or more`;
  return least === most ? String(most) : `${least}-${most}`;
}

/** A difference between what was read and what was written, in words; empty when all adds up. */
export function accountingFaults(
  totals: Readonly<Record<'inputs' | Outcome, Totals>>,
  lists: Readonly<Record<ListName, ListSummary>>,
  written: readonly Outcome[],
): readonly string[] {
  const faults: string[] = [];
  for (const unit of ['documents', 'bytes', 'lines', 'blocks'] as const) {
    const sum = outcomes.reduce((total, outcome) => total + totals[outcome][unit], 0);
    if (sum !== totals.inputs[unit]) {
      faults.push(`${totals.inputs[unit]} ${unit} came in and ${sum} are accounted for`);
    }
  }
  for (const outcome of written) {
    if (lists[outcome].lines !== totals[outcome].documents) {
      faults.push(
        `${outcome} holds ${lists[outcome].lines} lines for ${totals[outcome].documents} inputs`,
      );
    }
  }
  return faults;
}
