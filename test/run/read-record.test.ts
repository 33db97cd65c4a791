import { expect, test } from 'vitest';
import { readRecord } from '../../src/run/read-record.ts';

const utf8 = new TextEncoder();

function read(json: string | Uint8Array, textField = 'text', idField = 'id') {
  const bytes = Buffer.from(json as string);
  return readRecord(bytes, 0, bytes.length, { textField, idField }, 'f.jsonl', 'f:1');
}

test('an id is kept as it was written, and given where there is none', () => {
  const ids: readonly (readonly [string, string])[] = [
    ['"a"', 'a'],
    ['12345678901234567890', '12345678901234567890'],
    ['1.50', '1.50'],
    ['7', '7'],
    ['""', 'f:1'],
    ['null', 'f:1'],
    ['true', 'f:1'],
    ['{"b":"c"}', 'f:1'],
  ];
  for (const [written, id] of ids) {
    expect(read(`{"id":${written},"text":"t"}`)).toMatchObject({ id });
  }
});

test('dots look into inner objects, unless a field has that very name', () => {
  expect(read('{"a":{"b":"inner"}}', 'a.b')).toMatchObject({ bytes: utf8.encode('inner') });
  expect(read('{"a.b":"outer","a":{"b":"inner"}}', 'a.b')).toMatchObject({
    bytes: utf8.encode('outer'),
  });
  for (const json of ['{"a":"text"}', '{"a":null}', '{"a":{"c":"t"}}', '{"b":"t"}', '{}']) {
    expect(read(json, 'a.b')).toEqual({ code: 'no-text', message: 'no text in the field "a.b"' });
  }
  // What every object has is no field.
  expect(read('{}', 'constructor.name')).toMatchObject({ code: 'no-text' });
});

test('half a surrogate pair is replaced and counted', () => {
  expect(read('{"text":"a\\ud83d b\\udc00 \\ud83d\\ude00"}')).toMatchObject({
    replaced: 2,
    bytes: utf8.encode('a\ufffd b\ufffd \u{1f600}'),
  });
});

test('where a page came from is its source, else its address, else its file', () => {
  expect(read('{"text":"t","source":"s","url":"u"}')).toMatchObject({ source: 's', extra: {} });
  expect(read('{"text":"t","source":"","url":"u"}')).toMatchObject({ source: 'u' });
  expect(read('{"text":"t","source":5}')).toMatchObject({ source: 'f.jsonl' });
});

test('a line that is no record says why, a blank one says nothing', () => {
  const told: readonly (readonly [string | Uint8Array, string])[] = [
    [Buffer.from([0x22, 0xff, 0x22]), 'undecodable: bytes that are not UTF-8'],
    ['{"text":', 'not-json: not JSON'],
    ['[]', 'not-an-object: JSON, but no object'],
    ['null', 'not-an-object: JSON, but no object'],
    [
      `{"text":"t","a":${'['.repeat(300)}${']'.repeat(300)}}`,
      'not-json: nested deeper than 200 levels',
    ],
    [`${'['.repeat(1e5)}1.5${']'.repeat(1e5)}`, 'not-json: nested deeper than 200 levels'],
  ];
  for (const [json, reason] of told) {
    const { code, message } = read(json) as { code: string; message: string };
    expect(`${code}: ${message}`).toBe(reason);
  }
  expect(read(`{"text":"t","a":${'['.repeat(199)}${']'.repeat(199)}}`)).toMatchObject({
    id: 'f:1',
  });
  for (const blank of ['', ' \t', '\ufeff', '\u2028']) expect(read(blank)).toBeNull();
});
