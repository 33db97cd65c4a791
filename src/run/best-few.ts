/** A value with its score, and what settles ties. */
export interface Ranked<T> {
  readonly score: number;
  readonly id: string;
  readonly value: T;
}

/**
 * Keeps the few values with the highest scores, ties by the smaller id. Which ones these are does
 * not depend on the order they are offered in, nor on how they were divided among several of these.
 */
export class BestFew<T> {
  readonly #most: number;
  readonly #ranked: Ranked<T>[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** Score below which nothing is taken any more. */
  get floor(): number {
    return this.#ranked.length < this.#most ? -Infinity : this.#ranked.at(-1)!.score;
  }

  /** Whether a value would be among the best so far. */
  takes(score: number, id: string): boolean {
    if (this.#ranked.length < this.#most) return true;
    const last = this.#ranked.at(-1)!;
    return score >= last.score && precedes(score, id, last);
  }

  add(score: number, id: string, value: T): void {
    if (!this.takes(score, id)) return;
    let at = this.#ranked.length;
    while (at > 0 && precedes(score, id, this.#ranked[at - 1]!)) at--;
    this.#ranked.splice(at, 0, { score, id, value });
    if (this.#ranked.length > this.#most) this.#ranked.pop();
  }

  /** The values with their scores, best first. */
  get ranked(): readonly Ranked<T>[] {
    return this.#ranked;
  }

  /** The values, best first. */
  get values(): readonly T[] {
    return this.#ranked.map(({ value }) => value);
  }
}

function precedes(score: number, id: string, other: Ranked<unknown>): boolean {
  return score !== other.score ? score > other.score : id < other.id;
}
