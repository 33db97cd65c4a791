import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ReferenceLineKernel } from '../../src/split/line-kernel-reference.ts';
import { startVectorKernel, type LineKernel } from '../../src/split/line-kernel.ts';
import { lineModelWeights } from '../../src/split/model-weights.ts';
import {
  LineModel,
  featureLimit,
  kindCount,
  type ContextLayer,
  type LineModelWeights,
  type NetworkWeights,
} from '../../src/split/line-model.ts';
import { exponential, logOfSum, writeLogProbabilities } from '../../src/split/log-probabilities.ts';

/** Evenly spread numbers from -1 to 1 (xorshift32). */
function numbersFrom(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state | 0) / 2 ** 31;
  };
}

function randomWeights(
  seed: number,
  featureCount: number,
  hidden: number,
  size = 1,
  networks = 2,
): LineModelWeights {
  const next = numbersFrom(seed);
  const some = (count: number, spread: number): Float32Array =>
    Float32Array.from({ length: count }, () => next() * spread);
  const decays = (): Float32Array => some(hidden, 0.5).map((value) => value + 0.5);
  const layer = (): ContextLayer => ({
    decayAbove: decays(),
    decayBelow: decays(),
    mix: some(3 * hidden * hidden, size / hidden),
    mixBias: some(hidden, size),
  });
  const network = (): NetworkWeights => ({
    encode: some(hidden * featureCount, size / featureCount),
    encodeBias: some(hidden, size),
    first: layer(),
    pool: some(2 * hidden * hidden, size / hidden),
    poolBias: some(hidden, size),
    second: layer(),
    output: some(kindCount * hidden, size / hidden),
    outputBias: some(kindCount, size),
  });
  return {
    features: Array.from({ length: featureCount }, (_, k) => `feature ${k}`),
    hidden,
    mean: some(featureCount, 1),
    scale: some(featureCount, 1).map((value) => 2 ** (4 * value)),
    networks: Array.from({ length: networks }, network),
    transitions: some(kindCount * kindCount, 1),
  };
}

/** About half of the features are 0, as they are on pages; a few are far out. */
function randomMatrix(seed: number, lineCount: number, featureCount: number): Float32Array {
  const next = numbersFrom(seed);
  return Float32Array.from({ length: lineCount * featureCount }, () => {
    const value = next();
    if (value < 0) return 0;
    return value > 0.99 ? next() * 1e9 : next();
  });
}

function vectorKernel(): LineKernel {
  const kernel = startVectorKernel();
  if (kernel === undefined) throw new Error('this engine has no WebAssembly vectors');
  return kernel;
}

/** The bits of each number, so that 0 is not -0; every NaN counts as the same. */
function bitsOf(values: Float32Array): Int32Array {
  const canonical = values.map((value) => (Number.isNaN(value) ? NaN : value));
  return new Int32Array(canonical.buffer);
}

/** What the vector kernel and the reference make of a page. */
function bothScores(
  weights: LineModelWeights,
  matrix: Float32Array,
  lineCount: number,
): { readonly fast: Int32Array; readonly slow: Int32Array } {
  const scores = (kernel: LineKernel): Int32Array =>
    bitsOf(new LineModel(weights, kernel).score(matrix, lineCount));
  return { fast: scores(vectorKernel()), slow: scores(new ReferenceLineKernel()) };
}

describe('the vector kernel gives the same bits as the reference', () => {
  test('on any weights, sizes and pages', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 70 }),
        fc.integer({ min: 1, max: 4 }),
        (seed, featureCount, quarter, lineCount, networks) => {
          const weights = randomWeights(seed, featureCount, 4 * quarter, 1, networks);
          const { fast, slow } = bothScores(
            weights,
            randomMatrix(~seed, lineCount, featureCount),
            lineCount,
          );
          expect(fast).toEqual(slow);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('on weights so large that sums overflow', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.constantFrom(1e10, 1e20, 1e30, 3e38),
        fc.integer({ min: 1, max: 9 }),
        (seed, size, lineCount) => {
          const { fast, slow } = bothScores(
            randomWeights(seed, 5, 8, size),
            randomMatrix(seed, lineCount, 5),
            lineCount,
          );
          expect(fast).toEqual(slow);
        },
      ),
    );
  });

  test('on features of every magnitude, zeros of both signs, infinities and NaN', () => {
    const float = fc.oneof(
      fc.float(),
      fc.constantFrom(0, -0, 1e-45, -1e-45, 3.4e38, -3.4e38, Infinity, -Infinity, NaN),
    );
    fc.assert(
      fc.property(fc.array(float, { minLength: 21, maxLength: 21 }), (values) => {
        const { fast, slow } = bothScores(randomWeights(1, 7, 12), Float32Array.from(values), 3);
        expect(fast).toEqual(slow);
      }),
    );
  });

  test('on weights that are all 0', () => {
    const zeros = (values: Float32Array): Float32Array => values.map(() => 0);
    const weights = randomWeights(1, 3, 4);
    const blank = (layer: ContextLayer): ContextLayer => ({
      ...layer,
      mix: zeros(layer.mix),
      mixBias: zeros(layer.mixBias),
    });
    const { fast, slow } = bothScores(
      {
        ...weights,
        scale: zeros(weights.scale),
        networks: weights.networks.map((network) => ({
          ...network,
          encode: zeros(network.encode),
          encodeBias: zeros(network.encodeBias),
          first: blank(network.first),
          second: blank(network.second),
          output: zeros(network.output),
          outputBias: zeros(network.outputBias).fill(-0),
        })),
      },
      randomMatrix(1, 5, 3),
      5,
    );
    expect(fast).toEqual(slow);
  });

  test('on pages of no line, one line and 5,000 lines, with the weights that ghirbal brings', () => {
    const weights = lineModelWeights();
    const count = weights.features.length;
    for (const lineCount of [0, 1, 2, 31, 32, 33, 5000]) {
      const { fast, slow } = bothScores(
        weights,
        randomMatrix(lineCount + 7, lineCount, count),
        lineCount,
      );
      expect(fast).toEqual(slow);
    }
  });

  test('where means fade to nothing over many lines without content', () => {
    const weights = randomWeights(5, 2, 8);
    const matrix = new Float32Array(2 * 2000);
    matrix[0] = 3;
    const { fast, slow } = bothScores(weights, matrix, 2000);
    expect(fast).toEqual(slow);
  });
});

type Places = [number, number, number, number, number];

/** Calls every operation of a kernel on memory full of numbers; gives the memory's bits. */
function memoryAfterwards(
  kernel: LineKernel,
  seed: number,
  width: number,
  lines: number,
  count: number,
): Int32Array {
  const next = numbersFrom(seed);
  const areas = 5;
  // Enough for the largest area, and for the lines and floats that operations may overrun.
  const area = 4 * Math.ceil((lines + 4) * Math.max(3 * width, count) + (count + 1) * width);
  kernel.reserve(areas * area);
  for (let at = 0; at < (areas * area) / 4; at++) kernel.floats[at] = next();
  const [first, second, rows, sums, clamped] = [0, 1, 2, 3, 4].map((k) => k * area) as Places;
  kernel.clamp(first, second, rows, clamped, count, lines);
  kernel.multiply(first, count, count, second, sums, width, lines);
  kernel.addPositive(sums, rows, width, lines);
  kernel.fade(rows, second, 0.25, width, lines);
  kernel.summarise(rows, first, width, lines);
  kernel.addToAll(first, rows, width, lines);
  const memory = kernel.floats.slice(0, (areas * area) / 4);
  // What an operation may overwrite behind its answer.
  memory.fill(0, sums / 4 + lines * width, sums / 4 + (lines + 3) * width);
  memory.fill(0, clamped / 4 + lines * count, clamped / 4 + lines * count + 3);
  return bitsOf(memory);
}

test('each operation leaves the same bits in memory, and touches nothing else', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 50 }),
      (seed, eighth, lines, count) => {
        const fast = memoryAfterwards(vectorKernel(), seed, 8 * eighth, lines, count);
        const slow = memoryAfterwards(new ReferenceLineKernel(), seed, 8 * eighth, lines, count);
        expect(fast).toEqual(slow);
      },
    ),
    { numRuns: 40 },
  );
});

test('an answer does not depend on the pages before it', () => {
  const weights = randomWeights(3, 11, 8);
  for (const kernel of [vectorKernel(), new ReferenceLineKernel()]) {
    const used = new LineModel(weights, kernel);
    for (const lineCount of [400, 3, 70, 1, 900, 6]) {
      const matrix = randomMatrix(lineCount, lineCount, 11);
      const fresh = new LineModel(weights, vectorKernel()).score(matrix, lineCount).slice();
      expect(bitsOf(used.score(matrix, lineCount))).toEqual(bitsOf(fresh));
    }
  }
});

test('the matrix may be longer than its lines', () => {
  const weights = randomWeights(4, 5, 8);
  const matrix = randomMatrix(9, 50, 5);
  const whole = new LineModel(weights).score(matrix, 7).slice();
  expect(bitsOf(whole)).toEqual(bitsOf(new LineModel(weights).score(matrix.slice(0, 35), 7)));
});

test('the networks are those that are described, but for rounding', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 80 }),
      fc.integer({ min: 1, max: 3 }),
      (seed, featureCount, quarter, lineCount, networks) => {
        const weights = randomWeights(seed, featureCount, 4 * quarter, 1, networks);
        const matrix = randomMatrix(seed + 1, lineCount, featureCount);
        const scores = new LineModel(weights).score(matrix, lineCount);
        const described = describedScores(weights, matrix, lineCount).flat();
        for (const [at, score] of scores.entries()) expect(score).toBeCloseTo(described[at]!, 4);
      },
    ),
  );
});

/** The formulas of `LineModelWeights`, line by line in 64-bit numbers. */
function describedScores(
  weights: LineModelWeights,
  matrix: Float32Array,
  lineCount: number,
): number[][] {
  const count = weights.features.length;
  const rows = Array.from({ length: lineCount }, (_, line) =>
    Array.from(matrix.subarray(line * count, (line + 1) * count), (value, k) => {
      const standard = (value - weights.mean[k]!) * weights.scale[k]!;
      return Math.max(-featureLimit, Math.min(featureLimit, standard));
    }),
  );
  const opinions = weights.networks.map((network) => describedLogits(network, rows));
  return [...rows.keys()].map((line) => {
    const logits = Array.from({ length: kindCount }, (_, kind) => {
      const sum = opinions.reduce((total, opinion) => total + opinion[line]![kind]!, 0);
      return sum / opinions.length;
    });
    const total = logits.reduce((sum, logit) => sum + Math.exp(logit), 0);
    return logits.map((logit) => logit - Math.log(total));
  });
}

function describedLogits(weights: NetworkWeights, rows: readonly number[][]): number[][] {
  let h = rows.map((row) => times(weights.encode, row, weights.encodeBias).map(relu));
  h = withContext(weights.first, h);
  const channels = h[0]!.map((_, unit) => h.map((values) => values[unit]!));
  const page = [
    ...channels.map((values) => values.reduce((sum, value) => sum + value, 0) / rows.length),
    ...channels.map((values) => Math.max(...values)),
  ];
  const pooled = times(weights.pool, page, weights.poolBias);
  h = withContext(
    weights.second,
    h.map((values) => values.map((value, unit) => value + pooled[unit]!)),
  );
  return h.map((values) => times(weights.output, values, weights.outputBias));
}

function withContext(layer: ContextLayer, h: readonly number[][]): number[][] {
  const above = fadingMeans(layer.decayAbove, h);
  const below = fadingMeans(layer.decayBelow, h.toReversed()).toReversed();
  return h.map((values, line) => {
    const seen = [...values, ...above[line]!, ...below[line]!];
    const sums = times(layer.mix, seen, layer.mixBias).map(relu);
    return values.map((value, unit) => value + sums[unit]!);
  });
}

/** For each line the means that end with the line before. */
function fadingMeans(decays: Float32Array, h: readonly number[][]): number[][] {
  let mean = Array.from(decays, () => 0);
  return h.map((values) => {
    const seen = mean;
    mean = seen.map((value, unit) => {
      const decay = decays[unit]!;
      return decay * value + (1 - decay) * values[unit]!;
    });
    return seen;
  });
}

function times(weights: Float32Array, values: readonly number[], biases: Float32Array): number[] {
  return Array.from(biases, (bias, unit) =>
    values.reduce((sum, value, k) => sum + weights[unit * values.length + k]! * value, bias),
  );
}

function relu(value: number): number {
  return Math.max(0, value);
}

test('exponentials are right to eight digits', () => {
  fc.assert(
    fc.property(fc.double({ min: -100, max: 0, noNaN: true }), (x) => {
      expect(Math.abs(exponential(x) / Math.exp(x) - 1)).toBeLessThan(1e-8);
    }),
  );
  expect([exponential(0), exponential(-200), exponential(-Infinity)]).toEqual([1, 0, 0]);
});

test('sums of two probabilities are right to seven digits, from logarithms in either order', () => {
  const logarithm = fc.double({ min: -80, max: 0, noNaN: true });
  fc.assert(
    fc.property(logarithm, logarithm, (a, b) => {
      expect(logOfSum(a, b)).toBeCloseTo(Math.log(Math.exp(a) + Math.exp(b)), 6);
    }),
  );
  expect(logOfSum(-Infinity, -2)).toBeCloseTo(-2);
});

test('log-probabilities are right to seven digits', () => {
  const scores = fc.array(fc.float({ min: -50, max: 50, noNaN: true }), {
    minLength: kindCount,
    maxLength: kindCount,
  });
  fc.assert(
    fc.property(scores, (values) => {
      const answer = new Float32Array(kindCount);
      writeLogProbabilities(Float32Array.from(values), 0, answer, 0, kindCount);
      const largest = Math.max(...values);
      const total = values.reduce((sum, value) => sum + Math.exp(value - largest), 0);
      for (const [kind, value] of values.entries()) {
        expect(answer[kind]).toBeCloseTo(value - largest - Math.log(total), 5);
      }
    }),
  );
});

test('the module in the package was made from the source beside it', () => {
  const read = (path: string): string =>
    readFileSync(new URL(`../../src/${path}`, import.meta.url), 'utf8');
  const checksum = createHash('sha256').update(read('build/line-kernel.wat')).digest('hex');
  expect(read('split/line-kernel-data.ts')).toContain(checksum);
});

test('networks that take turns on a very long page say what they say on any', () => {
  const weights = randomWeights(5, 9, 8, 1, 1);
  const [network] = weights.networks;
  const twice = { ...weights, networks: [network!, network!] };
  // Halves of weights and their sums are exact: two of a network say what one does.
  for (const lineCount of [50, 5000]) {
    const matrix = randomMatrix(6, lineCount, 9);
    const alone = new LineModel(weights).score(matrix, lineCount);
    expect(new LineModel(twice).score(matrix, lineCount)).toEqual(alone);
  }
});
