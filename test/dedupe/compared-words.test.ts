import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparedWords } from '../../src/dedupe/compared-words.ts';
import { dedupe } from '../../src/dedupe/dedupe.ts';
import { hashedWords } from '../../src/text/fold.ts';

const wordsOf = (text: string): Int32Array => Int32Array.from(hashedWords(text));

const thai = 'กรมอุตุนิยมวิทยาพยากรณ์อากาศว่าภาคเหนือจะมีฝนฟ้าคะนองเกือบทั่วไปขอให้ประชาชนระมัดระวัง';

test('texts with spaces between words, figures and Han characters stay as they are', () => {
  for (const text of ['Le maire a dit non à 12 voix.', 'وقال الوزير', '会议在北京举行', '๑๒ ๓๔']) {
    const words = wordsOf(text);
    expect(comparedWords(words)).toBe(words);
  }
});

test('letters of a script without spaces come in groups about the length of a word', () => {
  const letters = wordsOf(thai).length;
  const groups = comparedWords(wordsOf(thai)).length;
  expect(letters / groups).toBeGreaterThan(3);
  expect(letters / groups).toBeLessThan(7);
});

test('a passage has the same groups wherever it stands, but for those at its ends', () => {
  const within = [...comparedWords(wordsOf(`ราคาทองคำ${thai}ประจำวัน`))];
  const alone = [...comparedWords(wordsOf(thai))].slice(3, -3);
  const at = within.indexOf(alone[0]!);
  expect(within.slice(at, at + alone.length)).toEqual(alone);
});

test('groups depend on the words alone, and are never figures', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...Array.from('กขคงจฉชกานสะเแ 1A北')) }),
      (text) => {
        const words = wordsOf(text);
        const figures = (hashes: Int32Array): number => hashes.filter((hash) => hash & 1).length;
        expect(comparedWords(words)).toEqual(comparedWords(words.slice()));
        expect(figures(comparedWords(words))).toBe(figures(words));
      },
    ),
  );
});

test('two Thai texts are not one because they share syllables', () => {
  const syllables = [
    'การ',
    'ความ',
    'เป็น',
    'ประ',
    'ที่',
    'มี',
    'ของ',
    'ให้',
    'และ',
    'ใน',
    'ได้',
    'จะ',
    'คน',
    'ชาติ',
    'เทศ',
    'วัน',
  ];
  let state = 7;
  const next = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0);
  const text = (): string => Array.from({ length: 260 }, () => syllables[next() >>> 28]!).join('');
  const documents = Array.from({ length: 12 }, (_, at) => ({ id: String(at), text: text() }));
  expect(dedupe(documents).removed).toEqual([]);
  const again = { id: 'again', text: `${thai}${documents[3]!.text}` };
  expect(dedupe([...documents, again]).removed.map(({ id }) => id)).toEqual(['3']);
});
