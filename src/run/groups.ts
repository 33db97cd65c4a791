import type { Match, Matches } from '../dedupe/match.ts';

/** Near-duplicate groups by article number: who stays for whom. */
export class Groups {
  readonly #match: Int32Array;
  readonly #size: Map<number, number> = new Map();
  readonly #removed: readonly Match[];

  constructor(articles: number, matches: Matches | null) {
    this.#removed = matches?.removed ?? [];
    this.#match = new Int32Array(matches === null ? 0 : articles).fill(-1);
    this.#removed.forEach((match, at) => {
      this.#match[match.document] = at;
      this.#size.set(match.keptBy, (this.#size.get(match.keptBy) ?? 1) + 1);
    });
  }

  /** The evidence for an article that goes; `null` when it stays. */
  matchOf(article: number): Match | null {
    const at = this.#match[article] ?? -1;
    return at < 0 ? null : this.#removed[at]!;
  }

  /** Articles in the group of one that stays, itself included. */
  sizeOf(article: number): number {
    return this.#size.get(article) ?? 1;
  }

  get count(): number {
    return this.#size.size;
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
