import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemLine } from '../../src/cli/complaints.ts';
import { isColoured, isolated, printable, quoted, shortened } from '../../src/cli/terminal.ts';

const terminal = { isTTY: true };
const pipe = {};

test.each([
  [terminal, 'auto', {}, true],
  [pipe, 'auto', {}, false],
  [terminal, 'auto', { NO_COLOR: '1' }, false],
  [terminal, 'auto', { NO_COLOR: '' }, true],
  [terminal, 'auto', { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  [pipe, 'auto', { FORCE_COLOR: '1' }, true],
  [terminal, 'auto', { FORCE_COLOR: '0' }, false],
  [terminal, 'auto', { TERM: 'dumb' }, false],
  [pipe, 'always', { NO_COLOR: '1' }, true],
  [terminal, 'never', { FORCE_COLOR: '1' }, false],
] as const)('colour of %o with %s and %o is %s', (stream, choice, environment, coloured) => {
  expect(isColoured(stream, choice, environment)).toBe(coloured);
});

test('nothing that is shown controls a terminal or turns text around', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(printable(text)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u);
    }),
  );
  expect(quoted('a"\u001b[31m\n\u202e')).toBe('"a\\"\\x1b[31m\\x0a\\u{202e}"');
});

test('right-to-left text is kept apart, other text is left alone', () => {
  expect(isolated('خبر')).toBe('\u2068خبر\u2069');
  expect(isolated('news')).toBe('news');
});

test('long text is cut at characters', () => {
  expect(shortened('abc', 3)).toBe('abc');
  expect(shortened('abcd', 3)).toBe('ab…');
  expect(shortened('😀😀😀', 3)).toBe('😀😀😀');
  expect(shortened('😀😀😀😀', 3)).toBe('😀😀…');
});

test('a problem is one physical line', () => {
  const problem = {
    source: 'a\nb',
    line: 3,
    code: 'not-json',
    message: 'x\r\ny',
    bytes: 0,
  } as const;
  expect(problemLine(problem)).toBe('ghirbal: "a\\x0ab":3: x\\x0d\\x0ay (not-json)');
});
