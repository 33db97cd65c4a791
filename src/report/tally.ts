import { joinShapes, type Shape } from '../schema/value-shape.ts';
import { type BlockKind, blockKinds } from '../split/block.ts';
import { addRepeated, type RepeatedTally } from './repeated-lines.ts';

/** Counts by name, such as pages by language. A map, so that no name can touch a prototype. */
export type Counts = Map<string, number>;

/** What came from one site: see `siteOf`. */
export interface SiteTally {
  pages: number;
  /** Pages without an article. */
  rejected: number;
  /** Bytes read, and bytes of them that are main body. */
  bytes: number;
  kept: number;
  /** Bytes by kind of block. */
  kinds: Record<BlockKind, number>;
}

/** Sites counted one by one; those met after so many are counted together. */
const mostSites = 1000;
/** Name of the sites counted together; no address or folder is written so. */
export const otherSites = '(other sites)';

/** What was seen in the pages prepared so far; tallies of parts merge by addition. */
export interface Tally {
  readonly kindBytes: Record<BlockKind, number>;
  readonly kindLines: Record<BlockKind, number>;
  /** Blocks by reason. */
  readonly reasons: Counts;
  /** Pages by language of their body, by script and by encoding. */
  readonly languages: Counts;
  readonly scripts: Counts;
  readonly encodings: Counts;
  /** Rejected pages by reason. */
  readonly rejections: Counts;
  readonly sites: Map<string, SiteTally>;
  /** Lines that sites repeat. */
  readonly repeated: RepeatedTally;
  /** Characters that could not be read and became U+FFFD. */
  replacedCharacters: number;
  /** Bodies with fewer words than `minWords`. */
  shortBodies: number;
  /** What the fields are that articles carry along from their input records. */
  carried: Shape;
  /** Articles found inside other articles' pages. */
  embedded: number;
}

/** No bytes or lines of any kind. */
export function zeroByKind(): Record<BlockKind, number> {
  return { body: 0, title: 0, related: 0, tags: 0, furniture: 0, embedded: 0 };
}

export function emptyTally(): Tally {
  return {
    kindBytes: zeroByKind(),
    kindLines: zeroByKind(),
    reasons: new Map(),
    languages: new Map(),
    scripts: new Map(),
    encodings: new Map(),
    rejections: new Map(),
    sites: new Map(),
    repeated: new Map(),
    replacedCharacters: 0,
    shortBodies: 0,
    carried: { object: {} },
    embedded: 0,
  };
}

export function count(counts: Counts, name: string, by = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + by);
}

/**
 * Adds figures of a site, or to those of the others when there are too many.
 *
 * @param most - sites counted one by one.
 */
export function countSite(
  sites: Map<string, SiteTally>,
  site: string,
  figures: SiteTally,
  most: number = mostSites,
): void {
  const name = sites.has(site) || sites.size < most ? site : otherSites;
  const known = sites.get(name);
  if (known === undefined) {
    sites.set(name, { ...figures, kinds: { ...figures.kinds } });
    return;
  }
  known.pages += figures.pages;
  known.rejected += figures.rejected;
  known.bytes += figures.bytes;
  known.kept += figures.kept;
  for (const kind of blockKinds) known.kinds[kind] += figures.kinds[kind];
}

/**
 * Adds `part` to `whole`.
 *
 * @param most - sites that `whole` counts one by one. Where `whole` is itself a part to be added to
 * others, all are: only then do the first sites of the sum stay the first of the run.
 */
export function addTally(whole: Tally, part: Tally, most: number = mostSites): void {
  for (const kind of blockKinds) {
    whole.kindBytes[kind] += part.kindBytes[kind];
    whole.kindLines[kind] += part.kindLines[kind];
  }
  for (const name of ['reasons', 'languages', 'scripts', 'encodings', 'rejections'] as const) {
    for (const [key, value] of part[name]) count(whole[name], key, value);
  }
  for (const [site, figures] of part.sites) countSite(whole.sites, site, figures, most);
  addRepeated(whole.repeated, part.repeated, most === Infinity);
  whole.replacedCharacters += part.replacedCharacters;
  whole.shortBodies += part.shortBodies;
  whole.carried = joinShapes(whole.carried, part.carried);
  whole.embedded += part.embedded;
}

/** Counts as an object for JSON: largest first, ties by name. */
export function sortedCounts(counts: Counts): Record<string, number> {
  const sorted = [...counts].sort((one, other) =>
    one[1] !== other[1] ? other[1] - one[1] : one[0] < other[0] ? -1 : 1,
  );
  return Object.fromEntries(sorted);
}
