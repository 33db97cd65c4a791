import { kindCount } from './line-model.ts';

/**
 * The most likely kind of a line among those not left out, as an index in `blockKinds`; of equals the first.
 *
 * @param scores - `kindCount` log-probabilities a line.
 * @param k - the line.
 * @param leftOut - kinds that the line is not.
 */
export function likeliestKind(scores: Float32Array, k: number, ...leftOut: number[]): number {
  let best = -1;
  for (let kind = 0; kind < kindCount; kind++) {
    if (leftOut.includes(kind)) continue;
    if (best < 0 || scores[k * kindCount + kind]! > scores[k * kindCount + best]!) best = kind;
  }
  return best;
}
