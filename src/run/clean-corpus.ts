import { safeJson } from '../report/safe-json.ts';
import { availableParallelism } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { AccountingError, type Problem } from '../errors.ts';
import { upsamplingWeight } from '../dedupe/cluster-figures.ts';
import { rankByPolicy } from '../dedupe/keep-policy.ts';
import { type Match, matchDocuments } from '../dedupe/match.ts';
import { datasetCard } from '../report/dataset-card.ts';
import { type ListName, listNames, type ListSummary, type Report } from '../report/report.ts';
import type { SiteLineColumns } from '../split/site-lines.ts';
import type { SplitKnowledge } from '../split/split-tools.ts';
import { siteOf } from '../report/site.ts';
import { reportPageOf } from './report-page.ts';
import { type Settings, sizeInBytes } from '../settings.ts';
import { type Chunks, untilAborted } from './chunks.ts';
import { Documents } from './documents.ts';
import type { FoundInputs } from './find-inputs.ts';
import { FileForm } from './input-list.ts';
import { Groups } from './groups.ts';
import { Ledger } from './ledger.ts';
import { Journal } from './journal.ts';
import { cardName, type Output, pageName } from './output.ts';
import { piecesOf } from './pieces.ts';
import type { PreparedBatch, PrepareSetup, RunForm } from './prepare-batch.ts';
import { type Answer, prepareAll } from './prepare-pool.ts';
import { sampleGroups } from './sample-groups.ts';
import { type Fate, SampleCollection, shortName } from './samples.ts';
import { Scratch } from './scratch.ts';
import { StoredRecord } from './stored-record.ts';
import { surveyedFiles, surveySample } from './survey-pages.ts';
import { UniqueIds } from './unique-ids.ts';

/** How far a run is, for whoever shows it. */
export interface Progress {
  readonly step: 'preparing' | 'matching' | 'writing';
  /** Documents done in this step. */
  readonly done: number;
  /** Documents to do; `null` while that is not known. */
  readonly of: number | null;
}

/** What a run is given besides its settings. */
export interface Run {
  readonly inputs: readonly string[];
  readonly found: FoundInputs;
  readonly form: RunForm;
  readonly settings: Settings;
  /** What its settings about splitting come to. */
  readonly knowledge: SplitKnowledge;
  readonly output: Output;
  readonly stdin: Chunks;
  readonly onProblem: (problem: Problem) => void;
  readonly onProgress: (progress: Progress) => void;
  /** Told when the run goes on from an earlier one: pieces of work that are done already. */
  readonly onResumed?: (pieces: number) => void;
  /** Told when a run that fails leaves what `--resume` can go on from. */
  readonly onKept?: () => void;
  /** Does a step that hears no signal until it is done. */
  readonly longStep: <T>(step: () => T) => T;
  /** Ends the run early when aborted; its reason is thrown. */
  readonly signal: AbortSignal;
}

/**
 * A whole run: read and prepare every page, find the near-duplicates, write the lists, report.
 * With near-duplicate removal off, records are written as they come and memory stays constant.
 *
 * @throws OutputError, ReaderGone, AccountingError, or the reason of `run.signal`; the output is
 * then abandoned, nothing stands under a final name.
 */
export async function runCorpus(run: Run): Promise<Report> {
  const started = performance.now();
  const scratch = new Scratch(run.settings.tmp === '' ? run.output.scratch : run.settings.tmp);
  const documents = new Documents(scratch, sizeInBytes(run.settings.memory));
  let journal: Journal | null = null;
  try {
    const setup = setupOf(run);
    journal = openJournal(run, setup);
    const ledger = new Ledger(run.output.lists, run.form);
    const samples = new SampleCollection();
    const keepsAll = !run.settings.dedupe;
    for await (const batch of preparedBatches(run, setup, journal, ledger)) {
      samples.add(batch, ledger.prepared - batch.documents);
      if (keepsAll) await writeAtOnce(batch, ledger);
      else documents.add(batch);
    }
    const groups = keepsAll ? new Groups(0, null) : await findGroups(run, documents, ledger);
    await writeOutcomes(run, documents, groups, ledger);
    ledger.samples = {
      ...ledger.samples,
      pages: samples.pages((document) => removalOf(document, documents, groups, run.settings)),
    };
    const lists = await finishLists(run.output);
    journal?.close();
    const seconds = (performance.now() - started) / 1000;
    const report = ledger.report(run.inputs, run.found, run.settings, lists, seconds);
    run.output.finish(`${safeJson(report, 2)}\n`, () => ({
      [pageName]: reportPageOf(report),
      [cardName]: datasetCard(report, ledger.articleFields(run.settings)),
    }));
    return report;
  } catch (error) {
    const keepsJournal = journal?.holdsWork === true && !(error instanceof AccountingError);
    journal?.close();
    run.output.abandon(keepsJournal);
    if (keepsJournal) run.onKept?.();
    throw error;
  } finally {
    documents.close();
    scratch.remove();
  }
}

/** All that preparing a page rests on, but for the survey. */
function setupOf({ found, form, settings, knowledge }: Run): Omit<PrepareSetup, 'siteLines'> {
  return {
    files: found.files,
    form,
    follow: settings.follow,
    keys: settings.dedupe,
    knowledge,
    settings: {
      encoding: settings.encoding,
      embedded: settings.embedded,
      blocks: settings.blocks,
      attributes: settings.attributes,
      schema: settings.schema,
      textField: settings.textField,
      idField: settings.idField,
      minWords: settings.minWords,
    },
  };
}

/** The journal of a run whose input can be read again; `null` when there is none. */
function openJournal(run: Run, setup: Omit<PrepareSetup, 'siteLines'>): Journal | null {
  if (run.output.journal === '' || run.found.stdin) return null;
  const { glob, exclude, resume } = run.settings;
  const basis = { ...setup, members: { glob, exclude } };
  const journal = new Journal(run.output.journal, basis, resume);
  if (resume) run.onResumed?.(journal.known);
  return journal;
}

/** Prepares all inputs, in order; what cannot be used goes to the list of problems at once. */
async function* preparedBatches(
  run: Run,
  setup: Omit<PrepareSetup, 'siteLines'>,
  journal: Journal | null,
  ledger: Ledger,
): AsyncGenerator<PreparedBatch> {
  const { found, form, settings } = run;
  const turns = new Turns(run.signal);
  const survey = async (): Promise<SiteLineColumns | null> =>
    form === 'bodies' ? null : surveySample({ ...setup, settings }, () => turns.due());
  const surveyed = form === 'bodies' ? new Int32Array() : surveyedFiles(found.files);
  const siteLines =
    journal === null ? await survey() : await journal.siteLines(survey, found.files, surveyed);
  const read = form === 'bodies' ? 'records' : 'pages';
  const pieces = piecesOf(found, untilAborted(run.stdin, run.signal), settings, read);
  const workers = settings.jobs === 0 ? availableParallelism() : settings.jobs;
  const ids = new UniqueIds();
  // How many pages lie in a file that holds many is known when it is read.
  const isCountable =
    !found.stdin &&
    read === 'pages' &&
    found.files.form.every((each: number) => each === FileForm.page);
  const known = isCountable ? found.files.count : null;
  const work = journal === null ? pieces : journal.answered(pieces);
  for await (const { answers, isNew } of prepareAll(work, { ...setup, siteLines }, workers)) {
    if (isNew) journal?.record(answers, found.files);
    for (const answer of answers) {
      await noteAside(answer, run, ledger);
      if (!('prepared' in answer)) continue;
      const batch = ids.settle(answer.prepared);
      ledger.repeatedIds = ids.repeated;
      ledger.intake(batch);
      yield batch;
    }
    if (await turns.due()) run.onProgress({ step: 'preparing', done: ledger.prepared, of: known });
  }
}

/** Notes what a piece holds besides pages: what cannot be used, and what was passed over. */
async function noteAside(answer: Answer, run: Run, ledger: Ledger): Promise<void> {
  if ('passed' in answer) {
    ledger.passedOver(answer.passed);
    return;
  }
  for (const problem of 'problem' in answer ? [answer.problem] : answer.prepared.problems) {
    ledger.problem(problem);
    run.onProblem(problem);
  }
  const { problems } = run.output.lists;
  if (problems.isFull) await problems.flush();
}

async function writeAtOnce(batch: PreparedBatch, ledger: Ledger): Promise<void> {
  const bytes = Buffer.from(batch.records.buffer, batch.records.byteOffset, batch.records.length);
  for (let at = 0, start = 0; at < batch.documents; at++) {
    const record = new StoredRecord(bytes.subarray(start, batch.recordEnd[at]));
    start = batch.recordEnd[at]!;
    const outcome = ledger.isKept(batch.rejected[at] === 1) ? 'cleaned' : 'rejected';
    ledger.lists[outcome].line(record.line);
    if (outcome === 'rejected') ledger.rejected(record);
    ledger.outcome(
      outcome,
      batch.sizes[at * 3]!,
      batch.sizes[at * 3 + 1]!,
      batch.sizes[at * 3 + 2]!,
    );
  }
  // Written at once: in a pipe the next program is waiting.
  await ledger.lists.cleaned.flush();
  if (ledger.lists.rejected.isFull) await ledger.lists.rejected.flush();
}

async function findGroups(run: Run, documents: Documents, ledger: Ledger): Promise<Groups> {
  run.onProgress({ step: 'matching', done: 0, of: documents.articles });
  // Lets the line be drawn and a signal be heard before a long step.
  await nextTurn();
  run.signal.throwIfAborted();
  const { settings } = run;
  const matches = run.longStep(() =>
    matchDocuments(
      {
        exact: documents.exact,
        wordCounts: documents.wordCounts,
        rank: rankByPolicy(settings.keep, documents.keepColumns),
        rows: documents.rows,
        wordsOf: (article) => documents.wordsOf(article),
      },
      {
        threshold: settings.threshold,
        containment: settings.containment,
        minWords: settings.minWords,
        maxLost: settings.maxLost < 0 ? Infinity : settings.maxLost,
      },
    ),
  );
  documents.forgetWords();
  const groups = new Groups(documents.articles, matches);
  ledger.matched(matches, groups, documents.articles, (article) => {
    const { id, source } = storedArticle(documents, article);
    return { id: JSON.parse(id) as string, source: JSON.parse(source) as string };
  });
  ledger.samples = {
    ...ledger.samples,
    groups: sampleGroups(matches, groups, documents.exact, (article) => {
      const { line } = storedArticle(documents, article);
      return JSON.parse(line.toString()) as { readonly id: string; readonly text: string };
    }),
  };
  return groups;
}

/** Why a document was removed; `null` when it was not. */
function removalOf(
  document: number,
  documents: Documents,
  groups: Groups,
  { dedupe, annotate }: Settings,
): Fate | null {
  // Without comparison no document was stored.
  if (!dedupe || annotate) return null;
  const article = documents.articleOf(document);
  const match = article < 0 ? null : groups.matchOf(article);
  if (match === null) return null;
  const keeper = JSON.parse(storedArticle(documents, match.keptBy).id) as string;
  return { outcome: 'removed', duplicateOf: shortName(keeper) };
}

async function writeOutcomes(
  run: Run,
  documents: Documents,
  groups: Groups,
  ledger: Ledger,
): Promise<void> {
  const { lists } = run.output;
  const turns = new Turns(run.signal);
  for (const { document, record: stored } of documents.records()) {
    const record = new StoredRecord(stored);
    const article = documents.articleOf(document);
    const match = article < 0 ? null : groups.matchOf(article);
    const outcome =
      article < 0 ? 'rejected' : match !== null && !run.settings.annotate ? 'removed' : 'cleaned';
    if (outcome === 'rejected') {
      lists.rejected.line(record.line);
      ledger.rejected(record);
    } else if (outcome === 'removed') {
      lists.removed.text(removedRow(record, match!, documents));
      ledger.removedFrom(JSON.parse(record.source) as string);
    } else {
      const size = groups.sizeOf(match?.keptBy ?? article);
      if (size === 1 && !run.settings.annotate) lists.cleaned.line(record.line);
      else {
        const [before, after] = record.aroundClusterSize();
        const marks = run.settings.annotate ? `,${evidence(match, documents)}` : '';
        lists.cleaned.part(before);
        lists.cleaned.part(Buffer.from(`${size}${marks}`));
        lists.cleaned.line(after);
      }
    }
    const { bytes, lines, blocks } = documents.sizesOf(document);
    ledger.outcome(outcome, bytes, lines, blocks);
    if (lists[outcome].isFull) await lists[outcome].flush();
    if (document % 64 === 0 && (await turns.due())) {
      run.onProgress({ step: 'writing', done: document, of: documents.count });
    }
  }
  for (const group of groups) {
    lists.clusters.text(clusterRow(group, documents));
    if (lists.clusters.isFull) await lists.clusters.flush();
  }
}

function storedArticle(documents: Documents, article: number): StoredRecord {
  return new StoredRecord(documents.recordOf(documents.documentOf(article)));
}

function removedRow(record: StoredRecord, match: Match, documents: Documents): string {
  return `{"id":${record.id},"source":${record.source},${evidence(match, documents)}}`;
}

/** Why an article goes, as JSON fields; empty values, of the same types, for one that stays. */
function evidence(match: Match | null, documents: Documents): string {
  const keeper = match === null ? '""' : storedArticle(documents, match.keptBy).id;
  const { jaccard = 0, containment = 0, wordsLost = 0, rule = '' } = match ?? {};
  return (
    `"duplicate_of":${keeper},"jaccard":${ratio(jaccard)},"containment":${ratio(containment)},` +
    `"words_lost":${wordsLost},"rule":"${rule}"`
  );
}

/** A share as a JSON number with a point in it: readers that guess types take 1 for an integer. */
function ratio(value: number): string {
  const rounded = String(Math.round(value * 10_000) / 10_000);
  return rounded.includes('.') ? rounded : `${rounded}.0`;
}

function clusterRow(
  { keeper, members }: { readonly keeper: number; readonly members: readonly number[] },
  documents: Documents,
): string {
  const ids: string[] = [];
  const kept = storedArticle(documents, keeper);
  const sites = new Set([siteOf(JSON.parse(kept.source) as string)]);
  for (const member of members) {
    const record = storedArticle(documents, member);
    ids.push(record.id);
    sites.add(siteOf(JSON.parse(record.source) as string));
  }
  return `{"keeper":${kept.id},"members":[${ids.join(',')}],"size":${members.length + 1},"sites":${sites.size},"weight":${upsamplingWeight(members.length + 1)}}`;
}

async function finishLists({ lists, files }: Output): Promise<Record<ListName, ListSummary>> {
  const summaries: Partial<Record<ListName, ListSummary>> = {};
  for (const name of listNames) {
    const summary = await lists[name].finish();
    summaries[name] = { files: files(name), ...summary };
  }
  return summaries as Record<ListName, ListSummary>;
}

/** Says when it is time to let signals and timers have a turn, and to show how far the run is. */
class Turns {
  readonly #signal: AbortSignal;
  #next = performance.now() + turnMilliseconds;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** @throws the reason of the signal when the run is to end. */
  async due(): Promise<boolean> {
    if (performance.now() < this.#next) return false;
    await nextTurn();
    this.#signal.throwIfAborted();
    this.#next = performance.now() + turnMilliseconds;
    return true;
  }
}

const turnMilliseconds = 100;
