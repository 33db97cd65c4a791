import { extendHash } from '../text/hash.ts';
import type { ScannedPage } from '../text/scanned-page.ts';

/** Lines known as furniture, in columns: they move between threads and into files as they are. */
export interface SiteLineColumns {
  /** Pages that were looked at. */
  readonly pages: number;
  /** Keys of lines, see `lineKey`, in rising order. */
  readonly keys: Int32Array;
  /** Pages each line was seen on. */
  readonly counts: Int32Array;
  /** 1 for lines on a good part of the pages of one site. */
  readonly ofSite: Uint8Array;
}

/** Lines that are known to stand on many pages, ready to be asked for. */
export class SiteLines {
  readonly #columns: SiteLineColumns;

  constructor(columns: SiteLineColumns) {
    this.#columns = columns;
  }

  /** Row of the line in the columns; -1 when it is not known as furniture. */
  rowOf(page: ScannedPage, line: number): number {
    const { keys } = this.#columns;
    const key = lineKey(page, line);
    if (key === 0) return -1;
    let low = 0;
    let high = keys.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = keys[middle]!;
      if (found === key) return middle;
      if (found < key) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** Pages the line was seen on; 0 when it is not known as furniture. */
  pagesWith(page: ScannedPage, line: number): number {
    return this.#columns.counts[this.rowOf(page, line)] ?? 0;
  }

  /** Log-odds against the line of a row being of an article. */
  doubtOf(row: number): number {
    const doublings = Math.log2(this.#columns.counts[row]!);
    return this.#columns.ofSite[row] === 1
      ? Math.min(mostSiteDoubt, siteDoubtPerDoubling * doublings)
      : Math.min(mostDoubt, doubtPerDoubling * doublings);
  }
}

/**
 * Log-odds against a line for each doubling of the pages it stands on, and at most. Copies of a
 * story inside other pages look much like furniture, so that alone it counts as much as a phrase
 * of a language pack does.
 */
const doubtPerDoubling = 0.5;
const mostDoubt = 4;
/**
 * The same for lines of a site: what stands on twelve of its pages is furniture even where it
 * reads like the article around it (`test/run/site-corpus.test.ts`).
 */
const siteDoubtPerDoubling = 2.5;
const mostSiteDoubt = 12;

/** What two looks at pages of the same sites found: each line with the stronger evidence. */
export function unitedSiteLines(
  one: SiteLineColumns | null,
  other: SiteLineColumns | null,
): SiteLineColumns | null {
  if (one === null || other === null) return one ?? other;
  const counts = new Map<number, number>();
  const ofSite = new Set<number>();
  for (const columns of [one, other]) {
    for (const [row, key] of columns.keys.entries()) {
      counts.set(key, Math.max(counts.get(key) ?? 0, columns.counts[row]!));
      if (columns.ofSite[row] === 1) ofSite.add(key);
    }
  }
  const keys = Int32Array.from(counts.keys()).sort();
  return {
    pages: one.pages + other.pages,
    keys,
    counts: keys.map((key) => counts.get(key)!),
    ofSite: Uint8Array.from(keys, (key) => (ofSite.has(key) ? 1 : 0)),
  };
}

const keySeed = 0x1b873593;
/** Stands for every number, so that counts and dates do not make lines differ. */
const anyNumber = 0x5bd1e995;

/**
 * Key of a line: its folded words, every number alike; 0 for a line without words, or with nothing
 * but numbers, which stand in tables and lists of any page.
 */
export function lineKey(page: ScannedPage, line: number): number {
  const end = page.firstWord[line + 1]!;
  let key = keySeed;
  let hasName = false;
  for (let word = page.firstWord[line]!; word < end; word++) {
    const value = page.words[word]!;
    const isNumber = (value & 1) === 1;
    hasName ||= !isNumber;
    key = extendHash(key, isNumber ? anyNumber : value);
  }
  if (!hasName) return 0;
  return key === 0 ? keySeed : key;
}
