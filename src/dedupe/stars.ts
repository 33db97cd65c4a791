import { holdsTwoArticles, type Part } from './bridge.ts';
import type { PairTable } from './pair-table.ts';

/** A text of which more than this share is not in a page is no part of it. */
const partOwn = 0.5;
/** A span of a page is that of one passage when this share of it is in the other text; stray phrases stretch a span. */
const denseShare = 0.6;
/** Two texts that cover all but this share of each other are copies, be there two articles in them or one. */
const copyOwn = 0.12;
/** Two texts with no more than this of their own each are the same whole. */
const wholeOwn = 0.05;
/** Only in groups of up to this many members the centre vouches for others, as each takes a comparison. */
const mostVouchedFor = 32;
/** Most members of a group that are tried as its keeper; the centre always can be. */
const mostTried = 8;

/** What the grouping asks about documents, by their numbers in order of preference. */
export interface StarQuestions {
  /** Number of documents. */
  readonly documents: number;
  readonly pairs: PairTable;
  /** Whether one document of a pair may go in favour of the other. */
  readonly mayGo: (pair: number, removed: number) => boolean;
  /** Whether pages that hold two articles are told apart; otherwise every match counts. */
  readonly guardBridges: boolean;
  /** Words in a document. */
  readonly words: (document: number) => number;
  /** Whether `removed` may go in favour of `keeper` when an issue of the same article as both vouches for it. */
  readonly vouched: (keeper: number, removed: number) => boolean;
}

/**
 * Decides for every document which one it goes in favour of, or -1 when it stays.
 *
 * There are no chains: a document goes only if it was compared with the one that stays. Groups
 * are stars: documents are taken as centres, those with most matches first, and gather what is
 * not in a group yet. The most preferred document of a group that all others may go for is
 * kept. A document that matches a member, but not clearly the keeper, goes when `vouched`
 * confirms the comparison with the keeper. A page that holds two articles only stands for copies
 * of the whole page, so that it never joins two groups.
 */
export function groupByStars(questions: StarQuestions): Int32Array {
  const { pairs, mayGo, vouched } = questions;
  const keptBy = new Int32Array(questions.documents).fill(-1);
  const { centres, isBridge } = orderCentres(questions);
  const isKeeper = new Set<number>();
  const isFree = (document: number): boolean => keptBy[document]! < 0 && !isKeeper.has(document);
  for (const centre of centres) {
    if (!isFree(centre)) continue;
    const around = (of: number): number[] => {
      const found: number[] = [];
      const [others, places] = [pairs.othersOf(of), pairs.pairsOf(of)];
      for (let at = 0; at < others.length; at++) {
        const [document, pair] = [others[at]!, places[at]!];
        if (!isFree(document) || !mayGo(pair, document)) continue;
        if ((isBridge(of) || isBridge(document)) && !coverEachOther(pairs, pair)) continue;
        found.push(document);
      }
      return found;
    };
    const members = around(centre);
    if (members.length === 0) continue;
    const keeper = chooseKeeper(centre, members, questions);
    isKeeper.add(keeper);
    // The keeper may match more than the centre does; all of it goes, lest two matching pages stay.
    const group = keeper === centre ? members : [centre, ...members, ...around(keeper)];
    const gone = [...new Set(group)]
      .filter((document) => document !== keeper)
      .sort((a, b) => a - b);
    for (const document of gone) keptBy[document] = keeper;
    if (isBridge(centre)) continue;
    for (let at = 0; at < gone.length; at++) {
      const [others, places] = [pairs.othersOf(gone[at]!), pairs.pairsOf(gone[at]!)];
      for (let next = 0; next < others.length; next++) {
        const document = others[next]!;
        if (
          !isFree(document) ||
          isBridge(document) ||
          !mayGo(places[next]!, document) ||
          !vouched(keeper, document)
        )
          continue;
        keptBy[document] = keeper;
        gone.push(document);
      }
    }
  }
  return keptBy;
}

/**
 * The first in order of preference that every other one may go for, the centre at the latest. The
 * centre matches all of them, so it vouches for those that match the keeper less clearly.
 */
function chooseKeeper(
  centre: number,
  members: readonly number[],
  { pairs, mayGo, vouched }: StarQuestions,
): number {
  const isSmall = members.length <= mostVouchedFor;
  const group = [centre, ...members].sort((a, b) => a - b);
  for (const keeper of group.slice(0, mostTried)) {
    if (keeper === centre) return centre;
    const stands = (document: number): boolean => {
      if (document === keeper) return true;
      const pair = pairs.find(keeper, document);
      return (pair >= 0 && mayGo(pair, document)) || (isSmall && vouched(keeper, document));
    };
    if ((isSmall || pairs.degree(keeper) >= members.length) && group.every(stands)) return keeper;
  }
  return centre;
}

/** Documents that others may go for, those with most such others first; holders of two articles last. */
function orderCentres(questions: StarQuestions): {
  centres: readonly number[];
  isBridge: (document: number) => boolean;
} {
  const { documents, pairs, mayGo, guardBridges } = questions;
  const degrees = new Uint32Array(documents);
  const bridges = new Set<number>();
  const centres: number[] = [];
  for (let document = 0; document < documents; document++) {
    const [others, places] = [pairs.othersOf(document), pairs.pairsOf(document)];
    for (let at = 0; at < others.length; at++)
      if (mayGo(places[at]!, others[at]!)) degrees[document]!++;
    if (degrees[document] === 0) continue;
    centres.push(document);
    if (guardBridges && degrees[document]! > 1 && isBridgeBetween(document, questions))
      bridges.add(document);
  }
  const isBridge = (document: number): boolean => bridges.has(document);
  centres.sort(
    (a, b) => Number(isBridge(a)) - Number(isBridge(b)) || degrees[b]! - degrees[a]! || a - b,
  );
  return { centres, isBridge };
}

function coverEachOther(pairs: PairTable, pair: number): boolean {
  return pairs.ownLeft(pair) <= copyOwn && pairs.ownRight(pair) <= copyOwn;
}

function isBridgeBetween(document: number, { pairs, mayGo, words }: StarQuestions): boolean {
  const parts: Part[] = [];
  const spans: Part[] = [];
  for (const place of pairs.pairsOf(document)) {
    const pair = pairs.at(place);
    const other = pair.left === document ? pair.right : pair.left;
    const isLeft = pair.left === document;
    const own = isLeft ? pair.likeness.ownRight : pair.likeness.ownLeft;
    // Where the whole page is found again it is one text, of which others took a head or a tail.
    if (Math.max(pair.likeness.ownLeft, pair.likeness.ownRight) <= wholeOwn) return false;
    const [start, end] = isLeft ? pair.likeness.spanLeft : pair.likeness.spanRight;
    if (own <= partOwn) parts.push({ document: other, start, end });
    const shared = words(document) - (isLeft ? pair.likeness.lostLeft : pair.likeness.lostRight);
    if (shared >= denseShare * (end - start) && (mayGo(place, other) || mayGo(place, document)))
      spans.push({ document: other, start, end });
  }
  if (parts.length < 2) return false;
  return holdsTwoArticles(
    parts,
    spans,
    words(document),
    (one, other) => pairs.find(one, other) >= 0,
  );
}
