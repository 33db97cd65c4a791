import { expect, test } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { compilePatterns, isPattern } from '../../src/run/glob-pattern.ts';

test.each([
  ['*.md', ['a.md', 'x/b.md', '.md'], ['a.mdx', 'a.md/b']],
  ['a?.txt', ['ab.txt', 'x/a-.txt'], ['a.txt', 'abc.txt']],
  ['x/*.txt', ['x/a.txt'], ['a.txt', 'x/y/a.txt']],
  ['x/**/y.txt', ['x/y.txt', 'x/a/b/y.txt'], ['y.txt', 'x/z.txt']],
  ['x/**', ['x/a', 'x/a/b'], ['y/a']],
  ['./x/a.txt', ['x/a.txt'], ['a.txt']],
  ['{a,b}.txt', ['a.txt', 'b.txt'], ['c.txt', 'a,b.txt']],
  ['{a,{b,c}d', ['a', 'bd', 'cd'], ['d', '{a']],
  ['a,b}', ['a,b}'], ['a', 'b']],
  ['[ab].txt', ['a.txt', 'b.txt'], ['c.txt', 'ab.txt']],
  ['[!ab].txt', ['c.txt'], ['a.txt']],
  ['[0-9]*', ['7', '7up'], ['a7']],
  ['[a^].txt', ['^.txt', 'a.txt'], ['b.txt']],
  ['[ab', ['[ab'], ['a']],
  ['\\*.txt', ['*.txt'], ['a.txt']],
  ['a+(b).txt', ['a+(b).txt'], ['aab.txt']],
])('%s matches %j and not %j', (pattern, right, wrong) => {
  const matches = compilePatterns([pattern]);
  expect(right.filter((path) => !matches(path))).toEqual([]);
  expect(wrong.filter(matches)).toEqual([]);
});

test('a pattern that means nothing is refused by name', () => {
  expect(() => compilePatterns(['[z-a].txt'])).toThrow(UsageError);
  expect(() => compilePatterns(['[z-a].txt'])).toThrow('"[z-a].txt"');
});

test('no pattern matches nothing, several match what one of them does', () => {
  expect(compilePatterns([])('a')).toBe(false);
  expect(compilePatterns(['a', 'b'])('b')).toBe(true);
});

test('a name with a wildcard is a pattern', () => {
  expect(['*.txt', 'a?', '{a,b}', '[ab]', '!a'].every(isPattern)).toBe(true);
  expect(isPattern('plain name.txt')).toBe(false);
});
