import type { ScannedPage } from '../text/scanned-page.ts';
import { LineShape, shapeWidth } from '../text/scanned-page.ts';
import type { MarkerMeaning } from '../language/pack.ts';
import { blockKinds, type BlockKind, type BlockRole, type Reason } from './block.ts';
import { findEmbedded } from './embedded.ts';
import { FeatureExtractor } from './features.ts';
import { LineLabels } from './labels.ts';
import type { Lexicon } from './lexicon.ts';
import { LineModel, kindCount, type LineModelWeights } from './line-model.ts';
import { findRepeats } from './repeats.ts';
import { roleOf } from './roles.ts';
import { viterbi } from './viterbi.ts';
import { VisibleLines } from './visible-lines.ts';

/** Kinds that a phrase speaks for, so that its line can name it as the reason. */
const kindOfMeaning: { readonly [Meaning in MarkerMeaning]?: readonly BlockKind[] } = {
  related: ['related'],
  'read-also': ['related', 'embedded'],
  'related-or-tags': ['related', 'tags'],
  tags: ['tags'],
  embedded: ['embedded'],
};

/** A split page. Holds until the splitter's next page. */
export interface SplitPage {
  readonly labels: LineLabels;
  readonly lines: VisibleLines;
  /** Code of the page's language, '' when no pack's function words stand out. */
  readonly language: string;
}

/** Tells the lines of pages apart: one splitter serves page after page. */
export class Splitter {
  readonly #lexicon: Lexicon;
  readonly #weights: LineModelWeights;
  readonly #lines: VisibleLines;
  readonly #features = new FeatureExtractor();
  readonly #model: LineModel;

  constructor(lexicon: Lexicon, weights: LineModelWeights) {
    this.#lexicon = lexicon;
    this.#weights = weights;
    this.#lines = new VisibleLines(lexicon);
    this.#model = new LineModel(weights);
  }

  /** @param page - the scanned page, repaired where it needed it. */
  split(page: ScannedPage): SplitPage {
    const lines = this.#lines;
    lines.measure(page);
    const labels = new LineLabels(page.lineCount);
    if (lines.count > 0) this.#label(page, lines, labels);
    labels.fillBlanks((line) => page.shape[line * shapeWidth + LineShape.first]! < 0);
    const language = lines.language < 0 ? '' : this.#lexicon.languages[lines.language]!;
    return { labels, lines, language };
  }

  #label(page: ScannedPage, lines: VisibleLines, labels: LineLabels): void {
    const scores = this.#model.score(this.#features.extract(page, lines), lines.count);
    const decoded = viterbi(scores, lines.count, this.#weights.transitions);
    const kinds = Array.from(decoded, (kind) => blockKinds[kind]!);
    const embedded = labelEmbedded(page, lines, kinds);
    const bodyLines = kinds.flatMap((kind, k) => (kind === 'body' && lines.prose[k] ? [k] : []));
    const repeats = findRepeats(page, lines, bodyLines);
    for (let k = 0; k < lines.count; k++) {
      const kind = kinds[k]!;
      const isRepeat = repeats.has(k);
      const role = isRepeat ? 'repeat' : (embedded.get(k) ?? roleOf(page, lines, kinds, k));
      const confidence = embedded.has(k)
        ? embeddedConfidence
        : Math.exp(scores[k * kindCount + blockKinds.indexOf(kind)]!);
      labels.set(lines.line[k]!, kind, role, this.#reason(lines, k, kind, role), confidence);
    }
  }

  #reason(lines: VisibleLines, k: number, kind: BlockKind, role: BlockRole | null): Reason {
    if (role === 'repeat') return 'repeated-paragraph';
    if (kind === 'embedded') return 'embedded-article';
    const marker = lines.marker[k];
    if (marker && marker.where !== 'anywhere') {
      const kinds = kindOfMeaning[marker.means] ?? ['furniture'];
      if (kinds.includes(kind)) return 'marker';
    }
    if (role === 'caption' && lines.length[k]! > 0 && isCopy(lines, k)) return 'repeated-line';
    if (kind === 'related' || kind === 'tags') {
      for (let j = k - 1; j >= 0 && !lines.prose[j]; j--) {
        const heading = lines.marker[j];
        if (heading === undefined || heading.where === 'anywhere') continue;
        return kindOfMeaning[heading.means]?.includes(kind) ? 'after-heading' : 'model';
      }
    }
    return 'model';
  }
}

/** The rule that finds carried articles is right about nine times in ten. */
const embeddedConfidence = 0.9;

function isCopy(lines: VisibleLines, k: number): boolean {
  return lines.hash[k] === lines.hash[k - 1] || lines.hash[k] === lines.hash[k + 1];
}

/** Makes carried articles `embedded` in `kinds`; the roles of their lines by line. */
function labelEmbedded(
  page: ScannedPage,
  lines: VisibleLines,
  kinds: BlockKind[],
): Map<number, BlockRole> {
  const roles = new Map<number, BlockRole>();
  for (const article of findEmbedded(page, lines)) {
    for (let k = article.heading; k < article.end; k++) {
      kinds[k] = 'embedded';
      roles.set(k, embeddedRole(lines, article, k));
    }
  }
  return roles;
}

function embeddedRole(
  lines: VisibleLines,
  article: { readonly heading: number; readonly title: number },
  k: number,
): BlockRole {
  if (k === article.heading) return 'heading';
  if (k === article.title) return 'title';
  const marker = lines.marker[k];
  const source = marker?.means === 'attribution' && marker.where !== 'anywhere' && !lines.prose[k];
  return source ? 'attribution' : 'body';
}
