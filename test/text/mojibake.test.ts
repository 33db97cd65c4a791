import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entityCodePoint, readEntities } from '../../src/text/entities.ts';
import { Analyser } from '../../src/text/analyse.ts';
import { hasMojibake, readMojibake, repairLines } from '../../src/text/mojibake.ts';
import { Scanner } from '../../src/text/scan.ts';
import type { ScannedPage } from '../../src/text/scanned-page.ts';

/** UTF-8 bytes of a text, each shown as the character that another encoding has for it. */
function misread(text: string, encoding: string): string {
  const bytes = new TextEncoder().encode(text);
  if (encoding === 'iso-8859-1') return String.fromCharCode(...bytes);
  return new TextDecoder(encoding).decode(bytes, { stream: true });
}

const sentences = [
  'قال الرئيس إن المحادثات مستمرة في القاهرة.',
  'Le café était déjà fermé à cette heure-là.',
  'Встреча министров прошла в Москве.',
  '会议在北京举行。',
];

test('text misread as windows-1252 or latin1 is read right again', () => {
  for (const sentence of sentences) {
    expect(readMojibake(misread(sentence, 'windows-1252'))).toBe(sentence);
    expect(readMojibake(misread(sentence, 'iso-8859-1'))).toBe(sentence);
  }
});

test('text misread as what its own language used to be written in is read right again', () => {
  const pairs: readonly (readonly [encoding: string, sentence: string])[] = [
    ['windows-1256', sentences[0]!],
    ['windows-1251', sentences[2]!],
    ['koi8-r', sentences[2]!],
    ['ibm866', sentences[2]!],
    ['windows-1250', 'Zażółć gęślą jaźń, powiedział wójt.'],
    ['macintosh', sentences[1]!],
  ];
  for (const [encoding, sentence] of pairs) {
    expect(misread(sentence, encoding)).not.toBe(sentence);
    expect(readMojibake(misread(sentence, encoding))).toBe(sentence);
  }
});

test('text misread twice is read right again', () => {
  const twice = misread(misread(sentences[1]!, 'windows-1252'), 'windows-1252');
  expect(repairLines([twice])).toEqual([sentences[1]]);
});

test('a letter whose second byte was tidied away as a blank does not keep the rest from being read', () => {
  const tidied = misread('Il a été élu à Paris, déjà âgé de 70 ans', 'iso-8859-1').replaceAll(
    '\u00a0',
    ' ',
  );
  expect(readMojibake(tidied)).toBe('Il a été élu  Paris, déj âgé de 70 ans');
});

test('a line that is mojibake here and right there stays as it is', () => {
  const half = `${misread('déjà vu', 'windows-1252')}, dit-il très fâché`;
  expect(readMojibake(half)).toBe(half);
});

test('U+0085 ends a line, but not where it is a byte of a misread letter', () => {
  const analysed = (text: string): number =>
    new Analyser().analyse(new TextEncoder().encode(text)).original.lineCount;
  expect(analysed('first\u0085second')).toBe(2);
  expect(analysed(misread('المحادثات مستمرة', 'iso-8859-1'))).toBe(1);
  expect(analysed(misread('会议在中国举行', 'iso-8859-1'))).toBe(1);
});

test('text that was never misread stays as it is', () => {
  for (const sentence of [...sentences, 'The pair Ã© stands for é.', 'Ã’ and £5']) {
    expect(readMojibake(sentence)).toBe(sentence);
  }
});

test('a misread page is noticed, real pages are not', () => {
  const scanned = (text: string): ScannedPage => new Scanner().scan(new TextEncoder().encode(text));
  for (const sentence of sentences) {
    expect(hasMojibake(scanned(misread(sentence, 'windows-1252')))).toBe(true);
    expect(hasMojibake(scanned(sentence))).toBe(false);
  }
});

test('a repaired line never holds a line end', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (line) => {
      expect(repairLines([line])[0]).not.toMatch(/[\n\r\u0085\u2028\u2029]/u);
    }),
  );
});

test('entities are read by name and by number, those of text that was escaped twice too', () => {
  expect(readEntities('a & b &#1593;&#x639; &rsquo;')).toBe('a & b عع ’');
  expect(readEntities('a &amp;lt; b &amp;amp;#1593; c &amp; d')).toBe('a < b ع c & d');
  const words = (text: string): number[] => {
    const { meant } = new Analyser().analyse(new TextEncoder().encode(text));
    return [...meant.words.subarray(0, meant.wordCount)];
  };
  expect(words('&amp;#1593;&amp;amp;#x62f;&amp;eacute; &amp;quot;x')).toEqual(words('عدé "x'));
  expect(readEntities('AT&T; x & y; &; &unknown; &#xd800; &#1114112;')).toBe(
    'AT&T; x & y; &; &unknown; &#xd800; &#1114112;',
  );
});

test('an entity for a line end is a space', () => {
  expect(entityCodePoint('#10')).toBe(0x20);
  expect(entityCodePoint('#x2028')).toBe(0x20);
});
