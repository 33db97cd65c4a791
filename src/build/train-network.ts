import { kindCount } from '../split/line-model.ts';
import { LineNetwork, type NetworkLayout } from './line-network.ts';
import { randomSource } from './random-source.ts';

const passes = 14;
const peakRate = 4e-3;
const weightDecay = 1e-4;
/** Lines a step learns from. */
const linesPerStep = 3072;
/** Share of features blanked out a page, so that none is relied on alone. */
const featureDropout = 0.1;
/** About one label in twenty is wrong. */
const labelSmoothing = 0.05;

/** Lines of a page that are learned from together. */
export interface Piece {
  readonly lines: number;
  /** A row of standardised features for each line. */
  readonly input: Float32Array;
  /** For each line the kinds that are right, a bit each in the order of `blockKinds`; 0 for any. */
  readonly allowed: Uint8Array;
  /** How much it matters that a line is learned. */
  readonly weights: Float64Array;
}

function initialise(network: LineNetwork, random: () => number): void {
  const { parameters, layout } = network;
  const { hidden } = layout;
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const fill = (start: number, count: number, inputs: number, share: number): void => {
    const spread = share * Math.sqrt(1.5 / inputs);
    for (let at = start; at < start + count; at++) parameters[at] = normal() * spread;
  };
  fill(layout.encode, hidden * layout.features, layout.features, 1);
  for (const layer of [layout.first, layout.second]) {
    fill(layer.mix, 3 * hidden * hidden, 3 * hidden, 1);
    for (const decay of [layer.decayAbove, layer.decayBelow]) {
      // From forgetting three quarters at each line to remembering fifty lines.
      for (let unit = 0; unit < hidden; unit++)
        parameters[decay + unit] = -1 + (5 * unit) / (hidden - 1);
    }
  }
  fill(layout.pool, 2 * hidden * hidden, 2 * hidden, 0.3);
  fill(layout.output, kindCount * hidden, hidden, 1);
}

/** Adam with decoupled weight decay (Kingma and Ba 2015; Loshchilov and Hutter 2019). */
class Optimiser {
  readonly #network: LineNetwork;
  readonly #first: Float64Array;
  readonly #second: Float64Array;
  #step = 0;

  constructor(network: LineNetwork) {
    this.#network = network;
    this.#first = new Float64Array(network.parameters.length);
    this.#second = new Float64Array(network.parameters.length);
  }

  step(rate: number): void {
    const { parameters, gradient, layout } = this.#network;
    this.#step++;
    for (const [start, end] of layout.groups) clip(gradient, start, end);
    const firstBias = 1 - 0.9 ** this.#step;
    const secondBias = 1 - 0.99 ** this.#step;
    for (let at = 0; at < parameters.length; at++) {
      const slope = gradient[at]!;
      this.#first[at] = 0.9 * this.#first[at]! + 0.1 * slope;
      this.#second[at] = 0.99 * this.#second[at]! + 0.01 * slope * slope;
      const direction =
        this.#first[at]! / firstBias / (Math.sqrt(this.#second[at]! / secondBias) + 1e-8);
      parameters[at]! -= rate * (direction + weightDecay * parameters[at]!);
    }
    gradient.fill(0);
  }
}

/** Scales a group's gradient down to a length of 1. */
function clip(gradient: Float64Array, start: number, end: number): void {
  let squares = 0;
  for (let at = start; at < end; at++) squares += gradient[at]! ** 2;
  const length = Math.sqrt(squares);
  if (length > 1) for (let at = start; at < end; at++) gradient[at]! /= length;
}

/** Learns from the pieces in an order, and from a beginning, that the seed decides. */
export function trainNetwork(
  pieces: readonly Piece[],
  layout: NetworkLayout,
  seed: number,
): LineNetwork {
  const random = randomSource(seed);
  const network = new LineNetwork(layout);
  initialise(network, random);
  const optimiser = new Optimiser(network);
  const totalLines = pieces.reduce((sum, { lines }) => sum + lines, 0) * passes;
  let seenLines = 0;
  for (let pass = 0; pass < passes; pass++) {
    let loss = 0;
    let linesInStep = 0;
    for (const piece of shuffled(pieces, random)) {
      loss += learnFrom(network, piece, random);
      linesInStep += piece.lines;
      seenLines += piece.lines;
      if (linesInStep < linesPerStep) continue;
      optimiser.step(rateAt(seenLines / totalLines));
      linesInStep = 0;
    }
    process.stderr.write(`pass ${pass + 1} of ${passes}: loss ${loss.toFixed(0)}\n`);
  }
  return network;
}

function learnFrom(network: LineNetwork, piece: Piece, random: () => number): number {
  const input = Float64Array.from(piece.input);
  const { features } = network.layout;
  for (let feature = 0; feature < features; feature++) {
    if (random() >= featureDropout) continue;
    for (let at = feature; at < input.length; at += features) input[at] = 0;
  }
  const scale = 1 / (linesPerStep * 0.35);
  const weights = piece.weights.map((weight) => weight * scale);
  return network.addGradient(input, piece.lines, piece.allowed, weights, labelSmoothing);
}

/** Rises over the first twentieth, then falls along a cosine. */
function rateAt(progress: number): number {
  if (progress < 0.05) return (peakRate * progress) / 0.05;
  const fall = (progress - 0.05) / 0.95;
  return peakRate * (0.02 + 0.98 * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, fall))));
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const order = [...items];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}
