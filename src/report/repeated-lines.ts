import type { BlockRole } from '../split/block.ts';

/** A line that a site repeats, as the report shows it. */
export interface RepeatedLine {
  /** As it stood on the first page, shortened. */
  readonly text: string;
  /** What it was cut as; '' when it has no finer name than furniture. */
  readonly role: BlockRole | '';
  /** Pages of the site that it was cut from. */
  readonly pages: number;
}

/** Lines that one site repeats, those on most pages first. */
export interface RepeatedLines {
  readonly site: string;
  readonly lines: readonly RepeatedLine[];
}

/** A line while it is counted. */
interface CountedLine extends RepeatedLine {
  pages: number;
}

/** By site, and by number of the line in what the survey found. */
export type RepeatedTally = Map<string, Map<number, CountedLine>>;

/** Sites, and lines of each, that are counted; those met later are left out. */
const countedSites = 200;
const countedLines = 60;
/** Sites, and lines of each, that the report shows. */
const shownSites = 20;
const shownLines = 8;

/**
 * Counts a line of a site. Nothing is left out here: what is depends on all pages before, and is
 * settled where tallies are added up.
 *
 * @param line - number of the line in what the survey found.
 * @param make - makes what is shown of it, where it is met first.
 */
export function countRepeated(
  tally: RepeatedTally,
  site: string,
  line: number,
  make: () => RepeatedLine,
): void {
  let lines = tally.get(site);
  if (lines === undefined) {
    lines = new Map();
    tally.set(site, lines);
  }
  const known = lines.get(line);
  if (known === undefined) lines.set(line, { ...make() });
  else known.pages++;
}

/**
 * Adds `part` to `whole`.
 *
 * @param keepsAll - sites and lines are counted without limit: where `whole` is itself a part to be
 * added to others, only then do the first of the sum stay the first of the run.
 */
export function addRepeated(
  whole: RepeatedTally,
  part: RepeatedTally,
  keepsAll: boolean = false,
): void {
  const [mostSites, mostLines] = keepsAll ? [Infinity, Infinity] : [countedSites, countedLines];
  for (const [site, lines] of part) {
    let known = whole.get(site);
    if (known === undefined) {
      if (whole.size >= mostSites) continue;
      known = new Map();
      whole.set(site, known);
    }
    for (const [line, counted] of lines) {
      const before = known.get(line);
      if (before !== undefined) before.pages += counted.pages;
      // A copy: the part keeps its own count.
      else if (known.size < mostLines) known.set(line, { ...counted });
    }
  }
}

/** The sites whose lines stand on most pages, and of each the lines on most; ties by name and text. */
export function repeatedSummaries(tally: RepeatedTally): readonly RepeatedLines[] {
  return [...tally]
    .map(([site, lines]) => ({
      site,
      lines: [...lines.values()]
        .sort((one, other) => other.pages - one.pages || byCodeUnit(one.text, other.text))
        .slice(0, shownLines),
    }))
    .sort(
      (one, other) =>
        (other.lines[0]?.pages ?? 0) - (one.lines[0]?.pages ?? 0) ||
        byCodeUnit(one.site, other.site),
    )
    .slice(0, shownSites);
}

function byCodeUnit(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
