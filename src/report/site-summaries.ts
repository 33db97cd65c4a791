import { type BlockKind, blockKinds } from '../split/block.ts';
import type { SiteSummary } from './report.ts';
import { type Counts, otherSites, type SiteTally } from './tally.ts';

/** Sites that the report names. */
const namedSites = 100;

/** The sites with most pages, ties by name; all others together in a last row. */
export function siteSummaries(
  sites: ReadonlyMap<string, SiteTally>,
  removed: Counts,
): readonly SiteSummary[] {
  const all = [...sites]
    .map(([site, figures]) => ({ site, ...figures, removed: removed.get(site) ?? 0 }))
    .sort((one, other) =>
      one.pages !== other.pages ? other.pages - one.pages : one.site < other.site ? -1 : 1,
    );
  const isNamed = ({ site }: SiteSummary): boolean => site !== otherSites;
  const named = all.filter(isNamed).slice(0, namedSites);
  const rest = all.filter((site) => !named.includes(site));
  if (rest.length > 0) named.push(rest.reduce(added, { ...noPages, site: otherSites }));
  return named;
}

const noPages = {
  pages: 0,
  removed: 0,
  rejected: 0,
  bytes: 0,
  kept: 0,
  kinds: sumByKind(() => 0),
} as const;

function sumByKind(valueOf: (kind: BlockKind) => number): Record<BlockKind, number> {
  return Object.fromEntries(blockKinds.map((kind) => [kind, valueOf(kind)])) as Record<
    BlockKind,
    number
  >;
}

function added(sum: SiteSummary, other: SiteSummary): SiteSummary {
  return {
    site: sum.site,
    pages: sum.pages + other.pages,
    removed: sum.removed + other.removed,
    rejected: sum.rejected + other.rejected,
    bytes: sum.bytes + other.bytes,
    kept: sum.kept + other.kept,
    kinds: sumByKind((kind) => sum.kinds[kind] + other.kinds[kind]),
  };
}
