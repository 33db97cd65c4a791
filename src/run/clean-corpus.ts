import { safeJson } from '../report/safe-json.ts';
import { availableParallelism } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { AccountingError, type Problem } from '../errors.ts';
import { rankByPolicy } from '../dedupe/keep-policy.ts';
import { matchDocuments } from '../dedupe/match.ts';
import type { MatchSettings } from '../dedupe/settings.ts';
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
import { groupFigures, summariseGroups } from './group-figures.ts';
import { Groups } from './groups.ts';
import { Ledger } from './ledger.ts';
import { letGo } from './let-go.ts';
import { Journal } from './journal.ts';
import { cardName, type Output, pageName } from './output.ts';
import type { ListWriter } from './list-writer.ts';
import { piecesOf } from './pieces.ts';
import type { PreparedBatch, RunForm } from './prepare-batch.ts';
import { type Answer, PreparePool } from './prepare-pool.ts';
import type { ThreadSetup } from './prepare-here.ts';
import { groupCandidates, pickGroups, showGroups } from './sample-groups.ts';
import { type Fate, SampleCollection, shortName } from './samples.ts';
import { Scratch } from './scratch.ts';
import { StoredRecord } from './stored-record.ts';
import { surveyedFiles, surveySample } from './survey-pages.ts';
import { Turns } from './turns.ts';
import { UniqueIds } from './unique-ids.ts';
import { clusterRow, type GroupMember, type Outcomes, writeOutcomes } from './write-outcomes.ts';

/** How far a run is, for whoever shows it. */
export interface Progress {
  readonly step: 'preparing' | 'matching' | 'writing';
  /** Documents done in this step. */
  readonly done: number;
  /** Documents to do; `null` while that is not known. */
  readonly of: number | null;
}

/** What is read, and how. */
export interface Inputs {
  readonly found: FoundInputs;
  readonly form: RunForm;
  readonly settings: Settings;
  /** What its settings about splitting come to. */
  readonly knowledge: SplitKnowledge;
}

/** What a run is given besides. */
export interface Run extends Inputs {
  readonly inputs: readonly string[];
  readonly output: Output;
  readonly stdin: Chunks;
  readonly onProblem: (problem: Problem) => void;
  readonly onProgress: (progress: Progress) => void;
  /** Told when the run goes on from an earlier one: pieces of work that are done already. */
  readonly onResumed?: (pieces: number) => void;
  /** Told why no later run can go on from this one, which goes on itself. */
  readonly onUnkept?: (reason: string) => void;
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
  const { output, settings: asked } = run;
  const scratch =
    asked.tmp === '' ? new Scratch(output.scratch, output.spare) : new Scratch(asked.tmp);
  const documents = new Documents(scratch, sizeInBytes(run.settings.memory));
  const setup = setupOf(run);
  const pool = new PreparePool(setup, workersOf(run.settings));
  let journal: Journal | null = null;
  try {
    journal = openJournal(run, setup);
    const ledger = new Ledger(run.output.lists, run.form);
    const samples = new SampleCollection();
    const keepsAll = !run.settings.dedupe;
    const ids = new UniqueIds();
    const survey = (): Promise<SiteLineColumns | null> => siteLinesOf(run, pool, run.signal);
    const { files } = run.found;
    const surveyed = run.form === 'bodies' ? new Int32Array() : surveyedFiles(files);
    const siteLines =
      journal === null ? await survey() : await journal.siteLines(survey, files, surveyed);
    const prepared = preparedBatches(run, pool, siteLines, journal, ledger);
    for await (const unsettled of prepared) {
      const batch = ids.settle(unsettled);
      samples.add(batch, ledger.prepared - batch.documents);
      if (keepsAll) await writeAtOnce(batch, ledger);
      else documents.add(batch);
    }
    ledger.repeatedIds = ids.repeated;
    const groups = keepsAll ? new Groups(0, null) : await findGroups(run, documents, ledger);
    const turns = new Turns(run.signal);
    await writeOutcomes(
      outcomesOf(documents, groups),
      run.settings.annotate,
      ledger,
      async (document) => {
        if (document % 64 !== 0 || !(await turns.due())) return;
        run.onProgress({ step: 'writing', done: document, of: documents.count });
      },
    );
    await writeGroups(groups, documents, run.output.lists);
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
    await pool.stop();
    documents.close();
    scratch.remove();
  }
}

/** All that preparing a page rests on, but for the survey. */
export function setupOf({ found, form, settings, knowledge }: Inputs): ThreadSetup {
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
function openJournal(run: Run, setup: ThreadSetup): Journal | null {
  if (run.output.journal === '' || run.found.stdin) return null;
  const { glob, exclude, resume } = run.settings;
  const basis = { ...setup, members: { glob, exclude } };
  const onLost = (reason: string): void => run.onUnkept?.(reason);
  const journal = new Journal(run.output.journal, basis, resume, onLost);
  run.output.spare.offer(() => journal.giveUp('the disk is full'));
  if (resume) run.onResumed?.(journal.known);
  return journal;
}

/** Threads that a run may use. */
export function workersOf({ jobs }: Pick<Settings, 'jobs'>): number {
  return jobs === 0 ? availableParallelism() : jobs;
}

/** Lines that a first look at a run's pages finds to be furniture; `null`: too few pages to tell. */
export async function siteLinesOf(
  inputs: Inputs,
  pool: PreparePool,
  signal: AbortSignal,
): Promise<SiteLineColumns | null> {
  const { form, settings } = inputs;
  if (form === 'bodies') return null;
  const turns = new Turns(signal);
  return surveySample({ ...setupOf(inputs), settings }, pool, () => turns.due());
}

/**
 * Prepares all inputs, in order; what cannot be used goes to the list of problems at once. Ids are
 * as the inputs give them: the same one may come twice. A batch holds until the next one.
 *
 * @param siteLines - what the survey found.
 * @param journal - prepared pages of an earlier run, and where to note those of this one.
 */
export async function* preparedBatches(
  run: Pick<Run, 'stdin' | 'signal' | 'onProblem' | 'onProgress'> & Inputs,
  pool: PreparePool,
  siteLines: SiteLineColumns | null,
  journal: Journal | null,
  ledger: Ledger,
): AsyncGenerator<PreparedBatch> {
  const { found, form, settings } = run;
  const turns = new Turns(run.signal);
  const read = form === 'bodies' ? 'records' : 'pages';
  const pieces = piecesOf(found, untilAborted(run.stdin, run.signal), settings, read);
  // How many pages lie in a file that holds many is known when it is read.
  const isCountable =
    !found.stdin &&
    read === 'pages' &&
    found.files.form.every((each: number) => each === FileForm.page);
  const known = isCountable ? found.files.count : null;
  const work = journal === null ? pieces : journal.answered(pieces);
  for await (const { answers, done } of pool.prepare(work, siteLines)) {
    if (done !== null) journal?.record(done, answers, found.files);
    for (const answer of answers) {
      await noteAside(answer, run, ledger);
      if (!('prepared' in answer)) continue;
      ledger.intake(answer.prepared);
      yield answer.prepared;
      // Answers from a journal are views of one memory; they are few.
      if (done !== null)
        letGo([answer.prepared.records, answer.prepared.words, answer.prepared.samples]);
    }
    if (await turns.due()) run.onProgress({ step: 'preparing', done: ledger.prepared, of: known });
  }
}

/** Notes what a piece holds besides pages: what cannot be used, and what was passed over. */
async function noteAside(
  answer: Answer,
  run: Pick<Run, 'onProblem'>,
  ledger: Ledger,
): Promise<void> {
  if ('passed' in answer) {
    ledger.passedOver(answer.passed);
    return;
  }
  for (const problem of 'problem' in answer ? [answer.problem] : answer.prepared.problems) {
    ledger.problem(problem);
    run.onProblem(problem);
  }
  const { problems } = ledger.lists;
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
      matchSettings(settings),
    ),
  );
  documents.forgetWords();
  const groups = new Groups(documents.articles, matches);
  const figures = groupFigures(matches, groups.sizes);
  ledger.duplicates = summariseGroups(figures, documents.articles, (article) => {
    const { id, source } = storedArticle(documents, article);
    return { id: JSON.parse(id) as string, source: JSON.parse(source) as string };
  });
  const { exact } = documents;
  const candidates = groupCandidates(matches, groups.sizes, (article) =>
    exact.subarray(article * 4, article * 4 + 4),
  );
  ledger.samples = {
    ...ledger.samples,
    groups: showGroups(pickGroups([candidates]), (article) => {
      const { line } = storedArticle(documents, article);
      return JSON.parse(line.toString()) as { readonly id: string; readonly text: string };
    }),
  };
  return groups;
}

/** The settings of a run that matching looks at. */
export function matchSettings(settings: Settings): MatchSettings {
  const { threshold, containment, minWords, maxLost } = settings;
  return { threshold, containment, minWords, maxLost: maxLost < 0 ? Infinity : maxLost };
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

/** The documents of a run with what became of them. */
function outcomesOf(documents: Documents, groups: Groups): Outcomes {
  return {
    count: documents.count,
    records: () => documents.records(),
    articleOf: (document) => documents.articleOf(document),
    sizesOf: (document) => documents.sizesOf(document),
    matchOf: (article) => groups.matchOf(article),
    groupSizeOf: (article) => groups.sizeOf(groups.matchOf(article)?.keptBy ?? article),
    keeperId: (article) => storedArticle(documents, article).id,
  };
}

async function writeGroups(
  groups: Groups,
  documents: Documents,
  { clusters }: Readonly<Record<ListName, ListWriter>>,
): Promise<void> {
  const memberOf = (article: number): GroupMember => {
    const { id, source } = storedArticle(documents, article);
    return { id, site: siteOf(JSON.parse(source) as string) };
  };
  for (const { keeper, members } of groups) {
    clusters.text(clusterRow(memberOf(keeper), members.map(memberOf)));
    if (clusters.isFull) await clusters.flush();
  }
}

function storedArticle(documents: Documents, article: number): StoredRecord {
  return new StoredRecord(documents.recordOf(documents.documentOf(article)));
}

/** Makes sure that all lists are written. */
export async function finishLists({
  lists,
  files,
}: Pick<Output, 'lists' | 'files'>): Promise<Record<ListName, ListSummary>> {
  const summaries: Partial<Record<ListName, ListSummary>> = {};
  for (const name of listNames) {
    const summary = await lists[name].finish();
    summaries[name] = { files: files(name), ...summary };
  }
  return summaries as Record<ListName, ListSummary>;
}
