/** A page is taken for a holder of two articles when parts of it that are this much of it are found apart elsewhere. */
const partsOfPage = 0.5;
/** Parts overlap when they share more than this much of the smaller. */
const overlapOfParts = 0.2;
/** A text spans two parts of a page when it has this share of each. */
const spannedShare = 0.5;
/** Most parts of one page that are compared with each other. */
const mostParts = 24;

/** A stretch of a page that is a text of its own elsewhere. Places in words, the end exclusive. */
export interface Part {
  readonly document: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Whether a page holds two articles: two of the texts found in it lie in separate places of the
 * page and have nothing in common with each other, and no third text has both. (A head and a tail
 * of one article lie apart too, but other issues of the article span them.)
 *
 * @param parts - the texts found in the page in whole or for the most part.
 * @param spans - where each issue of the page, or of a part of it, begins and ends in the page.
 * @param words - length of the page.
 * @param related - whether two documents share passages.
 */
export function holdsTwoArticles(
  parts: readonly Part[],
  spans: readonly Part[],
  words: number,
  related: (one: number, other: number) => boolean,
): boolean {
  const longest = parts
    .toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.document - b.document)
    .slice(0, mostParts);
  return longest.some((one, at) =>
    longest.slice(at + 1).some((other) => {
      const [first, second] = [one.end - one.start, other.end - other.start];
      const overlap = Math.min(one.end, other.end) - Math.max(one.start, other.start);
      return (
        first + second >= partsOfPage * words &&
        overlap <= overlapOfParts * Math.min(first, second) &&
        !related(one.document, other.document) &&
        !spans.some((span) => covers(span, one) && covers(span, other))
      );
    }),
  );
}

function covers(span: Part, part: Part): boolean {
  const overlap = Math.min(span.end, part.end) - Math.max(span.start, part.start);
  return span.document !== part.document && overlap >= spannedShare * (part.end - part.start);
}
