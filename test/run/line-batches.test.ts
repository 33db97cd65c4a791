import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineBatches } from '../../src/run/line-batches.ts';

async function* cut(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const size of sizes) {
    yield bytes.subarray(at, at + size);
    at += size;
  }
  yield bytes.subarray(at);
}

test('batches are whole lines, in order, however the bytes arrive', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('', 'a', 'سطر', 'x'.repeat(50), '\r', '\u2028'), { maxLength: 30 }),
      fc.array(fc.nat(40), { maxLength: 20 }),
      async (lines, sizes) => {
        const text = lines.map((line) => `${line}\n`).join('');
        let joined = '';
        let line = 1;
        for await (const batch of lineBatches(cut(Buffer.from(text), sizes))) {
          if ('longLine' in batch) throw new Error('no line is that long');
          expect(batch.firstLine).toBe(line);
          const part = Buffer.from(batch.bytes).toString();
          expect(part.endsWith('\n')).toBe(true);
          line += part.split('\n').length - 1;
          joined += part;
        }
        expect(joined).toBe(text);
      },
    ),
  );
});

test('a last line without its end is given out, unless the source failed', async () => {
  const parts = async (fails: boolean) => {
    const out: string[] = [];
    const source = (async function* () {
      yield Buffer.from('one\ntw');
      if (fails) throw new Error('torn');
      yield Buffer.from('o');
    })();
    try {
      for await (const batch of lineBatches(source)) {
        if ('bytes' in batch && typeof batch.bytes !== 'number')
          out.push(Buffer.from(batch.bytes).toString());
      }
    } catch {
      out.push('failed');
    }
    return out;
  };
  expect(await parts(false)).toEqual(['one\n', 'two']);
  expect(await parts(true)).toEqual(['one\n', 'failed']);
});

test('blank lines cost next to nothing', async () => {
  const blank = Buffer.alloc(2 ** 25, '\n');
  const started = performance.now();
  let line = 1;
  for await (const batch of lineBatches(cut(blank, []))) {
    if ('longLine' in batch) throw new Error('no line is that long');
    expect(batch.firstLine).toBe(line);
    line += batch.bytes.length;
  }
  expect(line).toBe(2 ** 25 + 1);
  // A tenth of a second; with a call a line it is ten.
  expect(performance.now() - started).toBeLessThan(3000);
});
