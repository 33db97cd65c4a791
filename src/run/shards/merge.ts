import { createReadStream } from 'node:fs';
import type { Report } from '../../report/report.ts';
import { finishLists } from '../clean-corpus.ts';
import { type Counted, Ledger } from '../ledger.ts';
import type { ListWriter } from '../list-writer.ts';
import type { Output } from '../output.ts';
import { reportPageOf } from '../report-page.ts';
import { showGroups } from '../sample-groups.ts';
import { type Fate, SampleCollection, shortName } from '../samples.ts';
import { clusterRow, type GroupMember } from '../write-outcomes.ts';
import type { MemberColumns, SampledFate, ShownTexts } from './apply-steps.ts';
import type { GroupsSummary } from './decide-step.ts';
import { Inputs, type WorkFolder } from './work-folder.ts';

/**
 * Puts the parts of a run together: the lists one after another, counts added up, groups in order.
 * What comes out is what one machine would have written. Memory holds some 150 bytes for each
 * article of a group.
 */
export async function mergeParts(work: WorkFolder, output: Output): Promise<Report> {
  const started = performance.now();
  try {
    const { form, inputs: names, settings, passed, links } = work.plan;
    const inputs = new Inputs(work);
    const ledger = new Ledger(output.lists, form);
    for (const step of ['sign', 'apply'] as const) {
      for (const task of inputs.tasksOf(step)) ledger.add(inputs.value(task, 'counted') as Counted);
    }
    ledger.repeatedIds = inputs.value({ step: 'order', number: 0 }, 'repeated') as number;
    for (const name of ['cleaned', 'removed', 'rejected'] as const) {
      for (const task of inputs.tasksOf('apply'))
        await copyLines(inputs.path(task, `${name}.jsonl`), output.lists[name]);
    }
    for (const task of inputs.tasksOf('sign'))
      await copyLines(inputs.path(task, 'problems.jsonl'), output.lists.problems);
    const idOf = await writeGroups(inputs, output.lists.clusters);
    const summary = inputs.value({ step: 'decide', number: 0 }, 'summary') as GroupsSummary;
    const texts = new Map(
      inputs.tasksOf('names').flatMap((task) => [...(inputs.value(task, 'texts') as ShownTexts)]),
    );
    ledger.duplicates = {
      ...summary.duplicates,
      largest: summary.duplicates.largest.map(({ keeper, size }) => ({
        keeper: idOf(Number(keeper)),
        size,
      })),
      first: summary.duplicates.first.map(({ id, duplicateOf, rule }) => ({
        id: shortName(idOf(Number(id))),
        duplicateOf: shortName(idOf(Number(duplicateOf))),
        rule,
      })),
    };
    ledger.samples = {
      pages: sampledPages(inputs),
      groups: showGroups(summary.picked, (article) => texts.get(article)!),
    };
    const lists = await finishLists(output.lists);
    const seconds = (performance.now() - started) / 1000;
    const report = ledger.report(names, { passed, links }, settings, lists, seconds);
    output.finish(`${JSON.stringify(report, null, 2)}\n`, () => reportPageOf(report));
    return report;
  } catch (error) {
    output.abandon(false);
    throw error;
  }
}

const newline = 10;

async function copyLines(path: string, list: ListWriter): Promise<void> {
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      list.line(chunk.subarray(start, end + 1));
      start = end + 1;
    }
    list.part(chunk.subarray(start));
    if (list.isFull) await list.flush();
  }
}

/** Writes the groups in order of the articles that stay. @returns the id of a member. */
async function writeGroups(
  inputs: Inputs,
  clusters: ListWriter,
): Promise<(article: number) => string> {
  const groups = new Map<number, number[]>();
  const members = new Map<number, GroupMember>();
  for (const task of inputs.tasksOf('names')) {
    const { articles, keptBy, ids, sites } = inputs.value(task, 'members') as MemberColumns;
    for (const [at, article] of articles.entries()) {
      members.set(article, { id: ids[at]!, site: sites[at]! });
      const group = groups.get(keptBy[at]!);
      if (group === undefined) groups.set(keptBy[at]!, [article]);
      else group.push(article);
    }
  }
  for (const keeper of [...groups.keys()].sort((one, other) => one - other)) {
    const others = groups.get(keeper)!.filter((article) => article !== keeper);
    others.sort((one, other) => one - other);
    clusters.text(
      clusterRow(
        members.get(keeper)!,
        others.map((article) => members.get(article)!),
      ),
    );
    if (clusters.isFull) await clusters.flush();
  }
  return (article) => JSON.parse(members.get(article)!.id) as string;
}

function sampledPages(inputs: Inputs): ReturnType<SampleCollection['pages']> {
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
