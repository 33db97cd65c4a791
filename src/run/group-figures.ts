import type { Match, Matches } from '../dedupe/match.ts';
import { isAlarming } from '../dedupe/cluster-figures.ts';
import { countSizes, type DuplicateSummary } from '../report/report.ts';
import { type Counts, count, sortedCounts } from '../report/tally.ts';
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

/** Figures of near-duplicate groups; those of parts merge. Articles by their number. */
export interface GroupFigures {
  readonly removed: number;
  readonly rules: Counts;
  readonly similarity: readonly number[];
  readonly removedByThreshold: readonly number[];
  /** Groups by how many articles they have. */
  readonly sizes: ReadonlyMap<number, number>;
  readonly largest: readonly { readonly keeper: number; readonly size: number }[];
  readonly first: readonly Pick<Match, 'document' | 'keptBy' | 'rule'>[];
}

/** @param sizes - articles in each group, by the one that stays. */
export function groupFigures(matches: Matches, sizes: ReadonlyMap<number, number>): GroupFigures {
  const rules: Counts = new Map();
  for (const { rule } of matches.removed) count(rules, rule);
  const groupsOf = new Map<number, number>();
  for (const size of sizes.values()) groupsOf.set(size, (groupsOf.get(size) ?? 0) + 1);
  return {
    removed: matches.removed.length,
    rules,
    similarity: [...matches.histogram],
    removedByThreshold: [...matches.removedByThreshold],
    sizes: groupsOf,
    largest: largestOf(Array.from(sizes, ([keeper, size]) => ({ keeper, size }))),
    first: firstOf(matches.removed),
  };
}

/** The figures of parts that have no group in common. */
export function mergeFigures(parts: readonly GroupFigures[]): GroupFigures {
  const sum = (columnOf: (part: GroupFigures) => readonly number[]): number[] => {
    const sums: number[] = [];
    for (const part of parts)
      columnOf(part).forEach((value, at) => (sums[at] = (sums[at] ?? 0) + value));
    return sums;
  };
  return {
    removed: parts.reduce((removed, part) => removed + part.removed, 0),
    rules: mergeCounts(parts.map(({ rules }) => rules)),
    similarity: sum(({ similarity }) => similarity),
    removedByThreshold: sum(({ removedByThreshold }) => removedByThreshold),
    sizes: mergeCounts(parts.map(({ sizes }) => sizes)),
    largest: largestOf(parts.flatMap(({ largest }) => largest)),
    first: firstOf(parts.flatMap(({ first }) => first)),
  };
}

function mergeCounts<Key>(parts: readonly ReadonlyMap<Key, number>[]): Map<Key, number> {
  const sums = new Map<Key, number>();
  for (const part of parts)
    for (const [key, value] of part) sums.set(key, (sums.get(key) ?? 0) + value);
  return sums;
}

function largestOf(groups: GroupFigures['largest']): GroupFigures['largest'] {
  return groups
    .toSorted((one, other) => other.size - one.size || one.keeper - other.keeper)
    .slice(0, largestGroups);
}

function firstOf(removed: GroupFigures['first']): GroupFigures['first'] {
  return removed
    .toSorted((one, other) => one.document - other.document)
    .slice(0, mostRemovals)
    .map(({ document, keptBy, rule }) => ({ document, keptBy, rule }));
}

/**
 * What the report says of a run's near-duplicates.
 *
 * @param articles - how many were compared.
 * @param namesOf - names of an article by its number; asked for a few of them only.
 */
export function summariseGroups(
  figures: GroupFigures,
  articles: number,
  namesOf: (article: number) => ArticleNames,
): DuplicateSummary {
  const { largest, sizes } = figures;
  return {
    removed: figures.removed,
    clusters: [...sizes.values()].reduce((clusters, groups) => clusters + groups, 0),
    rules: sortedCounts(figures.rules),
    similarity: figures.similarity,
    removedByThreshold: figures.removedByThreshold,
    largest: largest.map(({ keeper, size }) => ({ keeper: shortName(namesOf(keeper).id), size })),
    first: figures.first.map(({ document, keptBy, rule }) => ({
      id: shortName(namesOf(document).id),
      source: shortName(namesOf(document).source),
      duplicateOf: shortName(namesOf(keptBy).id),
      rule,
    })),
    alarm: largest.some(({ size }) => isAlarming(size, articles)),
    sizes: countSizes(sizes),
  };
}
