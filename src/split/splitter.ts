import type { ScannedPage } from '../text/scanned-page.ts';
import { LineShape, shapeWidth } from '../text/scanned-page.ts';
import type { MarkerMeaning } from '../language/pack.ts';
import { blockKinds, type BlockKind, type BlockRole, type Reason } from './block.ts';
import { CarriedBy, settleCarried } from './carried-articles.ts';
import { dropComments } from './comment-threads.ts';
import { dropCookieLists } from './cookie-lists.ts';
import { FeatureExtractor } from './features.ts';
import { KnownWords } from './known-words.ts';
import { LineLabels } from './labels.ts';
import type { Lexicon } from './lexicon.ts';
import { LineModel, kindCount, type LineModelWeights } from './line-model.ts';
import { writeLogProbabilities } from './log-probabilities.ts';
import { findMissingBody } from './missing-body.ts';
import { dropCaptions } from './picture-credits.ts';
import { findRepeats } from './repeats.ts';
import { rolesOf } from './roles.ts';
import { settleByMarkers } from './settle.ts';
import { settleFacts } from './settle-facts.ts';
import type { SiteLines } from './site-lines.ts';
import { settleHeadings, settleMarks, settleRelated, shareOpinions } from './settle-lists.ts';
import { settleTables } from './settle-tables.ts';
import { settleTitles } from './settle-titles.ts';
import { viterbi } from './viterbi.ts';
import { VisibleLines } from './visible-lines.ts';
import { dropWeakBody } from './weak-body.ts';

/** Kinds that a phrase speaks for, so that its line can name it as the reason. */
const kindOfMeaning: { readonly [Meaning in MarkerMeaning]?: readonly BlockKind[] } = {
  related: ['related'],
  'read-also': ['related', 'embedded'],
  'related-or-tags': ['related', 'tags'],
  tags: ['tags'],
  embedded: ['embedded'],
};

/** What the splitter does with lines that may be body or not, as log-odds added to `body`. */
export const leanings = {
  /** Here precision and recall of body words are nearest to each other in cross-validation. */
  balanced: -0.25,
  /** Less that is not of the article. */
  precision: -1,
  /** Less of the article is lost. */
  recall: 0.9,
} as const;
export type Leaning = keyof typeof leanings;

/**
 * Log-odds added to `related`: about what furniture is given of `embedded` (see `settleCarried`), so
 * that of the two the lists do not lose.
 */
const relatedOdds = 0.4;

/** A split page. Holds until the splitter's next page. */
export interface SplitPage {
  readonly labels: LineLabels;
  readonly lines: VisibleLines;
  /** By visible line: its row among the lines known of sites, -1 for others. */
  readonly siteRows: Int32Array;
  /** Code of the page's language, '' when no pack's function words stand out. */
  readonly language: string;
}

/** Tells the lines of pages apart: one splitter serves page after page. */
export class Splitter {
  readonly #lexicon: Lexicon;
  readonly #weights: LineModelWeights;
  readonly #lines: VisibleLines;
  readonly #features: FeatureExtractor;
  readonly #known: KnownWords;
  readonly #model: LineModel;
  readonly #leaning: Leaning;
  readonly #siteLines: SiteLines | null;
  #siteRows = new Int32Array(0);

  /** @param siteLines - lines known to stand on many pages of the corpus, if it was surveyed. */
  constructor(
    lexicon: Lexicon,
    weights: LineModelWeights,
    leaning: Leaning = 'balanced',
    siteLines: SiteLines | null = null,
  ) {
    this.#siteLines = siteLines;
    this.#lexicon = lexicon;
    this.#weights = weights;
    this.#leaning = leaning;
    this.#lines = new VisibleLines(lexicon);
    this.#features = new FeatureExtractor(lexicon);
    this.#known = new KnownWords(lexicon);
    this.#model = new LineModel(weights);
  }

  /** @param page - the scanned page, repaired where it needed it. */
  split(page: ScannedPage): SplitPage {
    const lines = this.#lines;
    lines.measure(page);
    this.#siteRows = new Int32Array(lines.count).fill(-1);
    const labels = new LineLabels(page.lineCount);
    if (lines.count > 0) this.#label(page, lines, labels);
    labels.fillBlanks((line) => page.shape[line * shapeWidth + LineShape.first]! < 0);
    const language = lines.language < 0 ? '' : this.#lexicon.languages[lines.language]!;
    return { labels, lines, siteRows: this.#siteRows, language };
  }

  #label(page: ScannedPage, lines: VisibleLines, labels: LineLabels): void {
    const matrix = this.#features.extract(page, lines);
    const scores = this.#model.score(matrix, lines.count);
    this.#lean(scores, lines.count);
    this.#weighSiteLines(page, lines, scores);
    shareOpinions(lines, scores);
    const { transitions } = this.#weights;
    const carried = settleCarried(page, lines, scores, transitions);
    const decoded = viterbi(scores, lines.count, transitions);
    for (let k = 0; k < lines.count; k++) if (carried[k] !== CarriedBy.none) decoded[k] = embedded;
    settleTitles(page, lines, scores, decoded);
    settleRelated(lines, scores, decoded);
    settleHeadings(lines, decoded);
    settleMarks(lines, decoded);
    settleFacts(lines, scores, decoded);
    settleTables(page, lines, decoded);
    const kinds = Array.from(decoded.subarray(0, lines.count), (kind) => blockKinds[kind]!);
    const isVerse = findMissingBody(lines, scores, kinds);
    const told = new Map<number, ToldLine>();
    if (this.#leaning !== 'recall') {
      if (!isVerse) dropWeakBody(lines, scores, kinds);
      dropCookieLists(page, lines, kinds);
      for (const k of dropComments(page, lines, kinds)) told.set(k, comment);
      for (const k of dropCaptions(page, lines, matrix, this.#known, kinds)) told.set(k, caption);
    }
    settleByMarkers(lines, scores, kinds);
    const repeats = findRepeats(page, lines, kinds, matrix);
    const roles = rolesOf(page, lines, kinds);
    const headings = openHeadings(lines);
    for (let k = 0; k < lines.count; k++) {
      const kind = kinds[k]!;
      const rule = kind === 'furniture' ? told.get(k) : undefined;
      const role = repeats.has(k) ? 'repeat' : (rule?.role ?? roles[k]!);
      const reason = rule?.reason ?? this.#reason(lines, headings, k, kind, role);
      const probability = this.#probability(scores, k, kind);
      const isFound = rule !== undefined || carried[k] === CarriedBy.heading;
      const confidence = isFound ? Math.max(probability, ruleConfidence) : probability;
      labels.set(lines.line[k]!, kind, role, reason, confidence);
    }
  }

  /** Moves the odds of `body` and of `related` against the other kinds. */
  #lean(scores: Float32Array, lineCount: number): void {
    for (let row = 0; row < lineCount * kindCount; row += kindCount) {
      scores[row + body]! += leanings[this.#leaning];
      scores[row + related]! += relatedOdds;
      writeLogProbabilities(scores, row, scores, row, kindCount);
    }
  }

  /** Lines that stand on many pages with other stories are hardly of this one's body. */
  #weighSiteLines(page: ScannedPage, lines: VisibleLines, scores: Float32Array): void {
    if (this.#siteLines === null) return;
    for (let k = 0; k < lines.count; k++) {
      const row = this.#siteLines.rowOf(page, lines.line[k]!);
      this.#siteRows[k] = row;
      // Not against title: a headline stands in the related lists of other pages.
      if (row >= 0) scores[k * kindCount + body]! -= this.#siteLines.doubtOf(row);
    }
  }

  /** Probability of a kind; where doubt was taken from body alone, the rest is made whole again. */
  #probability(scores: Float32Array, k: number, kind: BlockKind): number {
    const row = k * kindCount;
    const probability = Math.exp(scores[row + blockKinds.indexOf(kind)]!);
    if (this.#siteRows[k]! < 0) return probability;
    let sum = 0;
    for (let each = 0; each < kindCount; each++) sum += Math.exp(scores[row + each]!);
    return probability / sum;
  }

  #reason(
    lines: VisibleLines,
    headings: Int32Array,
    k: number,
    kind: BlockKind,
    role: BlockRole | null,
  ): Reason {
    if (role === 'repeat') return 'repeated-paragraph';
    if (kind === 'embedded') return 'embedded-article';
    const marker = lines.marker[k];
    if (marker && marker.where !== 'anywhere') {
      const kinds = kindOfMeaning[marker.means] ?? ['furniture'];
      if (kinds.includes(kind)) return 'marker';
    }
    if (kind === 'furniture' && this.#siteRows[k]! >= 0) return 'site-line';
    if (role === 'caption' && lines.length[k]! > 0 && isCopy(lines, k)) return 'repeated-line';
    const heading = lines.marker[headings[k]!];
    const isListed = (kind === 'related' || kind === 'tags') && heading !== undefined;
    if (isListed && kindOfMeaning[heading.means]?.includes(kind)) return 'after-heading';
    return 'model';
  }
}

/** What a rule says of a line that it takes from the body. */
interface ToldLine {
  readonly role: BlockRole;
  readonly reason: Reason;
}

const comment: ToldLine = { role: 'comment', reason: 'after-heading' };
const caption: ToldLine = { role: 'caption', reason: 'marker' };

/** Rules that go by headings, dates and credits are right about nine times in ten. */
const ruleConfidence = 0.9;

/** By line: the nearest known phrase above it with no prose between the two; -1 without one. */
function openHeadings(lines: VisibleLines): Int32Array {
  const headings = new Int32Array(lines.count).fill(-1);
  for (let k = 1; k < lines.count; k++) {
    if (lines.prose[k - 1]) continue;
    const marker = lines.marker[k - 1];
    const isKnown = marker !== undefined && marker.where !== 'anywhere';
    headings[k] = isKnown ? k - 1 : headings[k - 1]!;
  }
  return headings;
}

const body = blockKinds.indexOf('body');
const related = blockKinds.indexOf('related');
const embedded = blockKinds.indexOf('embedded');

function isCopy(lines: VisibleLines, k: number): boolean {
  return lines.hash[k] === lines.hash[k - 1] || lines.hash[k] === lines.hash[k + 1];
}
