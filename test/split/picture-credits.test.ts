import { expect, test } from 'vitest';
import type { BlockKind } from '../../src/split/block.ts';
import { KnownWords } from '../../src/split/known-words.ts';
import { Lexicon } from '../../src/split/lexicon.ts';
import { dropCaptions } from '../../src/split/picture-credits.ts';
import { all, measured } from './lines.ts';

const known = new KnownWords(new Lexicon());

/** Which of the lines, all of them body at first, are captions. */
function captions(texts: readonly string[]): number[] {
  const { page, lines, matrix } = measured(texts);
  const kinds = all('body', texts.length);
  const found = [...dropCaptions(page, lines, matrix, known, kinds)];
  const left = texts.map((_, k): BlockKind => (found.includes(k) ? 'furniture' : 'body'));
  expect(kinds).toEqual(left);
  return found;
}

const scene = 'Passengers wait for the first night bus to the hills on Friday';

test('sentences that end with who took the picture are captions', () => {
  const lines = [
    `${scene}. Photo: J. Miller`,
    `${scene} (Image: Harbour Museum)`,
    `${scene}. (AP Photo/Jane Miller)`,
    `${scene}. Photo by Jane Miller`,
    'Die ersten Fahrgäste warten am Freitag (l.) auf den Bus. Foto: dpa',
    'De första passagerarna väntar på bussen. Foto: Anna Berg',
    'ركاب ينتظرون الحافلة الأولى إلى القرى. تصوير: أحمد خان',
    '첫 버스를 기다리는 승객들 [사진 출처 = 연합뉴스]',
  ];
  expect(captions(lines)).toEqual(lines.map((_, k) => k));
});

test('sentences about pictures, and those that only end with a name, are none', () => {
  expect(
    captions([
      `${scene}, and one of them took a photo: it shows the mayor`,
      `${scene}. The photo shows Jane Miller`,
      `${scene}. It was written by Jane Miller`,
      `${scene} (Reuters)`,
      'Photo: J. Miller',
    ]),
  ).toEqual([]);
});

test('a paragraph that ends with a credit is a paragraph', () => {
  expect(captions([`${Array(7).fill(scene).join('. ')}. Photo: J. Miller`])).toEqual([]);
});
