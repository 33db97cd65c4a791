import { blockKinds } from './block.ts';

/** Number of kinds the model tells apart: its classes are `blockKinds`, in that order. */
export const kindCount: number = blockKinds.length;

/** One layer of context: fading means of every channel above and below, mixed and added. */
export interface ContextLayer {
  /** How much of a channel's mean stays from one line to the next, 0 to 1, from above. */
  readonly decayAbove: Float32Array;
  readonly decayBelow: Float32Array;
  /** `hidden` rows of `3 * hidden` weights: for the line, what is above, what is below. */
  readonly mix: Float32Array;
  readonly mixBias: Float32Array;
}

/**
 * Weights of the line model, a small network that reads a page as a sequence of lines:
 *
 *     z = clip((features - mean) * scale)             each feature to about -4 .. 4
 *     h = relu(encode z + encodeBias)                 what a line is by itself
 *     h = h + relu(mix [h, above, below] + mixBias)   what stands around it, near and far
 *     h = h + pool [mean of h, maximum of h]          what the page is like
 *     h = h + relu(mix [h, above, below] + mixBias)   once more, knowing that
 *     logits = output h + outputBias
 *
 * A fading mean at decay d is m(i) = d m(i-1) + (1 - d) h(i); a line sees the mean that ends
 * with its neighbour. Each channel has its own decay in each direction, so that context costs
 * two multiplications a channel whatever its reach. Kinds of neighbouring lines are then
 * settled together by `transitions` (see `viterbi`).
 */
export interface LineModelWeights {
  readonly features: readonly string[];
  readonly hidden: number;
  readonly mean: Float32Array;
  readonly scale: Float32Array;
  /** `hidden` rows of one weight a feature. */
  readonly encode: Float32Array;
  readonly encodeBias: Float32Array;
  readonly first: ContextLayer;
  /** `hidden` rows of `2 * hidden` weights. */
  readonly pool: Float32Array;
  readonly poolBias: Float32Array;
  readonly second: ContextLayer;
  /** A row of `hidden` weights for each kind. */
  readonly output: Float32Array;
  readonly outputBias: Float32Array;
  /** Log-odds of kind b after kind a against kind b at all: row a, column b. */
  readonly transitions: Float32Array;
}

/** Standardised features are held within this: beyond it lies only the odd page. */
export const featureLimit = 4;

/** Runs the network. Keeps its arrays: an answer holds until the next page. */
export class LineModel {
  readonly #weights: LineModelWeights;
  #hidden = new Float32Array(0);
  /** For each line: its channels, their fading means above, and below. */
  #context = new Float32Array(0);
  #scores = new Float32Array(0);
  readonly #input: Float32Array;

  constructor(weights: LineModelWeights) {
    this.#weights = weights;
    this.#input = new Float32Array(Math.max(weights.features.length, 2 * weights.hidden));
  }

  /**
   * @param matrix - a row of features for each line, columns as in `weights.features`.
   * @returns log-probabilities, `kindCount` for each line.
   */
  score(matrix: Float32Array, lineCount: number): Float32Array {
    const { hidden, first, second } = this.#weights;
    if (this.#hidden.length < lineCount * hidden) {
      this.#hidden = new Float32Array(lineCount * hidden * 2);
      this.#context = new Float32Array(lineCount * hidden * 6);
      this.#scores = new Float32Array(lineCount * kindCount * 2);
    }
    this.#encode(matrix, lineCount);
    this.#addContext(first, lineCount);
    this.#addPage(lineCount);
    this.#addContext(second, lineCount);
    this.#classify(lineCount);
    return this.#scores;
  }

  #encode(matrix: Float32Array, lineCount: number): void {
    const { features, hidden, mean, scale, encode, encodeBias } = this.#weights;
    const count = features.length;
    const input = this.#input;
    for (let line = 0; line < lineCount; line++) {
      const row = line * count;
      for (let feature = 0; feature < count; feature++) {
        const value = (matrix[row + feature]! - mean[feature]!) * scale[feature]!;
        input[feature] = Math.max(-featureLimit, Math.min(featureLimit, value));
      }
      for (let unit = 0; unit < hidden; unit++) {
        const sum = encodeBias[unit]! + dot(encode, unit * count, input, 0, count);
        this.#hidden[line * hidden + unit] = Math.max(0, sum);
      }
    }
  }

  #addContext(layer: ContextLayer, lineCount: number): void {
    const { hidden } = this.#weights;
    const values = this.#hidden;
    const context = this.#context;
    const width = 3 * hidden;
    for (let unit = 0; unit < hidden; unit++) {
      const above = layer.decayAbove[unit]!;
      const below = layer.decayBelow[unit]!;
      let fading = 0;
      for (let line = 0; line < lineCount; line++) {
        const value = values[line * hidden + unit]!;
        context[line * width + unit] = value;
        context[line * width + hidden + unit] = fading;
        fading = above * fading + (1 - above) * value;
      }
      fading = 0;
      for (let line = lineCount - 1; line >= 0; line--) {
        context[line * width + 2 * hidden + unit] = fading;
        fading = below * fading + (1 - below) * values[line * hidden + unit]!;
      }
    }
    for (let line = 0; line < lineCount; line++) {
      for (let unit = 0; unit < hidden; unit++) {
        const sum =
          layer.mixBias[unit]! + dot(layer.mix, unit * width, context, line * width, width);
        if (sum > 0) values[line * hidden + unit]! += sum;
      }
    }
  }

  #addPage(lineCount: number): void {
    const { hidden, pool, poolBias } = this.#weights;
    const values = this.#hidden;
    const page = this.#input.fill(0, 0, 2 * hidden);
    for (let line = 0; line < lineCount; line++) {
      for (let unit = 0; unit < hidden; unit++) {
        const value = values[line * hidden + unit]!;
        page[unit]! += value / lineCount;
        page[hidden + unit] = Math.max(page[hidden + unit]!, value);
      }
    }
    for (let unit = 0; unit < hidden; unit++) {
      const sum = poolBias[unit]! + dot(pool, unit * 2 * hidden, page, 0, 2 * hidden);
      for (let line = 0; line < lineCount; line++) values[line * hidden + unit]! += sum;
    }
  }

  #classify(lineCount: number): void {
    const { hidden, output, outputBias } = this.#weights;
    const scores = this.#scores;
    for (let line = 0; line < lineCount; line++) {
      const row = line * kindCount;
      let largest = -Infinity;
      for (let kind = 0; kind < kindCount; kind++) {
        const sum =
          outputBias[kind]! + dot(output, kind * hidden, this.#hidden, line * hidden, hidden);
        scores[row + kind] = sum;
        largest = Math.max(largest, sum);
      }
      let total = 0;
      for (let kind = 0; kind < kindCount; kind++) total += Math.exp(scores[row + kind]! - largest);
      const normaliser = largest + Math.log(total);
      for (let kind = 0; kind < kindCount; kind++) scores[row + kind]! -= normaliser;
    }
  }
}

/** Sum of the products of `count` weights and values, each from an offset. */
function dot(
  weights: Float32Array,
  fromWeight: number,
  values: Float32Array,
  fromValue: number,
  count: number,
): number {
  let sum = 0;
  for (let at = 0; at < count; at++) sum += weights[fromWeight + at]! * values[fromValue + at]!;
  return sum;
}
