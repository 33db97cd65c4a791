// `Math.exp` and `Math.log` may round differently from one engine or version to the next. What
// stands here uses nothing but additions, multiplications and divisions, which IEEE 754 fixes
// to the bit.

/**
 * Turns scores into logarithms of probabilities: score minus the logarithm of the sum of the
 * exponentials of all scores (log-softmax).
 *
 * @param scores - `count` finite scores from `from`.
 * @param to - gets `count` values from `at`, each at most 0.
 */
export function writeLogProbabilities(
  scores: Float32Array,
  from: number,
  to: Float32Array,
  at: number,
  count: number,
): void {
  let largest = scores[from]!;
  for (let k = 1; k < count; k++) if (scores[from + k]! > largest) largest = scores[from + k]!;
  let total = 0;
  for (let k = 0; k < count; k++) total += exponential(scores[from + k]! - largest);
  const logarithmOfTotal = logarithm(total);
  for (let k = 0; k < count; k++) to[at + k] = scores[from + k]! - largest - logarithmOfTotal;
}

/** Logarithm of the sum of two probabilities, given their logarithms. */
export function logOfSum(a: number, b: number): number {
  const [less, more] = a < b ? [a, b] : [b, a];
  return more + logarithm(1 + exponential(less - more));
}

/**
 * e to the power of x, for x up to 0, to eight digits; the same bits on every engine.
 *
 * With n, the whole number next to -x / ln 2, it is 2^-n times the power of a remainder within
 * ln 2 / 2 of 0, whose Taylor series to the seventh term is right to 6e-9.
 */
export function exponential(x: number): number {
  // NaN goes this way too.
  if (!(x > leastExponent)) return 0;
  // Whole numbers by `| 0`, which is faster than by `Math.round`.
  const n = (0.5 - x * Math.LOG2E) | 0;
  const r = x + n * Math.LN2;
  const high = 1 / 24 + r * (1 / 120 + r * (1 / 720 + r * (1 / 5040)));
  const series = 1 + r * (1 + r * (1 / 2 + r * (1 / 6 + r * high)));
  return powersOfHalf[n]! * series;
}

/** What lies below has a power that 32-bit floats no longer hold. */
const leastExponent = -103;

/** 1, 1/2, 1/4, ... as far as 32-bit floats reach. */
const powersOfHalf = new Float64Array(150).fill(1);
for (let n = 1; n < powersOfHalf.length; n++) powersOfHalf[n] = powersOfHalf[n - 1]! / 2;

/**
 * The natural logarithm of x, for x from 1, to eight digits; the same bits on every engine.
 *
 * Halved until it lies below the square root of 2, x is (1 + s) / (1 - s) for an s of at most
 * 0.172, and its logarithm twice the sum of s^k / k over odd k.
 */
function logarithm(x: number): number {
  let halvings = 0;
  let rest = x;
  for (; rest > Math.SQRT2 && rest < Infinity; halvings++) rest /= 2;
  const s = (rest - 1) / (rest + 1);
  const square = s * s;
  const series = 1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7 + square / 9)));
  return halvings * Math.LN2 + 2 * s * series;
}
