import type { CandidatePairs } from './candidates.ts';
import { visitEqualRuns } from './equal-runs.ts';
import { mix32 } from '../text/hash.ts';
import { GrowingColumn } from './growing-column.ts';
import { radixSort } from './radix-sort.ts';

/** Of the words of a filled form that vary over the crowd, this many of the rarest are joined on. */
const mostRarest = 8;
/** Words in one key: three low-cardinality blanks (day, month, price) are as telling as one number. */
const wordsTogether = 3;
/** A word that one in this many of the crowd has is part of the form. */
const variedShare = 3;
/** A key that more documents have is not telling; its documents stay apart. */
const mostTelling = 8;
/** Keys two documents must share: four common words make four keys of three. */
const fewestKeys = 4;
/** Counters of words; two words rarely share one, and then only look more common than they are. */
const wordCounters = 2 ** 21;

/**
 * Pairs within large crowds: documents that are fillings of one form share so many shingles that the
 * join compares them with a few of the crowd only. Here those meet that agree in what varies: the words
 * that few others of the crowd have, by three. Takes at most 56 rows and 224 pairs a document.
 *
 * @param crowd - per document the size of the crowd it belongs to, 0 when it belongs to none.
 * @param wordsOf - folded words of a document; asked for twice in order.
 */
export function joinByVaryingWords(
  crowd: Uint32Array,
  wordsOf: (document: number) => Int32Array,
): CandidatePairs {
  const tally = new WordTally();
  for (let document = 0; document < crowd.length; document++)
    if (crowd[document]! > 0) tally.add(wordsOf(document));
  const keys = new GrowingColumn();
  const documents = new GrowingColumn();
  for (let document = 0; document < crowd.length; document++) {
    if (crowd[document] === 0) continue;
    visitVaryingKeys(wordsOf(document), crowd[document]!, tally.counts, (key) => {
      keys.push(key);
      documents.push(document);
    });
  }
  return seenOften(pairsOfKeys(keys.values, documents.values));
}

/** In how many texts of crowds each word is, by counter. Counts of parts merge by addition. */
export class WordTally {
  readonly counts: Uint32Array = new Uint32Array(wordCounters);
  readonly #lastIn = new Uint32Array(wordCounters);
  #texts = 0;

  /** Counts the words of a text, each once. */
  add(words: Int32Array): void {
    this.#texts++;
    for (const word of words) {
      const counter = mix32(word) & (wordCounters - 1);
      if (this.#lastIn[counter] === this.#texts) continue;
      this.#lastIn[counter] = this.#texts;
      this.counts[counter]!++;
    }
  }
}

/**
 * Visits the keys of a text of a crowd: at most 56.
 *
 * @param crowd - size of the crowd it belongs to.
 * @param counts - `WordTally` of all texts of crowds.
 */
export function visitVaryingKeys(
  words: Int32Array,
  crowd: number,
  counts: Uint32Array,
  visit: (key: number) => void,
): void {
  const rarest = rarestVarying(words, crowd, counts);
  for (let one = 0; one < rarest.length; one++)
    for (let two = one + 1; two < rarest.length; two++)
      for (let three = two + 1; three < rarest.length; three++)
        visit(hashThree(rarest[one]!, rarest[two]!, rarest[three]!));
}

/**
 * The pairs of documents that have a telling key in common, once for each such key, in no order.
 *
 * @param keys - one key per row.
 * @param documents - one document per row.
 */
export function pairsOfKeys(keys: Uint32Array, documents: Uint32Array): CandidatePairs {
  const first = new GrowingColumn();
  const second = new GrowingColumn();
  visitEqualRuns(keys, documents, (run, start, end) => {
    if (end - start > mostTelling) return;
    for (let at = start; at < end; at++)
      for (let later = at + 1; later < end; later++) {
        if (run[at] === run[later]) continue;
        first.push(run[at]!);
        second.push(run[later]!);
      }
  });
  return { first: first.values, second: second.values };
}

/** The rarest words that another document has too but most of the crowd has not, sorted by hash. */
function rarestVarying(words: Int32Array, crowd: number, counts: Uint32Array): number[] {
  const countOf = (word: number): number => counts[mix32(word) & (wordCounters - 1)]!;
  const varying: number[] = [];
  for (const word of words) {
    const count = countOf(word);
    if (count > 1 && count * variedShare <= crowd && !varying.includes(word)) varying.push(word);
    if (varying.length > mostVarying) break;
  }
  return varying
    .sort((a, b) => countOf(a) - countOf(b) || a - b)
    .slice(0, mostRarest)
    .sort((a, b) => a - b);
}

/** A text with more words of its own is no filled form; its shingles tell enough. */
const mostVarying = 64;

function hashThree(one: number, two: number, three: number): number {
  return (
    mix32(Math.imul(mix32(Math.imul(mix32(one) + two, 0x9e37_79b1)) + three, wordsTogether)) >>> 0
  );
}

/** Sorts pairs, in place, and keeps those that come often enough, once each. */
export function seenOften({ first, second }: CandidatePairs): CandidatePairs {
  radixSort(second, first);
  radixSort(first, second);
  let kept = 0;
  for (let start = 0; start < first.length;) {
    let end = start + 1;
    while (end < first.length && first[end] === first[start] && second[end] === second[start])
      end++;
    const [one, other] = [first[start]!, second[start]!];
    if (end - start >= fewestKeys) {
      first[kept] = one;
      second[kept++] = other;
    }
    start = end;
  }
  return { first: first.slice(0, kept), second: second.slice(0, kept) };
}

/** Both lists of pairs as one, sorted and without repeats. */
export function mergePairs(one: CandidatePairs, other: CandidatePairs): CandidatePairs {
  if (other.first.length === 0) return one;
  const size = one.first.length + other.first.length;
  const first = new Uint32Array(size);
  const second = new Uint32Array(size);
  first.set(one.first);
  first.set(other.first, one.first.length);
  second.set(one.second);
  second.set(other.second, one.second.length);
  radixSort(second, first);
  radixSort(first, second);
  let kept = 0;
  for (let at = 0; at < size; at++) {
    if (kept > 0 && first[at] === first[kept - 1] && second[at] === second[kept - 1]) continue;
    first[kept] = first[at]!;
    second[kept++] = second[at]!;
  }
  return { first: first.slice(0, kept), second: second.slice(0, kept) };
}
