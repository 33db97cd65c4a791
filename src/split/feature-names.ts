/**
 * The features of a line, in column order. Lengths, counts and distances are logarithms of one
 * plus the value; shares are 0 to 1; claims are 0 or 1. A prose line is one long enough and
 * closed enough to be sentences.
 */
// prettier-ignore
export const featureNames = [
  // The line itself.
  'length', 'words', 'wordLength', 'digitShare', 'punctuationShare', 'upperShare', 'capitalShare',
  'startsCapital', 'endsSentence', 'endsColon', 'endsQuote', 'endsEllipsis', 'endsComma',
  'endsDigit', 'innerStops', 'innerStopRate', 'commas', 'commaRate', 'bullet', 'numbered', 'hash',
  'address', 'copyright', 'pipes', 'separators', 'dashes', 'question', 'brackets', 'startsQuote',
  'quotes', 'symbols', 'date', 'year', 'noLetters', 'numberShare', 'functionShare', 'cased',
  'unsegmented', 'allCapitals', 'prose', 'long',
  // What its words are known as.
  'tagMarker', 'relatedMarker', 'readAlsoMarker', 'eitherMarker', 'sourceMarker', 'captionMarker',
  'commentMarker', 'siteMarker', 'legalMarker', 'markerIsLine', 'markerIsLabel', 'sinceTags',
  'sinceRelated', 'sinceComments', 'underTags', 'proseSinceRelated', 'proseBeforeRelated',
  'headingThenTitle', 'headingThenProse', 'creditAtEnd',
  // What its words, and the line as a whole, say about its kind wherever they stand.
  'oddsBody', 'oddsTitle', 'oddsRelated', 'oddsTags', 'oddsFurniture', 'bestBody', 'bestTitle',
  'bestRelated', 'bestTags', 'bestFurniture', 'lineBody', 'lineTitle', 'lineRelated', 'lineTags',
  'lineFurniture', 'lineKnown', 'oddsShare', 'oddsWords',
  // Words it shares with the rest of the page.
  'vocabulary', 'vocabularyWords', 'vocabularyTwice', 'foreignWords', 'pairsElsewhere',
  'pairsBefore', 'pairsAfter', 'copies', 'copiedBefore', 'copiesNear', 'mainWords', 'otherWords',
  'wordsAbove', 'wordsBelow', 'isHeadline', 'fromHeadline', 'headlineWords', 'headlineEcho',
  // Where it stands.
  'position', 'fromStart', 'fromEnd', 'pageLines', 'characterPosition', 'proseAbove', 'proseBelow',
  'wordsToProseAbove', 'wordsToProseBelow', 'massAbove', 'massBelow', 'afterFirstProse',
  'afterLastProse', 'inRun', 'runStart', 'runEnd', 'inTightRun', 'tightRunStart', 'tightRunEnd',
  'densityAbove', 'densityBelow', 'densityShare', 'wordsSinceFirst',
  // Its neighbours.
  'nearLength', 'wideLength', 'nearEnds', 'lengthSpread', 'nearBullets', 'nearDates', 'shortRun',
  'shortRunBelow', 'alike', 'blanksBefore', 'blanksAfter', 'groupLength', 'groupPosition',
  'groupRest', 'period1', 'period2', 'period3', 'periodShare', 'shapeCopies', 'shapeTrios',
  'proseShapeTrios', 'longerThanAbove', 'longerThanBelow',
  // The page.
  'pageShort', 'pageProse', 'pageEnds', 'pageLongest', 'pageBullets', 'pageBlanks', 'proseMean',
  'proseMedian', 'againstMedian', 'isFirst',
] as const;
export type FeatureName = (typeof featureNames)[number];

/** Columns of the feature matrix. */
export const featureCount: number = featureNames.length;

/** Column of each feature. */
export const column: Readonly<Record<FeatureName, number>> = Object.fromEntries(
  featureNames.map((name, index) => [name, index]),
) as Record<FeatureName, number>;

const logarithms = Float64Array.from({ length: 1024 }, (_, value) => Math.log1p(value));

/** Logarithm of one plus a whole number. */
export function logOf(count: number): number {
  return count < logarithms.length ? logarithms[count]! : Math.log1p(count);
}

/** `logOf` of a distance, with its sign. */
export function signedLog(distance: number): number {
  return distance < 0 ? -logOf(-distance) : logOf(distance);
}
