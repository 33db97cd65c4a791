import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collapsedSpans } from '../../src/report/collapsed-spans.ts';
import { markDifferences, type MarkedSpan } from '../../src/report/marked-words.ts';

const whole = (spans: readonly MarkedSpan[]): string => spans.map(({ text }) => text).join('');
const differing = (spans: readonly MarkedSpan[]): string[] =>
  spans.filter(({ shared }) => !shared).map(({ text }) => text);

const sentence =
  'the old harbour will be dredged before winter and the boats may stay where they are';

test('only words that the other text lacks are marked', () => {
  const { left, right } = markDifferences(sentence, sentence.replace('dredged', 'closed down'));
  expect(differing(left)).toEqual(['dredged']);
  expect(differing(right)).toEqual(['closed down']);
});

test('spelling habits, case and punctuation make no difference', () => {
  const one = 'أكد الرئيس إلى أن الحكومة ستعمل على حل القضية في أقرب وقت ممكن';
  const other = 'اكد الرئيس، الي ان الحكومه ستعمل علي حل القضيـــة في اقرب وقت ممكن';
  expect(differing(markDifferences(one, other).right)).toEqual([]);
  expect(differing(markDifferences(sentence, sentence.toUpperCase()).left)).toEqual([]);
});

test('scripts without spaces are marked character by character', () => {
  const one = '我们今天在北京举行了关于港口建设的会议';
  const { left } = markDifferences(one, one.replace('北京', '上海'));
  expect(differing(left)).toEqual(['北京']);
});

test('runs put together are the text, and shared and differing runs take turns', () => {
  const word = fc.constantFrom(
    'one',
    'two',
    'three',
    '-',
    '字',
    'كلمة',
    '\n',
    '\n\n',
    '  ',
    '&amp;',
  );
  const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(text, text, (one, other) => {
      const { left, right } = markDifferences(one, other);
      expect(whole(left)).toBe(one);
      expect(whole(right)).toBe(other);
      for (let at = 1; at < left.length; at++)
        expect(left[at]!.shared).not.toBe(left[at - 1]!.shared);
    }),
  );
});

test('a shortened text accounts for every character', () => {
  const span = fc.record({ text: fc.string({ maxLength: 3000 }), shared: fc.boolean() });
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 8 }), fc.nat(100), (spans, after) => {
      const shown = collapsedSpans(spans, after);
      const length = shown.reduce((sum, { text, leftOut }) => sum + text.length + leftOut, 0);
      expect(length).toBe(whole(spans).length + after);
      expect(shown.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(4000);
    }),
  );
});

test('a long passage that both have keeps its ends', () => {
  const shown = collapsedSpans([{ text: `first ${'x'.repeat(2000)} last`, shared: true }], 0);
  expect(shown.map(({ leftOut }) => leftOut)).toEqual([1771, 0]);
  expect(shown[0]!.text.startsWith('first')).toBe(true);
  expect(shown[1]!.text.endsWith('last')).toBe(true);
});
