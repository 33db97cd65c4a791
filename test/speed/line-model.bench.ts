// Time of the line model for a page of 20 lines, by kernel:
//   npx vitest bench --config test/vitest.config.ts --root . --run test/speed/line-model.bench.ts
import { bench, describe } from 'vitest';
import { ReferenceLineKernel } from '../../src/split/line-kernel-reference.ts';
import { startVectorKernel } from '../../src/split/line-kernel.ts';
import { LineModel } from '../../src/split/line-model.ts';
import { lineModelWeights } from '../../src/split/model-weights.ts';

const lineCount = 20;

describe(`line model, a page of ${lineCount} lines`, () => {
  const weights = lineModelWeights();
  const { features, mean, scale } = weights;
  // Every other feature is 0, as on pages; the others lie within two standard deviations.
  const matrix = Float32Array.from({ length: lineCount * features.length }, (_, at) => {
    const feature = at % features.length;
    const spread = ((Math.imul(at, 2_654_435_761) >>> 8) / 2 ** 24 - 0.5) * 4;
    return at % 2 === 0 ? 0 : mean[feature]! + spread / scale[feature]!;
  });
  const kernels = { vectors: startVectorKernel(), reference: new ReferenceLineKernel() };
  for (const [name, kernel] of Object.entries(kernels)) {
    if (kernel === undefined) continue;
    const model = new LineModel(weights, kernel);
    bench(name, () => {
      model.score(matrix, lineCount);
    });
  }
});
