import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { split } from '../../src/split/split.ts';

const prose =
  'The council met on Tuesday evening and decided, after a long debate, to keep the library open on Sundays.';
const line = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('', ' ', prose, 'Tags: library, council', 'Read also', '• A headline', '12:30'),
  fc.constantFrom('اقرأ أيضاً', 'المصدر: وكالة', '相关新闻', '\u200f', '\ufeff', '\ud800', '\0'),
);
const arbitraryPage = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\r\n', '\n\n')), { maxLength: 40 })
  .map((lines) => lines.map((pair) => pair.join('')).join(''));

describe('the blocks of a page', () => {
  test('lose no text: what lies between them is white space', () => {
    fc.assert(
      fc.property(arbitraryPage, (page) => {
        const text = page.toWellFormed();
        let at = 0;
        for (const { start, end } of split(text).blocks) {
          expect(text.slice(at, start).trim()).toBe('');
          expect(end).toBeGreaterThanOrEqual(start);
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });

  test('partition its lines in order', () => {
    fc.assert(
      fc.property(arbitraryPage, (text) => {
        let next = 1;
        for (const { startLine, endLine } of split(text).blocks) {
          expect(startLine).toBe(next);
          expect(endLine).toBeGreaterThanOrEqual(startLine);
          next = endLine + 1;
        }
        expect(next).toBeGreaterThan(1);
      }),
    );
  });

  test('are the same whatever page was split before', () => {
    fc.assert(
      fc.property(arbitraryPage, arbitraryPage, (first, second) => {
        const alone = split(second);
        split(first);
        expect(split(second)).toEqual(alone);
      }),
    );
  });

  test('have a confidence from 0 to 1', () => {
    fc.assert(
      fc.property(arbitraryPage, (text) => {
        for (const { confidence } of split(text).blocks) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

test('a page with nothing visible is one block of furniture', () => {
  expect(split(' \n\u200b\n').blocks).toMatchObject([{ kind: 'furniture', reason: 'blank-page' }]);
});

test('long lines and many lines are split in linear time', () => {
  const started = process.cpuUsage();
  split('word, '.repeat(200_000));
  split('x\n'.repeat(20_000));
  const { user, system } = process.cpuUsage(started);
  expect(user + system).toBeLessThan(10_000_000);
});
