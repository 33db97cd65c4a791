import { extendHash } from '../text/hash.ts';
import { CharacterClass, classCount, type ScannedPage } from '../text/scanned-page.ts';
import { lineKey } from './site-lines.ts';

/** What a page tells, as `storyWidth` numbers; 0 for one that no word fell to. */
export type Story = Uint32Array;

/** Numbers that stand for what a page tells; a power of 2. */
export const storyWidth = 32;

/** What a survey looks at of a page. */
export interface SurveyedPage {
  /** Hash of the site or folder that it is from; one value where none is known. */
  readonly site: number;
  /** Key of the line it ends with; 0 where that is of its story. */
  readonly ending: number;
  /** What it tells; `null` without a long line. */
  readonly story: Story | null;
  /** Keys of its lines, those without words left out. */
  readonly lines: Int32Array;
}

/** The same of many pages, in columns: they move between threads as they are. */
export interface SurveyedPages {
  readonly site: Int32Array<ArrayBuffer>;
  readonly ending: Int32Array<ArrayBuffer>;
  /** Keys of the lines, page after page, and where those of each page end. */
  readonly lines: Int32Array<ArrayBuffer>;
  readonly lineEnd: Int32Array<ArrayBuffer>;
  /** Stories of the pages that tell one; 1 for each of those pages. */
  readonly stories: Uint32Array<ArrayBuffer>;
  readonly tells: Uint8Array<ArrayBuffer>;
}

/** Gathers what a survey looks at. */
export class PageNotes {
  #site: number[] = [];
  #ending: number[] = [];
  #lines: number[] = [];
  #lineEnd: number[] = [];
  #stories: number[] = [];
  #tells: number[] = [];

  /** @param site - hash of the site or folder that the page is from. */
  add(page: ScannedPage, site: number): void {
    this.#site.push(site);
    this.#ending.push(endingOf(page));
    const story = storyOf(page);
    this.#tells.push(story === null ? 0 : 1);
    if (story !== null) for (const value of story) this.#stories.push(value);
    for (let line = 0; line < page.lineCount; line++) {
      // Of a page of very many lines the first and last: furniture stands around the article.
      if (line === countedAtEnds && page.lineCount > 2 * countedAtEnds)
        line = page.lineCount - countedAtEnds;
      const key = lineKey(page, line);
      if (key !== 0) this.#lines.push(key);
    }
    this.#lineEnd.push(this.#lines.length);
  }

  /** What was gathered since the last call. */
  take(): SurveyedPages {
    const pages = {
      site: Int32Array.from(this.#site),
      ending: Int32Array.from(this.#ending),
      lines: Int32Array.from(this.#lines),
      lineEnd: Int32Array.from(this.#lineEnd),
      stories: Uint32Array.from(this.#stories),
      tells: Uint8Array.from(this.#tells),
    };
    this.#site = [];
    this.#ending = [];
    this.#lines = [];
    this.#lineEnd = [];
    this.#stories = [];
    this.#tells = [];
    return pages;
  }
}

/** The pages of columns, one by one; their lines and stories are views of the columns. */
export function* eachPage(pages: SurveyedPages): Generator<SurveyedPage> {
  let lineStart = 0;
  let storyEnd = 0;
  for (const [page, lineEnd] of pages.lineEnd.entries()) {
    const tells = pages.tells[page] === 1;
    if (tells) storyEnd += storyWidth;
    yield {
      site: pages.site[page]!,
      ending: pages.ending[page]!,
      story: tells ? pages.stories.subarray(storyEnd - storyWidth, storyEnd) : null,
      lines: pages.lines.subarray(lineStart, lineEnd),
    };
    lineStart = lineEnd;
  }
}

/** Lines counted at either end of a long page. */
const countedAtEnds = 256;

/** Lines of so many words make up what a page tells; of so many characters in scripts without spaces. */
const storyLineWords = 15;
const storyLineCharacters = 40;

/**
 * What a page tells: the pairs of words in its long lines, of characters in scripts without
 * spaces, thrown into classes by their hashes, and the smallest of each class; `null` without a
 * long line.
 *
 * Source: P. Li, A. Owen and C.-H. Zhang, "One permutation hashing", 2012.
 */
function storyOf(page: ScannedPage): Story | null {
  let story: Story | null = null;
  for (let line = 0; line < page.lineCount; line++) {
    const first = page.firstWord[line]!;
    const end = page.firstWord[line + 1]!;
    if (!isLong(page, line)) continue;
    story ??= new Uint32Array(storyWidth);
    for (let word = first + 1; word < end; word++) {
      const hash = extendHash(page.words[word - 1]!, page.words[word]!) >>> 0;
      const place = hash & (storyWidth - 1);
      if (story[place] === 0 || hash < story[place]!) story[place] = hash;
    }
  }
  return story;
}

/** Whether a line is long enough to be of what a page tells. */
function isLong(page: ScannedPage, line: number): boolean {
  const words = page.firstWord[line + 1]! - page.firstWord[line]!;
  const characters = page.counts[line * classCount + CharacterClass.unsegmented]!;
  return words >= (characters * 2 > words ? storyLineCharacters : storyLineWords);
}

/** Key of the last line that has words; 0 where that is long: then the page ends with its story. */
function endingOf(page: ScannedPage): number {
  for (let line = page.lineCount - 1; line >= 0; line--) {
    const key = lineKey(page, line);
    if (key !== 0) return isLong(page, line) ? 0 : key;
  }
  return 0;
}
