import { createHash } from 'node:crypto';
import { cpSync, createReadStream, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { datasetCard } from '../../report/dataset-card.ts';
import type { ListSummary, Report } from '../../report/report.ts';
import { safeJson } from '../../report/safe-json.ts';
import type { Settings } from '../../settings.ts';
import { finishLists } from '../clean-corpus.ts';
import { type Counted, Ledger } from '../ledger.ts';
import type { ListWriter } from '../list-writer.ts';
import { cardName, type Output, pageName } from '../output.ts';
import { reportPageOf } from '../report-page.ts';
import { showGroups } from '../sample-groups.ts';
import { type Fate, SampleCollection, shortName } from '../samples.ts';
import { attempt } from '../sinks.ts';
import type { SampledFate, ShownTexts } from './apply-steps.ts';
import type { GroupsSummary } from './settle-step.ts';
import { TaskInputs } from './task-inputs.ts';
import { taskName } from './task.ts';
import { type WorkFolder } from './work-folder.ts';

/** Lists that every shard has a part of. */
const sharedLists = ['cleaned', 'removed', 'rejected', 'clusters'] as const;

/**
 * Puts the parts of a run together: the lists one after another, counts added up, groups in order.
 * What comes out is what one machine would have written.
 *
 * @param settings - those of the plan, with those about the output.
 * @param apart - the lists of the shards stay where they are; the report has their sums, and as the
 * checksum of a list that of the checksums of its parts, a line each.
 */
export async function mergeParts(
  work: WorkFolder,
  settings: Settings,
  output: Output,
  apart: boolean,
): Promise<Report> {
  const started = performance.now();
  try {
    const { form, inputs: names, passed, links } = work.plan;
    const inputs = new TaskInputs(work);
    const ledger = new Ledger(output.lists, form);
    for (const step of ['sign', 'apply'] as const) {
      for (const task of inputs.tasksOf(step)) ledger.add(inputs.value(task, 'counted') as Counted);
    }
    ledger.repeatedIds = inputs.value({ step: 'order', number: 0 }, 'repeated') as number;
    for (const name of apart ? [] : sharedLists) {
      for (const task of inputs.tasksOf('apply'))
        await copyLines(inputs.path(task, `${name}.jsonl`), output.lists[name]);
    }
    for (const task of inputs.tasksOf('sign'))
      await copyLines(inputs.path(task, 'problems.jsonl'), output.lists.problems);
    const summary = inputs.value({ step: 'settle', number: 0 }, 'summary') as GroupsSummary;
    const texts = new Map(
      inputs.tasksOf('names').flatMap((task) => [...(inputs.value(task, 'texts') as ShownTexts)]),
    );
    const idOf = (article: number): string => texts.get(article)!.id;
    ledger.duplicates = {
      ...summary.duplicates,
      largest: summary.duplicates.largest.map(({ keeper, size }) => ({
        keeper: idOf(Number(keeper)),
        size,
      })),
      first: summary.duplicates.first.map(({ id, duplicateOf, rule }) => ({
        id: shortName(idOf(Number(id))),
        source: shortName(texts.get(Number(id))!.source),
        duplicateOf: shortName(idOf(Number(duplicateOf))),
        rule,
      })),
    };
    ledger.samples = {
      pages: sampledPages(inputs),
      groups: showGroups(summary.picked, (article) => texts.get(article)!),
    };
    const written = await finishLists(output);
    const lists = apart ? { ...written, ...sumsOfParts(work, inputs) } : written;
    const seconds = (performance.now() - started) / 1000;
    const report = ledger.report(names, { passed, links }, settings, lists, seconds);
    output.finish(`${safeJson(report, 2)}\n`, () => ({
      [pageName]: reportPageOf(report),
      [cardName]: datasetCard(report, ledger.articleFields(settings)),
    }));
    work.removeAllLeft();
    return report;
  } catch (error) {
    output.abandon(false);
    throw error;
  }
}

function sumsOfParts(
  work: WorkFolder,
  inputs: TaskInputs,
): Record<(typeof sharedLists)[number], ListSummary> {
  const sumOf = (name: string): ListSummary => {
    const hash = createHash('sha256');
    let [lines, bytes] = [0, 0];
    for (const task of inputs.tasksOf('apply')) {
      const file = work.manifest(task)!.files[`${name}.jsonl`]!;
      lines += inputs.count(task, name);
      bytes += file.bytes;
      hash.update(`${file.sha256}\n`);
    }
    return { files: partNames(work, name), lines, bytes, sha256: hash.digest('hex') };
  };
  return {
    cleaned: sumOf('cleaned'),
    removed: sumOf('removed'),
    rejected: sumOf('rejected'),
    clusters: sumOf('clusters'),
  };
}

/**
 * Puts the lists of the shards into an output folder: `cleaned-00001-of-00008.jsonl` and so on. Lists
 * that are elsewhere, as with Spark, are passed over.
 */
export function placeParts(work: WorkFolder, output: string): void {
  for (const name of sharedLists) {
    rmSync(join(output, `${name}.jsonl`));
    if (!isHere(work, name)) continue;
    for (const [number, part] of partNames(work, name).entries()) {
      const to = join(output, part);
      attempt('cannot write', to, () => cpSync(partOf(work, name, number), to));
    }
  }
}

/** Names, in an output folder, of the parts of a list: of files, or of those in a folder of Spark's. */
function partNames(work: WorkFolder, name: string): readonly string[] {
  const { shards } = work.plan;
  if (!isHere(work, name)) return [`${name}.jsonl/part-*`];
  const digits = (number: number): string => String(number).padStart(5, '0');
  return Array.from(
    { length: shards },
    (_, number) => `${name}-${digits(number + 1)}-of-${digits(shards)}.jsonl`,
  );
}

function partOf(work: WorkFolder, name: string, number: number): string {
  return join(work.path, taskName({ step: 'apply', number }), `${name}.jsonl`);
}

/** Whether the parts of a list are in the work folder; with Spark they never come there. */
function isHere(work: WorkFolder, name: string): boolean {
  return existsSync(partOf(work, name, 0));
}

const newline = 10;

async function copyLines(path: string, list: ListWriter): Promise<void> {
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      list.line(chunk.subarray(start, end + 1));
      start = end + 1;
      // Whole lines only: a list may go into several files, and other formats.
      if (list.isFull) await list.flush();
    }
    list.part(chunk.subarray(start));
  }
}

function sampledPages(inputs: TaskInputs): ReturnType<SampleCollection['pages']> {
  const samples = new SampleCollection();
  const fates = new Map<number, Fate>();
  let before = 0;
  for (const task of inputs.tasksOf('apply')) {
    for (const { page, duplicateOf } of inputs.value(task, 'sampled') as readonly SampledFate[]) {
      const document = before + page.document;
      samples.offer({ ...page, document });
      if (duplicateOf !== null) fates.set(document, { outcome: 'removed', duplicateOf });
    }
    before += inputs.count({ step: 'sign', number: task.number }, 'documents');
  }
  return samples.pages((document) => fates.get(document) ?? null);
}
