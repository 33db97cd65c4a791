import { roomFor } from '../text/room.ts';
import { blockKinds } from './block.ts';
import {
  MemoryPlan,
  arrangeDecays,
  arrangeWeights,
  bytesOfFloat,
  roundUp,
} from './line-kernel-memory.ts';
import { linesAtOnce, startLineKernel, unitsAtOnce, type LineKernel } from './line-kernel.ts';
import { writeLogProbabilities } from './log-probabilities.ts';

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
 * Weights of the line model: a few small networks, each of which reads a page as a sequence of
 * lines:
 *
 *     z = clip((features - mean) * scale)             each feature to about -4 .. 4
 *     h = relu(encode z + encodeBias)                 what a line is by itself
 *     h = h + relu(mix [h, above, below] + mixBias)   what stands around it, near and far
 *     h = h + pool [mean of h, maximum of h]          what the page is like
 *     h = h + relu(mix [h, above, below] + mixBias)   once more, knowing that
 *     logits = output h + outputBias
 *
 * They were trained from different beginnings, and so err in different places: the mean of
 * their logits is right more often than any of them (Hansen and Salamon 1990).
 *
 * A fading mean at decay d is m(i) = d m(i-1) + (1 - d) h(i); a line sees the mean that ends
 * with its neighbour. Each channel has its own decay in each direction, so that context costs
 * two multiplications a channel whatever its reach. Kinds of neighbouring lines are then
 * settled together by `transitions` (see `viterbi`).
 *
 * All of it is computed in 32-bit floats in a fixed order, so that the same page gets the same
 * bits on every machine and engine, with WebAssembly or without (see `LineKernel`).
 */
export interface LineModelWeights {
  readonly features: readonly string[];
  /** Channels of each network. */
  readonly hidden: number;
  readonly mean: Float32Array;
  readonly scale: Float32Array;
  readonly networks: readonly NetworkWeights[];
  /** Log-odds of kind b after kind a against kind b at all: row a, column b. */
  readonly transitions: Float32Array;
}

export interface NetworkWeights {
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
}

/** Standardised features are held within this: beyond it lies only the odd page. */
export const featureLimit = 4;

/**
 * Fading means below this become 0. They are of no account beside means near 1, but after some
 * dozens of lines they would sink to subnormal numbers, which processors take many times
 * longer to compute with.
 */
const leastMean = 2 ** -60;

/** Of a page of more lines the networks take turns in one memory, which is never given back. */
const longPage = 4096;

/** Lines that go through a layer together: few, so that their values stay in the cache. */
const linesInStep = 8 * linesAtOnce;

/** Where a layer's weights lie in the kernel's memory. */
interface PlacedLayer {
  readonly decays: number;
  readonly mix: number;
}

/** Where a network's weights lie in the kernel's memory. */
interface PlacedNetwork {
  readonly encode: number;
  readonly first: PlacedLayer;
  readonly pool: number;
  readonly second: PlacedLayer;
  readonly output: number;
}

/** Runs the networks. Keeps its arrays: an answer holds until the next page. */
export class LineModel {
  readonly #kernel: LineKernel;
  readonly #features: number;
  /** Channels, padded with such as are always 0. */
  readonly #width: number;
  /** Scores of kinds, padded likewise. */
  readonly #scoreWidth: number;
  readonly #lowest: number;
  readonly #highest: number;
  readonly #networks: readonly PlacedNetwork[];
  /** Features of a step's lines as they come, and within limits; sums of a step's lines. */
  readonly #raw: number;
  readonly #clamped: number;
  readonly #sums: number;
  readonly #page: number;
  /** Last in memory, to grow with the page: for each line its channels, means above, below. */
  readonly #rows: number;
  #scores: Float32Array = new Float32Array(0);

  constructor(weights: LineModelWeights, kernel: LineKernel = startLineKernel()) {
    const { hidden, mean, scale, networks } = weights;
    const features = weights.features.length;
    const width = roundUp(hidden, unitsAtOnce);
    const memory = new MemoryPlan(kernel);
    this.#kernel = kernel;
    this.#features = features;
    this.#width = width;
    this.#scoreWidth = roundUp(kindCount, unitsAtOnce);
    const limits = (sign: number): Float32Array =>
      mean.map((value, feature) => value + (sign * featureLimit) / scale[feature]!);
    this.#lowest = memory.place(limits(-1));
    this.#highest = memory.place(limits(1));
    const layer = ({ decayAbove, decayBelow, mix, mixBias }: ContextLayer): PlacedLayer => ({
      decays: memory.place(arrangeDecays([decayAbove, decayBelow], width)),
      mix: memory.place(arrangeWeights(mix, mixBias, hidden, width)),
    });
    this.#networks = networks.map((network) => {
      const encode = standardising(weights, network);
      const share = (values: Float32Array): Float32Array =>
        values.map((value) => value / networks.length);
      return {
        encode: memory.place(arrangeWeights(encode.weights, encode.biases, features, features)),
        first: layer(network.first),
        pool: memory.place(arrangeWeights(network.pool, network.poolBias, hidden, width)),
        second: layer(network.second),
        output: memory.place(
          arrangeWeights(share(network.output), share(network.outputBias), hidden, width),
        ),
      };
    });
    this.#raw = memory.keep(linesInStep * features);
    this.#clamped = memory.keep(linesInStep * features);
    this.#sums = memory.keep(linesInStep * Math.max(width, this.#scoreWidth));
    this.#page = memory.keep(2 * width);
    this.#rows = memory.keep(0);
  }

  /**
   * @param matrix - a row of features for each line, columns as in `weights.features`.
   * @returns log-probabilities, `kindCount` for each line.
   */
  score(matrix: Float32Array, lineCount: number): Float32Array {
    const size = lineCount * kindCount;
    if (this.#scores.length < size) this.#scores = new Float32Array(roomFor(size));
    const scores = this.#scores.subarray(0, size);
    if (lineCount === 0) return scores;
    scores.fill(0);
    if (lineCount <= longPage) this.#addScores(this.#networks, matrix, lineCount, scores);
    else for (const one of this.#networks) this.#addScores([one], matrix, lineCount, scores);
    for (let at = 0; at < size; at += kindCount) {
      writeLogProbabilities(scores, at, scores, at, kindCount);
    }
    return scores;
  }

  /**
   * Adds what some networks say to what others said. Each has rows of its own, since all take in a
   * step's features while they are near.
   */
  #addScores(
    networks: readonly PlacedNetwork[],
    matrix: Float32Array,
    lineCount: number,
    scores: Float32Array,
  ): void {
    const rowsOf = roundUp(lineCount, linesAtOnce) * this.#bytesOfRow;
    this.#kernel.reserve(this.#rows + networks.length * rowsOf);
    this.#encode(networks, matrix, lineCount, rowsOf);
    for (const [index, network] of networks.entries()) {
      const rows = this.#rows + index * rowsOf;
      this.#addContext(rows, network.first, lineCount);
      this.#addPage(rows, network.pool, lineCount);
      this.#addContext(rows, network.second, lineCount);
      this.#addLogits(rows, network.output, lineCount, scores);
    }
  }

  get #bytesOfRow(): number {
    return 3 * this.#width * bytesOfFloat;
  }

  #encode(
    networks: readonly PlacedNetwork[],
    matrix: Float32Array,
    lineCount: number,
    rowsOf: number,
  ): void {
    const kernel = this.#kernel;
    const features = this.#features;
    const width = this.#width;
    const { floats } = kernel;
    const end = this.#rows + networks.length * rowsOf;
    floats.fill(0, this.#rows / bytesOfFloat, end / bytesOfFloat);
    for (let line = 0; line < lineCount; line += linesInStep) {
      const lines = Math.min(linesInStep, lineCount - line);
      const taken = matrix.subarray(line * features, (line + lines) * features);
      floats.set(taken, this.#raw / bytesOfFloat);
      const input = this.#clamped;
      kernel.clamp(this.#raw, this.#lowest, this.#highest, input, features, lines);
      for (const [index, { encode }] of networks.entries()) {
        const row = this.#rows + index * rowsOf + line * this.#bytesOfRow;
        kernel.multiply(input, features, features, encode, this.#sums, width, lines);
        kernel.addPositive(this.#sums, row, width, lines);
      }
    }
  }

  #addContext(rows: number, { decays, mix }: PlacedLayer, lineCount: number): void {
    const kernel = this.#kernel;
    const width = this.#width;
    kernel.fade(rows, decays, leastMean, width, lineCount);
    for (let line = 0; line < lineCount; line += linesInStep) {
      const lines = Math.min(linesInStep, lineCount - line);
      const row = rows + line * this.#bytesOfRow;
      kernel.multiply(row, 3 * width, 3 * width, mix, this.#sums, width, lines);
      kernel.addPositive(this.#sums, row, width, lines);
    }
  }

  #addPage(rows: number, pool: number, lineCount: number): void {
    const kernel = this.#kernel;
    const width = this.#width;
    kernel.summarise(rows, this.#page, width, lineCount);
    kernel.multiply(this.#page, 0, 2 * width, pool, this.#sums, width, 1);
    kernel.addToAll(this.#sums, rows, width, lineCount);
  }

  /** Adds a network's share of the logits to what the others said. */
  #addLogits(rows: number, output: number, lineCount: number, scores: Float32Array): void {
    const width = this.#width;
    const scoreWidth = this.#scoreWidth;
    const sums = this.#sums;
    const { floats } = this.#kernel;
    for (let line = 0; line < lineCount; line += linesInStep) {
      const lines = Math.min(linesInStep, lineCount - line);
      const row = rows + line * this.#bytesOfRow;
      this.#kernel.multiply(row, 3 * width, width, output, sums, scoreWidth, lines);
      for (let k = 0; k < lines; k++) {
        const from = sums / bytesOfFloat + k * scoreWidth;
        const at = (line + k) * kindCount;
        for (let kind = 0; kind < kindCount; kind++) scores[at + kind]! += floats[from + kind]!;
      }
    }
  }
}

/**
 * Weights and biases of the first layer for features as they come: since clip((x - mean) *
 * scale) is (clip(x) - mean) * scale with limits that fit, scaling goes into the weights and
 * the means into the biases.
 */
function standardising(
  { features, mean, scale }: LineModelWeights,
  { encode, encodeBias }: NetworkWeights,
): { readonly weights: Float32Array; readonly biases: Float32Array } {
  const weights = new Float32Array(encode.length);
  const biases = new Float32Array(encodeBias.length);
  for (let unit = 0, at = 0; unit < biases.length; unit++) {
    let bias = encodeBias[unit]!;
    for (let feature = 0; feature < features.length; feature++, at++) {
      const weight = scale[feature]! * encode[at]!;
      weights[at] = weight;
      bias -= mean[feature]! * weight;
    }
    biases[unit] = bias;
  }
  return { weights, biases };
}
