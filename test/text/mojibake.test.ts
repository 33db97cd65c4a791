import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entityCodePoint, readEntities } from '../../src/text/entities.ts';
import { hasMojibake, readMojibake, repairLine } from '../../src/text/mojibake.ts';
import { Scanner } from '../../src/text/scan.ts';
import type { ScannedPage } from '../../src/text/scanned-page.ts';

/** UTF-8 bytes of a text, each shown as the character that windows-1252 or latin1 has for it. */
function misread(text: string, encoding: 'windows-1252' | 'iso-8859-1'): string {
  const bytes = new TextEncoder().encode(text);
  if (encoding === 'iso-8859-1') return String.fromCharCode(...bytes);
  return new TextDecoder('windows-1252').decode(bytes, { stream: true });
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
      expect(repairLine(line)).not.toMatch(/[\n\r\u0085\u2028\u2029]/u);
    }),
  );
});

test('entities are read once, by name and by number', () => {
  expect(readEntities('a &amp;lt; b &#1593;&#x639; &rsquo;')).toBe('a &lt; b عع ’');
  expect(readEntities('AT&T; x & y; &; &unknown; &#xd800; &#1114112;')).toBe(
    'AT&T; x & y; &; &unknown; &#xd800; &#1114112;',
  );
});

test('an entity for a line end is a space', () => {
  expect(entityCodePoint('#10')).toBe(0x20);
  expect(entityCodePoint('#x2028')).toBe(0x20);
});
