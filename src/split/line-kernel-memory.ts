import { unitsAtOnce, type LineKernel } from './line-kernel.ts';

export const bytesOfFloat = 4;

/** Places begin at multiples of this, so that no row of weights is spread over more lines of cache than it must. */
const alignment = 64;

/** Deals out a kernel's memory from its beginning; places are byte addresses. */
export class MemoryPlan {
  readonly #kernel: LineKernel;
  #end = 0;

  constructor(kernel: LineKernel) {
    this.#kernel = kernel;
  }

  /** Keeps room for `count` floats, with some spare behind them for whole vectors. */
  keep(count: number): number {
    const place = this.#end;
    this.#end = roundUp(place + (count + unitsAtOnce) * bytesOfFloat, alignment);
    this.#kernel.reserve(this.#end);
    return place;
  }

  /** Keeps room for the values and writes them there. */
  place(values: Float32Array): number {
    const place = this.keep(values.length);
    this.#kernel.floats.set(values, place / bytesOfFloat);
    return place;
  }
}

/**
 * Weights as `LineKernel.multiply` wants them: the row of biases, then a row for each input.
 * Units are padded with zeros to a multiple of `unitsAtOnce`, and so is each group of inputs.
 *
 * @param weights - a row of weights for each unit.
 * @param biases - one for each unit.
 * @param group - inputs come in groups of so many (channels, their means above, below).
 * @param paddedGroup - inputs of a group in the kernel's memory, padding included.
 */
export function arrangeWeights(
  weights: Float32Array,
  biases: Float32Array,
  group: number,
  paddedGroup: number,
): Float32Array {
  const units = biases.length;
  const inputs = weights.length / units;
  const width = roundUp(units, unitsAtOnce);
  const arranged = new Float32Array((1 + (inputs / group) * paddedGroup) * width);
  arranged.set(biases);
  for (let input = 0; input < inputs; input++) {
    const row = 1 + Math.floor(input / group) * paddedGroup + (input % group);
    for (let unit = 0; unit < units; unit++) {
      arranged[row * width + unit] = weights[unit * inputs + input]!;
    }
  }
  return arranged;
}

/** Decays as `LineKernel.fade` wants them: for each direction what stays and what is new. */
export function arrangeDecays(directions: readonly Float32Array[], width: number): Float32Array {
  const arranged = new Float32Array(directions.length * 2 * width);
  for (const [direction, decays] of directions.entries()) {
    arranged.set(decays, direction * 2 * width);
    arranged.set(
      decays.map((decay) => 1 - decay),
      (direction * 2 + 1) * width,
    );
  }
  return arranged;
}

export function roundUp(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}
