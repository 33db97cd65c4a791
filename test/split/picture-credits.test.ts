import { expect, test } from 'vitest';
import type { BlockKind } from '../../src/split/block.ts';
import { KnownWords } from '../../src/split/known-words.ts';
import { Lexicon } from '../../src/split/lexicon.ts';
import { dropCaptions } from '../../src/split/picture-credits.ts';
import { all, measured } from './lines.ts';

const known = new KnownWords(new Lexicon());

/** Which of the lines, all of them body at first, are captions, among as many paragraphs. */
function captions(texts: readonly string[]): number[] {
  const page = [...texts, ...texts.map(() => paragraph)];
  const { page: scanned, lines, matrix } = measured(page);
  const kinds = all('body', page.length);
  const found = [...dropCaptions(scanned, lines, matrix, known, kinds)];
  const left = page.map((_, k): BlockKind => (found.includes(k) ? 'furniture' : 'body'));
  expect(kinds).toEqual(left);
  return found;
}

const paragraph =
  'The night buses to the three villages in the hills run again from Friday, after two years without any.';
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
    '市民星期五晚上在山下等候第一班夜间巴士。图片来源：新华社',
    `${scene} / Photo: Jane Miller for the Harbour Herald`,
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
      `${scene}, to take a picture of the crew (photo: the cook).`,
      `${scene} (photo: 3 MB at most, text: 200 words)`,
      `${scene}. They were sued by two agencies: Alamy and (in May) Getty Images.`,
    ]),
  ).toEqual([]);
});

test('a paragraph that ends with a credit is a paragraph', () => {
  expect(captions([`${Array(7).fill(scene).join('. ')}. Photo: J. Miller`])).toEqual([]);
});

test('where captions are most of what a page says, they stay', () => {
  const page = [`${scene}. Photo: J. Miller`, 'Night buses'];
  const { page: scanned, lines, matrix } = measured(page);
  expect([...dropCaptions(scanned, lines, matrix, known, all('body', 2))]).toEqual([]);
});
