import { kindCount } from '../split/line-model.ts';

/** Where each group of parameters lies in the parameter vector. */
export interface NetworkLayout {
  readonly features: number;
  readonly hidden: number;
  readonly size: number;
  readonly encode: number;
  readonly encodeBias: number;
  readonly first: LayerLayout;
  readonly pool: number;
  readonly poolBias: number;
  readonly second: LayerLayout;
  readonly output: number;
  readonly outputBias: number;
  /** Start and end of every group, in order. */
  readonly groups: readonly (readonly [number, number])[];
}

export interface LayerLayout {
  /** Decays before the logistic function. */
  readonly decayAbove: number;
  readonly decayBelow: number;
  readonly mix: number;
  readonly mixBias: number;
}

/** Lays the parameters out in the order in which the weights are stored. */
export function layoutNetwork(features: number, hidden: number): NetworkLayout {
  const groups: [number, number][] = [];
  let at = 0;
  const take = (count: number): number => {
    groups.push([at, at + count]);
    at += count;
    return at - count;
  };
  const layer = (): LayerLayout => ({
    decayAbove: take(hidden),
    decayBelow: take(hidden),
    mix: take(3 * hidden * hidden),
    mixBias: take(hidden),
  });
  const layout = {
    features,
    hidden,
    encode: take(hidden * features),
    encodeBias: take(hidden),
    first: layer(),
    pool: take(2 * hidden * hidden),
    poolBias: take(hidden),
    second: layer(),
    output: take(kindCount * hidden),
    outputBias: take(kindCount),
  };
  return { ...layout, size: at, groups };
}

/** What one layer keeps of a forward pass for its backward pass. */
interface LayerTrace {
  /** `3 * hidden` a line: channels, fading means above, below. */
  readonly context: Float64Array;
  /** What was added to each channel: positive or 0. */
  readonly added: Float64Array;
}

/**
 * The line model with its gradients: the same network as `LineModel`, in 64-bit numbers and
 * without regard to speed beyond plain loops. Backward passes follow from the chain rule; a
 * test compares them with finite differences.
 */
export class LineNetwork {
  readonly layout: NetworkLayout;
  readonly parameters: Float64Array;
  readonly gradient: Float64Array;

  constructor(layout: NetworkLayout) {
    this.layout = layout;
    this.parameters = new Float64Array(layout.size);
    this.gradient = new Float64Array(layout.size);
  }

  /** Logits of each line, `kindCount` a line. @param input - standardised features, a row a line. */
  logits(input: Float64Array, lineCount: number): Float64Array {
    return this.#forward(input, lineCount).logits;
  }

  /**
   * Adds the gradient of the page's loss to `gradient`. The loss of a line is its weight times
   * the negative logarithm of the probability of all kinds it may have.
   *
   * @param allowed - bit set of the kinds each line may have.
   * @param smoothing - share of the loss, 0 to 1, that every kind has alike, so that nothing is
   *   learned for certain from labels that may be wrong (Szegedy and others 2016).
   * @returns the loss.
   */
  addGradient(
    input: Float64Array,
    lineCount: number,
    allowed: Uint8Array,
    lineWeights: Float64Array,
    smoothing: number,
  ): number {
    const trace = this.#forward(input, lineCount);
    const { logits } = trace;
    let loss = 0;
    for (let line = 0; line < lineCount; line++) {
      const row = line * kindCount;
      loss += lossOfLine(logits, row, allowed[line]!, lineWeights[line]!, smoothing);
    }
    this.#backward(input, lineCount, trace);
    return loss;
  }

  #forward(input: Float64Array, lineCount: number): ForwardTrace {
    const { features, hidden, encode, encodeBias, pool, poolBias, output, outputBias } =
      this.layout;
    const p = this.parameters;
    const encoded = new Float64Array(lineCount * hidden);
    multiplyAdd(p, encode, encodeBias, input, encoded, lineCount, features, hidden);
    relu(encoded);
    const values = Float64Array.from(encoded);
    const first = this.#context(this.layout.first, values, lineCount);
    const page = new Float64Array(2 * hidden);
    const largest = new Int32Array(hidden).fill(-1);
    for (let line = 0; line < lineCount; line++) {
      for (let unit = 0; unit < hidden; unit++) {
        const value = values[line * hidden + unit]!;
        page[unit]! += value / lineCount;
        if (value > page[hidden + unit]!) {
          page[hidden + unit] = value;
          largest[unit] = line;
        }
      }
    }
    const pooled = new Float64Array(hidden);
    multiplyAdd(p, pool, poolBias, page, pooled, 1, 2 * hidden, hidden);
    for (let line = 0; line < lineCount; line++) {
      for (let unit = 0; unit < hidden; unit++) values[line * hidden + unit]! += pooled[unit]!;
    }
    const second = this.#context(this.layout.second, values, lineCount);
    const logits = new Float64Array(lineCount * kindCount);
    multiplyAdd(p, output, outputBias, values, logits, lineCount, hidden, kindCount);
    return { encoded, first, page, largest, second, values, logits };
  }

  /** Adds a layer's context to the channels, in place. */
  #context(layer: LayerLayout, values: Float64Array, lineCount: number): LayerTrace {
    const { hidden } = this.layout;
    const width = 3 * hidden;
    const context = new Float64Array(lineCount * width);
    for (let unit = 0; unit < hidden; unit++) {
      const above = logistic(this.parameters[layer.decayAbove + unit]!);
      const below = logistic(this.parameters[layer.decayBelow + unit]!);
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
    const added = new Float64Array(lineCount * hidden);
    multiplyAdd(
      this.parameters,
      layer.mix,
      layer.mixBias,
      context,
      added,
      lineCount,
      width,
      hidden,
    );
    relu(added);
    for (let at = 0; at < added.length; at++) values[at]! += added[at]!;
    return { context, added };
  }

  #backward(input: Float64Array, lineCount: number, trace: ForwardTrace): void {
    const { features, hidden, encode, encodeBias, pool, poolBias, output, outputBias } =
      this.layout;
    // `logits` holds the gradient with respect to them by now.
    const channels = new Float64Array(lineCount * hidden);
    this.#backThrough(
      output,
      outputBias,
      trace.values,
      trace.logits,
      channels,
      lineCount,
      hidden,
      kindCount,
    );
    this.#backThroughContext(this.layout.second, trace.second, channels, lineCount);
    const pooled = new Float64Array(hidden);
    for (let line = 0; line < lineCount; line++) {
      for (let unit = 0; unit < hidden; unit++) pooled[unit]! += channels[line * hidden + unit]!;
    }
    const page = new Float64Array(2 * hidden);
    this.#backThrough(pool, poolBias, trace.page, pooled, page, 1, 2 * hidden, hidden);
    for (let unit = 0; unit < hidden; unit++) {
      for (let line = 0; line < lineCount; line++) {
        channels[line * hidden + unit]! += page[unit]! / lineCount;
      }
      const line = trace.largest[unit]!;
      if (line >= 0) channels[line * hidden + unit]! += page[hidden + unit]!;
    }
    this.#backThroughContext(this.layout.first, trace.first, channels, lineCount);
    for (let at = 0; at < channels.length; at++) if (trace.encoded[at] === 0) channels[at] = 0;
    this.#backThrough(encode, encodeBias, input, channels, null, lineCount, features, hidden);
  }

  #backThroughContext(
    layer: LayerLayout,
    trace: LayerTrace,
    channels: Float64Array,
    lineCount: number,
  ): void {
    const { hidden } = this.layout;
    const width = 3 * hidden;
    const mixed = new Float64Array(lineCount * hidden);
    for (let at = 0; at < mixed.length; at++) if (trace.added[at]! > 0) mixed[at] = channels[at]!;
    const context = new Float64Array(lineCount * width);
    this.#backThrough(
      layer.mix,
      layer.mixBias,
      trace.context,
      mixed,
      context,
      lineCount,
      width,
      hidden,
    );
    for (let unit = 0; unit < hidden; unit++) {
      for (let line = 0; line < lineCount; line++) {
        channels[line * hidden + unit]! += context[line * width + unit]!;
      }
      this.#backThroughFading(
        layer.decayAbove + unit,
        trace,
        context,
        channels,
        unit,
        hidden,
        0,
        lineCount,
        1,
      );
      this.#backThroughFading(
        layer.decayBelow + unit,
        trace,
        context,
        channels,
        unit,
        2 * hidden,
        lineCount - 1,
        -1,
        -1,
      );
    }
  }

  /** Walks a fading mean against its direction: `start` is the line it began with. */
  #backThroughFading(
    parameter: number,
    trace: LayerTrace,
    context: Float64Array,
    channels: Float64Array,
    unit: number,
    offset: number,
    start: number,
    stop: number,
    step: number,
  ): void {
    const { hidden } = this.layout;
    const width = 3 * hidden;
    const decay = logistic(this.parameters[parameter]!);
    let carried = 0;
    let decayGradient = 0;
    for (let line = stop - step; line !== start - step; line -= step) {
      // The mean that ends with this line is what the next one sees.
      const next = line + step;
      const seen = next === stop ? 0 : context[next * width + offset + unit]!;
      carried = seen + decay * carried;
      channels[line * hidden + unit]! += (1 - decay) * carried;
      const before = trace.context[line * width + offset + unit]!;
      decayGradient += carried * (before - trace.context[line * width + unit]!);
    }
    this.gradient[parameter]! += decayGradient * decay * (1 - decay);
  }

  /** Gradients of `out = weights in + bias` with respect to the weights, the bias and `in`. */
  #backThrough(
    weights: number,
    bias: number,
    input: Float64Array,
    outGradient: Float64Array,
    inGradient: Float64Array | null,
    lineCount: number,
    inWidth: number,
    outWidth: number,
  ): void {
    const { parameters, gradient } = this;
    for (let line = 0; line < lineCount; line++) {
      const inRow = line * inWidth;
      for (let unit = 0; unit < outWidth; unit++) {
        const slope = outGradient[line * outWidth + unit]!;
        if (slope === 0) continue;
        gradient[bias + unit]! += slope;
        const row = weights + unit * inWidth;
        for (let at = 0; at < inWidth; at++) gradient[row + at]! += slope * input[inRow + at]!;
        if (inGradient === null) continue;
        for (let at = 0; at < inWidth; at++)
          inGradient[inRow + at]! += slope * parameters[row + at]!;
      }
    }
  }
}

interface ForwardTrace {
  readonly encoded: Float64Array;
  readonly first: LayerTrace;
  readonly page: Float64Array;
  readonly largest: Int32Array;
  readonly second: LayerTrace;
  readonly values: Float64Array;
  readonly logits: Float64Array;
}

/** Loss of a line; its logits are replaced by the loss's gradient with respect to them. */
function lossOfLine(
  logits: Float64Array,
  row: number,
  allowed: number,
  weight: number,
  smoothing: number,
): number {
  let largest = -Infinity;
  for (let kind = 0; kind < kindCount; kind++) largest = Math.max(largest, logits[row + kind]!);
  let total = 0;
  let permitted = 0;
  let sum = 0;
  for (let kind = 0; kind < kindCount; kind++) {
    const odds = Math.exp(logits[row + kind]! - largest);
    total += odds;
    sum += logits[row + kind]! - largest;
    if ((allowed >> kind) & 1) permitted += odds;
  }
  if (weight === 0 || permitted === 0) {
    logits.fill(0, row, row + kindCount);
    return 0;
  }
  for (let kind = 0; kind < kindCount; kind++) {
    const odds = Math.exp(logits[row + kind]! - largest);
    const right = (allowed >> kind) & 1 ? odds / permitted : 0;
    const target = (1 - smoothing) * right + smoothing / kindCount;
    logits[row + kind] = weight * (odds / total - target);
  }
  const meanOfAll = sum / kindCount - Math.log(total);
  return -weight * ((1 - smoothing) * Math.log(permitted / total) + smoothing * meanOfAll);
}

function multiplyAdd(
  parameters: Float64Array,
  weights: number,
  bias: number,
  input: Float64Array,
  out: Float64Array,
  lineCount: number,
  inWidth: number,
  outWidth: number,
): void {
  for (let line = 0; line < lineCount; line++) {
    const inRow = line * inWidth;
    for (let unit = 0; unit < outWidth; unit++) {
      let sum = parameters[bias + unit]!;
      const row = weights + unit * inWidth;
      for (let at = 0; at < inWidth; at++) sum += parameters[row + at]! * input[inRow + at]!;
      out[line * outWidth + unit] = sum;
    }
  }
}

function relu(values: Float64Array): void {
  for (let at = 0; at < values.length; at++) if (values[at]! < 0) values[at] = 0;
}

export function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
