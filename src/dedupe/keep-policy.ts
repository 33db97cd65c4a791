import { sortRows } from './sort-rows.ts';

/**
 * Which of several issues of an article stays: the longest body; the one given first; the earliest or
 * newest by its date; the one from the source named first; the one with most of title, date and byline.
 */
export type KeepPolicy =
  'longest' | 'first' | 'earliest' | 'newest' | 'source-order' | 'most-complete';

/** What a policy looks at: columns with one entry a document, in input order. */
export interface KeepColumns {
  /** Words of the body. */
  readonly words: Int32Array;
  /** Day of publication as a day number (days since any fixed day, fractions allowed), NaN when unknown. */
  readonly published: Float64Array;
  /** Number of the input the document came from, in the order the inputs were named. */
  readonly source: Uint32Array;
  /** How many of title, date and byline the document has. */
  readonly completeness: Uint8Array;
  /** 1 for an article found inside the page of another one. */
  readonly embedded: Uint8Array;
}

/** Added to the rank of an embedded article: more than any policy gives. */
const afterPages = 2 ** 40;

/**
 * The rank of each document for `MatchInput.rank`: smaller is preferred. Where a policy says
 * nothing (no date, the same source) the longer body is preferred; documents that are equal in that
 * too get equal ranks, and the content hash decides. A page of its own comes before any copy that another
 * page carries: it has the title, date and address, and the copy is often cut.
 *
 * @param columns - only those that the policy looks at are read, `words` and `embedded`.
 */
export function rankByPolicy(policy: KeepPolicy, columns: KeepColumns): Float64Array {
  const { embedded } = columns;
  const rank = rankAmongEquals(policy, columns);
  return rank.map((place, document) => (embedded[document] === 1 ? place + afterPages : place));
}

function rankAmongEquals(policy: KeepPolicy, columns: KeepColumns): Float64Array {
  const { words, published, source, completeness } = columns;
  switch (policy) {
    case 'longest':
      return Float64Array.from(words, (count) => -count);
    case 'first':
      return Float64Array.from(words, (_, document) => document);
    case 'earliest':
      return rankBy(Float64Array.from(published, undatedLast), words);
    case 'newest':
      return rankBy(
        Float64Array.from(published, (day) => undatedLast(-day)),
        words,
      );
    case 'source-order':
      return rankBy(Float64Array.from(source), words);
    case 'most-complete':
      return rankBy(
        Float64Array.from(completeness, (parts) => -parts),
        words,
      );
  }
}

function undatedLast(day: number): number {
  return Number.isNaN(day) ? Infinity : day;
}

/** Ranks by a key, smaller first, then by length, longer first. */
function rankBy(key: Float64Array, words: Int32Array): Float64Array {
  const order = Uint32Array.from(key, (_, document) => document);
  sortRows(order, (document) => -words[document]!);
  sortRows(order, (document) => key[document]!);
  const rank = new Float64Array(key.length);
  let step = 0;
  for (let at = 1; at < order.length; at++) {
    const [before, here] = [order[at - 1]!, order[at]!];
    if (key[before] !== key[here] || words[before] !== words[here]) step++;
    rank[here] = step;
  }
  return rank;
}
