import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldedWords, hashWord, hashedWords } from '../../src/text/fold.ts';
import { sequenceKey } from '../../src/text/hash.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);

test('hashes of words are those of the folded words, whatever the text', () => {
  fc.assert(
    fc.property(text, (value) => {
      expect(hashedWords(value)).toEqual(foldedWords(value).map(hashWord));
    }),
  );
});

test.each(['한국어 신문 2024', '東京 ﷺ ½ 12', '𝔘𝔫𝔦 ١٢٣ ＡＢＣ', 'ﷲ ㎏ №5'])(
  'hashes of words are those of the folded words in "%s"',
  (value) => {
    expect(hashedWords(value)).toEqual(foldedWords(value).map(hashWord));
    expect(hashedWords(value).length).toBeGreaterThan(0);
  },
);

test('sequences that differ in one value or in their order have different keys', () => {
  const keys = [[1, 2, 3], [1, 3, 2], [1, 2], [1, 2, 4], [], [0]].map(sequenceKey);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.every(Number.isSafeInteger)).toBe(true);
});
