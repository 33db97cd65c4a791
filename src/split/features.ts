import { roomFor } from '../text/room.ts';
import type { ScannedPage } from '../text/scanned-page.ts';
import { featureCount } from './feature-names.ts';
import { addKindOddsFeatures } from './kind-odds-features.ts';
import type { Lexicon } from './lexicon.ts';
import { addMarkerFeatures } from './marker-features.ts';
import { NeighbourFeatures } from './neighbour-features.ts';
import { addOwnFeatures } from './own-features.ts';
import { addPlaceFeatures, mainRun } from './place-features.ts';
import type { VisibleLines } from './visible-lines.ts';
import { VocabularyFeatures } from './vocabulary-features.ts';

/**
 * Computes the feature matrix of a page: for each visible line a row of `featureCount` numbers,
 * named by `featureNames`. Keeps its arrays: the matrix holds until the next page.
 */
export class FeatureExtractor {
  readonly #lexicon: Lexicon;
  #matrix = new Float32Array(256 * featureCount);
  readonly #vocabulary = new VocabularyFeatures();
  readonly #neighbours = new NeighbourFeatures();

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  extract(page: ScannedPage, lines: VisibleLines): Float32Array {
    const needed = lines.count * featureCount;
    if (this.#matrix.length < needed) this.#matrix = new Float32Array(roomFor(needed));
    const matrix = this.#matrix;
    const main = mainRun(lines);
    addOwnFeatures(matrix, page, lines);
    addMarkerFeatures(matrix, page, lines, this.#lexicon);
    addKindOddsFeatures(matrix, page, lines, this.#lexicon);
    this.#vocabulary.add(matrix, page, lines, main);
    addPlaceFeatures(matrix, lines, main);
    this.#neighbours.add(matrix, lines);
    return matrix;
  }
}
