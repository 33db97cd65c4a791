import type { SiteLineColumns } from './site-lines.ts';
import {
  eachPage,
  type Story,
  storyWidth,
  type SurveyedPage,
  type SurveyedPages,
} from './surveyed-pages.ts';

/**
 * Lines that many pages have in common. A first look at a corpus counts, for each line, the
 * pages it stands on and how alike those pages are; a line on many pages that tell different
 * stories is furniture, whatever it says. A line on many copies of one story is not, nor is a
 * quotation that single pages of many sites share. Surest are lines that stand on a good part of
 * the pages of one site; what a site is tells the path, or else the line that pages end with.
 *
 * Memory is bounded: beyond so many different lines, those met once and longest ago are
 * forgotten. Pages of one site should come near each other.
 *
 * Sources: repeated blocks as template evidence go back to Z. Bar-Yossef and S. Rajagopalan,
 * "Template detection via data mining", 2002; forgetting what is rare to G. Manku and R. Motwani,
 * "Approximate frequency counts over data streams", 2002.
 */
export class LineSurvey {
  /** Pages that were looked at. */
  pages = 0;
  readonly #mostLines: number;
  /** What is known of each line. Most are met once: for those only the page they stand on. */
  readonly #lines = new Map<number, SeenLine | NumberedPage>();
  /** Pages of each site, and of each line that pages end with. */
  readonly #folders = new Map<number, number>();
  readonly #endings = new Map<number, number>();

  /** @param mostLines - different lines to remember; one met once takes some 40 bytes, others 250. */
  constructor(mostLines: number = usualLines) {
    this.#mostLines = mostLines;
  }

  /** Counts the lines of pages, in their order. */
  add(pages: SurveyedPages): void {
    for (const page of eachPage(pages)) this.#addPage(page);
  }

  #addPage(page: SurveyedPage): void {
    this.pages++;
    const { site, ending, story, lines } = page;
    const numbered = { number: this.pages, site, ending, story };
    increase(this.#folders, site);
    if (ending !== 0) increase(this.#endings, ending);
    for (let at = 0; at < lines.length; at++) this.#count(lines[at]!, numbered);
    if (this.#lines.size > this.#mostLines) this.#forgetRare();
  }

  #count(key: number, page: NumberedPage): void {
    const seen = this.#lines.get(key);
    if (seen instanceof SeenLine) seen.count(page);
    else if (seen === undefined) this.#lines.set(key, page);
    else if (seen !== page) {
      const line = new SeenLine();
      line.count(seen);
      line.count(page);
      this.#lines.set(key, line);
    }
  }

  /** The lines that are furniture by this survey's evidence, in the order of their keys. */
  furniture(): SiteLineColumns {
    const found: [number, SeenLine][] = [];
    for (const [key, seen] of this.#lines) {
      if (seen instanceof SeenLine && seen.isFurniture) found.push([key, seen]);
    }
    found.sort(([one], [other]) => one - other);
    return {
      pages: this.pages,
      keys: Int32Array.from(found, ([key]) => key),
      counts: Int32Array.from(found, ([, { pages }]) => pages),
      ofSite: Uint8Array.from(found, ([, seen]) =>
        seen.isOfSite(this.#folders, this.#endings) ? 1 : 0,
      ),
    };
  }

  /** Makes room, first of lines met once, then of others that are rare, the oldest first. */
  #forgetRare(): void {
    const wanted = this.#mostLines * keptShare;
    for (const most of [1, fewestPages - 1, Infinity]) {
      for (const [key, seen] of this.#lines) {
        if (this.#lines.size <= wanted) return;
        if (!(seen instanceof SeenLine) || seen.pages <= most) this.#lines.delete(key);
      }
    }
  }
}

/** Different lines that a survey remembers, unless it is told otherwise: 10 to 60 MB. */
const usualLines = 1 << 18;
/** Share of them that stays when room is made. */
const keptShare = 0.75;
/** Fewer pages than this may share a line by chance. */
const fewestPages = 4;
/**
 * Pages whose long lines have this share of their word pairs in common (Jaccard) tell the same
 * story. Copies with every tenth word changed have .67; different stories, which share some
 * hundredth of their pairs, have it only where a site's disclaimers are twice as long as they.
 */
const sameStory = 0.5;
/** Share of a line's pages that may tell one story. */
const mostAlike = 0.5;
/** On fewer pages of any one site than this a line is a quotation that travels between sites, */
const pagesOfOneSite = 3;
/** unless it stands on so many pages of different stories. */
const pagesOnAnySites = 32;
/** A site of fewer pages than this may be a few copies of one story. */
const leastSitePages = 12;
/** Part of a site's pages on which a line of the site itself stands; stories stand on far fewer. */
const siteShare = 0.2;

/** Whether two pages have so much in common that they tell the same story. */
function isSame(one: Story, other: Story): boolean {
  let equal = 0;
  let filled = 0;
  for (let place = 0; place < storyWidth; place++) {
    if (one[place] === 0 && other[place] === 0) continue;
    filled++;
    if (one[place] === other[place]) equal++;
  }
  return equal >= filled * sameStory;
}

/** A page that was looked at. */
interface NumberedPage extends Omit<SurveyedPage, 'lines'> {
  /** Counted from 1. */
  readonly number: number;
}

/** What is known of a line that stands on several pages. */
class SeenLine {
  pages = 0;
  #lastPage = 0;
  /** Pages that tell a story. */
  #told = 0;
  /** Stories that others are compared with: that of the first page, and of the first unlike it. */
  #first: Story | null = null;
  #other: Story | null = null;
  /** Pages that tell the same as each. */
  #likeFirst = 0;
  #likeOther = 0;
  readonly #folder = new MostCommon();
  readonly #ending = new MostCommon();

  /** Counts a page with the line on it, once. */
  count({ number, site, ending, story }: NumberedPage): void {
    if (this.#lastPage === number) return;
    this.#lastPage = number;
    this.pages++;
    this.#folder.add(site);
    this.#ending.add(ending);
    if (story === null) return;
    this.#told++;
    this.#first ??= story;
    if (isSame(this.#first, story)) {
      this.#likeFirst++;
      return;
    }
    this.#other ??= story;
    if (isSame(this.#other, story)) this.#likeOther++;
  }

  get isFurniture(): boolean {
    if (this.#told < fewestPages) return false;
    const alike = Math.max(this.#likeFirst, this.#likeOther);
    const isQuotation = this.#folder.count < pagesOfOneSite && this.#told < pagesOnAnySites;
    return alike <= mostAlike * this.#told && !isQuotation;
  }

  /** Whether it stands on a good part of the pages of a site. */
  isOfSite(folders: ReadonlyMap<number, number>, endings: ReadonlyMap<number, number>): boolean {
    return this.#folder.isGoodPart(folders) || this.#ending.isGoodPart(endings);
  }
}

/**
 * The most common of a row of values, as far as one counter can tell.
 *
 * Source: R. Boyer and J. Moore, "MJRTY: a fast majority vote algorithm", 1981.
 */
class MostCommon {
  /** How often it came, less how often others did between. */
  count = 0;
  #value = 0;
  #candidate = 0;
  #lead = 0;

  add(value: number): void {
    if (this.#lead === 0) this.#candidate = value;
    this.#lead += value === this.#candidate ? 1 : -1;
    if (this.#lead <= this.count) return;
    this.count = this.#lead;
    this.#value = this.#candidate;
  }

  /** Whether it came with a good part of all pages that have the value. */
  isGoodPart(pagesOf: ReadonlyMap<number, number>): boolean {
    const pages = pagesOf.get(this.#value) ?? 0;
    return pages >= leastSitePages && this.count >= pages * siteShare;
  }
}

function increase(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
