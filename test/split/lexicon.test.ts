import { describe, expect, test } from 'vitest';
import { Lexicon } from '../../src/split/lexicon.ts';
import { unknownOdds } from '../../src/split/word-kinds.ts';
import { measured } from './lines.ts';

describe('the phrase that says most about a line', () => {
  test.each([
    ['Tags: ferry, harbour', 'tags', 'label'],
    ['المصدر: عربي21', 'attribution', 'label'],
    ['إقرأ أيضاً:', 'read-also', 'label'],
    ['اقرأ ايضا', 'read-also', 'label'],
    ['Tags (3): ferry, harbour', 'tags', 'label'],
    ['Tags | ferry | harbour', 'tags', 'label'],
    ['Comments (12)', 'comment', 'line'],
    ['12 comments', 'comment', 'line'],
  ])('in "%s" means %s', (line, means, where) => {
    expect(measured([line]).lines.marker[0]).toMatchObject({ means, where });
  });

  test('is none on a line of prose', () => {
    const { lines } = measured([
      'She tags along with the harbour pilots and has no comments to make.',
    ]);
    expect(lines.marker[0]).toBeUndefined();
  });
});

test('a label is followed by its colon: a word of one language is a label of another', () => {
  // "Thẻ" labels tags in Vietnamese.
  const { lines } = measured(['The ferry sails again. Photo: Tom Reyes', 'Thẻ: phà, cảng']);
  expect(lines.marker[0]?.means).not.toBe('tags');
  expect(lines.marker[1]).toMatchObject({ means: 'tags', where: 'label' });
});

test.each([
  ['The ferry sails every day of the week', false],
  ['The new ferry. Photo: Tom Reyes', true],
])('credits at the end of "%s" are seen: %s', (line, seen) => {
  const { page, lines } = measured([line]);
  expect(new Lexicon().endsInCredit(page, 0, lines.slots)).toBe(seen);
});

test('the language of a page is that of its function words', () => {
  const { lines } = measured([
    'Der Stadtrat hat am Dienstag den Bau von einem Radweg an dem Fluss beschlossen.',
  ]);
  expect(new Lexicon().languages[lines.language]).toBe('de');
});

test('a word that nothing is known of has slot 0 and no odds', () => {
  const lexicon = new Lexicon();
  expect(lexicon.slotOf(123_456_789)).toBe(0);
  expect(lexicon.wordOdds[lexicon.wordOddsAt(0)]).toBe(unknownOdds);
});
