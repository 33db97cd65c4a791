import { fromBase64 } from './base64.ts';
import { fromHalfFloats } from './half-floats.ts';
import {
  kindCount,
  type ContextLayer,
  type LineModelWeights,
  type NetworkWeights,
} from './line-model.ts';
import { packedLineModel } from './model-data.ts';

/** Weights as the training script writes them: names and sizes, and all numbers in a row. */
export interface PackedLineModel {
  readonly features: readonly string[];
  /** Channels of each network, and how many networks there are. */
  readonly hidden: number;
  readonly networks: number;
  /** Half floats (see half-floats.ts), base64, in the order that `unpackLineModel` reads them. */
  readonly numbers: string;
}

let weights: LineModelWeights | undefined;

/** The weights that ghirbal brings, unpacked on first use. */
export function lineModelWeights(): LineModelWeights {
  weights ??= unpackLineModel(packedLineModel);
  return weights;
}

/** @throws RangeError when the numbers are not as many as the sizes say. */
export function unpackLineModel({
  features,
  hidden,
  networks,
  numbers,
}: PackedLineModel): LineModelWeights {
  const values = fromHalfFloats(fromBase64(numbers));
  let at = 0;
  const take = (count: number): Float32Array => values.subarray(at, (at += count));
  const layer = (): ContextLayer => ({
    decayAbove: take(hidden),
    decayBelow: take(hidden),
    mix: take(3 * hidden * hidden),
    mixBias: take(hidden),
  });
  const network = (): NetworkWeights => ({
    encode: take(hidden * features.length),
    encodeBias: take(hidden),
    first: layer(),
    pool: take(2 * hidden * hidden),
    poolBias: take(hidden),
    second: layer(),
    output: take(kindCount * hidden),
    outputBias: take(kindCount),
  });
  const unpacked: LineModelWeights = {
    features,
    hidden,
    mean: take(features.length),
    scale: take(features.length),
    networks: Array.from({ length: networks }, network),
    transitions: take(kindCount * kindCount),
  };
  if (at !== values.length) throw new RangeError(`${values.length} numbers where ${at} belong`);
  return unpacked;
}
