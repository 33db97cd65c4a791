import { expect, test } from 'vitest';
import { blockKinds, type BlockKind } from '../../src/split/block.ts';
import { kindCount } from '../../src/split/line-model.ts';
import { dropWeakBody } from '../../src/split/weak-body.ts';
import { measured } from './lines.ts';

const furniture = blockKinds.indexOf('furniture');

type Line = readonly [text: string, kind: BlockKind, probability: number];

/** Kinds of the lines afterwards; `probability` is that of the line's kind, the rest furniture's. */
function kept(page: readonly Line[]): BlockKind[] {
  const { lines } = measured(page.map(([text]) => text));
  const scores = new Float32Array(page.length * kindCount).fill(-9);
  for (const [k, [, kind, probability]] of page.entries()) {
    scores[k * kindCount + furniture] = Math.log(1 - probability);
    scores[k * kindCount + blockKinds.indexOf(kind)] = Math.log(probability);
  }
  const kinds = page.map(([, kind]) => kind);
  dropWeakBody(lines, scores, kinds);
  return kinds;
}

const kindsOf = (page: readonly Line[]): BlockKind[] => page.map(([, kind]) => kind);

test('one sentence, or the end of one, is enough for a body', () => {
  const wrapped: Line[] = [
    ['The ferry between the two islands', 'body', 0.6],
    ['runs again since Monday.', 'body', 0.6],
    ['Harbour news', 'furniture', 0.9],
  ];
  expect(kept(wrapped)).toEqual(kindsOf(wrapped));
});

test('a long line is enough for a body, though it ends without a mark', () => {
  const notice =
    'the harbour office asks all who sail on these days to keep clear of the pier and of the fishing boats that come in at dawn';
  const page: Line[] = [
    ['Harbour news', 'furniture', 0.9],
    [notice, 'body', 0.6],
  ];
  expect(kept(page)).toEqual(kindsOf(page));
});

test('short lines without a sentence are no body, unless one is beyond doubt', () => {
  const rows = ['May 2020 (7)', 'June 2020 (8)', 'July 2020 (9)', 'August 2020 (11)'];
  expect(kept(rows.map((row): Line => [row, 'body', 0.7]))).toEqual(rows.map(() => 'furniture'));
  const sure = rows.map((row): Line => [row, 'body', 0.95]);
  expect(kept(sure)).toEqual(kindsOf(sure));
});

test('what a site says of itself is no article', () => {
  const wall: Line[] = [
    [
      'We use cookies to give you the best experience on this site and to show you offers.',
      'body',
      0.7,
    ],
    ['Accept all', 'furniture', 0.6],
  ];
  expect(kept(wall)[0]).toBe('furniture');
});
