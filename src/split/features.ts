import {
  CharacterClass,
  LineShape,
  classCount,
  shapeWidth,
  type ScannedPage,
} from '../text/scanned-page.ts';
import { mix32 } from '../text/hash.ts';
import type { MarkerMeaning } from '../language/pack.ts';
import { StampedTable } from './stamped-table.ts';
import type { VisibleLines } from './visible-lines.ts';

/** Meanings whose headings open a section below them: how far it lies back is a feature. */
const sectionMeanings = {
  tags: ['tags', 'related-or-tags'],
  related: ['related', 'read-also', 'related-or-tags', 'embedded', 'more'],
  comments: ['comment'],
} as const satisfies Record<string, readonly MarkerMeaning[]>;

/** Meanings a line can have, in groups that the model is told apart. */
const meaningGroups = {
  tagMarker: ['tags'],
  relatedMarker: ['related'],
  readAlsoMarker: ['read-also', 'embedded'],
  eitherMarker: ['related-or-tags'],
  sourceMarker: ['attribution', 'byline', 'date', 'end'],
  captionMarker: ['caption'],
  commentMarker: ['comment', 'rating'],
  siteMarker: ['share', 'navigation', 'section', 'advert', 'more'],
  legalMarker: ['consent', 'copyright', 'newsletter', 'account', 'other'],
} as const satisfies Record<string, readonly MarkerMeaning[]>;

/**
 * The features of a line, in column order. Lengths, counts and distances are logarithms of one
 * plus the value; shares are 0 to 1; claims are 0 or 1. A prose line is one long enough and
 * closed enough to be sentences.
 */
export const featureNames = [
  // The line itself.
  'length',
  'words',
  'wordLength',
  'digitShare',
  'punctuationShare',
  'upperShare',
  'capitalShare',
  'startsCapital',
  'endsSentence',
  'endsColon',
  'endsQuote',
  'endsEllipsis',
  'endsComma',
  'endsDigit',
  'innerStops',
  'innerStopRate',
  'commas',
  'commaRate',
  'bullet',
  'numbered',
  'hash',
  'address',
  'copyright',
  'pipes',
  'separators',
  'dashes',
  'question',
  'brackets',
  'startsQuote',
  'quotes',
  'symbols',
  'date',
  'year',
  'noLetters',
  'numberShare',
  'functionShare',
  'cased',
  'unsegmented',
  'allCapitals',
  'prose',
  'long',
  // What its words are known as.
  'tagMarker',
  'relatedMarker',
  'readAlsoMarker',
  'eitherMarker',
  'sourceMarker',
  'captionMarker',
  'commentMarker',
  'siteMarker',
  'legalMarker',
  'markerIsLine',
  'markerIsLabel',
  'sinceTags',
  'sinceRelated',
  'sinceComments',
  'underTags',
  // Words it shares with the rest of the page.
  'vocabulary',
  'vocabularyWords',
  'vocabularyTwice',
  'foreignWords',
  'pairsElsewhere',
  'pairsBefore',
  'pairsAfter',
  'copies',
  'copiedBefore',
  'copiesNear',
  // Where it stands.
  'position',
  'fromStart',
  'fromEnd',
  'pageLines',
  'characterPosition',
  'proseAbove',
  'proseBelow',
  'wordsToProseAbove',
  'wordsToProseBelow',
  'massAbove',
  'massBelow',
  'afterFirstProse',
  'afterLastProse',
  'inRun',
  'runStart',
  'runEnd',
  'inTightRun',
  'tightRunStart',
  'tightRunEnd',
  'densityAbove',
  'densityBelow',
  'densityShare',
  // Its neighbours.
  'nearLength',
  'wideLength',
  'nearEnds',
  'lengthSpread',
  'nearBullets',
  'nearDates',
  'shortRun',
  'shortRunBelow',
  'alike',
  'blanksBefore',
  'blanksAfter',
  'groupLength',
  'groupPosition',
  'groupRest',
  'period1',
  'period2',
  'period3',
  'periodShare',
  'shapeCopies',
  'shapeTrios',
  'proseShapeTrios',
  // The page.
  'pageShort',
  'pageProse',
  'pageEnds',
  'pageLongest',
  'pageBullets',
  'pageBlanks',
  'proseMean',
  'proseMedian',
  'againstMedian',
  'isFirst',
] as const;
export type FeatureName = (typeof featureNames)[number];

/** Columns of the feature matrix. */
export const featureCount: number = featureNames.length;

/** Lines farther away count as this far. */
const farLines = 60;
/** Words to a prose line that does not exist. */
const farWords = 500;
const shortLine = 60;

const groupOfMeaning = new Map<MarkerMeaning, FeatureName>(
  Object.entries(meaningGroups).flatMap(([group, meanings]) =>
    meanings.map((meaning) => [meaning, group as FeatureName] as const),
  ),
);

const column = Object.fromEntries(featureNames.map((name, index) => [name, index])) as Record<
  FeatureName,
  number
>;

/** A run of lines, first to last; -1 when there is none. */
interface Run {
  readonly first: number;
  readonly last: number;
}

/**
 * Computes the feature matrix of a page: one row of `featureCount` numbers for each visible
 * line. Keeps its arrays: the matrix holds until the next page.
 */
export class FeatureExtractor {
  matrix: Float32Array = new Float32Array(256 * featureNames.length);
  readonly #vocabulary = new StampedTable();
  readonly #pairs = new StampedTable();
  readonly #lineHashes = new StampedTable();
  readonly #shapes = new StampedTable();
  readonly #trios = new StampedTable();

  extract(page: ScannedPage, lines: VisibleLines): Float32Array {
    const needed = lines.count * featureCount;
    if (this.matrix.length < needed) this.matrix = new Float32Array(needed * 2);
    this.#ownFeatures(page, lines);
    this.#markerFeatures(lines);
    this.#vocabularyFeatures(page, lines);
    this.#pairFeatures(page, lines);
    this.#placeFeatures(lines);
    this.#neighbourFeatures(lines);
    this.#shapeFeatures(lines);
    return this.matrix;
  }

  #set(line: number, name: FeatureName, value: number): void {
    this.matrix[line * featureCount + column[name]] = value;
  }

  #ownFeatures(page: ScannedPage, lines: VisibleLines): void {
    for (let k = 0; k < lines.count; k++) {
      const row = lines.line[k]! * classCount;
      const shapeRow = lines.line[k]! * shapeWidth;
      const count = (kind: CharacterClass): number => page.counts[row + kind]!;
      const shape = (what: number): number => page.shape[shapeRow + what]!;
      const upper = count(CharacterClass.upper);
      const lower = count(CharacterClass.lower);
      const cased = upper + lower;
      const letters = cased + count(CharacterClass.caseless) + count(CharacterClass.unsegmented);
      let characters = 0;
      for (let kind = 0; kind < classCount; kind++) characters += page.counts[row + kind]!;
      characters = Math.max(1, characters);
      let punctuation = 0;
      for (let kind = CharacterClass.stop; kind <= CharacterClass.otherPunctuation; kind++) {
        punctuation += page.counts[row + kind]!;
      }
      const words = lines.words[k]!;
      const size = lines.size[k]!;
      const last = shape(LineShape.last);
      const stops = shape(LineShape.innerStops);
      const commas = count(CharacterClass.comma);
      this.#set(k, 'length', Math.log1p(lines.length[k]!));
      this.#set(k, 'words', Math.log1p(size));
      this.#set(
        k,
        'wordLength',
        lines.unsegmented[k] ? 5 : Math.min(15, letters / Math.max(1, words)),
      );
      this.#set(k, 'digitShare', count(CharacterClass.digit) / characters);
      this.#set(k, 'punctuationShare', punctuation / characters);
      this.#set(k, 'upperShare', letters ? upper / letters : 0);
      this.#set(
        k,
        'capitalShare',
        words && cased * 2 > letters ? Math.min(1, shape(LineShape.capitalWords) / words) : 0,
      );
      this.#set(k, 'startsCapital', shape(LineShape.startsCapital));
      this.#set(k, 'endsSentence', lines.ends[k]!);
      this.#set(k, 'endsColon', last === CharacterClass.colon ? 1 : 0);
      this.#set(k, 'endsQuote', last === CharacterClass.quote ? 1 : 0);
      this.#set(
        k,
        'endsEllipsis',
        last === CharacterClass.ellipsis || last === CharacterClass.separator ? 1 : 0,
      );
      this.#set(k, 'endsComma', last === CharacterClass.comma ? 1 : 0);
      this.#set(k, 'endsDigit', last === CharacterClass.digit ? 1 : 0);
      this.#set(k, 'innerStops', Math.log1p(stops));
      this.#set(k, 'innerStopRate', size ? Math.min(1, (stops * 5) / (size + 5)) : 0);
      this.#set(k, 'commas', Math.log1p(commas));
      this.#set(k, 'commaRate', commas / Math.max(3, size));
      this.#set(k, 'bullet', lines.bullet[k]!);
      this.#set(k, 'numbered', lines.numbered[k]!);
      this.#set(k, 'hash', Math.min(3, count(CharacterClass.hash)));
      this.#set(k, 'address', lines.address[k] || count(CharacterClass.at) > 0 ? 1 : 0);
      this.#set(k, 'copyright', count(CharacterClass.copyright) > 0 ? 1 : 0);
      this.#set(k, 'pipes', Math.min(6, count(CharacterClass.pipe)));
      this.#set(k, 'separators', Math.min(6, count(CharacterClass.separator)));
      this.#set(k, 'dashes', Math.min(4, count(CharacterClass.dash)));
      this.#set(k, 'question', count(CharacterClass.question) > 0 ? 1 : 0);
      this.#set(k, 'brackets', Math.min(3, count(CharacterClass.bracketOpen)));
      this.#set(k, 'startsQuote', shape(LineShape.first) === CharacterClass.quote ? 1 : 0);
      this.#set(k, 'quotes', Math.log1p(count(CharacterClass.quote)));
      this.#set(k, 'symbols', Math.min(5, count(CharacterClass.symbol)));
      this.#set(k, 'date', lines.date[k]!);
      this.#set(k, 'year', lines.year[k]!);
      this.#set(k, 'noLetters', letters ? 0 : 1);
      this.#set(k, 'numberShare', lines.numbers[k]! / Math.max(1, words));
      this.#set(k, 'functionShare', lines.functionShare[k]!);
      this.#set(k, 'cased', cased * 2 > letters ? 1 : 0);
      this.#set(k, 'unsegmented', lines.unsegmented[k]!);
      this.#set(k, 'allCapitals', letters > 4 && upper > 0.8 * letters ? 1 : 0);
      this.#set(k, 'prose', lines.prose[k]!);
      this.#set(k, 'long', lines.long[k]!);
    }
  }

  #markerFeatures(lines: VisibleLines): void {
    let sinceTags = farLines;
    let sinceRelated = farLines;
    let sinceComments = farLines;
    let underTags = farLines;
    for (let k = 0; k < lines.count; k++) {
      const marker = lines.marker[k];
      for (const group of Object.keys(meaningGroups)) this.#set(k, group as FeatureName, 0);
      const strong = marker?.where === 'line' || marker?.where === 'label';
      if (marker) this.#set(k, groupOfMeaning.get(marker.means)!, strong ? 1 : 0.5);
      this.#set(k, 'markerIsLine', marker?.where === 'line' ? 1 : 0);
      this.#set(k, 'markerIsLabel', marker?.where === 'label' ? 1 : 0);
      const opens = (section: keyof typeof sectionMeanings): boolean =>
        strong && (sectionMeanings[section] as readonly MarkerMeaning[]).includes(marker!.means);
      sinceTags = opens('tags') ? 0 : Math.min(farLines, sinceTags + 1);
      sinceRelated = opens('related') ? 0 : Math.min(farLines, sinceRelated + 1);
      sinceComments = opens('comments') ? 0 : Math.min(farLines, sinceComments + 1);
      if (opens('tags')) underTags = 0;
      else if (opens('related') || lines.prose[k]) underTags = farLines;
      else underTags = Math.min(farLines, underTags + 1);
      this.#set(k, 'sinceTags', Math.log1p(sinceTags));
      this.#set(k, 'sinceRelated', Math.log1p(sinceRelated));
      this.#set(k, 'sinceComments', Math.log1p(sinceComments));
      this.#set(k, 'underTags', Math.log1p(underTags));
    }
  }

  /** Calls back with each unit of content of a line: a word, or a pair of unsegmented characters. */
  #eachUnit(
    page: ScannedPage,
    lines: VisibleLines,
    k: number,
    use: (unit: number) => void,
  ): number {
    const first = page.firstWord[lines.line[k]!]!;
    const end = page.firstWord[lines.line[k]! + 1]!;
    let units = 0;
    if (lines.unsegmented[k]) {
      for (let word = first; word + 1 < end; word++, units++) {
        use(pairHash(page.words[word]!, page.words[word + 1]!));
      }
      return units;
    }
    for (let word = first; word < end; word++) {
      if (lines.isFunctionWordAt(word)) continue;
      use(page.words[word]!);
      units++;
    }
    return units;
  }

  /** The page's topic: words that its prose lines share, and how much of a line is made of them. */
  #vocabularyFeatures(page: ScannedPage, lines: VisibleLines): void {
    const table = this.#vocabulary;
    table.clear(page.wordCount + 1);
    for (let k = 0; k < lines.count; k++) {
      if (!lines.prose[k]) continue;
      this.#eachUnit(page, lines, k, (unit) => {
        const at = table.add(unit) * 3;
        if (table.values[at + 1] === k + 1) return;
        table.values[at + 1] = k + 1;
        table.values[at]!++;
      });
    }
    for (let k = 0; k < lines.count; k++) {
      const own = lines.prose[k]!;
      let once = 0;
      let twice = 0;
      const units = this.#eachUnit(page, lines, k, (unit) => {
        const slot = table.find(unit);
        if (slot < 0) return;
        const others = table.values[slot * 3]! - own;
        if (others > 0) once++;
        if (others > 1) twice++;
      });
      this.#set(k, 'vocabulary', units ? once / units : 0);
      this.#set(k, 'vocabularyWords', units ? (Math.min(units, 12) * once) / units : 0);
      this.#set(k, 'vocabularyTwice', units ? twice / units : 0);
      this.#set(k, 'foreignWords', Math.log1p(units - once));
    }
  }

  /** Word pairs a line has in common with other lines, and whole lines that stand more than once. */
  #pairFeatures(page: ScannedPage, lines: VisibleLines): void {
    const pairs = this.#pairs;
    const copies = this.#lineHashes;
    pairs.clear(page.wordCount + 1);
    copies.clear(lines.count + 1);
    for (let k = 0; k < lines.count; k++) {
      copies.values[copies.add(lines.hash[k]!) * 3]!++;
      eachPair(page, lines, k, (pair) => {
        // Values: first line, last line, both counted from 1.
        const at = pairs.add(pair) * 3;
        if (pairs.values[at] === 0) pairs.values[at] = k + 1;
        pairs.values[at + 1] = k + 1;
      });
    }
    for (let k = 0; k < lines.count; k++) {
      let before = 0;
      let after = 0;
      let elsewhere = 0;
      const count = eachPair(page, lines, k, (pair) => {
        const at = pairs.find(pair) * 3;
        const earlier = pairs.values[at]! < k + 1;
        const later = pairs.values[at + 1]! > k + 1;
        if (earlier) before++;
        if (later) after++;
        if (earlier || later) elsewhere++;
      });
      const share = 1 / Math.max(1, count);
      this.#set(k, 'pairsElsewhere', elsewhere * share);
      this.#set(k, 'pairsBefore', before * share);
      this.#set(k, 'pairsAfter', after * share);
      const copy = copies.find(lines.hash[k]!) * 3;
      this.#set(k, 'copies', Math.min(5, copies.values[copy]! - 1));
      this.#set(k, 'copiedBefore', copies.values[copy + 1]! > 0 ? 1 : 0);
      copies.values[copy + 1] = 1;
      let near = 0;
      for (let j = Math.max(0, k - 4); j <= Math.min(lines.count - 1, k + 4); j++) {
        if (copies.values[copies.find(lines.hash[j]!) * 3]! > 1) near++;
      }
      this.#set(k, 'copiesNear', near / 9);
    }
  }

  #placeFeatures(lines: VisibleLines): void {
    const n = lines.count;
    let characters = 0;
    let mass = 0;
    let firstProse = -1;
    let lastProse = -1;
    for (let k = 0; k < n; k++) {
      characters += lines.length[k]!;
      if (!lines.prose[k]) continue;
      mass += lines.size[k]!;
      if (firstProse < 0) firstProse = k;
      lastProse = k;
    }
    const run = bestRun(n, (k) => (lines.prose[k] ? Math.min(lines.size[k]!, 60) : -8));
    const tight = bestRun(n, (k) => (lines.prose[k] ? Math.min(lines.size[k]!, 60) : -25));
    let charactersAbove = 0;
    let massAbove = 0;
    let distance = farLines;
    let words = farWords;
    let density = 0;
    for (let k = 0; k < n; k++) {
      const own = lines.prose[k] ? lines.size[k]! : 0;
      this.#set(k, 'position', k / n);
      this.#set(k, 'fromStart', Math.log1p(k));
      this.#set(k, 'fromEnd', Math.log1p(n - 1 - k));
      this.#set(k, 'pageLines', Math.log1p(n));
      this.#set(k, 'characterPosition', charactersAbove / Math.max(1, characters));
      this.#set(k, 'proseAbove', Math.log1p(distance));
      this.#set(k, 'wordsToProseAbove', Math.log1p(words));
      this.#set(k, 'massAbove', mass ? massAbove / mass : 0);
      this.#set(k, 'massBelow', mass ? (mass - massAbove - own) / mass : 0);
      this.#set(k, 'afterFirstProse', firstProse < 0 ? 0 : signedLog(k - firstProse));
      this.#set(k, 'afterLastProse', lastProse < 0 ? 0 : signedLog(k - lastProse));
      this.#setRun(k, run, 'inRun', 'runStart', 'runEnd');
      this.#setRun(k, tight, 'inTightRun', 'tightRunStart', 'tightRunEnd');
      density = density * 0.8 + 0.2 * Math.min(own, 80);
      this.#set(k, 'densityAbove', Math.log1p(density));
      distance = own > 0 ? 0 : Math.min(farLines, distance + 1);
      words = own > 0 ? 0 : Math.min(farWords, words + lines.size[k]!);
      charactersAbove += lines.length[k]!;
      massAbove += own;
    }
    this.#placeFromBelow(lines);
  }

  #placeFromBelow(lines: VisibleLines): void {
    const n = lines.count;
    let distance = farLines;
    let words = farWords;
    let density = 0;
    let peak = 1;
    for (let k = n - 1; k >= 0; k--) {
      const own = lines.prose[k] ? lines.size[k]! : 0;
      this.#set(k, 'proseBelow', Math.log1p(distance));
      this.#set(k, 'wordsToProseBelow', Math.log1p(words));
      density = density * 0.8 + 0.2 * Math.min(own, 80);
      const above = Math.expm1(this.matrix[k * featureCount + column.densityAbove]!);
      peak = Math.max(peak, above + density);
      this.#set(k, 'densityBelow', Math.log1p(density));
      this.#set(k, 'densityShare', above + density);
      distance = own > 0 ? 0 : Math.min(farLines, distance + 1);
      words = own > 0 ? 0 : Math.min(farWords, words + lines.size[k]!);
    }
    for (let k = 0; k < n; k++) this.matrix[k * featureCount + column.densityShare]! /= peak;
  }

  #setRun(k: number, run: Run, inside: FeatureName, start: FeatureName, end: FeatureName): void {
    this.#set(k, inside, k >= run.first && k <= run.last ? 1 : 0);
    this.#set(k, start, run.first < 0 ? 0 : signedLog(k - run.first));
    this.#set(k, end, run.first < 0 ? 0 : signedLog(run.last - k));
  }

  #neighbourFeatures(lines: VisibleLines): void {
    const n = lines.count;
    let shortRun = 0;
    let groupFirst = 0;
    let groupLast = -1;
    for (let k = 0; k < n; k++) {
      this.#set(k, 'nearLength', Math.log1p(meanLength(lines, k, 3)));
      this.#set(k, 'wideLength', Math.log1p(meanLength(lines, k, 8)));
      let ends = 0;
      let sum = 0;
      let squares = 0;
      let bullets = 0;
      let dates = 0;
      const from = Math.max(0, k - 4);
      const to = Math.min(n - 1, k + 4);
      for (let j = from; j <= to; j++) {
        const length = this.matrix[j * featureCount + column.length]!;
        sum += length;
        squares += length * length;
        ends += lines.ends[j]!;
        bullets += lines.bullet[j]!;
        dates += lines.date[j]!;
      }
      const window = to - from + 1;
      this.#set(k, 'nearEnds', ends / window);
      this.#set(k, 'lengthSpread', Math.sqrt(Math.max(0, squares / window - (sum / window) ** 2)));
      this.#set(k, 'nearBullets', bullets / window);
      this.#set(k, 'nearDates', dates / window);
      shortRun = lines.length[k]! < shortLine ? shortRun + 1 : 0;
      this.#set(k, 'shortRun', Math.log1p(shortRun));
      if (k > groupLast) {
        groupFirst = k;
        groupLast = k;
        while (groupLast + 1 < n && lines.blanksBefore[groupLast + 1] === 0) groupLast++;
      }
      this.#set(k, 'blanksBefore', lines.blanksBefore[k]!);
      this.#set(k, 'blanksAfter', k + 1 < n ? lines.blanksBefore[k + 1]! : 0);
      this.#set(k, 'groupLength', Math.log1p(groupLast - groupFirst));
      this.#set(k, 'groupPosition', Math.log1p(k - groupFirst));
      this.#set(k, 'groupRest', Math.log1p(groupLast - k));
    }
    let below = 0;
    for (let k = n - 1; k >= 0; k--) {
      below = lines.length[k]! < shortLine ? below + 1 : 0;
      this.#set(k, 'shortRunBelow', Math.log1p(below));
    }
  }

  /** Shapes that repeat (headline, teaser, date) and what holds for the page as a whole. */
  #shapeFeatures(lines: VisibleLines): void {
    const n = lines.count;
    this.#shapes.clear(n + 1);
    this.#trios.clear(n + 1);
    for (let k = 0; k < n; k++) {
      this.#shapes.values[this.#shapes.add(shapeOf(lines, k)) * 3]!++;
      if (k > 0 && k + 1 < n) this.#trios.values[this.#trios.add(trioOf(lines, k)) * 3]!++;
    }
    const whole = wholePage(lines);
    for (let k = 0; k < n; k++) {
      const shapes = this.#shapes.values[this.#shapes.find(shapeOf(lines, k)) * 3]!;
      const inner = k > 0 && k + 1 < n;
      const trios = inner ? this.#trios.values[this.#trios.find(trioOf(lines, k)) * 3]! : 1;
      this.#set(k, 'shapeCopies', Math.log1p(shapes));
      this.#set(k, 'shapeTrios', Math.log1p(trios));
      this.#set(k, 'proseShapeTrios', lines.prose[k] ? Math.log1p(trios) : 0);
      for (const [name, period] of periods) this.#set(k, name, periodLength(lines, k, period));
      this.#set(k, 'periodShare', periodShare(lines, k));
      let alike = 0;
      for (const j of [k - 1, k + 1]) {
        if (j < 0 || j >= n) continue;
        if (Math.abs(lines.length[j]! - lines.length[k]!) < 0.4 * lines.length[k]!) alike++;
      }
      this.#set(k, 'alike', alike);
      this.#set(k, 'pageShort', whole.short);
      this.#set(k, 'pageProse', Math.log1p(whole.prose));
      this.#set(k, 'pageEnds', whole.ends);
      this.#set(k, 'pageLongest', Math.log1p(whole.longest));
      this.#set(k, 'pageBullets', whole.bullets);
      this.#set(k, 'pageBlanks', whole.blanks);
      this.#set(k, 'proseMean', Math.log1p(whole.mean));
      this.#set(k, 'proseMedian', Math.log1p(whole.median));
      this.#set(k, 'againstMedian', Math.log1p(lines.size[k]!) - Math.log1p(whole.median));
      this.#set(k, 'isFirst', k === 0 ? 1 : 0);
    }
  }
}

const periods: readonly (readonly [FeatureName, number])[] = [
  ['period1', 1],
  ['period2', 2],
  ['period3', 3],
];

function pairHash(a: number, b: number): number {
  return mix32(Math.imul(a, 0x9e3779b1) ^ b);
}

/** Pairs of neighbouring words (triples of unsegmented characters); single words are pairs of themselves. */
function eachPair(
  page: ScannedPage,
  lines: VisibleLines,
  k: number,
  use: (pair: number) => void,
): number {
  const first = page.firstWord[lines.line[k]!]!;
  const end = page.firstWord[lines.line[k]! + 1]!;
  if (end - first === 1) {
    use(page.words[first]!);
    return 1;
  }
  let pairs = 0;
  const unsegmented = lines.unsegmented[k] === 1;
  for (let word = first; word + 1 < end; word++, pairs++) {
    const pair = pairHash(page.words[word]!, page.words[word + 1]!);
    use(unsegmented && word + 2 < end ? pairHash(pair, page.words[word + 2]!) : pair);
  }
  return pairs;
}

/** The run of lines with the greatest sum of values (J. Kadane's maximum subarray). */
function bestRun(count: number, value: (k: number) => number): Run {
  let best = 0;
  let run: Run = { first: -1, last: -1 };
  let sum = 0;
  let first = 0;
  for (let k = 0; k < count; k++) {
    if (sum <= 0) {
      sum = 0;
      first = k;
    }
    sum += value(k);
    if (sum > best) {
      best = sum;
      run = { first, last: k };
    }
  }
  return run;
}

function signedLog(value: number): number {
  return Math.sign(value) * Math.log1p(Math.abs(value));
}

function meanLength(lines: VisibleLines, k: number, around: number): number {
  const from = Math.max(0, k - around);
  const to = Math.min(lines.count - 1, k + around);
  let sum = 0;
  for (let j = from; j <= to; j++) sum += lines.length[j]!;
  return sum / (to - from + 1);
}

/** What a line looks like from afar: its length class, and whether it is closed, dated, a bullet. */
function shapeOf(lines: VisibleLines, k: number): number {
  const length = Math.min(7, Math.floor(Math.log1p(lines.length[k]!) * 1.6));
  const claims =
    lines.ends[k]! * 16 +
    lines.date[k]! * 8 +
    lines.bullet[k]! * 4 +
    (lines.words[k] === 0 ? 2 : 0) +
    (lines.blanksBefore[k]! > 0 ? 1 : 0);
  return length * 32 + claims;
}

function trioOf(lines: VisibleLines, k: number): number {
  return (shapeOf(lines, k - 1) << 16) | (shapeOf(lines, k) << 8) | shapeOf(lines, k + 1);
}

function similar(lines: VisibleLines, a: number, b: number): boolean {
  if (a < 0 || b >= lines.count) return false;
  return (
    lines.ends[a] === lines.ends[b] &&
    lines.date[a] === lines.date[b] &&
    Math.abs(Math.log1p(lines.length[a]!) - Math.log1p(lines.length[b]!)) < 0.45
  );
}

/** Similar lines in a row at a distance of `period` up and down, at most 3 each way. */
function periodLength(lines: VisibleLines, k: number, period: number): number {
  let count = 0;
  for (let step = 1; step <= 3 && similar(lines, k - step * period, k); step++) count++;
  for (let step = 1; step <= 3 && similar(lines, k, k + step * period); step++) count++;
  return count;
}

/** Share of the lines around that have a similar line one period up and one down, for the best period. */
function periodShare(lines: VisibleLines, k: number): number {
  let best = 0;
  for (let period = 2; period <= 6; period++) {
    let fitting = 0;
    for (let j = k - period + 1; j < k + period; j++) {
      if (j < 0 || j >= lines.count) continue;
      if (similar(lines, j - period, j) && similar(lines, j, j + period)) fitting++;
    }
    best = Math.max(best, fitting / (2 * period - 1));
  }
  return best;
}

interface WholePage {
  readonly short: number;
  readonly prose: number;
  readonly ends: number;
  readonly longest: number;
  readonly bullets: number;
  readonly blanks: number;
  readonly mean: number;
  readonly median: number;
}

function wholePage(lines: VisibleLines): WholePage {
  const n = Math.max(1, lines.count);
  let short = 0;
  let ends = 0;
  let longest = 1;
  let bullets = 0;
  let blanks = 0;
  let words = 0;
  const sizes: number[] = [];
  for (let k = 0; k < lines.count; k++) {
    if (lines.length[k]! < 40) short++;
    ends += lines.ends[k]!;
    longest = Math.max(longest, lines.length[k]!);
    bullets += lines.bullet[k]!;
    if (lines.blanksBefore[k]! > 0) blanks++;
    if (!lines.prose[k]) continue;
    words += lines.size[k]!;
    sizes.push(lines.size[k]!);
  }
  sizes.sort((a, b) => a - b);
  return {
    short: short / n,
    prose: sizes.length,
    ends: ends / n,
    longest,
    bullets: bullets / n,
    blanks: blanks / n,
    mean: sizes.length ? words / sizes.length : 0,
    median: sizes[sizes.length >> 1] ?? 0,
  };
}
