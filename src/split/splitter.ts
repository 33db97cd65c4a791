import type { ScannedPage } from '../text/scanned-page.ts';
import { LineShape, shapeWidth } from '../text/scanned-page.ts';
import type { MarkerMeaning } from '../language/pack.ts';
import { blockKinds, type BlockKind, type BlockRole, type Reason } from './block.ts';
import { dropCookieLists } from './cookie-lists.ts';
import { findEmbedded, opensArticle } from './embedded.ts';
import { FeatureExtractor } from './features.ts';
import { LineLabels } from './labels.ts';
import type { Lexicon } from './lexicon.ts';
import { LineModel, kindCount, type LineModelWeights } from './line-model.ts';
import { findRepeats } from './repeats.ts';
import { findMissingBody } from './missing-body.ts';
import { rolesOf } from './roles.ts';
import { isHeading, settleByMarkers } from './settle.ts';
import { settleFacts } from './settle-facts.ts';
import type { SiteLines } from './site-lines.ts';
import { settleHeadings, settleMarks, settleRelated, shareOpinions } from './settle-lists.ts';
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
  balanced: -0.5,
  /** Less that is not of the article. */
  precision: -1.2,
  /** Less of the article is lost. */
  recall: 0.7,
} as const;
export type Leaning = keyof typeof leanings;

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
    const decoded = viterbi(scores, lines.count, this.#weights.transitions);
    settleTitles(page, lines, scores, decoded);
    settleRelated(lines, scores, decoded);
    settleHeadings(lines, decoded);
    settleMarks(lines, decoded);
    settleFacts(lines, scores, decoded);
    const kinds = Array.from(decoded.subarray(0, lines.count), (kind) => blockKinds[kind]!);
    const isVerse = findMissingBody(lines, scores, kinds);
    if (this.#leaning !== 'recall') {
      if (!isVerse) dropWeakBody(lines, scores, kinds);
      dropCookieLists(page, lines, kinds);
    }
    const carried = labelEmbedded(page, lines, scores, kinds);
    settleByMarkers(lines, scores, kinds);
    const repeats = findRepeats(page, lines, kinds, matrix);
    const roles = rolesOf(page, lines, kinds);
    const headings = openHeadings(lines);
    for (let k = 0; k < lines.count; k++) {
      const kind = kinds[k]!;
      const role = repeats.has(k) ? 'repeat' : roles[k]!;
      const probability = this.#probability(scores, k, kind);
      const confidence = carried.has(k) ? Math.max(probability, carriedConfidence) : probability;
      labels.set(
        lines.line[k]!,
        kind,
        role,
        this.#reason(lines, headings, k, kind, role),
        confidence,
      );
    }
  }

  /** Moves the odds of `body` against all other kinds. */
  #lean(scores: Float32Array, lineCount: number): void {
    const odds = Math.exp(leanings[this.#leaning]);
    if (odds === 1) return;
    for (let row = 0; row < lineCount * kindCount; row += kindCount) {
      const others = 1 - Math.exp(scores[row + body]!);
      const normaliser = Math.log(others + (1 - others) * odds);
      for (let kind = 0; kind < kindCount; kind++) scores[row + kind]! -= normaliser;
      scores[row + body]! += leanings[this.#leaning];
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

/** The rule that finds carried articles is right about nine times in ten. */
const carriedConfidence = 0.9;

function isCopy(lines: VisibleLines, k: number): boolean {
  return lines.hash[k] === lines.hash[k - 1] || lines.hash[k] === lines.hash[k + 1];
}

/**
 * Makes carried articles `embedded` in `kinds`: those that stand apart from the main article,
 * and those that the model thinks possible.
 *
 * @returns the lines that were found by their heading and headline.
 */
function labelEmbedded(
  page: ScannedPage,
  lines: VisibleLines,
  scores: Float32Array,
  kinds: BlockKind[],
): Set<number> {
  const carried = new Set<number>();
  for (const { heading, end, isApart } of findEmbedded(page, lines)) {
    if (!isApart && meanProbability(scores, heading, end) < possible) continue;
    for (let k = heading; k < end; k++) {
      kinds[k] = 'embedded';
      carried.add(k);
    }
  }
  for (let first = 0; first < lines.count; first++) {
    if (kinds[first] !== 'embedded') continue;
    let end = first + 1;
    while (end < lines.count && kinds[end] === 'embedded') end++;
    const headed = isHeaded(lines, first);
    const least = headed ? likely : sure;
    const hasProse = lines.prose.subarray(first, end).includes(1);
    const isArticle = hasProse && meanProbability(scores, first, end) >= least;
    if (!carried.has(first) && !isArticle) {
      // Under a heading and without prose it is a list of headlines.
      const instead = headed && !hasProse ? related : furniture;
      for (let k = first; k < end; k++) {
        if (!carried.has(k)) kinds[k] = withoutEmbedded(scores, k, instead);
      }
    }
    first = end;
  }
  return carried;
}

/**
 * Articles inside another are taken as such from these mean probabilities of their lines: those
 * of a heading and headline that fit them, of a heading alone, and without one.
 */
const possible = 0.1;
const likely = 0.45;
const sure = 0.75;

/** A heading that may open a second article is its first line or stands right above it. */
function isHeaded(lines: VisibleLines, first: number): boolean {
  return [first - 1, first].some((k) => {
    const marker = lines.marker[k];
    return marker !== undefined && opensArticle.has(marker.means) && isHeading(lines, k);
  });
}

const embedded = blockKinds.indexOf('embedded');

function meanProbability(scores: Float32Array, first: number, end: number): number {
  let sum = 0;
  for (let k = first; k < end; k++) sum += Math.exp(scores[k * kindCount + embedded]!);
  return sum / (end - first);
}

/** The likeliest other kind, when what speaks for a second article speaks for `instead`. */
function withoutEmbedded(scores: Float32Array, k: number, instead: number): BlockKind {
  const row = k * kindCount;
  const chances = Array.from(scores.subarray(row, row + kindCount), Math.exp);
  chances[instead]! += chances[embedded]!;
  chances[embedded] = 0;
  return blockKinds[chances.indexOf(Math.max(...chances))]!;
}

const related = blockKinds.indexOf('related');
const furniture = blockKinds.indexOf('furniture');
