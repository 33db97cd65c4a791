import type { Match, Matches } from '../dedupe/match.ts';

/** Articles in each group, by the one that stays. */
export function groupSizes(removed: readonly Match[]): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>();
  for (const { keptBy } of removed) sizes.set(keptBy, (sizes.get(keptBy) ?? 1) + 1);
  return sizes;
}

/** Near-duplicate groups by article number: who stays for whom. */
export class Groups {
  /** Articles in each group, by the one that stays. */
  readonly sizes: ReadonlyMap<number, number>;
  readonly #match: Int32Array;
  readonly #removed: readonly Match[];

  constructor(articles: number, matches: Matches | null) {
    this.#removed = matches?.removed ?? [];
    this.#match = new Int32Array(matches === null ? 0 : articles).fill(-1);
    this.sizes = groupSizes(this.#removed);
    this.#removed.forEach((match, at) => (this.#match[match.document] = at));
  }

  /** The evidence for an article that goes; `null` when it stays. */
  matchOf(article: number): Match | null {
    const at = this.#match[article] ?? -1;
    return at < 0 ? null : this.#removed[at]!;
  }

  /** Articles in the group of one that stays, itself included. */
  sizeOf(article: number): number {
    return this.sizes.get(article) ?? 1;
  }

  /** Groups in order of their keepers, members in order. */
  *[Symbol.iterator](): Generator<{
    readonly keeper: number;
    readonly members: readonly number[];
  }> {
    const members = new Map<number, number[]>();
    for (const { document, keptBy } of this.#removed) {
      const group = members.get(keptBy);
      if (group === undefined) members.set(keptBy, [document]);
      else group.push(document);
    }
    const keepers = [...members.keys()].sort((one, other) => one - other);
    for (const keeper of keepers) yield { keeper, members: members.get(keeper)! };
  }
}
