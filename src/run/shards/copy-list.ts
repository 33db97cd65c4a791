import { Growing } from '../growing.ts';

/** Documents that have exact copies, by their number in order. Articles count over all shards. */
export interface CopyColumns {
  readonly numbers: Uint32Array;
  readonly articles: Uint32Array;
  /** Four numbers each: `DocumentKey.exact`. */
  readonly exact: Uint32Array;
  /** Their copies, those of one after those of another, and where each one's end. */
  readonly copies: Uint32Array;
  readonly ends: Uint32Array;
}

/** A document and its exact copies. */
export interface Copied {
  readonly number: number;
  readonly article: number;
  readonly exact: Uint32Array;
  readonly copies: Uint32Array;
}

/** Fills `CopyColumns`. */
export class CopyList {
  readonly #numbers = new Growing((length) => new Uint32Array(length));
  readonly #articles = new Growing((length) => new Uint32Array(length));
  readonly #exact = new Growing((length) => new Uint32Array(length));
  readonly #copies = new Growing((length) => new Uint32Array(length));
  readonly #ends = new Growing((length) => new Uint32Array(length));

  add({ number, article, exact, copies }: Copied): void {
    this.#numbers.push(number);
    this.#articles.push(article);
    this.#exact.append(exact);
    this.#copies.append(copies);
    this.#ends.push(this.#copies.length);
  }

  get columns(): CopyColumns {
    return {
      numbers: this.#numbers.values.slice(),
      articles: this.#articles.values.slice(),
      exact: this.#exact.values.slice(),
      copies: this.#copies.values.slice(),
      ends: this.#ends.values.slice(),
    };
  }
}

/** The documents one after another. */
export function* copiedIn(columns: CopyColumns): Generator<Copied> {
  const { numbers, articles, exact, copies, ends } = columns;
  for (const [at, number] of numbers.entries())
    yield {
      number,
      article: articles[at]!,
      exact: exact.subarray(at * 4, at * 4 + 4),
      copies: copies.subarray(at === 0 ? 0 : ends[at - 1], ends[at]),
    };
}
