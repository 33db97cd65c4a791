import type { MarkerMeaning } from '../language/pack.ts';
import type { ScannedPage } from '../text/scanned-page.ts';
import { column, featureCount, logOf, type FeatureName } from './feature-names.ts';
import type { Lexicon } from './lexicon.ts';
import type { VisibleLines } from './visible-lines.ts';

/** The feature that tells a line's meaning; related meanings share one. */
const featureOfMeaning: Readonly<Record<MarkerMeaning, FeatureName>> = {
  tags: 'tagMarker',
  related: 'relatedMarker',
  'read-also': 'readAlsoMarker',
  embedded: 'readAlsoMarker',
  'related-or-tags': 'eitherMarker',
  attribution: 'sourceMarker',
  byline: 'sourceMarker',
  date: 'sourceMarker',
  end: 'sourceMarker',
  caption: 'captionMarker',
  comment: 'commentMarker',
  rating: 'commentMarker',
  share: 'siteMarker',
  navigation: 'siteMarker',
  section: 'siteMarker',
  advert: 'siteMarker',
  more: 'siteMarker',
  consent: 'legalMarker',
  copyright: 'legalMarker',
  newsletter: 'legalMarker',
  account: 'legalMarker',
  other: 'legalMarker',
};

const markerColumns = [...new Set(Object.values(featureOfMeaning))].map((name) => column[name]);

/** Headings that open a section of the kind below them. */
const opensTags: ReadonlySet<MarkerMeaning> = new Set(['tags', 'related-or-tags']);
const opensRelated: ReadonlySet<MarkerMeaning> = new Set([
  'related',
  'read-also',
  'related-or-tags',
  'embedded',
  'more',
]);

/** Headings farther above than this count as this far. */
const farLines = 60;

/** Prose begins at most two lines below the heading of a carried article, which is soon told. */
const headingReach = 12;
/** A headline under a heading has more words than this; buttons and dates have fewer. */
const mostButtonWords = 3;

/** What the phrases on a line mean, and how far above it the last headings stand. */
export function addMarkerFeatures(
  matrix: Float32Array,
  page: ScannedPage,
  lines: VisibleLines,
  lexicon: Lexicon,
): void {
  let sinceTags = farLines;
  let sinceRelated = farLines;
  let sinceComments = farLines;
  let underTags = farLines;
  let allProse = 0;
  for (let k = 0; k < lines.count; k++) allProse += lines.prose[k] ? lines.size[k]! : 0;
  let proseAbove = 0;
  let proseBeforeRelated = -1;
  let proseSinceRelated = 0;
  let lastRelated = -1;
  for (let k = 0; k < lines.count; k++) {
    const row = k * featureCount;
    const marker = lines.marker[k];
    for (const markerColumn of markerColumns) matrix[row + markerColumn] = 0;
    matrix[row + column.markerIsLine] = marker?.where === 'line' ? 1 : 0;
    matrix[row + column.markerIsLabel] = marker?.where === 'label' ? 1 : 0;
    sinceTags = Math.min(farLines, sinceTags + 1);
    sinceRelated = Math.min(farLines, sinceRelated + 1);
    sinceComments = Math.min(farLines, sinceComments + 1);
    underTags = lines.prose[k] ? farLines : Math.min(farLines, underTags + 1);
    if (marker) {
      const strong = marker.where === 'line' || marker.where === 'label';
      matrix[row + column[featureOfMeaning[marker.means]]] = strong ? 1 : 0.5;
      if (strong && opensTags.has(marker.means)) {
        sinceTags = 0;
        underTags = 0;
      } else if (strong && opensRelated.has(marker.means)) underTags = farLines;
      if (strong && opensRelated.has(marker.means)) {
        sinceRelated = 0;
        if (lastRelated < 0) proseBeforeRelated = proseAbove / Math.max(1, allProse);
        lastRelated = k;
        proseSinceRelated = 0;
      }
      if (strong && marker.means === 'comment') sinceComments = 0;
    }
    const afterHeading = lastRelated >= 0 ? k - lastRelated : farLines;
    const second = Math.min(lines.count - 1, lastRelated + 2);
    matrix[row + column.proseSinceRelated] = Math.log1p(proseSinceRelated);
    matrix[row + column.proseBeforeRelated] = Math.max(0, proseBeforeRelated);
    matrix[row + column.headingThenTitle] =
      afterHeading === 1 &&
      !lines.prose[k] &&
      lines.size[k]! > mostButtonWords &&
      k + 1 < lines.count &&
      lines.prose[k + 1]
        ? 1
        : 0;
    matrix[row + column.headingThenProse] =
      afterHeading <= headingReach && lines.prose[second] ? 1 : 0;
    matrix[row + column.creditAtEnd] = lexicon.endsInCredit(page, lines.line[k]!, lines.slots)
      ? 1
      : 0;
    if (lines.prose[k]) {
      proseAbove += lines.size[k]!;
      if (lastRelated >= 0) proseSinceRelated += lines.size[k]!;
    }
    matrix[row + column.sinceTags] = logOf(sinceTags);
    matrix[row + column.sinceRelated] = logOf(sinceRelated);
    matrix[row + column.sinceComments] = logOf(sinceComments);
    matrix[row + column.underTags] = logOf(underTags);
  }
}
