import { Growing } from '../growing.ts';
import { fileFor } from './task.ts';
import type { TaskResults } from './task-results.ts';

/** Texts of a shard that are asked for: the article in the shard, and its number. */
export interface AskedTexts {
  readonly articles: Uint32Array;
  readonly numbers: Uint32Array;
}

/**
 * Asks the shards for texts.
 *
 * @param articles - the article of each number, counted over all shards.
 * @param firstArticle - per shard the first of its articles, and one more entry.
 */
export function askFor(
  numbers: Uint32Array,
  articles: Uint32Array,
  firstArticle: Uint32Array,
  shards: number,
  results: TaskResults,
): void {
  const asked = Array.from({ length: shards }, () => ({
    articles: new Growing((length) => new Uint32Array(length)),
    numbers: new Growing((length) => new Uint32Array(length)),
  }));
  for (const [at, article] of articles.entries()) {
    const shard = shardOf(article, firstArticle);
    asked[shard]!.articles.push(article - firstArticle[shard]!);
    asked[shard]!.numbers.push(numbers[at]!);
  }
  for (const [shard, columns] of asked.entries()) {
    const texts: AskedTexts = {
      articles: columns.articles.values.slice(),
      numbers: columns.numbers.values.slice(),
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
