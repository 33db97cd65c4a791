import fc from 'fast-check';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseExactly, WrittenNumber } from '../../src/text/exact-json.ts';
import { JsonBytes } from '../../src/run/json-bytes.ts';
import { runTool } from '../helpers/run-tool.ts';

function rewritten(json: string): string {
  const bytes = new JsonBytes();
  bytes.value(parseExactly(json));
  return bytes.bytes.toString('utf8');
}

test('numbers that a double cannot hold come out as they were written', () => {
  const json =
    '{"a":1234567890123456789,"b":1.0,"c":[-0.10,1e5,7],"d":"1.0 and 12345678901234567890"}';
  expect(rewritten(json)).toBe(json);
  expect(parseExactly('{"a":1.50}')).toEqual({ a: new WrittenNumber('1.50') });
});

test('texts are never taken for numbers', () => {
  const json = JSON.stringify({ a: '\ue0005', b: '\ue000\ue000', c: 1.5, d: '"1.0"' });
  expect(JSON.parse(rewritten(json))).toEqual(JSON.parse(json));
});

test('any JSON value comes through', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = JSON.stringify(value);
      expect(JSON.parse(rewritten(json))).toEqual(JSON.parse(json));
    }),
  );
});

test('what is no JSON stays no JSON', () => {
  for (const json of ['{"a":01.5}', '{1.5:2}', '1.5.2', '{"a":1.5']) {
    expect(() => parseExactly(json)).toThrow(SyntaxError);
  }
});

test.runIf(existsSync('/proc/self'))(
  'an output folder that cannot be made is an error, not a hang',
  () => {
    const { code, stderr } = runTool(['-', '-o', '/proc/ghirbal-out'], { stdin: 'A page.\n' });
    expect(code).toBe(4);
    expect(stderr).toContain('cannot make the folder');
  },
);

test('an output named like a file of another format is refused', () => {
  const { code, stderr } = runTool(['-', '-o', 'pages.json'], { stdin: 'A page.\n' });
  expect(code).toBe(2);
  expect(stderr).toContain('is named like a file');
});
