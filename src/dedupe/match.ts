import { findCandidates } from './candidates.ts';
import { COUNTED, Crowd } from './crowd.ts';
import { areIssuesOfOne, isVouchedFor, lookAlike } from './evidence.ts';
import { haveDifferentFacts } from './facts.ts';
import { type Likeness, likenessOf } from './likeness.ts';
import { orderDocuments } from './order.ts';
import { OverlapFinder } from './overlap.ts';
import { type Pair, PairTable } from './pair-table.ts';
import type { RowStore } from './row-store.ts';
import type { MatchSettings } from './settings.ts';
import { ShingleSets } from './shingle-sets.ts';
import { groupByStars } from './stars.ts';

/** Why a document goes. */
export type MatchRule = 'exact' | 'near' | 'contained' | 'vouched';

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

/** Steps of the histogram and of the removal curve. */
const STEPS = 20;
/** A pair need not be judged by a crowd of fewer texts than this: no word of theirs can be seen to vary. */
const CROWD = 6;

/**
 * Finds the documents that repeat others and decides which stay. The result depends on the
 * documents, ranks and settings only, not on their order as long as ranks differ.
 */
export function matchDocuments(input: MatchInput, settings: MatchSettings): Matches {
  const { documents, numberOf, copyOf } = orderDocuments(input.exact, input.rank);
  const wordsOf = (number: number): Int32Array => input.wordsOf(documents[number]!);
  const candidates = findCandidates(input.rows, numberOf);
  const histogram = new Uint32Array(STEPS);
  const strict = settings.threshold !== null || settings.containment !== null;
  const pairs: Pair[] = [];
  for (const pair of compareAll(candidates.first, candidates.second, wordsOf)) {
    histogram[Math.min(STEPS - 1, Math.floor(pair.jaccard * STEPS))]!++;
    if (strict || lookAlike(pair.likeness) || pair.jaccard * STEPS >= 1) pairs.push(pair);
  }
  const table = new PairTable(pairs);
  const judge = strict ? judgeByBounds(settings) : judgeByEvidence(pairs, table, wordsOf, settings);
  const keptBy = groupByStars({
    documents: documents.length,
    pairs: table,
    mayGo: judge.mayGo,
    guardBridges: !strict,
    words: (number) => input.wordCounts[documents[number]!]!,
    vouched: (keeper, number) => judge.vouch(keeper, number) !== undefined,
  });
  const removed: Match[] = [];
  for (let document = 0; document < input.rank.length; document++) {
    const original = copyOf[document]! < 0 ? document : copyOf[document]!;
    const number = numberOf[original]!;
    const keeper = keptBy[number]!;
    if (keeper >= 0) {
      const direct = table.get(keeper, number);
      const matched = direct !== undefined && judge.mayGo(direct, number);
      const pair = seenFrom(number, matched ? direct : judge.vouch(keeper, number)!);
      removed.push({
        document,
        keptBy: documents[keeper]!,
        rule: !matched ? 'vouched' : isContained(pair) ? 'contained' : 'near',
        jaccard: pair.jaccard,
        containment: pair.contained,
        containmentOfKept: pair.containedOther,
        wordsLost: pair.lost,
      });
    } else if (original !== document) {
      removed.push({
        document,
        keptBy: original,
        rule: 'exact',
        jaccard: 1,
        containment: 1,
        containmentOfKept: 1,
        wordsLost: 0,
      });
    }
  }
  return {
    removed,
    histogram,
    removedByThreshold: removalCurve(pairs, documents.length, input.rank.length - documents.length),
    shortDocuments: input.wordCounts.reduce(
      (short, words) => short + (words < settings.minWords ? 1 : 0),
      0,
    ),
  };
}

/** A text is contained, rather than nearly the same, when the kept one is at least this many times as long. */
const LONGER = 1.25;

function isContained({ contained, containedOther }: Seen): boolean {
  return contained > containedOther * LONGER;
}

/** A pair from the side of one of its documents. */
interface Seen {
  readonly jaccard: number;
  readonly contained: number;
  readonly containedOther: number;
  readonly lost: number;
  readonly own: number;
}

function seenFrom(
  document: number,
  { left, jaccard, containedLeft, containedRight, likeness }: Pair,
): Seen {
  return document === left
    ? {
        jaccard,
        contained: containedLeft,
        containedOther: containedRight,
        lost: likeness.lostLeft,
        own: likeness.ownLeft,
      }
    : {
        jaccard,
        contained: containedRight,
        containedOther: containedLeft,
        lost: likeness.lostRight,
        own: likeness.ownRight,
      };
}

interface Judge {
  readonly mayGo: (pair: Pair, removed: number) => boolean;
  readonly vouch: (keeper: number, removed: number) => Pair | undefined;
}

function judgeByBounds({ threshold, containment, maxLost }: MatchSettings): Judge {
  return {
    mayGo: (pair, removed) => {
      const { jaccard, contained, lost } = seenFrom(removed, pair);
      return (
        lost <= maxLost &&
        ((threshold !== null && jaccard >= threshold) ||
          (containment !== null && contained >= containment))
      );
    },
    vouch: () => undefined,
  };
}

/** A document does not go when more than this share of its words would be lost in stretches the kept one has nothing of. */
const MOST_OWN = 0.5;

function judgeByEvidence(
  pairs: readonly Pair[],
  table: PairTable,
  wordsOf: (number: number) => Int32Array,
  { maxLost }: MatchSettings,
): Judge {
  const crowds = new Crowds(table, wordsOf);
  const finder = new OverlapFinder();
  const differ = (pair: Pair): boolean => {
    if (pair.likeness.lostLeft === 0 && pair.likeness.lostRight === 0) return false;
    const [left, right] = [wordsOf(pair.left), wordsOf(pair.right)];
    finder.load(left);
    return haveDifferentFacts(
      left,
      right,
      finder.compare(right),
      crowds.around(pair.left, pair.right),
    );
  };
  const lengthOf = (number: number): number => wordsOf(number).length;
  const keepsEnough = (pair: Pair, removed: number): boolean => {
    const { lost, own } = seenFrom(removed, pair);
    return lost <= maxLost && own <= MOST_OWN;
  };
  const matching = new Set<Pair>();
  for (const pair of pairs) {
    if (areIssuesOfOne(pair, lengthOf(pair.left), lengthOf(pair.right)) && !differ(pair))
      matching.add(pair);
  }
  const vouchedPairs = new Map<number, Pair | undefined>();
  return {
    mayGo: (pair, removed) => matching.has(pair) && keepsEnough(pair, removed),
    vouch: (keeper, removed) => {
      const key = keeper * 2 ** 26 + removed;
      if (!vouchedPairs.has(key)) {
        const pair = table.get(keeper, removed) ?? comparePair(keeper, removed, wordsOf);
        const may =
          isVouchedFor(pair, lengthOf(pair.left), lengthOf(pair.right)) &&
          keepsEnough(pair, removed) &&
          !differ(pair);
        vouchedPairs.set(key, may ? pair : undefined);
      }
      return vouchedPairs.get(key);
    },
  };
}

/** The crowds of look-alike texts that documents belong to, counted when first needed. */
class Crowds {
  private readonly counted = new Map<number, Crowd | null>();
  private readonly leaderOf = new Map<number, number>();
  private readonly table: PairTable;
  private readonly wordsOf: (number: number) => Int32Array;

  constructor(table: PairTable, wordsOf: (number: number) => Int32Array) {
    this.table = table;
    this.wordsOf = wordsOf;
  }

  /** The crowd of two documents, or null when it is too small to show anything. */
  around(left: number, right: number): Crowd | null {
    const [one, other] = [this.leader(left), this.leader(right)];
    return this.crowd(this.table.of(one).size >= this.table.of(other).size ? one : other);
  }

  /** The document with most look-alikes among a document and its look-alikes. */
  private leader(document: number): number {
    let leader = this.leaderOf.get(document);
    if (leader !== undefined) return leader;
    leader = document;
    let most = this.table.of(document).size;
    for (const other of this.table.of(document).keys()) {
      const size = this.table.of(other).size;
      if (size > most || (size === most && other < leader)) {
        leader = other;
        most = size;
      }
    }
    this.leaderOf.set(document, leader);
    return leader;
  }

  private crowd(leader: number): Crowd | null {
    let crowd = this.counted.get(leader);
    if (crowd === undefined) {
      const members = [leader, ...this.table.of(leader).keys()]
        .sort((a, b) => a - b)
        .slice(0, COUNTED);
      crowd = members.length < CROWD ? null : new Crowd(members.map(this.wordsOf));
      this.counted.set(leader, crowd);
    }
    return crowd;
  }
}

function* compareAll(
  first: Uint32Array,
  second: Uint32Array,
  wordsOf: (number: number) => Int32Array,
): Iterable<Pair> {
  const finder = new OverlapFinder();
  const sets = new ShingleSets();
  for (let at = 0; at < first.length; at++) {
    const [left, right] = [first[at]!, second[at]!];
    if (at === 0 || first[at - 1] !== left) {
      const words = wordsOf(left);
      finder.load(words);
      sets.load(words);
    }
    const words = wordsOf(right);
    yield pairOf(left, right, likenessOf(finder.compare(words)), sets.compare(words));
  }
}

function comparePair(one: number, other: number, wordsOf: (number: number) => Int32Array): Pair {
  const [left, right] = [Math.min(one, other), Math.max(one, other)];
  for (const pair of compareAll(Uint32Array.of(left), Uint32Array.of(right), wordsOf)) return pair;
  throw new RangeError('a comparison gives one pair');
}

function pairOf(
  left: number,
  right: number,
  likeness: Likeness,
  sizes: { left: number; right: number; shared: number },
): Pair {
  return {
    left,
    right,
    likeness,
    jaccard: sizes.shared / Math.max(1, sizes.left + sizes.right - sizes.shared),
    containedLeft: sizes.shared / Math.max(1, sizes.left),
    containedRight: sizes.shared / Math.max(1, sizes.right),
  };
}

function removalCurve(pairs: readonly Pair[], documents: number, copies: number): Uint32Array {
  const curve = new Uint32Array(STEPS);
  for (let step = 0; step < STEPS; step++) {
    const threshold = (step + 1) / STEPS;
    const gone = new Uint8Array(documents);
    let removed = copies;
    // Pairs come sorted by their left document, so whether it has gone is settled by then.
    for (const { left, right, jaccard } of pairs) {
      if (jaccard < threshold || gone[left] === 1 || gone[right] === 1) continue;
      gone[right] = 1;
      removed++;
    }
    curve[step] = removed;
  }
  return curve;
}
