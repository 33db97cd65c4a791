import { unitsAtOnce, type LineKernel } from './line-kernel.ts';

export const bytesOfFloat = 4;

/** Bytes of a line of cache: places begin with one, so that rows lie on as few as they can. */
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
  const rows = 1 + (inputs / group) * paddedGroup;
  const arranged = new Float32Array(rows * width);
  arranged.set(biases);
  let from = 0;
  for (let unit = 0; unit < units; unit++) {
    for (let row = 1; row < rows; row += paddedGroup) {
      for (let k = 0; k < group; k++) arranged[(row + k) * width + unit] = weights[from++]!;
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
