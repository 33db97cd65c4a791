import { Growing } from '../growing.ts';
import type { OrderColumns } from './order-step.ts';
import { fileFor } from './task.ts';
import type { TaskResults } from './task-results.ts';

/** Texts of a shard that are asked for: the article in the shard, its number, and for which part. */
export interface AskedTexts {
  readonly articles: Uint32Array;
  readonly numbers: Uint32Array;
  readonly parts: Uint32Array;
}

/** Asks the shards for texts: document and part, sorted by both, none twice. */
export function askFor(
  numbers: Uint32Array,
  parts: Uint32Array,
  { articles, firstArticle }: OrderColumns,
  shards: number,
  results: TaskResults,
): void {
  const asked = Array.from({ length: shards }, () => ({
    articles: new Growing((length) => new Uint32Array(length)),
    numbers: new Growing((length) => new Uint32Array(length)),
    parts: new Growing((length) => new Uint32Array(length)),
  }));
  for (const [at, number] of numbers.entries()) {
    const article = articles[number]!;
    const shard = shardOf(article, firstArticle);
    asked[shard]!.articles.push(article - firstArticle[shard]!);
    asked[shard]!.numbers.push(number);
    asked[shard]!.parts.push(parts[at]!);
  }
  for (const [shard, columns] of asked.entries()) {
    const texts: AskedTexts = {
      articles: columns.articles.values.slice(),
      numbers: columns.numbers.values.slice(),
      parts: columns.parts.values.slice(),
    };
    results.value(fileFor('asked', shard), texts);
  }
}

/** The shard an article lies in. */
export function shardOf(article: number, firstArticle: Uint32Array): number {
  let low = 0;
  let high = firstArticle.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (firstArticle[middle]! <= article) low = middle;
    else high = middle;
  }
  return low;
}
