import { extendHash, mix32 } from '../text/hash.ts';
import type { ScannedPage } from '../text/scanned-page.ts';

/**
 * Lines that many pages have in common. A first look at a corpus counts, for each line, the
 * pages it stands on and how different those pages are; a line on many pages that tell
 * different stories is furniture, whatever it says. A line on many copies of one story is not.
 *
 * Source: repeated blocks as template evidence go back to Z. Bar-Yossef and S. Rajagopalan,
 * "Template detection via data mining", 2002.
 */
export class LineSurvey {
  /** Pages that were looked at. */
  pages = 0;
  #keys = new Int32Array(initialCapacity);
  /** Pages each line stands on; 0 for an empty cell. */
  #counts = new Int32Array(initialCapacity);
  /** A bit for each of 32 classes of stories that the line was seen with. */
  #stories = new Int32Array(initialCapacity);
  /** Page that last counted for the line: a line counts once a page. */
  #lastPage = new Int32Array(initialCapacity);
  #size = 0;

  /** Counts the lines of a page. */
  add(page: ScannedPage): void {
    this.pages++;
    const story = 1 << (storyOf(page) & 31);
    for (let line = 0; line < page.lineCount; line++) {
      const key = surveyKey(page, line);
      if (key === 0) continue;
      const cell = this.#cellOf(key);
      if (this.#lastPage[cell] === this.pages) continue;
      this.#lastPage[cell] = this.pages;
      this.#counts[cell]!++;
      this.#stories[cell]! |= story;
    }
  }

  /** Adds what another survey counted; the order of surveys does not matter. */
  merge({ keys, counts, stories, pages }: SurveyColumns): void {
    for (let row = 0; row < keys.length; row++) {
      const cell = this.#cellOf(keys[row]!);
      this.#counts[cell]! += counts[row]!;
      this.#stories[cell]! |= stories[row]!;
    }
    this.pages += pages;
    this.#lastPage.fill(0);
  }

  /** All lines, to be merged elsewhere. */
  columns(): SurveyColumns {
    return this.#select(() => true);
  }

  /** The lines that are furniture by this survey's evidence, in the order of their keys. */
  furniture(): SurveyColumns {
    return this.#select((cell) => isFurniture(this.#counts[cell]!, this.#stories[cell]!));
  }

  #select(wanted: (cell: number) => boolean): SurveyColumns {
    const cells: number[] = [];
    for (let cell = 0; cell < this.#keys.length; cell++) {
      if (this.#counts[cell]! > 0 && wanted(cell)) cells.push(cell);
    }
    cells.sort((a, b) => this.#keys[a]! - this.#keys[b]!);
    return {
      pages: this.pages,
      keys: Int32Array.from(cells, (cell) => this.#keys[cell]!),
      counts: Int32Array.from(cells, (cell) => this.#counts[cell]!),
      stories: Int32Array.from(cells, (cell) => this.#stories[cell]!),
    };
  }

  #cellOf(key: number): number {
    const mask = this.#keys.length - 1;
    let cell = mix32(key) & mask;
    while (this.#counts[cell]! > 0 || this.#lastPage[cell]! > 0) {
      if (this.#keys[cell] === key) return cell;
      cell = (cell + 1) & mask;
    }
    if (this.#size * 2 >= this.#keys.length) {
      this.#grow();
      return this.#cellOf(key);
    }
    this.#size++;
    this.#keys[cell] = key;
    return cell;
  }

  #grow(): void {
    const before = {
      keys: this.#keys,
      counts: this.#counts,
      stories: this.#stories,
      last: this.#lastPage,
    };
    const capacity = this.#keys.length * 2;
    this.#keys = new Int32Array(capacity);
    this.#counts = new Int32Array(capacity);
    this.#stories = new Int32Array(capacity);
    this.#lastPage = new Int32Array(capacity);
    this.#size = 0;
    for (let row = 0; row < before.keys.length; row++) {
      if (before.counts[row] === 0) continue;
      const cell = this.#cellOf(before.keys[row]!);
      this.#counts[cell] = before.counts[row]!;
      this.#stories[cell] = before.stories[row]!;
      this.#lastPage[cell] = before.last[row]!;
    }
  }
}

/** Rows of a survey in columns: they move between threads and into files as they are. */
export interface SurveyColumns {
  readonly pages: number;
  readonly keys: Int32Array;
  readonly counts: Int32Array;
  readonly stories: Int32Array;
}

/** The lines a survey found to be furniture, ready to be asked for. */
export class SiteLines {
  readonly #keys: Int32Array;
  readonly #counts: Int32Array;

  /** @param columns - rows in the order of their keys. */
  constructor({ keys, counts }: Pick<SurveyColumns, 'keys' | 'counts'>) {
    this.#keys = keys;
    this.#counts = counts;
  }

  /** Pages the survey saw the line on; 0 when it is no furniture by the survey's evidence. */
  pagesWith(page: ScannedPage, line: number): number {
    const key = surveyKey(page, line);
    let low = 0;
    let high = this.#keys.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.#keys[middle]!;
      if (found === key) return this.#counts[middle]!;
      if (found < key) low = middle + 1;
      else high = middle - 1;
    }
    return 0;
  }
}

const initialCapacity = 4096;
/** Fewer pages than this may share a line by chance, or as copies of one story with edits. */
const fewestPages = 4;
/** Share of the pages that must tell different stories, as far as 32 classes can tell. */
const differentShare = 0.6;
/** Lines of so many words make up what a page tells. */
const storyLineWords = 15;
const keySeed = 0x1b873593;
/** Stands for every number, so that counts and dates do not make lines differ. */
const anyNumber = 0x5bd1e995;

function isFurniture(pages: number, stories: number): boolean {
  if (pages < fewestPages) return false;
  // So many classes are expected to be hit when all pages differ.
  const expected = 32 * (1 - (31 / 32) ** pages);
  return bitsOf(stories) >= Math.max(fewestPages - 1, differentShare * expected);
}

function bitsOf(mask: number): number {
  let rest = mask;
  let bits = 0;
  while (rest !== 0) {
    rest &= rest - 1;
    bits++;
  }
  return bits;
}

/** Key of a line: its folded words, every number alike; 0 for a line without words. */
export function surveyKey(page: ScannedPage, line: number): number {
  const first = page.firstWord[line]!;
  const end = page.firstWord[line + 1]!;
  if (first === end) return 0;
  let key = keySeed;
  for (let word = first; word < end; word++) {
    const value = page.words[word]!;
    key = extendHash(key, value & 1 ? anyNumber : value);
  }
  return key === 0 ? keySeed : key;
}

/**
 * What a page tells, as one number: the smallest hash of a word in its long lines. Edited
 * copies of a story mostly keep it, different stories hardly ever share it.
 */
function storyOf(page: ScannedPage): number {
  let smallest = 0xffff_ffff;
  for (let line = 0; line < page.lineCount; line++) {
    const first = page.firstWord[line]!;
    const end = page.firstWord[line + 1]!;
    if (end - first < storyLineWords) continue;
    for (let word = first; word < end; word++) {
      smallest = Math.min(smallest, mix32(page.words[word]! ^ keySeed) >>> 0);
    }
  }
  return mix32(smallest);
}
