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

/** By site, and by number of the line in what the survey found. */
export type RepeatedTally = Map<string, Map<number, RepeatedLine>>;

/** Sites, and lines of each, that are counted; those met later are left out. */
const countedSites = 200;
const countedLines = 60;
/** Sites, and lines of each, that the report shows. */
const shownSites = 20;
const shownLines = 8;

/**
 * Counts a line of a site.
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
    if (tally.size >= countedSites) return;
    lines = new Map();
    tally.set(site, lines);
  }
  const known = lines.get(line);
  if (known === undefined && lines.size >= countedLines) return;
  lines.set(line, known === undefined ? make() : { ...known, pages: known.pages + 1 });
}

/** Adds `part` to `whole`. */
export function addRepeated(whole: RepeatedTally, part: RepeatedTally): void {
  for (const [site, lines] of part) {
    const known = whole.get(site);
    if (known === undefined) {
      if (whole.size < countedSites) whole.set(site, new Map(lines));
      continue;
    }
    for (const [line, counted] of lines) {
      const before = known.get(line);
      if (before !== undefined) known.set(line, { ...before, pages: before.pages + counted.pages });
      else if (known.size < countedLines) known.set(line, counted);
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
