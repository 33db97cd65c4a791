import { visitEqualRuns } from './equal-runs.ts';
import { GrowingColumn } from './growing-column.ts';
import { fewestSampled, sampleBound } from './key.ts';
import type { RowStore } from './row-store.ts';

/**
 * A shingle in up to this many documents links all of them with each other: at most 2,016 pairs.
 * Above it the shingle is a common phrase or a template and links its documents only to a few.
 */
export const commonFrom = 64;

/** How many documents, the first in order, stand for all that share a common shingle. */
export const representatives = 2;

/** Sampled shingles two documents must share; a single one is often a stock phrase. */
export const leastSharedCount = 2;

/**
 * Share of the sample that the smaller of two texts must have in the larger one. True pairs lie
 * far above (heavy rewrites share .15 of all 3-word shingles), stock phrases and chance below.
 */
const leastSharedPart = 0.08;

/**
 * The same for two documents of large crowds: fillings of one form often agree in a phrase or two round a blank.
 * An issue of the same filling has most of what is rare, and a page that is merely edited meets those that stand
 * for its crowd.
 */
const leastSharedInCrowd = 0.3;

/** Pairs of look-alikes: `first` before `second` in order, sorted by both, without repeats. */
export interface CandidatePairs {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
}

/** What the join finds. */
export interface Candidates extends CandidatePairs {
  /** See `SampleFacts`. */
  readonly crowd: Uint32Array;
}

/** What is known of the documents' samples once all shared shingles are: columns with one entry a document. */
export interface SampleFacts {
  /** Different shingles in its sample, and the highest hash among them. */
  readonly sampled: Uint32Array;
  readonly highest: Uint32Array;
  /** Shingles of its sample that are common. */
  readonly common: Uint32Array;
  /**
   * In how many documents the most common shingle of its sample is, when at least half of the sample
   * is common; otherwise 0. Such a document is one of a large crowd that was only compared with a
   * few of it.
   */
  readonly crowd: Uint32Array;
  /** 1 when it stands for those of a common shingle. */
  readonly represents: Uint8Array;
}

/** Facts of so many documents, all 0. */
export function emptyFacts(documents: number): SampleFacts {
  const column = (): Uint32Array => new Uint32Array(documents);
  return {
    sampled: column(),
    highest: column(),
    common: column(),
    crowd: column(),
    represents: new Uint8Array(documents),
  };
}

/** Leaves a crowd to documents of which at least half of the sample is common. */
export function settleCrowds({ sampled, common, crowd }: SampleFacts): void {
  for (let document = 0; document < crowd.length; document++)
    if (common[document]! * 2 < sampled[document]!) crowd[document] = 0;
}

/**
 * Whether two documents share so many shingles that they are compared. Common ones are not asked for,
 * as most of them are not seen.
 *
 * @param one - comes before `other` in order.
 * @param shared - shingles that both have, common ones that neither stands for left out.
 */
export function shareEnough(
  facts: SampleFacts,
  one: number,
  other: number,
  shared: number,
): boolean {
  const { sampled, common, crowd, represents } = facts;
  const [ofOne, ofOther] = [boundOf(facts, one), boundOf(facts, other)];
  const rare = Math.min(
    (sampled[one]! - common[one]!) * Math.min(1, ofOther / ofOne),
    (sampled[other]! - common[other]!) * Math.min(1, ofOne / ofOther),
  );
  const inCrowd = crowd[one]! > 0 && crowd[other]! > 0 && represents[one] === 0;
  const least = Math.ceil(rare * (inCrowd ? leastSharedInCrowd : leastSharedPart));
  return shared >= Math.max(leastSharedCount, least);
}

/** The bound a document was sampled by, told from its highest hash. */
function boundOf({ sampled, highest }: SampleFacts, document: number): number {
  if (sampled[document]! < fewestSampled) return 2 ** 32;
  let bound = sampleBound;
  while (bound <= highest[document]!) bound *= 2;
  return bound;
}

/**
 * Finds the pairs of documents that share sampled shingles, partition by partition.
 *
 * Never quadratic: a shingle of n documents costs at most commonFrom / 2 pairs a document. Beside
 * the rows themselves it takes 29 bytes a document and 8 a row whose shingle is shared.
 *
 * @param store - rows (shingle hash, document).
 * @param numberOf - new number of every document, -1 to leave it out; the documents that represent
 * a common shingle are those with the smallest new numbers.
 */
export function findCandidates(store: RowStore, numberOf: Int32Array): Candidates {
  const links = new Links(numberOf.length);
  for (let partition = 0; partition < store.partitions; partition++) {
    const { hashes, documents } = store.take(partition);
    const rows = renumber(hashes, documents, numberOf, links.facts);
    visitEqualRuns(hashes.subarray(0, rows), documents.subarray(0, rows), (run, start, end) =>
      links.add(run, start, end),
    );
  }
  return links.pairs();
}

function renumber(
  hashes: Uint32Array,
  documents: Uint32Array,
  numberOf: Int32Array,
  { sampled, highest }: SampleFacts,
): number {
  let kept = 0;
  for (let row = 0; row < hashes.length; row++) {
    const number = numberOf[documents[row]!]!;
    if (number < 0) continue;
    const hash = hashes[row]!;
    hashes[kept] = hash;
    documents[kept++] = number;
    sampled[number]!++;
    if (hash > highest[number]!) highest[number] = hash;
  }
  return kept;
}

/** Marks the last document of a run; numbers of documents are below it. */
const lastOfRun = 2 ** 31;

/** Which documents share shingles: one after another the documents of each shared shingle. */
class Links {
  readonly facts: SampleFacts;
  readonly #runs = new GrowingColumn();
  /** For each entry of `runs` the next entry of the same document, and per document its first; 0 ends. */
  readonly #next = new GrowingColumn();
  readonly #head: Uint32Array;

  constructor(documents: number) {
    this.facts = emptyFacts(documents);
    this.#head = new Uint32Array(documents);
    // Entry 0 is taken, so that 0 can end a chain.
    this.#runs.push(0);
    this.#next.push(0);
  }

  /** Adds the documents of one shingle, sorted. A document that says it twice counts once. */
  add(run: Uint32Array, start: number, end: number): void {
    const { sampled, common, crowd, represents } = this.facts;
    let last = start;
    for (let at = start + 1; at < end; at++) {
      if (run[at] === run[last]) sampled[run[at]!]!--;
      else run[++last] = run[at]!;
    }
    const length = last - start + 1;
    if (length < 2) return;
    const isCommon = length > commonFrom;
    for (let at = start; at <= last; at++) {
      const document = run[at]!;
      if (isCommon) {
        if (at - start < representatives) represents[document] = 1;
        common[document]!++;
        if (length > crowd[document]!) crowd[document] = length;
      }
      const linksOn = at < last && (!isCommon || at - start < representatives);
      const entry = this.#runs.length;
      this.#runs.push(at === last ? document + lastOfRun : document);
      this.#next.push(linksOn ? this.#head[document]! : 0);
      if (linksOn) this.#head[document] = entry;
    }
  }

  /** The pairs, once all shared shingles have been added and `sampled` and `highest` are filled in. */
  pairs(): Candidates {
    const { facts } = this;
    const head = this.#head;
    const [runs, next] = [this.#runs.values, this.#next.values];
    settleCrowds(facts);
    const shared = new Uint32Array(head.length);
    let touched = new Uint32Array(1 << 12);
    const first = new GrowingColumn();
    const second = new GrowingColumn();
    for (let document = 0; document < head.length; document++) {
      let met = 0;
      for (let entry = head[document]!; entry !== 0; entry = next[entry]!) {
        for (let at = entry + 1; ; at++) {
          const other = runs[at]! & (lastOfRun - 1);
          if (shared[other]!++ === 0) {
            if (met === touched.length) touched = doubled(touched);
            touched[met++] = other;
          }
          if (runs[at]! >= lastOfRun) break;
        }
      }
      let kept = 0;
      for (let at = 0; at < met; at++) {
        const other = touched[at]!;
        touched[kept] = other;
        const count = shared[other]!;
        shared[other] = 0;
        // Most documents met share a single shingle: nothing more is looked up for them.
        if (count >= leastSharedCount && shareEnough(facts, document, other, count)) kept++;
      }
      if (kept > 1) touched.subarray(0, kept).sort();
      for (let at = 0; at < kept; at++) {
        first.push(document);
        second.push(touched[at]!);
      }
    }
    return { first: first.values, second: second.values, crowd: facts.crowd };
  }
}

function doubled(values: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(values.length * 2);
  larger.set(values);
  return larger;
}
