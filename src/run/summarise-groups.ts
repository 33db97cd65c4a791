import type { Matches } from '../dedupe/match.ts';
import { isAlarming } from '../dedupe/cluster-figures.ts';
import { countSizes, type DuplicateSummary } from '../report/report.ts';
import { type Counts, count, sortedCounts } from '../report/tally.ts';
import type { Groups } from './groups.ts';
import { shortName } from './samples.ts';

/** Groups that the report names. */
const largestGroups = 20;
/** Near-duplicates that the report names. */
const mostRemovals = 20;

/** What an article is called. */
export interface ArticleNames {
  readonly id: string;
  readonly source: string;
}

/**
 * What the report says of a run's near-duplicates.
 *
 * @param articles - how many were compared.
 * @param namesOf - names of an article by its number; asked for a few of them only.
 */
export function summariseGroups(
  matches: Matches,
  groups: Groups,
  articles: number,
  namesOf: (article: number) => ArticleNames,
): DuplicateSummary {
  const rules: Counts = new Map();
  for (const { rule } of matches.removed) count(rules, rule);
  const keepers = [...new Set(matches.removed.map((match) => match.keptBy))];
  const largest = keepers
    .map((keeper) => ({ keeper, size: groups.sizeOf(keeper) }))
    .sort((one, other) => other.size - one.size || one.keeper - other.keeper)
    .slice(0, largestGroups)
    .map(({ keeper, size }) => ({ keeper: shortName(namesOf(keeper).id), size }));
  return {
    removed: matches.removed.length,
    clusters: groups.count,
    rules: sortedCounts(rules),
    similarity: [...matches.histogram],
    removedByThreshold: [...matches.removedByThreshold],
    largest,
    first: matches.removed.slice(0, mostRemovals).map(({ document, keptBy, rule }) => ({
      id: shortName(namesOf(document).id),
      source: shortName(namesOf(document).source),
      duplicateOf: shortName(namesOf(keptBy).id),
      rule,
    })),
    alarm: largest.some(({ size }) => isAlarming(size, articles)),
    sizes: countSizes(keepers.map((keeper) => groups.sizeOf(keeper))),
  };
}
