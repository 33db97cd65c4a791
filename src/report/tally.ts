import { type BlockKind, blockKinds } from '../split/block.ts';

/** Counts by name, such as pages by language. A map, so that no name can touch a prototype. */
export type Counts = Map<string, number>;

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
  /** Characters that could not be read and became U+FFFD. */
  replacedCharacters: number;
  /** Bodies with fewer words than `minWords`. */
  shortBodies: number;
  /** Articles found inside other articles' pages. */
  embedded: number;
}

function zeroByKind(): Record<BlockKind, number> {
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
    replacedCharacters: 0,
    shortBodies: 0,
    embedded: 0,
  };
}

export function count(counts: Counts, name: string, by = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + by);
}

/** Adds `part` to `whole`. */
export function addTally(whole: Tally, part: Tally): void {
  for (const kind of blockKinds) {
    whole.kindBytes[kind] += part.kindBytes[kind];
    whole.kindLines[kind] += part.kindLines[kind];
  }
  for (const name of ['reasons', 'languages', 'scripts', 'encodings', 'rejections'] as const) {
    for (const [key, value] of part[name]) count(whole[name], key, value);
  }
  whole.replacedCharacters += part.replacedCharacters;
  whole.shortBodies += part.shortBodies;
  whole.embedded += part.embedded;
}

/** Counts as an object for JSON: largest first, ties by name. */
export function sortedCounts(counts: Counts): Record<string, number> {
  const sorted = [...counts].sort((one, other) =>
    one[1] !== other[1] ? other[1] - one[1] : one[0] < other[0] ? -1 : 1,
  );
  return Object.fromEntries(sorted);
}
