import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const source = fileURLToPath(new URL('../../src', import.meta.url));

/** Expressions of `src` as they stand there: `/body/flags` after a sign that no division follows. */
const literal =
  /(?:[=(,]|\n)\s*\/((?![*/])(?:[^\\/[\]\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([gimsuvy]*u[gimsvy]*)/gu;

function expressions(): { readonly file: string; readonly expression: RegExp }[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts') && !file.includes('-data.ts'))
    .sort()
    .flatMap((file) =>
      Array.from(readFileSync(join(source, file), 'utf8').matchAll(literal), ([, body, flags]) => ({
        file,
        expression: new RegExp(body!, flags),
      })),
    );
}

/** What expressions stumble over: long runs of one thing that some repetition of theirs matches. */
const runs = [
  ...Array.from(' \t\n*.-:|/([{"&<>#,;_=~?!•«»›،\u0301\u00a0\u3000aA1مـ漢é'),
  'aA',
  'Aa',
  'a ',
  ' a',
  'a.',
  '1.',
  '1 ',
  '. ',
  '- ',
  '| ',
  ' /',
  '/ ',
  ': ',
  '*a',
  '\\"',
  '["',
  '0.',
  'a,',
  '\\u',
];
const before = ['', 'a', '"', '<'];
const after = ['', '\u0000', 'x'];

/** Units in a run: a quadratic expression takes a second for it, a linear one a millisecond. */
const length = 24_000;
/** Far above linear work, far below quadratic work; a busy machine is given more tries. */
const mostMilliseconds = 80;
const tries = 3;

/** Expressions that are quadratic on text that never reaches them. */
const guarded: ReadonlySet<string> = new Set([
  // The digits of one number of ours.
  'report/numbers.ts /\\B(?=(?:\\d{3})+$)/gu',
  // Text that JSON.parse has taken: every quotation mark has its partner.
  'text/exact-json.ts /"(?:[^"\\\\]|\\\\.)*"|-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?/gu',
]);

test('every regular expression takes linear time on hostile text', () => {
  const found = expressions();
  // Expressions are found by their look: should the pattern go blind, this says so.
  expect(found.length).toBeGreaterThan(50);
  const slow = found.filter(({ expression }) => isSlow(expression));
  const names = slow.map(({ file, expression }) => `${file} ${String(expression)}`);
  expect(names.filter((name) => !guarded.has(name))).toEqual([]);
});

function isSlow(expression: RegExp): boolean {
  for (const run of runs) {
    const text = run.repeat(length / run.length);
    for (const head of before) {
      for (const tail of after) {
        const fastest = (left: number): boolean =>
          milliseconds(expression, head + text + tail) < mostMilliseconds ||
          (left > 1 && fastest(left - 1));
        if (!fastest(tries)) return true;
      }
    }
  }
  return false;
}

function milliseconds(expression: RegExp, text: string): number {
  const start = performance.now();
  // A sticky one is asked about one place; any other is tried at every offset by `split`.
  if (expression.sticky) {
    expression.lastIndex = 0;
    expression.test(text);
  } else text.split(expression);
  return performance.now() - start;
}
