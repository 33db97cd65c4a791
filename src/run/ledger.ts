import { safeJson } from '../report/safe-json.ts';
import { AccountingError, type Problem } from '../errors.ts';
import {
  accountingFaults,
  type DuplicateSummary,
  type ListName,
  type ListSummary,
  type Outcome,
  outcomes,
  type ProblemSummary,
  type RejectionSummary,
  type Report,
  reportSchemaVersion,
  type Totals,
} from '../report/report.ts';
import { repeatedSummaries } from '../report/repeated-lines.ts';
import { siteOf } from '../report/site.ts';
import { siteSummaries } from '../report/site-summaries.ts';
import type { Samples } from '../report/samples.ts';
import {
  addTally,
  type Counts,
  count,
  emptyTally,
  otherSites,
  sortedCounts,
  type Tally,
} from '../report/tally.ts';
import { fieldsWith, withCarried } from '../schema/article-schema.ts';
import type { Fields } from '../schema/kind.ts';
import { type Settings, settingNames } from '../settings.ts';
import { type BlockKind, blockKinds } from '../split/block.ts';
import { version } from '../version.ts';
import type { FoundInputs } from './find-inputs.ts';
import type { ListWriter } from './list-writer.ts';
import type { PreparedBatch, RunForm } from './prepare-batch.ts';
import { shortName } from './samples.ts';
import type { StoredRecord } from './stored-record.ts';

/** Problems and rejected pages that the report names, of each. */
const mostNamed = 50;

/** Settings that decide neither what is written nor how it is judged. */
const mannersOnly: ReadonlySet<keyof Settings> = new Set<keyof Settings>([
  'output',
  'outputFormat',
  'shardSize',
  'jobs',
  'tmp',
  'memory',
  'force',
  'resume',
  'dryRun',
]);

/** What a ledger holds of a part of a run. */
export interface Counted {
  readonly totals: Readonly<Record<'inputs' | Outcome, Totals>>;
  readonly tally: Tally;
  readonly problems: Counts;
  readonly firstProblems: readonly ProblemSummary[];
  readonly firstRejected: readonly RejectionSummary[];
  readonly removedBySite: Counts;
  readonly passed: { readonly file: number; readonly link: number };
}

/** Keeps the counts of a run: what came in, and, apart from that, what became of it. */
export class Ledger {
  readonly lists: Readonly<Record<ListName, ListWriter>>;
  readonly #form: RunForm;
  readonly #mostSites: number | undefined;
  readonly #tally = emptyTally();
  readonly #problems: Counts = new Map();
  readonly #removedBySite: Counts = new Map();
  readonly #firstProblems: ProblemSummary[] = [];
  readonly #firstRejected: RejectionSummary[] = [];
  readonly #totals: Record<'inputs' | Outcome, Totals> = {
    inputs: noTotals(),
    cleaned: noTotals(),
    removed: noTotals(),
    rejected: noTotals(),
    problems: noTotals(),
  };
  /** What matching found. */
  duplicates: DuplicateSummary = {
    removed: 0,
    clusters: 0,
    rules: {},
    similarity: [],
    removedByThreshold: [],
    largest: [],
    alarm: false,
    first: [],
    sizes: {},
  };
  /** Entries of archives that were left out. */
  readonly #passed = { file: 0, link: 0 };
  /** What the report shows of the corpus itself. */
  samples: Samples = { pages: [], groups: [] };
  /** Documents prepared so far. */
  prepared = 0;
  repeatedIds = 0;

  /**
   * @param mostSites - sites counted one by one, by default as many as a report bears; `Infinity`
   * for a ledger that is to be added to another one.
   */
  constructor(lists: Readonly<Record<ListName, ListWriter>>, form: RunForm, mostSites?: number) {
    this.lists = lists;
    this.#form = form;
    this.#mostSites = mostSites;
  }

  /** Whether a document goes to the main list; `split` shows pages without an article too. */
  isKept(rejected: boolean): boolean {
    return !rejected || this.#form === 'blocks';
  }

  problem({ source, line, code, message, bytes }: Problem): void {
    this.#totals.inputs.documents++;
    this.#totals.inputs.bytes += bytes;
    count(this.#problems, code);
    if (this.#firstProblems.length < mostNamed) {
      const shown = { source: shortName(source), line: line ?? 0, code };
      this.#firstProblems.push({ ...shown, message: shortName(message) });
    }
    this.lists.problems.text(safeJson({ source, line: line ?? 0, code, message }));
    this.outcome('problems', bytes, 0, 0);
  }

  /** Counts an entry of an archive that was not asked for. */
  passedOver(kind: 'file' | 'link'): void {
    this.#passed[kind]++;
  }

  intake(batch: PreparedBatch): void {
    const { inputs } = this.#totals;
    this.prepared += batch.documents;
    inputs.documents += batch.documents;
    for (let at = 0; at < batch.sizes.length; at += 3) {
      inputs.bytes += batch.sizes[at]!;
      inputs.lines += batch.sizes[at + 1]!;
      inputs.blocks += batch.sizes[at + 2]!;
    }
    addTally(this.#tally, batch.tally, this.#mostSites);
  }

  outcome(outcome: Outcome, bytes: number, lines: number, blocks: number): void {
    const totals = this.#totals[outcome];
    totals.documents++;
    totals.bytes += bytes;
    totals.lines += lines;
    totals.blocks += blocks;
  }

  /** Names a page without an article. */
  rejected(record: StoredRecord): void {
    if (this.#firstRejected.length >= mostNamed) return;
    const { source, reason } = JSON.parse(record.line.toString()) as RejectionSummary;
    this.#firstRejected.push({ source: shortName(source), reason });
  }

  /** Counts a removed page by its site; all pages have been counted by then. */
  removedFrom(source: string): void {
    this.#removedFromSite(siteOf(source), 1);
  }

  #removedFromSite(site: string, pages: number): void {
    const isNamed = this.#mostSites === Infinity || this.#tally.sites.has(site);
    count(this.#removedBySite, isNamed ? site : otherSites, pages);
  }

  /** What was counted so far, to be added to a ledger elsewhere. */
  get counted(): Counted {
    return {
      totals: this.#totals,
      tally: this.#tally,
      problems: this.#problems,
      firstProblems: this.#firstProblems,
      firstRejected: this.#firstRejected,
      removedBySite: this.#removedBySite,
      passed: this.#passed,
    };
  }

  /**
   * Adds what was counted of the part of the run that comes after all that was added before; what
   * became of the pages is added once all of them are.
   */
  add({ totals, tally, problems, firstProblems, firstRejected, ...rest }: Counted): void {
    for (const name of ['inputs', ...outcomes] as const) {
      for (const unit of ['documents', 'bytes', 'lines', 'blocks'] as const)
        this.#totals[name][unit] += totals[name][unit];
    }
    addTally(this.#tally, tally, this.#mostSites);
    for (const [code, times] of problems) count(this.#problems, code, times);
    for (const [site, pages] of rest.removedBySite) this.#removedFromSite(site, pages);
    const roomIn = (named: readonly unknown[]): number => mostNamed - named.length;
    this.#firstProblems.push(...firstProblems.slice(0, roomIn(this.#firstProblems)));
    this.#firstRejected.push(...firstRejected.slice(0, roomIn(this.#firstRejected)));
    this.#passed.file += rest.passed.file;
    this.#passed.link += rest.passed.link;
  }

  /**
   * Fields of the articles that were written; `null` when they are not for a card to tell: Parquet
   * says its own, and carried fields with values of several kinds have no type.
   */
  articleFields(settings: Settings): Fields | null {
    if (settings.outputFormat === 'parquet') return null;
    return withCarried(fieldsWith(settings), this.#tally.carried);
  }

  /** @throws AccountingError when the outcomes do not add up to the inputs. */
  report(
    inputs: readonly string[],
    found: Pick<FoundInputs, 'passed' | 'links'>,
    settings: Settings,
    lists: Record<ListName, ListSummary>,
    seconds: number,
  ): Report {
    const faults = accountingFaults(this.#totals, lists, outcomes);
    if (faults.length > 0) {
      throw new AccountingError(`counts do not add up: ${faults.join('; ')}`, {
        hint: 'This is a fault of ghirbal; please report it.',
      });
    }
    const tally = this.#tally;
    return {
      schemaVersion: reportSchemaVersion,
      ghirbal: version,
      form: this.#form,
      inputs,
      settings: Object.fromEntries(
        settingNames.filter((name) => !mannersOnly.has(name)).map((name) => [name, settings[name]]),
      ),
      totals: this.#totals,
      kinds: byKind((kind) => ({ bytes: tally.kindBytes[kind], lines: tally.kindLines[kind] })),
      reasons: sortedCounts(tally.reasons),
      languages: sortedCounts(tally.languages),
      scripts: sortedCounts(tally.scripts),
      encodings: sortedCounts(tally.encodings),
      replacedCharacters: tally.replacedCharacters,
      embeddedArticles: tally.embedded,
      shortBodies: tally.shortBodies,
      repeatedIds: this.repeatedIds,
      passed: {
        files: found.passed + this.#passed.file,
        links: found.links + this.#passed.link,
      },
      sites: siteSummaries(tally.sites, this.#removedBySite),
      repeatedLines: repeatedSummaries(tally.repeated),
      rejections: sortedCounts(tally.rejections),
      problems: sortedCounts(this.#problems),
      firstProblems: this.#firstProblems,
      firstRejected: this.#firstRejected,
      duplicates: this.duplicates,
      samples: this.samples,
      lists,
      timing: { seconds: Math.round(seconds * 1000) / 1000 },
    };
  }
}

function noTotals(): Totals {
  return { documents: 0, bytes: 0, lines: 0, blocks: 0 };
}

function byKind<T>(valueOf: (kind: BlockKind) => T): Record<BlockKind, T> {
  return Object.fromEntries(blockKinds.map((kind) => [kind, valueOf(kind)])) as Record<
    BlockKind,
    T
  >;
}
