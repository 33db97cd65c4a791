import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonBytes } from '../../src/run/json-bytes.ts';

function written(value: unknown): string {
  const json = new JsonBytes();
  json.value(value);
  return json.bytes.toString('utf8');
}

test('any JSON value comes back as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain = JSON.parse(JSON.stringify(value).replaceAll('-0', '0')) as unknown;
      expect(JSON.parse(written(plain))).toEqual(plain);
    }),
  );
});

test('text comes back as it was, half surrogate pairs replaced', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 9000 }), (text) => {
      expect(JSON.parse(written(text))).toBe(text.toWellFormed());
    }),
  );
  expect(JSON.parse(written('a\ud800b'))).toBe('a\ufffdb');
});

test('no character in the output ends a line, controls a terminal or turns text around', () => {
  let every = '';
  for (let code = 0; code < 0x3000; code++) every += String.fromCharCode(code);
  expect(written(every)).not.toMatch(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/u);
  expect(JSON.parse(written(every))).toBe(every);
});

test('a character cut by the end of a piece is written whole', () => {
  for (const filler of [4093, 4094, 4095, 4096]) {
    const text = `${'a'.repeat(filler)}\u2028\u0085😀"`;
    expect(JSON.parse(written(text))).toBe(text);
  }
});

test('much is handed over without a copy, and writing begins anew', () => {
  const json = new JsonBytes();
  for (const length of [5, 2 ** 23, 2 ** 23 + 1, 7]) {
    json.value('a'.repeat(length));
    expect(Buffer.from(json.take()).toString()).toBe(`"${'a'.repeat(length)}"`);
    expect(json.length).toBe(0);
  }
  json.value('b'.repeat(2 ** 23));
  json.clear();
  json.value('c');
  expect(json.bytes.toString()).toBe('"c"');
});

test('values nested beyond reason are refused', () => {
  const deep: unknown = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`);
  expect(() => written(deep)).toThrow(RangeError);
});
