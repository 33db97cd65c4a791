import { expect, test } from 'vitest';
import { foldedWords } from '../../src/text/fold.ts';
import { foldRuleOf } from '../../src/text/fold-rules.ts';

/** The words a code point makes by the rules, between two letters that fold to themselves. */
function wordsByRule(codePoint: number): string[] {
  const { action, folded } = foldRuleOf(codePoint);
  const letters = (units: readonly number[]): string => String.fromCodePoint(...units);
  if (action === 'dropped') return ['xx'];
  if (action === 'separator') return ['x', 'x'];
  if (action === 'ideograph')
    return ['x', ...folded.filter((unit) => unit > 0).map((unit) => letters([unit])), 'x'];
  const words = [[0x78]];
  for (const unit of [...folded, 0x78]) {
    if (unit === 0) words.push([]);
    else words.at(-1)!.push(unit);
  }
  return words.filter((word) => word.length > 0).map(letters);
}

test('the packed table folds every code point as the rules do', () => {
  const wrong: string[] = [];
  for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
    if (codePoint >= 0xd800 && codePoint <= 0xdfff) continue;
    const character = String.fromCodePoint(codePoint);
    // Characters newer than the table's Unicode version are unknown to it by design.
    if (/^\p{Cn}$/u.test(character)) continue;
    const found = foldedWords(`x${character}x`).join(' ');
    if (found !== wordsByRule(codePoint).join(' ')) wrong.push(codePoint.toString(16));
  }
  // A newer engine may know letters that the table, made on Unicode 17, does not.
  expect(isTableVersion() ? wrong : wrong.slice(newerLetters)).toEqual([]);
});

const newerLetters = 10_000;

function isTableVersion(): boolean {
  return process.versions.unicode === '17.0';
}

test('Arabic letters fold to the forms that spelling habits exchange', () => {
  const folds: readonly (readonly [string, string])[] = [
    ['آ أ إ ٱ ا', 'ا'],
    ['ى ي ی ې ے ئ', 'ي'],
    ['ه ة ہ ھ ە ۀ', 'ه'],
    ['ك ک ڪ', 'ك'],
    ['و ؤ', 'و'],
    ['ن ں', 'ن'],
    ['گ ګ', 'گ'],
  ];
  for (const [letters, folded] of folds) {
    for (const letter of letters.split(' '))
      expect([letter, ...foldedWords(letter)]).toEqual([letter, folded]);
  }
  expect(foldedWords('مـحـمـد مُحَمَّد محمد')).toEqual(['محمد', 'محمد', 'محمد']);
});

test('letters that differ in meaning stay apart', () => {
  for (const [a, b] of ['د ذ', 'س ش', 'ح خ', 'پ ب', 'چ ج', 'ژ ز', 'گ ك', 'ט ת', 'ш щ', 'n m'].map(
    (pair) => pair.split(' '),
  )) {
    expect(foldedWords(a!)).not.toEqual(foldedWords(b!));
  }
});

test('presentation forms, full width and composed Hangul read as their plain letters', () => {
  expect(foldedWords('ﻣﺤﻤﺪ ﻻ ﺇ')).toEqual(foldedWords('محمد لا إ'));
  expect(foldedWords('ＡＢＣ １２３ ﬁ')).toEqual(['abc', '123', 'fi']);
  expect(foldedWords('한국어'.normalize('NFD'))).toEqual(foldedWords('한국어'));
  expect(foldedWords('ガギグ')).toEqual(foldedWords('ガギグ'.normalize('NFD')));
});
