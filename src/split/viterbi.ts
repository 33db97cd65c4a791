import { kindCount } from './line-model.ts';

/**
 * The most likely sequence of kinds, given each line's log-probabilities and how much likelier
 * or less likely a kind is after another.
 *
 * @param scores - `kindCount` log-probabilities a line.
 * @param transitions - `kindCount` squared log-odds, row = kind before.
 * @returns a kind's index for each line.
 *
 * Source: A. Viterbi, "Error bounds for convolutional codes", 1967.
 */
export function viterbi(
  scores: Float32Array,
  lineCount: number,
  transitions: Float32Array,
): Uint8Array {
  const kinds = new Uint8Array(lineCount);
  if (lineCount === 0) return kinds;
  const back = new Uint8Array(lineCount * kindCount);
  let best = new Float64Array(kindCount);
  let next = new Float64Array(kindCount);
  for (let kind = 0; kind < kindCount; kind++) best[kind] = scores[kind]!;
  for (let line = 1; line < lineCount; line++) {
    const row = line * kindCount;
    for (let kind = 0; kind < kindCount; kind++) {
      let from = 0;
      let value = -Infinity;
      for (let before = 0; before < kindCount; before++) {
        const candidate = best[before]! + transitions[before * kindCount + kind]!;
        if (candidate > value) {
          value = candidate;
          from = before;
        }
      }
      back[row + kind] = from;
      next[kind] = value + scores[row + kind]!;
    }
    const spare = best;
    best = next;
    next = spare;
  }
  let kind = 0;
  for (let other = 1; other < kindCount; other++) if (best[other]! > best[kind]!) kind = other;
  for (let line = lineCount - 1; line >= 0; line--) {
    kinds[line] = kind;
    kind = back[line * kindCount + kind]!;
  }
  return kinds;
}
