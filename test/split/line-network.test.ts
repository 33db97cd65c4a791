import { expect, test } from 'vitest';
import { LineNetwork, layoutNetwork } from '../../src/build/line-network.ts';

const features = 5;
const hidden = 4;
const lines = 7;

/** Numbers from -1 to 1 without pattern, the same each time. */
function scattered(count: number, seed: number): Float64Array {
  return Float64Array.from({ length: count }, (_, at) => Math.sin(12.9898 * (at + seed)) * 0.9);
}

test('the gradient is that of finite differences', () => {
  const network = new LineNetwork(layoutNetwork(features, hidden));
  network.parameters.set(scattered(network.parameters.length, 3));
  const input = scattered(lines * features, 100);
  const allowed = Uint8Array.from({ length: lines }, (_, line) =>
    line === 2 ? 0b10001 : 1 << (line % 6),
  );
  const weights = Float64Array.from({ length: lines }, (_, line) =>
    line === 3 ? 0 : 1 + line / 4,
  );
  const loss = (): number =>
    new LineNetworkCopy(network).addGradient(input, lines, allowed, weights, 0.1);
  network.gradient.fill(0);
  network.addGradient(input, lines, allowed, weights, 0.1);
  const step = 1e-6;
  for (let at = 0; at < network.parameters.length; at++) {
    const value = network.parameters[at]!;
    network.parameters[at] = value + step;
    const above = loss();
    network.parameters[at] = value - step;
    const below = loss();
    network.parameters[at] = value;
    expect(network.gradient[at]).toBeCloseTo((above - below) / (2 * step), 4);
  }
});

/** A network with the parameters of another and a gradient of its own. */
class LineNetworkCopy extends LineNetwork {
  constructor({ layout, parameters }: LineNetwork) {
    super(layout);
    this.parameters.set(parameters);
  }
}

test('a line that may be any kind, or weighs nothing, teaches nothing', () => {
  const network = new LineNetwork(layoutNetwork(features, hidden));
  network.parameters.set(scattered(network.parameters.length, 3));
  const input = scattered(lines * features, 100);
  network.addGradient(
    input,
    lines,
    new Uint8Array(lines).fill(0b111111),
    new Float64Array(lines).fill(1),
    0,
  );
  network.addGradient(input, lines, new Uint8Array(lines).fill(1), new Float64Array(lines), 0.1);
  expect(Math.max(...network.gradient.map(Math.abs))).toBeLessThan(1e-12);
});
