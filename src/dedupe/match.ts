import { findCandidates } from './candidates.ts';
import { type ComparedPairs, comparePairs } from './compare-pairs.ts';
import { type Judge, judgeByBounds, judgeByEvidence, ruleOf, seenFrom } from './judge.ts';
import { type Order, orderDocuments } from './order.ts';
import type { PairTable } from './pair-table.ts';
import { removalCurve } from './removal-curve.ts';
import type { RowStore } from './row-store.ts';
import type { MatchSettings } from './settings.ts';
import { groupByStars } from './stars.ts';
import { joinByVaryingWords, mergePairs } from './varying-words.ts';

/** Why a document goes. */
export const matchRules = ['exact', 'near', 'contained', 'vouched'] as const;
export type MatchRule = (typeof matchRules)[number];

/** The documents to compare, as columns with one entry a document. */
export interface MatchInput {
  /** Four unsigned 32-bit numbers per document: `DocumentKey.exact`. */
  readonly exact: Uint32Array;
  /** Number of words of each document. */
  readonly wordCounts: Int32Array;
  /** Which document to keep: the one with the smaller rank, then content hash, then number. */
  readonly rank: Float64Array;
  /** A row per sampled shingle of each document. */
  readonly rows: RowStore;
  /** The folded words of a document; asked for in an order that favours a small cache. */
  readonly wordsOf: (document: number) => Int32Array;
}

/** One document that goes, and the evidence. */
export interface Match {
  readonly document: number;
  /** The document that stays in its place. */
  readonly keptBy: number;
  readonly rule: MatchRule;
  /** Jaccard similarity of the sets of 5-word shingles. */
  readonly jaccard: number;
  /** Share of the removed document's 5-word shingles that the kept one has. */
  readonly containment: number;
  /** Share of the kept document's 5-word shingles that the removed one has. */
  readonly containmentOfKept: number;
  /** Words of the removed document that lie in no passage the kept one has. */
  readonly wordsLost: number;
}

/** What was decided. */
export interface Matches {
  /** One per document that goes, by document number. */
  readonly removed: readonly Match[];
  /** Pairs compared by their Jaccard similarity: entry i counts those in [i/20, (i+1)/20), the last includes 1. */
  readonly histogram: Uint32Array;
  /** Entry i: documents that would go with `threshold` (i + 1) / 20 instead, exact copies included. */
  readonly removedByThreshold: Uint32Array;
  /** Documents with fewer than `minWords` words: only compared for exact copies. */
  readonly shortDocuments: number;
}

/**
 * Finds the documents that repeat others and decides which stay. The result depends on the
 * documents, ranks and settings only, not on their order as long as ranks differ.
 *
 * Memory: about 80 bytes a document, the columns given included; 16 a row of the join while its
 * partition is sorted; 150 a pair of look-alikes.
 */
export function matchDocuments(input: MatchInput, settings: MatchSettings): Matches {
  const order = orderDocuments(input.exact, input.rank);
  const { documents, numberOf } = order;
  const wordsOf = (number: number): Int32Array => input.wordsOf(documents[number]!);
  const joined = findCandidates(input.rows, numberOf);
  const candidates = mergePairs(joined, joinByVaryingWords(joined.crowd, wordsOf));
  const compared = comparePairs(candidates, documents.length, wordsOf, keepsAllPairs(settings));
  return decideMatches(order, compared, wordsOf, input.wordCounts, settings);
}

/** Whether pairs that do not look alike matter too: bounds on similarity were asked for. */
export function keepsAllPairs({ threshold, containment }: MatchSettings): boolean {
  return threshold !== null || containment !== null;
}

/**
 * Decides which documents go, once all pairs of look-alikes have been compared.
 *
 * @param wordsOf - the folded words of a document by its number in order; asked for documents that
 * are in a pair only.
 * @param wordCounts - number of words of each document.
 */
export function decideMatches(
  { documents, numberOf, copyOf }: Order,
  { table, histogram }: ComparedPairs,
  wordsOf: (number: number) => Int32Array,
  wordCounts: Int32Array,
  settings: MatchSettings,
): Matches {
  const wordCount = (number: number): number => wordCounts[documents[number]!]!;
  const isStrict = keepsAllPairs(settings);
  const judge = isStrict
    ? judgeByBounds(table, settings)
    : judgeByEvidence(table, wordsOf, wordCount, settings);
  const keptBy = groupByStars({
    documents: documents.length,
    pairs: table,
    mayGo: judge.mayGo,
    guardBridges: !isStrict,
    words: wordCount,
    vouched: (keeper, number) => judge.vouch(keeper, number) !== undefined,
  });
  const removed: Match[] = [];
  for (let document = 0; document < numberOf.length; document++) {
    const original = copyOf[document]! < 0 ? document : copyOf[document]!;
    const number = numberOf[original]!;
    const keeper = keptBy[number]!;
    if (keeper >= 0)
      removed.push(matchOf(document, documents[keeper]!, keeper, number, table, judge));
    else if (original !== document) removed.push(copyMatch(document, original));
  }
  return {
    removed,
    histogram,
    removedByThreshold: removalCurve(table, documents.length, numberOf.length - documents.length),
    shortDocuments: wordCounts.reduce(
      (short, words) => short + (words < settings.minWords ? 1 : 0),
      0,
    ),
  };
}

function matchOf(
  document: number,
  keptBy: number,
  keeper: number,
  number: number,
  table: PairTable,
  judge: Judge,
): Match {
  const direct = table.find(keeper, number);
  const matched = direct >= 0 && judge.mayGo(direct, number);
  const seen = seenFrom(number, matched ? table.at(direct) : judge.vouch(keeper, number)!);
  const { jaccard, contained, containedOther, lost } = seen;
  return {
    document,
    keptBy,
    rule: matched ? ruleOf(seen) : 'vouched',
    jaccard,
    containment: contained,
    containmentOfKept: containedOther,
    wordsLost: lost,
  };
}

function copyMatch(document: number, keptBy: number): Match {
  return {
    document,
    keptBy,
    rule: 'exact',
    jaccard: 1,
    containment: 1,
    containmentOfKept: 1,
    wordsLost: 0,
  };
}
