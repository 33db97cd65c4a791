import { curveSteps } from '../../dedupe/removal-curve.ts';
import type { DuplicateSummary } from '../../report/report.ts';
import { mergeFigures, summariseGroups } from '../group-figures.ts';
import { type PickedGroup, pickGroups } from '../sample-groups.ts';
import { shardOf } from './asked-texts.ts';
import type { PartSummary } from './decide-step.ts';
import { orderTask } from './order-step.ts';
import { fileFor } from './task.ts';
import type { TaskInputs } from './task-inputs.ts';
import type { TaskResults } from './task-results.ts';
import type { WorkFolder } from './work-folder.ts';

/** What the report says of near-duplicates; articles counted over all shards stand for their ids. */
export interface GroupsSummary {
  readonly duplicates: DuplicateSummary;
  readonly picked: readonly PickedGroup[];
}

/** Step `settle`: what the report says of near-duplicates, from what the parts found; asks the shards for texts it shows. */
export function settleStep(
  work: WorkFolder,
  inputs: TaskInputs,
  results: TaskResults,
): Record<string, number> {
  const parts = inputs
    .tasksOf('decide')
    .map((task) => inputs.value(task, 'summary') as PartSummary);
  const firstArticle = inputs.numbers(orderTask, 'first');
  const figures = mergeFigures(parts.map((part) => part.figures));
  const { dedupe } = work.plan.settings;
  const duplicates = summariseGroups(
    dedupe
      ? { ...figures, similarity: histogramOf(inputs) }
      : { ...figures, similarity: [], removedByThreshold: [] },
    firstArticle.at(-1)!,
    (article) => ({ id: String(article), source: '' }),
  );
  const picked = pickGroups(parts.map((part) => part.candidates));
  const summary: GroupsSummary = { duplicates, picked };
  results.value('summary', summary);
  const shown = new Set([
    ...picked.flatMap(({ keeper, shown: few }) => [keeper, ...few.map(({ document }) => document)]),
    ...duplicates.first.flatMap(({ id, duplicateOf }) => [Number(id), Number(duplicateOf)]),
    ...duplicates.largest.map(({ keeper }) => Number(keeper)),
  ]);
  const asked = Array.from({ length: firstArticle.length - 1 }, (): number[] => []);
  for (const article of shown) {
    const shard = shardOf(article, firstArticle);
    asked[shard]!.push(article - firstArticle[shard]!);
  }
  for (const [shard, articles] of asked.entries())
    results.numbers(fileFor('asked', shard), Uint32Array.from(articles));
  return { removed: duplicates.removed, groups: duplicates.clusters };
}

/** Pairs compared, by their similarity, over all parts. */
function histogramOf(inputs: TaskInputs): readonly number[] {
  const sums = new Array<number>(curveSteps).fill(0);
  for (const task of inputs.tasksOf('compare'))
    inputs.numbers(task, 'histogram').forEach((pairs, step) => (sums[step]! += pairs));
  return sums;
}
