import { expect, test } from 'vitest';
import { blockKinds, type BlockKind } from '../../src/split/block.ts';
import { CarriedBy, settleCarried } from '../../src/split/carried-articles.ts';
import { kindCount } from '../../src/split/line-model.ts';
import { measured } from './lines.ts';

type Chances = { readonly [Kind in BlockKind]?: number };

/** Settles a page on which the model thinks of each line what is stated, and the rest unlikely. */
function settled(page: readonly (readonly [text: string, chances: Chances])[]): {
  readonly carried: number[];
  readonly chance: (k: number, kind: BlockKind) => number;
} {
  const { page: scanned, lines } = measured(page.map(([text]) => text));
  const scores = new Float32Array(page.length * kindCount);
  for (const [k, [, chances]] of page.entries()) {
    for (const [at, kind] of blockKinds.entries()) {
      scores[k * kindCount + at] = Math.log(chances[kind] ?? 0.001);
    }
  }
  const transitions = new Float32Array(kindCount * kindCount);
  const carried = settleCarried(scanned, lines, scores, transitions);
  const chance = (k: number, kind: BlockKind): number =>
    Math.exp(scores[k * kindCount + blockKinds.indexOf(kind)]!);
  return { carried: [...carried], chance };
}

const paragraph =
  'The furnaces of the oldest glassworks in the valley are burning again for the first time in sixty years.';
const mine: Chances = { body: 0.95 };

test('what speaks for a second article where there is none speaks for furniture', () => {
  const { carried, chance } = settled([
    [paragraph, mine],
    ['Contact us', { body: 0.4, furniture: 0.3, embedded: 0.3 }],
  ]);
  expect(carried).toEqual([CarriedBy.none, CarriedBy.none]);
  expect(chance(1, 'furniture')).toBeCloseTo(0.6);
  expect(chance(1, 'embedded')).toBe(0);
  expect(chance(1, 'body')).toBeCloseTo(0.4);
});

test('prose that the model is sure of is a second article, and keeps its chances', () => {
  const { carried, chance } = settled([
    [paragraph, mine],
    [paragraph, { embedded: 0.8, body: 0.2 }],
    [paragraph, { embedded: 0.9, body: 0.1 }],
  ]);
  expect(carried).toEqual([CarriedBy.none, CarriedBy.model, CarriedBy.model]);
  expect(chance(1, 'embedded')).toBeCloseTo(0.8);
});

test('headlines under "Read also" that look like a second article are a list', () => {
  const { carried, chance } = settled([
    [paragraph, mine],
    ['Read also:', { embedded: 0.6, furniture: 0.3 }],
    ['Museum sold', { embedded: 0.6, related: 0.3 }],
  ]);
  expect(carried).toEqual([CarriedBy.none, CarriedBy.none, CarriedBy.none]);
  expect(chance(2, 'related')).toBeCloseTo(0.9);
});

test('a link between two paragraphs opens no second article: the first one goes on', () => {
  const doubtful: Chances = { embedded: 0.5, body: 0.4 };
  const { chance } = settled([
    [paragraph, mine],
    ['Read also: Museum sold to the town for one coin', { related: 0.9 }],
    [paragraph, doubtful],
    ['Contact us', { embedded: 0.5, furniture: 0.4 }],
    ['Read also: Trains late again this winter', { related: 0.9 }],
    [paragraph, { body: 0.5, related: 0.3, embedded: 0.2 }],
  ]);
  expect(chance(2, 'body')).toBeCloseTo(0.9);
  expect(chance(5, 'body')).toBeCloseTo(1);
  expect(chance(3, 'furniture')).toBeCloseTo(0.9);
});

test('an article under a heading and its headline is told by those', () => {
  const { carried } = settled([
    [paragraph, mine],
    ['Source: Valley News', { furniture: 0.9 }],
    ['Read also:', { related: 0.9 }],
    ['Night buses come back', { title: 0.9 }],
    [
      'The night buses to the three villages in the hills run again from Friday, after two years without any.',
      mine,
    ],
  ]);
  expect(carried).toEqual([0, 0, ...[1, 2, 3].map(() => CarriedBy.heading)]);
});
